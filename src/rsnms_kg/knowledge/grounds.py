"""Grounds: the clauses of laws, standards and regulations, and the rules of practice, that requirements rest on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, SKOS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.knowledge.texts import text_if_any, text_in_both


@dataclass(frozen=True, slots=True)
class Ground:
    """A clause that a requirement rests on.

    ``act`` is a regulation's id, a law, a standard or a stated rule, ``name`` what people call it; ``kind`` tells
    them apart: a notation of ``ontology/codes/ground-kinds.ttl``. ``sample`` says that the clause does not bind
    the paper, being another region's: it is cited for comparison.
    """

    act: str
    clause: str
    title: Bilingual
    name: Bilingual
    kind: str
    sample: bool = False


@cache
def grounds() -> Graph:
    """Return the grounds outside regulations as a graph."""
    return load("ontology/codes/bases.ttl")


@cache
def ground_in_law(iri: URIRef) -> Ground | None:
    """Return a ground outside regulations: a law, a standard or a stated rule of document practice."""
    graph = grounds()
    act = text_if_any(graph, iri, DCTERMS.bibliographicCitation)
    if not act.ru:
        return None
    kind = graph.value(iri, DCTERMS.type)
    clause, title = str(graph.value(iri, DCTERMS.identifier)), text_in_both(graph, iri, SKOS.prefLabel)
    return Ground(act.ru, clause, title, act, notation(kind) if kind is not None else "practice")
