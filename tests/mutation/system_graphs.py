"""Operators on the records of a regional system: documents, measures, observations, monitoring, passport."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from mutation.edits import Edit, Edits, facts, gone, lost, one, otherwise, said, text, whole
from mutation.regulation_graphs import of_another_type
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import RSNMS, code


def new_place(kind: str, **values: str) -> Edits:
    """A municipality or a school more, in which nothing is there yet."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        (system,) = facts(graph, "RegionalSystem")
        new = URIRef(f"{system}/planted")
        added = {(new, RDF.type, RSNMS[kind]), (new, RSNMS.name, text("Новое место"))}
        for name, of_kind in values.items():
            added.add((new, RSNMS[name], random.choice(facts(graph, of_kind))))
        yield Edit(new, added=frozenset(added))

    return edits


def backwards(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return Literal(int(str(old)) - random.choice([1, 2, 10]))


def impossible(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return Literal(random.choice(["100.5", "150.0", "-5.0", "-0.1"]), datatype=XSD.decimal)


def not_so(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return Literal(False)


def undated_run(graph: Graph, random: Random) -> Iterator[Edit]:
    for run in facts(graph, "MonitoringRun"):
        new = URIRef(f"{run}-undated")
        known = {(new, name, value) for _, name, value in graph.triples((run, None, None)) if name != RSNMS.date}
        yield Edit(new, added=frozenset(known))


def of_level(level: str, edits: Edits) -> Edits:
    """Only at subjects of a level."""

    def chosen(graph: Graph, random: Random) -> Iterator[Edit]:
        wanted = URIRef(code("level", level))
        yield from (edit for edit in edits(graph, random) if one(graph, edit.focus, "level") == wanted)

    return chosen


def run_left_out(graph: Graph, random: Random) -> Iterator[Edit]:
    """A monitoring between two others is not there; found at the system."""
    (system,) = facts(graph, "RegionalSystem")
    runs = sorted(facts(graph, "MonitoringRun"), key=lambda run: str(one(graph, run, "date")))
    for run in runs[1:-1]:
        yield Edit(system, whole(graph, [run]))


def another_supplier(graph: Graph, part: Node, old: Node, random: Random) -> Node | None:
    """A subject of a type that supplies nothing."""
    suppliers = {one(graph, subject, "ofType") for subject in graph.objects(None, RSNMS.suppliedBy)}
    others = [subject for subject in facts(graph, "Subject") if one(graph, subject, "ofType") not in suppliers]
    return random.choice(others) if others else None


def of_another_host(graph: Graph, random: Random) -> Iterator[Edit]:
    """A unit is within another subject than the one that the regulation names."""
    subjects = facts(graph, "Subject")
    for unit in subjects:
        type_of, host = one(graph, unit, "ofType"), one(graph, unit, "unitOf")
        if type_of is None or host is None or one(shipped_regulation().graph, type_of, "hostedBy") is None:
            continue
        other = random.choice([
            subject for subject in subjects
            if subject not in (unit, host) and one(graph, subject, "level") == one(graph, unit, "level")
        ])  # fmt: skip
        added = frozenset({(unit, RSNMS.unitOf, other), (other, RDF.type, RSNMS.Organisation)})
        yield Edit(unit, said(graph, unit, "unitOf"), added)


SYSTEM_RECORD_OPERATORS: dict[str, dict[str, Edits]] = {
    "INSTRUMENT-DATED": {
        "a document without a date": lost("IssuedDocument", "date"),
        "a document without a number": lost("IssuedDocument", "number"),
    },
    "MEASURE-EVIDENCE": {"no evidence": lost("MeasureCompletion", "evidence")},
    "MONITORING-ANALYSIS": {"not analysed": otherwise("MonitoringRun", "hasAnalysis", not_so)},
    "MONITORING-RECOMMENDATIONS": {"nothing recommended": otherwise("MonitoringRun", "hasRecommendations", not_so)},
    "MONITORING-DATED": {"a monitoring without a date": undated_run},
    "OBSERVATION-PERIOD": {
        "an observation of no period": lost("Observation", "periodStart"),
        "a period that goes backwards": otherwise("Observation", "periodEnd", backwards),
    },
    "OBSERVATION-RANGE": {"an impossible share": otherwise("Observation", "share", impossible)},
    "OBSERVATION-VALUE": {"an observation of nothing": lost("Observation", "share", "count")},
    "PASSPORT-DATED": {"a part without a date": lost("PassportPart", "suppliedOn")},
    "MONITORING-YEARLY": {"a year without monitoring": run_left_out},
    "PASSPORT-SUPPLIER": {"a part of somebody else": otherwise("PassportPart", "suppliedBy", another_supplier)},
    "PASSPORT-PARTS": {"a part is not there": gone("PassportPart", lambda graph, part: next(
        iter(facts(graph, "Passport")), None))},
    "PASSPORT-SUPPLIED": {"a part of nobody": lost("PassportPart", "suppliedBy")},
    "STRUCTURE-LEVEL": {"a subject on another level": of_another_type},
    "STRUCTURE-HOST": {"a unit of another host": of_another_host},
    "STRUCTURE-UNIT": {"a unit of nothing": of_level("regional", lost("Subject", "unitOf"))},
    "STRUCTURE-EACH-MUNICIPALITY": {"a municipality more": new_place("Municipality")},
    "STRUCTURE-EACH-SCHOOL": {"a school more": new_place("EducationalOrganisation", inMunicipality="Municipality")},
}  # fmt: skip
SYSTEM_RECORD_CONSEQUENCES: dict[str, dict[str, str]] = {}
