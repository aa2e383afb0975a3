"""The words of a report, in one place for all formats: headings, labels, counts, places and grounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rdflib import URIRef
from rdflib.namespace import SKOS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.knowledge.grounds import Ground
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.requirements import SEVERITIES, Requirement
from rsnms_kg.knowledge.terms import code
from rsnms_kg.knowledge.texts import text_in_both
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.outcome.messages import short
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.russian.typography import NBSP
from rsnms_kg.russian.words import plural

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport

TITLE = Bilingual("Отчёт о проверке", "Report of a check")
AS_OF = Bilingual("На день", "As of")
DOCUMENT, DOCUMENTS = Bilingual("Документ", "Document"), Bilingual("Документы", "Documents")
NAME = Bilingual("Название", "Title")
RESULT, VERDICT = Bilingual("Итог", "Result"), Bilingual("Вывод", "Verdict")
VERDICTS = {
    "conforms": Bilingual("Нарушений нет", "No violations"),
    "broken": Bilingual("Есть нарушения", "There are violations"),
    "unchecked": Bilingual("Проверять нечего", "Nothing to check"),
    "unread": Bilingual("Не прочитано", "Not read"),
}
FINDING, FINDINGS = Bilingual("Находка", "Finding"), Bilingual("Находки", "Findings")
NO_FINDINGS = Bilingual("Находок нет.", "Nothing was found.")
REQUIREMENT = Bilingual("Требование", "Requirement")
STATUSES = Bilingual("Требования и их состояние", "Requirements and their status")
NOT_MEANT = Bilingual("Требования, которые к такой бумаге не относятся", "Requirements not meant for such a paper")
GROUP = Bilingual("Группа требований", "Family")
SEVERITY, STATUS = Bilingual("Строгость", "Severity"), Bilingual("Состояние", "Status")
COMPARISON = Bilingual("сравнение", "comparison")
# What a finding of a comparison stands under, and what that means.
COMPARISONS = Bilingual("Сравнение с положением другого региона", "Comparison with another region's regulation")
COMPARED = Bilingual(
    "Для сравнения: так требует положение другого региона, и нарушением это не считается.",
    "For comparison: another region's regulation demands it, and it is not held against the paper.",
)
LABELS = {
    "quote": Bilingual("В бумаге", "In the paper"),
    "expected": Bilingual("Ожидается", "Expected"),
    "actual": Bilingual("Сейчас", "Found"),
    "remedy": Bilingual("Как исправить", "How to mend"),
    "basis": Bilingual("Основание", "Basis"),
    "place": Bilingual("Место", "Place"),
}
REMEDY, BASIS, PLACE = LABELS["remedy"], LABELS["basis"], LABELS["place"]
SEVERITIES_FOUND = (
    Bilingual("Нарушения", "Violations"),
    Bilingual("Предупреждения", "Warnings"),
    Bilingual("Замечания", "Remarks"),
)
_COUNTED = {
    "violation": (("нарушение", "нарушения", "нарушений"), ("violation", "violations")),
    "warning": (("предупреждение", "предупреждения", "предупреждений"), ("warning", "warnings")),
    "info": (("замечание", "замечания", "замечаний"), ("remark", "remarks")),
}
_NOTHING = Bilingual(
    "проверять нечего: здесь нет ни бумаги, ни системы региона.",
    "nothing to check: there is neither a paper nor a regional system here.",
)
_SAMPLE = Bilingual("для сравнения", "for comparison")


@cache
def severity_words(severity: str) -> tuple[Bilingual, Bilingual]:
    """Return the name of a severity and what it means."""
    graph, iri = load("ontology/codes/severities.ttl"), URIRef(code("severity", severity))
    return text_in_both(graph, iri, SKOS.prefLabel), text_in_both(graph, iri, SKOS.definition)


def family_name(requirement: Requirement, language: str = "ru") -> str:
    """Return the name of a requirement's family; its id where the code list has no name for it."""
    names = (one.label(language) for one in concepts("family") if one.notation == requirement.family)
    return next(names, requirement.family)


def counts_as_text(counts: dict[str, int], language: str = "ru") -> str:
    """Return counts of findings in words: «2 нарушения, 1 предупреждение»."""
    told = []
    for severity in SEVERITIES:
        number, (ru, en) = counts.get(severity, 0), _COUNTED[severity]
        if number:
            told.append(plural(number, *ru) if language == "ru" else f"{number} {en[number != 1]}")
    return ", ".join(told) or ("находок нет" if language == "ru" else "nothing found")


def result(document: DocumentReport, language: str) -> tuple[str, str]:
    """Return what came of a document, as a name and the words after it: «Итог» and «2 нарушения»."""
    if document.error is not None:
        return VERDICTS["unread"](language), document.error(language)
    if document.verdict == "unchecked":
        return RESULT(language), _NOTHING(language)
    return RESULT(language), f"{counts_as_text(document.outcome.counts, language)}."


def headline(finding: Finding, language: str) -> str:
    """Return the line above a finding: its severity (or that it is a comparison), its place and its requirement."""
    mark = COMPARISON if finding.comparison else severity_words(finding.severity)[0]
    return f"{mark(language).upper()} · {where(finding, language)} · {finding.requirement.id}"


def where(finding: Finding, language: str) -> str:
    """Return the clause of the paper; where there is no paper, that of the regulation that demands it."""
    clause, whose = finding.clause, Bilingual("", "")
    if not clause and not finding.quote and finding.basis and finding.basis[0].kind == "regulation":
        clause, whose = finding.basis[0].clause, Bilingual(" положения", " of the regulation")
    if not clause[:1].isdigit():
        whose = Bilingual("", "")
    return (cited_place(clause, language).replace(NBSP, " ") or "–") + whose(language)


def cited(ground: Ground, language: str = "ru") -> str:
    """Return a ground as people cite it: «ст. 53 ГК РФ», «Положение о …, п. 3.2.1/3», or the rule of practice."""
    return _cited([ground], language)


def basis(finding: Finding, language: str) -> str:
    """Return the grounds of a finding as people cite them, the clauses of one act together."""
    acts: dict[tuple[str, str, bool], list[Ground]] = {}
    for ground in finding.basis:
        acts.setdefault((ground.kind, ground.act, ground.sample), []).append(ground)
    return "; ".join(_cited(grounds, language) for grounds in acts.values())


def _cited(grounds: Sequence[Ground], language: str) -> str:
    """Clauses of one act: «ст. 48 и 55 ГК РФ»."""
    ru, first = language == "ru", grounds[0]
    act = first.name(language)
    if first.kind == "practice":
        return f"{act}: {'; '.join(ground.title(language) for ground in grounds)}"
    if first.kind == "regulation":
        places = _together((cited_place(ground.clause, language) for ground in grounds), language)
        return f"{_SAMPLE(language)}: {act}, {places}" if first.sample else f"{act}, {places}"
    ru_sign, *en_signs = ("ст.", "art.", "arts.") if first.kind == "law" else ("п.", "clause", "clauses")
    numbers = _together(sorted((ground.clause for ground in grounds), key=_by_numbers), language)
    if ru:
        return f"{ru_sign}{NBSP}{numbers} {act}"
    return f"{act}, {en_signs[len(grounds) > 1]}{NBSP}{numbers}"


def _by_numbers(clause: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", clause)]


def _together(places: Iterable[str], language: str) -> str:
    """Places in one row, a word that all begin with said once: «п. 1.2 и 3.4»."""
    several = list(places)
    sign = several[0].partition(NBSP)[0] + NBSP
    if len(several) > 1 and all(place.startswith(sign) for place in several):
        several[1:] = [place.removeprefix(sign) for place in several[1:]]
        if sign == f"clause{NBSP}":
            several[0] = several[0].replace("clause", "clauses", 1)
    *before, last = several
    return f"{', '.join(before)} {'и' if language == 'ru' else 'and'} {last}" if before else last


def details(finding: Finding, language: str, longest: int | None = None) -> dict[str, str]:
    """Return what is known of a finding beside its message, by the names of ``LABELS``; what is not is left out.

    :param longest: quotes are cut to so many characters.
    """
    told = {
        "quote": short(finding.quote, longest) if longest else finding.quote,
        "expected": finding.expected_text(language),
        "actual": finding.actual_text(language),
        "remedy": finding.suggestion(language),
        "basis": basis(finding, language),
        "place": Bilingual(f"строка {finding.line}", f"line {finding.line}")(language) if finding.line else "",
    }
    return {name: words for name, words in told.items() if words}
