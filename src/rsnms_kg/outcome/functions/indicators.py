"""Targets against each other: units, periods and trend."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import label
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.outcome.functions.bases import bare_share, by_period, sound
from rsnms_kg.outcome.functions.breach import Breach, act_of, facts, names_code, number, pointing, python, text, value
from rsnms_kg.outcome.functions.dates import period_outside_term
from rsnms_kg.outcome.functions.populations import no_common_base

_SHARE, _COUNT = Bilingual("доля в процентах", "a share in per cent"), Bilingual("количество", "a count")


def named_otherwise(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-UNITS: an indicator named a count has shares, or one named a share has counts alone."""
    for row in facts(graph, "IndicatorRow"):
        named = text(graph, row, "measureNamed")
        targets = list(pointing(graph, "indicator", row))
        shares = any(number(graph, target, "share") is not None for target in targets)
        counts = any(number(graph, target, "count") is not None for target in targets)
        if named == "count" and shares:
            yield Breach(row, {"named": _COUNT, "given": _SHARE})
        elif named == "share" and counts and not shares:
            yield Breach(row, {"named": _SHARE, "given": _COUNT})


def share_without_sign(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-PERCENT: a share has no per cent sign, though most shares of the table have one.

    What stands below «share» in a row that is named a count may be a count: INDICATOR-UNITS tells of the row.
    """
    told = {row for row in facts(graph, "IndicatorRow") if text(graph, row, "measureNamed") == "count"}
    for target in facts(graph, "Target"):
        readable = value(graph, target, "unreadableCell") is None
        if readable and bare_share(graph, target) and value(graph, target, "indicator") not in told:
            yield Breach(target)


def disordered_periods(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-PERIOD: a period is named twice, stands before an earlier one or leaves years out before it."""
    outside = {breach.focus for breach in period_outside_term(graph)}  # a year off is told once, by DATE-PERIOD
    for periods in _tables(graph):
        for earlier, later in itertools.pairwise(periods):
            breach = _out_of_order(graph, earlier, later)
            if breach is None and outside.isdisjoint((earlier, later)):
                breach = _left_out(graph, earlier, later)
            if breach:
                yield breach
    undated = [target for target in facts(graph, "Target") if value(graph, target, "inPeriod") is None]
    for target in undated[:1] if facts(graph, "Period") else []:
        yield Breach(target, {
            "fault": Bilingual("над значениями не назван период", "no period is named above the values"),
            "due": Bilingual("год над каждым столбцом значений", "a year above every column of values"),
            "found": Bilingual("нет", "none"),
        })  # fmt: skip


def falling_target(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-TREND: a minimum is lower than in the period before."""
    for _, earlier, later in _successive(graph):
        for measure in ("share", "count"):
            before, after = number(graph, earlier, measure), number(graph, later, measure)
            if before is not None and after is not None and after < before:
                words = f"{measure}Words"
                shown = text(graph, earlier, words) or str(before), text(graph, later, words) or str(after)
                yield Breach(later, {"before": shown[0], "after": shown[1]})
                break


def standing_target(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-STAGNANT: the share grows and the count stands, or the other way round."""
    told = {breach.focus for breach in no_common_base(graph)}  # such a row is wrong as a whole
    for row, earlier, later in _successive(graph):
        changes = [
            after > before
            for measure in ("share", "count")
            if (before := number(graph, earlier, measure)) is not None
            and (after := number(graph, later, measure)) is not None
        ]
        if len(changes) == 2 and changes[0] != changes[1] and row not in told:
            told.add(row)
            yield Breach(row, {"before": _pair(graph, earlier), "after": _pair(graph, later)})


def whole_region(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-TERRITORY: an indicator of a municipality's table speaks of the whole region."""
    municipal = any(names_code(value(graph, party, "role"), "role", "municipality") for party in facts(graph, "Party"))
    for row in facts(graph, "IndicatorRow") if municipal else []:
        territory, act = value(graph, row, "territory"), act_of(graph, row)
        if isinstance(territory, URIRef) and act is not None and territory == value(graph, act, "region"):
            yield Breach(row, {"territory": label("region", notation(territory))})


def _successive(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    """A row with two of its targets, one period after the other, where both and their order can be relied on."""
    if any(_out_of_order(graph, *pair) for periods in _tables(graph) for pair in itertools.pairwise(periods)):
        return
    for row in facts(graph, "IndicatorRow"):
        for earlier, later in itertools.pairwise(by_period(graph, row)):
            dated = number(graph, earlier, "periodStart") is not None or not facts(graph, "Period")
            if dated and sound(graph, earlier) and sound(graph, later):
                yield row, earlier, later


def _tables(graph: Graph) -> list[list[Node]]:
    """The periods of every table, in the order in which they are printed."""
    tables: dict[str, list[Node]] = {}
    for period in facts(graph, "Period"):
        if number(graph, period, "periodStart") is not None:
            tables.setdefault(str(period).rpartition("/")[0], []).append(period)
    return list(tables.values())


def _out_of_order(graph: Graph, earlier: Node, later: Node) -> Breach | None:
    """Whether a period begins no later than the one printed before it."""
    begins, follows = number(graph, earlier, "periodStart"), number(graph, later, "periodStart")
    if begins is None or follows is None or follows > begins:
        return None
    before, found = text(graph, earlier, "words") or "", text(graph, later, "words") or ""
    if follows == begins:
        fault = Bilingual(f"период «{found}» назван дважды", f"the period «{found}» is named twice")
    else:
        fault = Bilingual(f"период «{found}» стоит после «{before}»", f"the period «{found}» stands after «{before}»")
    return _of_period(later, fault, before, found)


def _left_out(graph: Graph, earlier: Node, later: Node) -> Breach | None:
    """Whether years are left out between a period and the next one."""
    last = number(graph, earlier, "periodEnd") or number(graph, earlier, "periodStart")
    follows = number(graph, later, "periodStart")
    if last is None or follows is None or follows <= last + 1 or python(graph, earlier, "openPeriod"):
        return None
    before, found = text(graph, earlier, "words") or "", text(graph, later, "words") or ""
    years = str(last + 1) if follows == last + 2 else f"{last + 1}–{follows - 1}"
    fault = Bilingual(
        f"перед периодом «{found}» пропущено: {years}", f"before the period «{found}» is left out: {years}"
    )
    return _of_period(later, fault, before, found)


def _of_period(period: Node, fault: Bilingual, before: str, found: str) -> Breach:
    due = Bilingual(f"период сразу после «{before}»", f"the period right after «{before}»")
    return Breach(period, {"fault": fault, "due": due, "found": found})


def _pair(graph: Graph, target: Node) -> Bilingual:
    share, count = text(graph, target, "shareWords") or "–", text(graph, target, "countWords") or "–"
    return Bilingual(f"{share} и {count}", f"{share} and {count}")
