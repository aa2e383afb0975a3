"""A requirement explained: what it asks, why, what breaks it, how to mend it."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from rdflib import URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.regulations import RegulationData, shipped_regulation
from rsnms_kg.knowledge.requirements import Requirement, ground_in_law
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.report.text import WIDTH

_PLACE = re.compile(r"\{[^{}]+\}")
_SEVERITY = {
    "violation": Bilingual("нарушение", "violation"),
    "warning": Bilingual("предупреждение", "warning"),
    "info": Bilingual("замечание", "remark"),
}
_PAPERS = {
    "Agreement": Bilingual("соглашение", "agreement"),
    "Order": Bilingual("приказ", "order"),
    "Regulation": Bilingual("положение", "regulation"),
    "Roadmap": Bilingual("дорожная карта", "roadmap"),
    "RegionalSystem": Bilingual("региональная система", "regional system"),
}


def demands_as_rows(requirement: Requirement, regulation: RegulationData, language: str = "ru") -> list[dict[str, Any]]:
    """Return what a regulation demands for a requirement: its clause, the label of the fact, the day it is due."""
    return [
        {
            "id": demand.source,
            "clause": regulation.clause(URIRef(demand.source)) or "",
            "label": regulation.title(URIRef(demand.source))(language),
            "due": demand.due.isoformat() if demand.due else None,
        }
        for demand in regulation.demands
        if demand.rule == requirement.compiled_by
    ]


def rule_as_dict(
    requirement: Requirement, language: str = "ru", regulation: RegulationData | None = None
) -> dict[str, Any]:
    """Return a requirement as plain data; with what a regulation (the shipped one unless given) demands for it."""
    regulation = regulation or shipped_regulation()
    told = {
        "id": requirement.id,
        "label": requirement.title(language),
        "family": requirement.family,
        "severity": requirement.severity,
        "text": requirement.explanation(language),
        "applies_to": [_PAPERS[notation(kind)](language) for kind in requirement.applies_to],
        "region_bound": requirement.region_bound,
        "basis": grounds(requirement, language, regulation),
        "broken": [_open(check.message(language)) for check in requirement.checks],
        "remedy": _open(requirement.remedy(language)),
        "checked_by": requirement.function or requirement.compiled_by or [check.name for check in requirement.checks],
    }
    if requirement.compiled_by:
        told["demands"] = demands_as_rows(requirement, regulation, language)
    return told


def rule_as_text(requirement: Requirement, language: str = "ru", regulation: RegulationData | None = None) -> str:
    """Return a requirement explained in words; ``regulation`` as for :func:`rule_as_dict`."""
    told = rule_as_dict(requirement, language, regulation)
    names = (
        ("Зачем", "Касается", "Тяжесть", "Основание", "Что скажет проверка", "Как исправить")
        if language == "ru"
        else ("Why", "Applies to", "Severity", "Basis", "What a check says", "How to mend")
    )
    values = (
        told["text"], ", ".join(told["applies_to"]), _SEVERITY[requirement.severity](language),
        "; ".join(told["basis"]), " / ".join(told["broken"]), told["remedy"],
    )  # fmt: skip
    lines = [f"{requirement.id}. {told['label']}"]
    for name, value in zip(names, values, strict=True):
        lines += textwrap.wrap(
            f"{name}: {value}",
            WIDTH,
            initial_indent="  ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    if requirement.region_bound:
        lines.append(
            "  Требование региональное: бумагу другого региона с ним только сравнивают."
            if language == "ru"
            else "  Bound to the region: another region's paper is only compared with it."
        )
    return "\n".join(lines) + "\n"


def grounds(requirement: Requirement, language: str = "ru", regulation: RegulationData | None = None) -> list[str]:
    """Return the grounds of a requirement in words; where a regulation demands it, the clauses that do."""
    regulation = regulation or shipped_regulation()
    told = []
    if requirement.compiled_by:
        clauses = list(dict.fromkeys(row["clause"] for row in demands_as_rows(requirement, regulation)))
        nothing = Bilingual("такого не требует", "demands no such thing")
        told.append(f"{regulation.id}, {', '.join(clauses)}" if clauses else f"{regulation.id} {nothing(language)}")
    for iri in requirement.basis:
        law = ground_in_law(iri)
        if law:
            told.append(f"{law.act}, {law.clause} ({law.title(language)})")
        else:
            told.append(f"{regulation.id}, {regulation.clause(iri) or iri}")
    return told


def _open(template: str) -> str:
    """Show the places of a template as dots."""
    return _PLACE.sub("…", template).replace("….", "…")
