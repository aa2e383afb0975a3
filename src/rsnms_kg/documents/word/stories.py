"""The stories of a Word file (body, notes, text boxes): their lines with printed labels, and their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.layout import FormatError
from rsnms_kg.documents.word.notices import Tally
from rsnms_kg.documents.word.numbering import Counters
from rsnms_kg.documents.word.paragraphs import read_paragraphs
from rsnms_kg.documents.word.styles import Styles
from rsnms_kg.documents.word.xml import W, child, switch, value, whole, within, words
from rsnms_kg.russian.typography import clean

_WIDEST = 63  # columns; Word allows no more
_MOST_CELLS = 200_000

# Is told every line in the order of the text, with the pieces that its words were made of.
Trace = Callable[[str, list[tuple[str, Element]]], None]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is printed; ``heading`` says that the format shows it as one."""

    text: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """The texts of a table's cells; all rows are of one width, merged cells go on as empty texts.

    ``merged`` says of each place (row and column) where a merged cell goes on at which place it begins.
    """

    rows: tuple[tuple[str, ...], ...]
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


class _Gap(Enum):
    """A column of a row in which no cell begins."""

    OUTSIDE = auto()
    LEFT = auto()  # the cell on the left goes on
    ABOVE = auto()  # the cell above goes on


@dataclass(frozen=True, slots=True)
class _Begun:
    """A cell that begins; ``down`` says that it may go on in the rows below."""

    text: str
    down: bool


_Place = _Begun | _Gap


class Stories:
    """Reads stories one after another and counts in ``tally`` what should be told about them."""

    def __init__(self, styles: Styles, tally: Tally, trace: Trace | None = None) -> None:
        self._styles = styles
        self._tally = tally
        self._trace = trace

    def read(self, container: Element, counters: Counters) -> Iterator[Line | Grid]:
        """Yield the lines and the tables of a story in order; lines without words are left out.

        :raises FormatError: when a table has too many cells.
        """
        joined: list[Element] = []
        for block in within(container, "p", "tbl", "altChunk", "del", "moveFrom"):
            if block.tag == W + "p":
                joined.append(block)
                if not self._goes_on(block):
                    yield from self._lines(joined, counters)
                    joined = []
                continue
            yield from self._lines(joined, counters)
            joined = []
            if block.tag == W + "tbl":
                grid = self._grid(block, counters)
                if any(any(row) for row in grid.rows):
                    yield grid
            elif block.tag == W + "altChunk":
                self._tally.inserted_files += 1
            else:
                self._tally.deletions += bool(words(block).strip())
        yield from self._lines(joined, counters)

    def _lines(self, joined: list[Element], counters: Counters) -> Iterator[Line]:
        """Yield what paragraphs that print as one give: their line, and after it their text boxes."""
        if not joined:
            return
        prose = read_paragraphs(joined, self._styles, self._tally)
        # A paragraph whose mark was deleted takes the properties of the one that it runs into.
        main = next((one for one in joined if not _is_deleted(child(one, "pPr", "rPr"))), None)
        shown = bool(prose.text) or (main is not None and not self._mark_is(main, "vanish"))
        label = clean(counters.label(main)) if main is not None and shown else ""
        text = " ".join(filter(None, (label, prose.text)))
        if text:
            if self._trace:
                self._trace(text, prose.pieces)
            main = joined[-1] if main is None else main
            stands_out = prose.emphasised or self._styles.is_centred(main) or self._styles.is_heading(main)
            yield Line(text, heading=stands_out)
        for box in prose.boxes:
            for block in self.read(box, counters.fresh()):
                yield from (block,) if isinstance(block, Line) else _flat(block)

    def _goes_on(self, paragraph: Element) -> bool:
        mark = child(paragraph, "pPr", "rPr")
        return _is_deleted(mark) or bool(switch(mark, "specVanish"))  # or a «style separator»

    def _mark_is(self, paragraph: Element, name: str) -> bool:
        return self._styles.is_on(name, paragraph, child(paragraph, "pPr", "rPr"))

    def _grid(self, table: Element, counters: Counters) -> Grid:
        """Read a table; a column in which no row begins a cell only helps to draw it and is left out."""
        rows: list[list[_Place]] = []
        width = 0
        for row in filter(self._is_shown, within(table, "tr")):
            rows.append(self._row(row, counters))
            width = max(width, len(rows[-1]))
            if width * len(rows) > _MOST_CELLS:
                raise FormatError(
                    Bilingual(
                        f"в таблице больше {_MOST_CELLS} ячеек: в настоящей бумаге столько не бывает.",
                        f"a table has over {_MOST_CELLS} cells: no real paper has so many.",
                    )
                )
        drawn = (_Gap.OUTSIDE, _Gap.LEFT)
        kept = [column for column in range(width) if any(_at(row, column) not in drawn for row in rows)]
        texts = tuple(tuple(_text(_at(row, column)) for column in kept) for row in rows)
        ordinals = {column: ordinal for ordinal, column in enumerate(kept)}
        merged = {
            (row, ordinals[column]): (above, ordinals[left])
            for (row, column), (above, left) in _merged(rows).items()
            if column in ordinals
        }
        return Grid(texts, merged)

    def _is_shown(self, row: Element) -> bool:
        properties = child(row, "trPr")
        deleted, hidden = _is_deleted(properties), bool(switch(properties, "hidden"))
        if words(row).strip():
            self._tally.deletions += deleted
            self._tally.hidden += hidden and not deleted
        return not deleted and not hidden

    def _row(self, row: Element, counters: Counters) -> list[_Place]:
        """Return what stands in each column: a cell, or one that began before and goes on."""
        places: list[_Place] = [_Gap.OUTSIDE] * _span(value(row, "trPr", "gridBefore"), 0)
        for cell in within(row, "tc"):
            properties = child(cell, "tcPr")
            places.append(self._cell(cell, properties, counters))
            places += [_Gap.LEFT] * (_span(value(properties, "gridSpan"), 1) - 1)
        return places + [_Gap.OUTSIDE] * _span(value(row, "trPr", "gridAfter"), 0)

    def _cell(self, cell: Element, properties: Element, counters: Counters) -> _Place:
        if child(properties, "cellDel") is not None:
            self._tally.deletions += bool(words(cell).strip())
            return _Begun("", down=False)
        for merge, gap in (("vMerge", _Gap.ABOVE), ("hMerge", _Gap.LEFT)):
            if child(properties, merge) is not None and value(properties, merge) != "restart":
                self._tally.hidden += bool(words(cell).strip())  # Word does not print it
                return gap
        lines: list[str] = []
        for block in self.read(cell, counters):
            lines += [block.text] if isinstance(block, Line) else [line.text for line in _flat(block)]
        return _Begun("\n".join(lines), down=child(properties, "vMerge") is not None)


def _flat(grid: Grid) -> Iterator[Line]:
    """Yield the rows of a table inside a cell or a text box as lines."""
    for row in grid.rows:
        text = " ".join(filter(None, row))
        if text:
            yield Line(text, heading=False)


def _is_deleted(properties: Element) -> bool:
    """Tell whether the properties of a paragraph's mark or of a row say that it was deleted."""
    return any(child(properties, name) is not None for name in ("del", "moveFrom"))


def _span(text: str | None, default: int) -> int:
    return max(default, min(whole(text, default), _WIDEST))


def _at(row: list[_Place], column: int) -> _Place:
    return row[column] if column < len(row) else _Gap.OUTSIDE


def _text(place: _Place) -> str:
    return place.text if isinstance(place, _Begun) else ""


def _merged(rows: list[list[_Place]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each place where a merged cell goes on the place where it begins."""
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    open_above: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        reaching: dict[int, tuple[int, int]] = {}
        for column, place in enumerate(row):
            if isinstance(place, _Begun):
                if place.down:
                    reaching[column] = (at, column)
            elif place is _Gap.ABOVE:
                if column in open_above:
                    merged[at, column] = reaching[column] = open_above[column]
            elif place is _Gap.LEFT and column and row[column - 1] is not _Gap.OUTSIDE:
                left = (at, column - 1)
                if left in merged or isinstance(row[column - 1], _Begun):
                    merged[at, column] = merged.get(left, left)
        open_above = reaching
    return merged
