"""What binds besides functions and obligations that name their bearer: norms outside the lists of a paper.

The crosswalk and the report count everything that binds, so pictures show it too: in the box of the subject in
whose clause it stands, or in a box of whoever its words name.
"""

from __future__ import annotations

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.crosswalk.norms import BINDING, norms
from rsnms_kg.crosswalk.vocabulary import vocabulary
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.naming import instances
from rsnms_kg.russian.typography import one_line


def beside_lists(graph: Graph) -> dict[str, list[Node]]:
    """Return what binds and states no bearer, in the order of the paper, by the IRI of its subject.

    Where no subject is found, the key is the name that the words tell, or nothing.
    """
    if all((norm, RSNMS.bearer, None) in graph for norm in instances(graph, *BINDING)):
        return {}
    found: dict[str, list[Node]] = {}
    for norm in norms(graph, vocabulary(graph)):
        node = URIRef(norm.iri)
        if norm.binding and (node, RSNMS.bearer, None) not in graph:
            first = norm.bearers[0] if norm.bearers else None
            found.setdefault(first.iri or one_line(first.name) if first else "", []).append(node)
    return found
