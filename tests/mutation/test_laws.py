"""Laws that hold of every graph: random ones are held against models, and against themselves put another way."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD

from mutation.graphs import conforming, graph_mutants, told
from mutation.papers import texts
from mutation.rounding import GREATEST, ROUNDINGS, fitting
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.bases import bases

FEW = settings(max_examples=12, deadline=None, derandomize=True)
MANY = settings(max_examples=25, deadline=None, derandomize=True)
FAULTY = [mutant for mutant in graph_mutants() if mutant.graph in ("agreement", "regulation", "system")]


def numbering(numbers: list[int]) -> set[str]:
    """What is told of the numbers of an agreement whose fourth section has clauses with these numbers."""
    paper = texts("agreement")["kaluga, plain"]
    first, last = paper.index("\n4.1. ") + 1, paper.index("V. Подписи")
    clauses = [f"4.{number}. Стороны работают вместе, часть {at}.\n\n" for at, number in enumerate(numbers)]
    text = paper[:first] + "".join(clauses) + paper[last:]
    found = {requirement for requirement, _ in told(build_graph(facts_of(text)))}
    return {requirement for requirement in found if requirement.startswith("NUM-")}


@MANY
@given(st.lists(st.integers(1, 6), min_size=1, max_size=6))
def test_numbers_are_in_order_exactly_if_nothing_is_told(numbers: list[int]) -> None:
    assert (numbering(numbers) == set()) == (numbers == list(range(1, len(numbers) + 1)))


@MANY
@given(st.lists(st.integers(1, 6), min_size=2, max_size=6))
def test_a_number_that_stands_twice_is_found_exactly_if_one_does(numbers: list[int]) -> None:
    assert ("NUM-DUPLICATE" in numbering(numbers)) == (len(set(numbers)) < len(numbers))


@MANY
@given(
    st.lists(st.tuples(st.integers(1, 100), st.integers(1, 60)), min_size=1, max_size=3), st.sampled_from([*ROUNDINGS])
)
def test_the_bases_of_a_row_are_those_that_trying_each_finds(cells: list[tuple[int, int]], rounding: str) -> None:
    exact = [(Decimal(share), count) for share, count in cells]
    tried, found = fitting(exact, rounding), bases(exact, rounding)
    reckoned = [base for base in range(found[0], found[1] + 1) if base < GREATEST] if found else []
    assert tried == reckoned


@FEW
@given(st.sampled_from(FAULTY), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_nothing(mutant, random) -> None:  # type: ignore[no-untyped-def]
    triples = sorted(mutant.edit.made(conforming(mutant.graph)))
    random.shuffle(triples)
    shuffled = Graph()
    for triple in triples:
        shuffled.add(triple)
    assert told(shuffled) == told(mutant.edit.made(conforming(mutant.graph)))


@FEW
@given(st.sampled_from(FAULTY), st.text("абвг", min_size=1, max_size=5))
def test_a_fact_that_has_nothing_to_do_with_it_changes_nothing(mutant, word: str) -> None:  # type: ignore[no-untyped-def]
    graph = mutant.edit.made(conforming(mutant.graph))
    before = told(graph)
    stranger = URIRef("https://example.org/stranger")
    graph.add((stranger, RDF.type, URIRef("https://example.org/Thing")))
    graph.add((stranger, RSNMS.name, Literal(word)))
    assert told(graph) == before


@FEW
@given(st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)))
def test_a_cited_act_is_told_exactly_if_it_is_later_than_the_paper(day: dt.date) -> None:
    graph = Graph()
    for triple in conforming("agreement"):
        graph.add(triple)
    (agreement,) = graph.subjects(RDF.type, RSNMS.Agreement)
    citation = next(iter(sorted(graph.subjects(RDF.type, RSNMS.ActCitation))))
    graph.set((citation, RSNMS.date, Literal(day.isoformat(), datatype=XSD.date)))
    later = day > graph.value(agreement, RSNMS.date).toPython()
    assert told(graph) == (Counter({("DATE-CITED", str(citation)): 1}) if later else Counter())


def test_an_exchange_of_two_neighbours_is_told_wherever_it_happens() -> None:
    for length in range(2, 6):
        for at in range(length - 1):
            numbers = list(range(1, length + 1))
            numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
            assert numbering(numbers) == {"NUM-ORDER"}, numbers
