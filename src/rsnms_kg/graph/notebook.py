"""A graph as it shows itself in a notebook: what it is of, and how many facts of each kind it has."""

from __future__ import annotations

from collections import Counter
from html import escape

from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from rsnms_kg.knowledge.act_names import main_act_name
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.knowledge.vocabulary import term_name


def graph_as_fragment(graph: Graph, title: str | None, path: str) -> str:
    """Return a graph as a piece of HTML in Russian, the kinds of facts in the order of their number."""
    count = Counter(
        node for node in graph.objects(None, RDF.type) if isinstance(node, URIRef) and node.startswith(RSNMS)
    )
    kinds = sorted((-number, term_name(kind).ru) for kind, number in count.items())
    rows = "".join(f"<tr><td>{escape(name)}</td><td>{-number}</td></tr>" for number, name in kinds)
    name = main_act_name(graph).ru or title or path
    head = f"<p><strong>{escape(name)}</strong> ({escape(path)})</p>"
    table = f"<thead><tr><th>Вид фактов</th><th>Сколько</th></tr></thead><tbody>{rows}</tbody>"
    return f"<div>{head}<table>{table}</table></div>"
