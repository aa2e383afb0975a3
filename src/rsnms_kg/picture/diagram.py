"""A diagram as it is drawn: bands, boxes with rows, lines between them. It knows nothing of papers and law.

A network (see :mod:`rsnms_kg.picture.network`) says what is shown; its diagram says in which words and
order, with the words already in lines. DOT, Mermaid and SVG are written from it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Mark = Literal["", "full", "ring", "half", "empty", "dot", "square"]
Arrow = Literal["forward", "back", "both", "none"]
Stroke = Literal["solid", "dashed", "dotted"]

# Sizes of letters in pixels.
TITLE, CAPTION, HEAD, TEXT, SMALL = 20, 15, 14, 13, 12
LEADING = 1.3  # from line to line, in sizes of letters
PAD_X, PAD_Y = 12, 8
MARK = 22  # room for a mark before the words of a row
_PROPORTION = 1.3  # of the width of a picture to its height, where boxes are free to go


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a box: its words, what is said small below them, and a mark before them."""

    key: str
    kind: str
    words: tuple[str, ...]
    small: tuple[str, ...] = ()
    mark: Mark = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: a head in bold, small print, rows; or a frame that holds other boxes below its head."""

    key: str
    kind: str
    band: str
    words: tuple[str, ...]
    small: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    within: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A band of boxes: one column, with its name."""

    key: str
    caption: tuple[str, ...]
    level: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two boxes or rows."""

    source: str
    target: str
    kind: str
    words: tuple[str, ...] = ()
    arrow: Arrow = "forward"
    stroke: Stroke = "solid"
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What a mark or a line means: its words, and what stands before them."""

    words: str
    mark: Mark = ""
    stroke: Literal["", "solid", "dashed", "dotted"] = ""
    arrow: Arrow = "none"
    frame: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """What a picture shows, in the order of drawing; ``width`` is that of the boxes."""

    title: str
    description: str
    language: str
    note: str
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    legend: tuple[Key, ...] = ()
    width: int = 330
    gap: int = 26
    names: dict[str, str] = field(default_factory=dict)

    def of(self, band: str) -> list[Box]:
        """Return the boxes of a band in order, a unit after the frame that holds it."""
        return [box for box in self.boxes if box.band == band]

    @property
    def stacked(self) -> bool:
        """Whether its boxes have rows, and so stand in columns like a table."""
        return any(box.rows for box in self.boxes)

    def columns(self, band: str) -> list[list[Box]]:
        """Return the boxes of a band in columns: several where no line ends in it and one would be too high."""
        boxes = self.of(band)
        rows = {row.key for box in boxes for row in box.rows}
        if not self.stacked or any(end in rows for link in self.links for end in (link.source, link.target)):
            return [boxes]
        heights = {box.key: box_height(box) + self.gap for box in self.boxes}
        limit = max(
            math.sqrt(sum(heights.values()) * self.width / _PROPORTION), *heights.values(), self._linked(heights)
        )
        found: list[list[Box]] = [[]]
        filled = 0.0
        for box in boxes:
            if found[-1] and filled + heights[box.key] > limit:
                found.append([])
                filled = 0.0
            found[-1].append(box)
            filled += heights[box.key]
        return found

    def _linked(self, heights: dict[str, float]) -> float:
        """How high the highest band is that lines begin or end in, and that cannot be divided."""
        ends = {end for link in self.links for end in (link.source, link.target)}
        bands = {box.band for box in self.boxes if any(row.key in ends for row in box.rows)}
        return max((sum(heights[box.key] for box in self.of(band)) for band in bands), default=0.0)

    def inside(self, frame: str) -> list[Box]:
        """Return the boxes that a frame holds."""
        return [box for box in self.boxes if box.within == frame]

    def owners(self) -> Iterator[tuple[str, str]]:
        """Yield the key of every row with the key of its box."""
        for box in self.boxes:
            for row in box.rows:
                yield row.key, box.key


def head_height(box: Box) -> float:
    """Return how high the head of a box is."""
    return round(len(box.words) * HEAD * LEADING + len(box.small) * SMALL * LEADING + 2 * PAD_Y)


def box_height(box: Box) -> float:
    """Return how high a box is with its rows."""
    return head_height(box) + sum(map(row_height, box.rows))


def row_height(row: Row) -> float:
    """Return how high a row is."""
    return round(len(row.words) * TEXT * LEADING + len(row.small) * SMALL * LEADING + 2 * PAD_Y - 4)
