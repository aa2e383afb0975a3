"""Bands as columns of one height, whose captions stand above every line of the picture."""

from __future__ import annotations

from rsnms_kg.picture.diagram import CAPTION, LEADING, PAD_Y, Band, Diagram
from rsnms_kg.picture.placement import Layout, Place

_ABOVE = 6  # from the top of a band to its caption


def aligned(diagram: Diagram, layout: Layout) -> Layout:
    """Return a layout whose bands begin and end together.

    Graphviz makes each as high as its boxes; a line that leads past a lower band would run through its
    caption if it were only stretched, so the captions of all move above the lines. The boxes of a band that
    no line touches stand right below its caption.
    """
    parts = (*layout.boxes.values(), *layout.frames.values())
    lines = [y for line in layout.lines if line for _, y in line.sampled()]
    caption = _ABOVE + max(len(band.caption) for band in diagram.bands) * CAPTION * LEADING + PAD_Y
    top = min(*lines, *(part.top for part in parts)) - caption if lines else min(part.top for part in parts) - caption
    bottom = max([*lines, *(band.bottom for band in layout.bands)])
    down = min(band.top for band in layout.bands) - top  # the empty border above stays as it was
    shifts: dict[str, float] = {}
    for band, place in zip(diagram.bands, layout.bands, strict=True):
        up = _room(diagram, layout, band, place, top + caption + PAD_Y)
        shifts |= {box.key: down - up for box in diagram.of(band.key)}
    return Layout(
        layout.width,
        max(layout.height, bottom) + down,
        tuple(Place(band.left, top + down, band.right, bottom + down) for band in layout.bands),
        {key: place.moved(shifts[key]) for key, place in layout.boxes.items()},
        {key: place.moved(shifts[key]) for key, place in layout.frames.items()},
        layout.rows,
        tuple(line.moved(down) if line else None for line in layout.lines),
    )


def _room(diagram: Diagram, layout: Layout, band: Band, place: Place, top: float) -> float:
    """How far the boxes of a band can move up: not at all if a line ends at one or passes through the band."""
    boxes = [box.key for box in diagram.of(band.key)]
    ends = {end for link in diagram.links for end in (link.source, link.target)}
    crossed = any(place.left < x < place.right for line in layout.lines if line for x, _ in line.sampled())
    if crossed or not ends.isdisjoint(boxes):
        return 0.0
    parts = [places[key] for key in boxes for places in (layout.frames, layout.boxes) if key in places]
    return max(min(part.top for part in parts) - top, 0.0)
