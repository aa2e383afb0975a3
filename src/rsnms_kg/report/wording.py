"""What every format tells of a finding: the labels, and the words beside them."""

from __future__ import annotations

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.outcome.messages import short
from rsnms_kg.report.text import cited

LABELS = {
    "quote": Bilingual("В бумаге", "In the paper"),
    "expected": Bilingual("Ожидается", "Expected"),
    "actual": Bilingual("Сейчас", "Found"),
    "remedy": Bilingual("Как исправить", "How to mend"),
    "basis": Bilingual("Основание", "Basis"),
    "place": Bilingual("Место", "Place"),
}


def basis(finding: Finding, language: str) -> str:
    """Return the grounds of a finding as people cite them."""
    return "; ".join(cited(ground, language) for ground in finding.basis)


def details(finding: Finding, language: str, longest: int | None = None) -> dict[str, str]:
    """Return what is known of a finding beside its message, by the names of ``LABELS``; what is not is left out.

    :param longest: quotes are cut to so many characters.
    """
    start, end = finding.span
    told = {
        "quote": short(finding.quote, longest) if longest else finding.quote,
        "expected": finding.expected_text(language),
        "actual": finding.actual_text(language),
        "remedy": finding.suggestion(language),
        "basis": basis(finding, language),
        "place": Bilingual(f"знаки {start}–{end}", f"characters {start}–{end}")(language) if end > start else "",
    }
    return {name: words for name, words in told.items() if words}
