"""The regional system that a regulation describes: whatever it demands is there, once, and nothing besides."""

from __future__ import annotations

from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS, code

# class of the regulation → class of the region as it is, and the property that leads back
ANSWERS = {
    "SubjectType": ("Subject", "ofType"),
    "Instrument": ("IssuedDocument", "fulfils"),
    "Measure": ("MeasureCompletion", "completes"),
    "Indicator": ("Observation", "ofIndicator"),
    "MonitoringRule": ("MonitoringRun", "underRule"),
    "Component": ("PassportPart", "ofComponent"),
}


def system_node(name: str = "one") -> URIRef:
    """The system of a name."""
    return URIRef(f"https://w3id.org/rsnms/example/{name}/system")


def answer(fact: Node, name: str = "one") -> URIRef:
    """What answers to a fact of a regulation in the system of a name."""
    return URIRef(f"https://w3id.org/rsnms/example/{name}/{'/'.join(str(fact).split('/')[-3:])}")


def conforming_system(regulation: Graph, name: str = "one") -> Graph:
    """Build the system that a regulation describes, from its graph alone."""
    graph = Graph()
    graph.add((system_node(name), RDF.type, RSNMS.RegionalSystem))
    for region in sorted(set(regulation.objects(None, RSNMS.region)))[:1]:
        graph.add((system_node(name), RSNMS.region, region))
    for kind, (of_class, leads_back) in ANSWERS.items():
        for fact in regulation.subjects(RDF.type, RSNMS[kind]):
            node = answer(fact, name)
            graph.add((node, RDF.type, RSNMS[of_class]))
            graph.add((node, RSNMS.partOfSystem, system_node(name)))
            graph.add((node, RSNMS[leads_back], fact))
            _describe(graph, regulation, fact, node)
    for kind in ("Municipality", "EducationalOrganisation", "Passport"):
        place = part_of(name, kind)
        graph.add((place, RDF.type, RSNMS[kind]))
        graph.add((place, RSNMS.name, Literal(kind)))
    return graph


def part_of(name: str, kind: str) -> URIRef:
    """The one municipality, school or passport of the system of a name."""
    return URIRef(f"https://w3id.org/rsnms/example/{name}/{kind.lower()}")


def _describe(graph: Graph, regulation: Graph, fact: Node, node: URIRef) -> None:
    """What is said of an answer to a fact: what its records need, and the last day that is not late."""
    kinds = {str(kind).removeprefix(str(RSNMS)) for kind in regulation.objects(fact, RDF.type)}
    name = str(node).removeprefix("https://w3id.org/rsnms/example/").split("/")[0]
    day = Literal("2022-01-01", datatype=XSD.date)
    if "SubjectType" in kinds:
        _describe_subject(graph, regulation, fact, node, name)
    if "Measure" in kinds:
        due = regulation.value(fact, RSNMS.deadline)
        graph.add((node, RSNMS.date, due if due is not None else day))
        graph.add((node, RSNMS.evidence, Literal("протокол")))
    if kinds & {"Instrument", "MonitoringRule"}:
        graph.add((node, RSNMS.date, day))
    if "Instrument" in kinds:
        graph.add((node, RSNMS.number, Literal("1")))
    if "MonitoringRule" in kinds:
        graph.add((node, RSNMS.hasAnalysis, Literal(True)))
        graph.add((node, RSNMS.hasRecommendations, Literal(True)))
    if "Indicator" in kinds:
        graph.add((node, RSNMS.periodStart, Literal(2022)))
        graph.add((node, RSNMS.share, Literal(Decimal("5.0"))))
    if "Component" in kinds:
        _describe_part(graph, regulation, node, name)


def _describe_subject(graph: Graph, regulation: Graph, fact: Node, node: URIRef, name: str) -> None:
    """A subject with its level, its functions, its municipality, its school and the subject that hosts it."""
    graph.add((node, RDF.type, RSNMS.Organisation))
    graph.add((node, RSNMS.name, Literal("Субъект")))
    for level in regulation.objects(fact, RSNMS.level):
        graph.add((node, RSNMS.level, level))
    for function in regulation.subjects(RSNMS.bearer, fact):
        if (function, RDF.type, RSNMS.Function) in regulation:
            graph.add((node, RSNMS.performs, function))
    for host in regulation.objects(fact, RSNMS.hostedBy):
        graph.add((node, RSNMS.unitOf, answer(host, name)))
    presence = regulation.value(fact, RSNMS.presence)
    if presence == URIRef(code("presence", "each-municipality")):
        graph.add((node, RSNMS.inMunicipality, part_of(name, "Municipality")))
    if presence == URIRef(code("presence", "each-organisation")):
        graph.add((node, RSNMS.unitOf, part_of(name, "EducationalOrganisation")))


def _describe_part(graph: Graph, regulation: Graph, node: URIRef, name: str) -> None:
    """A part of the passport, supplied by the first subject that has a function on it."""
    graph.remove((node, RSNMS.partOfSystem, None))
    graph.add((node, RSNMS.partOfPassport, part_of(name, "Passport")))
    graph.add((node, RSNMS.suppliedOn, Literal("2022-01-01", datatype=XSD.date)))
    on_passport = sorted(regulation.subjects(RSNMS.topic, URIRef(code("topic", "passport"))))
    bearers = [bearer for function in on_passport for bearer in regulation.objects(function, RSNMS.bearer)]
    suppliers = [bearer for bearer in bearers if (bearer, RDF.type, RSNMS.SubjectType) in regulation]
    some = suppliers or sorted(regulation.subjects(RDF.type, RSNMS.SubjectType))
    graph.add((node, RSNMS.suppliedBy, answer(some[0], name)))
