"""Where the parts of a picture go: rectangles and lines, y growing downwards."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the points of its Bézier curves, its arrowheads, the middle of its caption."""

    points: tuple[Point, ...]
    heads: tuple[tuple[Point, ...], ...] = ()
    caption: Point | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Bands in order, boxes, frames and rows by key, lines in order."""

    width: float
    height: float
    bands: tuple[Place, ...]
    boxes: dict[str, Place]
    frames: dict[str, Place]
    rows: dict[str, Place]
    lines: tuple[Line | None, ...]
