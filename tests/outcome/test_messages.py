"""Places of a message: a name that a check gives, a path from the fact, alternatives, both languages."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import Graph, Literal, URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.outcome.messages import fill

FACT, WHOLE = URIRef("urn:rsnms:fact"), URIRef("urn:rsnms:whole")
GIVEN = {"year": "2024", "measure": Bilingual("количество", "a count"), "post": "Директор"}


@pytest.fixture
def graph() -> Graph:
    """A fact with a signatory and no post, a missing count, and a whole that has a date."""
    graph = Graph()
    graph.add((FACT, RSNMS.signatory, Literal("А.П. Белова")))
    graph.add((FACT, RSNMS.missingMeasure, URIRef(code("column", "count"))))
    graph.add((FACT, RSNMS.parentClause, WHOLE))
    graph.add((WHOLE, RSNMS.date, Literal(date(2021, 8, 16))))
    return graph


@pytest.mark.parametrize(("template", "russian", "english"), [
    ("{signatory}", "А.П. Белова", "А.П. Белова"),
    ("{post}", "–", "–"),
    ("{post|signatory}", "А.П. Белова", "А.П. Белова"),
    ("{signatory|post}", "А.П. Белова", "А.П. Белова"),
    ("{post|parentClause.date|signatory}", "16.08.2021", "16.08.2021"),
    ("{post|parentClause.post}", "–", "–"),
    ("{missingMeasure}", "количество", "count"),
])  # fmt: skip
def test_a_place_shows_the_first_that_is_there(graph: Graph, template: str, russian: str, english: str) -> None:
    assert (fill(template, graph, FACT, {}), fill(template, graph, FACT, {}, "en")) == (russian, english)


@pytest.mark.parametrize(("template", "russian", "english"), [
    ("{year}: {measure}", "2024: количество", "2024: a count"),
    ("{post|signatory}", "Директор", "Директор"),
    ("{signatory|post}", "А.П. Белова", "А.П. Белова"),
])  # fmt: skip
def test_what_a_check_gives_is_shown_in_the_language_of_the_message(
    graph: Graph, template: str, russian: str, english: str
) -> None:
    assert (fill(template, graph, FACT, GIVEN), fill(template, graph, FACT, GIVEN, "en")) == (russian, english)
