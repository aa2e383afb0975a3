"""The vocabulary says what the facts need, in two languages, and nobody uses a term that it lacks."""

from __future__ import annotations

import ast
import datetime as dt
import re
import types
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD

from rsnms_kg import __version__
from rsnms_kg.facts import model
from rsnms_kg.facts.model import Code, Fact, Iri, Ref
from rsnms_kg.graph.building import property_name
from rsnms_kg.knowledge.terms import BASE, RSNMS

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
VOCABULARY = Graph().parse(data=(ONTOLOGY / "rsnms.ttl").read_bytes(), format="turtle")
ALIGNMENTS = Graph().parse(data=(ONTOLOGY / "alignments.ttl").read_bytes(), format="turtle")
CODE_LISTS = sorted((ONTOLOGY / "codes").glob("*.ttl"))
TURTLE = sorted(path for folder in ("ontology", "shapes") for path in (ROOT / folder).rglob("*.ttl"))
PYTHON = sorted((ROOT / "src").rglob("*.py"))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
LANGUAGES = ("en", "ru")

RANGES = {
    str: XSD.string, int: XSD.integer, Decimal: XSD.decimal, bool: XSD.boolean, Code: SKOS.Concept,
    dt.date: RDFS.Literal,  # xsd:date is not a datatype of OWL 2 DL
}  # fmt: skip
# The region as it is, the crosswalk and force in time: what workbooks and comparisons bring, not papers.
OF_REGIONS = {
    OWL.Class: {
        "RegionalSystem", "Subject", "Organisation", "EducationalOrganisation", "OrganisationalUnit", "Municipality",
        "IssuedDocument", "MeasureCompletion", "Observation", "MonitoringRun", "Passport", "PassportPart",
        "DigitalEcosystem", "EcosystemModule", "IndividualRoute", "Diagnostics", "ProfessionalDeficit",
    },
    OWL.ObjectProperty: {
        "underRegulation", "partOfSystem", "ofType", "inMunicipality", "unitOf", "performs", "fulfils", "completes",
        "ofIndicator", "underRule", "partOfPassport", "suppliedBy", "moduleOf", "ofComponent", "basedOn", "addresses",
        "reveals", "realises", "realisesIdentically", "realisesNarrowly", "realisesBroadly", "realisesPartly",
        "relatedTo",
    },
    OWL.DatatypeProperty: {"evidence", "hasAnalysis", "hasRecommendations", "suppliedOn", "inForce", "asOf"},
    OWL.AnnotationProperty: set[str](),
}  # fmt: skip
# Declared for requirements, findings and the graph builder; the model of facts does not name them.
OTHER_TERMS = {
    OWL.Class: {"Requirement", "Finding", "RequirementStatus", "CitedAct", "Edition"},
    OWL.ObjectProperty: {
        "basis",
        "status",
        "hasStatus",
        "amendedBy",
        "editionOf",
        "madeBy",
        "openReason",
        "repealedBy",
    },
    OWL.DatatypeProperty: {
        "quote",
        "family",
        "remedy",
        "regionBound",
        "checkedBy",
        "compiledBy",
        "inForceFrom",
        "inForceUntil",
        "openDay",
        "due",
    },
    OWL.AnnotationProperty: {
        "actual",
        "appliesTo",
        "brokenExample",
        "concerns",
        "expected",
        "impliedBy",
        "mendedExample",
        "needs",
        "requirement",
        "severity",
    },
}
# A finding has a place as a fact does; a system has a region, an observation a share and a count: these say
# nothing about who bears them.
SHARED_BEYOND_FACTS = {"start", "end", "clauseLabel", "region", "share", "count"}
FACTS = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Fact)]


def declared(kind: URIRef) -> set[str]:
    """The local names of our terms of a kind."""
    return {str(term)[len(RSNMS) :] for term in VOCABULARY.subjects(RDF.type, kind) if term.startswith(RSNMS)}


TERMS = {RSNMS[name]: kind for kind in KINDS for name in declared(kind)}


def value_type(annotation: Any) -> tuple[type, bool]:
    """``tuple[Ref, ...]`` → (Ref, many); ``str | None`` → (str, one)."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0], True
    if get_origin(annotation) in (Union, types.UnionType):
        (only,) = (option for option in get_args(annotation) if option is not type(None))
        return only, False
    return annotation, False


def borne() -> dict[str, list[tuple[type, type, bool]]]:
    """By property, each class that has the field, the type of its values and whether they may be many."""
    found = defaultdict(list)
    for bearer in FACTS:
        hints = get_type_hints(bearer)
        for field in fields(bearer):
            if field.name in bearer.__annotations__ and field.name != "key":
                found[property_name(field.name)].append((bearer, *value_type(hints[field.name])))
    return dict(found)


FIELDS = borne()


# --- the vocabulary and the model --------------------------------------------------------------


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_a_class_of_facts_is_a_class_below_the_same_classes(kind: type) -> None:
    assert (RSNMS[kind.__name__], RDF.type, OWL.Class) in VOCABULARY
    above = {RSNMS[base.__name__] for base in kind.__bases__ if base is not object}
    assert set(VOCABULARY.objects(RSNMS[kind.__name__], RDFS.subClassOf)) == above


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_a_property_of_the_right_kind_domain_and_range(name: str) -> None:
    bearers, value_types, many = (list(column) for column in zip(*FIELDS[name], strict=True))
    term = RSNMS[name]
    is_object = [issubclass(value, (Ref, Iri, Code)) for value in value_types]
    assert len(set(is_object)) == 1, f"{name} is an object in one class and a literal in another"
    assert TERMS.get(term) == (OWL.ObjectProperty if is_object[0] else OWL.DatatypeProperty)

    alone = len(bearers) == 1 and name not in SHARED_BEYOND_FACTS
    assert set(VOCABULARY.objects(term, RDFS.domain)) == ({RSNMS[bearers[0].__name__]} if alone else set())

    ranges = set(VOCABULARY.objects(term, RDFS.range))
    if set(value_types) <= {Ref, Iri}:
        assert ranges <= {RSNMS[fact.__name__] for fact in FACTS} | {RSNMS.CitedAct} and len(ranges) <= 1
    else:
        assert ranges == ({RANGES[value_types[0]]} if len(set(value_types)) == 1 else {RDFS.Literal})

    assert ((term, RDF.type, OWL.FunctionalProperty) in VOCABULARY) == (not any(many))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.fragment)
def test_nothing_else_is_declared(kind: URIRef) -> None:
    of_model = {fact.__name__ for fact in FACTS} if kind == OWL.Class else set(FIELDS)
    assert declared(kind) - of_model == OTHER_TERMS[kind] | OF_REGIONS[kind]


def test_no_term_is_of_two_kinds() -> None:
    kinds = Counter(name for kind in KINDS for name in declared(kind))
    assert [name for name, count in kinds.items() if count > 1] == []


def test_the_vocabulary_has_no_blank_nodes() -> None:
    assert [node for node in VOCABULARY.all_nodes() if not isinstance(node, (URIRef, Literal))] == []


def test_the_version_is_that_of_the_package() -> None:
    for name, graph in (("ontology", VOCABULARY), ("alignments", ALIGNMENTS)):
        head = URIRef(f"{BASE}{name}")
        assert graph.value(head, OWL.versionInfo) == Literal(__version__)
        assert graph.value(head, OWL.versionIRI) == URIRef(f"{BASE}{name}/{__version__}")


# --- two languages -----------------------------------------------------------------------------


@pytest.mark.parametrize("term", sorted(TERMS), ids=lambda term: term.fragment)
@pytest.mark.parametrize("text", [RDFS.label, SKOS.definition], ids=lambda text: text.fragment)
def test_a_term_is_labelled_and_defined_in_russian_and_english(term: URIRef, text: URIRef) -> None:
    said = sorted(VOCABULARY.objects(term, text), key=lambda words: str(words.language))
    assert tuple(words.language for words in said) == LANGUAGES
    assert all(str(words).strip() == str(words) != "" for words in said)
    assert re.search("[а-яё]", said[1]) and re.search("[a-z]", said[0])


@pytest.mark.parametrize("kinds", [KINDS[:1], KINDS[1:]], ids=["classes", "properties"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_of_a_kind_have_one_label(kinds: tuple[URIRef, ...], language: str) -> None:
    labels = defaultdict(list)
    for term, kind in TERMS.items():
        if kind in kinds:
            for label in VOCABULARY.objects(term, RDFS.label):
                if label.language == language:
                    labels[str(label).casefold()].append(term.fragment)
    assert {label: names for label, names in labels.items() if len(names) > 1} == {}


# --- no use of an undeclared term --------------------------------------------------------------


def names_in_text(text: str) -> set[str]:
    """Terms of ours in a SPARQL query or another text: ``rsnms:bearer``."""
    return set(re.findall(r"(?<![\w:/])rsnms:([A-Za-z]\w*)", text))


def names_in_graph(graph: Graph) -> set[str]:
    found = set()
    for node in {node for triple in graph for node in triple}:
        if isinstance(node, URIRef) and node.startswith(RSNMS):
            found.add(str(node)[len(RSNMS) :])
        elif isinstance(node, Literal):
            found |= names_in_text(str(node))
    return found


def names_in_python(source: str) -> Iterator[tuple[str, bool]]:
    """Each term named as ``RSNMS.bearer``, ``RSNMS["bearer"]`` or in a text, and whether as an attribute."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="RSNMS") | ast.Attribute(attr="RSNMS"), attr=name):
                yield name, True
            case ast.Subscript(value=ast.Name(id="RSNMS"), slice=ast.Constant(value=str(name))):
                yield name, False
            case ast.Constant(value=str(text)):
                yield from ((name, False) for name in names_in_text(text))


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_turtle_uses_only_declared_terms(path: Path) -> None:
    used = names_in_graph(Graph().parse(data=path.read_bytes(), format="turtle"))
    assert sorted(name for name in used if RSNMS[name] not in TERMS) == []


def test_python_uses_only_declared_terms() -> None:
    used = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in PYTHON
        for name, _ in names_in_python(path.read_text(encoding="utf-8"))
        if RSNMS[name] not in TERMS
    }
    assert sorted(used) == []


def test_no_term_that_is_a_method_of_str_is_named_as_an_attribute() -> None:
    """``RSNMS.count`` is ``str.count``: such a term has to be written ``RSNMS["count"]``."""
    wrong = {
        f"{path.relative_to(ROOT)}: RSNMS.{name}"
        for path in PYTHON
        for name, attribute in names_in_python(path.read_text(encoding="utf-8"))
        if attribute and not isinstance(getattr(RSNMS, name), URIRef)
    }
    assert sorted(wrong) == []


# --- code lists --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", CODE_LISTS, ids=lambda path: path.stem)
def test_a_concept_has_notation_labels_and_scheme(path: Path) -> None:
    graph = Graph().parse(data=path.read_bytes(), format="turtle")
    (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    listed = sorted(graph.subjects(RDF.type, SKOS.Concept))
    assert listed and set(graph.subjects()) == {scheme, *listed}
    for concept in listed:
        (notation,) = graph.objects(concept, SKOS.notation)
        assert str(concept) == f"{scheme}/{notation}"
        assert list(graph.objects(concept, SKOS.inScheme)) == [scheme], concept
    for labelled in (scheme, *listed):
        labels = sorted(str(label.language) for label in graph.objects(labelled, SKOS.prefLabel))
        assert tuple(labels) == LANGUAGES, labelled


# --- files -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_turtle_parses_ends_with_a_newline_and_uses_the_prefixes_it_declares(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n") and not text.endswith("\n\n") and "\r" not in text
    Graph().parse(data=text.encode(), format="turtle")  # fails where a prefix is not declared
    prefixes = re.findall(r"^@prefix\s+([\w-]*):", text, re.MULTILINE)
    assert len(prefixes) == len(set(prefixes))
    body = re.sub(r"^@prefix.*$|(?<!\S)#.*$|<[^<>\s]*>", "", text, flags=re.MULTILINE)
    unused = [prefix for prefix in prefixes if not re.search(rf"(?<![\w-]){re.escape(prefix)}:", body)]
    assert unused == []


# --- alignments --------------------------------------------------------------------------------


def test_an_alignment_leads_from_a_term_of_ours_to_a_foreign_one_and_makes_no_two_equal() -> None:
    weak = {RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch}
    strong = {OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs, SKOS.exactMatch}
    assert not strong & set(ALIGNMENTS.predicates())
    links = [triple for triple in ALIGNMENTS if any(str(node).startswith(RSNMS) for node in triple)]
    assert links
    for ours, predicate, foreign in links:
        assert ours in TERMS and predicate in weak and not foreign.startswith(BASE), (
            ours,
            predicate,
            foreign,
        )


def test_an_axiom_of_alignment_joins_terms_of_one_kind() -> None:
    for predicate, kinds in ((RDFS.subClassOf, KINDS[:1]), (RDFS.subPropertyOf, KINDS[1:])):
        for ours, foreign in ALIGNMENTS.subject_objects(predicate):
            assert TERMS[ours] in kinds and (foreign, RDF.type, TERMS[ours]) in ALIGNMENTS, (ours, foreign)
