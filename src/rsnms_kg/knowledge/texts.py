"""Texts of the knowledge in both languages."""

from __future__ import annotations

from rdflib import Graph, Literal
from rdflib.term import Node, URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError


def text_if_any(graph: Graph, subject: Node, predicate: URIRef) -> Bilingual:
    """Return a text that may be absent, or said once for both languages."""
    texts = {text.language: str(text) for text in graph.objects(subject, predicate) if isinstance(text, Literal)}
    for_both = texts.get(None, "")
    return Bilingual(texts.get("ru", for_both), texts.get("en", for_both))


def text_in_both(graph: Graph, subject: Node, predicate: URIRef) -> Bilingual:
    """Return a text.

    :raises KnowledgeError: when it is not there in both languages.
    """
    texts = {str(text.language): str(text) for text in graph.objects(subject, predicate) if isinstance(text, Literal)}
    try:
        return Bilingual(texts["ru"], texts["en"])
    except KeyError as missing:
        raise KnowledgeError(
            Bilingual(
                f"У {subject} нет текста на языке {missing} ({predicate}).",
                f"{subject} has no text in the language {missing} ({predicate}).",
            )
        ) from missing
