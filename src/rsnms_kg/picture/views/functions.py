"""The view ``functions``: who performs which functions, by level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.captions import HOST, TITLES, UNNAMED, band_caption, counted
from rsnms_kg.picture.naming import UNSTATED, clause, is_a, name, ordered, rank, words
from rsnms_kg.picture.network import Subject, add, network, nothing_to_draw
from rsnms_kg.picture.views.bearing import beside_lists
from rsnms_kg.picture.views.structure import about_subject, act_heading, no_subjects, norms_of, subjects

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def functions(source: Subject) -> MultiDiGraph:
    """Return the subjects of a regulation with their functions, or the parties of an agreement with their obligations.

    Functions are nodes too; an edge of kind ``performs`` leads to each from its subject (``bears`` from a
    party to an obligation).

    :raises UsageError: when the graph has no subjects, or none of them has a function.
    """
    graph, language = source.paper, source.language
    members = subjects(graph)
    if not members:
        raise no_subjects(graph)
    party = is_a(graph, members[0], "Party")
    title = TITLES["obligations" if party else "functions"]
    view = network("functions", language, act_heading(graph, members, title, language))
    add_subjects(view, graph, language)
    if not any(kind in ("performs", "bears") for *_, kind in view.edges(data="kind")):
        raise nothing_to_draw(
            Bilingual("у субъектов здесь нет функций", "the subjects have no functions here"),
            Bilingual("Дайте положение с функциями субъектов или соглашение с обязательствами сторон.",
                      "Give a regulation with functions of the subjects, or an agreement with obligations."),
        )  # fmt: skip
    return view


def add_subjects(view: MultiDiGraph, graph: Graph, language: str) -> None:
    """Add the subjects of a graph by level, each with its functions in its box, and whatever else binds.

    Norms beside the lists (kind ``norm``) stand with the subject of their clause; those of nobody here come last.
    """
    beside = beside_lists(graph)
    for member in subjects(graph):
        others = beside.pop(str(member), [])
        about = about_subject(graph, member, language, len(others))
        hosts = [name(graph, host, language) for host in ordered(graph.objects(member, RSNMS.hostedBy))]
        if hosts:
            about["note"] += f" · {HOST(language)}: {', '.join(hosts)}"
        band = band_caption(about["level"], language)
        add(view, member, **about, band=about["level"], band_label=band)
        kind, edge = ("obligation", "bears") if about["kind"] == "party" else ("function", "performs")
        for norm in sorted([*norms_of(graph, member), *others], key=lambda one: rank(graph, one)):
            add_norm(view, graph, norm, str(member), *(("norm", "bears") if norm in others else (kind, edge)))
    for named, norms in beside.items():
        place = {"level": UNSTATED, "band": UNSTATED, "band_label": band_caption(UNSTATED, language)}
        note = counted(len(norms), "norms", language)
        box = add(view, free(view, f"urn:bearer:{named}", ""), "bearer",
                  label=named or UNNAMED(language), note=note, functions=0, **place)  # fmt: skip
        for norm in norms:
            function = is_a(graph, norm, "Function")
            add_norm(view, graph, norm, box, "function" if function else "norm", "performs" if function else "bears")


def add_norm(view: MultiDiGraph, graph: Graph, norm: Node, bearer: str, kind: str, edge: str) -> str:
    """Add a norm in the box of its bearer; one of several bearers stands in the box of each."""
    shown, full = words(graph, norm, view.graph["language"])
    key = free(view, str(norm), bearer)
    owner = view.nodes[bearer]
    place = {"level": owner["level"], "band": owner["band"], "band_label": owner["band_label"], "within": bearer}
    label = clause(graph, norm)
    add(view, key, kind=kind, label=shown, text=full, clause=label, bearer=bearer, **place)
    view.add_edge(bearer, key, key=edge, kind=edge, label="", clause="")
    return key


def free(view: MultiDiGraph, key: str, place: str) -> str:
    """Return a key that no node has yet: the second time a fact is shown, its place is said too."""
    return key if key not in view else f"{key} @ {place}"
