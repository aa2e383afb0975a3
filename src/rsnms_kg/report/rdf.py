"""The report as RDF: a SHACL validation report whose results are findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SH, SKOS, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.requirements import SEVERITIES
from rsnms_kg.knowledge.terms import CODE, REQUIREMENT, RSNMS, bind
from rsnms_kg.outcome.findings import Finding

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

_SEVERITIES: dict[str, Node] = dict(zip(SEVERITIES, (SH.Violation, SH.Warning, SH.Info), strict=True))


def report_as_turtle(report: Report, language: str = "ru") -> str:
    """Return a report as Turtle; both languages are in it, so ``language`` changes nothing."""
    return str(report_as_graph(report).serialize(format="turtle"))


def report_as_graph(report: Report) -> Graph:
    """Return a report as a graph: one ``sh:ValidationReport`` for each document that was read."""
    graph = Graph()
    bind(graph)
    graph.bind("sh", SH)
    for ordinal, document in enumerate(report.documents, start=1):
        if document.readable:
            _add_document(graph, report, document, URIRef(f"{document.iri or f'urn:rsnms:document:{ordinal}'}/report"))
    return graph


def _add_document(graph: Graph, report: Report, document: DocumentReport, node: URIRef) -> None:
    graph.add((node, RDF.type, SH.ValidationReport))
    graph.add((node, SH.conforms, Literal(document.outcome.conforms)))
    graph.add((node, DCTERMS.conformsTo, Literal(report.regulation)))
    if document.title:
        graph.add((node, DCTERMS.title, Literal(document.title, lang="ru")))
    if report.as_of is not None:
        graph.add((node, RSNMS.asOf, Literal(report.as_of.isoformat(), datatype=XSD.date)))
    for status in document.outcome.statuses:
        told = URIRef(f"{node}/{status.requirement.id}")
        graph.add((node, RSNMS.hasStatus, told))
        graph.add((told, RDF.type, RSNMS.RequirementStatus))
        graph.add((told, RSNMS.requirement, REQUIREMENT[status.requirement.id]))
        graph.add((told, RSNMS.status, URIRef(f"{CODE}status/{status.status}")))
    count: Counter[str] = Counter()
    for finding in document.outcome.findings:
        count[finding.requirement.id] += 1
        result = URIRef(f"{node}/{finding.requirement.id}/{count[finding.requirement.id]}")
        graph.add((node, SH.result, result))
        _add_finding(graph, result, finding)


def _add_finding(graph: Graph, result: URIRef, finding: Finding) -> None:
    graph.add((result, RDF.type, SH.ValidationResult))
    graph.add((result, RDF.type, RSNMS.Finding))
    graph.add((result, RSNMS.requirement, REQUIREMENT[finding.requirement.id]))
    graph.add((result, SH.focusNode, URIRef(finding.focus)))
    graph.add((result, SH.resultSeverity, _SEVERITIES[finding.severity]))
    for language in ("ru", "en"):
        graph.add((result, SH.resultMessage, Literal(finding.text(language), lang=language)))
        graph.add((result, RSNMS.remedy, Literal(finding.suggestion(language), lang=language)))
        for name, said in (("expected", finding.expected_text), ("actual", finding.actual_text)):
            if said(language):
                graph.add((result, RSNMS[name], Literal(said(language), lang=language)))
    for name, text in (("clauseLabel", finding.clause), ("quote", finding.quote)):
        if text:
            graph.add((result, RSNMS[name], Literal(text)))
    if finding.quote:
        graph.add((result, RSNMS.start, Literal(finding.span[0])))
        graph.add((result, RSNMS.end, Literal(finding.span[1])))
    for ground in finding.basis:
        graph.add((result, SKOS.note, Literal(f"{ground.act}, {ground.clause}")))
