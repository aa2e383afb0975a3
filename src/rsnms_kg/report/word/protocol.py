"""A protocol of findings as a Word file: the verdict, a table of findings, the requirements."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import MissingExtraError
from rsnms_kg.outcome.messages import quoted
from rsnms_kg.report.characters import on_one_line
from rsnms_kg.report.entries import (
    Numbered,
    grade_name,
    numbered,
    regulation_lines,
    requirement_entries,
    status_counts,
)  # fmt: skip
from rsnms_kg.report.word.tables import Piece, table
from rsnms_kg.report.wording import (
    BASIS,
    DOCUMENT,
    FINDING,
    FINDINGS,
    LABELS,
    NAME,
    NO_FINDINGS,
    NOT_MEANT,
    REMEDY,
    REQUIREMENT,
    RESULT,
    SEVERITY,
    STATUS,
    STATUSES,
    details,
    result,
    where,
)

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

_TITLE = Bilingual("Протокол проверки", "Protocol of a check")
_FINDING_HEAD = (
    Bilingual("№", "No."),
    Bilingual("Строгость, место", "Severity, place"),
    FINDING,
    REMEDY,
    BASIS,
)
_REQUIREMENT_HEAD = (REQUIREMENT, NAME, SEVERITY, STATUS, FINDINGS)
# Widths of columns in millimetres; a page of A4 has 170 between its margins.
_FINDING_WIDTHS, _REQUIREMENT_WIDTHS, _DOCUMENT_WIDTHS = (10, 31, 61, 36, 32), (34, 66, 26, 28, 16), (70, 100)
_LONGEST_QUOTE = 300


def protocol(report: Report, language: str) -> bytes:
    """Return the protocol of a report; the table of requirements is there where it is of one document.

    :raises MissingExtraError: when the extra ``report`` is not installed.
    """
    try:
        from rsnms_kg.report.word.page import new_page
    except ImportError as missing:
        raise MissingExtraError(Bilingual(
            "Для протокола DOCX нужно дополнение report: выполните pip install 'rsnms-kg[report]'.",
            "A protocol as DOCX needs the extra report: run pip install 'rsnms-kg[report]'.",
        )) from missing  # fmt: skip
    page = new_page(_TITLE(language), language)
    page.add_heading(_TITLE(language), 0)
    for line in regulation_lines(report, language):
        _say(page, line)
    if len(report.documents) > 1:
        rows = [
            ([Piece(name) for name in dict.fromkeys((one.heading(language), one.path))], [Piece(_told(one, language))])
            for one in report.documents
        ]
        _put(page, table([head(language) for head in (DOCUMENT, RESULT)], rows, _DOCUMENT_WIDTHS, language))
    for document in report.documents:
        _document(page, document, language, in_full=len(report.documents) == 1)
    _say(page, f"rsnms-kg {__version__}")
    return _saved(page)


def _document(page: Any, document: DocumentReport, language: str, *, in_full: bool) -> None:
    heading = document.heading(language)
    page.add_heading(on_one_line(heading), 1)
    if heading != document.path:
        _say(page, document.path)
    _say(page, _told(document, language), bold=True)
    if document.error is not None:
        return
    _say(page, f"{STATUSES(language)}: {status_counts(document.outcome, language)}.")
    for notice in document.notices:
        _say(page, notice(language))
    findings = numbered(document.outcome)
    if findings:
        page.add_heading(FINDINGS(language), 2)
        rows = [_finding(one, language) for one in findings]
        _put(page, table([head(language) for head in _FINDING_HEAD], rows, _FINDING_WIDTHS, language))
    else:
        _say(page, NO_FINDINGS(language))
    if in_full:
        page.add_heading(STATUSES(language), 2)
        entries = requirement_entries(document.outcome, language)
        rows = [
            tuple([Piece(words)] for words in (one.id, one.title, one.severity, one.status_name, one.count))
            for one in entries
            if one.applies
        ]
        _put(page, table([head(language) for head in _REQUIREMENT_HEAD], rows, _REQUIREMENT_WIDTHS, language))
        others = ", ".join(one.id for one in entries if not one.applies)
        if others:
            _say(page, f"{NOT_MEANT(language)}: {others}.")


def _told(document: DocumentReport, language: str) -> str:
    return ": ".join(result(document, language))


def _finding(one: Numbered, language: str) -> tuple[list[Piece], ...]:
    told = details(one.finding, language, longest=_LONGEST_QUOTE)
    if "quote" in told:
        told["quote"] = quoted(told["quote"])
    seen = [Piece(told[name], LABELS[name](language)) for name in ("quote", "expected", "actual") if name in told]
    mark = [Piece(grade_name(one.grade, language), bold=True), Piece(where(one.finding, language)),
            Piece(one.finding.requirement.id)]  # fmt: skip
    return (
        [Piece(str(one.number))],
        mark,
        [Piece(one.finding.message(language)), *seen],
        [Piece(told.get("remedy", ""))],
        [Piece(told.get("basis", ""))],
    )


def _say(page: Any, text: str, *, bold: bool = False) -> None:
    page.add_paragraph().add_run(on_one_line(text)).bold = bold or None


def _put(page: Any, xml: bytes) -> None:
    from docx.oxml import parse_xml

    page.element.body[-1].addprevious(parse_xml(xml))
    page.add_paragraph()


def _saved(page: Any) -> bytes:
    """Return the bytes of a document with one date in its archive: the same input, the same bytes."""
    page.core_properties.created = page.core_properties.modified = datetime(1980, 1, 1)
    made, steady = io.BytesIO(), io.BytesIO()
    page.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return steady.getvalue()
