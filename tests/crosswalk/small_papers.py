"""Small papers as graphs: the norms of an agreement or a regulation, one line each."""

from __future__ import annotations

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from rsnms_kg.knowledge.terms import RSNMS, code

HERE = "https://example.org/"


def paper(name: str, kind: str, norms: list[tuple[str, str]], levels: dict[str, str] | None = None) -> Graph:
    """A graph of norms, each with its bearer: the role of a party, or the name of a subject with its level."""
    graph = Graph()
    for order, (bearer, words) in enumerate(norms, start=1):
        one = URIRef(f"{HERE}{name}/bearer/{bearer.replace(' ', '-')}")
        norm = URIRef(f"{HERE}{name}/{order}")
        graph.add((one, RSNMS.name, Literal(bearer)))
        if kind == "Obligation":
            graph.add((one, RSNMS.role, URIRef(code("role", bearer))))
        elif levels:
            graph.add((one, RSNMS.level, URIRef(code("level", levels[bearer]))))
        graph.add((norm, RDF.type, RSNMS[kind]))
        graph.add((norm, RSNMS.clauseLabel, Literal(str(order))))
        graph.add((norm, RSNMS.order, Literal(order)))
        graph.add((norm, RSNMS.quote, Literal(words)))
        graph.add((norm, RSNMS.start, Literal(order * 1000)))
        graph.add((norm, RSNMS.end, Literal(order * 1000 + len(words))))
        if kind not in ("Task", "Goal"):
            graph.add((norm, RSNMS.bearer, one))
    return graph


def agreement(*norms: tuple[str, str]) -> Graph:
    return paper("agreement", "Obligation", list(norms))


def regulation(*norms: tuple[str, str], name: str = "regulation", kind: str = "Function") -> Graph:
    return paper(name, kind, list(norms))
