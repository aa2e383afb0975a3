"""The names of the terms of the ontology."""

from __future__ import annotations

from functools import cache

from rdflib import URIRef
from rdflib.namespace import RDFS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import compiled, load
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.knowledge.texts import text_if_any


@cache
def term_name(iri: URIRef) -> Bilingual:
    """Return the label of a class or property; the last part of its IRI where it is not of the ontology."""
    name = notation(iri)
    return Bilingual(*_names().get(str(iri), (name, name)))


def packed() -> dict[str, list[str]]:
    """Return the labels of the ontology's terms, Russian and English, by IRI."""
    graph = load("ontology/rsnms.ttl")
    terms = sorted(term for term in set(graph.subjects(RDFS.label)) if isinstance(term, URIRef))
    return {str(term): [*text_if_any(graph, term, RDFS.label).as_dict().values()] for term in terms}


@cache
def _names() -> dict[str, list[str]]:
    return compiled().get("vocabulary") or packed()
