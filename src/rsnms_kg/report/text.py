"""The report as plain text for a terminal or a letter."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.outcome.messages import quoted
from rsnms_kg.report.entries import Numbered, numbered, regulation_lines
from rsnms_kg.report.wording import COMPARED, LABELS, RESULT, counts_as_text, details, headline, result
from rsnms_kg.russian.words import plural

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

WIDTH = 100
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_QUOTE = 120
_ITEMS = Bilingual(
    "После дробной черты – номер элемента перечня: п. 3.2.1/5 – пятый в пункте 3.2.1.",
    "After the slash stands the item of a list: clause 3.2.1/5 is the fifth in clause 3.2.1.",
)
# What became of requirements that found nothing, in the order in which it is told.
_LEFT = {
    "not-due": Bilingual("срок ещё не наступил", "not due yet"),
    "no-data": Bilingual("нет данных", "no data"),
    "not-applicable": Bilingual("неприменимо к такой бумаге", "not applicable to such a paper"),
}
_FARED = {
    "broken": Bilingual("с нарушениями", "with violations"),
    "conforms": Bilingual("без нарушений", "without violations"),
    "unchecked": Bilingual("проверять нечего", "nothing to check"),
    "unread": Bilingual("не прочитано", "not read"),
}
_NO_DATA = Bilingual("Нет данных для", "No data for")
_OF_THESE = Bilingual("из них для сравнения", "of these for comparison")
_REST = Bilingual("Остальные", "The rest")


def report_as_text(report: Report, language: str = "ru") -> str:
    """Return a report as lines of text, at most :data:`WIDTH` characters wide."""
    lines: list[str] = []
    for document in report.documents:
        lines += [*_document(document, language), ""]
    if len(report.documents) > 1:
        lines += [*_wrapped(_total(report, language)), ""]
    lines += [line for told in regulation_lines(report, language) for line in _wrapped(told, hanging="  ")]
    if any("/" in ground.clause for finding in report.findings for ground in finding.basis):
        lines.append(_ITEMS(language))
    return _CONTROL.sub("", "\n".join(lines).rstrip("\n")) + "\n"


def _total(report: Report, language: str) -> str:
    """All papers in one sentence: how many there are, how they fared, and what was found in them."""
    verdicts = Counter(document.verdict for document in report.documents)
    number = len(report.documents)
    papers = plural(number, "бумага", "бумаги", "бумаг") if language == "ru" else f"{number} papers"
    told = [f"{words(language)} – {verdicts[name]}" for name, words in _FARED.items() if verdicts[name]]
    whole = Bilingual("Всего", "In all")(language)
    counts = counts_as_text(report.counts, language)
    return f"{whole} {papers}: {', '.join(told)}. {RESULT(language)}: {counts}."


def _document(document: DocumentReport, language: str) -> Iterator[str]:
    yield " ".join(document.path.split())  # a name may hold a line break
    if document.error is not None:
        yield f"  {': '.join(result(document, language))}"
        return
    if document.heading(language) != document.path:
        yield from _wrapped(document.heading(language), "  ", "    ")
    for notice in document.notices:
        yield from _wrapped(notice(language), "  ", "    ")
    for line in _verdict(document, language):
        yield from _wrapped(line, "  ", "    ")
    compared = False
    for one in numbered(document.outcome):
        if one.grade == "comparison" and not compared:
            compared = True
            yield from ("", COMPARED(language))
        yield ""
        yield from _finding(one, language)


def _verdict(document: DocumentReport, language: str) -> Iterator[str]:
    """What was found, and what became of the requirements: kept, broken, and not looked at, and why."""
    outcome = document.outcome
    told = ": ".join(result(document, language))
    compared = sum(finding.comparison for finding in outcome.findings)
    yield f"{told.rstrip('.')} ({_OF_THESE(language)}: {compared})." if compared else told
    if not outcome.checked:
        return
    status = Counter(one.status for one in outcome.statuses)
    checked = status["satisfied"] + status["violated"]
    left = [f"{status[name]} – {words(language)}" for name, words in _LEFT.items() if status[name]]
    counted = Bilingual(
        f"Проверено требований: {checked}, выполнено: {status['satisfied']}, нарушено: {status['violated']}.",
        f"Requirements checked: {checked}, satisfied: {status['satisfied']}, violated: {status['violated']}.",
    )(language)
    yield f"{counted} {_REST(language)}: {'; '.join(left)}." if left else counted
    lacking: dict[str, list[str]] = {}
    for one in outcome.statuses:
        if one.status == "no-data":
            lacking.setdefault(one.lacking(language) if one.lacking else "", []).append(one.requirement.id)
    groups = [", ".join(ids) + (f" ({why})" if why else "") for why, ids in lacking.items()]
    if groups:
        yield f"{_NO_DATA(language)}: {'; '.join(groups)}."


def _finding(one: Numbered, language: str) -> Iterator[str]:
    yield f"{one.number}. {headline(one.finding, language)}"
    yield from _wrapped(one.finding.message(language), "   ", "     ")
    for name, text in details(one.finding, language, longest=_QUOTE).items():
        told = quoted(text) if name == "quote" else text
        yield from _wrapped(told, f"   {LABELS[name](language)}: ", "     ")


def _wrapped(text: str, lead: str = "", hanging: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=lead, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
