"""The regional system that a regulation describes: whatever it demands is there, once, and nothing besides."""

from __future__ import annotations

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS

# class of the regulation → class of the region as it is, and the property that leads back
ANSWERS = {
    "SubjectType": ("Subject", "ofType"),
    "Instrument": ("IssuedDocument", "fulfils"),
    "Measure": ("MeasureCompletion", "completes"),
    "Indicator": ("Observation", "ofIndicator"),
    "MonitoringRule": ("MonitoringRun", "underRule"),
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
    return graph


def _describe(graph: Graph, regulation: Graph, fact: Node, node: URIRef) -> None:
    """A subject with its level and functions, a completion with the last day that is not late."""
    if (fact, RDF.type, RSNMS.SubjectType) in regulation:
        graph.add((node, RSNMS.name, Literal("Субъект")))
        for level in regulation.objects(fact, RSNMS.level):
            graph.add((node, RSNMS.level, level))
        for function in regulation.subjects(RSNMS.bearer, fact):
            if (function, RDF.type, RSNMS.Function) in regulation:
                graph.add((node, RSNMS.performs, function))
    if (fact, RDF.type, RSNMS.Measure) in regulation:
        due = regulation.value(fact, RSNMS.deadline)
        graph.add((node, RSNMS.date, due if due is not None else Literal("2022-01-01", datatype=XSD.date)))
