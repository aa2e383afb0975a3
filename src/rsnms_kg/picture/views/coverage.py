"""The view ``coverage``: the structure with compliance laid over it: which functions somebody has taken on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.act_names import act_title
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.captions import RELATIONS, STATUSES, TITLES, cited, counted, taken_on
from rsnms_kg.picture.naming import instances, name, ordered
from rsnms_kg.picture.network import Subject, network, nothing_to_draw
from rsnms_kg.picture.views.functions import add_subjects
from rsnms_kg.picture.views.pairing import compared, foreign
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
    """Return the subjects and functions of the regulation, each function with its ``status``.

    ``covered``: every paper has it in full; ``part``: in part, or not every paper; ``open``: none has it.
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
        if pair.realises and pair.left.kind == "obligation":
            said = [cited((pair.left.clause,), language), RELATIONS[pair.relation](language)]
            said += [one.called(language) for one in pair.left.bearers]
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
    for key, about in view.nodes(data=True):
        if about["kind"] != "function":
            continue
        found = takings.get(key.split(" @ ")[0], [])
        having, full = {one.paper for one in found}, {one.paper for one in found if one.full}
        status = "covered" if len(full) == papers else "part" if having else "open"
        about.update(status=status, status_label=STATUSES[status](language), taken_in=len(having))
        about["note"] = _said(found, len(having), papers, language)
        counts.setdefault(about["within"], []).append(status)
    for key, states in counts.items():
        whole, taken = states.count("covered"), len(states) - states.count("open")
        own = view.nodes[key]
        host = own["note"].partition(" · ")[2]
        own.update(note=" · ".join(filter(None, [taken_on(taken, whole, len(states), language), host])), taken=taken)


def _said(found: list[Taking], having: int, papers: int, language: str) -> str:
    if papers > 1:
        if not having:
            return ""
        return f"в {having} из {papers}" if language == "ru" else f"in {having} of {papers}"
    words = list(dict.fromkeys(one.words for one in found))
    more = len(words) - _MANY
    said = "; ".join(words[:_MANY])
    if more <= 0:
        return said
    return f"{said}; и ещё {more}" if language == "ru" else f"{said}; and {more} more"
