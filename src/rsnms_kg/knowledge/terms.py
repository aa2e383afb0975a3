"""Namespaces, each declared once. Terms of our own are checked against ``ontology/`` by a test."""

from __future__ import annotations

from rdflib import Graph, Namespace

BASE = "https://w3id.org/rsnms/"
RSNMS = Namespace(f"{BASE}ontology#")
ACT = Namespace(f"{BASE}act/")
CODE = Namespace(f"{BASE}code/")
REQUIREMENT = Namespace(f"{BASE}requirement/")
SHAPE = Namespace(f"{BASE}shape/")

PREFIXES = {
    "rsnms": RSNMS,
    "act": ACT,
    "req": REQUIREMENT,
    "shape": SHAPE,
    **{
        scheme: Namespace(f"{CODE}{scheme}/") for scheme in ("level", "role", "modality", "act-type", "topic", "region")
    },
}


def code(scheme: str, notation: str) -> str:
    """Return the IRI of a concept of one of our code lists, e.g. ``code("level", "regional")``."""
    return f"{CODE}{scheme}/{notation}"


def notation(iri: object) -> str:
    """Return the last part of a code's IRI: ``…/code/level/regional`` → ``regional``."""
    return str(iri).rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def bind(graph: Graph) -> None:
    """Bind the prefixes of the project, so that Turtle reads well."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
