"""What a check by function returns, and how it reads the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS


@dataclass(frozen=True, slots=True)
class Breach:
    """A fact that breaks a requirement; ``given`` are values for the places of the message.

    ``of_region`` says that only the regulation wants it so, and not the paper itself: for a paper of another region
    it is a comparison.
    """

    focus: Node
    given: Mapping[str, str | Bilingual] = field(default_factory=dict)
    of_region: bool = False


def facts(graph: Graph, kind: str) -> list[Node]:
    """Return the facts of a class, in the order of the paper."""
    nodes = graph.subjects(RDF.type, RSNMS[kind])
    return sorted(nodes, key=lambda node: (number(graph, node, "order") or 0, str(node)))


def value(graph: Graph, node: Node, name: str) -> Node | None:
    """Return one value of a property of ours, or ``None``."""
    return graph.value(node, RSNMS[name])


def text(graph: Graph, node: Node, name: str) -> str | None:
    """Return the text of a property, or ``None``."""
    found = value(graph, node, name)
    return str(found) if found is not None else None


def python(graph: Graph, node: Node, name: str) -> Any:
    """Return a literal as a Python value, or ``None`` where there is none or its form is wrong."""
    found = value(graph, node, name)
    return found.toPython() if isinstance(found, Literal) and not found.ill_typed else None


def day(graph: Graph, node: Node, name: str = "date") -> date | None:
    """Return a date, or ``None``."""
    found = python(graph, node, name)
    return found if isinstance(found, date) else None


def number(graph: Graph, node: Node, name: str) -> Decimal | int | None:
    """Return a number, or ``None``."""
    found = python(graph, node, name)
    return found if isinstance(found, (Decimal, int)) else None


def act_of(graph: Graph, node: Node) -> Node | None:
    """Return the act that a fact is a part of."""
    return graph.value(node, DCTERMS.isPartOf)


def pointing(graph: Graph, name: str, target: Node) -> Iterator[Node]:
    """Yield the facts of which a property has ``target`` as its value."""
    yield from graph.subjects(RSNMS[name], target)


def first(graph: Graph, kind: str) -> Node | None:
    """Return the first fact of a class, or ``None``."""
    return next(iter(facts(graph, kind)), None)


def names_code(node: Node | None, scheme: str, notation: str) -> bool:
    """Tell whether a value is the concept ``notation`` of a code list."""
    return isinstance(node, URIRef) and node.endswith(f"/code/{scheme}/{notation}")
