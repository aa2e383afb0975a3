"""When acts are in force: the days that the words of a paper settle, and those that they leave open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD

from rsnms_kg.graph.force import Term, add_terms, as_of
from rsnms_kg.knowledge.terms import RSNMS, code, notation

EX = Namespace("https://w3id.org/rsnms/act/test/")
SIGNED = date(2021, 9, 15)
END = date(2024, 12, 30)


def day(value: date) -> Literal:
    return Literal(value.isoformat(), datatype=XSD.date)


def agreement(**validity: object) -> Graph:
    """An agreement that its one party signed, with one obligation and a statement of its term."""
    graph = Graph()
    graph.add((EX.a, RDF.type, RSNMS.Agreement))
    graph.add((EX.a, RSNMS.date, day(SIGNED)))
    graph.add((EX.a, RSNMS.hasObligation, EX.duty))
    graph.add((EX.a, RSNMS.hasParty, EX.party))
    graph.add((EX.a, RSNMS.hasSignatureBlock, EX.block))
    for name, value in (("block", EX.block), ("party", EX.party), ("date", day(SIGNED))):
        graph.add((EX.signature, RSNMS[name], value))
    for name, value in validity.items():
        graph.add((EX.a, RSNMS.hasValidity, EX.validity))
        graph.add((EX.validity, RSNMS[name], day(value) if isinstance(value, date) else Literal(value)))
    return graph


def in_force(graph: Graph, on: date, node: URIRef = EX.a) -> bool | None:
    value = as_of(graph, on).value(node, RSNMS.inForce)
    return None if value is None else value.toPython()


def reasons(graph: Graph, node: URIRef = EX.a) -> set[str]:
    return {notation(reason) for reason in graph.objects(node, RSNMS.openReason)}


@pytest.mark.parametrize("boundary", ["по", "включительно"])
def test_through_a_day_includes_it(boundary: str) -> None:
    graph = agreement(startEvent="с момента подписания", endsOn=END, boundary=boundary)
    add_terms(graph)
    assert [in_force(graph, END), in_force(graph, END + timedelta(1))] == [True, False]
    assert reasons(graph) == set() and (EX.a, RSNMS.openDay, None) not in graph


def test_until_a_day_leaves_that_day_open() -> None:
    graph = agreement(startEvent="с момента подписания", endsOn=END, boundary="до")
    add_terms(graph)
    around = [in_force(graph, END + timedelta(step)) for step in (-1, 0, 1)]
    assert around == [True, None, False]
    assert reasons(graph) == {"last-day"} and graph.value(EX.a, RSNMS.openDay) == day(END)


def test_an_obligation_is_in_force_as_its_agreement_is() -> None:
    graph = agreement(startEvent="с момента подписания", endsOn=END, boundary="до")
    add_terms(graph)
    for on in (SIGNED - timedelta(1), SIGNED, END, END + timedelta(1)):
        assert in_force(graph, on, EX.duty) == in_force(graph, on)


def test_from_signing_means_the_last_signature() -> None:
    graph = agreement(startEvent="с момента подписания", endsOn=END, boundary="по")
    later = SIGNED + timedelta(10)
    graph.set((EX.signature, RSNMS.date, day(later)))
    add_terms(graph)
    assert graph.value(EX.a, RSNMS.inForceFrom) == day(later)


def test_a_party_without_a_dated_signature_is_told() -> None:
    graph = agreement(startEvent="с момента подписания", endsOn=END, boundary="по")
    graph.add((EX.a, RSNMS.hasParty, EX.another))
    add_terms(graph)
    assert reasons(graph) == {"unsigned"}


def test_a_stated_first_day_is_taken() -> None:
    first = date(2022, 1, 1)
    graph = agreement(startsOn=first, endsOn=END, boundary="по")
    add_terms(graph)
    assert [in_force(graph, first - timedelta(1)), in_force(graph, first)] == [False, True]


def test_an_event_whose_day_is_not_known_leaves_the_start_open() -> None:
    graph = agreement(startEvent="после официального опубликования", endsOn=END, boundary="по")
    add_terms(graph)
    assert reasons(graph) == {"start-event"}
    assert [in_force(graph, SIGNED), in_force(graph, END + timedelta(1))] == [None, False]


def test_an_agreement_that_is_prolonged_is_open_after_its_day() -> None:
    graph = agreement(startEvent="с момента подписания", endsOn=END, boundary="по", prolonged=True)
    add_terms(graph)
    assert [in_force(graph, END), in_force(graph, END + timedelta(400))] == [True, None]


def test_without_a_term_it_is_in_force_since_signing_and_has_no_end() -> None:
    graph = agreement()
    add_terms(graph)
    assert reasons(graph) == {"no-end"} and in_force(graph, date(2040, 1, 1)) is True


def order(**entry: object) -> Graph:
    graph = Graph()
    graph.add((EX.order, RDF.type, RSNMS.Order))
    graph.add((EX.order, RSNMS.date, day(SIGNED)))
    graph.add((EX.regulation, RDF.type, RSNMS.Regulation))
    graph.add((EX.regulation, RSNMS.approvedBy, EX.order))
    for name, value in entry.items():
        graph.add((EX.entry, RDF.type, RSNMS.EntryIntoForce))
        graph.add((EX.entry, DCTERMS.isPartOf, EX.order))
        graph.add((EX.entry, RSNMS[name], day(value) if isinstance(value, date) else Literal(value)))
    return graph


@pytest.mark.parametrize(
    ("entry", "first"),
    [
        ({}, SIGNED),
        ({"startEvent": "со дня его подписания"}, SIGNED),
        ({"startsOn": date(2021, 10, 1), "startEvent": "с 1 октября 2021 года"}, date(2021, 10, 1)),
        ({"startEvent": "после его официального опубликования"}, None),
    ],
    ids=str,
)
def test_an_order_and_what_it_approves_are_in_force_from(entry: dict[str, object], first: date | None) -> None:
    graph = order(**entry)
    add_terms(graph)
    for act in (EX.order, EX.regulation):
        assert graph.value(act, RSNMS.inForceFrom) == (day(first) if first else None)


def test_an_edition_is_in_force_until_the_day_before_the_next() -> None:
    graph = Graph()
    days = [date(2019, 7, 1), date(2019, 9, 5), date(2020, 3, 16)]
    for one in days:
        graph.add((EX[f"edition/{one}"], RSNMS.editionOf, EX.act))
        graph.add((EX[f"edition/{one}"], RSNMS.date, day(one)))
    add_terms(graph)
    for on in (days[0], days[1] - timedelta(1), days[1], days[2] + timedelta(1000)):
        current = [one for one in days if in_force(graph, on, EX[f"edition/{one}"])]
        assert current == [max(one for one in days if one <= on)]


def test_a_repealed_act_is_in_force_until_the_day_before_the_order_that_repeals_it() -> None:
    graph = order()
    for subject, name, value in (
        (EX.repeal, "changed", EX.citation), (EX.citation, "act", EX.old),
    ):  # fmt: skip
        graph.add((subject, RSNMS[name], value))
    graph.add((EX.repeal, RDF.type, RSNMS.Repeal))
    graph.add((EX.repeal, DCTERMS.isPartOf, EX.order))
    add_terms(graph)
    assert (EX.old, RSNMS.repealedBy, EX.order) in graph
    assert graph.value(EX.old, RSNMS.inForceUntil) == day(SIGNED - timedelta(1))
    assert in_force(graph, SIGNED, EX.old) is False


def test_a_repeal_of_one_clause_leaves_the_act_alone() -> None:
    graph = order()
    for subject, name, value in (
        (EX.repeal, "changed", EX.citation), (EX.citation, "act", EX.old), (EX.citation, "citedClause", Literal("3")),
    ):  # fmt: skip
        graph.add((subject, RSNMS[name], value))
    graph.add((EX.repeal, RDF.type, RSNMS.Repeal))
    graph.add((EX.repeal, DCTERMS.isPartOf, EX.order))
    add_terms(graph)
    assert (EX.old, None, None) not in graph


def test_a_measure_is_due_after_its_day_and_not_on_it() -> None:
    graph = Graph()
    graph.add((EX.measure, RDF.type, RSNMS.Measure))
    graph.add((EX.measure, RSNMS.deadline, day(SIGNED)))
    due = [as_of(graph, SIGNED + timedelta(step)).value(EX.measure, RSNMS.due).toPython() for step in (-1, 0, 1)]
    assert due == [False, False, True]


DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@given(
    first=DAYS | st.none(), last=DAYS | st.none(), open_end=st.booleans(), on=st.tuples(DAYS, DAYS, DAYS).map(sorted)
)
def test_the_days_within_a_term_have_no_gap(
    first: date | None, last: date | None, open_end: bool, on: list[date]
) -> None:
    term = Term(first, last, last + timedelta(1) if last else None, {"prolongation"} if open_end else set())
    early, between, late = map(term.holds, on)
    if early is True and late is True:
        assert between is True
    if early is False and between is True:
        assert first is not None and on[0] < first


def test_the_codes_of_open_reasons_are_those_of_the_code_list() -> None:
    from rsnms_kg.knowledge.lexicon import concepts

    known = {concept.notation for concept in concepts("open-reason")}
    assert known == {"last-day", "end-event", "prolongation", "no-end", "start-event", "unsigned"}
    assert code("open-reason", "last-day").endswith("/open-reason/last-day")
