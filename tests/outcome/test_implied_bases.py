"""Every cell of a table of targets is told with the numbers that it implies, rule by rule."""

from __future__ import annotations

from decimal import Decimal

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.outcome.functions.bases import implied_bases

FOUND = implied_bases(build_graph(facts_of(agreements.write(MATTERS["tver"])[0])))


def test_every_cell_is_told_once_for_every_rule() -> None:
    cells = [(base.row, base.period) for base in FOUND]
    assert cells and all(cells.count(cell) == 3 for cell in cells)
    assert {base.rule for base in FOUND} == {"up", "half-up", "down"}


def test_half_of_two_tutors_implies_these_numbers() -> None:
    told = {base.rule: (base.low, base.high) for base in FOUND if (base.share, base.count) == (Decimal(50), 2)}
    assert told == {"up": (3, 4), "half-up": (3, 4), "down": (4, 5)}


def test_a_row_says_whom_it_counts() -> None:
    groups = {base.row: base.population.ru for base in FOUND if base.population}
    assert sorted(groups.values()) == ["педагоги", "тьюторы", "школы"]
