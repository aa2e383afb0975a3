"""What in a regulation demands something: rule by rule, the facts that do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS, code

_AGREEMENT = code("topic", "tripartite-agreement")
_PASSPORT = code("topic", "passport")


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a regulation demands.

    ``source`` is the IRI of the fact that demands it, ``values`` the IRIs that the shape speaks of, ``due``
    the day until which there is time, ``times`` how often a year it is demanded.
    """

    rule: str
    source: str
    values: tuple[str, ...] = ()
    due: date | None = None
    times: int | None = None

    @property
    def shape(self) -> URIRef:
        """The IRI of the shape that the demand becomes."""
        return URIRef(f"{self.source}/shape/{self.rule}")


Find = Callable[[Graph, str], Iterator[Demand]]


def _facts(regulation: Graph, kind: str) -> list[Node]:
    """The facts of a class, in the order of the text."""
    return sorted(regulation.subjects(RDF.type, RSNMS[kind]), key=lambda fact: place(regulation, fact))


def place(regulation: Graph, fact: Node) -> tuple[int, str]:
    """Return where a fact stands in its regulation, for sorting."""
    order = regulation.value(fact, RSNMS.order)
    return int(str(order)) if order is not None else 0, str(fact)


def each(kind: str) -> Find:
    """Every fact of a class is a demand."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        yield from (Demand(rule, str(fact)) for fact in _facts(regulation, kind))

    return find


def in_agreements(topic: str) -> Find:
    """The first function that speaks of the tripartite agreements and of a topic."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        wanted = {URIRef(_AGREEMENT), URIRef(code("topic", topic))}
        for function in _facts(regulation, "Function"):
            if wanted <= set(regulation.objects(function, RSNMS.topic)):
                yield Demand(rule, str(function), (code("topic", topic),))
                return

    return find


def dated(topic: str | None = None) -> Find:
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


def closed_lists(regulation: Graph, rule: str) -> Iterator[Demand]:
    """A level whose list is closed: the level and the subjects that it lists."""
    for closed in _facts(regulation, "ClosedList"):
        level = regulation.value(closed, RSNMS.level)
        types = _facts(regulation, "SubjectType")
        listed = [str(one) for one in types if level is None or (one, RSNMS.level, level) in regulation]
        if listed:
            yield Demand(rule, str(closed), (str(level or ""), *listed))


def bearers(regulation: Graph, rule: str) -> Iterator[Demand]:
    """A function and the types of subjects that bear it."""
    for function in _facts(regulation, "Function"):
        bearers = sorted(regulation.objects(function, RSNMS.bearer), key=lambda one: place(regulation, one))
        types = tuple(str(one) for one in bearers if (one, RDF.type, RSNMS.SubjectType) in regulation)
        if types:
            yield Demand(rule, str(function), types)


def present(where: str) -> Find:
    """A type of which there is one in every municipality, or in every educational organisation: with its level."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        for one in _facts(regulation, "SubjectType"):
            level = regulation.value(one, RSNMS.level)
            if (one, RSNMS.presence, URIRef(code("presence", where))) in regulation and level is not None:
                yield Demand(rule, str(one), (str(level),))

    return find


def having(kind: str, name: str) -> Find:
    """A fact of a class that has a property: with the value."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        for fact in _facts(regulation, kind):
            value = regulation.value(fact, RSNMS[name])
            if isinstance(value, URIRef):
                yield Demand(rule, str(fact), (str(value),))

    return find


def monitoring(name: str) -> Find:
    """A rule of monitoring after which something has to follow."""

    def find(regulation: Graph, rule: str) -> Iterator[Demand]:
        for fact in _facts(regulation, "MonitoringRule"):
            if (fact, RSNMS[name], Literal(True)) in regulation:
                yield Demand(rule, str(fact))

    return find


def recurrent(regulation: Graph, rule: str) -> Iterator[Demand]:
    """A rule of monitoring that says how often a year."""
    for fact in _facts(regulation, "MonitoringRule"):
        times = regulation.value(fact, RSNMS.timesAYear)
        number = times.toPython() if isinstance(times, Literal) else None
        if isinstance(number, int) and number > 0:
            yield Demand(rule, str(fact), times=number)


def _passport_terms(regulation: Graph) -> list[Node]:
    return [term for term in _facts(regulation, "Term") if (term, RSNMS.topic, URIRef(_PASSPORT)) in regulation]


def passport_parts(regulation: Graph, rule: str) -> Iterator[Demand]:
    """A part of the passport that its definition lists."""
    terms = _passport_terms(regulation)
    for part in _facts(regulation, "Component"):
        if regulation.value(part, RSNMS.partOf) in terms:
            yield Demand(rule, str(part))


def passport_suppliers(regulation: Graph, rule: str) -> Iterator[Demand]:
    """The passport, with the types of subjects that have a function on it."""
    bearers = [
        str(bearer)
        for function in _facts(regulation, "Function")
        if (function, RSNMS.topic, URIRef(_PASSPORT)) in regulation
        for bearer in sorted(regulation.objects(function, RSNMS.bearer), key=str)
        if (bearer, RDF.type, RSNMS.SubjectType) in regulation
    ]
    for term in _passport_terms(regulation)[:1]:
        if bearers:
            yield Demand(rule, str(term), tuple(dict.fromkeys(bearers)))
