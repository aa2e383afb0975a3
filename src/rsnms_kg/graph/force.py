"""When acts, editions and obligations are in force, and what holds on a given day.

:func:`add_terms` says of every act since when and until when it is in force as far as its own words tell:
``inForceFrom`` and ``inForceUntil`` are the first and the last day that are certainly within,
``openDay`` is a day of which the words do not tell («до 30.12.2024» may or may not mean the 30th), and
``openReason`` says why an end is not known. :func:`as_of` then judges a day.

Source: articles 190–194 and 425 of the Civil Code; the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.lexicon import recognise
from rsnms_kg.knowledge.terms import RSNMS, bind, code

_DAY = timedelta(days=1)
_INCLUSIVE = {"по", "включительно"}


@dataclass(slots=True)
class Term:
    """A stretch of time as far as it is known: days that are certainly within, and what is open."""

    first: date | None = None
    last: date | None = None
    open_day: date | None = None
    reasons: set[str] = field(default_factory=set)

    def holds(self, day: date) -> bool | None:
        """Tell whether a day is within; ``None`` where the words do not tell."""
        if self.first is not None and day < self.first:
            return False
        if self.last is None:
            return True if self.first is not None else None
        if day <= self.last:
            return True if self.first is not None else None
        if day == self.open_day or "prolongation" in self.reasons:
            return None
        return False


def add_terms(graph: Graph) -> None:
    """Add to a graph when its acts, their obligations and the editions of the acts they cite are in force."""
    for agreement in sorted(graph.subjects(RDF.type, RSNMS.Agreement), key=str):
        term = _agreement_term(graph, agreement)
        for node in (agreement, *graph.objects(agreement, RSNMS.hasObligation)):
            _put(graph, node, term)
    for order in sorted(graph.subjects(RDF.type, RSNMS.Order), key=str):
        term = _order_term(graph, order)
        for node in (order, *graph.subjects(RSNMS.approvedBy, order)):
            _put(graph, node, term)
    for kind in (RSNMS.Regulation, RSNMS.Roadmap):
        for act in graph.subjects(RDF.type, kind):
            if (act, RSNMS.approvedBy, None) not in graph:
                _put(graph, act, _since(_date(graph, act, "date")))
    for act in set(graph.objects(None, RSNMS.editionOf)):
        _put_editions(graph, act)
    _put_repeals(graph)


def as_of(graph: Graph, day: date) -> Graph:
    """Return what holds on a day, as triples to add to the graph.

    ``inForce`` is true or false of every act, obligation and edition of which the graph tells; of what is
    open there is no value. A measure that is due by then is ``due``.
    """
    told = Graph()
    stated = {node for name in ("inForceFrom", "inForceUntil", "openReason") for node in graph.subjects(RSNMS[name])}
    for node in stated:
        holds = _known(graph, node).holds(day)
        if holds is not None:
            told.add((node, RSNMS.inForce, Literal(holds)))
            told.add((node, RSNMS.asOf, _literal(day)))
    for measure in graph.subjects(RDF.type, RSNMS.Measure):
        deadline = _date(graph, measure, "deadline")
        if deadline is not None:
            told.add((measure, RSNMS.due, Literal(deadline < day)))
            told.add((measure, RSNMS.asOf, _literal(day)))
    return told


def on_day(graph: Graph, day: date | None) -> Graph:
    """Return a graph with what holds on a day; the graph itself where no day is asked for."""
    if day is None:
        return graph
    told = Graph()
    bind(told)
    for triple in (*graph, *as_of(graph, day)):
        told.add(triple)
    return told


def _agreement_term(graph: Graph, agreement: Node) -> Term:
    term = Term()
    stated = sorted(graph.objects(agreement, RSNMS.hasValidity), key=str)
    signed, complete = _signing(graph, agreement)
    starts = [day for one in stated if (day := _date(graph, one, "startsOn"))]
    events = [str(event) for one in stated for event in graph.objects(one, RSNMS.startEvent)]
    if starts:
        term.first = min(starts)
    elif not events or any(recognise("start-event", event) == "signing" for event in events):
        term.first = signed or _date(graph, agreement, "date")
        if not complete:
            term.reasons.add("unsigned")
    else:
        term.reasons.add("start-event")
    for one in stated:
        _bound(graph, one, term)
    if term.last is None and "end-event" not in term.reasons:
        term.reasons.add("no-end")
    return term


def _bound(graph: Graph, validity: Node, term: Term) -> None:
    """Take over where a statement says that the term ends."""
    end = _date(graph, validity, "endsOn")
    boundary = str(graph.value(validity, RSNMS.boundary) or "")
    if end is not None and boundary in _INCLUSIVE:
        term.last = end
    elif end is not None:
        term.last, term.open_day = end - _DAY, end
        term.reasons.add("last-day")
    elif graph.value(validity, RSNMS.endEvent) is not None:
        term.reasons.add("end-event")
    if str(graph.value(validity, RSNMS.prolonged) or "").lower() == "true":
        term.reasons.add("prolongation")


def _signing(graph: Graph, agreement: Node) -> tuple[date | None, bool]:
    """The latest day at a signature below the body, and whether every party signed with a date."""
    blocks = set(graph.objects(agreement, RSNMS.hasSignatureBlock))
    signatures = [one for block in blocks for one in graph.subjects(RSNMS.block, block)]
    dated = {one: day for one in signatures if (day := _date(graph, one, "date"))}
    signed = {party for one in dated for party in graph.objects(one, RSNMS.party)}
    parties = set(graph.objects(agreement, RSNMS.hasParty))
    return max(dated.values(), default=None), bool(parties) and parties <= signed


def _order_term(graph: Graph, order: Node) -> Term:
    entries = sorted(
        (one for one in graph.subjects(RDF.type, RSNMS.EntryIntoForce) if (one, DCTERMS.isPartOf, order) in graph),
        key=str,
    )
    stated = next((day for one in entries if (day := _date(graph, one, "startsOn"))), None)
    events = [str(event) for one in entries for event in graph.objects(one, RSNMS.startEvent)]
    if stated is None and events and not any(recognise("start-event", event) == "signing" for event in events):
        return Term(reasons={"start-event", "no-end"})
    return _since(stated or _date(graph, order, "date"))


def _since(day: date | None) -> Term:
    return Term(first=day, reasons={"no-end"} if day else {"start-event", "no-end"})


def _put_editions(graph: Graph, act: Node) -> None:
    """An edition is in force from its day until the day before the next one."""
    days = sorted((day, one) for one in graph.subjects(RSNMS.editionOf, act) if (day := _date(graph, one, "date")))
    for (day, edition), following in zip(days, [*days[1:], None], strict=True):
        last = following[0] - _DAY if following else None
        _put(graph, edition, Term(first=day, last=last, reasons=set() if following else {"no-end"}))


def _put_repeals(graph: Graph) -> None:
    """A cited act that an order repeals is in force until the day before the order is."""
    for repeal in graph.subjects(RDF.type, RSNMS.Repeal):
        since = [day for act in graph.objects(repeal, DCTERMS.isPartOf) if (day := _date(graph, act, "inForceFrom"))]
        for citation in graph.objects(repeal, RSNMS.changed):
            act = graph.value(citation, RSNMS.act)
            if act is None or (citation, RSNMS.citedClause, None) in graph:
                continue  # only a part of it is repealed
            for order in graph.objects(repeal, DCTERMS.isPartOf):
                graph.add((act, RSNMS.repealedBy, order))
            if since:
                graph.set((act, RSNMS.inForceUntil, _literal(min(since) - _DAY)))
                graph.remove((act, RSNMS.openReason, URIRef(code("open-reason", "no-end"))))


def _put(graph: Graph, node: Node, term: Term) -> None:
    for name, day in (("inForceFrom", term.first), ("inForceUntil", term.last), ("openDay", term.open_day)):
        if day is not None:
            graph.add((node, RSNMS[name], _literal(day)))
    for reason in sorted(term.reasons):
        graph.add((node, RSNMS.openReason, URIRef(code("open-reason", reason))))


def _known(graph: Graph, node: Node) -> Term:
    reasons = {str(reason).rsplit("/", 1)[-1] for reason in graph.objects(node, RSNMS.openReason)}
    first, last, open_day = (_date(graph, node, name) for name in ("inForceFrom", "inForceUntil", "openDay"))
    return Term(first, last, open_day, reasons)


def _date(graph: Graph, node: Node, name: str) -> date | None:
    return next(_dates(graph, node, name), None)


def _dates(graph: Graph, node: Node, name: str) -> Iterator[date]:
    for value in sorted(graph.objects(node, RSNMS[name]), key=str):
        day = value.toPython() if isinstance(value, Literal) else None
        if isinstance(day, date):
            yield day


def _literal(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)
