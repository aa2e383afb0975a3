"""Measures of a roadmap against the regulation: who answers for them, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Graph
from rdflib.namespace import RDF
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, names_code, text, value
from rsnms_kg.outcome.functions.names import other_organisation_name
from rsnms_kg.russian.dates import MONTHS
from rsnms_kg.russian.words import content_lemmas

_RELATIVE = re.compile(r"\d+[^\d]{0,25}(?:дн(?:я|ей)|недел|месяц)|со\s+дня|с\s+момента|после\s", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
# «март», «до 15 марта», «III квартал»: of the year that the title names
_IN_YEAR = re.compile(rf"{'|'.join(month[:-1] for month in MONTHS)}|квартал|полугоди|\d", re.IGNORECASE)


def unknown_responsible(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-KNOWN: nobody whom the regulation names is responsible."""
    told = _called_otherwise(graph)
    for measure in _answered(graph):
        name = content_lemmas(_in_full(graph, text(graph, measure, "responsible") or ""))
        if not _kinds(graph, measure) and name not in told:
            told.add(name)  # once for all measures that one is responsible for
            yield Breach(measure)


def outside_responsible(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-OUTSIDE: only an actor outside the system is responsible."""
    yield from (Breach(measure) for measure in _answered(graph) if _kinds(graph, measure) == {RSNMS.Actor})


def due_before_approval(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-PAST: a measure is due before the roadmap is approved."""
    for measure in facts(graph, "Measure"):
        act = act_of(graph, measure)
        due, approved = day(graph, measure, "deadline"), day(graph, act) if act else None
        if due and approved and due < approved:
            yield Breach(measure)


def unclear_deadline(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-DATE: what stands for a date is neither a day or a period nor a known recurrence."""
    for doubt in facts(graph, "Doubt"):
        measure = value(graph, doubt, "about")
        if measure is None or not names_code(value(graph, doubt, "reason"), "doubt", "unknown-deadline"):
            continue
        words = text(graph, measure, "deadlineWords") or ""
        titles = (text(graph, roadmap, "title") or "" for roadmap in facts(graph, "Roadmap"))
        year_above = any(map(_YEAR.search, titles))
        if not _RELATIVE.search(words) and not (year_above and _IN_YEAR.search(words)):
            yield Breach(measure)


def _called_otherwise(graph: Graph) -> set[tuple[str, ...]]:
    """Names of bodies, as their words, that other requirements tell of: called in two ways, or by initials only."""
    organisations = list(other_organisation_name(graph))
    names = [text(graph, breach.focus, "name") for breach in organisations]
    names += [str(breach.given["other"]) for breach in organisations]
    names += [text(graph, form, "shortForm") for form in facts(graph, "UndeclaredForm")]
    return {content_lemmas(_in_full(graph, name)) for name in names if name}


def _in_full(graph: Graph, name: str) -> str:
    """What a declared short form stands for; any other name is returned as it is."""
    for declared in facts(graph, "Abbreviation"):
        if text(graph, declared, "shortForm") == name:
            return text(graph, declared, "longForm") or name
    return name


def _answered(graph: Graph) -> list[Node]:
    """Measures that name somebody, where there are subjects to compare with."""
    if not facts(graph, "SubjectType"):
        return []
    return [measure for measure in facts(graph, "Measure") if text(graph, measure, "responsible")]


def _kinds(graph: Graph, measure: Node) -> set[Node]:
    """The classes of those responsible."""
    return {
        kind
        for subject in graph.objects(measure, RSNMS.responsibleSubject)
        for kind in graph.objects(subject, RDF.type)
    }
