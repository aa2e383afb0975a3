"""The ontology satisfies the shapes that say what a term must have, and each shape finds a term without it."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SH

from ontology.graphs import GRAPHS, files, turtle
from rsnms_kg.knowledge.terms import RSNMS

SHAPES = Graph().parse(data=Path(__file__).with_name("shapes.ttl").read_bytes(), format="turtle")
SOUND = """
rsnms:Sound a owl:Class ; rdfs:label "верный"@ru, "sound"@en ; rdfs:subClassOf rsnms:Fact ;
    skos:definition "Верный класс."@ru, "A sound class."@en ; vs:term_status "testing" .
rsnms:sound a owl:DatatypeProperty ; rdfs:label "верное"@ru, "sound"@en ; rdfs:domain rsnms:Sound ;
    skos:definition "Верное свойство."@ru, "A sound property."@en ; rdfs:range xsd:string ; vs:term_status "testing" .
"""
BREACHES = [
    ('rdfs:label "верный"@ru, "sound"@en', 'rdfs:label "верный"@ru', "Sound", SH.MinCountConstraintComponent),
    ('"sound"@en ; rdfs:sub', '"sound"@en, "second"@en ; rdfs:sub', "Sound", SH.UniqueLangConstraintComponent),
    ('"верный"@ru, "sound"@en', '"верный"@ru, "sound"', "Sound", SH.LanguageInConstraintComponent),
    ('"A sound class."@en', '"A sound class"@en', "Sound", SH.PatternConstraintComponent),
    ('"Верный класс."@ru, ', "", "Sound", SH.MinCountConstraintComponent),
    ('"testing" .\nrsnms:sound', '"new" .\nrsnms:sound', "Sound", SH.InConstraintComponent),
    ("rdfs:subClassOf rsnms:Fact", "rdfs:subClassOf rsnms:Paper", "Sound", SH.ClassConstraintComponent),
    ("rdfs:subClassOf rsnms:Fact", "owl:disjointWith rsnms:Paper", "Sound", SH.ClassConstraintComponent),
    ("rsnms:Sound a owl:Class", "rsnms:Sound a owl:ObjectProperty", "Sound", SH.PatternConstraintComponent),
    ("rsnms:sound a owl:DatatypeProperty", "rsnms:sound a owl:Class", "sound", SH.PatternConstraintComponent),
    ("rsnms:sound a owl:DatatypeProperty", "rsnms:sound a rdf:Property", "sound", SH.InConstraintComponent),
    ("rdfs:domain rsnms:Sound", "rdfs:domain rsnms:Paper", "sound", SH.ClassConstraintComponent),
    ("rdfs:range xsd:string ;", "", "sound", SH.OrConstraintComponent),
    ("rdfs:range xsd:string", "rdfs:range xsd:date", "sound", SH.InConstraintComponent),
    ("rdfs:range xsd:string", "rdfs:range rdfs:Literal", "sound", SH.OrConstraintComponent),
    ("a owl:DatatypeProperty", "a owl:AnnotationProperty", "sound", SH.MaxCountConstraintComponent),
]  # fmt: skip


def results(graph: Graph) -> set[tuple[URIRef, URIRef]]:
    """Which node broke which kind of constraint."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=SHAPES, inference="none")
    return {
        (report.value(result, SH.focusNode), report.value(result, SH.sourceConstraintComponent))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_the_vocabulary_satisfies_the_shapes() -> None:
    assert results(GRAPHS["vocabulary"]()) == set()


def test_a_sound_term_satisfies_the_shapes() -> None:
    assert results(GRAPHS["vocabulary"]() + turtle(SOUND)) == set()


@pytest.mark.parametrize(("right", "wrong", "term", "component"), BREACHES)
def test_a_term_that_lacks_something_is_found(right: str, wrong: str, term: str, component: URIRef) -> None:
    assert SOUND.count(right) == 1
    broken = turtle(SOUND.replace(right, wrong) + "rsnms:Fact a owl:Class .")
    assert (RSNMS[term], component) in results(broken)


def test_a_source_is_a_clause_or_an_act_of_a_regulation_that_ships() -> None:
    known = set(files("regulations/*.ttl").subjects())
    sources = set(files("rsnms.ttl", "codes/*.ttl").objects(None, DCTERMS.source))
    assert sources and sources <= known
