"""What a norm's words are to a comparison: its action, its object, its limits, whatever the part of speech."""

from __future__ import annotations

import pytest

from rsnms_kg.crosswalk.roots import root
from rsnms_kg.crosswalk.similarity import actions
from rsnms_kg.crosswalk.vocabulary import PLACE, vocabulary
from rsnms_kg.crosswalk.wording import BEARER, FIXED, OBJECT, RESTRICTION, Wording, wording


def read(text: str) -> Wording:
    return wording(text, vocabulary())


def keys(text: str, part: str | None = None) -> list[str]:
    return [token.key for token in read(text).tokens if part in (None, token.part)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("обеспечивает обучение тьюторов", "обучает тьюторов"),
        ("координация методической работы", "координирует методическую работу"),
        ("осуществляет мониторинг", "проведение мониторинга"),
        ("предоставление информации", "передаёт сведения"),
        ("организация стажировок", "организует стажировки"),
        ("паспорт заполняется", "заполняет паспорт"),
    ],
)
def test_verb_noun_and_passive_are_one_action(one: str, other: str) -> None:
    assert actions(read(one).tokens) == actions(read(other).tokens)


def test_an_action_is_never_taken_out_of_the_object() -> None:
    """«Повышение» and «развитие» name here what is supported, not what is done."""
    assert actions(read("поддержка развития и повышения мастерства учителей").tokens) == {"action:support"}


def test_words_after_a_limit_are_a_restriction() -> None:
    assert "matter:route" in keys("обучает учителей на основе индивидуальных образовательных маршрутов", RESTRICTION)
    assert "matter:route" in keys("разрабатывает индивидуальные образовательные маршруты", OBJECT)


def test_what_conditions_are_for_is_their_object() -> None:
    assert "action:raise" in keys("создаёт условия для повышения мастерства", OBJECT)


def test_coordinated_actions_with_one_object_are_one_statement() -> None:
    assert {token.statement for token in read("разрабатывает, утверждает и публикует порядок отбора").tokens} == {0}


def test_actions_with_their_own_objects_are_two_statements() -> None:
    found = read("ведёт реестр наставников и проводит семинары").tokens
    assert {token.statement for token in found} == {0, 1}


def test_a_pronoun_stands_for_what_was_named_before() -> None:
    found = read("готовит рекомендации и направляет их школам").tokens
    assert [token.statement for token in found if token.key == "matter:recommendation"] == [0, 1]


def test_the_bearer_before_the_verb_is_no_object() -> None:
    assert keys("Работники ММС проходят обучение", BEARER) == ["matter:service-staff"]


@pytest.mark.parametrize("text", ["не направляет сведения", "сведения не направляются"])
def test_a_denied_action_is_told(text: str) -> None:
    assert read(text).negated and not read(text.replace("не ", "")).negated


@pytest.mark.parametrize("text", ["Калужской области", "Заречной области", "Лесного муниципального района"])
def test_names_of_places_are_places(text: str) -> None:
    assert set(keys(f"обучает учителей {text}")) >= {PLACE} and len(set(keys(f"обучает учителей {text}"))) == 3


def test_a_place_is_that_of_the_words_in_the_text() -> None:
    text = "обеспечивает   обучение муниципальных тьюторов"
    found = {token.key: text[token.start : token.end] for token in read(text).tokens}
    assert found["action:train"] == "обучение" and found["matter:service-staff"] == "муниципальных тьюторов"


@pytest.mark.parametrize(("one", "other"), [("внедрение", "внедрить"), ("методика", "методический")])
def test_words_of_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    "text",
    ["Центр обязуется проводить семинары", "Центр вправе проводить семинары", "Центр ежегодно проводит семинары",
     "В целях реализации соглашения Центр проводит семинары", "Семинары проводятся Центром",
     "Проведение Центром семинаров", "Центром проводятся семинары"],
)  # fmt: skip
def test_the_bearer_is_told_from_the_object_wherever_it_stands(text: str) -> None:
    assert keys(text, BEARER) == ["matter:centre"] and "семинар" in keys(text, OBJECT)


def test_whom_a_verb_governs_is_no_bearer() -> None:
    assert "matter:centre" in keys("руководит центром", OBJECT) and "matter:centre" in keys(
        "взаимодействие с центром", OBJECT
    )


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("ежегодно", "recurrence:yearly"), ("раз в квартал", "recurrence:quarterly"), ("до 15.10", "time"),
     ("не позднее 1 мая", "time"), ("по согласованию с министерством", "consent")],
)  # fmt: skip
def test_till_when_how_often_and_with_whose_consent(limit: str, expected: str) -> None:
    assert expected in keys(f"направляет отчёты {limit}", FIXED)


def test_how_often_does_not_hide_what_follows() -> None:
    assert keys("ежегодное утверждение перечня", OBJECT) == keys("ежегодно утверждает перечень", OBJECT) != []


def test_a_participle_is_no_action() -> None:
    found = read("экспертиза разработанных педагогами программ")
    assert actions(found.tokens) == {"action:review"}


@pytest.mark.parametrize("text", ["прогнозирование потребностей", "прогнозирует потребности", "намерен прогнозировать"])
def test_an_action_that_no_list_knows(text: str) -> None:
    told = text.replace("прогноз", "комплект").replace("потребност", "библиотек")
    assert actions(read(told).tokens) == {root("комплектование")}


def test_things_of_one_list_are_all_marked() -> None:
    found = read("организует семинары и открытые уроки").tokens
    assert {token.key: token.added for token in found if token.key in ("семинар", "урок")} == {
        "семинар": True, "урок": True,
    }  # fmt: skip


def test_those_who_are_trained_are_not_part_of_the_action() -> None:
    assert keys("подготовка тьюторов", OBJECT) == ["matter:service-staff"]


def test_an_empty_text_has_no_words() -> None:
    assert read("").tokens == () and read("– ; ()").tokens == ()
