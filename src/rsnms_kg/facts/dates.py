"""Every date that a paper prints, the impossible ones too."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from rsnms_kg.facts.collection import Facts, clause_key
from rsnms_kg.facts.model import DateMention
from rsnms_kg.russian.dates import dates


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
        facts.add(
            DateMention, place[1], place[2], mention.start, mention.end,
            date=mention.value, words=facts.quote(mention.start, mention.end),
        )  # fmt: skip
