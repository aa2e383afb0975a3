"""Word files (.docx): bytes → the text as it is printed, its tables, headings and notices.

The XML is read directly, through zipfile and lxml: a library for writing documents misses most of the
places that hold text, and does not resolve automatic numbers.
"""

from __future__ import annotations

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.document import Cell, Row, Table
from rsnms_kg.documents.layout import FormatError, Layout
from rsnms_kg.documents.tables import whole_rows
from rsnms_kg.documents.word.notices import Tally, notices
from rsnms_kg.documents.word.numbering import Counters, Numbering
from rsnms_kg.documents.word.package import Package
from rsnms_kg.documents.word.stories import Grid, Line, Stories, Trace
from rsnms_kg.documents.word.styles import Styles
from rsnms_kg.documents.word.xml import W, child

LONGEST_TEXT = 10_000_000  # labels of lists may swell a small file
_GAP = "\n\n"


def read_word(data: bytes, trace: Trace | None = None) -> Layout:
    """Read a Word file.

    Insertions are part of the text, deletions and hidden text are not; footnotes and endnotes follow the
    body; labels of automatic lists are written out. Cells of a table are set apart by tabs, rows by line
    ends.

    :param trace: is told which elements of the file each line comes from.
    :raises FormatError: when the bytes are not a Word file, are damaged, encrypted or over a limit.
    """
    package = Package(data)
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles)
    tally = Tally()
    stories = Stories(styles, tally, trace)
    writer = _Writer()
    body = child(package.document, "body")
    if body is not None:
        for block in stories.read(body, Counters(numbering)):
            writer.add(block)
    for note, counters in _notes(package, tally, numbering):
        for block in stories.read(note, counters):
            writer.add(block)
    return Layout(
        text="".join(writer.pieces),
        tables=tuple(writer.tables),
        headings=tuple(writer.headings),
        notices=notices(tally, [*package.parts("header"), *package.parts("footer")]),
    )


def _notes(package: Package, tally: Tally, numbering: Numbering) -> list[tuple[Element, Counters]]:
    """Return the notes that the body refers to, in order; each kind is numbered on its own."""
    found: list[tuple[Element, Counters]] = []
    referred = list(tally.notes)
    for kind in ("footnote", "endnote"):
        part = package.part(f"{kind}s")
        notes = {} if part is None else {str(note.get(W + "id")): note for note in part.iterfind(W + kind)}
        counters = Counters(numbering)
        found += [(notes[name], counters) for of_kind, name in referred if of_kind == kind and name in notes]
    return found


class _Writer:
    """Puts lines and tables one after another and keeps the places of tables and headings."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.tables: list[Table] = []
        self.headings: list[tuple[int, int]] = []
        self._length = 0

    def add(self, block: Line | Grid) -> None:
        """Write a line or a table after an empty line."""
        if self._length:
            self._write(_GAP)
        if isinstance(block, Grid):
            self._table(block)
            return
        stretch = self._write(block.text)
        if block.heading:
            self.headings.append(stretch)

    def _write(self, text: str) -> tuple[int, int]:
        start = self._length
        self.pieces.append(text)
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise FormatError(
                Bilingual(
                    f"в файле больше {LONGEST_TEXT} знаков текста: в настоящей бумаге столько не бывает.",
                    f"the file holds over {LONGEST_TEXT} characters of text: no real paper has so many.",
                )
            )
        return start, self._length

    def _table(self, grid: Grid) -> None:
        rows: list[Row] = []
        for at, texts in enumerate(grid.rows):
            if rows:
                self._write("\n")
            cells: list[Cell] = []
            for column, text in enumerate(texts):
                if cells:
                    self._write("\t")
                begins = grid.merged.get((at, column))
                above = cells if begins is None or begins[0] == at else rows[begins[0]].cells
                cells.append(Cell(*self._write(text), text, merged=above[begins[1]] if begins else None))
            rows.append(Row(cells[0].start, cells[-1].end, tuple(cells)))
        self.tables.append(Table(rows[0].start, rows[-1].end, whole_rows(rows)))
