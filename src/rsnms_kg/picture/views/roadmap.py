"""The view ``roadmap``: what is due when, who answers for it, and how it stands on a day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.act_names import act_title
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.captions import STATUSES, TITLES, on_paper, sentence
from rsnms_kg.picture.lines import shortened
from rsnms_kg.picture.naming import clause, day, instances, name, region, text, words
from rsnms_kg.picture.network import Subject, add, network, nothing_to_draw
from rsnms_kg.picture.views.responsible import Responsible

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_NO_DATE = Bilingual("Без точной даты", "Without a date")
_RESULT = 240
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


def roadmap(source: Subject) -> MultiDiGraph:
    """Return the measures of a roadmap by date, each with its responsible, its result and its status.

    ``responsible`` is as printed, ``responsible_shown`` one name for one body, and the graph's
    ``abbreviations`` tell the long ones, a line each. The status is ``done`` or ``late`` where a completion
    is stated; otherwise, on the day of ``as_of``, ``overdue`` (where completions are stated at all),
    ``passed`` or ``ahead``. Edges of kind ``follows`` lead from a measure to the next one.

    :raises UsageError: when there are no measures.
    """
    paper, language = source.paper, source.language
    graph = paper if instances(paper, "Measure") else source.regulation
    measures = instances(graph, "Measure")
    own = graph is paper or bool(instances(paper, "MeasureCompletion") or instances(paper, "RegionalSystem"))
    if not measures or not own:
        raise nothing_to_draw(
            Bilingual("здесь нет дорожной карты с мероприятиями", "there is no roadmap with measures here"),
            Bilingual("Дайте приказ с дорожной картой.", "Give an order with a roadmap."),
        )
    titled = _titled(graph, language)
    title = titled if titled.lower().startswith(TITLES["roadmap"](language).lower()) else (
        f"{TITLES['roadmap'](language)}: {titled}" if titled else TITLES["roadmap"](language)
    )  # fmt: skip
    view = network("roadmap", language, title, _as_of(source.as_of, language))
    view.graph["as_of"] = source.as_of.isoformat() if source.as_of else ""
    completions = instances(paper, "MeasureCompletion")
    done = {measure: one for one in completions for measure in paper.objects(one, RSNMS.completes)}
    names = Responsible(graph, language)
    for measure in sorted(measures, key=lambda one: day(graph, one, "deadline") or date.max):
        _add(view, graph, measure, source.as_of, (paper, done.get(measure), bool(completions)))
        about, shown = view.nodes[str(measure)], names.shown(measure)
        about.update(responsible_shown=shown, note=" · ".join(filter(None, [about["deadline_words"], shown])))
    spelled: dict[str, str] = {}
    for _, shown in view.nodes(data="responsible_shown"):
        spelled |= names.spelled_out(shown)
    view.graph["abbreviations"] = "\n".join(f"{short} – {long}" for short, long in spelled.items())
    for measure in measures:
        for before in graph.objects(measure, RSNMS.previousMeasure):
            if str(before) in view:
                view.add_edge(str(before), str(measure), key="follows", kind="follows", label="", clause="")
    return view


def _titled(graph: Graph, language: str) -> str:
    """What the roadmap is called; where that is a number only, whose it is: the region, or else the regulation."""
    titled = act_title(graph, language, "Roadmap", "Regulation", "Order")
    told = act_title(graph, language, "Regulation")
    known = {concept.notation: concept.label(language) for concept in concepts("region")}
    whose = known.get(region(graph), "") or (told if told not in titled else "")
    numbered = not re.search(r"[А-Яа-яЁёA-Za-z]{3,}", re.sub(r"(?i)дорожная карта|roadmap", "", titled))
    return f"{titled} · {whose}" if whose and numbered else titled


def _add(
    view: MultiDiGraph, graph: Graph, measure: Node, as_of: date | None, completed: tuple[Graph, Node | None, bool]
) -> None:
    language = view.graph["language"]
    deadline = day(graph, measure, "deadline")
    shown, full = words(graph, measure, language)
    label = shown or name(graph, measure, language)
    month = f"{deadline:%Y-%m}" if deadline else "none"
    status = _status(deadline, as_of, *completed)
    when = on_paper(deadline) if deadline else text(graph, measure, "deadlineWords")
    paper, completion, _ = completed
    reached = day(paper, completion, "date") if completion is not None else None
    add(
        view, measure, "measure", label=label, text=text(graph, measure, "name") or full, clause=clause(graph, measure),
        band=month, band_label=_month(deadline, language), date=deadline.isoformat() if deadline else "",
        deadline_words=when, responsible=text(graph, measure, "responsible"),
        result=shortened(text(graph, measure, "result"), _RESULT), status=status,
        status_label=STATUSES[status](language) if status else "",
        completed=reached.isoformat() if reached else "",
        evidence=text(paper, completion, "evidence") if completion is not None else "",
    )  # fmt: skip


def _status(deadline: date | None, as_of: date | None, paper: Graph, done: Node | None, known: bool) -> str:
    reached = day(paper, done, "date") if done is not None else None
    if reached and (as_of is None or reached <= as_of):
        return "late" if deadline and reached > deadline else "done"
    if as_of is None or deadline is None:
        return ""
    if deadline < as_of:
        return "overdue" if known else "passed"
    return "ahead"


def _month(deadline: date | None, language: str) -> str:
    if deadline is None:
        return _NO_DATE(language)
    return f"{deadline:%m.%Y}" if language == "en" else sentence(f"{_MONTHS[deadline.month - 1]} {deadline.year}")


def _as_of(as_of: date | None, language: str) -> str:
    if as_of is None:
        return ""
    return f"Состояние на {on_paper(as_of)}." if language == "ru" else f"As of {on_paper(as_of)}."
