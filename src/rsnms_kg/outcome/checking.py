"""A graph against the requirements: runs shapes and functions, and turns results into findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.requirements import (
    Check,
    Ground,
    Requirement,
    constraints,
    ground_in_law,
    requirement_of_shape,
    requirements,
)
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.findings import Finding, Outcome, RequirementStatus, outcome
from rsnms_kg.outcome.functions import FUNCTIONS
from rsnms_kg.outcome.messages import fill
from rsnms_kg.outcome.shacl import validate

_AGREEMENT_TOPIC = "tripartite-agreement"
_MANY = 3  # so many alike below one lead-in have one cause: the lead-in
_DATED = {"TRIPARTITE-DEADLINE"}
Given = Mapping[str, str | Bilingual]


def check_graph(graph: Graph, regulation: RegulationData, as_of: date | None = None) -> Outcome:
    """Return what the requirements say of the papers in ``graph``, which is left as it was.

    :param as_of: the day to judge by; a demand whose date is later is not due yet.

    Demands of the regulation's own region bind papers of that region only; for another region's paper
    they are compared, and what differs is a remark.
    """
    demands = [triple for triple in _demands(graph, regulation) if triple not in graph]
    for triple in demands:
        graph.add(triple)
    try:
        return _checked(graph, regulation, as_of)
    finally:
        for triple in demands:
            graph.remove(triple)


def _checked(data: Graph, regulation: RegulationData, as_of: date | None) -> Outcome:
    own = _own_region(data, regulation)
    broken: dict[str, list[Finding]] = {}
    due = {requirement.id for requirement in requirements() if not _later(data, requirement, as_of)}
    for requirement, check, focus, given in _breaches(data):
        if _applies(data, requirement) and requirement.id in due and _demanded(regulation, requirement):
            finding = _finding(data, regulation, requirement, check, focus, given, own=own)
            broken.setdefault(requirement.id, []).append(finding)
    statuses = [
        RequirementStatus(
            requirement,
            _status(
                data,
                requirement,
                requirement.id in broken,
                own=own and _demanded(regulation, requirement),
                due=requirement.id in due,
            ),
        )
        for requirement in requirements()
    ]
    return outcome(statuses, [finding for found in broken.values() for finding in _collapsed(data, found)])


def _collapsed(data: Graph, found: list[Finding]) -> list[Finding]:
    """Findings of one requirement with one wording below one lead-in are one finding, at the lead-in."""
    below: dict[tuple[Node, str], list[Finding]] = {}
    for finding in found:
        clause = data.value(URIRef(finding.focus), RSNMS.inClause)
        lead = data.value(clause, RSNMS.parentClause) if clause is not None else None
        below.setdefault((lead if lead is not None else URIRef(finding.focus), finding.text.ru), []).append(finding)
    single = []
    for (lead, _), alike in below.items():
        if len(alike) < _MANY:
            single += alike
            continue
        single.append(replace(alike[0], focus=str(lead), **_place(data, lead)))
    return single


def _place(data: Graph, fact: Node) -> dict[str, Any]:
    """Where a fact stands: its clause, words and span; the last two are empty where no paper is behind it."""
    start, end = data.value(fact, RSNMS.start), data.value(fact, RSNMS.end)
    return {
        "clause": str(data.value(fact, RSNMS.clauseLabel) or ""),
        "quote": str(data.value(fact, RSNMS.quote) or ""),
        "span": (int(str(start)), int(str(end))) if start is not None and end is not None else (0, 0),
    }


def _breaches(data: Graph) -> list[tuple[Requirement, Check, Node, Given]]:
    """Every breach by a shape or a function; several results of one shape at one node are one."""
    found: dict[tuple[str, Node], tuple[Requirement, Check, Node, Given]] = {}
    by_shape = requirement_of_shape()
    for result in validate(data, constraints()):
        requirement, check = by_shape[result.shape]
        found[result.shape, result.focus] = requirement, check, result.focus, {}
    breaches = list(found.values())
    for requirement in requirements():
        if requirement.function and _applies(data, requirement):
            for breach in FUNCTIONS[requirement.function](data):
                breaches.append((requirement, requirement.checks[0], breach.focus, breach.given))
    return breaches


def _demands(graph: Graph, regulation: RegulationData) -> list[tuple[Node, URIRef, Literal]]:
    """The dates that the regulation sets for the papers, as triples about them."""
    demand = regulation.demand(_AGREEMENT_TOPIC)
    if demand is None:
        return []
    due = Literal(demand.deadline.isoformat(), datatype=XSD.date)
    found: list[tuple[Node, URIRef, Literal]] = []
    for agreement in graph.subjects(RDF.type, RSNMS.Agreement):
        found += [(agreement, RSNMS.dueBy, due), (agreement, RSNMS.dueByClause, Literal(demand.clause))]
    return found


def _demanded(regulation: RegulationData, requirement: Requirement) -> bool:
    """Tell whether a requirement is general, or a demand of this regulation and not of another."""
    if not requirement.region_bound or requirement.id in _DATED:
        return True
    return any(regulation.clause(iri) for iri in requirement.basis)


def _own_region(data: Graph, regulation: RegulationData) -> bool:
    """Tell whether the papers are of the region that the regulation is for; an unknown region is not."""
    regions = {
        str(region)
        for kind in (RSNMS.Agreement, RSNMS.Order, RSNMS.Regulation)
        for act in data.subjects(RDF.type, kind)
        for region in data.objects(act, RSNMS.region)
    }
    return regulation.region in regions


def _applies(data: Graph, requirement: Requirement) -> bool:
    return any((None, RDF.type, kind) in data for kind in requirement.applies_to)


def _later(data: Graph, requirement: Requirement, as_of: date | None) -> bool:
    """Tell whether a requirement speaks of a date that is still to come."""
    if as_of is None or requirement.id not in _DATED:
        return False
    dates = [literal.toPython() for literal in data.objects(None, RSNMS.dueBy) if isinstance(literal, Literal)]
    return bool(dates) and all(as_of < due for due in dates)


def _status(data: Graph, requirement: Requirement, broken: bool, *, own: bool, due: bool) -> str:
    if not _applies(data, requirement) or (requirement.region_bound and not own):
        return "not-applicable"
    if not due:
        return "not-due"
    if broken:
        return "violated"
    concerned = (fact for kind in requirement.concerns for fact in data.subjects(RDF.type, kind))
    needed = requirement.needs
    there = any(needed is None or (fact, needed, None) in data for fact in concerned)
    return "satisfied" if there else "no-data"


def _finding(
    data: Graph, regulation: RegulationData, requirement: Requirement, check: Check, focus: Node,
    given: Given, *, own: bool,
) -> Finding:  # fmt: skip
    def filled(template: str, language: str = "ru") -> str:
        return fill(template, data, focus, given, language)

    comparison = requirement.region_bound and not own
    message = Bilingual(filled(check.message.ru), filled(check.message.en, "en"))
    if comparison:
        message = Bilingual(
            f"Для сравнения с положением другого региона: {message.ru[0].lower()}{message.ru[1:]}",
            f"Compared with another region's regulation: {message.en[0].lower()}{message.en[1:]}",
        )
    return Finding(
        requirement=requirement,
        severity="info" if comparison else requirement.severity,
        **_place(data, focus),
        text=message,
        expected=filled(check.expected),
        actual=filled(check.actual),
        suggestion=Bilingual(filled(requirement.remedy.ru), filled(requirement.remedy.en, "en")),
        basis=_grounds(regulation, requirement),
        focus=str(focus),
        comparison=comparison,
    )


def _grounds(regulation: RegulationData, requirement: Requirement) -> tuple[Ground, ...]:
    found = tuple(ground for iri in requirement.basis if (ground := _ground(regulation, iri)))
    demand = regulation.demand(_AGREEMENT_TOPIC)
    if not found and demand and requirement.id in _DATED:
        return (Ground(regulation.id, demand.clause, requirement.title),)
    return found


def _ground(regulation: RegulationData, iri: URIRef) -> Ground | None:
    law = ground_in_law(iri)
    if law is not None:
        return law
    clause = regulation.clause(iri)
    return Ground(regulation.id, clause, regulation.title(iri)) if clause else None
