"""The names of the terms of the ontology."""

from __future__ import annotations

from functools import cache

from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.knowledge.texts import text_if_any


@cache
def term_name(iri: URIRef) -> Bilingual:
    """Return the label of a class or property; the last part of its IRI where it is not of the ontology."""
    said = text_if_any(_ontology(), iri, RDFS.label)
    return Bilingual(said.ru or notation(iri), said.en or notation(iri))


@cache
def _ontology() -> Graph:
    return load("ontology/rsnms.ttl")
