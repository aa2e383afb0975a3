"""The report as Markdown, as code hosts show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.outcome.messages import show_date
from rsnms_kg.report.characters import on_one_line
from rsnms_kg.report.html.findings import Numbered, numbered
from rsnms_kg.report.html.tables import status_counts
from rsnms_kg.report.rules import severity_words
from rsnms_kg.report.text import counts_as_text, headline, regulation_lines
from rsnms_kg.report.wording import LABELS, details

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

# Marks that mean something anywhere; signs that do at the beginning of a line; beginnings of addresses.
_MARKS = re.compile(r"[\\`*_\[\]<>|~&$@#]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_BEGINNINGS = re.compile(r"^()([-+=])|^(\d{1,9})([.)])(?=\s|$)")
_TITLE = Bilingual("Отчёт о проверке", "Report of a check")
_AS_OF = Bilingual("На день", "As of")
_UNREAD = Bilingual("Не прочитано", "Not read")
_RESULT = Bilingual("Итог", "Result")
_FINDINGS = Bilingual("Находки", "Findings")
_COMPARED = Bilingual("Сравнение с положением другого региона", "Comparison with another region's regulation")
_REQUIREMENTS = Bilingual("Требования", "Requirements")
_DOCUMENTS = Bilingual("Документ | Итог", "Document | Result")
_HEAD = Bilingual("Требование | Название | Строгость | Состояние | Находки",
                  "Requirement | Title | Severity | Status | Findings")  # fmt: skip


def report_as_markdown(report: Report, language: str = "ru") -> str:
    """Return a report as Markdown; words of papers are escaped and stay what they are."""
    day = f" {_AS_OF(language)}: {show_date(report.as_of)}." if report.as_of else ""
    against = " ".join(f"{escaped(line.rstrip('.'))}." for line in regulation_lines(report, language))
    blocks = [f"# {_TITLE(language)}", f"{against}{day}"]
    if len(report.documents) > 1:
        rows = [(escaped(one.path), _told(one, language)) for one in report.documents]
        blocks.append(_table(_DOCUMENTS(language), rows))
    for document in report.documents:
        blocks += _document(document, language)
    return "\n\n".join([*blocks, f"rsnms-kg {__version__}"]) + "\n"


def escaped(text: str) -> str:
    """Return a text on one line in which nothing is markup, whatever it stands after."""
    return _BEGINNINGS.sub(r"\1\3\\\2\4", _MARKS.sub(lambda found: f"\\{found[0]}", on_one_line(text)))


def _told(document: DocumentReport, language: str) -> str:
    if document.error is not None:
        return f"**{_UNREAD(language)}:** {escaped(document.error(language))}"
    return f"**{_RESULT(language)}:** {counts_as_text(document.outcome.counts, language)}."


def _document(document: DocumentReport, language: str) -> Iterator[str]:
    yield f"## {escaped(document.title or document.path)}"
    if document.title:
        yield escaped(document.path)
    yield _told(document, language)
    if document.error is not None:
        return
    yield f"{status_counts(document.outcome, language)}."
    yield from (escaped(notice(language)) for notice in document.notices)
    findings = numbered(document.outcome, 1)
    for title, part in (
        (_FINDINGS, [one for one in findings if not one.finding.comparison]),
        (_COMPARED, [one for one in findings if one.finding.comparison]),
    ):
        if part:
            yield f"### {title(language)}"
        for one in part:
            yield from _finding(one, language)
    yield f"### {_REQUIREMENTS(language)}"
    yield _table(_HEAD(language), _requirements(document.outcome, language))


def _finding(one: Numbered, language: str) -> Iterator[str]:
    told = details(one.finding, language)
    yield f"#### {one.number}. {escaped(headline(one.finding, language))}"
    yield escaped(one.finding.message(language))
    quote = told.pop("quote", "")
    if quote:
        yield f"> {escaped(quote)}"
    yield "\n".join(f"- **{LABELS[name](language)}:** {escaped(words)}" for name, words in told.items())


def _requirements(outcome: Outcome, language: str) -> Iterator[tuple[str, ...]]:
    names = {one.notation: one.label(language) for one in concepts("status")}
    count = Counter(finding.requirement.id for finding in outcome.findings)
    for status in sorted(outcome.statuses, key=lambda one: (one.requirement.family, one.requirement.id)):
        requirement = status.requirement
        yield (
            requirement.id,
            escaped(requirement.title(language)),
            severity_words(requirement.severity)[0](language),
            names[status.status],
            str(count[requirement.id] or "–"),
        )


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> str:
    line = "|".join("---" for _ in head.split("|"))
    return "\n".join([f"| {head} |", f"|{line}|", *(f"| {' | '.join(row)} |" for row in rows)])
