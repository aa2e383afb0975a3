"""Dates of one fact against dates of another."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, first, number, python
from rsnms_kg.outcome.messages import show_date


def cited_later(graph: Graph) -> Iterator[Breach]:
    """DATE-CITED: an act that the paper cites is dated after the paper."""
    editions = set(graph.objects(None, RSNMS.editedBy))  # what changed the paper is later than the paper
    for citation in facts(graph, "ActCitation"):
        act = act_of(graph, citation)
        cited, own = day(graph, citation), day(graph, act) if act else None
        if cited and own and cited > own and citation not in editions:
            yield Breach(citation)


def signed_another_day(graph: Graph) -> Iterator[Breach]:
    """DATE-SIGNED: a signature of an agreement bears another date than the agreement."""
    agreement = first(graph, "Agreement")
    own = day(graph, agreement) if agreement else None
    for signature in facts(graph, "Signature"):
        signed = day(graph, signature)
        if own and signed and signed != own:
            yield Breach(signature)


def open_period(graph: Graph) -> Iterator[Breach]:
    """DATE-OPEN-PERIOD: targets run on without an end, though the agreement has one."""
    ends = [end for term in facts(graph, "Validity") if (end := day(graph, term, "endsOn"))]
    if ends:
        last = max(ends)
        for period in facts(graph, "Period"):
            begins = number(graph, period, "periodStart") or last.year
            if python(graph, period, "openPeriod") and begins <= last.year:
                yield Breach(period, {"termEnd": show_date(last), "lastYear": str(last.year)})


def period_outside_term(graph: Graph) -> Iterator[Breach]:
    """DATE-PERIOD: a period of targets has years before or after the term."""
    agreement = first(graph, "Agreement")
    starts = [day_ for term in facts(graph, "Validity") if (day_ := day(graph, term, "startsOn"))]
    start = min(starts, default=None) or (day(graph, agreement) if agreement else None)
    ends = [end for term in facts(graph, "Validity") if (end := day(graph, term, "endsOn"))]
    if start is None or not ends or max(ends) < start:
        return
    shown = {"termStart": show_date(start), "termEnd": show_date(max(ends))}
    for period in facts(graph, "Period"):
        begins, stops = number(graph, period, "periodStart"), number(graph, period, "periodEnd")
        outside = [year for year in (begins, stops) if year and not start.year <= year <= max(ends).year]
        if outside:
            yield Breach(period, shown)
