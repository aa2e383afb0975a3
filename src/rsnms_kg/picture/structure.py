"""The view ``structure``: the subjects of a regulation by level, what is inside what, who works with whom."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from rdflib import RDF, RDFS, Graph, Literal
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.picture.lines import one_line

if TYPE_CHECKING:
    from networkx import MultiDiGraph

LEVELS = ("regional", "municipal", "institutional")
OUTSIDE, UNSTATED = "outside", "unstated"
# Partners outside the system mostly work with its regional level, so they stand beside it.
BANDS = (OUTSIDE, *LEVELS, UNSTATED)


_LEVEL_OF_ROLE = {"ministry": "regional", "centre": "regional", "municipality": "municipal"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that work together: ``first`` is drawn before ``second``, ``clauses`` are those that say so."""

    first: str
    second: str
    direction: OneOf["forward", "back", "both"]
    clauses: tuple[str, ...]


def structure_view(graph: Graph, language: str = "ru") -> MultiDiGraph:
    """Return the structure of a regulation as a graph for drawing, always in one order.

    Nodes are keyed by IRI and bear ``kind`` (``subject`` or ``actor``), ``level`` (one of ``BANDS``),
    ``label``, ``short_name``, ``clause`` and ``functions`` (their number). Edges bear ``kind`` (``host``,
    from the unit to its host, or ``interaction``), ``label`` and ``clause``; ``inside`` tells a host edge
    that is drawn as a box in a box. The view itself bears ``view``, ``title`` and ``language``.

    :raises UsageError: when the graph has no subjects, or the subjects of several regulations.
    """
    import networkx  # a sixth of a second: only when something is drawn

    subjects = _subjects(graph)
    if not subjects:
        raise _no_subjects(graph)
    view = networkx.MultiDiGraph(view="structure", language=language, title=_title(graph, subjects, language))
    for subject in subjects:
        view.add_node(str(subject), kind="subject", **_description(graph, subject, language))
    links = _interactions(graph)
    hosts = [(unit, host) for unit in subjects for host in _sorted(graph.objects(unit, RSNMS.hostedBy))]
    _add_actors(view, graph, links, hosts)
    _add_hosts(view, hosts)
    for link, source, target in links:
        view.add_edge(
            str(source),
            str(target),
            key=str(link),
            kind="interaction",
            label=_name(graph, link, language, default=""),
            clause=_clause(graph, link),
        )
    return view


def bands(view: MultiDiGraph) -> list[tuple[str, list[str]]]:
    """Return the bands of a view that hold something, in order, each with its nodes in order.

    A unit follows its host, so that both stay together.
    """
    found: dict[str, list[str]] = {band: [] for band in BANDS}
    units = units_inside(view)
    inner = {unit for inside in units.values() for unit in inside}

    def place(node: str, band: list[str]) -> None:
        band.append(node)
        for unit in units.get(node, ()):
            place(unit, band)

    for node, level in view.nodes(data="level"):
        if node not in inner:
            place(node, found[level])
    return [(band, nodes) for band, nodes in found.items() if nodes]


def units_inside(view: MultiDiGraph) -> dict[str, list[str]]:
    """Return for each host the units that are drawn inside its box."""
    inside: dict[str, list[str]] = {}
    for unit, host, edge in view.edges(data=True):
        if edge["kind"] == "host" and edge["inside"]:
            inside.setdefault(host, []).append(unit)
    return inside


def pairs(view: MultiDiGraph) -> list[Pair]:
    """Return the pairs that work together, each once, however many links it has and whichever way."""
    place = {node: at for at, node in enumerate(node for _, nodes in bands(view) for node in nodes)}
    found: dict[tuple[str, str], list[tuple[bool, str]]] = {}
    for source, target, edge in view.edges(data=True):
        if edge["kind"] == "interaction":
            forward = place[source] <= place[target]
            ends = (source, target) if forward else (target, source)
            found.setdefault(ends, []).append((forward, edge["clause"]))
    return [
        Pair(first, second, _direction({way for way, _ in links}), _clauses(clause for _, clause in links))
        for (first, second), links in sorted(found.items(), key=lambda item: [place[end] for end in item[0]])
    ]


def _direction(ways: set[bool]) -> OneOf["forward", "back", "both"]:
    return "both" if len(ways) == 2 else "forward" if True in ways else "back"


def _clauses(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({label for label in labels if label}, key=_by_numbers))


def _by_numbers(label: str) -> list[tuple[int, str]]:
    """The order of clauses: 3.2.2 before 3.2.10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|\D+", label)]


def _subjects(graph: Graph) -> list[Node]:
    # An agreement has a structure too: its parties, each on the level of its role, with its obligations.
    subjects = set(graph.subjects(RDF.type, RSNMS.SubjectType)) or set(graph.subjects(RDF.type, RSNMS.Party))
    return sorted(subjects, key=lambda subject: (BANDS.index(_level(graph, subject)), *_rank(graph, subject)))


def _rank(graph: Graph, node: Node) -> tuple[int, list[tuple[int, str]], str, str]:
    """The place among its like: by order, clause, name; the IRI only where these say nothing."""
    orders = (order.value for order in graph.objects(node, RSNMS.order) if isinstance(order, Literal))
    order = min((value for value in orders if isinstance(value, int)), default=sys.maxsize)
    return (order, _by_numbers(_clause(graph, node)), _name(graph, node, "ru", default=""), str(node))


def _level(graph: Graph, node: Node) -> str:
    said = {notation(level) for level in graph.objects(node, RSNMS.level)}
    said |= {_LEVEL_OF_ROLE.get(notation(role), UNSTATED) for role in graph.objects(node, RSNMS.role)}
    return next((level for level in LEVELS if level in said), UNSTATED)


def _description(graph: Graph, node: Node, language: str) -> dict[str, str | int]:
    party = (node, RDF.type, RSNMS.Party) in graph
    norm = RSNMS.Obligation if party else RSNMS.Function
    functions = {borne for borne in graph.subjects(RSNMS.bearer, node) if (borne, RDF.type, norm) in graph}
    return {
        "level": _level(graph, node),
        "label": _name(graph, node, language),
        "short_name": min((one_line(str(name)) for name in graph.objects(node, RSNMS.shortName)), default=""),
        "clause": "" if party else _clause(graph, node),
        "functions": len(functions),
        "counted": "obligations" if party else "functions",
    }


def _name(graph: Graph, node: Node, language: str, default: str | None = None) -> str:
    """The best name: an own label in the language, the printed name in it, another label, another name.

    A name without a language tag is Russian: it was printed in a Russian paper.
    """
    found = []
    for rank, term in enumerate((RDFS.label, RSNMS.name, RSNMS.title)):
        for name in graph.objects(node, term):
            tongue = (name.language if isinstance(name, Literal) else None) or "ru"
            text = one_line(str(name))
            if text:
                found.append((tongue != language, rank, text))
    if found:
        return min(found)[2]
    return one_line(notation(node)) if default is None else default


def _clause(graph: Graph, node: Node) -> str:
    return min((one_line(str(label)) for label in graph.objects(node, RSNMS.clauseLabel)), key=_by_numbers, default="")


def _interactions(graph: Graph) -> list[tuple[Node, Node, Node]]:
    """Links with both ends; a link of several ends counts once for each pair of them."""
    return [
        (link, source, target)
        for link in sorted(set(graph.subjects(RDF.type, RSNMS.InteractionLink)), key=lambda link: _rank(graph, link))
        for source in _sorted(graph.objects(link, RSNMS.fromSubject))
        for target in _sorted(graph.objects(link, RSNMS.toSubject))
    ]


def _add_actors(
    view: MultiDiGraph, graph: Graph, links: list[tuple[Node, Node, Node]], hosts: list[tuple[Node, Node]]
) -> None:
    """Add whoever is linked and is no subject: a host beside its unit, the others outside the system."""
    language = view.graph["language"]
    for unit, host in hosts:
        if str(host) not in view:
            level = view.nodes[str(unit)]["level"]
            view.add_node(str(host), kind="actor", **{**_description(graph, host, language), "level": level})
    ends = {end for _, *pair in links for end in pair if str(end) not in view}
    for actor in sorted(ends, key=lambda end: _rank(graph, end)):
        view.add_node(str(actor), kind="actor", **{**_description(graph, actor, language), "level": OUTSIDE})


def _add_hosts(view: MultiDiGraph, hosts: list[tuple[Node, Node]]) -> None:
    """Add host edges; a unit goes inside one host, of its own level, and never inside itself."""
    inside: dict[str, str] = {}
    for unit, host in ((str(unit), str(host)) for unit, host in hosts):
        above, top = host, host
        while above in inside:
            above = top = inside[above]
        fits = unit not in inside and top != unit and view.nodes[unit]["level"] == view.nodes[host]["level"]
        if fits:
            inside[unit] = host
        view.add_edge(unit, host, key="host", kind="host", inside=fits, label="", clause="")


def _title(graph: Graph, subjects: list[Node], language: str) -> str:
    """The title of the regulation that the subjects belong to; empty when no regulation is there."""
    regulations = _sorted(graph.subjects(RDF.type, RSNMS.Regulation)) or _sorted(
        graph.subjects(RDF.type, RSNMS.Agreement)
    )
    owners = [act for act in regulations if any(str(one).startswith((f"{act}/", f"{act}#")) for one in subjects)]
    if len(owners) > 1:
        names = "; ".join(_name(graph, act, "ru") for act in owners)
        raise UsageError(
            Bilingual(
                f"В графе субъекты нескольких положений ({names}). Дайте одно положение.",
                f"The graph holds the subjects of several regulations ({names}). Give one regulation.",
            )
        )
    chosen = owners or (regulations if len(regulations) == 1 else [])
    return _name(graph, chosen[0], language) if chosen else ""


def _no_subjects(graph: Graph) -> UsageError:
    papers = (
        ("Agreement", "соглашение без сторон", "an agreement without parties"),
        ("Order", "приказ", "an order"),
        ("Roadmap", "дорожная карта", "a roadmap"),
    )
    found = [(ru, en) for kind, ru, en in papers if (None, RDF.type, RSNMS[kind]) in graph]
    there = (
        found[0] if found else ("пустой граф", "an empty graph") if not len(graph) else ("другой граф", "another graph")
    )
    return UsageError(
        Bilingual(
            f"Нечего рисовать: здесь {there[0]}, а субъекты РСНМС есть только в положении. Дайте положение или "
            "приказ, к которому оно приложено.",
            f"Nothing to draw: this is {there[1]}, and only a regulation has subjects of the system. Give a "
            "regulation or the order that it is annexed to.",
        )
    )


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(set(nodes), key=str)
