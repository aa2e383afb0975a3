"""The view ``coverage``: the structure with compliance laid over it: which functions somebody has taken on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.act_names import act_title
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.captions import RELATIONS, STATUSES, TITLES, cited, counted, in_papers, sentence, taken_on
from rsnms_kg.picture.naming import instances, name, ordered
from rsnms_kg.picture.network import Subject, network, nothing_to_draw, several
from rsnms_kg.picture.views.functions import add_subjects
from rsnms_kg.picture.views.pairing import bearer_name, compared, foreign
from rsnms_kg.picture.views.structure import no_subjects, subjects
from rsnms_kg.russian.typography import one_line

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_FULL = {"identical", "broader"}
_MANY = 2
_GIVE = Bilingual(
    "Дайте соглашение или несколько (и положение в --regulation): rsnms draw coverage соглашение.docx",
    "Give one agreement or several (and the regulation in --regulation): rsnms draw coverage agreement.docx",
)


@dataclass(frozen=True, slots=True)
class Taking:
    """That a paper gives a function to somebody: in full or in part, in these words."""

    function: str
    paper: int
    full: bool
    words: str


def coverage(source: Subject) -> MultiDiGraph:
    """Return the subjects and functions of the regulation, and what else binds them, each with its ``status``.

    ``covered``: every paper has it in full; ``some``: some papers have, but not all; ``part``: it is had in part
    only; ``open``: none has it. ``taken_in`` papers have it, ``taken_full`` of these in full.
    Papers are agreements, whose obligations realise functions, or systems, whose subjects perform them.

    :raises UsageError: when no agreement or system is given, or the regulation has no subjects.
    """
    graph, language = source.regulation, source.language
    members = subjects(graph)
    if not members:
        raise no_subjects(graph)
    papers = [paper for paper in source.papers if instances(paper, "Obligation") or instances(paper, "Subject")]
    if not papers:
        raise nothing_to_draw(
            Bilingual(
                "нужны соглашение или система региона, чтобы сравнить их с положением",
                "an agreement or the system of a region is needed to compare it with the regulation",
            ),
            _GIVE,
        )
    view = network("coverage", language, _title(source, papers), _note(source, papers))
    add_subjects(view, graph, language)
    takings: dict[str, list[Taking]] = {}
    for at, paper in enumerate(papers):
        for taking in (*_obligations(paper, at, source), *_performances(paper, at, language)):
            takings.setdefault(taking.function, []).append(taking)
    _judge(view, takings, len(papers))
    return view


def _title(source: Subject, papers: list[Graph]) -> str:
    language = source.language
    if len(papers) == 1:
        paper = act_title(papers[0], language, "Agreement", "RegionalSystem")
    else:
        paper = counted(len(papers), "papers", language)
    return f"{TITLES['coverage'](language)}: {paper}" if paper else TITLES["coverage"](language)


def _note(source: Subject, papers: list[Graph]) -> str:
    named = act_title(source.regulation, source.language, "Regulation", "Order")
    notes = dict.fromkeys(foreign(paper, source.regulation, source.language) for paper in papers)
    others = len(source.papers) - len(papers)
    left_out = Bilingual(f"Не соглашения и не системы, не учтены: {others}.",
                         f"Neither agreements nor systems, left out: {others}.")  # fmt: skip
    said = [f"{named}." if named else "", *notes, left_out(source.language) if others else ""]
    return " ".join(filter(None, said))


def _obligations(paper: Graph, at: int, source: Subject) -> Iterator[Taking]:
    """The functions that obligations realise."""
    if not instances(paper, "Obligation"):
        return
    language = source.language
    for pair in compared(paper, source.regulation, ("agreement", "regulation")).pairs:
        if pair.realises and pair.left.binding:
            said = [cited((pair.left.clause,), language), RELATIONS[pair.relation](language)]
            said.append(several(bearer_name(paper, one, language) for one in pair.left.bearers))
            words = one_line(" · ".join(filter(None, said)))
            yield Taking(pair.right.iri, at, pair.relation in _FULL, words)


def _performances(paper: Graph, at: int, language: str) -> Iterator[Taking]:
    """The functions that subjects of a system perform."""
    for member in instances(paper, "Subject"):
        for function in ordered(paper.objects(member, RSNMS.performs)):
            yield Taking(str(function), at, True, name(paper, member, language))


def _judge(view: MultiDiGraph, takings: dict[str, list[Taking]], papers: int) -> None:
    language = view.graph["language"]
    counts: dict[str, list[str]] = {}
    every: dict[str, str] = {}  # a function of several bearers counts once
    for key, about in view.nodes(data=True):
        if about["kind"] not in ("function", "norm"):
            continue
        found = takings.get(key.split(" @ ")[0], [])
        having, full = {one.paper for one in found}, {one.paper for one in found if one.full}
        status = "covered" if len(full) == papers else "some" if full else "part" if having else "open"
        about.update(status=status, status_label=STATUSES[status](language))
        about.update(taken_in=len(having), taken_full=len(full))
        about["note"] = _said(found, papers, language)
        counts.setdefault(about["within"], []).append(status)
        every[key.split(" @ ")[0]] = status
    for key, states in counts.items():
        own = view.nodes[key]
        host = own["note"].partition(" · ")[2]
        own["taken"] = len(states) - states.count("open")
        own["note"] = " · ".join(filter(None, [_taken(states, papers, language), host]))
    total = sentence(_taken(list(every.values()), papers, language))
    view.graph["note"] = f"{total}. {view.graph['note']}".strip()


def _taken(states: list[str], papers: int, language: str) -> str:
    """How many of some functions are taken on, and how many of these in full, by all papers where there are several."""
    taken = len(states) - states.count("open")
    return taken_on(taken, states.count("covered"), len(states), language, by_all=papers > 1)


def _said(found: list[Taking], papers: int, language: str) -> str:
    """Who takes a function on; of several papers, how many do, and how."""
    if papers > 1:
        full = {one.paper for one in found if one.full}
        return in_papers(len(full), len({one.paper for one in found} - full), papers, language)
    words = list(dict.fromkeys(one.words for one in found))
    more = len(words) - _MANY
    said = "; ".join(words[:_MANY])
    if more <= 0:
        return said
    return f"{said}; и ещё {more}" if language == "ru" else f"{said}; and {more} more"
