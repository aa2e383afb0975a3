"""An agreement is read the same whoever typed it: layouts of offices, retypings, Word files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest

from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.agreement_model import KINDS, Known
from papers.agreements import write
from papers.comparing import differences, marked, pairs
from papers.faults import RETYPING_FAULTS
from papers.found import agreement_found, digest, facts_of
from papers.retyping import RETYPINGS
from papers.words import word_file
from rsnms_kg.facts import model

# Papers that differ from each other as much as possible; every retyping is tried on each.
RETYPED = {
    "tver": "plain",
    "vologda": "an office of the north",
    "yugra": "an office of the south",
    "penza": "signatures flattened",
}
IN_WORD = {
    "tver": "plain",
    "vologda": "an office of the north",
    "yugra": "an office of the south",
    "penza": "signatures in columns",
    "karelia": "arabic sections",
}
# What a retyping of names cannot leave as it was printed.
AS_PRINTED = frozenset({"Signature.signatory"})

# Other words for the same thing, tried on one paper.
WORDINGS = {
    "Стороны совместно": ("Стороны обязуются:", "Стороны совместно обязуются:"),
    "каждая из Сторон": ("Стороны обязуются:", "Каждая из Сторон обязуется:"),
    "все Стороны": ("Стороны обязуются:", "Все Стороны обязуются:"),
    "в обязанности входит": ("Министерство обязуется:", "В обязанности Министерства входит:"),
    "в рамках": ("Министерство обязуется:", "Министерство в рамках настоящего Соглашения обязуется:"),
    "в свою очередь": ("ЦНППМ обязуется:", "В свою очередь ЦНППМ обязуется:"),
    "обязан": ("Муниципалитет обязуется:", "Муниципалитет обязан:"),
    "a paragraph for each party": (", с одной стороны, ", ", с одной стороны,\n\n"),
    "a date in figures": ("«15» апреля 2022 г.\n", "15.04.2022\n"),
    "от даты": ("«15» апреля 2022 г.\n", "от «15» апреля 2022 года\n"),
    "units in the head": ("\tДоля\tКоличество", "\tДоля, %\tКоличество, ед."),
    "не менее": ("\t5%", "\tне менее 5 %"),
    "surname in capitals": ("Д.О. Трифонов", "Д.О. ТРИФОНОВ"),
    "full name signed": ("Д.О. Трифонов", "Трифонов Денис Олегович"),
    "name beside the post": ("района\n\nД.О. Трифонов", "района Д.О. Трифонов"),
    "name beside an abbreviation": ("ЦНППМ\n\nИ.П. Ковальчук", "ЦНППМ И.П. Ковальчук"),
    "name beside the first line": (
        "Глава администрации\nВерхнереченского района\n\nД.О. Трифонов",
        "Глава администрации               Д.О. Трифонов\nВерхнереченского района",
    ),
    "addresses above signatures": (
        "V. Подписи Сторон\n",
        "V. Реквизиты и подписи Сторон\n\nМинистерство образования Пензенской области\n\nг. Пенза, ул. Новая, д. 1\n",
    ),
}  # fmt: skip
# How the term's last day is bounded, and the word that tells whether it is included.
BOUNDARIES = {
    "по 31 мая 2025 года": "по",
    "до 31 мая 2025 года": "до",
    "по 31 мая 2025 года включительно": "включительно",
    "до 31 мая 2025 года включительно": "включительно",
    "до 31.05.2025 включительно": "включительно",
    "по «31» мая 2025 г. (включительно)": "включительно",
}


@cache
def paper(matter: str, layout: str) -> tuple[str, Known]:
    return write(MATTERS[matter], LAYOUTS[layout])


@cache
def read(matter: str, layout: str) -> Known:
    return agreement_found(facts_of(paper(matter, layout)[0]))


@cache
def plain(matter: str) -> Counter[tuple[Any, ...]]:
    return digest(facts_of(paper(matter, RETYPED[matter])[0]), without=AS_PRINTED)


@pytest.mark.parametrize(("layout", "kind"), pairs(LAYOUTS, KINDS))
def test_what_was_written_is_read(layout: str, kind: str) -> None:
    found = {matter: differences(paper(matter, layout)[1], read(matter, layout), kind) for matter in MATTERS}
    assert not any(found.values()), "".join(f"\n{matter}:{words}" for matter, words in found.items() if words)


@pytest.mark.parametrize(("retyping", "matter"), marked(
    [(name, matter) for name, retype in RETYPINGS.items() for matter, layout in RETYPED.items()
     if retype(paper(matter, layout)[0]) != paper(matter, layout)[0]], RETYPING_FAULTS,
))  # fmt: skip
def test_a_retyping_changes_no_fact(retyping: str, matter: str) -> None:
    retyped = RETYPINGS[retyping](paper(matter, RETYPED[matter])[0])
    other = digest(facts_of(retyped), without=AS_PRINTED)
    assert (plain(matter) - other, other - plain(matter)) == ({}, {})


@pytest.mark.parametrize(("matter", "kind"), pairs(IN_WORD, KINDS))
def test_a_word_file_says_what_its_text_says(matter: str, kind: str) -> None:
    assert not differences(read(matter, IN_WORD[matter]), read_in_word(matter), kind)


@pytest.mark.parametrize("wording", WORDINGS)
def test_other_words_say_the_same(wording: str) -> None:
    assert changed_by(reworded(*WORDINGS[wording]), KINDS) == ""


@pytest.mark.parametrize(("wording", "boundary"), BOUNDARIES.items())
def test_words_about_the_last_day_bound_the_term_and_change_nothing_else(wording: str, boundary: str) -> None:
    found = reworded("по 31 мая 2025 года", wording)
    assert found.validity == {("3.1", dt.date(2025, 5, 31), boundary)}
    assert changed_by(found, [kind for kind in KINDS if kind != "validity"]) == ""


def test_a_last_day_that_the_calendar_does_not_have_bounds_nothing_and_is_kept_as_printed() -> None:
    (term,) = facts_of(paper("penza", "plain")[0].replace("по 31 мая 2025", "по 31 июня 2025")).of(model.Validity)
    assert (term.ends_on, term.boundary, term.end_event) == (None, None, "31 июня 2025 года")


def reworded(before: str, after: str) -> Known:
    """What is read of a paper in which some words are replaced."""
    text, _ = paper("penza", "plain")
    assert before in text
    return agreement_found(facts_of(text.replace(before, after)))


def changed_by(found: Known, kinds: Iterable[str]) -> str:
    return "".join(differences(read("penza", "plain"), found, kind) for kind in kinds)


@cache
def read_in_word(matter: str) -> Known:
    return agreement_found(facts_of(word_file(paper(matter, IN_WORD[matter])[0]), "paper.docx"))


def test_every_layout_is_another_paper() -> None:
    assert len({paper("tver", layout)[0] for layout in LAYOUTS}) == len(LAYOUTS)


def test_readings_of_two_papers_differ() -> None:
    assert plain("tver") != plain("penza")


def test_every_retyping_is_tried() -> None:
    for name, retype in RETYPINGS.items():
        papers = [paper(matter, layout)[0] for matter, layout in RETYPED.items()]
        assert any(retype(text) != text for text in papers), name
