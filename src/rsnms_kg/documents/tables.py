"""Tables of a plain text: columns set by tabs or upright bars; rows split over two pages made whole."""

from __future__ import annotations

import re
from dataclasses import replace

from rsnms_kg.documents.document import Cell, Row, Table
from rsnms_kg.russian.names import INITIALED

_MOST_COLUMNS = 60  # no table of a paper is wider; a wider line is no row
_LINE = re.compile(r"[^\n]+|(?:(?<=\n)|\A)(?=\n)")  # a blank line counts, the end of another does not
_RULE = re.compile(r"^[\s|:+=_-]+$")  # the line between the head and the body of a Markdown table
_NUMBER = re.compile(r"^\s*\d{1,3}(?:\.\d{1,3})*\.?\s*$")
_VALUE = re.compile(r"^\s*\d[\d\s.,]*%?\s*$")
_LONGEST_HEADING = 150


def find_tables(text: str) -> list[Table]:
    """Return the tables of a plain text in order.

    A table is a run of lines with at least two separators each; blank lines inside it (a page break)
    do not end it, nor does a heading between its numbered rows («Раздел 2. Кадры»).
    """
    tables: list[Table] = []
    rows: list[Row] = []
    gap = False
    signed = _signed_lines(text)
    for match in _LINE.finditer(text):
        line = match[0]
        separator = next((mark for mark in "\t|" if 2 <= line.count(mark) < _MOST_COLUMNS), None)
        if separator is None and match.start() in signed:
            separator = "\t"
        if separator is None:
            gap = not line.strip()
            if not gap and rows and _heads_rows(text, match, rows[-1]):
                rows.append(Row(match.start(), match.end(), (_cell_of(text, match.start(), match.end()),)))
            elif not gap and rows:
                tables.extend(_table(rows))
                rows = []
            continue
        if _RULE.match(line.replace("\t", "x")):
            continue
        row = _row(text, match.start(), match.end(), separator)
        if rows and (_leaves(rows[-1], row) if gap else _signed_below(rows[-1], row)):
            tables.extend(_table(rows))
            rows = []
        gap = False
        rows.append(row)
    tables.extend(_table(rows))
    return tables


def _signed_lines(text: str) -> set[int]:
    """Where lines begin in which two parties sign side by side: of two columns, and in one line both hold a name."""
    signed: set[int] = set()
    run: dict[int, tuple[str, str]] = {}  # lines of two columns in a row, by where they begin
    at = 0
    for line in [*text.splitlines(keepends=True), ""]:
        left, _, right = line.partition("\t")
        if left.strip() and right.strip("\n") and "\t" not in right:
            run[at] = (left, right)
        else:
            if len(run) > 1 and any(all(map(INITIALED.search, halves)) for halves in run.values()):
                signed |= run.keys()
            run = {}
        at += len(line)
    return signed


def _signs(row: Row) -> bool:
    """Tell whether names with initials stand in every filled cell of a row."""
    filled = [cell.text for cell in row.cells if cell.text]
    return len(filled) > 1 and all(INITIALED.search(text) for text in filled)


def _heads_rows(text: str, line: re.Match[str], last: Row) -> bool:
    """Tell whether a line without separators is a heading inside a table: a numbered row of its width follows."""
    following = next((below for below in _LINE.finditer(text, line.end()) if below[0].strip()), None)
    if following is None or len(line[0].strip()) > _LONGEST_HEADING or line[0].strip().endswith((".", ";", ":")):
        return False
    for separator in "\t|":
        if following[0].count(separator) >= 2:
            row = _row(text, following.start(), following.end(), separator)
            return len(row.cells) == len(last.cells) and bool(_NUMBER.match(row.cells[0].text))
    return False


def _cell_of(text: str, start: int, end: int) -> Cell:
    content = text[start:end].strip()
    left = start + text[start:end].index(content)
    return Cell(start=left, end=left + len(content), text=content)


def _signed_below(last: Row, row: Row) -> bool:
    """Tell whether a row right below figures is of signatures: of another width, without a number and any figure."""
    first, above = row.cells[0].text, last.cells
    figures = any(_VALUE.match(cell.text) for cell in above[1:])
    words = bool(first) and not any(re.search(r"\d", cell.text) for cell in row.cells)
    return figures and words and len(row.cells) < len(above)


def _leaves(last: Row, row: Row) -> bool:
    """Tell whether a row after a gap begins another table: numbers were counted and it has none, or it is signed."""
    words = next((cell.text for cell in row.cells if cell.text), "")
    if _signs(row) and not _signs(last) and any(_VALUE.match(cell.text) for cell in last.cells):
        return True  # names under a table of figures
    if len(row.cells) < len(last.cells) and all(map(_is_name, row.cells)):
        return True  # columns of signatures under a wider table
    goes_on = not row.cells[0].text and words[:1].islower()
    return bool(_NUMBER.match(last.cells[0].text)) and not _NUMBER.match(row.cells[0].text) and not goes_on


def _is_name(cell: Cell) -> bool:
    """Tell whether a cell holds words with a capital and no figures: a party, a post."""
    return cell.text[:1].isupper() and not re.search(r"\d", cell.text)


def whole_rows(rows: list[Row]) -> tuple[Row, ...]:
    """Join the halves of rows that a page break split.

    The second half has an empty first cell, follows a numbered row, goes on in small letters and has no figures of
    its own: «человек | 30» below «процент | 5» is another row of the same indicator.
    """
    whole: list[Row] = []
    for row in rows:
        previous = whole[-1] if whole else None
        splits = (
            previous is not None
            and not row.values[0].text.strip()
            and next((cell.text for cell in row.cells if cell.text), "")[:1].islower()
            and bool(_NUMBER.match(previous.cells[0].text))
            and not _counts_anew(previous, row)
        )
        if splits and previous is not None:
            whole[-1] = _joined(previous, row)
        else:
            whole.append(row)
    return tuple(whole)


def _counts_anew(above: Row, row: Row) -> bool:
    """Tell whether figures stand below figures in every column that has them."""
    figures = [
        bool(_VALUE.match(lower.text)) for upper, lower in zip(above.cells[1:], row.cells[1:], strict=False)
        if _VALUE.match(upper.text)
    ]  # fmt: skip
    return bool(figures) and all(figures)


def _joined(first: Row, second: Row) -> Row:
    cells = tuple(
        replace(
            upper,
            text=f"{upper.text} {lower.text}".strip(),
            end=lower.end if not upper.text else upper.end,
            start=lower.start if not upper.text else upper.start,
            merged=None if lower.text else upper.merged,
        )
        for upper, lower in zip(first.cells, second.cells, strict=False)
    )
    return Row(start=first.start, end=second.end, cells=cells)


def _row(text: str, start: int, end: int, separator: str) -> Row:
    if separator == "|":
        stripped = text[start:end].strip()
        start += text[start:end].index(stripped)
        end = start + len(stripped)
        start += stripped.startswith("|")
        end -= stripped.endswith("|")
    cells: list[Cell] = []
    position = start
    for piece in text[start:end].split(separator):
        left = position + len(piece) - len(piece.lstrip())
        content = piece.strip()
        cells.append(
            Cell(
                start=left if content else position,
                end=left + len(content) if content else position,
                text=content,
            )
        )
        position += len(piece) + 1
    return Row(start=start, end=end, cells=tuple(cells))


def _table(rows: list[Row]) -> list[Table]:
    if len(rows) < 2:
        return []
    width = max(len(row.cells) for row in rows)
    padded = [
        replace(row, cells=row.cells + tuple(Cell(row.end, row.end, "") for _ in range(width - len(row.cells))))
        for row in rows
    ]
    return [Table(start=rows[0].start, end=rows[-1].end, rows=whole_rows(padded))]
