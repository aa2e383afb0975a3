"""What a message can say of a fact besides its properties: where it stands, which words of it are wrong.

Each is a place of templates; it returns its values as a path of properties does, none where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.places import where

_CLOSING = "»"
_MARKS = {
    _CLOSING: Bilingual("закрывающую кавычку", "the closing mark"),
    "«": Bilingual("открывающую кавычку", "the opening mark"),
}
_ENDS = {_CLOSING: Bilingual("кончается", "ends"), "«": Bilingual("начинается", "begins")}


def _where(graph: Graph, fact: Node, language: str) -> list[str]:
    return [where(str(label), language) for label in graph.objects(fact, RSNMS.clauseLabel)]


def _slip(graph: Graph, fact: Node, language: str) -> list[str]:
    """Of a short form that is written otherwise than declared the words in capitals, without a noun before them."""
    return _apart(graph, fact)[:1]


def _due_form(graph: Graph, fact: Node, language: str) -> list[str]:
    return _apart(graph, fact)[1:]


def _apart(graph: Graph, fact: Node) -> list[str]:
    """What stands and what is meant; the noun beside a short form has the case that the sentence wants."""
    printed, meant = graph.value(fact, RSNMS.shortForm), graph.value(fact, RSNMS.meant)
    if printed is None or meant is None:
        return []
    capitals = [" ".join(word for word in str(form).split() if word.isupper()) for form in (printed, meant)]
    return capitals if all(capitals) and capitals[0] != capitals[1] else [str(printed), str(meant)]


def _unquoted(graph: Graph, fact: Node, language: str) -> list[str]:
    """The words beside a lone quotation mark, without it."""
    return [str(words).strip("«» ") for words in graph.objects(fact, RSNMS.words)]


def _of_mark(told: dict[str, Bilingual]) -> Callable[[Graph, Node, str], list[str]]:
    def find(graph: Graph, fact: Node, language: str) -> list[str]:
        return [told[str(mark)](language) for mark in graph.objects(fact, RSNMS.missingMark) if str(mark) in told]

    return find


DERIVED: dict[str, Callable[[Graph, Node, str], list[str]]] = {
    "where": _where,
    "slip": _slip,
    "dueForm": _due_form,
    "unquoted": _unquoted,
    "lackingMark": _of_mark(_MARKS),
    "lackingEnd": _of_mark(_ENDS),
}
