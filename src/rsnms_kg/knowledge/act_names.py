"""What people call an act: «Соглашение от 15.09.2021 № 1-с/2021», “Regulation of 22.07.2021 No. 963”."""

from __future__ import annotations

from datetime import date

from rdflib import Graph, Literal
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.russian.typography import NBSP, one_line

_ACTS = {
    "Agreement": Bilingual("Соглашение", "Agreement"),
    "Order": Bilingual("Приказ", "Order"),
    "Roadmap": Bilingual("Дорожная карта", "Roadmap"),
    "Regulation": Bilingual("Положение", "Regulation"),
    "RegionalSystem": Bilingual("Система региона", "The system of a region"),
}
# What a graph is of, where it has several kinds of acts: an order has its annexes in it.
_MAIN = ("Agreement", "RegionalSystem", "Order", "Regulation", "Roadmap")
_CITED = ("Regulation", "Order")
_LONGEST_CITED = 80


def act_name(graph: Graph, act: Node, kind: str, language: str) -> str:
    """Return what people call an act: our label, or its kind with its day and number, or its printed title."""
    title = _text(graph, act, "title")
    said = (
        (one_line(str(label)), getattr(label, "language", None) or "ru") for label in graph.objects(act, RDFS.label)
    )
    # A paper that was read has the beginning of its title for a label, and an act is not called by that.
    labels = [label for label, tongue in said if tongue == language and label.rstrip("…") not in title]
    if labels:
        return min(labels)
    if kind == "Regulation" and title:
        first, _, rest = title.partition(" ")
        return f"{first.capitalize()} {rest}" if first.isupper() else title
    return _numbered(graph, act, kind, language) or title or _ACTS[kind](language)


def act_title(graph: Graph, language: str, *kinds: str) -> str:
    """Return the name of the only act of the first kind that the graph has one of; nothing if it is not clear."""
    for kind in kinds:
        acts = set(graph.subjects(RDF.type, RSNMS[kind]))
        if len(acts) == 1:
            return act_name(graph, acts.pop(), kind, language)
    return ""


def main_act_name(graph: Graph) -> Bilingual:
    """Return the name of the act, or of the system, that a graph is of; empty where that is not clear."""
    return Bilingual(act_title(graph, "ru", *_MAIN), act_title(graph, "en", *_MAIN))


def cited_name(graph: Graph) -> Bilingual:
    """Return what to call a regulation beside its clauses: a short name, its kind with its day and number else."""
    for kind in _CITED:
        acts = set(graph.subjects(RDF.type, RSNMS[kind]))
        if len(acts) == 1:
            act = acts.pop()
            return Bilingual(*(_short_name(graph, act, kind, language) for language in ("ru", "en")))
    return Bilingual("", "")


def _short_name(graph: Graph, act: Node, kind: str, language: str) -> str:
    name = act_name(graph, act, kind, language)
    if len(name) <= _LONGEST_CITED and (language == "ru" or name != act_name(graph, act, kind, "ru")):
        return name
    return _numbered(graph, act, kind, language) or _ACTS[kind](language)


def _numbered(graph: Graph, act: Node, kind: str, language: str) -> str:
    """The kind of an act with its day and number; nothing where it has neither."""
    days = (value.toPython() for value in graph.objects(act, RSNMS.date) if isinstance(value, Literal))
    issued = min((day for day in days if isinstance(day, date)), default=None)
    number = _text(graph, act, "number")
    if not issued and not number:
        return ""
    told = _ACTS[kind](language)
    if issued:
        told += f"{' of ' if language == 'en' else ' от '}{issued:%d.%m.%Y}"
    if number:
        told += f" {'No.' if language == 'en' else '№'}{NBSP}{number}"
    return told


def _text(graph: Graph, node: Node, term: str) -> str:
    return ", ".join(sorted({one_line(str(value)) for value in graph.objects(node, RSNMS[term])}))
