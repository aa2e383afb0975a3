"""Annexes against the clauses and the signatures of their paper."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from rsnms_kg.outcome.functions.breach import Breach, facts, pointing, value


def annex_without_reference(graph: Graph) -> Iterator[Breach]:
    """ANNEX-REFERRED: no clause refers to an annex; silent where a reference has missed its aim."""
    if any(value(graph, reference, "target") is None for reference in facts(graph, "AnnexReference")):
        return
    for annex in facts(graph, "Annex"):
        if not any(True for name in ("target", "approvedAct") for _ in pointing(graph, name, annex)):
            yield Breach(annex)


def unsigned_targets(graph: Graph) -> Iterator[Breach]:
    """ANNEX-SIGNED: an annex with targets is not signed, though the agreement is."""
    if not any(value(graph, block, "annex") is None for block in facts(graph, "SignatureBlock")):
        return
    rows = [str(row) for row in facts(graph, "IndicatorRow")]
    for annex in facts(graph, "Annex"):
        holds_targets = any(row.startswith(f"{annex}/") for row in rows)
        if holds_targets and not any(True for _ in pointing(graph, "annex", annex)):
            yield Breach(annex)
