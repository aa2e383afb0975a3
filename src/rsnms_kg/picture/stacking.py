"""Where boxes with rows go: stacked in columns, as a table is set; lines cross the empty channels between them.

Nothing is free here for a layout engine to decide: the order is that of the paper, the heights are those of
the words, and a line leads from a row to a row of the next band.
"""

from __future__ import annotations

from rsnms_kg.picture.diagram import CAPTION, LEADING, Box, Diagram, Link, box_height, head_height, row_height
from rsnms_kg.picture.placement import Layout, Line, Place, Point

_MARGIN = 14  # between a band's border and its boxes
_BETWEEN = 22  # between bands; wider where lines cross
_CHANNEL = 110
_ARROW = 9.0


def stacked(diagram: Diagram) -> Layout:
    """Return where the parts of a diagram go whose boxes have rows."""
    top = 2 * 6 + max(len(band.caption) for band in diagram.bands) * CAPTION * LEADING
    places: dict[str, Place] = {}
    spans: list[tuple[float, float]] = []
    left = 0.0
    for band in diagram.bands:
        start, left = left, left + _MARGIN
        for column in diagram.columns(band.key):
            _stack(column, left, top, diagram, places)
            left += diagram.width + _MARGIN
        spans.append((start, left))
        left += _CHANNEL if _crossed(diagram, band.key) else _BETWEEN
    bottom = max(place.bottom for place in places.values()) + _MARGIN
    lines = tuple(_line(link, places) for link in diagram.links)
    boxes = {box.key: places[box.key] for box in diagram.boxes}
    rows = {key: places[key] for key, _ in diagram.owners()}
    bands = tuple(Place(start, 0, end, bottom) for start, end in spans)
    return Layout(spans[-1][1], bottom, bands, boxes, {}, rows, lines)


def _stack(column: list[Box], left: float, top: float, diagram: Diagram, places: dict[str, Place]) -> None:
    right = left + diagram.width
    for box in column:
        places[box.key] = Place(left, top, right, top + box_height(box))
        below = top + head_height(box)
        for row in box.rows:
            places[row.key] = Place(left, below, right, below + row_height(row))
            below = places[row.key].bottom
        top = places[box.key].bottom + diagram.gap


def _crossed(diagram: Diagram, band: str) -> bool:
    """Whether lines leave a band to the right."""
    rows = {row.key for box in diagram.of(band) for row in box.rows}
    return any(link.source in rows for link in diagram.links)


def _line(link: Link, places: dict[str, Place]) -> Line:
    """A curve from the right side of a row to the left side of another one, with its arrowhead."""
    tail, head = places[link.source], places[link.target]
    x, y, end, level = tail.right, (tail.top + tail.bottom) / 2, head.left, (head.top + head.bottom) / 2
    heads: tuple[tuple[Point, ...], ...] = ()
    if link.arrow in ("forward", "both"):
        heads = (((end, level), (end - _ARROW, level - 4), (end - _ARROW, level + 4)),)
        end -= _ARROW
    middle = (x + end) / 2
    return Line(((x, y), (middle, y), (middle, level), (end, level)), heads)
