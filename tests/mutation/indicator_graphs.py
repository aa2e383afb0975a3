"""Operators on the periods and targets of an agreement's annex."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from mutation.edits import Edit, Edits, a_word, act, besides, day_of, facts, one, order, otherwise, pointing, said, text
from mutation.rounding import pairs_of_one_rounding, pairs_of_rule
from rsnms_kg.knowledge.terms import RSNMS, code


def number(value: int | str) -> Literal:
    return Literal(str(value), datatype=XSD.decimal)


def _rows(graph: Graph) -> Iterator[tuple[Node, list[Node]]]:
    """Rows with their targets in the order of periods."""
    for row in facts(graph, "IndicatorRow"):
        targets = pointing(graph, "indicator", row)
        yield row, sorted(targets, key=lambda target: (str(one(graph, target, "periodStart")), str(target)))


def _cells(graph: Graph, target: Node, share: object, count: object) -> tuple[set[object], set[object]]:
    """What is taken away and added to give a target other values."""
    removed = set(said(graph, target, "share", "count", "shareWords", "countWords"))
    added = {
        (target, RSNMS.share, number(str(share))), (target, RSNMS.shareWords, text(f"{share} %")),
        (target, RSNMS["count"], number(str(count))), (target, RSNMS.countWords, text(str(count))),
    }  # fmt: skip
    return removed, added


def _both(graph: Graph, target: Node) -> tuple[Decimal, int] | None:
    share, count = one(graph, target, "share"), one(graph, target, "count")
    return None if share is None or count is None else (Decimal(str(share)), int(Decimal(str(count))))


def periods_exchanged(graph: Graph, random: Random) -> Iterator[Edit]:
    """The values of two periods change places, so that the later one is lower."""
    for _, targets in _rows(graph):
        for earlier, later in itertools.pairwise(targets):
            names = "share", "count", "shareWords", "countWords"
            here, there = said(graph, earlier, *names), said(graph, later, *names)
            added = {(later, name, value) for _, name, value in here}
            added |= {(earlier, name, value) for _, name, value in there}
            yield Edit(later, here | there, frozenset(added))


def row_above(graph: Graph, row: Node, random: Random) -> Node | None:
    above = [other for other in facts(graph, "IndicatorRow") if order(graph, other) < order(graph, row)]
    return random.choice(above) if above else None


def count_stands(graph: Graph, random: Random) -> Iterator[Edit]:
    """The share grows a little and the count is that of the period before, so that some base still fits."""
    for row, targets in _rows(graph):
        for earlier, later in itertools.pairwise(targets):
            before, after = _both(graph, earlier), _both(graph, later)
            if before and after:
                removed, added = _cells(graph, later, before[0] + Decimal("0.1"), before[1])
                yield Edit(row, frozenset(removed), frozenset(added))  # type: ignore[arg-type]


def count_of_another_base(graph: Graph, random: Random) -> Iterator[Edit]:
    for row, targets in _rows(graph):
        values = [_both(graph, target) for target in targets]
        if len(targets) > 1 and all(values):
            share, count = values[-1]  # type: ignore[misc]
            removed, added = _cells(graph, targets[-1], share, count * 10 + random.choice([3, 7, 30]))
            yield Edit(row, frozenset(removed), frozenset(added))  # type: ignore[arg-type]


def fits_one_rounding(graph: Graph, random: Random) -> Iterator[Edit]:
    """A row whose cells fit a base only if numbers are rounded in one way."""
    for row, targets in _rows(graph):
        if len(targets) == 2 and all(_both(graph, target) for target in targets):
            (annex,) = [annex for annex in facts(graph, "Annex") if str(row).startswith(f"{annex}/")]
            removed, added = set(), set()
            for target, (share, count) in zip(targets, pairs_of_one_rounding(random), strict=True):
                taken, given = _cells(graph, target, share, count)
                removed |= taken
                added |= given
            yield Edit(annex, frozenset(removed), frozenset(added))  # type: ignore[arg-type]


def _reckoned(graph: Graph) -> list[tuple[Node, list[Node], Decimal]]:
    """Rows whose cells all have both values, with the number that the first cell is counted from."""
    found = []
    for row, targets in _rows(graph):
        values = [_both(graph, target) for target in targets]
        if values and all(values):
            share, count = values[0]  # type: ignore[misc]
            found.append((row, targets, Decimal(count) * 100 / share))
    return found


def of_one_group(words: str):  # type: ignore[no-untyped-def]
    """Two rows become rows on one group, or the lower one on a part of it; the lower is counted from fewer."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        group = URIRef(code("population", "methodists"))
        for (upper, _, whole), (lower, _, part) in itertools.combinations(_reckoned(graph), 2):
            if part * 2 <= whole:
                added = {(row, RSNMS.population, group) for row in (upper, lower)}
                added |= {(upper, RSNMS.populationWords, text("методистов"))}
                added |= {(lower, RSNMS.populationWords, text(f"методистов{words}"))}
                names = "population", "populationWords"
                yield Edit(lower, said(graph, upper, *names) | said(graph, lower, *names), frozenset(added))

    return edits


def of_two_rules(graph: Graph, random: Random) -> Iterator[Edit]:
    """Two rows fit under different rules of rounding only; found at the upper one."""
    for (upper, above, _), (_, below, _) in itertools.pairwise(_reckoned(graph)):
        removed, added = set(), set()
        for targets, rule in zip((above, below), random.choice([("up", "down"), ("down", "up")]), strict=True):
            for target, (share, count) in zip(targets, pairs_of_rule(random, rule), strict=True):
                taken, given = _cells(graph, target, share, count)
                removed |= taken
                added |= given
        yield Edit(upper, frozenset(removed), frozenset(added))  # type: ignore[arg-type]


def above_hundred(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return number(random.choice(["100.5", "101", "120", "1000"]))


def not_whole(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return number(f"{Decimal(str(old))}".partition(".")[0] + random.choice([".5", ".25", ".01"]))


def measure_of_another_kind(graph: Graph, row: Node, old: Node, random: Random) -> Node | None:
    targets = pointing(graph, "indicator", row)
    shares = any(one(graph, target, "share") is not None for target in targets)
    return text("count" if shares else "share")


def region_of_the_paper(graph: Graph, row: Node, random: Random) -> Node | None:
    return one(graph, act(graph, row), "region")


def open_end(graph: Graph, random: Random) -> Iterator[Edit]:
    for period in facts(graph, "Period"):
        opened = frozenset({(period, RSNMS.openPeriod, Literal(True))})
        yield Edit(period, said(graph, period, "openPeriod", "periodEnd"), opened)


def year_outside(graph: Graph, random: Random) -> Iterator[Edit]:
    (term,) = facts(graph, "Validity")
    first = day_of(one(graph, act(graph, term), "date")).year
    last = day_of(one(graph, term, "endsOn")).year
    for period in facts(graph, "Period"):
        year = Literal(random.choice([first - 1, first - 5, last + 1, last + 3]))
        added = frozenset((period, RSNMS[name], year) for name in ("periodStart", "periodEnd"))
        yield Edit(period, said(graph, period, "periodStart", "periodEnd"), added)


def one_period_twice(graph: Graph, random: Random) -> Iterator[Edit]:
    names = "words", "periodStart", "periodEnd"
    for earlier, later in itertools.pairwise(facts(graph, "Period")):
        yield Edit(
            later, said(graph, later, *names),
            frozenset((later, name, value) for _, name, value in said(graph, earlier, *names)),
        )  # fmt: skip


def without_sign(graph: Graph, fact: Node, old: Node, random: Random) -> Node | None:
    """A share loses its sign; in a row that is named a count it is the row that is told of."""
    row = graph.value(fact, RSNMS.indicator)
    named = graph.value(row, RSNMS.measureNamed) if row is not None else None
    return None if str(named) == "count" else text(str(old).strip(" %"))


INDICATOR_OPERATORS: dict[str, dict[str, Edits]] = {
    "DATE-OPEN-PERIOD": {"a period without an end": open_end},
    "DATE-PERIOD": {"a year outside the term": year_outside},
    "INDICATOR-VALUE": {"no number in a cell": besides("Target", "unreadableCell", a_word("много", "1O", "по факту"))},
    "INDICATOR-COMPLETE": {"an empty cell": besides("Target", "missingMeasure", a_word("share", "count"))},
    "INDICATOR-RANGE": {"above a hundred": otherwise("Target", "share", above_hundred)},
    "INDICATOR-WHOLE": {"part of a person": otherwise("Target", "count", not_whole)},
    "INDICATOR-UNITS": {"the other measure": otherwise("IndicatorRow", "measureNamed", measure_of_another_kind)},
    "INDICATOR-TREND": {"periods exchanged": periods_exchanged},
    "INDICATOR-STAGNANT": {"the count stands": count_stands},
    "INDICATOR-BASE": {"a count of another base": count_of_another_base},
    "INDICATOR-ROUNDING": {"one rounding fits": fits_one_rounding},
    "INDICATOR-POPULATION": {"rows of one group": of_one_group("")},
    "INDICATOR-NEIGHBOUR": {"a row of a part of a group": of_one_group(" малых школ")},
    "INDICATOR-RULE": {"rows under two rules": of_two_rules},
    "INDICATOR-PERCENT": {"a cell without its sign": otherwise("Target", "shareWords", without_sign)},
    "INDICATOR-TWICE": {"the same indicator as above": besides("IndicatorRow", "repeatsRow", row_above)},
    "INDICATOR-PERIOD": {"one period twice": one_period_twice},
    "INDICATOR-TERRITORY": {"named after the region": besides("IndicatorRow", "territory", region_of_the_paper)},
}  # fmt: skip
INDICATOR_CONSEQUENCES = {
    "above a hundred": {"INDICATOR-TREND": "the next period is lower now",
                        "INDICATOR-STAGNANT": "and its count is not"},
    "the count stands": {"INDICATOR-ROUNDING": "a base fits only under some rounding",
                         "INDICATOR-POPULATION": "another one than in other rows"},
    "one rounding fits": {"INDICATOR-POPULATION": "another number of people than in other rows",
                          "INDICATOR-NEIGHBOUR": "or than in rows of a near group"},
    "a year outside the term": {"INDICATOR-PERIOD": "the years do not follow each other any more"},
    "a cell without its sign": {"INDICATOR-UNITS": "it may be a count"},
    "a count of another base": {"INDICATOR-ROUNDING": "some rounding may still fit"},
    "part of a person": {"INDICATOR-TREND": "the next period may be lower now",
                         "INDICATOR-STAGNANT": "the change may differ from that of the share now"},
}  # fmt: skip
