"""A diagram as it is drawn: bands, boxes with rows, lines between them. It knows nothing of papers and law.

A network (see :mod:`rsnms_kg.picture.network`) says what is shown; its diagram says in which words and
order, with the words already in lines. DOT, Mermaid and SVG are written from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rsnms_kg.picture.columns import WIDEST, arranged, divided

Mark = Literal["", "full", "ring", "half", "empty", "dot", "square"]
Arrow = Literal["forward", "back", "both", "none"]
Stroke = Literal["solid", "dashed", "dotted"]

# Sizes of letters in pixels.
TITLE, CAPTION, HEAD, TEXT, SMALL = 20, 15, 14, 13, 12
LEADING = 1.3  # from line to line, in sizes of letters
PAD_X, PAD_Y = 12, 8
MARK = 22  # room for a mark before the words of a row
BAND_MARGIN, BAND_GAP = 14, 22  # between the border of a band and its boxes, and between bands


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
        """Return the boxes of a band in columns: one where a line ends in it, else as many as there is room for."""
        boxes = self.of(band)
        count = next(counts[band] for counts in self.lines() if band in counts)
        found, start = [], 0
        for size in divided([box_height(box) + self.gap for box in boxes], count):
            found.append(boxes[start : start + size])
            start += size
        return found

    def lines(self) -> list[dict[str, int]]:
        """Return lines of bands with the number of columns of each.

        Boxes without rows stand in one line of bands. Of others, the bands that lines lead between come first,
        side by side; the rest share the width of a sheet below them.
        """
        keys = [band.key for band in self.bands]
        if not self.stacked:
            return [dict.fromkeys(keys, 1)]
        ends = {end for link in self.links for end in (link.source, link.target)}
        linked = [key for key in keys if any(row.key in ends for box in self.of(key) for row in box.rows)]
        free = [key for key in keys if key not in linked]
        room = max(int((WIDEST - 3 * BAND_MARGIN) // (self.width + BAND_MARGIN)), 1)
        heights = [[box_height(box) + self.gap for box in self.of(key)] for key in free]
        head = 2 * BAND_MARGIN + BAND_GAP + max(len(band.caption) for band in self.bands) * CAPTION * LEADING
        found = [dict.fromkeys(linked, 1)] if linked else []
        start = 0
        for counts in arranged(heights, room, head):
            found.append(dict(zip(free[start : start + len(counts)], counts, strict=True)))
            start += len(counts)
        return found

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
