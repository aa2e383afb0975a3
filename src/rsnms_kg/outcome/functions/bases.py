"""The base that shares and counts imply: of how many people or schools a count is the share.

A count is a share of a number that the table does not print, rounded somehow. For every rule of rounding the
numbers that fit a cell are a range; cells of one row, and rows that count one group, have to fit one number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import label
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.outcome.functions.breach import facts, number, pointing, text, value

Bases = tuple[int, int]
_LARGEST = 10**9


def _up(share: Fraction, count: int) -> Bases:
    """Round up: count - 1 < share · N ≤ count."""
    return floor(Fraction(count - 1) / share) + 1, floor(Fraction(count) / share)


def _half_up(share: Fraction, count: int) -> Bases:
    """Round half up: count - 1/2 ≤ share · N < count + 1/2."""
    return ceil((Fraction(count) - Fraction(1, 2)) / share), ceil((Fraction(count) + Fraction(1, 2)) / share) - 1


def _down(share: Fraction, count: int) -> Bases:
    """Round down: count ≤ share · N < count + 1."""
    return ceil(Fraction(count) / share), ceil(Fraction(count + 1) / share) - 1


# How a count is made of a share: the bases N for which rule(share × N) is the count, as [low, high].
ROUNDINGS: dict[str, Callable[[Fraction, int], Bases]] = {"up": _up, "half-up": _half_up, "down": _down}
ROUNDING_NAMES = {
    "up": Bilingual("вверх", "up"),
    "half-up": Bilingual("до ближайшего (половина – вверх)", "to the nearest (half up)"),
    "down": Bilingual("вниз", "down"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A share in per cent and the count beside it, for a period."""

    share: Decimal
    count: int
    period: str | None


def bases(cells: list[tuple[Decimal, int]], rounding: str) -> Bases | None:
    """Return the least and the greatest base that fits every (share in per cent, count), if one does.

    The base is a number of people or schools, so at least 1.
    """
    low, high = 1, _LARGEST
    for share, count in cells:
        if share == 0:
            if count:
                return None
            continue
        left, right = ROUNDINGS[rounding](Fraction(share) / 100, count)
        low, high = max(low, left), min(high, right)
    return (low, high) if low <= high else None


def population(graph: Graph, row: Node) -> Bilingual | None:
    """Return the name of the group that a row counts."""
    code = value(graph, row, "population")
    return label("population", notation(code)) if isinstance(code, URIRef) else None


def by_period(graph: Graph, row: Node) -> list[Node]:
    """Return the targets of a row in the order of their periods."""
    starts = {target: number(graph, target, "periodStart") or 0 for target in pointing(graph, "indicator", row)}
    return sorted(starts, key=lambda target: (starts[target], str(target)))


def sound(graph: Graph, target: Node) -> bool:
    """Tell whether the values of a target can be reckoned with: no cell misread, no share or count impossible."""
    share, count = number(graph, target, "share"), number(graph, target, "count")
    possible = (share is None or 0 <= share <= 100) and (count is None or (count >= 0 and count == int(count)))
    return possible and value(graph, target, "unreadableCell") is None and not bare_share(graph, target)


def bare_share(graph: Graph, target: Node) -> bool:
    """Tell whether a share has no per cent sign while most shares of its table have one."""
    if _is_marked(graph, target) is not False:
        return False
    table = str(target).rpartition("/row-")[0]
    marks = [_is_marked(graph, other) for other in facts(graph, "Target") if str(other).startswith(f"{table}/row-")]
    return marks.count(True) > marks.count(False)


def cells_of(graph: Graph, row: Node) -> list[Cell]:
    """Return the pairs of share and count of a row that can be reckoned with, by periods."""
    cells = []
    for target in by_period(graph, row):
        share, count = number(graph, target, "share"), number(graph, target, "count")
        if share is not None and count is not None and sound(graph, target):
            cells.append(Cell(Decimal(share), int(count), text(graph, target, "period")))
    return cells


def _is_marked(graph: Graph, target: Node) -> bool | None:
    """Whether the share of a target is printed with its sign; ``None`` where there is no share."""
    if number(graph, target, "share") is None:
        return None
    words = text(graph, target, "shareWords") or ""
    return "%" in words or "процент" in words.lower()
