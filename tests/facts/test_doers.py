"""A duty that names nobody is told by OBLIGATION-BEARER, and nothing else is."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
# Where a clause more may stand: words before which it is put, and its number
AMONG_DUTIES, IN_THE_END = ("III. Срок", "2.5"), ("V. Подписи", "4.3")
CONTROL = "Контроль за исполнением настоящего Соглашения осуществляется."


def told(said: str, place: tuple[str, str]) -> list[tuple[str, str]]:
    before, number = place
    text = PAPER.replace(before, f"{number}. {said}\n\n{before}", 1)
    assert text != PAPER
    findings = check_graph(build_graph(facts_of(text)), shipped_regulation()).findings
    return [(one.requirement.id, one.clause) for one in findings]


BEFORE = [
    (one.requirement.id, one.clause) for one in check_graph(build_graph(facts_of(PAPER)), shipped_regulation()).findings
]


@pytest.mark.parametrize(("said", "place"), [
    (CONTROL, AMONG_DUTIES),
    (CONTROL, IN_THE_END),
    ("Контроль за достижением показателей ежегодно осуществляется в установленном порядке.", IN_THE_END),
    ("Мониторинг достижения показателей проводится ежегодно.", AMONG_DUTIES),
])  # fmt: skip
def test_nobody_is_bound(said: str, place: tuple[str, str]) -> None:
    assert [one for one in told(said, place) if one not in BEFORE] == [("OBLIGATION-BEARER", place[1])]


@pytest.mark.parametrize(("said", "place"), [
    ("Контроль за исполнением Соглашения осуществляется Сторонами.", IN_THE_END),
    ("Контроль за исполнением Соглашения осуществляет Министерство.", IN_THE_END),
    ("Контроль за исполнением Соглашения осуществляется уполномоченными представителями.", IN_THE_END),
    ("Контроль за исполнением Соглашения возлагается на директора института.", IN_THE_END),
    ("Расторжение Соглашения осуществляется в порядке, установленном законодательством.", IN_THE_END),
    ("Споры разрешаются путём переговоров.", IN_THE_END),
    ("Финансирование мероприятий осуществляется за счёт средств бюджета.", AMONG_DUTIES),
    ("Обучение тьюторов проводится на базе Института.", AMONG_DUTIES),
    ("Мониторинг проводится Министерством ежегодно.", AMONG_DUTIES),
])  # fmt: skip
def test_somebody_is_bound_or_nobody_need_be(said: str, place: tuple[str, str]) -> None:
    assert [one for one in told(said, place) if one not in BEFORE] == []
