"""The report as Markdown, as code hosts show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.report.characters import on_one_line
from rsnms_kg.report.entries import Numbered, numbered, regulation_lines, requirement_entries, status_counts
from rsnms_kg.report.wording import (
    COMPARISONS,
    DOCUMENT,
    FINDINGS,
    LABELS,
    NAME,
    NOT_MEANT,
    REQUIREMENT,
    RESULT,
    SEVERITY,
    STATUS,
    STATUSES,
    TITLE,
    details,
    headline,
    result,
)

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

# Marks that mean something anywhere; signs that do at the beginning of a line; beginnings of addresses.
_MARKS = re.compile(r"[\\`*_\[\]<>|~&$@#]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_BEGINNINGS = re.compile(r"^()([-+=])|^(\d{1,9})([.)])(?=\s|$)")


def report_as_markdown(report: Report, language: str = "ru") -> str:
    """Return a report as Markdown; words of papers are escaped and stay what they are."""
    against = " ".join(map(escaped, regulation_lines(report, language)))
    blocks = [f"# {TITLE(language)}", against]
    if len(report.documents) > 1:
        rows = [(escaped(one.path), _told(one, language)) for one in report.documents]
        blocks.append(_table((DOCUMENT, RESULT), rows, language))
    for document in report.documents:
        blocks += _document(document, language)
    return "\n\n".join([*filter(None, blocks), f"rsnms-kg {__version__}"]) + "\n"


def escaped(text: str) -> str:
    """Return a text on one line in which nothing is markup, whatever it stands after."""
    return _BEGINNINGS.sub(r"\1\3\\\2\4", _MARKS.sub(lambda found: f"\\{found[0]}", on_one_line(text).strip()))


def _told(document: DocumentReport, language: str) -> str:
    name, words = result(document, language)
    return f"**{name}:** {escaped(words)}"


def _document(document: DocumentReport, language: str) -> Iterator[str]:
    heading = document.heading(language)
    yield f"## {escaped(heading)}"
    if heading != document.path:
        yield escaped(document.path)
    yield _told(document, language)
    if document.error is not None:
        return
    yield f"{status_counts(document.outcome, language)}."
    yield from (escaped(notice(language)) for notice in document.notices)
    findings = numbered(document.outcome)
    for title, part in (
        (FINDINGS, [one for one in findings if not one.finding.comparison]),
        (COMPARISONS, [one for one in findings if one.finding.comparison]),
    ):
        if part:
            yield f"### {title(language)}"
        for one in part:
            yield from _finding(one, language)
    yield f"### {STATUSES(language)}"
    entries = requirement_entries(document.outcome, language)
    rows = [
        (one.id, escaped(one.title), one.severity, escaped(one.status_name), one.count)
        for one in entries
        if one.applies
    ]
    yield _table((REQUIREMENT, NAME, SEVERITY, STATUS, FINDINGS), rows, language)
    others = ", ".join(one.id for one in entries if not one.applies)
    if others:
        yield f"{NOT_MEANT(language)}: {others}."


def _finding(one: Numbered, language: str) -> Iterator[str]:
    told = details(one.finding, language)
    yield f"#### {one.number}. {escaped(headline(one.finding, language))}"
    yield escaped(one.finding.message(language))
    quote = told.pop("quote", "")
    if quote:
        yield f"> {escaped(quote)}"
    yield "\n".join(f"- **{LABELS[name](language)}:** {escaped(words)}" for name, words in told.items())


def _table(head: Sequence[Bilingual], rows: Iterable[tuple[str, ...]], language: str) -> str:
    lines = [[name(language) for name in head], ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
