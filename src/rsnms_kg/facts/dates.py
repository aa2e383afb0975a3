"""Every date that a paper prints, the impossible ones too."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from rsnms_kg.facts.collection import Facts, clause_key
from rsnms_kg.facts.model import DateMention
from rsnms_kg.russian.dates import dates

_OUTSIDE = "реквизиты"


def _around(facts: Facts, at: int) -> str | None:
    """The label of the smallest fact around a place that stands in no clause: a row, a signature, the preamble."""
    around = [fact for fact in facts if fact.start <= at < fact.end and fact.key and type(fact) is not DateMention]
    smallest = min(around, key=lambda fact: fact.end - fact.start, default=None)
    return smallest.clause_label if smallest else None


def add_dates(facts: Facts) -> None:
    """Add every date in the text, with the clause in which it stands."""
    document = facts.document
    places: list[tuple[int, str, str]] = [(0, "body", "")]
    for part in document.parts:
        places.append((part.start, f"annex-{part.ordinal}" if part.ordinal else "body", ""))
        places.extend((node.head.start, clause_key(part, node), node.name) for node in part.clauses() if node.head)
    places.sort()
    for mention in dates(document.level):
        place = places[max(0, bisect_right(places, mention.start, key=itemgetter(0)) - 1)]
        label = place[2] or _around(facts, mention.start) or _OUTSIDE
        facts.add(
            DateMention, place[1], label, mention.start, mention.end,
            date=mention.value, words=facts.quote(mention.start, mention.end),
        )  # fmt: skip
