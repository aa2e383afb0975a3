"""Where boxes with rows go: stacked in columns, as a table is set; lines cross the empty channels between them.

Nothing is free here for a layout engine to decide: the order is that of the paper, the heights are those of
the words, and a line leads from a row to a row of the next band.
"""

from __future__ import annotations

from dataclasses import replace

from rsnms_kg.picture.diagram import (
    BAND_GAP,
    BAND_MARGIN,
    CAPTION,
    LEADING,
    Box,
    Diagram,
    Link,
    box_height,
    head_height,
    row_height,
)
from rsnms_kg.picture.placement import Layout, Line, Place, Point

_CHANNEL = 110  # between bands that lines cross
_ARROW = 9.0


def stacked(diagram: Diagram) -> Layout:
    """Return where the parts of a diagram go whose boxes have rows: lines of bands, one below the other."""
    places: dict[str, Place] = {}
    bands: dict[str, Place] = {}
    top, lines = 0.0, diagram.lines()
    for line in lines:
        here = _band_line(diagram, list(line), top, places)
        bands |= here
        top = max(place.bottom for place in here.values()) + BAND_GAP
    right = max(place.right for place in bands.values())
    for last in (list(line)[-1] for line in lines):
        if len(lines) > 1 and not any(_linked(diagram, key) for key in bands if bands[key].top == bands[last].top):
            bands[last] = replace(bands[last], right=right)  # lines are as long as the longest
    links = tuple(_line(link, places) for link in diagram.links)
    boxes = {box.key: places[box.key] for box in diagram.boxes}
    rows = {key: places[key] for key, _ in diagram.owners()}
    return Layout(right, top - BAND_GAP, tuple(bands[band.key] for band in diagram.bands), boxes, {}, rows, links)


def _band_line(diagram: Diagram, keys: list[str], top: float, places: dict[str, Place]) -> dict[str, Place]:
    """Place the boxes of bands that stand side by side, and return the places of the bands."""
    captions = [len(band.caption) for band in diagram.bands if band.key in keys]
    below, left = top + 2 * 6 + max(captions) * CAPTION * LEADING, 0.0
    spans: dict[str, tuple[float, float]] = {}
    for key in keys:
        start, left = left, left + BAND_MARGIN
        for column in diagram.columns(key):
            _stack(column, left, below, diagram, places)
            left += diagram.width + BAND_MARGIN
        spans[key] = (start, left)
        left += _CHANNEL if _crossed(diagram, key) else BAND_GAP
    bottom = max(places[box.key].bottom for key in keys for box in diagram.of(key)) + BAND_MARGIN
    return {key: Place(start, top, end, bottom) for key, (start, end) in spans.items()}


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


def _linked(diagram: Diagram, band: str) -> bool:
    """Whether lines leave a band or reach it."""
    rows = {row.key for box in diagram.of(band) for row in box.rows}
    return any(rows & {link.source, link.target} for link in diagram.links)


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
