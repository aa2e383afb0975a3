"""What charts share: a sheet with a title, rows of a table with words on the left, and names in the SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms_kg.picture.canvas import FAINT, Canvas, Element
from rsnms_kg.picture.captions import sentence
from rsnms_kg.picture.diagram import HEAD, LEADING, MARK, PAD_X, PAD_Y, SMALL, TEXT, TITLE, Mark
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.presentation import description
from rsnms_kg.picture.sheet import EDGE, heading

if TYPE_CHECKING:
    from networkx import MultiDiGraph

LEFT = 470  # the width of the words
HEADER = 34  # the height of the row with the names of columns or days


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a row: a number, what it is about, and what is said small below."""

    key: str
    kind: str
    number: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
    tip: str
    least: float = 0.0

    @property
    def height(self) -> float:
        """How high the row has to be."""
        words = len(self.lines) * TEXT * LEADING + len(self.small) * SMALL * LEADING + 2 * PAD_Y
        return round(max(words, self.least))


class Table:
    """A sheet with rows; ``top`` is where they begin, ``right`` where the words end and the chart begins."""

    def __init__(self, view: MultiDiGraph, rows: list[Words], width: float, legend: list[tuple[Mark, str]]) -> None:
        self.rows = rows
        self.width = EDGE + LEFT + width + EDGE
        room = self.width - 2 * EDGE - MARK
        self.legend = [(mark, wrapped(words, room, SMALL)) for mark, words in legend]
        below = sum(len(lines) for _, lines in self.legend) * SMALL * LEADING
        title = wrapped(view.graph["title"], self.width - 2 * EDGE, TITLE, bold=True)
        note = wrapped(view.graph["note"], self.width - 2 * EDGE, HEAD) if view.graph["note"] else []
        start = EDGE + len(title) * TITLE * LEADING + len(note) * HEAD * LEADING + 14
        self.head = start
        self.top, self.right = start + HEADER, EDGE + LEFT
        self.bottom = self.top + sum(row.height for row in rows)
        height = self.bottom + (below + 14 if legend else 0) + EDGE
        graph = view.graph
        self.canvas = Canvas(self.width, height, graph["title"], description(view), graph["language"])
        heading(self.canvas, self.canvas.group(self.canvas.root, "head"), title, note, (EDGE, EDGE))

    def row(self, at: int, words: Words, top: float) -> Element:
        """Draw the ground and the words of a row, and return its group."""
        canvas = self.canvas
        group = canvas.group(canvas.root, f"node {words.kind}", id=f"n{at + 1}", data_key=words.key)
        canvas.tip(group, words.tip)
        fill = "#f4f6f8" if at % 2 else "#ffffff"
        place = (EDGE, top, self.width - EDGE, top + words.height)
        canvas.rectangle(group, place, fill=fill, stroke="#d5d9dd", class_="shape")
        canvas.lines(group, [words.number], (EDGE + 8, top + PAD_Y), TEXT, fill=FAINT)
        left = EDGE + 8 + _NUMBER
        below = canvas.lines(group, words.lines, (left, top + PAD_Y), TEXT)
        canvas.lines(group, words.small, (left, below), SMALL, fill=FAINT)
        return group

    def finish(self) -> str:
        """Draw the legend and return the picture."""
        top, group = self.bottom + 12, self.canvas.group(self.canvas.root, "legend")
        for mark, words in self.legend:
            self.canvas.mark(group, mark, (EDGE + 6, top + SMALL * 0.65), 5)
            top = self.canvas.lines(group, words, (EDGE + (MARK if mark else 0), top), SMALL, fill=FAINT)
        return self.canvas.svg()


_NUMBER = 64


def words_of(view: MultiDiGraph, node: str, number: str, small: str, least: float = 0.0) -> Words:
    """Return the words of a row for a node; ``least`` is the height that its chart needs."""
    about, room = view.nodes[node], LEFT - _NUMBER - 8 - PAD_X
    lines = tuple(wrapped(sentence(about["label"]), room, TEXT))
    number_lines = wrapped(number, _NUMBER - 6, TEXT)
    if len(number_lines) > 1:  # a long number stands before the words
        lines, number_lines = tuple(wrapped(f"{number} {about['label']}", room, TEXT)), [""]
    said = tuple(wrapped(small, room, SMALL)) if small else ()
    return Words(node, about["kind"], number_lines[0] if number_lines else "", lines, said, about["text"], least)
