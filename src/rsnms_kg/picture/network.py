"""What a view is made of: a networkx graph with typed attributes, the model of every picture.

A graph bears ``view``, ``title``, ``language`` and ``note``. Its attributes are text and numbers only, so
that it can be written as GraphML and GEXF.

====================  =========================================================================
of a node
====================  =========================================================================
``kind``              ``subject``, ``actor``, ``party``, ``bearer``, ``function``, ``obligation``, ``norm``,
                      ``measure``, ``indicator``, ``target``
``label``             what it is called, in the language of the graph
``text``              the words in full; the paper's own, where it was read
``clause``            the printed label of its clause
``level``             ``outside``, ``regional``, ``intermunicipal``, ``municipal``, ``institutional``, ``unstated``
``bearer``            who bears it (a key of the graph), or whose box it stands in
``band``              the key of the column that it is drawn in; ``band_label`` is its name
``within``            the key of the box that it is drawn in
``status``            e.g. ``covered``, ``some``, ``part``, ``open``; ``done``, ``late``, ``overdue``,
                      ``passed``, ``ahead``
``note``              what is said small below the name
====================  =========================================================================

and further ones by view (``taken_in``, ``taken_full``, ``bare``,
``date``, ``responsible`` as printed, ``responsible_shown``, ``share``, ``count``,
``period`` …). Edges bear ``kind`` (``host``, ``interaction``, ``performs``, ``bears``, ``realises``, ``related``,
``follows``, ``target``), ``label`` and ``clause``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.act_names import main_act_name

if TYPE_CHECKING:
    from networkx import MultiDiGraph


_LISTED = 8  # papers that a message names


@dataclass(frozen=True, eq=False)
class Subject:
    """What a view is made from: papers, the regulation beside them, the language and the day.

    ``view`` is what is drawn of them, for messages.
    """

    papers: tuple[Graph, ...]
    regulation: Graph
    language: str = "ru"
    as_of: date | None = None
    view: str = ""

    @property
    def paper(self) -> Graph:
        """The only paper, or the regulation where none was given.

        :raises UsageError: when there are several; it names the view and the papers.
        """
        if len(self.papers) > 1:
            raise self._too_many()
        return self.papers[0] if self.papers else self.regulation

    def _too_many(self) -> UsageError:
        """The error that says which papers there are, and to give one of them."""
        count, first = len(self.papers), _path(self.papers[0])
        example = f": rsnms draw {self.view} {first}" if first else "."
        listed = {lang: [named for paper in self.papers if (named := _named(paper, lang))] for lang in ("ru", "en")}
        ru, en = (
            f" ({', '.join(names[:_LISTED])}{', …' if len(names) > _LISTED else ''})" if names else ""
            for names in listed.values()
        )
        return UsageError(
            Bilingual(
                f"Вид {self.view} рисуют по одной бумаге, а здесь их {count}{ru}. Дайте одну{example}",
                f"The view {self.view} is drawn from one paper, and there are {count} here{en}. Give one{example}",
            )
        )


def _path(paper: Graph) -> str:
    """The file that a paper was read from, if it is known."""
    document = getattr(paper, "document", None)
    return str(getattr(paper if document is None else document, "path", "") or "")


def _named(paper: Graph, language: str) -> str:
    """What a paper is called in a message: its file, or else its name."""
    return Path(_path(paper)).name or main_act_name(paper)(language)


def network(view: str, language: str, title: str, note: str = "") -> MultiDiGraph:
    """Return an empty graph for a view."""
    import networkx  # a sixth of a second: only when something is drawn

    return networkx.MultiDiGraph(view=view, language=language, title=title, note=note)


_TEXTS = ("label", "short_name", "text", "clause", "level", "bearer", "band", "band_label", "within", "status", "note")


def add(graph: MultiDiGraph, key: object, kind: str, **attributes: Any) -> str:
    """Add a node with every common attribute, those that are not said being empty, and return its key."""
    said = {term: value for term, value in attributes.items() if value is not None}
    graph.add_node(str(key), **{"kind": kind, **dict.fromkeys(_TEXTS, ""), **said})
    return str(key)


def bands(graph: MultiDiGraph) -> list[tuple[str, list[str]]]:
    """Return the bands of a graph in the order of their first nodes, each with its nodes in order.

    What is within a box follows it, so that both stay together.
    """
    inner: dict[str, list[str]] = {}
    for node, frame in graph.nodes(data="within"):
        if frame:
            inner.setdefault(frame, []).append(node)
    found: dict[str, list[str]] = {}

    def place(node: str, band: list[str]) -> None:
        band.append(node)
        for unit in inner.get(node, ()):
            place(unit, band)

    for node, about in graph.nodes(data=True):
        if not about["within"]:
            place(node, found.setdefault(about["band"], []))
    return list(found.items())


def nothing_to_draw(what: Bilingual, give: Bilingual) -> UsageError:
    """Return the error that says what is missing and what to give."""
    return UsageError(Bilingual(f"Нечего рисовать: {what.ru}. {give.ru}", f"Nothing to draw: {what.en}. {give.en}"))


def several(values: Iterable[str]) -> str:
    """Return values joined for a text attribute."""
    return ", ".join(dict.fromkeys(value for value in values if value))
