"""The shapes that the demands of a regulation become, one builder for each kind of demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.demand_facts import Demand
from rsnms_kg.knowledge.terms import RSNMS

Build = Callable[[Graph, Demand], None]


def has_value(target: str, *path: str, of_source: bool = False, kind: URIRef = SH.targetClass) -> Build:
    """Some value at the end of a path is the one demanded; ``^name`` is a property the other way round."""

    def build(graph: Graph, demand: Demand) -> None:
        _node_shape(graph, demand, kind, [RSNMS[target]], demand.shape)
        wanted = demand.source if of_source else demand.values[0]
        _some_of(graph, demand.shape, _way(graph, path), [wanted])

    return build


def no_later(target: str, path: str) -> Build:
    """A date is not after the day that the measure is due."""

    def build(graph: Graph, demand: Demand) -> None:
        _node_shape(graph, demand, SH.targetClass, [RSNMS[target]], demand.shape)
        _at_most(graph, demand, path)

    return build


def done_in_time(graph: Graph, demand: Demand) -> None:
    """What completes the measure bears a date that is not after the day that it is due."""
    _reached(graph, demand, [demand.source], "completes")
    _at_most(graph, demand, "date")


def all_functions(graph: Graph, demand: Demand) -> None:
    """Every subject of a type that bears the function performs it."""
    _reached(graph, demand, demand.values, "ofType")
    _some_of(graph, demand.shape, RSNMS.performs, [demand.source])


def own_functions(graph: Graph, demand: Demand) -> None:
    """Whoever performs the function is of a type that bears it."""
    _reached(graph, demand, [demand.source], "performs")
    _some_of(graph, demand.shape, RSNMS.ofType, demand.values)


def only_listed(graph: Graph, demand: Demand) -> None:
    """Every subject of the level, or where no level is named every subject, is of a type that is listed."""
    level, *listed = demand.values
    if not level:
        _node_shape(graph, demand, SH.targetClass, [RSNMS.Subject], demand.shape)
        _some_of(graph, demand.shape, RSNMS.ofType, listed)
        return
    of_level, of_another_level, of_listed_type = BNode(), BNode(), BNode()
    _some_of(graph, of_level, RSNMS.level, [level])
    _some_of(graph, of_listed_type, RSNMS.ofType, listed)
    graph.add((of_another_level, SH["not"], of_level))
    graph.add((demand.shape, RDF.type, SH.NodeShape))
    graph.add((demand.shape, SH.targetClass, RSNMS.Subject))
    graph.add((demand.shape, SH["or"], Collection(graph, BNode(), [of_another_level, of_listed_type]).uri))


def own_level(graph: Graph, demand: Demand) -> None:
    """Every subject of the type that has a level has that of its type."""
    _reached(graph, demand, [demand.source], "ofType")
    _nothing_but(graph, demand, RSNMS.level, URIRef(demand.values[0]))


def unit_of_something(graph: Graph, demand: Demand) -> None:
    """Every subject of the type is a unit of some organisation."""
    _reached(graph, demand, [demand.source], "ofType")
    graph.add((demand.shape, RDF.type, SH.PropertyShape))
    graph.add((demand.shape, SH.path, RSNMS.unitOf))
    graph.add((demand.shape, SH.minCount, Literal(1)))


def unit_of_host(graph: Graph, demand: Demand) -> None:
    """The organisation of which a subject of the type is a unit is, where that is known, its host."""
    _reached(graph, demand, [demand.source], "ofType")
    _nothing_but(graph, demand, _way(graph, ["unitOf", "ofType"]), URIRef(demand.values[0]))


def in_each_organisation(graph: Graph, demand: Demand) -> None:
    """Every educational organisation has a unit of the type, unless it is or houses a subject of another level."""
    graph.add((demand.shape, SH.targetClass, RSNMS.EducationalOrganisation))
    graph.add((demand.shape, RDF.type, SH.NodeShape))
    has, is_other, houses_other = BNode(), BNode(), BNode()
    _some_of(graph, has, _way(graph, ["^unitOf", "ofType"]), [demand.source])
    for shape, path in ((is_other, ["level"]), (houses_other, ["^unitOf", "level"])):
        of_level, of_another_level = BNode(), BNode()
        graph.add((of_level, SH.hasValue, URIRef(demand.values[0])))
        graph.add((of_another_level, SH["not"], of_level))
        graph.add((shape, SH.path, _way(graph, path)))
        graph.add((shape, SH.qualifiedValueShape, of_another_level))
        graph.add((shape, SH.qualifiedMinCount, Literal(1)))
    graph.add((demand.shape, SH["or"], Collection(graph, BNode(), [has, is_other, houses_other]).uri))


def followed_by(name: str) -> Build:
    """No monitoring under the rule is known to lack what has to follow."""

    def build(graph: Graph, demand: Demand) -> None:
        _reached(graph, demand, [demand.source], "underRule")
        _nothing_but(graph, demand, RSNMS[name], Literal(True))

    return build


def so_many_a_year(graph: Graph, demand: Demand) -> None:
    """As much of the recurrence as SHACL can say: as many runs as a year needs; a check counts the years."""
    assert demand.times is not None
    _reached(graph, demand, [demand.source], "underRule")
    graph.add((demand.shape, RDF.type, SH.PropertyShape))
    graph.add((demand.shape, SH.path, _way(graph, ["underRule", "^underRule"])))
    graph.add((demand.shape, SH.minCount, Literal(demand.times)))


def supplied_by_some(graph: Graph, demand: Demand) -> None:
    """Of those who supplied a part of the passport one is of a type with a function on it, if their types are known."""
    of_such_a_type, of_unknown_type = BNode(), BNode()
    _some_of(graph, of_such_a_type, _way(graph, ["suppliedBy", "ofType"]), demand.values)
    graph.add((of_unknown_type, SH.path, _way(graph, ["suppliedBy", "ofType"])))
    graph.add((of_unknown_type, SH.maxCount, Literal(0)))
    graph.add((demand.shape, RDF.type, SH.NodeShape))
    graph.add((demand.shape, SH.targetSubjectsOf, RSNMS.suppliedBy))
    graph.add((demand.shape, SH["or"], Collection(graph, BNode(), [of_such_a_type, of_unknown_type]).uri))


def _nothing_but(graph: Graph, demand: Demand, path: Node, value: Node) -> None:
    """Every value of a property is this one; there may be none."""
    graph.add((demand.shape, RDF.type, SH.PropertyShape))
    graph.add((demand.shape, SH.path, path))
    graph.add((demand.shape, SH["in"], Collection(graph, BNode(), [value]).uri))


def _node_shape(graph: Graph, demand: Demand, kind: URIRef, targets: Iterable[Node], shape: Node) -> None:
    node = URIRef(f"{demand.shape}/node")
    graph.add((node, RDF.type, SH.NodeShape))
    for target in targets:
        graph.add((node, kind, target))
    graph.add((node, SH.property, shape))


def _reached(graph: Graph, demand: Demand, targets: Iterable[str], name: str) -> None:
    """Let the shape of a demand look only at what leads to the targets by a property: cheaper than a class."""
    way = URIRef(f"{demand.shape}/way")
    _node_shape(graph, demand, SH.targetNode, map(URIRef, targets), way)
    graph.add((way, RDF.type, SH.PropertyShape))
    graph.add((way, SH.path, _way(graph, [f"^{name}"])))
    graph.add((way, SH.property, demand.shape))


def _way(graph: Graph, path: Sequence[str]) -> Node:
    steps: list[Node] = []
    for name in path:
        step: Node = RSNMS[name.removeprefix("^")]
        if name.startswith("^"):
            inverse = BNode()
            graph.add((inverse, SH.inversePath, step))
            step = inverse
        steps.append(step)
    return steps[0] if len(steps) == 1 else Collection(graph, BNode(), steps).uri


def _some_of(graph: Graph, shape: Node, path: Node, values: Sequence[str]) -> None:
    """Some value of a path is one of these."""
    if isinstance(shape, URIRef):
        graph.add((shape, RDF.type, SH.PropertyShape))
    graph.add((shape, SH.path, path))
    if len(values) == 1:
        graph.add((shape, SH.hasValue, URIRef(values[0])))
        return
    one_of = BNode()
    graph.add((one_of, SH["in"], Collection(graph, BNode(), [URIRef(value) for value in values]).uri))
    graph.add((shape, SH.qualifiedValueShape, one_of))
    graph.add((shape, SH.qualifiedMinCount, Literal(1)))


def _at_most(graph: Graph, demand: Demand, path: str) -> None:
    assert demand.due is not None
    graph.add((demand.shape, RDF.type, SH.PropertyShape))
    graph.add((demand.shape, SH.path, RSNMS[path]))
    graph.add((demand.shape, SH.maxInclusive, Literal(demand.due.isoformat(), datatype=XSD.date)))
