"""The ontology in every format says the same, and the JSON-LD context loses nothing of a paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic
from rdflib.namespace import OWL, RDF

from ontology.graphs import ONTOLOGY, REGION, ROOT, files, turtle
from rsnms_kg import UsageError, ontology_as, ontology_path, read
from rsnms_kg.knowledge.json_context import json_context
from rsnms_kg.knowledge.serializations import PARTS, ontology_context, write
from rsnms_kg.knowledge.terms import RSNMS

PARSERS = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld"}
SOURCES = {"rsnms": "rsnms.ttl", "alignments": "alignments.ttl", "codes": "codes/*.ttl"}
CONTEXT = json_context(files("rsnms.ttl"))["@context"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("format", PARSERS)
def test_every_format_says_what_the_source_says(part: str, format: str) -> None:
    assert isomorphic(Graph().parse(data=ontology_as(format, part), format=PARSERS[format]), files(SOURCES[part]))


def test_the_vocabulary_in_turtle_is_the_source_itself_with_its_comments() -> None:
    assert ontology_as("ttl") == ontology_path().read_bytes() == (ONTOLOGY / "rsnms.ttl").read_bytes()


def test_one_command_writes_every_part_in_every_format_and_the_context(tmp_path: Path) -> None:
    expected = {f"{part}.{format}" for part in PARTS for format in PARSERS} | {"context.jsonld"}
    assert {path.name for path in write(tmp_path / "онтология")} == expected
    assert {path.name for path in (tmp_path / "онтология").iterdir()} == expected


def test_the_same_knowledge_gives_the_same_bytes(tmp_path: Path) -> None:
    """Sets are ordered anew in each run of Python, so each seed is a run of its own."""
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "rsnms_kg.knowledge.serializations", str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / seed).iterdir()} for seed in ("1", "2"))
    assert first == second


@pytest.mark.parametrize(("format", "part"), [("xlsx", "rsnms"), ("ttl", "shapes")])
def test_an_unknown_format_or_part_is_told_with_what_there_is(format: str, part: str) -> None:
    with pytest.raises(UsageError, match=r"ttl, nt, rdf, jsonld|rsnms, alignments, codes"):
        ontology_as(format, part)


# --- the context -------------------------------------------------------------------------------


def test_each_class_and_property_is_a_term_of_the_context() -> None:
    vocabulary = files("rsnms.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for term in {term for kind in kinds for term in vocabulary.subjects(RDF.type, kind) if term.startswith(RSNMS)}:
        entry = CONTEXT[term.removeprefix(RSNMS)]
        assert (entry if isinstance(entry, str) else entry["@id"]) == f"rsnms:{term.removeprefix(RSNMS)}"


@pytest.mark.parametrize(
    ("term", "coercion"),
    [
        ("date", "xsd:date"), ("suppliedOn", "xsd:date"), ("share", "xsd:decimal"), ("order", "xsd:integer"),
        ("inForce", "xsd:boolean"), ("bearer", "@id"), ("level", "@id"), ("severity", "@id"),
    ],
)  # fmt: skip
def test_values_are_given_their_type(term: str, coercion: str) -> None:
    assert CONTEXT[term]["@type"] == coercion


@pytest.mark.parametrize("term", ["name", "remedy", "expected", "Act"])
def test_plain_text_and_classes_are_left_as_they_are(term: str) -> None:
    assert CONTEXT[term] == f"rsnms:{term}"


def test_a_hand_written_document_reads_as_the_same_triples() -> None:
    document = {
        "@context": CONTEXT,
        "id": "https://example.org/region/reached",
        "type": "Observation",
        "ofIndicator": {"id": "https://example.org/region/row"},
        "level": ["code:level/regional"],
        "date": "2023-12-31",
        "periodStart": 2023,
        "name": "доля",
    }
    expected = turtle("""
:reached a rsnms:Observation ; rsnms:ofIndicator :row ; rsnms:date "2023-12-31"^^xsd:date ; rsnms:periodStart 2023 ;
    rsnms:level <https://w3id.org/rsnms/code/level/regional> ; rsnms:name "доля" .
""")
    assert isomorphic(Graph().parse(data=json.dumps(document), format="json-ld"), expected)


@pytest.mark.parametrize("source", ["agreement.txt", "order.txt", "region"])
def test_facts_compacted_with_the_context_and_expanded_again_are_the_same(source: str) -> None:
    facts = turtle(REGION) if source == "region" else Graph() + read(ROOT / "examples" / source)
    compacted = json.loads(facts.serialize(format="json-ld", context=CONTEXT))
    keys = {key for node in compacted["@graph"] for key in node}
    assert {"id", "type"} <= keys and not [key for key in keys if ":" in key]
    compacted["@context"] = json.loads(ontology_context())["@context"]
    assert isomorphic(Graph().parse(data=json.dumps(compacted), format="json-ld"), facts)
