"""Parties may be listed after «заключено между», in the instrumental; a town may stand before the date."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of, notation
from rsnms_kg.facts import model

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
START, STOP = PAPER.index("Министерство образования Тверской"), PAPER.index("I. Предмет")
BETWEEN = """Настоящее Соглашение заключено между{colon}{gap}\
Министерством образования Тверской области (далее – Министерство), в лице министра образования Тверской области \
Петра Ильича Ветлугина, действующего на основании Положения о ведомстве{mark}{gap}\
Администрацией Лесогорского муниципального округа (далее – Администрация), в лице главы Лесогорского муниципального \
округа Анны Львовны Заболотской, действующей на основании Устава{mark}{gap}\
Государственным бюджетным учреждением дополнительного профессионального образования «Институт педагогического \
мастерства» (далее – Институт), в лице директора института Олега Юрьевича Макаренко, действующего на основании \
Устава,{gap}совместно именуемыми Стороны.

"""
NAMES = [
    ("Министерство образования Тверской области", "ministry", "Министерство"),
    ("Администрация Лесогорского муниципального округа", "municipality", "Администрация"),
    ("Государственное бюджетное учреждение дополнительного профессионального образования "
     "«Институт педагогического мастерства»", "centre", "Институт"),
]  # fmt: skip


@pytest.mark.parametrize(("colon", "mark", "gap"), [(":", ";", "\n\n"), ("", ",", " ")])
def test_parties_in_the_instrumental_are_parties(colon: str, mark: str, gap: str) -> None:
    text = PAPER[:START] + BETWEEN.format(colon=colon, mark=mark, gap=gap) + PAPER[STOP:]
    facts = facts_of(text)
    assert [(one.name, notation(one.role), one.short_name) for one in facts.of(model.Party)] == NAMES
    assert len(facts.of(model.Representative)) == 3
    assert all(duty.bearer for duty in facts.of(model.Obligation))
    assert {one.party for one in facts.of(model.Signature)} == {one.key for one in facts.of(model.Party)}


def test_an_act_between_others_names_no_party() -> None:
    said = "Во исполнение договорённости между Министерством просвещения и Правительством Тверской области, "
    facts = facts_of(PAPER[:START] + said + PAPER[START:])
    assert [one.short_name for one in facts.of(model.Party)] == ["Министерство", "Администрация", "Институт"]


@pytest.mark.parametrize(("line", "place"), [
    ("Тверь, 1 марта 2022 г.", "Тверь"), ("Тверь\t«01» марта 2022 г.", "Тверь"),
    ("Ростов-на-Дону, 1 марта 2022 г.", "Ростов-на-Дону"),
    ("Утверждено, 1 марта 2022 г.", None), ("Соглашение\t01 марта 2022 г.", None),
])  # fmt: skip
def test_a_town_before_the_date_is_the_place(line: str, place: str | None) -> None:
    head = "г. Тверь\n\n«01» марта 2022 г."
    assert head in PAPER
    (act,) = facts_of(PAPER.replace(head, line)).of(model.Agreement)
    assert act.place == place
