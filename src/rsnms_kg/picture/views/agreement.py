"""The view ``agreement``: parties, their obligations, and the functions that these realise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.graph.force import on_day
from rsnms_kg.knowledge.act_names import act_name, act_title
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.captions import TITLES, on_paper
from rsnms_kg.picture.naming import day, instances
from rsnms_kg.picture.network import Subject, network, nothing_to_draw
from rsnms_kg.picture.views.pairing import add_pair, add_side, compared, foreign

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_OTHER = Bilingual("Обязательства вне функций положения", "Obligations beyond the functions of the regulation")
_LEFT = Bilingual("Обязательства, которые осуществляют функции", "Obligations that realise functions")
_RIGHT = Bilingual("Функции", "Functions")


def agreement(source: Subject) -> MultiDiGraph:
    """Return the obligations of an agreement by party, and those functions of the regulation that they realise.

    Edges of kind ``realises`` bear ``relation`` (said of the obligation), ``score`` and ``shift``.

    :raises UsageError: when there is no agreement, or no obligation in it.
    """
    graph, language = source.paper, source.language
    acts = instances(graph, "Agreement")
    if not acts or not instances(graph, "Obligation"):
        raise nothing_to_draw(
            Bilingual("здесь нет соглашения с обязательствами", "there is no agreement with obligations here"),
            Bilingual("Дайте соглашение: rsnms draw agreement соглашение.docx -o рисунок.svg",
                      "Give an agreement: rsnms draw agreement agreement.docx -o picture.svg"),
        )  # fmt: skip
    named = act_name(graph, acts[0], "Agreement", language)
    comparison = compared(graph, source.regulation, (named, "regulation"))
    notes = [_in_force(graph, acts[0], source), foreign(graph, source.regulation, language)]
    title = f"{TITLES['agreement'](language)}: {act_name(graph, acts[0], 'Agreement', language)}"
    view = network("agreement", language, title, " ".join(filter(None, notes)))
    pairs = [pair for pair in comparison.pairs if pair.realises and pair.right.kind in ("function", "norm")]
    realised = {pair.right.iri for pair in pairs}
    doing = {pair.left.iri for pair in pairs}
    own = [norm for norm in comparison.left if norm.binding]
    add_side(view, graph, [norm for norm in own if norm.iri not in doing], "other", _OTHER(language))
    lefts = add_side(view, graph, [norm for norm in own if norm.iri in doing], "left", _LEFT(language))
    regulation = act_title(source.regulation, language, "Regulation", "Order")
    caption = f"{_RIGHT(language)}: {regulation}" if regulation else _RIGHT(language)
    given = [norm for norm in comparison.right if norm.iri in realised]
    rights = add_side(view, source.regulation, given, "right", caption)
    for pair in pairs:
        if pair.left.iri in lefts:
            add_pair(view, (graph, source.regulation), pair, (lefts[pair.left.iri], rights[pair.right.iri]))
    return view


def _in_force(graph: Graph, act: Node, source: Subject) -> str:
    """Since when and until when the agreement is in force, or whether it is on a day."""
    since, until, open_day = (day(graph, act, term) for term in ("inForceFrom", "inForceUntil", "openDay"))
    said = Bilingual(
        f"Действует с {on_paper(since)}" if since else "",
        f"In force from {on_paper(since)}" if since else "",
    )
    end = open_day or until
    if said.ru and end:
        said = Bilingual(
            f"{said.ru} {'до' if open_day else 'по'} {on_paper(end)}",
            f"{said.en} to {on_paper(end)}{', that day excluded' if open_day else ''}",
        )
    text = said(source.language) + ("." if said.ru else "")
    if source.as_of is None:
        return text
    holds = on_day(graph, source.as_of).value(act, RSNMS.inForce)
    told = {"true": Bilingual("действует", "in force"), "false": Bilingual("не действует", "not in force")}
    words = told.get(str(holds).lower(), Bilingual("из текста не ясно, действует ли", "the text does not tell"))
    on = Bilingual("На", "On")(source.language)
    return f"{text} {on} {on_paper(source.as_of)}: {words(source.language)}.".strip()
