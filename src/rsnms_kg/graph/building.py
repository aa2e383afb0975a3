"""Facts → RDF: a class of facts is a class of the vocabulary, a field is a property of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Code, Fact, Iri, Ref
from rsnms_kg.graph.acts import add_acts
from rsnms_kg.graph.force import add_terms
from rsnms_kg.knowledge.terms import RSNMS, bind, code

_LONGEST_LABEL = 100


def build_graph(facts: Facts, graph: Graph | None = None) -> Graph:
    """Return the facts of a paper as a graph, a new one unless one is given.

    The paper itself is the node ``<act> a rsnms:Agreement`` (or another act); its facts are
    ``dcterms:isPartOf`` it, and each has the words it was read from and their place.
    """
    graph = Graph() if graph is None else graph
    bind(graph)
    act = URIRef(facts.act)
    for fact in facts:
        node = iri(facts.act, fact.key)
        graph.add((node, RDF.type, RSNMS[type(fact).__name__]))
        if node != act:
            graph.add((node, DCTERMS.isPartOf, act))
        for name, value in _values(fact):
            for item in value if isinstance(value, tuple) else (value,):
                graph.add((node, RSNMS[name], _object(facts.act, item)))
        quote = facts.document.text[fact.start : fact.end]
        graph.add((node, RSNMS.quote, Literal(quote)))
        graph.add((node, RDFS.label, Literal(_label(fact, facts.quote(fact.start, fact.end)), lang="ru")))
    add_acts(facts, graph)
    add_terms(graph)
    return graph


def iri(act: str, key: str) -> URIRef:
    """Return the IRI of a fact: the IRI of its act and, below it, its key."""
    return URIRef(f"{act}/{key}" if key else act)


@cache
def property_name(field: str) -> str:
    """Return the local name of the property for a field: ``period_start`` → ``periodStart``."""
    first, *rest = field.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _values(fact: Fact) -> Iterator[tuple[str, Any]]:
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name != "key" and value is not None and value != ():
            yield property_name(field.name), value


def _object(act: str, value: Any) -> URIRef | Literal:
    match value:
        case Ref():
            return iri(act, value)
        case Iri():
            return URIRef(value)
        case Code():
            return URIRef(code(value.scheme, value.notation))
        case bool() | int():
            return Literal(value)
        case Decimal():
            return Literal(f"{value:f}" if "." in f"{value:f}" else f"{value:f}.0", datatype=XSD.decimal)
        case date():
            return Literal(value.isoformat(), datatype=XSD.date)
        case _:
            return Literal(value)


def _label(fact: Fact, words: str) -> str:
    """A short label: the name where there is one, else the first words."""
    for field in ("name", "short_form", "title", "signatory", "post"):
        value = getattr(fact, field, None)
        if value:
            words = value
            break
    if len(words) <= _LONGEST_LABEL:
        return words.rstrip(" ;.")
    return words[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"
