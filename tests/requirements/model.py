"""Whether a graph says only what a reader of papers could say, or what the vocabulary has for a system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from requirements.shapes import VOCABULARY, classes
from rsnms_kg.facts import model
from rsnms_kg.facts.model import Act, Code, Fact, Iri, Ref
from rsnms_kg.graph.building import property_name
from rsnms_kg.knowledge.lexicon import codes
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import RSNMS, notation

ADDED_BY_THE_BUILDER = {RDF.type, RSNMS.quote, DCTERMS.isPartOf}


def oddities(graph: Graph) -> Iterator[str]:
    """Yield what no reader would say, one sentence each."""
    for node in sorted(set(graph.subjects())):
        kinds = list(graph.objects(node, RDF.type))
        if len(kinds) != 1:
            yield f"{node} has {len(kinds)} classes"
            continue
        kind = getattr(model, notation(kinds[0]), None)
        if not (isinstance(kind, type) and issubclass(kind, Fact)):
            yield f"{node}: the model has no class {kinds[0]}"
            continue
        yield from _fact(graph, node, kind)


def _fact(graph: Graph, node: Node, kind: type[Fact]) -> Iterator[str]:
    hints = get_type_hints(kind)
    known = {RSNMS[property_name(field.name)]: field for field in fields(kind) if field.name != "key"}
    for term in set(graph.predicates(node)) - known.keys() - ADDED_BY_THE_BUILDER:
        yield f"{node}: {kind.__name__} has no {term}"
    for term, field in known.items():
        values = list(graph.objects(node, term))
        hint = hints[field.name]
        if not values and _needed(field):
            yield f"{node} lacks {term}"
        if len(values) > 1 and get_origin(hint) is not tuple:
            yield f"{node} has {len(values)} values of {term}"
        expected = get_args(hint)[0] if get_args(hint) else hint
        yield from (f"{node}: {term} cannot be {value!r}" for value in values if not _fits(graph, value, expected))
    within = graph.value(node, DCTERMS.isPartOf)
    whole = {graph.value(act, DCTERMS.isPartOf) or act for act in _acts(graph)}
    if {within or node} != whole:
        yield f"{node} is part of {within}, the paper is {whole}"
    if graph.value(node, RSNMS.quote) is None:
        yield f"{node} has no quote"


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _acts(graph: Graph) -> list[Node]:
    kinds = [RSNMS[kind.__name__] for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Act)]
    return [act for kind in kinds for act in graph.subjects(RDF.type, kind)]


def _fits(graph: Graph, value: Node, expected: type) -> bool:
    if expected is Ref:
        return (value, RDF.type, None) in graph
    if expected is Iri:
        return isinstance(value, URIRef)
    if expected is Code:
        return (value, RDF.type, SKOS.Concept) in codes()
    assert expected in (str, int, bool, dt.date, Decimal), expected
    return isinstance(value, Literal) and type(value.toPython()) is expected


# --- the region as it is -----------------------------------------------------------------------


def oddities_of_system(graph: Graph) -> Iterator[str]:
    """Yield what the vocabulary does not let one say of a regional system, one sentence each."""
    for node in sorted(set(graph.subjects())):
        kinds = set(graph.objects(node, RDF.type))
        if not kinds or not kinds <= classes() or any(_disjoint(kind, other) for kind in kinds for other in kinds):
            yield f"{node} has the classes {sorted(kinds)}"
            continue
        for term, value in graph.predicate_objects(node):
            if term != RDF.type:
                yield from (f"{node}: {term} {fault}" for fault in _misuse(graph, kinds, term, value))


def _disjoint(kind: Node, other: Node) -> bool:
    return any((one, OWL.disjointWith, two) in VOCABULARY for one in above({kind}) for two in above({other}))


def above(kinds: set[Node]) -> set[Node]:
    """Classes with those above them."""
    return {whole for kind in kinds for whole in VOCABULARY.transitive_objects(kind, RDFS.subClassOf)}


def _misuse(graph: Graph, kinds: set[Node], term: Node, value: Node) -> Iterator[str]:
    domain, ranges = VOCABULARY.value(term, RDFS.domain), set(VOCABULARY.objects(term, RDFS.range))
    if (term, RDF.type, None) not in VOCABULARY:
        yield "is no property"
    if domain is not None and domain not in above(kinds):
        yield f"is not said of {sorted(kinds)}"
    if (term, RDF.type, OWL.ObjectProperty) in VOCABULARY:
        whole = (graph, codes(), shipped_regulation().graph)
        found = {of for part in whole for of in part.objects(value, RDF.type)}
        if not found or (ranges and not ranges & above(found) and ranges != {RSNMS.Act}):
            yield f"leads to {value}, which is {sorted(found)}"
    elif not isinstance(value, Literal) or (ranges - {RDFS.Literal} and (value.datatype or XSD.string) not in ranges):
        yield f"cannot be {value!r}"
