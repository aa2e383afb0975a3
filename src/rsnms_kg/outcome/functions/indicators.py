"""Arithmetic of targets: units, trend, and the base that shares and counts imply."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import label
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.outcome.functions.breach import Breach, act_of, facts, names_code, number, pointing, text, value

# How a count is made of a share: the bases N for which rule(share × N) is the count, as [low, high].
Bases = tuple[int, int]


def _up(share: Fraction, count: int) -> Bases:
    """Round up: count - 1 < share · N ≤ count."""
    return floor(Fraction(count - 1) / share) + 1, floor(Fraction(count) / share)


def _half_up(share: Fraction, count: int) -> Bases:
    """Round half up: count - 1/2 ≤ share · N < count + 1/2."""
    return ceil((Fraction(count) - Fraction(1, 2)) / share), ceil((Fraction(count) + Fraction(1, 2)) / share) - 1


def _down(share: Fraction, count: int) -> Bases:
    """Round down: count ≤ share · N < count + 1."""
    return ceil(Fraction(count) / share), ceil(Fraction(count + 1) / share) - 1


ROUNDINGS: dict[str, Callable[[Fraction, int], Bases]] = {"up": _up, "half-up": _half_up, "down": _down}
_NAMES = {
    "up": Bilingual("вверх", "up"),
    "half-up": Bilingual("до ближайшего (половина – вверх)", "to the nearest (half up)"),
    "down": Bilingual("вниз", "down"),
}
_SHARE, _COUNT = Bilingual("доля в процентах", "a share in per cent"), Bilingual("количество", "a count")


def bases(cells: list[tuple[Decimal, int]], rounding: str) -> Bases | None:
    """Return the least and the greatest base that fits every (share in per cent, count), if one does.

    The base is a number of people or schools, so at least 1.
    """
    low, high = 1, 10**9
    for share, count in cells:
        if share == 0:
            if count:
                return None
            continue
        left, right = ROUNDINGS[rounding](Fraction(share) / 100, count)
        low, high = max(low, left), min(high, right)
    return (low, high) if low <= high else None


def no_common_base(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-BASE: no base fits the cells of a row, whatever the rounding."""
    for row in facts(graph, "IndicatorRow"):
        cells = _cells(graph, row)
        if cells and all(bases(cells, rounding) is None for rounding in ROUNDINGS):
            implied = "; ".join(
                f"{share.normalize():f} % = {count} → {_shown(Decimal(count) * 100 / share)}"
                for share, count in cells
                if share
            )
            zero = Bilingual("доля 0 % и количество больше нуля", "a share of 0 % and a count above zero")
            yield Breach(row, {"bases": implied or zero})


def one_rounding(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-ROUNDING: some rules of rounding fit the whole table and others do not."""
    for annex in facts(graph, "Annex"):
        rows = [row for row in facts(graph, "IndicatorRow") if _cells(graph, row) and str(row).startswith(f"{annex}/")]
        fitting = {rounding: [bases(_cells(graph, row), rounding) for row in rows] for rounding in ROUNDINGS}
        whole = [rounding for rounding, found in fitting.items() if rows and all(found)]
        if not whole or len(whole) == len(ROUNDINGS):
            continue
        told = [
            (
                text(graph, row, "number") or str(ordinal),
                f"{found[0]}–{found[1]}" if found[0] != found[1] else f"{found[0]}",
            )
            for ordinal, (row, found) in enumerate(zip(rows, fitting[whole[0]], strict=True), start=1)
            if found
        ]
        yield Breach(annex, {
            "rules": _both([_NAMES[rounding] for rounding in whole]),
            "bases": Bilingual(
                "; ".join(f"строка {number_}: {base}" for number_, base in told),
                "; ".join(f"row {number_}: {base}" for number_, base in told),
            ),
        })  # fmt: skip


def _both(names: list[Bilingual]) -> Bilingual:
    return Bilingual(", ".join(name.ru for name in names), ", ".join(name.en for name in names))


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


def falling_target(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-TREND: a minimum is lower than in the period before."""
    for row in facts(graph, "IndicatorRow"):
        targets = _by_period(graph, row)
        for earlier, later in itertools.pairwise(targets):
            for measure in ("share", "count"):
                before, after = number(graph, earlier, measure), number(graph, later, measure)
                if before is not None and after is not None and after < before:
                    words = f"{measure}Words"
                    yield Breach(
                        later,
                        {
                            "before": text(graph, earlier, words) or str(before),
                            "after": text(graph, later, words) or str(after),
                        },
                    )
                    break


def standing_target(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-STAGNANT: the share grows and the count stands, or the other way round."""
    for row in facts(graph, "IndicatorRow"):
        targets = _by_period(graph, row)
        for earlier, later in itertools.pairwise(targets):
            changes = [
                after > before
                for measure in ("share", "count")
                if (before := number(graph, earlier, measure)) is not None
                and (after := number(graph, later, measure)) is not None
            ]
            if len(changes) == 2 and changes[0] != changes[1]:
                yield Breach(row, {"before": _pair(graph, earlier), "after": _pair(graph, later)})
                break


def whole_region(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-TERRITORY: an indicator of a municipality's table speaks of the whole region."""
    municipal = any(names_code(value(graph, party, "role"), "role", "municipality") for party in facts(graph, "Party"))
    for row in facts(graph, "IndicatorRow") if municipal else []:
        territory, act = value(graph, row, "territory"), act_of(graph, row)
        if isinstance(territory, URIRef) and act is not None and territory == value(graph, act, "region"):
            yield Breach(row, {"territory": label("region", notation(territory))})


def _cells(graph: Graph, row: Node) -> list[tuple[Decimal, int]]:
    cells = []
    for target in _by_period(graph, row):
        share, count = number(graph, target, "share"), number(graph, target, "count")
        if share is not None and count is not None and count == int(count) and 0 <= share <= 100:
            cells.append((Decimal(share), int(count)))
    return cells


def _by_period(graph: Graph, row: Node) -> list[Node]:
    starts = {target: number(graph, target, "periodStart") or 0 for target in pointing(graph, "indicator", row)}
    return sorted(starts, key=lambda target: (starts[target], str(target)))


def _pair(graph: Graph, target: Node) -> Bilingual:
    share, count = text(graph, target, "shareWords") or "–", text(graph, target, "countWords") or "–"
    return Bilingual(f"{share} и {count}", f"{share} and {count}")


def _shown(quotient: Decimal) -> str:
    return f"{quotient.quantize(Decimal('0.1')).normalize():f}".replace(".", ",")
