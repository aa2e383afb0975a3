"""A report as it shows itself in a notebook: the verdicts and the findings as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.report.entries import grade_name, numbered
from rsnms_kg.report.html.markup import Element, element, fragment
from rsnms_kg.report.wording import FINDING, PLACE, REMEDY, SEVERITY, result, where

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

MOST = 100
_HEAD = (Bilingual("№", "No."), SEVERITY, PLACE, FINDING, REMEDY)


def report_as_fragment(report: Report, language: str = "ru") -> str:
    """Return a report as a piece of HTML; of each document at most :data:`MOST` findings."""
    return fragment(element("div", [_document(one, language) for one in report.documents], lang=language))


def _document(document: DocumentReport, language: str) -> Element:
    name = element("strong", document.heading(language))
    if document.error is not None:
        return element("p", name, f": {document.error(language)}")
    findings = numbered(document.outcome)
    told = element("p", name, f": {result(document, language)[1]}")
    if not findings:
        return told
    rows = [
        element("tr", [element("td", cell) for cell in (
            str(one.number), grade_name(one.grade, language), where(one.finding, language),
            one.finding.message(language), one.finding.suggestion(language),
        )])
        for one in findings[:MOST]
    ]  # fmt: skip
    head = element("thead", element("tr", [element("th", cell(language), scope="col") for cell in _HEAD]))
    more = len(findings) - MOST
    left = Bilingual(f"Ещё находок: {more}.", f"{more} more findings.")(language)
    return element(
        "div", told, element("table", head, element("tbody", rows)), element("p", left) if more > 0 else None
    )
