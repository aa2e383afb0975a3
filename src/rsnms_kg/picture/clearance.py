"""Captions of lines where nothing runs through them: beside their line, clear of boxes, lines and each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rsnms_kg.picture.diagram import CAPTION, LEADING, SMALL, Diagram, Link
from rsnms_kg.picture.letters import width as breadth
from rsnms_kg.picture.placement import Layout, Line, Place, Point

_NEAR = 5.0  # from a line to its caption
_FAR = (18.0, 3.0)  # from other lines to it: at best, and at least


def cleared(diagram: Diagram, layout: Layout) -> Layout:
    """Return a layout whose captions stand where nothing crosses them, as far as there is such a place."""
    walls = [*layout.boxes.values(), *_captions(diagram, layout)]
    for place in (*layout.bands, *layout.frames.values()):
        walls += _borders(place)
    curves = [list(line.sampled()) if line else [] for line in layout.lines]
    lines: list[Line | None] = []
    for link, line, curve in zip(diagram.links, layout.lines, curves, strict=True):
        if line is None or line.caption is None or not link.words:
            lines.append(line)
            continue
        wide, high = _size(link)
        field = Place(0, 0, layout.width, layout.height)
        others = [other for other in curves if other is not curve]
        tries = ((distance, point) for distance in _FAR for point in (line.caption, *_beside(curve, wide, high)))
        for distance, point in tries:
            place = _around(point, wide, high)
            if _inside(place, field) and not _hit(place, walls, [curve], 2) and not _hit(place, [], others, distance):
                line = replace(line, caption=point)
                break
        walls.append(_around(line.caption or (0, 0), wide, high))
        lines.append(line)
    return replace(layout, lines=tuple(lines))


def _captions(diagram: Diagram, layout: Layout) -> Iterator[Place]:
    """The captions of the bands."""
    for band, place in zip(diagram.bands, layout.bands, strict=True):
        yield Place(place.left, place.top, place.right, place.top + 6 + len(band.caption) * CAPTION * LEADING)


def _borders(place: Place) -> list[Place]:
    """The lines around a band or a frame."""
    left, top, right, bottom = place.left, place.top, place.right, place.bottom
    return [
        Place(left - 2, top, left + 2, bottom),
        Place(right - 2, top, right + 2, bottom),
        Place(left, top - 2, right, top + 2),
        Place(left, bottom - 2, right, bottom + 2),
    ]


def _size(link: Link) -> tuple[float, float]:
    return max(breadth(line, SMALL) for line in link.words), len(link.words) * SMALL * LEADING


def _around(centre: Point, wide: float, high: float) -> Place:
    x, y = centre
    return Place(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _beside(curve: list[Point], wide: float, high: float) -> Iterator[Point]:
    """Places for a caption around the points of its line, from the middle to the ends."""
    middle = len(curve) // 2
    order = sorted(range(0, len(curve), 3), key=lambda at: abs(at - middle))
    for distance in (_NEAR, 3 * _NEAR):
        for x, y in (curve[at] for at in order):
            yield x, y - high / 2 - distance
            yield x, y + high / 2 + distance
            yield x + wide / 2 + distance, y
            yield x - wide / 2 - distance, y


def _inside(place: Place, field: Place) -> bool:
    return place.left >= field.left and place.right <= field.right and place.top >= 0 and place.bottom <= field.bottom


def _hit(place: Place, walls: list[Place], curves: list[list[Point]], margin: float) -> bool:
    return any(_overlap(place, wall) for wall in walls) or any(
        place.left - margin < x < place.right + margin and place.top - margin / 2 < y < place.bottom + margin / 2
        for curve in curves
        for x, y in curve
    )


def _overlap(one: Place, other: Place) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
