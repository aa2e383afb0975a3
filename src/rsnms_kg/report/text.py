"""The report as plain text for a terminal or a letter."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.requirements import Ground
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.outcome.messages import short
from rsnms_kg.russian.typography import NBSP
from rsnms_kg.russian.words import plural

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

WIDTH = 100
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SEVERITY = {
    "violation": Bilingual("НАРУШЕНИЕ", "VIOLATION"),
    "warning": Bilingual("ПРЕДУПРЕЖДЕНИЕ", "WARNING"),
    "info": Bilingual("ЗАМЕЧАНИЕ", "REMARK"),
}
_FORMS = {
    "violation": (("нарушение", "нарушения", "нарушений"), ("violation", "violations")),
    "warning": (("предупреждение", "предупреждения", "предупреждений"), ("warning", "warnings")),
    "info": (("замечание", "замечания", "замечаний"), ("remark", "remarks")),
}
_QUOTE = 120


def report_as_text(report: Report, language: str = "ru") -> str:
    """Return a report as lines of text, at most :data:`WIDTH` characters wide."""
    ru = language == "ru"
    lines: list[str] = []
    for document in report.documents:
        lines += _document(document, language)
        lines.append("")
    against = "Положение для проверки" if ru else "Checked against the regulation"
    lines.append(f"{against}: {report.regulation}")
    return _CONTROL.sub("", "\n".join(lines)) + "\n"


def counts_as_text(counts: dict[str, int], language: str = "ru") -> str:
    """Return counts of findings in words: «2 нарушения, 1 предупреждение»."""
    told = []
    for severity, (ru, en) in _FORMS.items():
        number = counts.get(severity, 0)
        if number:
            told.append(plural(number, *ru) if language == "ru" else f"{number} {en[number != 1]}")
    return ", ".join(told) or ("замечаний нет" if language == "ru" else "nothing found")


def cited(ground: Ground, language: str = "ru") -> str:
    """Return a ground as people cite it: «ст. 53 ГК РФ», «п. 3.2.1/3 kaluga-963-2021», or the rule itself."""
    if not ground.clause[:1].isdigit() and ground.clause[-1:].isdigit():  # a row of a roadmap: ДК/6
        return f"{ground.clause} {ground.act}" if language == "ru" else f"{ground.act}, {ground.clause}"
    if not ground.clause[:1].isdigit():
        return f"{ground.act}: {ground.title(language)}"
    ru, en = ("ст.", "art.") if ground.act.startswith("ГК") else ("п.", "clause")
    return f"{ru}{NBSP}{ground.clause} {ground.act}" if language == "ru" else f"{ground.act}, {en}{NBSP}{ground.clause}"


def _document(document: DocumentReport, language: str) -> list[str]:
    ru = language == "ru"
    lines = [" ".join(document.path.split())]  # a name may hold a line break
    if document.error is not None:
        lines.append(("  Не прочитано: " if ru else "  Not read: ") + document.error(language))
        return lines
    lines += [f"  {document.title}"] if document.title else []
    lines += [f"  {notice(language)}" for notice in document.notices]
    statuses = [status.status for status in document.outcome.statuses]
    applied = sum(status not in ("not-applicable", "no-data") for status in statuses)
    kept = sum(status == "satisfied" for status in statuses)
    summary = counts_as_text(document.outcome.counts, language)
    lines.append(
        f"  Итог: {summary}. Проверено требований: {applied}, выполнено: {kept}."
        if ru
        else f"  Result: {summary}. Requirements checked: {applied}, satisfied: {kept}."
    )
    for ordinal, finding in enumerate(document.outcome.findings, start=1):
        lines += ["", *_finding(ordinal, finding, language)]
    return lines


def _finding(ordinal: int, finding: Finding, language: str) -> list[str]:
    ru = language == "ru"
    head = (
        f"{ordinal}. {_SEVERITY[finding.severity](language)} · {_where(finding, language)} · {finding.requirement.id}"
    )
    start, end = finding.span
    grounds = "; ".join(cited(ground, language) for ground in finding.basis)
    rows = [
        ("", finding.message(language)),
        ("В бумаге" if ru else "In the paper", f"«{short(finding.quote, _QUOTE)}»" if finding.quote else ""),
        ("Ожидается" if ru else "Expected", finding.expected),
        ("Сейчас" if ru else "Found", finding.actual),
        ("Как исправить" if ru else "How to mend", finding.suggestion(language)),
        ("Основание" if ru else "Basis", grounds),
        ("Место" if ru else "Place", (f"знаки {start}–{end}" if ru else f"characters {start}–{end}") if end else ""),
    ]  # fmt: skip
    return [head, *(line for name, text in rows if text for line in _wrapped(name, text))]


def _where(finding: Finding, language: str) -> str:
    """The clause of the paper; where there is no paper, the clause of the regulation that demands it."""
    clause, whose = finding.clause, Bilingual("", "")
    if not clause and not finding.quote and finding.requirement.compiled_by and finding.basis:
        clause, whose = finding.basis[0].clause, Bilingual(" положения", " of the regulation")
    if not clause[:1].isdigit():
        return clause or "–"
    named = Bilingual(f"п. {clause}", f"clause {clause}" if whose.en else clause)
    return named(language) + whose(language)


def _wrapped(name: str, text: str) -> list[str]:
    lead = f"   {name}: " if name else "   "
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent="     ",
        break_long_words=False,
        break_on_hyphens=False,
    )
