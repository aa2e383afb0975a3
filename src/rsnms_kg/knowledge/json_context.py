"""The JSON-LD context: what names, types and codes look like in JSON, made of the vocabulary itself."""

from __future__ import annotations

import json
from typing import Any

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD

from rsnms_kg.knowledge.terms import BASE, CODE, REQUIREMENT, RSNMS, SHAPE

RANGE_INCLUDES = URIRef("https://schema.org/rangeIncludes")

# A term and a prefix are one space of names in JSON-LD, so there is no prefix where a property has the name
# (act, level, region, topic): codes are written code:level/regional.
_PREFIXES = {
    "rsnms": RSNMS,
    "code": CODE,
    "req": REQUIREMENT,
    "shape": SHAPE,
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": RDFS,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
}
_FOREIGN: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "isPartOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "identifier": "dcterms:identifier",
}
# JSON has these itself; text in a language keeps its language.
_PLAIN = {XSD.string, RDF.PlainLiteral, RDFS.Literal}


def json_context(vocabulary: Graph) -> dict[str, Any]:
    """Return the JSON-LD 1.1 context of a vocabulary, as ``{"@context": {…}}``.

    Each class and property of ours is a term. What points at something is an ``@id``, a day is an
    ``xsd:date``, a share is an ``xsd:decimal``; codes are ``@id`` too (``code:level/regional``).
    """
    terms: dict[str, Any] = {}
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for term in vocabulary.subjects(RDF.type, kind):
            if isinstance(term, URIRef) and term.startswith(RSNMS):
                terms[term.removeprefix(RSNMS)] = _definition(vocabulary, term, kind)
    prefixes = {prefix: str(namespace) for prefix, namespace in _PREFIXES.items()}
    return {"@context": {"@version": 1.1, **prefixes, **_FOREIGN, **dict(sorted(terms.items()))}}


def json_context_text(vocabulary: Graph) -> bytes:
    """Return the context as the bytes of ``context.jsonld``; its address is ``https://w3id.org/rsnms/context``."""
    return (json.dumps(json_context(vocabulary), ensure_ascii=False, indent=1) + "\n").encode()


def context_address() -> str:
    """Return the IRI under which the context is to be published."""
    return f"{BASE}context"


def _definition(vocabulary: Graph, term: URIRef, kind: URIRef) -> str | dict[str, str]:
    name = f"rsnms:{term.removeprefix(RSNMS)}"
    coerced = _coerced(vocabulary, term, kind)
    return {"@id": name, "@type": coerced} if coerced else name


def _coerced(vocabulary: Graph, term: URIRef, kind: URIRef) -> str | None:
    """The type that values are given where JSON does not tell it."""
    if kind == OWL.Class:
        return None
    if kind == OWL.ObjectProperty:
        return "@id"
    stated = set(vocabulary.objects(term, RANGE_INCLUDES)) or set(vocabulary.objects(term, RDFS.range))
    datatypes = {str(value) for value in stated if str(value).startswith(str(XSD)) or value in _PLAIN}
    if not datatypes:
        return "@id"  # an annotation that leads to a thing
    typed = sorted(datatypes - {str(plain) for plain in _PLAIN})
    return f"xsd:{typed[0].removeprefix(str(XSD))}" if len(typed) == 1 else None
