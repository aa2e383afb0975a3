"""A diagram as SVG: its title, bands, boxes and lines where the layout puts them, and what marks mean."""

from __future__ import annotations

from rsnms_kg.picture.alignment import aligned
from rsnms_kg.picture.canvas import BORDER, FAINT, INK, Canvas, Element, path, polygon
from rsnms_kg.picture.clearance import cleared
from rsnms_kg.picture.diagram import (
    CAPTION,
    HEAD,
    LEADING,
    MARK,
    PAD_X,
    PAD_Y,
    SMALL,
    TEXT,
    TITLE,
    Box,
    Diagram,
    Key,
    Link,
    Row,
)
from rsnms_kg.picture.dot import FILLS, box_names, row_names
from rsnms_kg.picture.graphviz import layout
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.placement import Layout, Line, Place
from rsnms_kg.picture.stacking import stacked

EDGE = 16  # the empty border of a picture
_SAMPLE = 44  # the length of a line in the legend
_DASHES = {"dashed": "6 4", "dotted": "2 4"}


def sheet(diagram: Diagram) -> str:
    """Return a diagram as SVG.

    :raises MissingExtraError: when the extra ``draw`` is not installed.
    """
    return _Sheet(
        diagram, stacked(diagram) if diagram.stacked else cleared(diagram, aligned(diagram, layout(diagram)))
    ).svg()


def heading(canvas: Canvas, parent: Element, title: list[str], note: list[str], at: tuple[float, float]) -> float:
    """Write a title and a note, and return where the picture begins; ``data-below`` of their group says it too."""
    below = canvas.lines(parent, title, at, TITLE, font_weight="bold", class_="heading")
    if note:
        below = canvas.lines(parent, note, (at[0], below + 2), HEAD, fill=FAINT, class_="note")
    parent.set("data-below", f"{below:g}")
    return below + 10


class _Sheet:
    def __init__(self, diagram: Diagram, places: Layout) -> None:
        self.diagram, self.places = diagram, places
        self.width = max(places.width, 560) + 2 * EDGE
        room = self.width - 2 * EDGE
        self.title = wrapped(diagram.title, room, TITLE, bold=True)
        self.note = wrapped(diagram.note, room, HEAD) if diagram.note else []
        self.indent = _SAMPLE + 10 if any(key.stroke or key.frame for key in diagram.legend) else MARK
        self.legend = [(key, wrapped(key.words, room - self.indent, SMALL)) for key in diagram.legend]
        self.top = EDGE + len(self.title) * TITLE * LEADING + len(self.note) * HEAD * LEADING + 12
        below = sum(len(lines) for _, lines in self.legend) * SMALL * LEADING + (14 if self.legend else 0)
        height = self.top + places.height + below + EDGE
        self.canvas = Canvas(self.width, height, diagram.title, diagram.description, diagram.language)
        self.boxes, self.rows = box_names(diagram), row_names(diagram)
        self.marked = any(row.mark for box in diagram.boxes for row in box.rows)

    def svg(self) -> str:
        canvas = self.canvas
        heading(canvas, canvas.group(canvas.root, "head"), self.title, self.note, (EDGE, EDGE))
        moved = canvas.group(canvas.root, "drawing", transform=f"translate({EDGE} {self.top:g})")
        self._bands(moved)
        for box in self.diagram.boxes:
            if box.key in self.places.frames:
                self._frame(moved, box)
        lines = canvas.group(moved, "lines")
        captions = []
        for at, (link, line) in enumerate(zip(self.diagram.links, self.places.lines, strict=True), 1):
            if line is not None and line.points:
                captions.append((self._line(lines, at, link, line), link, line))
        for box in self.diagram.boxes:
            self._box(moved, box)
        for group, link, line in captions:
            self._caption(group, link, line)
        for group, *_ in captions:  # above the boxes, so that nothing covers a caption
            lines.remove(group)
            moved.append(group)
        moved.remove(lines)
        self._legend(self.top + self.places.height + 14)
        return canvas.svg()

    def _bands(self, parent: Element) -> None:
        for band, place in zip(self.diagram.bands, self.places.bands, strict=True):
            group = self.canvas.group(parent, f"band {band.level}".strip())
            fill = FILLS.get(band.level, FILLS[""])
            dashed = {"stroke_dasharray": "5 3"} if band.level in ("outside", "unstated") else {}
            self.canvas.rectangle(group, _corners(place), fill=fill, stroke="#8a8a8a", **dashed)
            self.canvas.lines(
                group, band.caption, (place.left + PAD_X, place.top + 6), CAPTION, font_weight="bold", class_="caption"
            )

    def _frame(self, parent: Element, box: Box) -> None:
        place = self.places.frames[box.key]
        group = self.canvas.group(parent, "host")
        self.canvas.rectangle(group, _corners(place), fill="#ffffff", stroke=BORDER, stroke_width=2, rx=4)

    def _box(self, parent: Element, box: Box) -> None:
        place, canvas = self.places.boxes[box.key], self.canvas
        framed = box.key in self.places.frames
        group = canvas.group(parent, f"node {box.kind}", id=self.boxes[box.key], data_key=box.key, data_band=box.band)
        canvas.tip(group, box.tip)
        if framed:  # the frame has its border; this is what is marked as chosen or found
            canvas.rectangle(group, _corners(place), fill="#ffffff", stroke="none", class_="shape")
        else:
            dashed = {"stroke_dasharray": "5 3"} if box.kind == "actor" else {}
            canvas.rectangle(group, _corners(place), fill="#ffffff", stroke=BORDER, rx=4, class_="shape", **dashed)
        head = canvas.group(group, "words")
        at = canvas.lines(head, box.words, (place.left + PAD_X, place.top + PAD_Y), HEAD, font_weight="bold")
        canvas.lines(head, box.small, (place.left + PAD_X, at), SMALL, fill=FAINT)
        for row in box.rows:
            self._row(group, row, self.places.rows[row.key])

    def _row(self, parent: Element, row: Row, place: Place) -> None:
        canvas = self.canvas
        group = canvas.group(parent, f"row {row.kind}", id=self.rows[row.key], data_key=row.key)
        canvas.tip(group, row.tip)
        canvas.rectangle(group, _corners(place), fill="#ffffff", stroke="#b5b5b5", class_="shape")
        left = place.left + PAD_X
        if self.marked:
            canvas.mark(group, row.mark, (left + 6, place.top + PAD_Y - 2 + TEXT * 0.65))
            left += MARK
        below = canvas.lines(group, row.words, (left, place.top + PAD_Y - 2), TEXT)
        canvas.lines(group, row.small, (left, below), SMALL, fill=FAINT)

    def _line(self, parent: Element, at: int, link: Link, line: Line) -> Element:
        names = {**self.rows, **self.boxes}
        group = self.canvas.group(
            parent, f"edge {link.kind}", id=f"e{at}", data_source=names[link.source], data_target=names[link.target]
        )
        self.canvas.tip(group, link.tip)
        dashes = {"stroke_dasharray": _DASHES[link.stroke]} if link.stroke in _DASHES else {}
        self.canvas.add(group, "path", d=path(line.points), fill="none", stroke=FAINT, stroke_width=1.4, **dashes)
        for head in line.heads:
            self.canvas.add(group, "polygon", points=polygon(head), fill=FAINT, stroke=FAINT)
        return group

    def _caption(self, group: Element, link: Link, line: Line) -> None:
        if line.caption and link.words:
            x, y = line.caption
            top = y - len(link.words) * SMALL * LEADING / 2
            self.canvas.lines(
                group, link.words, (x, top), SMALL, fill=INK, text_anchor="middle", stroke="#ffffff", stroke_width=4,
                stroke_linejoin="round", paint_order="stroke", class_="caption",
            )  # fmt: skip

    def _legend(self, top: float) -> None:
        group = self.canvas.group(self.canvas.root, "legend")
        for key, words in self.legend:
            middle = top + SMALL * 0.65
            self.canvas.mark(group, key.mark, (EDGE + 6, middle), 5)
            if key.stroke:
                self._sample(group, key, middle)
            if key.frame:
                self._nested(group, middle)
            left = EDGE + self.indent
            top = self.canvas.lines(group, words, (left, top), SMALL, fill=FAINT)

    def _nested(self, parent: Element, y: float) -> None:
        """A box in a box, before the words that say what it means."""
        self.canvas.rectangle(parent, (EDGE + 13, y - 6, EDGE + 31, y + 6), fill="#ffffff", stroke=BORDER, rx=2)
        self.canvas.rectangle(parent, (EDGE + 16, y - 1, EDGE + 28, y + 4), fill="#ffffff", stroke=BORDER, rx=1)

    def _sample(self, parent: Element, key: Key, y: float) -> None:
        """A line as the picture has it, before the words that say what it means."""
        dashes = {"stroke_dasharray": _DASHES[key.stroke]} if key.stroke in _DASHES else {}
        end = EDGE + _SAMPLE
        way = f"M{EDGE} {y:.2f}H{end - 8 if key.arrow != 'none' else end}"
        self.canvas.add(parent, "path", d=way, fill="none", stroke=FAINT, stroke_width=1.4, **dashes)
        if key.arrow != "none":
            head = polygon(((end, y), (end - 9, y - 4), (end - 9, y + 4)))
            self.canvas.add(parent, "polygon", points=head, fill=FAINT, stroke=FAINT)


def _corners(place: Place) -> tuple[float, float, float, float]:
    return place.left, place.top, place.right, place.bottom
