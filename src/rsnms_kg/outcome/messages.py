"""Templates of messages, filled from the facts that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.demands import Demand
from rsnms_kg.knowledge.lexicon import label as code_label
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.terms import CODE, RSNMS

_PLACE = re.compile(r"\{([A-Za-z]+(?:\.[A-Za-z]+)*(?:\|[A-Za-z]+(?:\.[A-Za-z]+)*)*)\}")
_LONGEST = 160
_NOTHING = "–"


def fill(template: str, graph: Graph, focus: Node, given: Mapping[str, str | Bilingual], language: str = "ru") -> str:
    """Fill the places of a template.

    A place is a name that the check has given, or a path of properties from the focus node:
    ``{parentClause.number}`` is the ``rsnms:number`` of its ``rsnms:parentClause``; of ``{post|signatory}``
    the first that is there. Dates are shown as
    people write them, codes by their labels, long words cut short.
    """

    def value(match: re.Match[str]) -> str:
        for path in match[1].split("|"):
            told = given.get(path)
            if told is not None:
                return told if isinstance(told, str) else told(language)
            found = ", ".join(_shown(graph, node, language) for node in _follow(graph, focus, path.split(".")))
            if found:
                return found
        return _NOTHING

    # What fills the last place may end in a stop or a cut itself.
    return _PLACE.sub(value, template).replace("..", ".").replace("….", "…")


def demand_texts(regulation: RegulationData, demand: Demand) -> dict[str, str | Bilingual]:
    """Return what the templates of a requirement can say of a demand: ``{demand}``, ``{demandClause}`` and others."""
    clause = regulation.clause(URIRef(demand.source)) or _NOTHING
    title = regulation.title(URIRef(demand.source))
    told: dict[str, str | Bilingual] = {
        "demand": title if title.ru else Bilingual(f"пункт {clause}", f"clause {clause}"),
        "demandClause": clause,
    }
    if demand.due is not None:
        told["demandDue"] = show_date(demand.due)
    named = [title for title in (regulation.title(URIRef(value)) for value in demand.values) if title.ru]
    if named:
        told["demandValue"] = Bilingual(*("; ".join(title(language) for title in named) for language in ("ru", "en")))
    return told


def show_date(day: date) -> str:
    """Return a date as people write it: 15.09.2021."""
    return day.strftime("%d.%m.%Y")


def short(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` on one line, cut at a word if it is long."""
    line = " ".join(text.replace("*", "").split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _follow(graph: Graph, focus: Node, path: list[str]) -> list[Node]:
    nodes = [focus]
    for name in path:
        predicate = DCTERMS.isPartOf if name == "isPartOf" else RSNMS[name]
        nodes = [value for node in nodes for value in sorted(graph.objects(node, predicate), key=_natural)]
    return nodes


def _natural(node: Node) -> list[tuple[int, str]]:
    """Order 2.3.7 before 2.3.13: figures by how many there are, then one by one."""
    return [(len(piece) if piece.isdigit() else 0, piece) for piece in re.split(r"(\d+)", str(node))]


def _shown(graph: Graph, node: Node, language: str) -> str:
    if isinstance(node, Literal):
        day = node.toPython()
        return show_date(day) if isinstance(day, date) else short(str(node))
    if isinstance(node, URIRef) and node.startswith(CODE):
        scheme, notation = node[len(CODE) :].split("/", 1)
        return code_label(scheme, notation)(language)
    name = graph.value(node, RSNMS.name) or graph.value(node, RDFS.label)
    return short(str(name)) if name is not None else str(node)
