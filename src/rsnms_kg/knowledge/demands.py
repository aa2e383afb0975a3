"""What a regulation demands, as SHACL: shapes compiled from its data, one for each demand.

A requirement says with ``rsnms:compiledBy`` which rule makes its shapes. A rule looks into a regulation
for the facts that demand something (:func:`demanded`) and turns each into a named shape
(:func:`shapes_of`). A regulation without such facts demands nothing, and its requirements do not apply.
"""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDF, SH
from rdflib.term import Node

from rsnms_kg.knowledge import demand_facts as find
from rsnms_kg.knowledge import demand_shapes as shape
from rsnms_kg.knowledge.demand_facts import Demand

__all__ = ["RULES", "Demand", "demanded", "has_subject_matter", "shapes_of"]


def demanded(regulation: Graph) -> list[Demand]:
    """Return what a regulation demands, rule by rule in the order of its text."""
    found = [demand for rule, (facts, _) in RULES.items() for demand in facts(regulation, rule)]
    return sorted(found, key=lambda demand: (demand.rule, find.place(regulation, URIRef(demand.source))))


def shapes_of(demands: Iterable[Demand]) -> Graph:
    """Return demands as named shapes, each with its source."""
    graph = Graph()
    for demand in demands:
        RULES[demand.rule][1](graph, demand)
        graph.add((demand.shape, DCTERMS.source, URIRef(demand.source)))
    return graph


def has_subject_matter(data: Graph, shapes: Graph) -> bool:
    """Tell whether shapes of demands find anything in data to look at; without it nothing is said of the demands."""
    return (
        any((None, RDF.type, target) in data for target in shapes.objects(None, SH.targetClass))
        or any((None, target, None) in data for target in shapes.objects(None, SH.targetSubjectsOf))
        or any(_is_reached(data, shapes, *pair) for pair in shapes.subject_objects(SH.targetNode))
    )


def _is_reached(data: Graph, shapes: Graph, node: Node, target: Node) -> bool:
    """Tell whether something in data leads to a fact of the regulation, and has the values that are judged."""
    for way in shapes.objects(node, SH.property):
        name = shapes.value(shapes.value(way, SH.path), SH.inversePath)
        looking = list(data.subjects(name, target)) if name is not None else []
        judged = [shape for shape in shapes.objects(way, SH.property) if (shape, SH["in"], None) in shapes]
        if looking and all(_values(data, looking, shapes, shape) for shape in judged):
            return True
    return False


def _values(data: Graph, nodes: list[Node], shapes: Graph, shape: Node) -> list[Node]:
    """What is at the end of the path of a shape."""
    path = shapes.value(shape, SH.path)
    steps = [path] if path is None or (path, RDF.first, None) not in shapes else list(Collection(shapes, path))
    for step in steps:
        nodes = [value for node in nodes for value in data.objects(node, step)]
    return nodes


def _of_system(name: str) -> shape.Build:
    """Something of the system leads to the fact by a property."""
    return shape.has_value("RegionalSystem", "^partOfSystem", name, of_source=True)


# rule → what in a regulation demands it, and the shape that it becomes
RULES: dict[str, tuple[find.Find, shape.Build]] = {
    "agreement-subject": (
        find.in_agreements("joint-work"),
        shape.has_value("hasSubjectMatter", "hasSubjectMatter", "topic", kind=SH.targetSubjectsOf),
    ),
    "agreement-tutors": (find.in_agreements("tutor-training"), shape.has_value("Agreement", "hasObligation", "topic")),
    "agreement-deadline": (find.dated("tripartite-agreement"), shape.no_later("Agreement", "date")),
    "subject-present": (find.each("SubjectType"), _of_system("ofType")),
    "list-closed": (find.closed_lists, shape.only_listed),
    "function-performed": (find.bearers, shape.all_functions),
    "function-bearer": (find.bearers, shape.own_functions),
    "instrument-issued": (
        find.each("Instrument"),
        _of_system("fulfils"),
    ),
    "measure-done": (find.dated(), _of_system("completes")),
    "measure-late": (find.dated(), shape.done_in_time),
    "indicator-observed": (
        find.each("Indicator"),
        _of_system("ofIndicator"),
    ),
    "subject-level": (find.having("SubjectType", "level"), shape.own_level),
    "subject-unit": (find.having("SubjectType", "hostedBy"), shape.unit_of_something),
    "subject-hosted": (find.having("SubjectType", "hostedBy"), shape.unit_of_host),
    "each-municipality": (
        find.present("each-municipality"),
        shape.has_value("Municipality", "^inMunicipality", "ofType", of_source=True),
    ),
    "each-organisation": (find.present("each-organisation"), shape.in_each_organisation),
    "monitoring-yearly": (find.recurrent, shape.so_many_a_year),
    "monitoring-analysis": (find.monitoring("requiresAnalysis"), shape.followed_by("hasAnalysis")),
    "monitoring-recommendations": (find.monitoring("requiresRecommendations"), shape.followed_by("hasRecommendations")),
    "passport-part": (
        find.passport_parts,
        shape.has_value("Passport", "^partOfPassport", "ofComponent", of_source=True),
    ),
    "passport-supplier": (find.passport_suppliers, shape.supplied_by_some),
    "monitoring-held": (
        find.each("MonitoringRule"),
        _of_system("underRule"),
    ),
}
