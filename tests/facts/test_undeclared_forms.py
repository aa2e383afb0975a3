"""A short form that a paper uses and nowhere declares is told; one that is declared anywhere is not."""

from __future__ import annotations

import pytest

from papers import agreements, regulations
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from papers.regulation_cases import FORMS, RULES
from rsnms_kg.facts import model

ORDER = regulations.write(RULES["tver"], FORMS["plain"])[0]
AGREEMENT = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
GLOSSARY = "– наставник – опытный учитель, который помогает молодому;"
FUNCTION = "– проводит диагностику профессиональных затруднений педагогов"


def undeclared(text: str) -> list[str]:
    return [fact.short_form for fact in facts_of(text).of(model.UndeclaredForm)]


def order(term: str, used: str) -> str:
    text = ORDER.replace(GLOSSARY, f"{GLOSSARY}\n\n{term}" if term else GLOSSARY).replace(
        FUNCTION, f"{FUNCTION} {used}"
    )
    assert used in text
    return text


@pytest.mark.parametrize(("term", "used", "told"), [
    ("", "по ИКПТ", ["ИКПТ"]),
    ("– карта ИКПТ – перечень затруднений педагога;", "по ИКПТ", ["ИКПТ"]),  # a form within the name of a term
    ("– карта затруднений – перечень, который ведут в ИКПТ;", "по ИКПТ", ["ИКПТ"]),
    ("– ИКПТ – индивидуальная карта профессиональных трудностей;", "по ИКПТ", []),
    ("– карта затруднений (далее – ИКПТ) – перечень затруднений педагога;", "по ИКПТ", []),
    ("– индивидуальная карта профессиональных трудностей (ИКПТ) – перечень;", "по ИКПТ", []),
    ("– карта ИКПТ – перечень затруднений педагога;", "по картам (далее – ИКПТ)", []),
    ("", "по индивидуальной карте профессиональных трудностей (далее – ИКПТ), и по ИКПТ", []),
    ("", "по ИКПТ (индивидуальной карте профессиональных трудностей)", []),
    ("– карта РСНМС – перечень субъектов РСНМС;", "в РСНМС", []),  # declared in 1.1
    ("", "по правилам РФ", []),  # everybody knows it
])  # fmt: skip
def test_in_a_regulation(term: str, used: str, told: list[str]) -> None:
    assert undeclared(order(term, used)) == told


@pytest.mark.parametrize(("used", "told"), [
    ("и ведение ИКПТ", ["ИКПТ"]),
    ("и ведение карт трудностей (далее – ИКПТ)", []),
    ("и ведение индивидуальных карт профессиональных трудностей (ИКПТ)", []),
])  # fmt: skip
def test_in_an_agreement(used: str, told: list[str]) -> None:
    place = "2.3.4. поддерживать работу школьных методических объединений"
    assert undeclared(AGREEMENT.replace(place, f"{place} {used}")) == told
