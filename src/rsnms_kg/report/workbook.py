"""The report as an Excel workbook: summary, findings, requirements, obligations and targets of all documents."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import MissingExtraError, UsageError
from rsnms_kg.report.characters import harmless
from rsnms_kg.report.sheets import SHEETS, Cell, Sheet

if TYPE_CHECKING:
    from rsnms_kg.report.report import Report

_MOST_ROWS, _LONGEST_CELL = 1_048_575, 32_767  # what Excel can hold
_LONGEST_AS_TEXT = 255  # older Excel shows ### for longer words in the number format of text
_FIRST_DAY = date(1900, 3, 1)  # Excel miscounts the days before it
# Words that a spreadsheet takes for a formula when a person edits the cell.
_FORMULA_SIGNS = tuple("=+-@\t\r")


def report_as_workbook(report: Report, language: str = "ru") -> bytes:
    """Return a report as a workbook: words are cells of text, whatever they begin with; numbers and days are such.

    :raises MissingExtraError: when the extra ``report`` is not installed.
    :raises UsageError: when there are more rows than a sheet can hold.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as missing:
        raise MissingExtraError(Bilingual(
            "Для отчёта XLSX нужно дополнение report: выполните pip install 'rsnms-kg[report]'.",
            "A report as XLSX needs the extra report: run pip install 'rsnms-kg[report]'.",
        )) from missing  # fmt: skip
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                             "strings_to_numbers": False, "default_date_format": "dd.mm.yyyy"})  # fmt: skip
    day = report.as_of or date(1980, 1, 1)  # no clock: the same input, the same bytes
    book.set_properties({"author": "rsnms", "created": datetime(day.year, day.month, day.day, tzinfo=UTC)})
    writer = _Writer(book)
    for sheet in SHEETS:
        writer.write(sheet, list(sheet.rows(report, language)), language)
    book.close()
    return target.getvalue()


class _Writer:
    """Writes sheets with one look."""

    def __init__(self, book: Any) -> None:
        self._book = book
        look = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 10}
        self._head = book.add_format({**look, "bold": True, "bg_color": "#E7E6E6", "bottom": 1})
        self._plain = book.add_format(look)
        self._text = book.add_format({**look, "num_format": "@"})
        # The sign that keeps a text a text, should somebody edit the cell.
        self._kept = book.add_format({**look, "num_format": "@", "quote_prefix": True})
        self._day = book.add_format({**look, "num_format": "dd.mm.yyyy", "align": "left"})

    def write(self, sheet: Sheet, rows: Sequence[Sequence[Cell]], language: str) -> None:
        """Write a sheet: its head, its rows, filters over them."""
        name = sheet.name(language)
        if len(rows) > _MOST_ROWS:
            raise UsageError(Bilingual(
                f"На листе «{name}» было бы {len(rows)} строк, а Excel вмещает {_MOST_ROWS}. Проверьте бумаги "
                "по частям.",
                f"The sheet {name!r} would have {len(rows)} rows, and Excel holds {_MOST_ROWS}. Check fewer papers at "
                "once.",
            ))  # fmt: skip
        page = self._book.add_worksheet(name)
        for column, (title, width) in enumerate(sheet.columns):
            page.set_column(column, column, width, self._plain)
            page.write_string(0, column, title(language), self._head)
        for at, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                self._cell(page, at, column, cell)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(rows), 1), len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _cell(self, page: Any, row: int, column: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, date) and cell >= _FIRST_DAY:
            page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), self._day)
        elif isinstance(cell, (int, float)):
            page.write_number(row, column, cell, self._plain)
        else:
            text = harmless(str(cell)).strip(" ")
            text = text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"
            short = self._text if len(text) <= _LONGEST_AS_TEXT else self._plain
            page.write_string(row, column, text, self._kept if text.startswith(_FORMULA_SIGNS) else short)
