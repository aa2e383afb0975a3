"""What a check says: findings, and the status of every requirement."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.grounds import Ground
from rsnms_kg.knowledge.requirements import SEVERITIES, Requirement


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """One broken requirement at one place.

    ``span`` is ``[start, end)`` in the text that was read and ``quote`` is that slice; both are empty
    where the graph did not come from a paper. ``comparison`` says that the demand is another region's:
    it is shown, not held against the paper. ``line`` is the line of a paper that is plain text, from 1.
    """

    requirement: Requirement
    severity: str
    clause: str
    quote: str
    span: tuple[int, int]
    text: Bilingual
    expected_text: Bilingual
    actual_text: Bilingual
    suggestion: Bilingual
    basis: tuple[Ground, ...]
    focus: str
    comparison: bool = False
    line: int | None = field(default=None, compare=False)  # the same finding in a graph without its text has none

    def __repr__(self) -> str:
        return f"<Finding {self.requirement.id} ({self.severity}) at {self.clause or '–'}: {self.text.en}>"

    def message(self, language: str = "ru") -> str:
        """Return the sentence that says what is wrong."""
        return self.text(language)

    @property
    def expected(self) -> str:
        """What should be there, in Russian."""
        return self.expected_text.ru

    @property
    def actual(self) -> str:
        """What is there, in Russian."""
        return self.actual_text.ru


@dataclass(frozen=True, slots=True, repr=False)
class RequirementStatus:
    """A requirement and what became of it for one paper; ``lacking`` is what the paper lacks, had it no data."""

    requirement: Requirement
    status: str
    lacking: Bilingual | None = None

    def __repr__(self) -> str:
        return f"<{self.requirement.id}: {self.status}>"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check says of one paper; ``own`` says whether it is of the region that the regulation is for."""

    statuses: tuple[RequirementStatus, ...] = ()
    findings: tuple[Finding, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    own: bool = True

    @property
    def checked(self) -> bool:
        """Whether there was anything to check: a requirement that was found satisfied or violated."""
        return any(one.status in ("satisfied", "violated") for one in self.statuses)

    @property
    def conforms(self) -> bool:
        """Whether no requirement is violated (warnings and remarks aside)."""
        return self.counts.get("violation", 0) == 0


def outcome(statuses: list[RequirementStatus], findings: list[Finding], *, own: bool = True) -> Outcome:
    """Put an outcome together, findings in the order of the paper."""
    ordered = sorted(
        findings,
        key=lambda finding: (
            finding.span[0],
            SEVERITIES.index(finding.severity),
            finding.requirement.id,
            finding.focus,
        ),
    )
    counted = Counter(finding.severity for finding in ordered)
    return Outcome(tuple(statuses), tuple(ordered), {severity: counted[severity] for severity in SEVERITIES}, own)
