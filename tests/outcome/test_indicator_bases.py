"""The base that shares and counts imply: every number that fits is found, and no other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms_kg.outcome.functions.bases import ROUNDINGS, bases

UP, HALF_UP, DOWN = "up", "half-up", "down"
RULES = {UP: ceil, HALF_UP: lambda part: floor(part + Fraction(1, 2)), DOWN: floor}
LARGEST = 120  # for trying every base in turn

rules = st.sampled_from(sorted(RULES))
shares = st.integers(1, 1000).map(lambda tenths: Decimal(tenths) / 10)  # 0,1 % … 100 %
whole_shares = st.integers(1, 100).map(Decimal)
populations = st.integers(1, 500)


def counted(share: Decimal, population: int, rule: str) -> int:
    """The count that a share of a population gives under a rule of rounding, from first principles."""
    return RULES[rule](Fraction(share) * population / 100)


def fitting(cells: list[tuple[Decimal, int]], rule: str, largest: int) -> list[int]:
    """Every base up to a largest one that fits the cells, by trying them."""
    return [
        population
        for population in range(1, largest + 1)
        if all(counted(share, population, rule) == count for share, count in cells)
    ]


def test_the_rules_of_rounding_are_these() -> None:
    assert ROUNDINGS.keys() == RULES.keys()


@given(population=populations, share=whole_shares, rule=rules)
def test_the_base_that_a_count_was_made_from_is_among_those_found(population: int, share: Decimal, rule: str) -> None:
    found = bases([(share, counted(share, population, rule))], rule)
    assert found is not None and found[0] <= population <= found[1]


@given(population=populations, of=st.lists(shares, min_size=1, max_size=5), rule=rules)
def test_it_is_among_them_for_any_number_of_cells(population: int, of: list[Decimal], rule: str) -> None:
    found = bases([(share, counted(share, population, rule)) for share in of], rule)
    assert found is not None and found[0] <= population <= found[1]


@given(cells=st.lists(st.tuples(shares, st.integers(0, 30)), min_size=1, max_size=3), rule=rules)
def test_the_bases_found_are_exactly_those_that_fit(cells: list[tuple[Decimal, int]], rule: str) -> None:
    found = bases(cells, rule)
    tried = fitting(cells, rule, LARGEST)
    if found is None:
        assert tried == []
    else:
        assert tried == list(range(found[0], min(found[1], LARGEST) + 1))


@given(share=whole_shares, count=st.integers(0, 500), rule=rules)
def test_a_share_of_whole_per_cent_may_fit_no_base_and_never_a_wrong_one(share: Decimal, count: int, rule: str) -> None:
    found = bases([(share, count)], rule)
    for population in found or ():
        assert counted(share, population, rule) == count
    for population in (found[0] - 1, found[1] + 1) if found else ():
        assert population < 1 or counted(share, population, rule) != count


@given(cells=st.lists(st.tuples(shares, st.integers(0, 50)), min_size=2, max_size=4), rule=rules)
def test_another_cell_never_lets_in_another_base(cells: list[tuple[Decimal, int]], rule: str) -> None:
    fewer, all_of_them = bases(cells[:-1], rule), bases(cells, rule)
    if all_of_them is not None:
        assert fewer is not None and fewer[0] <= all_of_them[0] <= all_of_them[1] <= fewer[1]
    assert all_of_them == bases(list(reversed(cells)), rule)


@pytest.mark.parametrize(("rule", "found"), [(UP, None), (HALF_UP, (245, 249)), (DOWN, (250, 259))])
def test_five_per_cent_are_12_and_ten_per_cent_are_25(rule: str, found: tuple[int, int] | None) -> None:
    assert bases([(Decimal(5), 12), (Decimal(10), 25)], rule) == found


@pytest.mark.parametrize("rule", RULES)
def test_all_are_all(rule: str) -> None:
    assert bases([(Decimal(100), 7)], rule) == (7, 7)


@pytest.mark.parametrize("rule", RULES)
def test_no_per_cent_are_nobody(rule: str) -> None:
    assert bases([(Decimal(0), 1)], rule) is None
    low, _ = bases([(Decimal(0), 0)], rule)
    assert low == 1


@pytest.mark.parametrize("rule", RULES)
def test_a_base_is_a_person_or_a_school_at_least(rule: str) -> None:
    found = bases([(Decimal(1), 0)], rule)
    assert found is None if rule == UP else found[0] == 1
