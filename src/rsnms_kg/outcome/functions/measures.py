"""Measures of a roadmap against the regulation: who answers for them, and when."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, text
from rsnms_kg.russian.typography import fold
from rsnms_kg.russian.words import lemmas


def unknown_responsible(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-KNOWN: nobody whom the regulation names is responsible."""
    yield from (Breach(measure) for measure in _answered(graph) if not _names(graph, measure, "SubjectType", "Actor"))


def outside_responsible(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-OUTSIDE: only an actor outside the system is responsible."""
    yield from (
        Breach(measure)
        for measure in _answered(graph)
        if _names(graph, measure, "Actor") and not _names(graph, measure, "SubjectType")
    )


def due_before_approval(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-PAST: a measure is due before the roadmap is approved."""
    for measure in facts(graph, "Measure"):
        act = act_of(graph, measure)
        due, approved = day(graph, measure, "deadline"), day(graph, act) if act else None
        if due and approved and due < approved:
            yield Breach(measure)


def _answered(graph: Graph) -> list[Node]:
    """Measures that name somebody, where there are subjects to compare with."""
    if not facts(graph, "SubjectType"):
        return []
    return [measure for measure in facts(graph, "Measure") if text(graph, measure, "responsible")]


def _names(graph: Graph, measure: Node, *kinds: str) -> bool:
    """Tell whether the one responsible is named as a fact of these kinds is, or by a short form of it."""
    responsible = text(graph, measure, "responsible") or ""
    said = f" {' '.join(lemmas(responsible))} "
    for kind in kinds:
        for fact in facts(graph, kind):
            for name in _known_as(graph, fact):
                if f" {' '.join(lemmas(name))} " in said:
                    return True
    return False


def _known_as(graph: Graph, fact: Node) -> list[str]:
    names = [name for name in (text(graph, fact, "name"), text(graph, fact, "shortName")) if name]
    for short in facts(graph, "Abbreviation"):
        long_form, form = text(graph, short, "longForm") or "", text(graph, short, "shortForm") or ""
        same = any(lemmas(long_form) == lemmas(name) or fold(name).startswith(fold(form)) for name in names)
        if same:
            names += [form, long_form]
    return [name for name in names if lemmas(name)]
