"""What a regulation demands, as SHACL: shapes compiled from its data, one for each demand.

A requirement says with ``rsnms:compiledBy`` which rule makes its shapes. A rule looks into a regulation
for the facts that demand something (:func:`demanded`) and turns each into a named shape
(:func:`shapes_of`). A regulation without such facts demands nothing, and its requirements do not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDF, SH, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS, code

_AGREEMENT = code("topic", "tripartite-agreement")


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a regulation demands.

    ``source`` is the IRI of the fact that demands it, ``values`` the IRIs that the shape speaks of, ``due``
    the day until which there is time.
    """

    rule: str
    source: str
    values: tuple[str, ...] = ()
    due: date | None = None

    @property
    def shape(self) -> URIRef:
        """The IRI of the shape that the demand becomes."""
        return URIRef(f"{self.source}/shape/{self.rule}")


def demanded(regulation: Graph) -> list[Demand]:
    """Return what a regulation demands, rule by rule in the order of its text."""
    found = [demand for rule, (find, _) in RULES.items() for demand in find(regulation, rule)]
    return sorted(found, key=lambda demand: (demand.rule, _place(regulation, URIRef(demand.source))))


def shapes_of(demands: Iterable[Demand]) -> Graph:
    """Return demands as named shapes, each with its source."""
    graph = Graph()
    for demand in demands:
        RULES[demand.rule][1](graph, demand)
        graph.add((demand.shape, DCTERMS.source, URIRef(demand.source)))
    return graph


# --- facts that demand something -------------------------------------------------------------------

Find = Callable[[Graph, str], Iterator[Demand]]
Build = Callable[[Graph, Demand], None]


def _facts(regulation: Graph, kind: str) -> list[Node]:
    """The facts of a class, in the order of the text."""
    return sorted(regulation.subjects(RDF.type, RSNMS[kind]), key=lambda fact: _place(regulation, fact))


def _place(regulation: Graph, fact: Node) -> tuple[int, str]:
    order = regulation.value(fact, RSNMS.order)
    return int(str(order)) if order is not None else 0, str(fact)


def _each(kind: str) -> Find:
    """Every fact of a class is a demand."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        yield from (Demand(rule, str(fact)) for fact in _facts(regulation, kind))

    return find


def _in_agreements(topic: str) -> Find:
    """The first function that speaks of the tripartite agreements and of a topic."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        wanted = {URIRef(_AGREEMENT), URIRef(code("topic", topic))}
        for function in _facts(regulation, "Function"):
            if wanted <= set(regulation.objects(function, RSNMS.topic)):
                yield Demand(rule, str(function), (code("topic", topic),))
                return

    return find


def _dated(topic: str | None = None) -> Find:
    """Measures with a deadline; where a topic is named, the first measure on it."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        for measure in _facts(regulation, "Measure"):
            deadline = regulation.value(measure, RSNMS.deadline)
            due = deadline.toPython() if isinstance(deadline, Literal) else None
            about = topic is None or (measure, RSNMS.topic, URIRef(code("topic", topic))) in regulation
            if about and isinstance(due, date):
                yield Demand(rule, str(measure), due=due)
                if topic:
                    return

    return find


def _closed_lists(regulation: Graph, rule: str) -> Iterator[Demand]:
    """A level whose list is closed: the level and the subjects that it lists."""
    for closed in _facts(regulation, "ClosedList"):
        level = regulation.value(closed, RSNMS.level)
        types = _facts(regulation, "SubjectType")
        listed = [str(one) for one in types if level is None or (one, RSNMS.level, level) in regulation]
        if listed:
            yield Demand(rule, str(closed), (str(level or ""), *listed))


def _bearers(regulation: Graph, rule: str) -> Iterator[Demand]:
    """A function and the types of subjects that bear it."""
    for function in _facts(regulation, "Function"):
        bearers = sorted(regulation.objects(function, RSNMS.bearer), key=lambda one: _place(regulation, one))
        types = tuple(str(one) for one in bearers if (one, RDF.type, RSNMS.SubjectType) in regulation)
        if types:
            yield Demand(rule, str(function), types)


# --- shapes ------------------------------------------------------------------------------------------


def _has_value(target: str, *path: str, of_source: bool = False, kind: URIRef = SH.targetClass) -> Build:
    """Some value at the end of a path is the one demanded; ``^name`` is a property the other way round."""

    def build(graph: Graph, demand: Demand) -> None:
        _node_shape(graph, demand, kind, [RSNMS[target]], demand.shape)
        wanted = demand.source if of_source else demand.values[0]
        _some_of(graph, demand.shape, _way(graph, path), [wanted])

    return build


def _no_later(target: str, path: str) -> Build:
    """A date is not after the day that the measure is due."""

    def build(graph: Graph, demand: Demand) -> None:
        _node_shape(graph, demand, SH.targetClass, [RSNMS[target]], demand.shape)
        _at_most(graph, demand, path)

    return build


def _done_in_time(graph: Graph, demand: Demand) -> None:
    """What completes the measure bears a date that is not after the day that it is due."""
    _reached(graph, demand, [demand.source], "completes")
    _at_most(graph, demand, "date")


def _all_functions(graph: Graph, demand: Demand) -> None:
    """Every subject of a type that bears the function performs it."""
    _reached(graph, demand, demand.values, "ofType")
    _some_of(graph, demand.shape, RSNMS.performs, [demand.source])


def _own_functions(graph: Graph, demand: Demand) -> None:
    """Whoever performs the function is of a type that bears it."""
    _reached(graph, demand, [demand.source], "performs")
    _some_of(graph, demand.shape, RSNMS.ofType, demand.values)


def _only_listed(graph: Graph, demand: Demand) -> None:
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


_SYSTEM = "RegionalSystem"
# rule → what in a regulation demands it, and the shape that it becomes
RULES: dict[str, tuple[Find, Build]] = {
    "agreement-subject": (
        _in_agreements("joint-work"),
        _has_value("hasSubjectMatter", "hasSubjectMatter", "topic", kind=SH.targetSubjectsOf),
    ),
    "agreement-tutors": (_in_agreements("tutor-training"), _has_value("Agreement", "hasObligation", "topic")),
    "agreement-deadline": (_dated("tripartite-agreement"), _no_later("Agreement", "date")),
    "subject-present": (_each("SubjectType"), _has_value(_SYSTEM, "^partOfSystem", "ofType", of_source=True)),
    "list-closed": (_closed_lists, _only_listed),
    "function-performed": (_bearers, _all_functions),
    "function-bearer": (_bearers, _own_functions),
    "instrument-issued": (_each("Instrument"), _has_value(_SYSTEM, "^partOfSystem", "fulfils", of_source=True)),
    "measure-done": (_dated(), _has_value(_SYSTEM, "^partOfSystem", "completes", of_source=True)),
    "measure-late": (_dated(), _done_in_time),
    "indicator-observed": (_each("Indicator"), _has_value(_SYSTEM, "^partOfSystem", "ofIndicator", of_source=True)),
    "monitoring-held": (_each("MonitoringRule"), _has_value(_SYSTEM, "^partOfSystem", "underRule", of_source=True)),
}
