"""Findings as HTML: each with its place, words, expected and found, remedy and basis."""

from __future__ import annotations

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.report.entries import Numbered, grade_name
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.html.paper import Place
from rsnms_kg.report.wording import LABELS, NO_FINDINGS, REQUIREMENT, details, where

_SHOW = Bilingual("показать в бумаге", "show in the paper")
_SHOWN = Bilingual("Показано находок: ", "Findings shown: ")


def anchor(one: Numbered) -> str:
    """Return the name of a finding in the page."""
    return f"f{one.document}-{one.number}"


def place(one: Numbered) -> Place | None:
    """Return where to mark the paper; ``None`` for a finding without words."""
    start, end = one.finding.span
    if end <= start:
        return None
    mark = f"m{one.document}-{one.number}"
    return Place(start, end, mark, anchor(one), one.number, f"{one.grade}-{one.finding.requirement.family}")


def findings_list(findings: list[Numbered], marked: bool, language: str) -> list[Element]:
    """Return the list of findings; ``marked`` says that the paper with the marks is in the page."""
    if not findings:
        return [element("p", NO_FINDINGS(language), class_="nothing")]
    items = [_finding(one, marked, language) for one in findings]
    return [element("ol", items, class_="findings"), element("p", _SHOWN(language), class_="shown")]


def _finding(one: Numbered, marked: bool, language: str) -> Element:
    finding, marked_at = one.finding, place(one)
    spot = where(finding, language)
    heading = element(
        "h4",
        element("span", f"{one.number}. {grade_name(one.grade, language)}", class_=f"grade {one.grade}"),
        " ",
        element("a", spot, element("span", f": {_SHOW(language)}", class_="go"), href=f"#{marked_at.anchor}")
        if marked_at and marked
        else element("span", spot),
    )
    return element(
        "li",
        heading,
        element("p", finding.message(language), class_="message"),
        element("dl", [(element("dt", name(language)), element("dd", told, class_=class_))
                       for class_, name, told in _rows(finding, language)]),
        class_=f"finding {one.grade}", id=anchor(one), data_grade=one.grade, data_family=finding.requirement.family,
    )  # fmt: skip


def _rows(finding: Finding, language: str) -> list[tuple[str, Bilingual, Content]]:
    requirement = finding.requirement
    told: dict[str, Content] = {**details(finding, language)}
    if "quote" in told:
        told["quote"] = element("q", finding.quote, lang="ru")
    named = [element("code", requirement.id), f" – {requirement.title(language)}"]
    return [*((name, LABELS[name], words) for name, words in told.items()), ("requirement", REQUIREMENT, named)]
