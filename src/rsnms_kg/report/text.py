"""The report as plain text for a terminal or a letter."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from rdflib import Graph, Literal
from rdflib.namespace import RDF, RDFS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.findings import Finding, Outcome
from rsnms_kg.outcome.messages import quoted, short, show_date
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.report.wording import LABELS, basis
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
_COMPARISON = Bilingual("СРАВНЕНИЕ", "COMPARISON")
_FORMS = {
    "violation": (("нарушение", "нарушения", "нарушений"), ("violation", "violations")),
    "warning": (("предупреждение", "предупреждения", "предупреждений"), ("warning", "warnings")),
    "info": (("замечание", "замечания", "замечаний"), ("remark", "remarks")),
}
_QUOTE = 120
_ITEMS = Bilingual(
    "После дробной черты – номер элемента перечня: п. 3.2.1/5 – пятый в пункте 3.2.1.",
    "After the slash stands the item of a list: clause 3.2.1/5 is the fifth in clause 3.2.1.",
)
# What became of requirements that found nothing, in the order in which it is told.
_LEFT = {
    "not-due": Bilingual("срок ещё не наступил", "not due yet"),
    "no-data": Bilingual("не проверялось: нет данных", "not checked: no data"),
    "not-applicable": Bilingual("к такой бумаге не относится", "not meant for such a paper"),
}
_AGAINST = Bilingual("Положение для проверки", "Checked against the regulation")
_FOREIGN = Bilingual(
    "Для бумаги другого региона это положение – только для сравнения.",
    "For a paper of another region this regulation is a comparison only.",
)
COMPARED = Bilingual(
    "Для сравнения: так требует положение другого региона, и нарушением это не считается.",
    "For comparison: another region's regulation demands it, and it is not held against the paper.",
)


def report_as_text(report: Report, language: str = "ru") -> str:
    """Return a report as lines of text, at most :data:`WIDTH` characters wide."""
    ru = language == "ru"
    lines: list[str] = []
    for document in report.documents:
        lines += _document(document, language)
        lines.append("")
    lines += [line for told in regulation_lines(report, language) for line in _wrapped_line(told)]
    if report.as_of is not None:
        lines.append(f"{'На день' if ru else 'As of'}: {show_date(report.as_of)}")
    if any("/" in ground.clause for finding in report.findings for ground in finding.basis):
        lines.append(_ITEMS(language))
    return _CONTROL.sub("", "\n".join(lines)) + "\n"


def regulation_lines(report: Report, language: str = "ru") -> list[str]:
    """Return what papers were checked against, and that it binds no other region where a paper is of one."""
    graph = report.against.graph if report.against else Graph()
    labels = [label for one in graph.subjects(RDF.type, RSNMS.Regulation) for label in graph.objects(one, RDFS.label)]
    name = next((str(label) for label in labels if isinstance(label, Literal) and label.language == language), None)
    lines = [f"{_AGAINST(language)}: {report.regulation}{f' ({name})' if name else ''}"]
    if any(document.readable and not document.outcome.own for document in report.documents):
        lines.append(_FOREIGN(language))
    return lines


def _wrapped_line(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def counts_as_text(counts: dict[str, int], language: str = "ru") -> str:
    """Return counts of findings in words: «2 нарушения, 1 предупреждение»."""
    told = []
    for severity, (ru, en) in _FORMS.items():
        number = counts.get(severity, 0)
        if number:
            told.append(plural(number, *ru) if language == "ru" else f"{number} {en[number != 1]}")
    return ", ".join(told) or ("замечаний нет" if language == "ru" else "nothing found")


def _document(document: DocumentReport, language: str) -> list[str]:
    ru = language == "ru"
    lines = [" ".join(document.path.split())]  # a name may hold a line break
    if document.error is not None:
        lines.append(("  Не прочитано: " if ru else "  Not read: ") + document.error(language))
        return lines
    lines += [f"  {document.title}"] if document.title else []
    lines += [f"  {notice(language)}" for notice in document.notices]
    lines += _verdict(document.outcome, language)
    own = [finding for finding in document.outcome.findings if not finding.comparison]
    compared = [finding for finding in document.outcome.findings if finding.comparison]
    for ordinal, finding in enumerate([*own, *compared], start=1):
        if compared and ordinal == len(own) + 1:
            lines += ["", COMPARED(language)]
        lines += ["", *_finding(ordinal, finding, language)]
    return lines


def _verdict(outcome: Outcome, language: str) -> list[str]:
    """What was found, and what became of the requirements: kept, broken, and not looked at, and why."""
    ru = language == "ru"
    told = counts_as_text(outcome.counts, language)
    compared = sum(finding.comparison for finding in outcome.findings)
    if compared:
        told += f" ({'из них для сравнения' if ru else 'of these for comparison'}: {compared})"
    status = Counter(one.status for one in outcome.statuses)
    checked = status["satisfied"] + status["violated"]
    left = [f"{status[name]} – {words(language)}" for name, words in _LEFT.items() if status[name]]
    if ru:
        lines = [f"Итог: {told}.", f"Проверено требований: {checked}, выполнено: {status['satisfied']}."]
    else:
        lines = [f"Result: {told}.", f"Requirements checked: {checked}, satisfied: {status['satisfied']}."]
    lines[1] += f" {'Остальные' if ru else 'The rest'}: {'; '.join(left)}." if left else ""
    return [
        part for line in lines for part in textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")
    ]


def _finding(ordinal: int, finding: Finding, language: str) -> list[str]:
    ru = language == "ru"
    head = f"{ordinal}. {headline(finding, language)}"
    start, end = finding.span
    rows = [
        ("quote", quoted(short(finding.quote, _QUOTE)) if finding.quote else ""),
        ("expected", finding.expected_text(language)),
        ("actual", finding.actual_text(language)),
        ("remedy", finding.suggestion(language)),
        ("basis", basis(finding, language)),
        ("place", (f"знаки {start}–{end}" if ru else f"characters {start}–{end}") if end else ""),
    ]
    told = (line for name, text in rows if text for line in _wrapped(LABELS[name](language), text))
    return [head, *_wrapped("", finding.message(language)), *told]


def headline(finding: Finding, language: str) -> str:
    """Return the line above a finding: its severity (or that it is a comparison), its place and its requirement."""
    mark = _COMPARISON if finding.comparison else _SEVERITY[finding.severity]
    return f"{mark(language)} · {where(finding, language)} · {finding.requirement.id}"


def where(finding: Finding, language: str) -> str:
    """The clause of the paper; where there is no paper, the clause of the regulation that demands it."""
    clause, whose = finding.clause, Bilingual("", "")
    if not clause and not finding.quote and finding.basis and finding.basis[0].kind == "regulation":
        clause, whose = finding.basis[0].clause, Bilingual(" положения", " of the regulation")
    if not clause[:1].isdigit():
        whose = Bilingual("", "")
    return (cited_place(clause, language).replace(NBSP, " ") or "–") + whose(language)


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
