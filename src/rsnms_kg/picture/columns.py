"""How bands of boxes share a sheet: side by side as long as it is not too wide to be read on paper, else below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

# At this width, on the long side of A4 with usual margins, the smallest letters (12) are 6 points high.
WIDEST = 1500.0


def divided(heights: list[float], count: int) -> list[int]:
    """Return how many of some heights in a row go into each of at most ``count`` columns, the highest being least."""
    at_most = min(count, len(heights)) or 1
    best = min(_limits(heights), key=lambda limit: (len(_filled(heights, limit)) > at_most, limit))
    return _filled(heights, best)


def arranged(bands: list[list[float]], room: int, head: float) -> list[list[int]]:
    """Return lines of bands, each as the numbers of columns of its bands, so that all is as low as it can be.

    :param bands: the heights of the boxes of each band, in order.
    :param room: how many columns there is room for in a line.
    :param head: what a line takes besides the boxes.
    """
    tall = [[_height(band, count) for count in range(1, room + 1)] for band in bands]

    @cache
    def lowest(start: int) -> tuple[float, tuple[tuple[int, ...], ...]]:
        if start == len(bands):
            return 0.0, ()
        found = []
        for columns in _shares(min(room, len(bands) - start), room):
            rest, lines = lowest(start + len(columns))
            line = max(tall[start + at][count - 1] for at, count in enumerate(columns)) + head
            found.append((line + rest, (columns, *lines)))
        return min(found)

    return [list(columns) for columns in lowest(0)[1]]


def _shares(most: int, room: int) -> Iterator[tuple[int, ...]]:
    """Ways to give up to ``room`` columns to one band, to two … to ``most``."""

    def ways(count: int, left: int) -> Iterator[tuple[int, ...]]:
        if count == 0:
            yield ()
            return
        for one in range(1, left - count + 2):
            yield from ((one, *rest) for rest in ways(count - 1, left - one))

    for count in range(1, most + 1):
        yield from ways(count, room)


def _height(heights: list[float], count: int) -> float:
    sizes = divided(heights, count)
    ends = [sum(sizes[:at]) for at in range(len(sizes) + 1)]
    return max((sum(heights[start:end]) for start, end in pairwise(ends)), default=0.0)


def _limits(heights: list[float]) -> set[float]:
    """Every height that a column can have."""
    found = {0.0}
    for start in range(len(heights)):
        total = 0.0
        for height in heights[start:]:
            total += height
            found.add(total)
    return {limit for limit in found if limit >= max(heights, default=0.0)}


def _filled(heights: list[float], limit: float) -> list[int]:
    sizes, filled = [0], 0.0
    for height in heights:
        if sizes[-1] and filled + height > limit:
            sizes.append(0)
            filled = 0.0
        sizes[-1] += 1
        filled += height
    return sizes
