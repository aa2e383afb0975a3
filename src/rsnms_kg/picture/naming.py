"""What a fact of a graph is called: its name, clause, words, level, and its place among its like."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date

from rdflib import RDF, RDFS, Graph, Literal
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.picture.lines import shortened
from rsnms_kg.russian.typography import one_line

LEVELS = ("regional", "intermunicipal", "municipal", "institutional")
OUTSIDE, UNSTATED = "outside", "unstated"
# Partners outside the system mostly work with its regional level, so they stand beside it.
BANDS = (OUTSIDE, *LEVELS, UNSTATED)
_LEVEL_OF_ROLE = {"ministry": "regional", "centre": "regional", "municipality": "municipal"}
# Letters of a norm's words that a picture shows; the rest is in the tip and on the page.
SHOWN = 450


def ordered(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes once each, in the order of their names."""
    return sorted(set(nodes), key=str)


def name(graph: Graph, node: Node, language: str, default: str | None = None) -> str:
    """Return the best name: an own label in the language, the printed name in it, another label or name.

    A name without a language tag is Russian: it was printed in a Russian paper.
    """
    found = []
    for rank, term in enumerate((RDFS.label, RSNMS.name, RSNMS.title)):
        for value in graph.objects(node, term):
            tongue = (value.language if isinstance(value, Literal) else None) or "ru"
            text = one_line(str(value))
            if text:
                found.append((tongue != language, text.endswith("…"), rank, text))
    if found:
        return min(found)[3]
    return one_line(notation(node)) if default is None else default


def short_name(graph: Graph, node: Node) -> str:
    """Return the printed short name, or nothing."""
    return min((one_line(str(value)) for value in graph.objects(node, RSNMS.shortName)), default="")


def called(graph: Graph, node: Node, language: str) -> str:
    """Return what to call somebody within a line: our label where there is one, else the declared short name.

    Where our label has the short name in it, that is enough; English lines have the label where there is one.
    """
    own, short, printed = name(graph, node, language), short_name(graph, node), text(graph, node, "name")
    ours = not printed.startswith(own.rstrip("…"))
    return own if not short or (ours and (language == "en" or short not in own)) else short


def words(graph: Graph, node: Node, language: str) -> tuple[str, str]:
    """Return the words of a norm as a picture shows them, and in full.

    In full they are the paper's own, where it was read; a picture shows our label or their beginning.
    """
    label = name(graph, node, language, default="")
    quote = min((one_line(str(text)) for text in graph.objects(node, RSNMS.quote)), default="").rstrip(" ;,.")
    return shortened(quote if quote and (not label or label.endswith("…")) else label, SHOWN), quote or label


def clause(graph: Graph, node: Node) -> str:
    """Return the printed label of the clause, or nothing."""
    return min((one_line(str(label)) for label in graph.objects(node, RSNMS.clauseLabel)), key=by_numbers, default="")


def by_numbers(label: str) -> list[tuple[int, str]]:
    """Return what sorts labels as people count: 3.2.2 before 3.2.10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|\D+", label)]


def rank(graph: Graph, node: Node) -> tuple[int, list[tuple[int, str]], str, str]:
    """Return the place among its like: by order, clause, name; the IRI only where these say nothing."""
    orders = (value.value for value in graph.objects(node, RSNMS.order) if isinstance(value, Literal))
    order = min((value for value in orders if isinstance(value, int)), default=sys.maxsize)
    return (order, by_numbers(clause(graph, node)), name(graph, node, "ru", default=""), str(node))


def instances(graph: Graph, *kinds: str) -> list[Node]:
    """Return the facts of some classes in the order of their paper."""
    nodes = {node for kind in kinds for node in graph.subjects(RDF.type, RSNMS[kind])}
    return sorted(nodes, key=lambda node: rank(graph, node))


def is_a(graph: Graph, node: Node, kind: str) -> bool:
    """Tell whether a fact is of a class."""
    return (node, RDF.type, RSNMS[kind]) in graph


def level(graph: Graph, node: Node) -> str:
    """Return the level of a subject, or of the role of a party; ``unstated`` where none is said."""
    said = {notation(value) for value in graph.objects(node, RSNMS.level)}
    said |= {_LEVEL_OF_ROLE.get(notation(role), UNSTATED) for role in graph.objects(node, RSNMS.role)}
    return next((known for known in LEVELS if known in said), UNSTATED)


def text(graph: Graph, node: Node, *properties: str) -> str:
    """Return what the first of some properties that has values says, several joined by commas."""
    for term in properties:
        found = sorted({one_line(str(value)) for value in graph.objects(node, RSNMS[term])})
        if found:
            return ", ".join(found)
    return ""


def day(graph: Graph, node: Node, term: str) -> date | None:
    """Return a date that a fact bears, the earliest of several."""
    days = (value.toPython() for value in graph.objects(node, RSNMS[term]) if isinstance(value, Literal))
    return min((value for value in days if isinstance(value, date)), default=None)


def number(graph: Graph, node: Node, term: str) -> float | None:
    """Return a number that a fact bears, the least of several."""
    values = (value.toPython() for value in graph.objects(node, RSNMS[term]) if isinstance(value, Literal))
    return min((float(value) for value in values if isinstance(value, (int, float)) or _decimal(value)), default=None)


def _decimal(value: object) -> bool:
    return type(value).__name__ == "Decimal"


def region(graph: Graph) -> str:
    """Return the code of the region of the graph's acts, or nothing where none or several are said."""
    found = {
        notation(value)
        for kind in ("Agreement", "Regulation", "Order", "RegionalSystem")
        for act in instances(graph, kind)
        for value in graph.objects(act, RSNMS.region)
    }
    return found.pop() if len(found) == 1 else ""
