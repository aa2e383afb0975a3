"""Measures of a roadmap against the regulation: who answers for them, and when."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph
from rdflib.namespace import RDF
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, text


def unknown_responsible(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-KNOWN: nobody whom the regulation names is responsible."""
    yield from (Breach(measure) for measure in _answered(graph) if not _kinds(graph, measure))


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
