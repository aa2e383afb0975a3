"""Findings as HTML: each with its place, words, expected and found, remedy and basis."""

from __future__ import annotations

from dataclasses import dataclass

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.requirements import SEVERITIES
from rsnms_kg.outcome.findings import Finding, Outcome
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.html.paper import Place
from rsnms_kg.report.rules import severity_words
from rsnms_kg.report.text import where
from rsnms_kg.report.wording import LABELS, details

# What a finding is shown as: its severity, or a comparison with another region's regulation.
GRADES = (*SEVERITIES, "comparison")
_COMPARISON = Bilingual("сравнение", "comparison")
_NAMES = {**LABELS, "requirement": Bilingual("Требование", "Requirement")}
_SHOW = Bilingual("показать в бумаге", "show in the paper")
_NONE = Bilingual("Находок нет.", "Nothing was found.")
_SHOWN = Bilingual("Показано находок: ", "Findings shown: ")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number in a document; ``document`` is the number of that."""

    finding: Finding
    document: int
    number: int

    @property
    def grade(self) -> str:
        """The severity, or ``comparison``."""
        return "comparison" if self.finding.comparison else self.finding.severity

    @property
    def anchor(self) -> str:
        """The name of the finding in the page."""
        return f"f{self.document}-{self.number}"

    def place(self) -> Place | None:
        """Return where to mark the paper; ``None`` for a finding without words."""
        start, end = self.finding.span
        if end <= start:
            return None
        mark = f"m{self.document}-{self.number}"
        return Place(start, end, mark, self.anchor, self.number, f"{self.grade}-{self.finding.requirement.family}")


def numbered(outcome: Outcome, document: int) -> list[Numbered]:
    """Return the findings in the order of the paper, comparisons after the others."""
    ordered = sorted(outcome.findings, key=lambda finding: finding.comparison)
    return [Numbered(finding, document, number) for number, finding in enumerate(ordered, start=1)]


def grade_name(grade: str, language: str) -> str:
    """Return the name of a severity, or of a comparison."""
    return _COMPARISON(language) if grade == "comparison" else severity_words(grade)[0](language)


def findings_list(findings: list[Numbered], marked: bool, language: str) -> list[Element]:
    """Return the list of findings; ``marked`` says that the paper with the marks is in the page."""
    if not findings:
        return [element("p", _NONE(language), class_="nothing")]
    items = [_finding(one, marked, language) for one in findings]
    return [element("ol", items, class_="findings"), element("p", _SHOWN(language), class_="shown")]


def _finding(one: Numbered, marked: bool, language: str) -> Element:
    finding, place = one.finding, one.place()
    spot = where(finding, language)
    heading = element(
        "h4",
        element("span", f"{one.number}. {grade_name(one.grade, language)}", class_=f"grade {one.grade}"),
        " ",
        element("a", spot, element("span", f": {_SHOW(language)}", class_="go"), href=f"#{place.anchor}")
        if place and marked
        else element("span", spot),
    )
    return element(
        "li",
        heading,
        element("p", finding.message(language), class_="message"),
        element("dl", [(element("dt", _NAMES[name](language)), element("dd", told, class_=name))
                       for name, told in _rows(finding, language)]),
        class_=f"finding {one.grade}", id=one.anchor, data_grade=one.grade, data_family=finding.requirement.family,
    )  # fmt: skip


def _rows(finding: Finding, language: str) -> list[tuple[str, Content]]:
    requirement = finding.requirement
    told: dict[str, Content] = {**details(finding, language)}
    if "quote" in told:
        told["quote"] = element("q", finding.quote, lang="ru")
    place = told.pop("place", None)
    told["requirement"] = [element("code", requirement.id), f" – {requirement.title(language)}"]
    return [*told.items(), *([("place", place)] if place is not None else [])]
