"""What every format tells of a finding: the labels, and the words beside them."""

from __future__ import annotations

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.requirements import Ground
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.outcome.messages import short
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.russian.typography import NBSP

LABELS = {
    "quote": Bilingual("В бумаге", "In the paper"),
    "expected": Bilingual("Ожидается", "Expected"),
    "actual": Bilingual("Сейчас", "Found"),
    "remedy": Bilingual("Как исправить", "How to mend"),
    "basis": Bilingual("Основание", "Basis"),
    "place": Bilingual("Место", "Place"),
}


def cited(ground: Ground, language: str = "ru") -> str:
    """Return a ground as people cite it: «ст. 53 ГК РФ», «положение kaluga-963-2021, п. 3.2.1/3», or the rule."""
    act = ground.act_name(language)
    if ground.kind == "practice":
        return f"{act}: {ground.title(language)}"
    if ground.kind == "regulation":
        place = cited_place(ground.clause, language)
        told = f"{'положение' if language == 'ru' else 'regulation'} {act}, {place}"
        compared = "для сравнения, " if language == "ru" else "for comparison, "
        return f"{compared}{told}" if ground.sample else told
    ru, en = ("ст.", "art.") if ground.kind == "law" else ("п.", "clause")
    return f"{ru}{NBSP}{ground.clause} {act}" if language == "ru" else f"{act}, {en}{NBSP}{ground.clause}"


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
