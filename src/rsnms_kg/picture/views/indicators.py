"""The view ``indicators``: what is to be reached in each period, and what was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.act_names import act_title
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.bases import bare_share
from rsnms_kg.picture.captions import TITLES
from rsnms_kg.picture.naming import by_numbers, clause, instances, name, number, ordered, rank, text
from rsnms_kg.picture.network import Subject, add, network, nothing_to_draw
from rsnms_kg.russian.typography import one_line

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_BAND = Bilingual("Показатели", "Indicators")
_OPEN = Bilingual(" и далее", " and on")
_REACHED = Bilingual("достигнуто", "reached")
BARE = Bilingual("знака\N{NO-BREAK SPACE}% нет", "no % sign")
_WORDS = {"target": Bilingual("не менее", "at least"), "observation": _REACHED}


def indicators(source: Subject) -> MultiDiGraph:
    """Return the indicators of an agreement or a regulation with their targets by period.

    Targets are nodes with ``share`` (per cent), ``count``, ``period``, ``period_start``; so are
    observations of a system (kind ``observation``), drawn beside the targets. A share that lacks the sign
    that others of its table have is told by ``bare``, as printed: nobody knows what it is a part of.

    :raises UsageError: when there are neither targets nor observations.
    """
    paper, language = source.paper, source.language
    values = instances(paper, "Target") + instances(paper, "Observation")
    if not values:
        raise nothing_to_draw(
            Bilingual("здесь нет ни целей, ни достигнутых значений показателей",
                      "there are neither targets nor observations of indicators here"),
            Bilingual("Дайте соглашение с приложением о показателях или положение с целями по годам.",
                      "Give an agreement with an annex of indicators, or a regulation with targets by year."),
        )  # fmt: skip
    title = act_title(paper, language, "Agreement", "RegionalSystem", "Regulation", "Order")
    heading = TITLES["indicators"](language)
    view = network("indicators", language, f"{heading}: {title}" if title else heading)
    owners: dict[Node, list[Node]] = {}
    for value in values:
        for owner in ordered({*paper.objects(value, RSNMS.indicator), *paper.objects(value, RSNMS.ofIndicator)}):
            owners.setdefault(owner, []).append(value)
    for owner in sorted(owners, key=lambda one: _place(paper, source.regulation, one)):
        about = paper if (owner, None, None) in paper else source.regulation
        key = add(
            view, owner, "indicator", label=_label(about, owner, language), clause=clause(about, owner),
            number=text(about, owner, "number"), text=text(about, owner, "name", "quote"),
            band="indicators", band_label=_BAND(language),
        )  # fmt: skip
        for value in sorted(owners[owner], key=lambda one: (number(paper, one, "periodStart") or 0, str(one))):
            _add(view, paper, value, key, language)
    return view


def _place(paper: Graph, regulation: Graph, owner: Node) -> tuple[Any, ...]:
    graph = paper if (owner, None, None) in paper else regulation
    return (rank(graph, owner)[0], by_numbers(text(graph, owner, "number")), str(owner))


def _label(graph: Graph, owner: Node, language: str) -> str:
    """The printed name where a label of ours was cut."""
    label = name(graph, owner, language)
    return text(graph, owner, "name") or label if label.endswith("…") else label


def _add(view: MultiDiGraph, graph: Graph, value: Node, owner: str, language: str) -> None:
    kind = "observation" if (value, RSNMS.ofIndicator, None) in graph else "target"
    share, count, start, end = (number(graph, value, term) for term in ("share", "count", "periodStart", "periodEnd"))
    open_period = text(graph, value, "openPeriod") == "true"
    period = _period(start, end, open_period, language) or text(graph, value, "period")
    bare = text(graph, value, "shareWords") if bare_share(graph, value) else ""
    said = told(share, count, language, bare)
    words = one_line(f"{_WORDS[kind](language)} {said}")
    node = add(
        view, value, kind, label=f"{period}: {words}", clause=clause(graph, value), text=text(graph, value, "quote"),
        within=owner, bearer=owner, band="indicators", band_label=_BAND(language), period=period,
    )  # fmt: skip
    for term, value_of in (("share", share), ("count", count), ("period_start", start), ("period_end", end)):
        if value_of is not None:
            view.nodes[node][term] = int(value_of) if term.startswith("period") else value_of
    if bare:
        view.nodes[node]["bare"] = bare
    view.add_edge(owner, node, key="target", kind="target", label="", clause="")


def _period(start: float | None, end: float | None, open_period: bool, language: str) -> str:
    if start is None:
        return ""
    if open_period or end is None:
        return f"{int(start)}{_OPEN(language)}"
    return f"{int(start)}" if start == end else f"{int(start)}–{int(end)}"


def told(share: float | None, count: float | None, language: str, bare: str = "") -> str:
    """Return a share and a count as people write them: ``40,5 % · 18``, in English ``40.5% · 18``.

    A share that is printed without its sign is given in ``bare``, and is said to lack it: ``3, знака % нет``.
    """
    per_cent = "%" if language == "en" else "\N{NO-BREAK SPACE}%"
    said = [written(share, language) + per_cent] if share is not None else []
    if bare:
        said = [f"{bare}, {BARE(language)}"]
    return " · ".join([*said, *([written(count, language)] if count is not None else [])])


def written(value: float, language: str) -> str:
    """Return a number as people write it: without a zero after the point, in Russian with a comma."""
    said = str(int(value)) if value.is_integer() else f"{value:.10g}"
    return said if language == "en" else said.replace(".", ",")
