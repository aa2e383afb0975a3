"""A graph as it shows itself in a notebook: what it is of, and how many facts of each kind it has."""

from __future__ import annotations

from collections import Counter
from html import escape

from rdflib import Graph
from rdflib.namespace import RDF

from rsnms_kg.knowledge.terms import RSNMS, notation


def graph_as_fragment(graph: Graph, title: str | None, kind: str, path: str) -> str:
    """Return a graph as a piece of HTML, the kinds of facts in the order of their number."""
    count = Counter(notation(node) for node in graph.objects(None, RDF.type) if str(node).startswith(str(RSNMS)))
    kinds = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    rows = "".join(f"<tr><td>{escape(name)}</td><td>{number}</td></tr>" for name, number in kinds)
    head = f"<p><strong>{escape(title or path)}</strong> ({escape(kind)}, {escape(path)})</p>"
    return f"<div>{head}<table><tbody>{rows}</tbody></table></div>"
