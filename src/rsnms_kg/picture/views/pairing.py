"""Norms of two papers side by side, with what the crosswalk says of them: what two views are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rdflib import Graph, URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.bearers import Bearer
from rsnms_kg.crosswalk.comparison import Comparison, Pair, compare
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.picture.captions import BOTH, EVERYBODY, FOREIGN, RELATIONS, UNNAMED
from rsnms_kg.picture.lines import shortened
from rsnms_kg.picture.naming import SHOWN, called, instances, name, region, short_name
from rsnms_kg.picture.network import add, several
from rsnms_kg.picture.views.functions import free
from rsnms_kg.russian.typography import one_line

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_BOTH = 2


def compared(left: Graph, right: Graph, names: tuple[str, str]) -> Comparison:
    """Return the crosswalk of two papers.

    :raises UsageError: when one of them has no norms.
    """
    try:
        return compare(left, right, *names)
    except InputError as error:
        raise UsageError(
            Bilingual(f"Нечего рисовать: {error.path}: {error.message.ru}",
                      f"Nothing to draw: {error.path}: {error.message.en}")
        ) from error  # fmt: skip


def foreign(left: Graph, right: Graph, language: str) -> str:
    """Return the note that two papers are of different regions, or nothing."""
    regions = {region(left), region(right)}
    return FOREIGN(language) if len(regions) == 2 and "" not in regions else ""


def add_side(view: MultiDiGraph, graph: Graph, norms: Iterable[Norm], side: str, caption: str) -> dict[str, str]:
    """Add norms of a paper in the boxes of their bearers, as one band, and return their keys by IRI.

    What several bear together stands in a box of its own, and not in that of the first of them.
    """
    language, keys = view.graph["language"], {}
    boxes: dict[tuple[str, ...], list[Norm]] = {}
    for norm in norms:
        boxes.setdefault(tuple(one.iri or one.name for one in norm.bearers), []).append(norm)
    for iris, borne in boxes.items():
        head = _head(graph, borne[0], language)
        place = {"level": head.pop("level"), "band": side, "band_label": caption}
        box = free(view, " + ".join(iris) or f"urn:{side}", side)
        add(view, box, "bearer", functions=len(borne), **head, **place)
        for norm in borne:
            keys[norm.iri] = add(
                view, free(view, norm.iri, side), norm.kind, bearer=box, within=box, clause=norm.clause,
                label=_shown(norm, language), text=one_line(norm.text), **place,
            )  # fmt: skip
            edge = "performs" if norm.kind == "function" else "bears"
            view.add_edge(box, keys[norm.iri], key=edge, kind=edge, label="", clause="")
    return keys


def bearer_name(graph: Graph, one: Bearer, language: str) -> str:
    """Return what to call a bearer within a line, as other views call it there."""
    node = URIRef(one.iri)
    return called(graph, node, language) if (node, None, None) in graph else one_line(one.called(language))


def _head(graph: Graph, norm: Norm, language: str) -> dict[str, str]:
    """What the box of a norm's bearers says: the name of one, «Все стороны» or the names of several."""
    levels = {one.level or "" for one in norm.bearers}
    level = levels.pop() if len(levels) == 1 else ""
    names = several(bearer_name(graph, one, language) for one in norm.bearers)
    if len(norm.bearers) > 1 and {one.iri for one in norm.bearers} == set(map(str, instances(graph, "Party"))):
        return {"label": (EVERYBODY if len(norm.bearers) > _BOTH else BOTH)(language), "note": names, "level": level}
    if len(norm.bearers) == 1 and (URIRef(norm.bearers[0].iri), None, None) in graph:
        node = URIRef(norm.bearers[0].iri)
        return {"label": name(graph, node, language), "short_name": short_name(graph, node), "level": level}
    return {"label": names or UNNAMED(language), "level": level}


def add_pair(view: MultiDiGraph, papers: tuple[Graph, Graph], pair: Pair, ends: tuple[str, str]) -> None:
    """Add what the crosswalk says of two norms of papers: ``realises`` or ``related``, with the relation."""
    language = view.graph["language"]
    shift = pair.shift.words()(language) if pair.shift else ""
    others = pair.right.bearers if pair.shift else ()
    instead = several(bearer_name(papers[1], one, language) for one in others)
    kind = "realises" if pair.realises else "related"
    view.add_edge(
        *ends, key=kind, kind=kind, label=RELATIONS[pair.relation](language), clause="",
        relation=pair.relation, score=pair.score, shift=one_line(shift), instead=instead,
    )  # fmt: skip


def _shown(norm: Norm, language: str) -> str:
    label = norm.label if language == "ru" else norm.label_en
    words = norm.text if norm.quoted and (not label or label.endswith("…")) else label
    return shortened(one_line(words).rstrip(" ;,."), SHOWN)
