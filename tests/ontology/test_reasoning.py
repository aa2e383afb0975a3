"""The ontology is consistent, and every class of it may have members: HermiT says so, through owlready2."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF

from ontology.graphs import GRAPHS, REGION, ROOT, turtle
from rsnms_kg import ontology_as
from rsnms_kg.knowledge.terms import RSNMS

Reasoner = Callable[[Graph], set[str]]
# What the vocabularies that we align with say themselves, as far as it touches the terms in use.
FOREIGN = """
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
prov:Activity a owl:Class ; owl:disjointWith prov:Entity .
prov:Plan a owl:Class ; rdfs:subClassOf prov:Entity .
prov:Entity a owl:Class . prov:Agent a owl:Class . org:Organization a owl:Class .
org:FormalOrganization rdfs:subClassOf org:Organization .
org:OrganizationalCollaboration rdfs:subClassOf org:Organization .
org:OrganizationalUnit rdfs:subClassOf org:Organization .
org:unitOf rdfs:domain org:OrganizationalUnit ; rdfs:range org:Organization .
eli:LegalResourceSubdivision rdfs:subClassOf eli:LegalResource .
"""
CONTRADICTIONS = {
    "an organisation that is a unit": ":a a rsnms:EducationalOrganisation, rsnms:OrganisationalUnit .",
    "a subject that is a type of subjects": ":centre a rsnms:SubjectType .",
    "a system that a paper says": ":system a rsnms:Act .",
    "an obligation as a function": ":training a rsnms:Obligation .",
    "two hosts of one subject": ":centreType rsnms:hostedBy :serviceType, :training .",
    "text for a year": ':reached rsnms:periodStart "2023 год" .',
    "a monitoring run that is a document": ":run a rsnms:IssuedDocument .",
}


def all_different(graph: Graph) -> Graph:
    """The graph, with the statement that no two names of its individuals are names of one thing.

    OWL does not assume that: it would merge the two values of a functional property and find no fault.
    """
    classes = {term for term in graph.subjects(RDF.type, OWL.Class) if term.startswith(RSNMS)}
    members = sorted(thing for thing, kind in graph.subject_objects(RDF.type) if kind in classes)
    node, members_list = BNode(), BNode()
    graph.add((node, RDF.type, OWL.AllDifferent))
    graph.add((node, OWL.distinctMembers, members_list))
    Collection(graph, members_list, list(dict.fromkeys(members)))
    return graph


@pytest.mark.parametrize("name", GRAPHS)
def test_it_is_consistent_and_no_class_is_empty(name: str, unsatisfiable: Reasoner) -> None:
    assert unsatisfiable(all_different(GRAPHS[name]())) == set()


def test_it_agrees_with_what_the_aligned_vocabularies_say(unsatisfiable: Reasoner) -> None:
    assert unsatisfiable(all_different(GRAPHS["with a region"]() + turtle(FOREIGN))) == set()


@pytest.mark.parametrize(
    ("axioms", "empty"),
    [
        ("rsnms:Broken a owl:Class ; rdfs:subClassOf rsnms:Order, rsnms:Agreement .", {"Broken"}),
        ("rsnms:Organisation owl:disjointWith rsnms:EducationalOrganisation .", {"EducationalOrganisation"}),
        (
            "rsnms:Reference owl:disjointWith rsnms:Fact .",
            {"Reference", "ActReference", "AnnexReference", "ClauseReference"},
        ),
    ],
)
def test_a_class_that_can_have_no_members_is_found(axioms: str, empty: set[str], unsatisfiable: Reasoner) -> None:
    found = unsatisfiable(GRAPHS["vocabulary"]() + turtle(axioms))
    assert found == {str(RSNMS[name]) for name in empty}


@pytest.mark.parametrize("statement", CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_data_that_contradict_the_ontology_are_found(statement: str, unsatisfiable: Reasoner) -> None:
    import owlready2

    broken = GRAPHS["with a region"]() + turtle(FOREIGN + statement)
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        unsatisfiable(all_different(broken))


def test_the_example_region_uses_every_class_and_property_of_the_section() -> None:
    text = ontology_as("ttl").decode().split("# --- the region as it is")[1]
    declared = {line.split()[0].removeprefix("rsnms:") for line in text.splitlines() if line.startswith("rsnms:")}
    region = turtle(REGION)
    used = {str(node).removeprefix(RSNMS) for triple in region for node in triple if isinstance(node, URIRef)}
    assert declared - used == {"Organisation"} - used


def test_it_opens_in_owlready2_as_python_classes_in_a_world_of_its_own() -> None:
    """The example is the one that ``docs/reference/ontology.md`` prints."""
    owlready2 = pytest.importorskip("owlready2")
    page = (ROOT / "docs" / "reference" / "ontology.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)
    rsnms = names["rsnms"]

    assert rsnms.Agreement in rsnms.Act.subclasses()
    assert rsnms.Agreement.label.ru == ["соглашение"]
    assert rsnms.hasParty.range == [rsnms.Party]
    assert rsnms.Agreement("one").hasParty == []
    assert owlready2.default_world.get_ontology("https://w3id.org/rsnms/ontology#").Agreement is None
