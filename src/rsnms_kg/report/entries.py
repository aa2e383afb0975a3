"""What every format lists of a document: its findings with their numbers, its requirements with their status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import label
from rsnms_kg.knowledge.requirements import SEVERITIES
from rsnms_kg.outcome.findings import Finding, Outcome
from rsnms_kg.outcome.messages import show_date
from rsnms_kg.report.wording import AS_OF, COMPARISON, family_name, severity_words

if TYPE_CHECKING:
    from rsnms_kg.report.report import Report

# What a finding is shown as: its severity, or a comparison with another region's regulation.
GRADES = (*SEVERITIES, "comparison")
# In the order in which it is told what became of requirements.
STATUSES = ("violated", "satisfied", "not-due", "no-data", "not-applicable")
_AGAINST = Bilingual("Положение для проверки", "Checked against the regulation")
_FOREIGN = Bilingual(
    "Для бумаги другого региона это положение – только для сравнения.",
    "For a paper of another region this regulation is a comparison only.",
)


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


@dataclass(frozen=True, slots=True)
class RequirementEntry:
    """A requirement in words, what became of it, and the numbers of its findings."""

    id: str
    title: str
    family: str
    severity: str
    status: str
    status_name: str
    findings: tuple[int, ...]

    @property
    def applies(self) -> bool:
        """Whether the requirement is meant for such a document."""
        return self.status != "not-applicable"

    @property
    def count(self) -> str:
        """How many findings it has, or a dash."""
        return str(len(self.findings) or "–")


def numbered(outcome: Outcome, document: int = 1) -> list[Numbered]:
    """Return the findings in the order of the paper, comparisons after the others."""
    ordered = sorted(outcome.findings, key=lambda finding: finding.comparison)
    return [Numbered(finding, document, number) for number, finding in enumerate(ordered, start=1)]


def requirement_entries(outcome: Outcome, language: str) -> list[RequirementEntry]:
    """Return every requirement, family by family; one that was not looked at says what the paper lacks for it."""
    numbers: dict[str, list[int]] = {}
    for one in numbered(outcome):
        numbers.setdefault(one.finding.requirement.id, []).append(one.number)
    entries = []
    for told in sorted(outcome.statuses, key=lambda one: (one.requirement.family, one.requirement.id)):
        requirement, status = told.requirement, label("status", told.status)(language)
        entries.append(RequirementEntry(
            requirement.id, requirement.title(language), family_name(requirement, language),
            severity_words(requirement.severity)[0](language), told.status,
            f"{status} ({told.lacking(language)})" if told.lacking else status, tuple(numbers.get(requirement.id, ())),
        ))  # fmt: skip
    return entries


def grade_name(grade: str, language: str) -> str:
    """Return the name of a severity, or of a comparison."""
    return COMPARISON(language) if grade == "comparison" else severity_words(grade)[0](language)


def status_counts(outcome: Outcome, language: str) -> str:
    """Return how many requirements have each status, in words."""
    count = Counter(status.status for status in outcome.statuses)
    return "; ".join(f"{label('status', one)(language)} – {count[one]}" for one in STATUSES if count[one])


def regulation_lines(report: Report, language: str) -> list[str]:
    """Return sentences: against what and as of what day papers were checked, and that it binds no other region.

    Nothing where no paper could be read.
    """
    read = [document for document in report.documents if document.readable]
    if not read:
        return []
    name = report.against.name(language) if report.against else report.regulation
    lines = [f"{_AGAINST(language)}: {report.regulation}{f' ({name})' if name != report.regulation else ''}."]
    if not all(document.outcome.own for document in read):
        lines.append(_FOREIGN(language))
    if report.as_of is not None:
        lines.append(f"{AS_OF(language)}: {show_date(report.as_of)}.")
    return lines
