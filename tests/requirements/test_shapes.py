"""The shapes themselves: an engine says «conforms» to a slip in them, so they are checked here."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH, SKOS
from rdflib.term import Node

from requirements.shapes import (
    FILES,
    NODE_SHAPES,
    PROPERTY_SHAPES,
    REQUIREMENTS,
    VOCABULARY,
    classes,
    members,
    only,
    properties,
    shapes,
    steps,
)
from rsnms_kg.facts import model
from rsnms_kg.graph.building import property_name
from rsnms_kg.knowledge.demands import RULES
from rsnms_kg.knowledge.grounds import ground_in_law
from rsnms_kg.knowledge.lexicon import codes
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import BASE, CODE, REQUIREMENT, RSNMS, SHAPE, notation
from rsnms_kg.outcome.functions import FUNCTIONS

SEVERITIES = {SH.Violation, SH.Warning, SH.Info}
NO_CONSTRAINT = {SH.path, SH.message, SH.severity, SH.name, SH.description, SH.order, SH.group}
TARGETS = {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode}
PAIRS = {SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals}


# --- property shapes -------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=notation)
def test_a_property_shape_is_named_and_has_one_requirement_that_is_there(shape: Node) -> None:
    assert isinstance(shape, URIRef) and shape.startswith(SHAPE)
    assert only(shape, RSNMS.requirement) in REQUIREMENTS


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=notation)
def test_a_property_shape_has_one_constraint(shape: Node) -> None:
    terms = [term for term in shapes().predicates(shape) if term.startswith(SH)]
    assert len([term for term in terms if term not in NO_CONSTRAINT]) == 1, terms


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=notation)
def test_a_property_shape_belongs_to_one_node_shape_of_its_name(shape: Node) -> None:
    (holder,) = shapes().subjects(SH.property, shape)
    assert str(shape) == f"{holder}-value"
    assert holder in NODE_SHAPES


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=notation)
def test_a_path_and_what_it_is_compared_with_are_properties_of_the_vocabulary(shape: Node) -> None:
    used = [*steps(only(shape, SH.path)), *(value for pair in PAIRS for value in shapes().objects(shape, pair))]
    assert used and set(used) <= properties()


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=notation)
def test_a_value_that_a_shape_asks_for_is_in_the_code_lists(shape: Node) -> None:
    asked = [*shapes().objects(shape, SH.hasValue)]
    for head in shapes().objects(shape, SH["in"]):
        assert members(head)
        asked += members(head)
    for value in asked:
        assert isinstance(value, Literal) or (value, RDF.type, SKOS.Concept) in codes(), value


@pytest.mark.parametrize("shape", NODE_SHAPES, ids=notation)
def test_a_node_shape_is_named_and_targets_a_term_of_the_vocabulary(shape: Node) -> None:
    assert isinstance(shape, URIRef) and shape.startswith(SHAPE)
    assert list(shapes().objects(shape, SH.property))
    ((kind, target),) = [pair for pair in shapes().predicate_objects(shape) if pair[0] in TARGETS]
    assert target in (classes() if kind == SH.targetClass else properties())
    said = set(shapes().predicates(shape))
    assert said <= {RDF.type, kind, SH.property}, "what checks belongs into property shapes"


def test_no_shape_is_anonymous_or_untyped() -> None:
    holders = set(shapes().subjects(SH.path)) | set(shapes().objects(None, SH.property))
    assert holders == set(PROPERTY_SHAPES)
    assert set(shapes().subjects(SH.property)) == set(NODE_SHAPES)


# --- requirements ------------------------------------------------------------------------------------


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
def test_a_requirement_is_of_the_family_that_its_id_begins_with(requirement: Node) -> None:
    assert requirement.startswith(REQUIREMENT)
    assert re.fullmatch(r"[A-Z]+(-[A-Z]+)+", notation(requirement))
    assert str(only(requirement, RSNMS.family)) == notation(requirement).partition("-")[0]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
def test_a_requirement_has_a_severity_a_paper_and_facts(requirement: Node) -> None:
    assert only(requirement, RSNMS.severity) in SEVERITIES
    papers = set(shapes().objects(requirement, RSNMS.appliesTo))
    judged = {RSNMS.RegionalSystem, *VOCABULARY.subjects(RDFS.subClassOf, RSNMS.Act)}
    assert papers and papers <= judged
    concerned = set(shapes().objects(requirement, RSNMS.concerns))
    assert concerned and concerned <= classes()


@pytest.mark.parametrize("requirement", sorted(shapes().subjects(RSNMS.needs)), ids=notation)
def test_what_a_requirement_needs_is_a_property_of_every_fact_that_it_concerns(requirement: Node) -> None:
    needed = only(requirement, RSNMS.needs)
    assert needed in properties()
    assert all(needed in said_of(kind) for kind in shapes().objects(requirement, RSNMS.concerns))


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
def test_a_basis_is_a_clause_of_the_regulation_or_a_rule_of_the_code_list(requirement: Node) -> None:
    grounds = list(shapes().objects(requirement, RSNMS.basis))
    assert grounds or (requirement, RSNMS.compiledBy, None) in shapes()  # the demand is the ground
    for ground in grounds:
        law, clause = ground_in_law(ground), shipped_regulation().clause(ground)
        assert (law is not None) != bool(clause), ground
        assert (law.title if law else shipped_regulation().title(ground)).ru, f"{ground} has no short label"


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
def test_a_requirement_is_checked_by_shapes_by_one_function_or_by_one_rule(requirement: Node) -> None:
    functions = list(shapes().objects(requirement, RSNMS.checkedBy))
    rules = list(shapes().objects(requirement, RSNMS.compiledBy))
    assert len(functions) + len(rules) + ((None, RSNMS.requirement, requirement) in shapes()) == 1


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
def test_a_shape_looks_at_the_facts_that_its_requirement_concerns(requirement: Node) -> None:
    """Each class is looked at by a shape: as its target, by what its facts have, or by what leads to them."""
    looking = list(shapes().subjects(RSNMS.requirement, requirement))
    holders = [next(shapes().subjects(SH.property, shape)) for shape in looking]
    targets = {target for holder in holders for kind in TARGETS for target in shapes().objects(holder, kind)}
    passed = {step for shape in looking for step in steps(only(shape, SH.path))}
    for kind in shapes().objects(requirement, RSNMS.concerns) if looking else ():
        leading = set(VOCABULARY.subjects(RDFS.range, kind))
        assert targets & {kind, *said_of(kind)} or targets & leading & passed, kind


def said_of(kind: Node) -> set[URIRef]:
    """The properties that a fact of a class can have."""
    fact = getattr(model, notation(kind), None)
    if fact is None:  # a class of the system as it is
        return set(VOCABULARY.subjects(RDFS.domain, kind)) | {RSNMS.date, RSNMS.name, RSNMS.partOfSystem}
    return {RSNMS[property_name(field.name)] for field in fields(fact)}


def test_every_function_is_called_by_one_requirement_and_every_call_finds_one() -> None:
    called = sorted(str(name) for name in shapes().objects(None, RSNMS.checkedBy))
    assert called == sorted(FUNCTIONS)


def test_every_rule_that_compiles_shapes_serves_one_requirement_and_every_requirement_finds_its_rule() -> None:
    named = sorted(str(name) for name in shapes().objects(None, RSNMS.compiledBy))
    assert named == sorted(RULES)


# --- terms, patterns, lists --------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_term_of_shacl_is_one(path: Path) -> None:
    graph = Graph().parse(data=path.read_bytes(), format="turtle")
    used = {node for triple in graph for node in triple if isinstance(node, URIRef) and node.startswith(SH)}
    assert sorted(term for term in used if term not in SH) == []
    assert not used & {SH.deactivated, SH.sparql, SH.js, SH.rule}, "shapes here are plain SHACL Core"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_iri_of_ours_is_a_requirement_a_shape_a_term_a_code_or_a_clause(path: Path) -> None:
    graph = Graph().parse(data=path.read_bytes(), format="turtle")
    ours = {node for triple in graph for node in triple if isinstance(node, URIRef) and node.startswith(BASE)}
    declared = {*REQUIREMENTS, *PROPERTY_SHAPES, *NODE_SHAPES, *VOCABULARY.subjects()}
    for node in ours - declared:
        known = codes() if node.startswith(CODE) else shipped_regulation().graph
        assert (node, None, None) in known, node


def test_patterns_compile() -> None:
    patterns = list(shapes().objects(None, SH.pattern))
    assert patterns
    for pattern in patterns:
        re.compile(str(pattern))


def test_lists_end() -> None:
    cells, inner = set(shapes().subjects(RDF.first)), set(shapes().objects(None, RDF.rest))
    assert cells and all(isinstance(cell, BNode) for cell in cells)
    assert sum(len(members(head)) for head in cells - inner) == len(cells), "a cyclic list has no head"
