"""Places of a message: a name that a check gives, a path from the fact, alternatives, both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from rdflib import Graph, Literal, URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.outcome.messages import fill, moved, opened, quoted, short
from rsnms_kg.outcome.places import cited_place, named, where

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


@pytest.mark.parametrize(("template", "russian"), [
    ("Акт[ № {number}| «{post}»] есть.", "Акт есть."),
    ("Акт[ № {number}| «{signatory}»] есть.", "Акт «А.П. Белова» есть."),
    ("[{signatory} и {post}.|Один {signatory}.]", "Один А.П. Белова."),
    ("[{post|signatory}.|Никто.]", "А.П. Белова."),
    ("Дата[ ({parentClause.date})].", "Дата (16.08.2021)."),
])  # fmt: skip
def test_of_a_choice_the_first_stands_whose_places_are_filled(graph: Graph, template: str, russian: str) -> None:
    assert fill(template, graph, FACT, {}) == russian


def test_an_opened_template_shows_what_is_known_and_leaves_the_rest_open() -> None:
    assert opened("[Акт № {number} от {day}.|Нет.]", {"day": "16.08.2021"}) == "Акт №\N{NO-BREAK SPACE}… от 16.08.2021."


def test_quotation_marks_inside_others_are_of_the_other_kind_and_each_value_has_its_own(graph: Graph) -> None:
    graph.add((FACT, RSNMS.name, Literal("ГАУ «Институт»")))
    assert fill("Сторона «{name}».", graph, FACT, {}) == "Сторона «ГАУ „Институт“»."
    assert fill("Сторона {name}.", graph, FACT, {}) == "Сторона ГАУ «Институт»."
    graph.add((FACT, RSNMS.name, Literal("Школа № 1")))
    assert fill("Стороны: «{name}».", graph, FACT, {}) == "Стороны: «ГАУ „Институт“», «Школа №\N{NO-BREAK SPACE}1»."
    assert quoted("ГАУ «Институт»") == "«ГАУ „Институт“»"


def test_what_is_cut_short_has_its_quotation_marks_closed() -> None:
    assert short("Учреждение «Институт развития образования»", 30) == "Учреждение «Институт развития…»"
    assert short("Учреждение «Институт»", 12) == "Учреждение…"


@pytest.mark.parametrize(("value", "russian", "english"), [
    ("150.0", "150", "150"), ("12.50", "12,5", "12.5"), ("-3", "-3", "-3"), ("100", "100", "100"),
])  # fmt: skip
def test_numbers_are_shown_as_people_write_them(value: str, russian: str, english: str) -> None:
    graph = Graph()
    graph.add((FACT, RSNMS.share, Literal(Decimal(value))))
    assert (fill("{share}", graph, FACT, {}), fill("{share}", graph, FACT, {}, "en")) == (russian, english)


SPACE = "\N{NO-BREAK SPACE}"
PLACES = [
    # label, cited in Russian and English, as a sentence says it
    ("2.3.5", "п.~2.3.5", "clause~2.3.5", "в пункте~2.3.5", "in clause~2.3.5"),
    ("3.2.2/5", "п.~3.2.2/5", "clause~3.2.2/5", "в пункте~3.2.2/5", "in clause~3.2.2/5"),
    ("V", "раздел~V", "section~V", "в разделе~V", "in section~V"),
    ("преамбула", "преамбула", "preamble", "в преамбуле", "in the preamble"),
    ("приложение", "приложение", "annex", "в приложении", "in the annex"),
    ("приложение 2/3", "приложение 2, строка~3", "annex 2, row~3", "в приложении~2 (строка~3)", "in annex~2 (row~3)"),
    ("ДК/6", "дорожная карта, строка~6", "roadmap, row~6", "в дорожной карте (строка~6)", "in the roadmap (row~6)"),
]


@pytest.mark.parametrize(("label", "ru", "en", "at", "at_en"), PLACES, ids=[place[0] for place in PLACES])
def test_a_place_is_named_as_people_do(label: str, ru: str, en: str, at: str, at_en: str) -> None:
    told = cited_place(label), cited_place(label, "en"), where(label), where(label, "en")
    assert told == tuple(words.replace("~", SPACE) for words in (ru, en, at, at_en))


def test_a_label_in_a_sentence_keeps_its_number_and_changes_its_word() -> None:
    assert (named("приложение/2"), named("приложение/2", "en"), named("2.3", "en")) == (
        "приложение/2",
        "annex/2",
        "2.3",
    )


def test_a_message_says_where_its_fact_is_and_can_be_said_of_another_clause(graph: Graph) -> None:
    graph.add((FACT, RSNMS.clauseLabel, Literal("2.3")))
    told = Bilingual(*(fill("{where} – {post|signatory}.", graph, FACT, {}, language) for language in ("ru", "en")))
    assert told == Bilingual(f"В пункте{SPACE}2.3 – А.П. Белова.", f"In clause{SPACE}2.3 – А.П. Белова.")
    assert moved(told, "2.3", "преамбула") == Bilingual("В преамбуле – А.П. Белова.", "In the preamble – А.П. Белова.")


@pytest.mark.parametrize(("printed", "meant", "slip", "due"), [
    ("паспорта ДПО", "паспорт ДППО", "ДПО", "ДППО"),  # the noun keeps the case of its sentence
    ("ДП ПО", "ДППО", "ДП ПО", "ДППО"),
    ("Цнтр", "Центр", "Цнтр", "Центр"),
])  # fmt: skip
def test_of_a_short_form_the_words_in_capitals_are_mended(printed: str, meant: str, slip: str, due: str) -> None:
    graph = Graph()
    graph.add((FACT, RSNMS.shortForm, Literal(printed)))
    graph.add((FACT, RSNMS.meant, Literal(meant)))
    assert fill("{slip} → {dueForm}", graph, FACT, {}) == f"{slip} → {due}"


def test_a_lone_quotation_mark_is_told_in_words(graph: Graph) -> None:
    graph.add((FACT, RSNMS.words, Literal("«Основные принципы")))
    graph.add((FACT, RSNMS.missingMark, Literal("»")))
    told = "«{unquoted}»: {lackingMark}, {lackingEnd}"
    assert fill(told, graph, FACT, {}) == "«Основные принципы»: закрывающую кавычку, кончается"
    assert fill(told, graph, FACT, {}, "en") == "«Основные принципы»: the closing mark, ends"


@pytest.mark.parametrize("words", ["120%", "120 %", f"120{SPACE}%"])
def test_per_cents_are_typed_as_the_language_has_them(graph: Graph, words: str) -> None:
    graph.add((FACT, RSNMS.shareWords, Literal(words)))
    shown = fill("{shareWords}", graph, FACT, {}), fill("{shareWords}", graph, FACT, {}, "en")
    assert shown == (f"120{SPACE}%", "120%")
