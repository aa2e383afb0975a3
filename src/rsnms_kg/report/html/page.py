"""The page: verdicts of all documents, filters, and each document with its findings, its text and its tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.comparison import Comparison, compare
from rsnms_kg.errors import InputError
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.outcome.messages import show_date
from rsnms_kg.report.html.crosswalk import crosswalk_tables
from rsnms_kg.report.html.filters import filter_form, filter_rules, kinds_of
from rsnms_kg.report.html.findings import GRADES, Numbered, findings_list, grade_name, numbered
from rsnms_kg.report.html.markup import Content, Element, element, page
from rsnms_kg.report.html.paper import marked_paper
from rsnms_kg.report.html.tables import bases_table, requirements_table, row, status_counts, table
from rsnms_kg.report.text import counts_as_text, regulation_lines

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

_STYLE = Path(__file__).with_name("style.css")
_TITLE = Bilingual("Отчёт о проверке", "Report of a check")
_SKIP = Bilingual("К находкам", "Skip to the findings")
_DOCUMENTS = Bilingual("Документы", "Documents")
_DOCUMENT, _VERDICT = Bilingual("Документ", "Document"), Bilingual("Вывод", "Verdict")
_CONFORMS = Bilingual("Нарушений нет", "No violations")
_BROKEN = Bilingual("Есть нарушения", "There are violations")
_UNREAD = Bilingual("Не прочитано", "Not read")
_FINDINGS = Bilingual("Находки", "Findings")
_PAPER = Bilingual("Бумага с отметками", "The paper with marks")
_CROSSWALK = Bilingual("Соглашение и положение", "The agreement and the regulation")
_FOREIGN = Bilingual(
    "Это положение не региона, названного в бумаге: сопоставление – для сравнения, и в вину ей не ставится.",
    "This is not the regulation of the paper's own region: a comparison only, not held against the paper.",
)
_BASES = Bilingual("Показатели и база, которая из них следует", "Targets and the base that they imply")
_REQUIREMENTS = Bilingual("Требования и их состояние", "Requirements and their status")
_AS_OF = Bilingual("На день", "As of")


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
            element("h1", _TITLE(language)),
            _told(report, language),
            _judged_by(report, language),
        ),
        _summary(report, language) if len(report.documents) != 1 else None,
        filter_form(findings, language),
        element("main", sections, id="main", tabindex="-1"),
        element("footer", element("p", f"rsnms-kg {__version__}")),
    ]
    style = _STYLE.read_text(encoding="utf-8") + filter_rules(findings)
    names = [document.title or document.path for document in report.documents]
    title = f"{_TITLE(language)}: {names[0]}" if len(names) == 1 else _TITLE(language)
    return page(title, style, body, language)


def _judged_by(report: Report, language: str) -> Element:
    day = f" {_AS_OF(language)}: {show_date(report.as_of)}." if report.as_of else None
    return element("p", " ".join(f"{line.rstrip('.')}." for line in regulation_lines(report, language)), day)


def _told(report: Report, language: str) -> Element:
    """The verdict on all documents together."""
    counts = {grade: sum(one.outcome.counts.get(grade, 0) for one in report.documents) for grade in GRADES[:3]}
    unread = sum(not one.readable for one in report.documents)
    words = (_CONFORMS if report.conforms or not counts["violation"] else _BROKEN)(language)
    return element(
        "p", element("strong", words, class_="verdict conforms" if report.conforms else "verdict broken"),
        f": {counts_as_text(counts, language)}.", f" {_UNREAD(language)}: {unread}." if unread else None, class_="told",
    )  # fmt: skip


def _summary(report: Report, language: str) -> Element:
    rows = [
        row(
            element("a", document.path, href=f"#d{ordinal}"),
            element("span", document.title, lang="ru") if document.title else "–",
            _verdict(document, language),
            *(str(document.outcome.counts.get(grade, 0)) if document.readable else "–" for grade in GRADES[:3]),
        )
        for ordinal, document in enumerate(report.documents, start=1)
    ]
    head = [_DOCUMENT(language), "", _VERDICT(language), *(grade_name(grade, language) for grade in GRADES[:3])]
    head[1] = Bilingual("Название", "Title")(language)
    return element("nav", table(_DOCUMENTS(language), head, rows, "summary"), aria_label=_DOCUMENTS(language))


def _verdict(document: DocumentReport, language: str) -> Element:
    if not document.readable:
        return element("strong", _UNREAD(language), class_="verdict broken")
    conforms = document.outcome.conforms
    words = (_CONFORMS if conforms else _BROKEN)(language)
    return element("strong", words, class_="verdict conforms" if conforms else "verdict broken")


def _document(
    report: Report, document: DocumentReport, ordinal: int, found: list[Numbered], kinds: list[str], language: str
) -> Element:
    name = f"d{ordinal}"
    head = [
        element("h2", document.title or document.path, id=f"{name}-title", lang="ru" if document.title else None),
        element("p", document.path, class_="path") if document.title else None,
    ]
    if document.error is not None:
        body: list[Content] = [element("p", _verdict(document, language), f": {document.error(language)}")]
    else:
        body = [
            element("p", _verdict(document, language), f": {counts_as_text(document.outcome.counts, language)}.")
            if len(report.documents) > 1 else None,
            [element("p", notice(language), class_="notice") for notice in document.notices],
            *_parts(report, document, ordinal, found, kinds, language),
        ]  # fmt: skip
    return element("article", head, body, id=name, aria_labelledby=f"{name}-title")


def _parts(
    report: Report, document: DocumentReport, ordinal: int, found: list[Numbered], kinds: list[str], language: str
) -> list[Content]:
    """The findings beside the paper, the crosswalk, the targets and the requirements."""
    name, graph = f"d{ordinal}", document.graph
    paper = graph.document if isinstance(graph, PaperGraph) else None
    crosswalk = _crosswalk(report, document)
    places = {
        norm.iri: (f"o{ordinal}-{number}", norm.start)
        for number, norm in enumerate(crosswalk.left if crosswalk and paper else (), start=1)
        if norm.start is not None
    }
    count = f"{_FINDINGS(language)} ({len(found)})"
    side = [_panel(f"{name}-findings", count, findings_list(found, paper is not None, language), "list", language)]
    if paper is not None:
        marks = [place for one in found if (place := one.place())]
        text = marked_paper(paper, marks, dict(places.values()), kinds, language)
        side.append(_panel(f"{name}-paper", _PAPER(language), [element("div", text, lang="ru")], "paper", language))
    bases = bases_table(graph, _BASES(language), language) if graph is not None else None
    statuses = [
        element("p", f"{status_counts(document.outcome, language)}."),
        requirements_table(document.outcome, found, _REQUIREMENTS(language), language),
    ]
    return [
        element("div", side, class_="side" if paper is not None else "alone"),
        _crosswalk_section(name, report, document, crosswalk, places, language) if crosswalk else None,
        _section(f"{name}-targets", _BASES(language), [bases]) if bases is not None else None,
        _section(f"{name}-requirements", _REQUIREMENTS(language), statuses),
    ]


def _crosswalk(report: Report, document: DocumentReport) -> Comparison | None:
    """The crosswalk of an agreement with the regulation; nothing where either has no norms."""
    if document.kind != "agreement" or document.graph is None or report.against is None:
        return None
    try:
        return compare(document.graph, report.against.graph, document.path, report.regulation)
    except InputError:
        return None


def _crosswalk_section(
    name: str, report: Report, document: DocumentReport, crosswalk: Comparison, places: dict[str, tuple[str, int]],
    language: str,
) -> Element:  # fmt: skip
    anchors = {iri: anchor for iri, (anchor, _) in places.items()}
    foreign = not document.outcome.own
    return _section(f"{name}-crosswalk", f"{_CROSSWALK(language)} {report.regulation}", [
        element("p", _FOREIGN(language), class_="notice") if foreign else None,
        element("div", crosswalk_tables(crosswalk, anchors, language), class_="foreign" if foreign else None),
    ])  # fmt: skip


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
