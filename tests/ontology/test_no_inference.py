"""What SHACL finds does not hang on the ontology: no axiom of it changes a result."""

from __future__ import annotations

import pytest
from rdflib import Graph
from rdflib.namespace import OWL, RDFS

from ontology.graphs import GRAPHS, REGION, ROOT, turtle
from rsnms_kg import read
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.outcome.shacl import validate

PAPERS = ("agreement.txt", "agreement-clean.txt", "order.txt")
# What the vocabulary is made of, besides annotations. SHACL sees only rdfs:subClassOf, by sh:class and targets.
LOGICAL = {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return load("shapes")


def paper(name: str) -> Graph:
    """The facts of an example, as a graph that may be added to."""
    return Graph() + (turtle(REGION) if name == "region" else read(ROOT / "examples" / name))


@pytest.mark.parametrize("name", [*PAPERS, "region"])
def test_results_are_the_same_with_the_ontology_in_the_graph(name: str, shapes: Graph) -> None:
    alone = validate(paper(name), shapes)
    assert validate(paper(name) + GRAPHS["with alignments"](), shapes) == alone


def test_an_axiom_that_changes_what_shacl_sees_is_found(shapes: Graph) -> None:
    data = paper("agreement.txt")
    changed = data + turtle("rsnms:Clause rdfs:subClassOf rsnms:Agreement .")
    assert validate(data, shapes) and validate(changed, shapes) != validate(data, shapes)


def test_the_ontology_has_no_other_axioms_and_imports_nothing() -> None:
    graph = GRAPHS["with alignments"]()
    of_owl = {term for term in graph.predicates() if str(term).startswith((str(OWL), str(RDFS)))}
    assert of_owl - LOGICAL <= {RDFS.label, OWL.versionIRI, OWL.versionInfo}
