"""The acts that a paper cites, as things of their own: one node for an act, wherever it is cited, and its editions."""

from __future__ import annotations

import re

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.identity import region_of
from rsnms_kg.facts.model import ActCitation
from rsnms_kg.knowledge.lexicon import label
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.russian.phrases import nominative

_DECLARED = re.compile(r"\s*\((?:далее|в\s+дальнейшем)[^)]*\)?$")


def add_acts(facts: Facts, graph: Graph) -> None:
    """Add a node for every act that is cited, and for every edition that a citation tells of.

    Of two citations of one act the first says what the act is called. An edition is known by the day of
    the change; its IRI is that of the act with ``/edition/`` and the day below it.
    """
    citations = {fact.key: fact for fact in facts.of(ActCitation)}
    for fact in citations.values():
        _add_act(graph, fact)
        changed = citations.get(fact.amends) if fact.amends is not None else None
        if changed is not None:
            _add_edition(graph, changed, fact)


def _add_act(graph: Graph, fact: ActCitation) -> None:
    act = URIRef(fact.act)
    graph.add((act, RDF.type, RSNMS.CitedAct))
    region = region_of(fact.issuer) if fact.issuer else None
    told: dict[str, URIRef | Literal | None] = {
        "actType": URIRef(code(fact.act_type.scheme, fact.act_type.notation)) if fact.act_type else None,
        "issuer": Literal(nominative(_DECLARED.sub("", fact.issuer), singular=True)) if fact.issuer else None,
        "region": URIRef(code(region.scheme, region.notation)) if region else None,
        "number": Literal(fact.number) if fact.number else None,
        "date": _day(fact),
        "title": Literal(fact.title) if fact.title else None,
    }
    for name, value in told.items():
        if value is not None and (act, RSNMS[name], None) not in graph:
            graph.add((act, RSNMS[name], value))
    if (act, RDFS.label, None) not in graph:
        for language in ("ru", "en"):
            graph.add((act, RDFS.label, Literal(_name(fact, language), lang=language)))


def _add_edition(graph: Graph, changed: ActCitation, by: ActCitation) -> None:
    graph.add((URIRef(changed.act), RSNMS.amendedBy, URIRef(by.act)))
    if by.date is None:
        return
    edition = URIRef(f"{changed.act}/edition/{by.date.isoformat()}")
    graph.add((edition, RDF.type, RSNMS.Edition))
    graph.add((edition, RSNMS.editionOf, URIRef(changed.act)))
    graph.add((edition, RSNMS.madeBy, URIRef(by.act)))
    graph.add((edition, RSNMS.date, Literal(by.date.isoformat(), datatype=XSD.date)))
    if (edition, RSNMS.clauseLabel, None) not in graph:  # the first place that tells of it
        graph.add((edition, RSNMS.clauseLabel, Literal(by.clause_label)))
    day = f"{by.date:%d.%m.%Y}"
    graph.add((edition, RDFS.label, Literal(f"{_name(changed, 'ru')} в редакции от {day}", lang="ru")))
    graph.add((edition, RDFS.label, Literal(f"{_name(changed, 'en')}, edition of {by.date}", lang="en")))


def _name(fact: ActCitation, language: str) -> str:
    """How an act is called: its type, date and number, or its type and title."""
    kind = (
        label("act-type", fact.act_type.notation)(language) if fact.act_type else {"ru": "акт", "en": "act"}[language]
    )
    if language == "ru":
        day = f" от {fact.date:%d.%m.%Y}" if fact.date else ""
        number = f" № {fact.number}" if fact.number else ""
        title = f" «{fact.title}»" if fact.title and not number else ""
    else:
        day = f" of {fact.date}" if fact.date else ""
        number = f" No. {fact.number}" if fact.number else ""
        title = f" “{fact.title}”" if fact.title and not number else ""
    return f"{kind}{day}{number}{title}"


def _day(fact: ActCitation) -> Literal | None:
    return Literal(fact.date.isoformat(), datatype=XSD.date) if fact.date else None
