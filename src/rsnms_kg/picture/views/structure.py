"""The view ``structure``: the subjects of a regulation by level, what is inside what, who works with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.act_names import act_name
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.captions import TITLES, band_caption, counted
from rsnms_kg.picture.naming import BANDS, OUTSIDE, clause, instances, is_a, level, name, ordered, rank, short_name
from rsnms_kg.picture.network import Subject, add, network, nothing_to_draw
from rsnms_kg.picture.views.bearing import beside_lists

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def structure(source: Subject) -> MultiDiGraph:
    """Return the structure of a regulation, or the parties of an agreement on the levels of their roles.

    Subjects bear ``functions``, the number of their functions (or obligations); norms beside these are counted
    in their ``note``. An edge of kind ``host``
    leads from a unit to its host, one of kind ``interaction`` between those who work together.

    :raises UsageError: when the graph has no subjects, or the subjects of several regulations.
    """
    graph, language = source.paper, source.language
    members = subjects(graph)
    if not members:
        raise no_subjects(graph)
    view = network("structure", language, act_heading(graph, members, TITLES["structure"], language))
    links = _interactions(graph)
    hosts = [(unit, host) for unit in members for host in ordered(graph.objects(unit, RSNMS.hostedBy))]
    known = {str(member) for member in members}
    beside = beside_lists(graph)
    found = [(str(one), about_subject(graph, one, language, len(beside.get(str(one), ())))) for one in members]
    found += _actors(graph, links, hosts, known, language)
    inside = _inside(hosts, {key: about["level"] for key, about in found})
    for key, about in sorted(found, key=lambda entry: BANDS.index(entry[1]["level"])):
        band = {"band": about["level"], "band_label": band_caption(about["level"], language)}
        add(view, key, **about, **band, within=inside.get(key, ""))
    for unit, host in hosts:
        view.add_edge(str(unit), str(host), key="host", kind="host", label="", clause="")
    for link, start, end in links:
        about = {"label": name(graph, link, language, default=""), "clause": clause(graph, link)}
        view.add_edge(str(start), str(end), key=str(link), kind="interaction", **about)
    return view


def subjects(graph: Graph) -> list[Node]:
    """Return the subjects of a regulation, or the parties of an agreement, by level and order."""
    members = instances(graph, "SubjectType") or instances(graph, "Party")
    return sorted(members, key=lambda member: (BANDS.index(level(graph, member)), *rank(graph, member)))


def norms_of(graph: Graph, member: Node) -> list[Node]:
    """Return the functions of a subject, or the obligations of a party, in the order of the paper."""
    kind = "Obligation" if is_a(graph, member, "Party") else "Function"
    borne = {norm for norm in graph.subjects(RSNMS.bearer, member) if is_a(graph, norm, kind)}
    return sorted(borne, key=lambda norm: rank(graph, norm))


def about_subject(graph: Graph, member: Node, language: str, beside: int = 0) -> dict[str, Any]:
    """Return the attributes of a subject or a party, without where it is drawn.

    :param beside: how many norms bind it beside its functions or obligations.
    """
    party = is_a(graph, member, "Party")
    norms = norms_of(graph, member)
    counts = [(len(norms), "obligations" if party else "functions"), (beside, "norms")]
    return {
        "kind": "party" if party else "subject",
        "level": level(graph, member),
        "label": name(graph, member, language),
        "short_name": short_name(graph, member),
        "clause": "" if party else clause(graph, member),
        "functions": len(norms),
        "note": ", ".join(counted(count, what, language) for count, what in counts if count or what != "norms"),
    }


def act_heading(graph: Graph, members: list[Node], heading: Bilingual, language: str) -> str:
    """Return the title of a picture: the heading and the act that the subjects belong to.

    :raises UsageError: when the subjects are those of several regulations.
    """
    acts = ordered(instances(graph, "Regulation")) or ordered(instances(graph, "Agreement"))
    owners = [act for act in acts if any(str(one).startswith((f"{act}/", f"{act}#")) for one in members)]
    if len(owners) > 1:
        names = "; ".join(act_name(graph, act, "Regulation", "ru") for act in owners)
        raise UsageError(
            Bilingual(
                f"В графе субъекты нескольких положений ({names}). Дайте одно положение.",
                f"The graph holds the subjects of several regulations ({names}). Give one regulation.",
            )
        )
    chosen = owners or (acts if len(acts) == 1 else [])
    if not chosen:
        return heading(language)
    kind = "Regulation" if is_a(graph, chosen[0], "Regulation") else "Agreement"
    return f"{heading(language)}: {act_name(graph, chosen[0], kind, language)}"


def no_subjects(graph: Graph) -> UsageError:
    """Return the error for a graph that has neither subjects nor parties."""
    papers = (
        ("Agreement", "соглашение без сторон", "an agreement without parties"),
        ("Order", "приказ", "an order"),
        ("Roadmap", "дорожная карта", "a roadmap"),
        ("RegionalSystem", "система региона: что в ней есть, рисует вид coverage",
         "the system of a region; what it has is drawn by the view coverage"),
    )  # fmt: skip
    found = [(ru, en) for kind, ru, en in papers if instances(graph, kind)]
    there = (
        found[0] if found else ("пустой граф", "an empty graph") if not len(graph) else ("другой граф", "another graph")
    )
    return nothing_to_draw(
        Bilingual(f"здесь {there[0]}, а субъекты РСНМС есть только в положении",
                  f"this is {there[1]}, and only a regulation has subjects of the system"),
        Bilingual("Дайте положение или приказ, к которому оно приложено.",
                  "Give a regulation or the order that it is annexed to."),
    )  # fmt: skip


def _interactions(graph: Graph) -> list[tuple[Node, Node, Node]]:
    """Links with both ends; a link of several ends counts once for each pair of them."""
    return [
        (link, start, end)
        for link in instances(graph, "InteractionLink")
        for start in ordered(graph.objects(link, RSNMS.fromSubject))
        for end in ordered(graph.objects(link, RSNMS.toSubject))
    ]


def _actors(
    graph: Graph,
    links: list[tuple[Node, Node, Node]],
    hosts: list[tuple[Node, Node]],
    known: set[str],
    language: str,
) -> list[tuple[str, dict[str, Any]]]:
    """Whoever is linked and is no subject: a host beside its unit, the others outside the system."""
    found: dict[str, dict[str, Any]] = {}
    for unit, host in hosts:
        if str(host) not in known:
            found.setdefault(str(host), {**_actor(graph, host, language), "level": level(graph, unit)})
    ends = {end for _, *pair in links for end in pair if str(end) not in known}
    for end in sorted(ends, key=lambda end: rank(graph, end)):
        found.setdefault(str(end), {**_actor(graph, end, language), "level": OUTSIDE})
    return list(found.items())


def _actor(graph: Graph, node: Node, language: str) -> dict[str, Any]:
    return {**about_subject(graph, node, language), "kind": "actor", "note": "", "functions": 0}


def _inside(hosts: list[tuple[Node, Node]], levels: dict[str, str]) -> dict[str, str]:
    """The host that each unit is drawn in: one, of its own level, and never itself."""
    inside: dict[str, str] = {}
    for unit, host in ((str(unit), str(host)) for unit, host in hosts):
        top = host
        while top in inside:
            top = inside[top]
        if unit not in inside and top != unit and levels[unit] == levels[host]:
            inside[unit] = host
    return inside
