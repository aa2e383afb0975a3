"""Requirements in words: the list of them, and one explained: what it asks, why, what breaks it, how to mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from rdflib import URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.grounds import Ground, ground_in_law
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.regulations import RegulationData, shipped_regulation
from rsnms_kg.knowledge.requirements import SEVERITIES, Requirement
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.outcome.messages import opened
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.report.text import WIDTH
from rsnms_kg.report.wording import GROUP, cited, counts_as_text, family_name, severity_words
from rsnms_kg.russian.words import plural

# What a requirement can apply to: the words of the command, and the names in both languages.
PAPERS = {
    "Agreement": Bilingual("соглашение", "agreement"),
    "Order": Bilingual("приказ", "order"),
    "Regulation": Bilingual("положение", "regulation"),
    "Roadmap": Bilingual("дорожная карта", "roadmap"),
    "RegionalSystem": Bilingual("региональная система", "regional system"),
}
GROUND_KINDS = ("regulation", "law", "standard", "practice")
_NOT_DEMANDED = Bilingual("положение такого не требует", "the regulation demands no such thing")


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


def grounds(requirement: Requirement, regulation: RegulationData | None = None) -> list[Ground]:
    """Return the grounds of a requirement, those of a regulation first; with the clauses that demand it."""
    regulation = regulation or shipped_regulation()
    demanding = [URIRef(row["id"]) for row in demands_as_rows(requirement, regulation)]
    found = {}
    for iri in (*demanding, *requirement.basis):
        ground = ground_in_law(iri) or regulation.ground(iri)
        if ground:
            found[ground.act, ground.clause] = ground
    return sorted(found.values(), key=lambda ground: GROUND_KINDS.index(ground.kind))


def rule_as_dict(
    requirement: Requirement, language: str = "ru", regulation: RegulationData | None = None
) -> dict[str, Any]:
    """Return a requirement as plain data; with what a regulation (the shipped one unless given) demands for it."""
    regulation = regulation or shipped_regulation()
    told = {
        "id": requirement.id,
        "label": requirement.title(language),
        "family": requirement.family,
        "family_label": family_name(requirement, language),
        "severity": requirement.severity,
        "text": requirement.explanation(language),
        "applies_to": papers(requirement, language),
        "region_bound": requirement.region_bound,
        "basis": [
            {"kind": ground.kind, "act": ground.act, "clause": ground.clause, "label": ground.title(language)}
            for ground in grounds(requirement, regulation)
        ],
        "broken": list(dict.fromkeys(opened(check.message(language)) for check in requirement.checks)),
        "broken_example": requirement.broken_example(language),
        "mended_example": requirement.mended_example(language),
        "remedy": opened(requirement.remedy(language)),
        "checked_by": requirement.function or requirement.compiled_by or [check.name for check in requirement.checks],
    }
    if requirement.compiled_by:
        told["demands"] = demands_as_rows(requirement, regulation, language)
    return told


def papers(requirement: Requirement, language: str = "ru") -> list[str]:
    """Return the names of what a requirement applies to."""
    kinds = [notation(kind) for kind in requirement.applies_to]
    return [PAPERS[kind](language) if kind in PAPERS else kind for kind in kinds]


def rule_as_text(requirement: Requirement, language: str = "ru", regulation: RegulationData | None = None) -> str:
    """Return a requirement explained in words; ``regulation`` as for :func:`rule_as_dict`."""
    ru, told = language == "ru", rule_as_dict(requirement, language, regulation)
    name, meaning = severity_words(requirement.severity)
    grave = f"{name(language)}. {meaning(language)}"
    if requirement.region_bound:
        grave += (
            " Требование региональное: бумагу другого региона с ним только сравнивают."
            if ru
            else " Bound to the region: another region's paper is only compared with it."
        )
    lines = [
        *textwrap.wrap(f"{requirement.id}. {told['label']}", WIDTH),
        f"{GROUP(language)}: {told['family_label']}",
        "",
        *_field("Зачем" if ru else "Why", told["text"]),
        *_field("Касается" if ru else "Applies to", ", ".join(told["applies_to"])),
        *_field("Строгость" if ru else "Severity", grave),
        *_grounds_as_lines(requirement, language, regulation),
        *_field("Что скажет проверка" if ru else "What a check says", *told["broken"]),
        *_example("Пример нарушения" if ru else "Broken", told["broken_example"]),
        *_example("Пример исправления" if ru else "Mended", told["mended_example"]),
        *_field("Как исправить" if ru else "How to mend", told["remedy"]),
    ]
    return "\n".join(lines) + "\n"


def rules_as_text(shown: Iterable[Requirement], language: str = "ru", regulation: RegulationData | None = None) -> str:
    """Return requirements as a list by family; with a regulation, the clauses of it that demand each."""
    listed = sorted(shown, key=lambda requirement: (requirement.family, requirement.id))
    if not listed:
        return "Таких требований нет.\n" if language == "ru" else "There are no such requirements.\n"
    width = max(len(requirement.id) for requirement in listed)
    grades = {severity: severity_words(severity)[0](language) for severity in SEVERITIES}
    longest = max(map(len, grades.values()))
    lines: list[str] = []
    family = None
    for requirement in listed:
        if requirement.family != family:
            family = requirement.family
            lines += [*([""] if lines else []), family_name(requirement, language)]
        head = f"  {requirement.id.ljust(width)}  {grades[requirement.severity].ljust(longest)}  "
        words = requirement.title(language)
        if regulation and requirement.compiled_by:
            clauses = dict.fromkeys(row["clause"] for row in demands_as_rows(requirement, regulation, language))
            words += f" ({', '.join(clauses) or _NOT_DEMANDED(language)})"
        lines += textwrap.wrap(words, WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
    return "\n".join([*lines, "", *_sum(listed, language)]) + "\n"


def _sum(listed: list[Requirement], language: str) -> list[str]:
    counts = {grade: sum(requirement.severity == grade for requirement in listed) for grade in SEVERITIES}
    number = len(listed)
    if language == "ru":
        total = f"{plural(number, 'требование', 'требования', 'требований')}: {counts_as_text(counts)}."
        return [f"Всего {total}", "Подробно об одном: rsnms rules ИМЯ."]
    noun = "requirement" if number == 1 else "requirements"
    return [f"{number} {noun}: {counts_as_text(counts, 'en')}.", "One of them explained: rsnms rules ID."]


def _grounds_as_lines(requirement: Requirement, language: str, regulation: RegulationData | None) -> list[str]:
    """The grounds by kind: what the regulation says, the law, a standard, a rule of practice."""
    names = {concept.notation: concept.label(language) for concept in concepts("ground-kind")}
    found = grounds(requirement, regulation)
    own = [ground for ground in found if ground.kind == "regulation"]
    others = [ground for ground in found if ground.kind != "regulation"]
    lines = ["  Основание:" if language == "ru" else "  Basis:"]
    head = (regulation or shipped_regulation()).name(language)
    if own:
        told = [f"{cited_place(ground.clause, language)}{_label(ground, language)}" for ground in own]
        lines += [f"    {head}:", *(line for one in told for line in _wrapped("", one, "      "))]
    elif requirement.compiled_by:
        lines.append(f"    {head}: {_NOT_DEMANDED(language)}")
    for ground in others:
        words = cited(ground, language)
        if ground.kind != "practice":  # a rule of practice is named so and is its own words
            words = f"{names[ground.kind]}: {words}{_label(ground, language)}"
        lines += _wrapped("", words, "    ")
    return lines


def _label(ground: Ground, language: str) -> str:
    """What a clause says in short, where it has a name."""
    label = ground.title(language)
    return f" – {label}" if label and ground.clause not in label else ""


def _field(name: str, *texts: str) -> list[str]:
    if len(texts) == 1:
        return _wrapped(f"{name}: ", texts[0], "  ")
    return [f"  {name}:", *(line for text in texts for line in _wrapped("– ", text, "    "))]


def _example(name: str, text: str) -> list[str]:
    """An example as a block of lines, each as it stands in a paper."""
    if not text:
        return []
    return [f"  {name}:", *(part for line in text.splitlines() for part in _wrapped("", line, "    "))]


def _wrapped(name: str, text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        name + text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
