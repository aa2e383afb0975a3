"""Where the parts of a picture go: rectangles and lines, y growing downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Point = tuple[float, float]
_STEPS = 48  # points of a curve that are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, down: float) -> Place:
        """Return the rectangle further down."""
        return Place(self.left, self.top + down, self.right, self.bottom + down)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the points of its Bézier curves, its arrowheads, the middle of its caption."""

    points: tuple[Point, ...]
    heads: tuple[tuple[Point, ...], ...] = ()
    caption: Point | None = None

    def moved(self, down: float) -> Line:
        """Return the line further down."""

        def lower(points: tuple[Point, ...]) -> tuple[Point, ...]:
            return tuple((x, y + down) for x, y in points)

        return Line(lower(self.points), tuple(map(lower, self.heads)), self.caption and lower((self.caption,))[0])

    def sampled(self) -> Iterator[Point]:
        """Yield points along the line."""
        for at in range(0, len(self.points) - 3, 3):
            a, b, c, d = self.points[at : at + 4]
            for step in range(_STEPS + 1):
                t = step / _STEPS
                u = 1 - t
                yield (
                    u**3 * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t**3 * d[0],
                    u**3 * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t**3 * d[1],
                )


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
