"""The columns of a table of targets: what each holds and for which period, by the cells of the head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rsnms_kg.documents.document import Cell, Row, Table
from rsnms_kg.facts.columns import column_kind

NUMBERED = re.compile(r"^\s*\d{1,3}\s*[.)]?\s*$")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
VALUE = re.compile(
    r"^\s*(?:не\s+менее\s+|не\s+ниже\s+)?(?P<number>[-−–]?\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?)"
    r"\s*(?P<percent>%|процент\w*)?[\s*]*(?:чел\w*\.?|ед\w*\.?)?\s*$",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"базов\w+|исходн\w+|фактическ\w+|(?<![а-яё])факт(?![а-яё])", re.IGNORECASE)
_PERCENT = re.compile(r"%|процент", re.IGNORECASE)
_OTHER = {"share": "count", "count": "share"}
_MANY = 2  # rows that agree on a slip of the head


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds (``share``, ``count``, ``value`` …), for which period, and which of its like it is.

    ``again`` counts columns of the same kind and period before it: a head that names a year twice.
    """

    kind: str | None
    period: str | None
    again: int = 0

    @property
    def measures(self) -> bool:
        """Whether values stand in the column."""
        return self.kind in ("share", "count", "value")


def head_rows(table: Table) -> list[Row]:
    """Return the rows above the first one with data; at least one."""
    numbered = column_kind(table.rows[0].cells[0].text) == "number"
    for at, row in enumerate(table.rows):
        if not at or row.goes_on(table.rows[0]):
            continue
        first, *rest = (cell.text for cell in row.values)
        data = (
            bool(NUMBERED.match(first)) and bool(rest) and not NUMBERED.match(rest[0])
            if numbered
            else any(VALUE.match(text) and not YEAR.fullmatch(text) for text in rest)
        )
        if data:
            return _without_banners(table.rows[:at])
    return list(table.rows[:1])


def _without_banners(rows: Sequence[Row]) -> list[Row]:
    """The rows of a head without the heading of the first section below it: «Кадры», alone in its row."""
    head = list(rows)
    while len(head) > 1:
        words = {cell.start: cell.text for cell in head[-1].values if cell.text}
        first = head[-1].cells[0]
        (text,) = words.values() if len(words) == 1 else ("",)
        if not text or first.start not in words or first.merged or YEAR.search(text) or column_kind(text):
            break
        head.pop()
    return head


def columns_of(head: list[Row]) -> list[Column]:
    """Return the columns that the head of a table names, from left to right."""
    columns: list[Column] = []
    for at in range(len(head[0].cells)):
        column = Column(*_column(head, at))
        columns.append(replace(column, again=sum(_alike(column, other) for other in columns)))
    return columns


def heads_swapped(columns: list[Column], rows: list[Row]) -> bool:
    """Tell whether every share stands below «Количество» and every count beside it below «Доля»."""
    swapped = 0
    for row in rows:
        marked = [column.kind for column, cell in zip(columns, row.cells, strict=True) if _is_share(cell.text)]
        if "share" in marked:
            return False
        swapped += "count" in marked
    return swapped >= _MANY


def swap(columns: list[Column]) -> list[Column]:
    """Return the columns with shares and counts the other way round."""
    return [replace(column, kind=_OTHER.get(column.kind or "", column.kind)) for column in columns]


def unshifted(columns: list[Column], row: Row) -> Row:
    """Return a row with its cells where they belong: a cell that was left out has moved those after it to the left.

    It shows by shares below «Количество» that all come right once one empty cell is put in.
    """
    if not any(
        column.kind == "count" and _is_share(cell.text) for column, cell in zip(columns, row.cells, strict=True)
    ):
        return row
    first = next((at for at, column in enumerate(columns) if column.measures), len(columns))
    if row.cells[-1].text:
        return row
    for at in range(first, len(columns)):
        gap = Cell(start=row.cells[at].start, end=row.cells[at].start, text="")
        cells = (*row.cells[:at], gap, *row.cells[at:-1])
        if all(_fits(column, cell.text) for column, cell in zip(columns, cells, strict=True)):
            return replace(row, cells=cells)
    return row


def _fits(column: Column, text: str) -> bool:
    if not text or column.kind not in _OTHER:
        return True
    return _is_share(text) if column.kind == "share" else bool(VALUE.match(text)) and not _is_share(text)


def _is_share(text: str) -> bool:
    return bool(_PERCENT.search(text) and VALUE.match(text))


def _alike(column: Column, other: Column) -> bool:
    return column.measures and (column.kind, column.period) == (other.kind, other.period) and other.period is not None


def _column(head: list[Row], at: int) -> tuple[str | None, str | None]:
    """Return what a column holds and for which period, by all the head cells above it."""
    texts = [text for text in (_over(head, depth, at) for depth in range(len(head))) if not NUMBERED.match(text)]
    period = next((" ".join(text.split()) for text in texts if YEAR.search(text)), None)
    own = next((text for text in reversed(texts) if text and not YEAR.search(text)), "")
    kind = column_kind(own)
    if any(_BASELINE.search(text) for text in texts):
        return None, None  # where one starts from is no target
    if period and kind not in ("share", "count"):
        kind = "value"
    return kind, period


def _over(head: list[Row], depth: int, at: int) -> str:
    """The head cell over a column in one row: its own, or the one on the left that spans it."""
    own = head[depth].values[at]
    if own.text and own.start >= head[depth].start:
        return own.text
    while at and not head[depth].cells[at].text and not any(row.cells[at].text for row in head[:depth]):
        at -= 1
    return head[depth].cells[at].text
