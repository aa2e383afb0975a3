"""The ontology as graphs, and a made-up region to try it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rdflib import Graph

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rsnms: <https://w3id.org/rsnms/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vs: <http://www.w3.org/2003/06/sw-vocab-status/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/region/> .
"""
# A made-up region, with at least one of every class and property of "the region as it is".
REGION = """
:system a rsnms:RegionalSystem ; rsnms:underRegulation :regulation ;
    rsnms:region <https://w3id.org/rsnms/code/region/tver> .
:regulation a rsnms:Regulation ; rsnms:inForce true ; rsnms:asOf "2024-01-01"^^xsd:date .
:district a rsnms:Municipality ; rsnms:name "Озёрный район" ; rsnms:partOfSystem :system .
:institute a rsnms:EducationalOrganisation ; rsnms:name "Институт развития образования" .
:centre a rsnms:Subject, rsnms:OrganisationalUnit ; rsnms:ofType :centreType ; rsnms:unitOf :institute ;
    rsnms:partOfSystem :system ; rsnms:level <https://w3id.org/rsnms/code/level/regional> ; rsnms:performs :training .
:service a rsnms:Subject ; rsnms:ofType :serviceType ; rsnms:inMunicipality :district ; rsnms:partOfSystem :system .
:ministry a rsnms:Subject, rsnms:Organisation ; rsnms:name "Министерство" ; rsnms:partOfSystem :system .
:centreType a rsnms:SubjectType . :serviceType a rsnms:SubjectType .
:training a rsnms:Function ; rsnms:bearer :centreType .
:order a rsnms:Order, rsnms:IssuedDocument ; rsnms:fulfils :instrument ; rsnms:number "7" ;
    rsnms:date "2023-02-01"^^xsd:date .
:instrument a rsnms:Instrument .
:done a rsnms:MeasureCompletion ; rsnms:completes :measure ; rsnms:evidence "приказ № 7" ;
    rsnms:date "2023-02-01"^^xsd:date .
:measure a rsnms:Measure .
:reached a rsnms:Observation ; rsnms:ofIndicator :row ; rsnms:inMunicipality :district ; rsnms:share 41.5 ;
    rsnms:count 12.0 ; rsnms:periodStart 2023 ; rsnms:periodEnd 2023 .
:row a rsnms:IndicatorRow .
:run a rsnms:MonitoringRun ; rsnms:underRule :rule ; rsnms:hasAnalysis true ; rsnms:hasRecommendations false .
:rule a rsnms:MonitoringRule .
:passport a rsnms:Passport ; rsnms:partOfSystem :system .
:staff a rsnms:PassportPart ; rsnms:partOfPassport :passport ; rsnms:suppliedBy :service ;
    rsnms:suppliedOn "2023-03-01"^^xsd:date ; rsnms:ofComponent :staffComponent .
:staffComponent a rsnms:Component .
:ecosystem a rsnms:DigitalEcosystem . :register a rsnms:EcosystemModule ; rsnms:moduleOf :ecosystem .
:route a rsnms:IndividualRoute ; rsnms:basedOn :diagnostics ; rsnms:addresses :deficit .
:diagnostics a rsnms:Diagnostics ; rsnms:reveals :deficit .
:deficit a rsnms:ProfessionalDeficit .
:duty a rsnms:Obligation ; rsnms:realises :training ; rsnms:realisesNarrowly :training ; rsnms:relatedTo :task .
:otherDuty a rsnms:Obligation ; rsnms:realisesIdentically :training ; rsnms:realisesBroadly :training ;
    rsnms:realisesPartly :training .
:task a rsnms:Task .
"""


def turtle(text: str) -> Graph:
    """Parse Turtle with the prefixes above."""
    return Graph().parse(data=PREFIXES + text, format="turtle")


def files(*patterns: str) -> Graph:
    """The union of the Turtle files of ``ontology/`` that fit patterns."""
    whole = Graph()
    for path in sorted(path for pattern in patterns for path in ONTOLOGY.glob(pattern)):
        whole.parse(data=path.read_bytes(), format="turtle")
    return whole


GRAPHS: dict[str, Callable[[], Graph]] = {
    "vocabulary": lambda: files("rsnms.ttl"),
    "with alignments": lambda: files("rsnms.ttl", "alignments.ttl"),
    "with regulations": lambda: files("rsnms.ttl", "regulations/*.ttl"),
    "with a region": lambda: files("rsnms.ttl", "alignments.ttl") + turtle(REGION),
}
