"""The page: verdicts of all documents, filters, and each document with its findings, its text and its tables."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.comparison import Comparison
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.report.correspondence import correspondence
from rsnms_kg.report.entries import GRADES, Numbered, numbered, regulation_lines, status_counts
from rsnms_kg.report.html.crosswalk import crosswalk_tables
from rsnms_kg.report.html.filters import filter_form, filter_rules, kinds_of
from rsnms_kg.report.html.findings import findings_list, place
from rsnms_kg.report.html.indicators import indicators_table
from rsnms_kg.report.html.markup import Content, Element, element, page
from rsnms_kg.report.html.paper import marked_paper
from rsnms_kg.report.html.tables import requirements_tables, row, table
from rsnms_kg.report.wording import (
    DOCUMENT,
    DOCUMENTS,
    FINDINGS,
    NAME,
    SEVERITIES_FOUND,
    STATUSES,
    TITLE,
    VERDICT,
    VERDICTS,
    counts_as_text,
)  # fmt: skip

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

_STYLE = Path(__file__).with_name("style.css")
_SKIP = Bilingual("К находкам", "Skip to the findings")
_PAPER = Bilingual("Бумага с отметками", "The paper with marks")
_CROSSWALK = Bilingual("Сопоставление", "Crosswalk")
_FOREIGN = Bilingual(
    "Положение другого региона: сопоставление справочное, в вину бумаге не ставится.",
    "Another region's regulation: for reference only, not held against the paper.",
)
_BASES = Bilingual("Показатели и база, которая из них следует", "Targets and the base that they imply")
_NUMBER = re.compile(r"((?:№|No\.)\s\S+)")


def report_as_html(report: Report, language: str = "ru") -> str:
    """Return a report as one HTML page that loads nothing and runs no script."""
    found = [numbered(document.outcome, ordinal) for ordinal, document in enumerate(report.documents, start=1)]
    findings = [one for several in found for one in several]
    sections = [
        _document(report, document, ordinal, several, kinds_of(findings), language)
        for ordinal, (document, several) in enumerate(zip(report.documents, found, strict=True), start=1)
    ]
    body = [
        element("a", _SKIP(language), href="#main", class_="skip"),
        element(
            "header",
            element("h1", TITLE(language)),
            _told(report, language),
            element("p", judged_by) if (judged_by := " ".join(regulation_lines(report, language))) else None,
        ),
        _summary(report, language) if len(report.documents) != 1 else None,
        filter_form(findings, language),
        element("main", sections, id="main", tabindex="-1"),
        element("footer", element("p", f"rsnms-kg {__version__}")),
    ]
    style = _STYLE.read_text(encoding="utf-8") + filter_rules(findings)
    names = [document.heading(language) for document in report.documents]
    title = f"{TITLE(language)}: {names[0]}" if len(names) == 1 else TITLE(language)
    return page(title, style, body, language)


def _told(report: Report, language: str) -> Element:
    """The verdict on all documents together."""
    verdicts = Counter(one.verdict for one in report.documents)
    worst = next((name for name in ("broken", "unread", "unchecked") if verdicts[name]), "conforms")
    left = [f" {VERDICTS[name](language)}: {verdicts[name]}." for name in ("unchecked", "unread") if verdicts[name]]
    return element("p", _marked(worst, language), f": {counts_as_text(report.counts, language)}.",
                   left if len(report.documents) > 1 else None, class_="told")  # fmt: skip


def _summary(report: Report, language: str) -> Element:
    rows = [
        row(
            element("a", document.path, href=f"#d{ordinal}"),
            _unbroken(document.name(language) or document.title or "–"),
            _marked(document.verdict, language),
            *(str(document.outcome.counts.get(grade, 0)) if document.readable else "–" for grade in GRADES[:3]),
        )
        for ordinal, document in enumerate(report.documents, start=1)
    ]
    head = [DOCUMENT(language), NAME(language), VERDICT(language),
            *(name(language) for name in SEVERITIES_FOUND)]  # fmt: skip
    return element("nav", table(DOCUMENTS(language), head, rows, "summary"), aria_label=DOCUMENTS(language))


def _marked(verdict: str, language: str) -> Element:
    return element("strong", VERDICTS[verdict](language), class_=f"verdict {verdict}")


def _document(
    report: Report, document: DocumentReport, ordinal: int, found: list[Numbered], kinds: list[str], language: str
) -> Element:
    name = f"d{ordinal}"
    heading = document.heading(language)
    head = [
        element("h2", _unbroken(heading), id=f"{name}-title"),
        element("p", document.path, class_="path") if heading != document.path else None,
    ]
    if document.error is not None:
        body: list[Content] = [element("p", _marked("unread", language), f": {document.error(language)}")]
    else:
        body = [
            element("p", _marked(document.verdict, language), f": {counts_as_text(document.outcome.counts, language)}.")
            if len(report.documents) > 1 else None,
            [element("p", notice(language), class_="notice") for notice in document.notices],
            *_parts(report, document, ordinal, found, kinds, language),
        ]  # fmt: skip
    return element("article", head, body, id=name, aria_labelledby=f"{name}-title")


def _unbroken(heading: str) -> list[Content]:
    """A heading whose numbers of acts no line end cuts: «№ 3-О/2021»."""
    parts = _NUMBER.split(heading)
    return [element("span", part, class_="number") if at % 2 else part for at, part in enumerate(parts)]


def _parts(
    report: Report, document: DocumentReport, ordinal: int, found: list[Numbered], kinds: list[str], language: str
) -> list[Content]:
    """The findings beside the paper, the crosswalk, the targets and the requirements."""
    name, graph = f"d{ordinal}", document.graph
    paper = graph.document if isinstance(graph, PaperGraph) else None
    crosswalk = correspondence(report, document)
    places = {
        norm.iri: (f"o{ordinal}-{number}", norm.start)
        for number, norm in enumerate(crosswalk.left if crosswalk and paper else (), start=1)
        if norm.start is not None
    }
    count = f"{FINDINGS(language)} ({len(found)})"
    side = [_panel(f"{name}-findings", count, findings_list(found, paper is not None, language), "list", language)]
    if paper is not None:
        marks = [mark for one in found if (mark := place(one))]
        text = marked_paper(paper, marks, dict(places.values()), kinds, language)
        side.append(_panel(f"{name}-paper", _PAPER(language), [element("div", text, lang="ru")], "paper", language))
    bases = indicators_table(graph, _BASES(language), language) if graph is not None else None
    statuses = [
        element("p", f"{status_counts(document.outcome, language)}."),
        *requirements_tables(document.outcome, ordinal, language),
    ]
    return [
        element("div", side, class_="side" if paper is not None else "alone"),
        _crosswalk_section(name, report, document, crosswalk, places, language) if crosswalk else None,
        _section(f"{name}-targets", _BASES(language), [bases]) if bases is not None else None,
        _section(f"{name}-requirements", STATUSES(language), statuses),
    ]


def _crosswalk_section(
    name: str, report: Report, document: DocumentReport, crosswalk: Comparison, places: dict[str, tuple[str, int]],
    language: str,
) -> Element:  # fmt: skip
    anchors = {iri: anchor for iri, (anchor, _) in places.items()}
    regulation = report.against.name(language) if report.against else report.regulation
    tables = crosswalk_tables(crosswalk, anchors, language)
    if not document.outcome.own:  # folded up, on the screen and on paper: it would hide what concerns the paper
        tables = [element("details", element("summary", _FOREIGN(language)), tables, class_="foreign")]
    return _section(f"{name}-crosswalk", f"{_CROSSWALK(language)}: {regulation}", tables)


def _panel(name: str, title: str, content: list[Element], class_: str, language: str) -> Element:
    heading = element("h3", title, id=f"{name}-title")
    return element(
        "section", heading, element("div", content, class_="scroll", tabindex="0", role="group",
                                    aria_labelledby=f"{name}-title"),
        id=name, class_=class_, aria_labelledby=f"{name}-title",
    )  # fmt: skip


def _section(name: str, title: str, content: list[Content]) -> Element:
    heading = element("h3", title, id=f"{name}-title")
    return element("section", heading, content, id=name, aria_labelledby=f"{name}-title")
