"""The shapes and requirements as they are written, and the vocabulary that they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, SH
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.resources import turtle_files

FILES = turtle_files("shapes")
VOCABULARY = Graph().parse(next(path for path in turtle_files("ontology") if path.name == "rsnms.ttl"))
PATHS = {SH.alternativePath, SH.inversePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath}


@cache
def shapes() -> Graph:
    """Every file of ``shapes/`` in one graph, as written (nothing is added as in a run)."""
    graph = Graph()
    for path in FILES:
        graph.parse(data=path.read_bytes(), format="turtle")
    return graph


REQUIREMENTS = sorted(shapes().subjects(RDF.type, RSNMS.Requirement))
PROPERTY_SHAPES = sorted(shapes().subjects(RDF.type, SH.PropertyShape))
NODE_SHAPES = sorted(shapes().subjects(RDF.type, SH.NodeShape))


def only(subject: Node, predicate: URIRef) -> Node:
    (value,) = shapes().objects(subject, predicate)
    return value


def languages(subject: Node, predicate: URIRef) -> list[str]:
    texts = list(shapes().objects(subject, predicate))
    assert all(isinstance(text, Literal) and str(text).strip() for text in texts)
    return sorted(text.language or "" for text in texts)


def classes() -> set[Node]:
    return set(VOCABULARY.subjects(RDF.type, OWL.Class))


def properties() -> set[Node]:
    return {term for kind in (OWL.ObjectProperty, OWL.DatatypeProperty) for term in VOCABULARY.subjects(RDF.type, kind)}


def members(head: Node) -> list[Node]:
    """The members of a list, which must end."""
    seen: list[Node] = []
    while head != RDF.nil:
        assert head not in seen, "a cyclic list"
        seen.append(head)
        assert len(list(shapes().objects(head, RDF.first))) == len(list(shapes().objects(head, RDF.rest))) == 1
        head = only(head, RDF.rest)
    return list(Collection(shapes(), seen[0])) if seen else []


def steps(path: Node) -> Iterator[URIRef]:
    """The properties that a path goes along."""
    if isinstance(path, URIRef):
        yield path
    elif (path, RDF.first, None) in shapes():
        for step in members(path):
            yield from steps(step)
    else:
        ((kind, inner),) = shapes().predicate_objects(path)
        assert kind in PATHS, kind
        yield from steps(inner)
