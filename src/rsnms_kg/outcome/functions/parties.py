"""Names of parties."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from rsnms_kg.outcome.functions.breach import Breach, facts, names_code, value


def territory_for_body(graph: Graph) -> Iterator[Breach]:
    """PARTY-SHORT-NAME: a body is called by the name of a territory for short."""
    for party in facts(graph, "Party"):
        body = names_code(value(graph, party, "organisationKind"), "organisation-head", "body")
        territory = names_code(value(graph, party, "shortNameKind"), "organisation-head", "territory")
        if body and territory:
            yield Breach(party)
