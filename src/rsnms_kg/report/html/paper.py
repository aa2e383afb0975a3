"""The text of a paper with the findings marked at their words.

Marks are flat: a stretch of text under several findings is one ``<mark>`` that names the kinds of all of them,
so spans may overlap and nest in any way. Each finding has an anchor before its first letter and a link back to
it after its last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.document import Cell, Document, Paragraph, Table
from rsnms_kg.report.html.markup import Content, Element, element

_BACK = Bilingual("К находке", "To finding")
_COVERED = (0, 0)
_TABLE = Bilingual("Таблица бумаги", "Table of the paper")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch ``[start, end)`` to mark: the name of its anchor, that of the finding, its number and kind."""

    start: int
    end: int
    anchor: str
    finding: str
    number: int
    kind: str


def marked_paper(
    document: Document, places: list[Place], anchors: dict[str, int], kinds: list[str], language: str
) -> list[Element]:
    """Return the paragraphs and tables of a paper with its marks.

    :param anchors: names of further places that are linked to, and where they are.
    :param kinds: the kinds of places, the gravest first.
    """
    pen = _Pen(document.text, places, anchors, kinds, language)
    blocks = [block for start, end, table in _stretches(document) for block in _block(document, start, end, table, pen)]
    left = pen.rest()
    return [*blocks, element("p", left)] if left else blocks


class _Pen:
    """Writes the text from left to right, each anchor and each link back once."""

    def __init__(
        self, text: str, places: list[Place], anchors: dict[str, int], kinds: list[str], language: str
    ) -> None:
        self.text, self.language = text, language
        opened = [(place.start, place.number, place.anchor) for place in places]
        self.starts = sorted([*opened, *((start, 0, name) for name, start in anchors.items())])
        self.ends = sorted((place.end, -place.start, place.number, place) for place in places)
        self.bounds, self.active = _segments(places, anchors.values(), kinds)

    def write(self, start: int, end: int) -> Iterator[Content]:
        """Yield the content of a stretch of text."""
        cuts = [start, *self.bounds[bisect_right(self.bounds, start) : bisect_right(self.bounds, end - 1)], end]
        yield from self.closed(start)
        for left, right in pairwise(cuts):
            yield from self._opened(left)
            kinds = self._kinds(left)
            words = self.text[left:right]
            yield (
                element("mark", words, class_=kinds[0].partition("-")[0], data_kinds=" ".join(kinds))
                if kinds
                else words
            )
            yield from self.closed(right)

    def rest(self) -> list[Content]:
        """Return the anchors and links that no stretch held."""
        return [*self._opened(len(self.text)), *self.closed(len(self.text))]

    def _kinds(self, at: int) -> tuple[str, ...]:
        index = bisect_right(self.bounds, at) - 1
        return self.active[index] if index >= 0 else ()

    def _opened(self, at: int) -> Iterator[Element]:
        while self.starts and self.starts[0][0] <= at:
            yield element("span", id=self.starts.pop(0)[2], class_="at")

    def closed(self, at: int) -> Iterator[Element]:
        """Yield the links back from what ends here or before."""
        while self.ends and self.ends[0][0] <= at:
            place = self.ends.pop(0)[3]
            label = f"{_BACK(self.language)} {place.number}"
            yield element(
                "a", str(place.number), href=f"#{place.finding}", class_=f"back {place.kind.partition('-')[0]}",
                aria_label=label, data_kinds=place.kind, lang=self.language,
            )  # fmt: skip


def _segments(places: list[Place], anchors: Iterable[int], kinds: list[str]) -> tuple[list[int], list[tuple[str, ...]]]:
    """Return where the text has to be cut, and the kinds in force from there on, the gravest first."""
    change: dict[int, Counter[str]] = {anchor: Counter() for anchor in anchors}
    for place in places:
        change.setdefault(place.start, Counter())[place.kind] += 1
        change.setdefault(place.end, Counter())[place.kind] -= 1
    bounds, active, now = sorted(change), [], Counter[str]()
    for bound in bounds:
        now.update(change[bound])
        active.append(tuple(kind for kind in kinds if now[kind] > 0))
    return bounds, active


def _stretches(document: Document) -> Iterator[tuple[int, int, Table | None]]:
    """Yield the text line by line and, where its cells are read in order, a table as one stretch."""
    at = 0
    tables = [block for block in document.blocks if isinstance(block, Table) and _is_plain(document.text, block)]
    for table in tables:
        if table.start >= at:
            yield from _lines(document.text, at, table.start)
            yield table.start, table.end, table
            at = table.end
    yield from _lines(document.text, at, len(document.text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, None]]:
    while start < end:
        found = text.find("\n", start, end)
        stop = end if found < 0 else found
        if text[start:stop].strip():
            yield start, stop, None
        start = stop + 1


def _is_plain(text: str, table: Table) -> bool:
    """Whether the cells stand one after the other and hold all words of the table (a split row does not)."""
    at = table.start
    for cell in (cell for row in table.rows for cell in row.cells):
        if cell.start == cell.end:
            continue
        if cell.start < at or text[at : cell.start].strip(" \t\n|") or cell.end > table.end:
            return False
        at = cell.end
    return not text[at : table.end].strip(" \t\n|")


def _block(document: Document, start: int, end: int, table: Table | None, pen: _Pen) -> Iterator[Element]:
    if table is None:
        yield element("p", pen.write(start, end), class_=_look(document, start))
        return
    spans = _spans(table)
    rows = [
        element("tr", [_cell(cell, spans.get((at, column)), pen) for column, cell in enumerate(row.cells)
                       if spans.get((at, column)) != _COVERED])
        for at, row in enumerate(table.rows)
    ]  # fmt: skip
    yield element("div", element("table", rows), class_="printed", tabindex="0", role="region",
                  aria_label=_TABLE(pen.language))  # fmt: skip


def _cell(cell: Cell, span: tuple[int, int] | None, pen: _Pen) -> Element:
    rows, columns = span or (1, 1)
    return element(
        "td", pen.write(cell.start, cell.end) if cell.end > cell.start else pen.closed(cell.end),
        rowspan=str(rows) if rows > 1 else None, colspan=str(columns) if columns > 1 else None,
    )  # fmt: skip


def _spans(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """Over how many rows and columns the merged cells reach, by row and column; cells that they cover reach nowhere."""
    places = {id(cell): (at, column) for at, row in enumerate(table.rows) for column, cell in enumerate(row.cells)}
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell.merged is not None and id(cell.merged) in places:
                covered.setdefault(places[id(cell.merged)], []).append((at, column))
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for first, others in covered.items():
        rows, columns = (max(one[axis] for one in others) - first[axis] + 1 for axis in (0, 1))
        if len(others) + 1 == rows * columns:  # a rectangle; what is not stays in single cells
            spans |= {first: (rows, columns), **dict.fromkeys(others, _COVERED)}
    return spans


def _look(document: Document, start: int) -> str | None:
    """A paragraph that stands out in the paper stands out here."""
    index = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    block = document.blocks[index] if index >= 0 else None
    return "stands-out" if isinstance(block, Paragraph) and block.emphasised and start < block.end else None
