"""The term of an agreement: clauses that say it together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, python, value
from rsnms_kg.outcome.messages import show_date


def term_without_start(graph: Graph) -> Iterator[Breach]:
    """TERM-START: no clause on the term says when it begins."""
    terms = facts(graph, "Validity")
    if terms and not any(_says(graph, term, "startsOn", "startEvent") for term in terms):
        yield Breach(terms[0])


def term_without_end(graph: Graph) -> Iterator[Breach]:
    """TERM-END: no clause on the term says when it ends."""
    terms = facts(graph, "Validity")
    if terms and not any(_says(graph, term, "endsOn", "endEvent") for term in terms):
        yield Breach(terms[0])


def several_ends(graph: Graph) -> Iterator[Breach]:
    """TERM-ENDS: the agreement ends on two different days."""
    first: date | None = None
    for term in facts(graph, "Validity"):
        if python(graph, term, "prolonged"):
            continue
        ends = [end for end in (day(graph, term, "endsOn"), *_others(graph, term)) if end]
        first = first or next(iter(ends), None)
        again = next((end for end in ends if end != first), None)
        if first and again:
            told = show_date(first), show_date(again)
            yield Breach(term, {"end": told[0], "otherEnd": told[1], "ends": _both(*told)})


def term_ends_early(graph: Graph) -> Iterator[Breach]:
    """TERM-ORDER: the agreement ends before it begins."""
    for term in facts(graph, "Validity"):
        act = act_of(graph, term)
        begins = day(graph, term, "startsOn") or (day(graph, act) if act else None)
        ends = day(graph, term, "endsOn")
        if begins and ends and ends < begins:
            yield Breach(term, {"begins": show_date(begins)})


def _says(graph: Graph, term: Node, *names: str) -> bool:
    return any(value(graph, term, name) is not None for name in names)


def _others(graph: Graph, term: Node) -> list[date]:
    found = (literal.toPython() for literal in graph.objects(term, RSNMS.otherEnd))  # type: ignore[attr-defined]
    return sorted(other for other in found if isinstance(other, date))


def _both(one: str, other: str) -> Bilingual:
    return Bilingual(f"{one} и {other}", f"{one} and {other}")
