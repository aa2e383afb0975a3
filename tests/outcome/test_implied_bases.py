"""The cells of a table of targets imply numbers of people, rule by rule."""

from __future__ import annotations

from decimal import Decimal

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.outcome.functions.bases import ROUNDINGS, bases, cells_of, population
from rsnms_kg.outcome.functions.breach import facts

GRAPH = build_graph(facts_of(agreements.write(MATTERS["tver"])[0]))
ROWS = facts(GRAPH, "IndicatorRow")


def test_a_cell_of_a_row_is_a_share_and_a_count() -> None:
    cells = [(cell.share, cell.count) for row in ROWS for cell in cells_of(GRAPH, row)]
    assert (Decimal(50), 2) in cells and len(cells) > len(ROWS)


@pytest.mark.parametrize(("rule", "expected"), [("up", (3, 4)), ("half-up", (3, 4)), ("down", (4, 5))])
def test_half_of_a_group_that_counts_two_implies_these_numbers(rule: str, expected: tuple[int, int]) -> None:
    assert set(ROUNDINGS) == {"up", "half-up", "down"}
    assert bases([(Decimal(50), 2)], rule) == expected


def test_a_row_says_whom_it_counts() -> None:
    counted = [row for row in ROWS if cells_of(GRAPH, row)]
    assert sorted(group.ru for row in counted if (group := population(GRAPH, row))) == ["педагоги", "тьюторы", "школы"]
