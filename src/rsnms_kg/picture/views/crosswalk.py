"""The view ``crosswalk``: two papers side by side, what corresponds in them and what only one of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.comparison import Comparison
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.act_names import act_title
from rsnms_kg.picture.captions import STATUSES, TITLES
from rsnms_kg.picture.network import Subject, network
from rsnms_kg.picture.views.pairing import add_pair, add_side, compared, foreign

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_BOTH = Bilingual("есть соответствие", "with a counterpart")
_ONLY = Bilingual("только здесь", "only here")
_ACTS = ("Agreement", "Regulation", "Order")


def crosswalk(source: Subject) -> MultiDiGraph:
    """Return two papers, or a paper and the regulation, with the pairs that :func:`rsnms_kg.compare` finds.

    Norms have the ``status`` ``paired``, ``kindred`` or ``alone``.

    :raises UsageError: when no paper or more than two are given, or one has no norms.
    """
    if not 1 <= len(source.papers) <= 2:
        raise UsageError(
            Bilingual(
                "Сопоставить можно бумагу с положением или две бумаги: дайте одну или две.",
                "A paper is compared with the regulation, or with another one: give one or two.",
            )
        )
    left, right = source.papers if len(source.papers) == 2 else (source.papers[0], source.regulation)
    language = source.language
    titles = (_title(left, language, 0), _title(right, language, 1))
    comparison = compared(left, right, titles)
    view = network("crosswalk", language, f"{TITLES['crosswalk'](language)}: {titles[0]} – {titles[1]}",
                   foreign(left, right, language))  # fmt: skip
    paired = {norm.iri for pair in comparison.pairs for norm in (pair.left, pair.right)}
    lefts, rights = (_sides(view, (left, right)[at], comparison, paired, title, at) for at, title in enumerate(titles))
    for pair in comparison.pairs:
        add_pair(view, (left, right), pair, (lefts[pair.left.iri], rights[pair.right.iri]))
    _judge(view, comparison, lefts, rights)
    return view


def _sides(
    view: MultiDiGraph, paper: Graph, comparison: Comparison, paired: set[str], title: str, right: int
) -> dict[str, str]:
    """Add what only one paper has as the outer band, and what has a counterpart as the inner one.

    Tasks and goals are shown only where something corresponds to them.
    """
    language, norms = view.graph["language"], (comparison.left, comparison.right)[right]
    inner = [norm for norm in norms if norm.iri in paired]
    outer = [norm for norm in norms if norm.iri not in paired and norm.binding]
    bands = [(f"only-{right}", outer, _ONLY(language)), (f"both-{right}", inner, _BOTH(language))]
    keys: dict[str, str] = {}
    for band, held, words in reversed(bands) if right else bands:
        keys |= add_side(view, paper, held, band, f"{title}: {words}")
    return keys


def _judge(view: MultiDiGraph, comparison: Comparison, lefts: dict[str, str], rights: dict[str, str]) -> None:
    found: dict[str, str] = {}
    for pair in comparison.pairs:
        for key in (lefts[pair.left.iri], rights[pair.right.iri]):
            found[key] = "paired" if pair.realises or found.get(key) == "paired" else "kindred"
    for key in (*lefts.values(), *rights.values()):
        status = found.get(key, "alone")
        view.nodes[key].update(status=status, status_label=STATUSES[status](view.graph["language"]))


def _title(graph: Graph, language: str, place: int) -> str:
    fallback = (Bilingual("первая бумага", "the first paper"), Bilingual("вторая бумага", "the second paper"))[place]
    return act_title(graph, language, *_ACTS) or fallback(language)
