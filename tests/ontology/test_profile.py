"""The ontology is in OWL 2 DL: OWL API's checker says so, and without Java our own checks of what it restricts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.term import Node

from ontology.graphs import GRAPHS, turtle

DL = {"OWL 2 DL", "OWL 2 EL", "OWL 2 QL", "OWL 2 RL"}  # the last three are within the first
CLASS, OBJECT, DATA, NOTE = OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty
BUILT_IN_NOTES = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo, OWL.versionIRI}
# Of the datatypes of OWL 2 those that are in use; xsd:date is none of them.
DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, RDF.PlainLiteral, RDFS.Literal}
# The axioms that the vocabulary is made of, and the kinds that they join.
AXIOMS = {
    RDFS.subClassOf: ({CLASS}, {CLASS}),
    OWL.disjointWith: ({CLASS}, {CLASS}),
    RDFS.subPropertyOf: ({OBJECT, DATA}, {OBJECT, DATA}),
    RDFS.domain: ({OBJECT, DATA}, {CLASS}),
    RDFS.range: ({OBJECT, DATA}, {CLASS}),
}
FAULTS = {
    "a property of two kinds": "rsnms:bearer a owl:DatatypeProperty .",
    "a class that is not declared": "rsnms:Act rdfs:subClassOf rsnms:Paper .",
    "a functional property that is transitive": "rsnms:hostedBy a owl:TransitiveProperty .",
    "a datatype as a class": "xsd:string a owl:Class .",
    "a property above one of another kind": "rsnms:quote rdfs:subPropertyOf rsnms:bearer .",
}
# OWL API 3.4 takes these; the rules of this project do not.
OWN_FAULTS = {
    "a datatype that OWL 2 has not": "rsnms:date rdfs:range xsd:date .",
    "a blank node": "rsnms:Act rdfs:subClassOf [ a owl:Restriction ; owl:onProperty rsnms:title ] .",
    "an import": "<https://w3id.org/rsnms/ontology> owl:imports <http://www.w3.org/ns/org> .",
    "an undeclared annotation": 'rsnms:Act skos:note "…" .',
    "a cycle of classes": "rsnms:Fact rdfs:subClassOf rsnms:Act .",
}


def breaches(graph: Graph) -> Iterator[str]:
    """What a vocabulary does against OWL 2 DL, or beyond the few kinds of axioms that it is made of."""
    kinds: dict[URIRef, set[URIRef]] = {
        term: {CLASS, OBJECT, DATA, NOTE} & set(graph.objects(term, RDF.type)) for term in graph.subjects(RDF.type)
    }
    notes = BUILT_IN_NOTES | {term for term, found in kinds.items() if NOTE in found}
    yield from (f"blank node in {triple}" for triple in graph if any(isinstance(node, BNode) for node in triple))
    for term, found in kinds.items():
        if Counter(found).total() > 1:
            yield f"two kinds: {term}"
        if str(term).startswith((str(XSD), str(RDF), str(RDFS), str(OWL))):
            yield f"reserved name declared: {term}"
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            if value not in {CLASS, OBJECT, DATA, NOTE, OWL.FunctionalProperty, OWL.Ontology}:
                yield f"unexpected kind: {subject} a {value}"
        elif predicate in AXIOMS:
            yield from _axiom(kinds, subject, predicate, value)
        elif predicate not in notes:
            yield f"neither axiom nor declared annotation: {predicate}"
        if isinstance(value, Literal) and value.datatype not in {None, *DATATYPES}:
            yield f"datatype: {value.n3()}"
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in kinds:
            above = {higher for first in graph.objects(term, predicate) for higher in _above(graph, first, predicate)}
            if term in above:
                yield f"cycle: {term}"


def _above(graph: Graph, first: Node, predicate: URIRef) -> set[Node]:
    return set(graph.transitive_objects(first, predicate))


def _axiom(kinds: dict[URIRef, set[URIRef]], subject: URIRef, predicate: URIRef, value: URIRef) -> Iterator[str]:
    left, right = AXIOMS[predicate]
    ours = kinds.get(subject, set())
    if not ours & left:
        yield f"undeclared or of the wrong kind: {subject} {predicate}"
    if predicate == RDFS.range and DATA in ours:
        if value not in DATATYPES:
            yield f"no datatype of OWL 2: {value}"
    elif predicate == RDFS.subPropertyOf:
        if not ours & kinds.get(value, set()):
            yield f"kinds differ: {subject} {predicate} {value}"
    elif not kinds.get(value, set()) & right:
        yield f"undeclared or of the wrong kind: {predicate} {value}"


@pytest.mark.parametrize("name", GRAPHS)
def test_owl_api_finds_it_in_owl_2_dl(name: str, profile: Callable[[Graph], str]) -> None:
    assert profile(GRAPHS[name]()) in DL


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_owl_api_finds_a_breach(fault: str, profile: Callable[[Graph], str]) -> None:
    assert profile(GRAPHS["vocabulary"]() + turtle(fault)) not in DL


@pytest.mark.parametrize("name", ["vocabulary", "with alignments"])
def test_it_has_only_declared_terms_simple_axioms_and_datatypes_of_owl_2(name: str) -> None:
    assert sorted(set(breaches(GRAPHS[name]()))) == []


@pytest.mark.parametrize("fault", (FAULTS | OWN_FAULTS).values(), ids=(FAULTS | OWN_FAULTS).keys())
def test_our_own_checks_find_a_breach(fault: str) -> None:
    assert set(breaches(GRAPHS["vocabulary"]() + turtle(fault)))
