"""The report as RDF: results, statuses, and where they come from."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SH

import rsnms_kg as rk
from report.hostile import hostile_report
from rsnms_kg import __version__
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.report.rdf import SPDX, report_as_graph
from rsnms_kg.resources import data_folder

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPER = EXAMPLES / "agreement.txt"


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check([PAPER, "папка/нет.txt"], as_of=date(2021, 9, 10))


@pytest.fixture(scope="module")
def graph(report: rk.Report) -> Graph:
    return Graph().parse(data=report.render("ttl"), format="turtle")


def test_every_finding_is_a_result_and_every_requirement_has_its_status(report: rk.Report, graph: Graph) -> None:
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    document = report.documents[0]
    assert len(list(graph.objects(node, SH.result))) == len(document.outcome.findings)
    assert len(list(graph.objects(node, RSNMS.hasStatus))) == len(document.outcome.statuses)
    assert (node, SH.conforms, Literal(False)) in graph


def test_the_check_used_the_file_by_its_digest_and_the_regulation_and_was_done_by_this_version(graph: Graph) -> None:
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    activity = graph.value(node, PROV.wasGeneratedBy)
    sha256 = hashlib.sha256(PAPER.read_bytes()).hexdigest()
    file = URIRef(f"urn:sha256:{sha256}")
    assert str(graph.value(graph.value(file, SPDX.checksum), SPDX.checksumValue)) == sha256
    (regulation,) = set(graph.objects(activity, PROV.used)) - {file}
    assert str(graph.value(regulation, DCTERMS.identifier)) == "kaluga-963-2021"
    assert graph.value(graph.value(regulation, DCTERMS.isFormatOf), RSNMS.date).toPython() == date(2021, 7, 22)
    agent = graph.value(activity, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.SoftwareAgent) in graph
    assert str(graph.value(agent, DCTERMS.hasVersion)) == __version__


def test_a_regulation_from_a_file_has_the_digest_of_the_file() -> None:
    order = EXAMPLES / "order.txt"
    graph = report_as_graph(rk.check(PAPER, regulation=order))
    sha256 = hashlib.sha256(order.read_bytes()).hexdigest()
    assert (URIRef(f"urn:sha256:{sha256}"), RDF.type, PROV.Entity) in graph
    assert (None, PROV.used, URIRef(f"urn:sha256:{sha256}")) in graph


def test_no_folder_of_this_machine_is_told_and_no_clock(report: rk.Report, graph: Graph) -> None:
    assert {str(name) for name in graph.objects(None, DCTERMS.title)} >= {"agreement.txt", "нет.txt"}
    text = report.render("ttl")
    assert str(EXAMPLES) not in text and "папка" not in text
    assert not {PROV.startedAtTime, PROV.endedAtTime, PROV.generatedAtTime} & set(graph.predicates())
    assert text == report.render("ttl")


def test_a_paper_that_was_not_read_has_a_check_that_says_why(graph: Graph) -> None:
    (activity,) = (
        node for node in graph.subjects(RDF.type, PROV.Activity) if not list(graph.subjects(PROV.wasGeneratedBy, node))
    )
    assert {text.language for text in graph.objects(activity, RDFS.comment)} == {"ru", "en"}


def test_a_finding_keeps_its_name_when_others_go_away(report: rk.Report, graph: Graph) -> None:
    document = report.documents[0]
    fewer = replace(document, outcome=replace(document.outcome, findings=document.outcome.findings[1:]))
    left = report_as_graph(replace(report, documents=(fewer,)))
    names = set(left.subjects(RDF.type, SH.ValidationResult))
    assert names < set(graph.subjects(RDF.type, SH.ValidationResult)) and len(names) == len(fewer.outcome.findings)


def test_two_editions_of_one_act_have_two_reports() -> None:
    graph = report_as_graph(rk.check([PAPER, PAPER]))
    assert len(set(graph.subjects(RDF.type, SH.ValidationReport))) == 2
    results = [len(list(graph.objects(node, SH.result))) for node in graph.subjects(RDF.type, SH.ValidationReport)]
    assert results[0] == results[1] > 0


def test_our_terms_are_in_the_ontology_and_fit_a_finding(graph: Graph) -> None:
    ontology = Graph().parse(data_folder("ontology") / "rsnms.ttl")
    disjoint = set(ontology.objects(RSNMS.Finding, OWL.disjointWith)) | set(
        ontology.subjects(OWL.disjointWith, RSNMS.Finding)
    )
    for finding in graph.subjects(RDF.type, RSNMS.Finding):
        for term in graph.predicates(finding):
            if str(term).startswith(str(RSNMS)):
                assert (term, RDF.type, None) in ontology, term
                assert disjoint.isdisjoint(ontology.objects(term, RDFS.domain)), (
                    f"{term} makes a finding something else"
                )


def test_hostile_words_make_a_file_that_another_parser_reads() -> None:
    report = hostile_report()
    quads = list(pyoxigraph.parse(report.rendered("ttl"), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(quads) == len(report_as_graph(report)) > 100
