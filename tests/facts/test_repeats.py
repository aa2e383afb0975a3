"""An indicator or a measure that a table prints twice is told; rows that differ are two."""

from __future__ import annotations

import pytest

from papers import agreements, regulations
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from papers.regulation_cases import FORMS, RULES
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

AGREEMENT = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
ORDER = regulations.write(RULES["tver"], FORMS["plain"])[0]
SECOND = "2.\tДоля тьюторов муниципальной методической службы, обученных в центре\t50%\t2\t100%\t4"
LAST = "4.\tДоля школ, в которых работают наставники\t20%\t1\t60%\t3"
SIGNED = "2\tПодписаны соглашения с округами и районами\tМинистерство\tСоглашения\t15 сентября 2022 года"
TRAINED = "3\tОбучены тьюторы муниципальных методических служб\tЦНППМ\tОтчёт с числом обученных\t01 декабря 2022 года"


def added(text: str, changed: str) -> list[tuple[str, str]]:
    """What a change makes a check say besides."""

    def said(paper: str) -> list[tuple[str, str]]:
        found = check_graph(build_graph(facts_of(paper)), shipped_regulation()).findings
        return [(one.requirement.id, one.clause) for one in found]

    assert changed != text
    before = said(text)
    return [one for one in said(changed) if one not in before]


@pytest.mark.parametrize(("row", "told"), [
    (SECOND, ["приложение/2"]),  # a copy with its number
    (SECOND.replace("2.", "5.", 1), ["приложение/5"]),
    (SECOND.replace("2.\tДоля тьюторов", "5.\tДоля  Тьюторов", 1), ["приложение/5"]),
    (LAST.replace("4.", "5.", 1).replace("20%\t1", "40%\t2"), ["приложение/5"]),  # with other targets
    (LAST.replace("4.", "5.", 1).replace("школ, в", "сельских школ, в"), []),
    ("Раздел 2\n" + LAST.replace("4.", "5.", 1), []),  # below another heading
])  # fmt: skip
def test_an_indicator_twice(row: str, told: list[str]) -> None:
    found = added(AGREEMENT, AGREEMENT.replace(LAST, f"{LAST}\n{row}"))
    assert [clause for requirement, clause in found if requirement == "INDICATOR-TWICE"] == told
    assert not [requirement for requirement, _ in found if requirement == "NUM-ROW"]


@pytest.mark.parametrize(("row", "told"), [
    (TRAINED, [("ROADMAP-TWICE", "ДК/3")]),
    (TRAINED.replace("3", "4", 1), [("ROADMAP-TWICE", "ДК/4")]),
    (TRAINED.replace("3", "4", 1).replace("ЦНППМ", "Министерство"), [("ROADMAP-TWICE", "ДК/4")]),
    (TRAINED.replace("3", "4", 1).replace("01 декабря 2022", "01 декабря 2023"), []),  # once a year
    (TRAINED.replace("3", "4", 1).replace("тьюторы", "наставники"), []),
])  # fmt: skip
def test_a_measure_twice(row: str, told: list[tuple[str, str]]) -> None:
    assert added(ORDER, ORDER.replace(TRAINED, f"{TRAINED}\n{row}")) == told


def test_ages_are_no_repetition() -> None:
    young = LAST.replace("4.", "5.", 1).replace("наставники", "учителя до 35 лет")
    old = LAST.replace("4.", "6.", 1).replace("наставники", "учителя до 40 лет")
    found = added(AGREEMENT, AGREEMENT.replace(LAST, f"{LAST}\n{young}\n{old}"))
    assert "INDICATOR-TWICE" not in dict(found)
