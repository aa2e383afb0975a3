"""Annexes against the clauses and the signatures of their paper."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.facts.identity import slug
from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, pointing, text, value
from rsnms_kg.outcome.messages import show_date


def annex_without_reference(graph: Graph) -> Iterator[Breach]:
    """ANNEX-REFERRED: no clause refers to an annex; silent where a reference has missed its aim."""
    if any(value(graph, reference, "target") is None for reference in facts(graph, "AnnexReference")):
        return
    for annex in facts(graph, "Annex"):
        if not any(True for name in ("target", "approvedAct") for _ in pointing(graph, name, annex)):
            yield Breach(annex)


def marked_for_another(graph: Graph) -> Iterator[Breach]:
    """ANNEX-MARK: the mark of an annex bears the number or the date of another paper."""
    for annex in facts(graph, "Annex"):
        act = act_of(graph, annex)
        if act is None:
            continue
        number, own_number = text(graph, annex, "markedNumber"), text(graph, act, "number")
        marked, own = day(graph, annex, "markedDate"), day(graph, act)
        if number and own_number and slug(number) != slug(own_number):
            yield Breach(annex, {"due": f"№ {own_number}", "found": f"№ {number}"})
        elif marked and own and marked != own:
            shown = show_date(own), show_date(marked)
            yield Breach(annex, {
                "due": Bilingual(f"от {shown[0]}", f"of {shown[0]}"),
                "found": Bilingual(f"от {shown[1]}", f"of {shown[1]}"),
            })  # fmt: skip


def unsigned_targets(graph: Graph) -> Iterator[Breach]:
    """ANNEX-SIGNED: an annex with targets is not signed, though the agreement is."""
    if not any(value(graph, block, "annex") is None for block in facts(graph, "SignatureBlock")):
        return
    rows = [str(row) for row in facts(graph, "IndicatorRow")]
    for annex in facts(graph, "Annex"):
        holds_targets = any(row.startswith(f"{annex}/") for row in rows)
        if holds_targets and not any(True for _ in pointing(graph, "annex", annex)):
            yield Breach(annex)
