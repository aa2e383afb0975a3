"""The crosswalk as statements: which obligation realises which norm of a regulation, for questions to a graph."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from rsnms_kg.crosswalk.comparison import compare
from rsnms_kg.knowledge.terms import RSNMS

# Relations are said of the norm on the left, properties of the obligation on the right.
_PROPERTIES = {
    "identical": RSNMS.realisesIdentically,
    "broader": RSNMS.realisesNarrowly,
    "narrower": RSNMS.realisesBroadly,
    "partial": RSNMS.realisesPartly,
}
_NORMS = {"function", "norm"}


def realisations(graphs: Iterable[Graph]) -> Graph:
    """Return ``rsnms:realises`` and its kinds between the agreements and the regulations among the graphs."""
    found = Graph()
    given = list(graphs)
    regulations = [graph for graph in given if (None, RDF.type, RSNMS.Function) in graph]
    agreements = [graph for graph in given if (None, RDF.type, RSNMS.Obligation) in graph]
    for regulation in regulations:
        for agreement in agreements:
            for pair in compare(regulation, agreement).pairs:
                if pair.realises and pair.left.kind in _NORMS and pair.right.kind == "obligation":
                    obligation, norm = URIRef(pair.right.iri), URIRef(pair.left.iri)
                    found.add((obligation, RSNMS.realises, norm))
                    found.add((obligation, _PROPERTIES[pair.relation], norm))
    return found
