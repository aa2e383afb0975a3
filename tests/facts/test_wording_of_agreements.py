"""Officials say one thing in several ways: what an agreement is about, who trains the tutors."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from rsnms_kg.facts import model
from rsnms_kg.facts.topics import topics

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
SUBJECT = "1.1. Предметом настоящего Соглашения является совместная работа"
HEADING = "I. Предмет Соглашения"


@pytest.mark.parametrize(("heading", "subject"), [
    ("I. Общие положения", "1.1. Соглашение определяет порядок совместной работы"),
    ("I. Общие положения", "1.1. Настоящее Соглашение регулирует отношения"),
    ("I. Общие положения", "1.1. Соглашение устанавливает обязательства"),
    ("I. Предмет", "1.1. Стороны сообща ведут работу"),
])  # fmt: skip
def test_a_subject_matter_is_known_by_what_it_says(heading: str, subject: str) -> None:
    assert SUBJECT in PAPER and HEADING in PAPER
    facts = facts_of(PAPER.replace(HEADING, heading).replace(SUBJECT, subject))
    assert [one.clause_label for one in facts.of(model.SubjectMatter)] == ["1.1"]


def test_a_school_subject_is_no_subject_matter() -> None:
    text = PAPER.replace(HEADING, "I. Общие положения").replace(SUBJECT, "1.1. Олимпиады по предмету проводит работа")
    assert facts_of(text).of(model.SubjectMatter) == []


@pytest.mark.parametrize("said", [
    "обучать муниципальных тьюторов",
    "обучить не менее шести муниципальных тьюторов",
    "подготовить тьюторов муниципальной методической службы",
    "осуществляет повышение квалификации муниципальных методистов и тьюторов",
    "обучить работников муниципальной методической службы",
])  # fmt: skip
def test_training_of_tutors_is_known_by_its_verb_too(said: str) -> None:
    assert {one.notation for one in topics("обучение муниципальных тьюторов")} <= {one.notation for one in topics(said)}


@pytest.mark.parametrize("said", ["направлять тьюторов на семинары", "повышение квалификации педагогов"])
def test_what_is_no_training_of_tutors(said: str) -> None:
    assert not {one.notation for one in topics("обучение муниципальных тьюторов")} & {
        one.notation for one in topics(said)
    }
