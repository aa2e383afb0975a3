"""Every foreign term that the alignments name exists in its vocabulary."""

from __future__ import annotations

import pytest
from rdflib import URIRef
from rdflib.namespace import DCTERMS, ODRL2, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SH, SKOS, TIME

from ontology.graphs import files
from rsnms_kg.knowledge.terms import BASE

ALIGNMENTS = files("alignments.ttl")
# rdflib has the names of these vocabularies.
CLOSED = (DCTERMS, ODRL2, ORG, PROV, QB, SDO, SH, SKOS, TIME)
# It has none of these: the names in use, each looked up in what the vocabulary's publisher or its users print.
LISTED = {
    "http://data.europa.eu/eli/ontology#": """
        AdministrativeArea LegalExpression LegalResource LegalResourceSubdivision amended_by amends based_on
        changed_by changes cites commences date_document date_no_longer_in_force first_date_entry_in_force
        has_part in_force is_part_of number passed_by realizes repeals type_document version_date""",
    "http://data.europa.eu/m8g/": "Channel Evidence EvidenceType PublicOrganisation Requirement hasCompetentAuthority",
    "http://purl.org/linked-data/sdmx/2009/dimension#": "refArea refPeriod",
    "http://purl.org/linked-data/sdmx/2009/measure#": "obsValue",
    "http://purl.org/vocab/cpsv#": "PublicService Rule implements",
    "http://www.w3.org/ns/oa#": "end exact start",
    "https://w3id.org/dpv#": """
        ComplianceUnknown Compliant NonCompliant ObligationFulfilled ObligationUnfulfilled ObligationViolated""",
}
NEEDED = {
    "org#", "eli/ontology#", "skos/core#", "prov#", "dc/terms/", "2006/time#", "odrl/2/", "dpv#", "cube#",
    "cpsv#", "m8g/",
}  # fmt: skip


def foreign() -> set[URIRef]:
    """The terms of others, without those of the languages that the file is written in."""
    languages = (str(OWL), str(RDF), str(RDFS), BASE, "https://creativecommons.org/")
    nodes = {node for triple in ALIGNMENTS for node in triple if isinstance(node, URIRef)}
    return {node for node in nodes if not str(node).startswith(languages)}


@pytest.mark.parametrize("term", sorted(foreign()))
def test_a_foreign_term_exists(term: URIRef) -> None:
    for namespace in CLOSED:
        if term.startswith(str(namespace)):
            assert term in namespace
            return
    (namespace,) = (namespace for namespace in LISTED if term.startswith(namespace))
    assert term.removeprefix(namespace) in LISTED[namespace].split()


def test_every_vocabulary_that_is_worth_aligning_with_is_there() -> None:
    assert sorted(tail for tail in NEEDED if not any(tail in term for term in foreign())) == []


def test_codes_that_are_aligned_are_codes_of_ours() -> None:
    aligned = {subject for subject in ALIGNMENTS.subjects() if str(subject).startswith(f"{BASE}code/")}
    assert aligned and aligned <= set(files("codes/*.ttl").subjects(RDF.type, SKOS.Concept))
