"""How offices introduce lists: the words above a list tell what it holds, whose it is and on which level."""

from __future__ import annotations

from collections import Counter

import pytest

from papers.found import facts_of, notation
from rsnms_kg.facts import model
from rsnms_kg.facts.collection import Facts

HEAD = """ПОЛОЖЕНИЕ
о региональной системе научно-методического сопровождения педагогических работников Томской области

1. Общие положения

1.1. Положение описывает устройство региональной системы (далее – РСНМС).
"""
SUBJECTS = """
2. Субъекты РСНМС

2.1. Субъектами регионального уровня являются:

– Департамент общего образования Томской области (далее – Департамент);

– областной институт развития педагогов (далее – Институт).

3. {heading}

"""


def listed(heading: str, lead: str, *items: str) -> Facts:
    """The facts of a regulation with one section: a heading, a lead-in and a list."""
    below = "\n\n".join(f"– {item}{'.' if item is items[-1] else ';'}" for item in items)
    return facts_of(f"{HEAD}\n2. {heading}\n\n2.1. {lead}\n\n{below}\n")


def told(text: str, heading: str = "Функции субъектов РСНМС") -> Facts:
    """The facts of a regulation that lists two subjects and goes on with ``text``."""
    return facts_of(HEAD + SUBJECTS.format(heading=heading) + text)


def functions(facts: Facts) -> list[tuple[str, str, str | None]]:
    names = {subject.key: subject.short_name or subject.name for subject in facts.of(model.SubjectType)}
    return [(fact.clause_label, names[fact.bearer], notation(fact.modality)) for fact in facts.of(model.Function)]


def doubts(facts: Facts) -> list[tuple[str, str | None]]:
    return [(fact.clause_label, notation(fact.reason)) for fact in facts.of(model.Doubt)]


@pytest.mark.parametrize(("lead", "kind"), [
    ("Целями РСНМС являются:", model.Goal),
    ("РСНМС создана в целях:", model.Goal),
    ("Для достижения цели решаются следующие задачи:", model.Task),
    ("Система решает следующие задачи:", model.Task),
    ("Задачи РСНМС:", model.Task),
    ("Деятельность РСНМС строится на следующих принципах:", model.Principle),
    ("В основу РСНМС положены принципы:", model.Principle),
    ("Механизмами реализации РСНМС являются:", model.Mechanism),
    ("Основные механизмы:", model.Mechanism),
    ("Взаимодействие субъектов осуществляется по следующим направлениям:", model.Interaction),
    ("Субъекты РСНМС взаимодействуют по вопросам:", model.Interaction),
    ("Формы взаимодействия субъектов:", model.Channel),
    ("Каналами взаимодействия служат:", model.Channel),
    ("Показатели эффективности РСНМС:", model.Indicator),
    ("Работу РСНМС оценивают по следующим показателям:", model.Indicator),
    ("Источниками информации для мониторинга являются:", model.InformationSource),
    ("Методы сбора информации:", model.InformationSource),
    ("Функционирование РСНМС обеспечивают следующие документы:", model.Instrument),
    ("Нормативные документы, которые обеспечивают работу РСНМС:", model.Instrument),
])  # fmt: skip
def test_a_lead_in_tells_what_a_list_holds(lead: str, kind: type[model.Fact]) -> None:
    facts = listed("Устройство РСНМС", lead, "помощь молодым учителям", "обмен опытом школ")
    assert [fact.clause_label for fact in facts.of(kind)] == ["2.1/1", "2.1/2"]
    assert doubts(facts) == []


@pytest.mark.parametrize(("lead", "level"), [
    ("Субъектами регионального уровня являются:", "regional"),
    ("На краевом уровне в систему входят:", "regional"),
    ("Первый уровень – региональный. Его субъекты:", "regional"),
    ("Региональный уровень РСНМС представлен:", "regional"),
    ("К субъектам муниципального уровня относятся:", "municipal"),
    ("Участниками РСНМС на уровне муниципального образования являются:", "municipal"),
    ("Районный уровень:", "municipal"),
    ("Уровень образовательной организации представляют:", "institutional"),
    ("На школьном уровне действуют следующие субъекты:", "institutional"),
    ("Субъекты институционального уровня:", "institutional"),
])  # fmt: skip
def test_a_lead_in_tells_the_level_of_subjects(lead: str, level: str) -> None:
    facts = listed("Структура РСНМС", lead, "методическая служба", "объединения педагогов")
    found = [(subject.name, notation(subject.level)) for subject in facts.of(model.SubjectType)]
    assert found == [("методическая служба", level), ("объединения педагогов", level)]


@pytest.mark.parametrize(("lead", "bearer", "modality"), [
    ("Функции Департамента:", "Департамент", "obligation"),
    ("Основные функции и полномочия Департамента:", "Департамент", "obligation"),
    ("К полномочиям Департамента относятся:", "Департамент", "obligation"),
    ("В компетенцию Департамента входят:", "Департамент", "obligation"),
    ("Департамент общего образования Томской области выполняет следующие функции:", "Департамент", "obligation"),
    ("Департамент в рамках своих полномочий:", "Департамент", "obligation"),
    ("Департамент:", "Департамент", "obligation"),
    ("Департамент обеспечивает:", "Департамент", "obligation"),
    ("На Институт возлагаются следующие функции:", "Институт", "obligation"),
    ("Институт осуществляет функции по:", "Институт", "obligation"),
    ("Основные направления деятельности Института:", "Институт", "obligation"),
    ("Задачи Института:", "Институт", "obligation"),
    ("Институт вправе:", "Институт", "permission"),
    ("Институт имеет право:", "Институт", "permission"),
    ("Институт не вправе:", "Институт", "prohibition"),
    ("Институту запрещается:", "Институт", "prohibition"),
])  # fmt: skip
def test_a_lead_in_tells_whose_functions_follow(lead: str, bearer: str, modality: str) -> None:
    facts = told(f"3.1. {lead}\n\n– проведение встреч педагогов;\n\n– разбор уроков.\n")
    assert functions(facts) == [("3.1/1", bearer, modality), ("3.1/2", bearer, modality)]
    assert doubts(facts) == []


@pytest.mark.parametrize(("text", "found"), [
    ("3.1. Департамент утверждает план. Институт ежегодно готовит отчёт.",
     [("3.1", "Департамент", "obligation"), ("3.1", "Институт", "obligation")]),
    ("3.1. При наличии заявок Институт проводит выездные занятия.", [("3.1", "Институт", "obligation")]),
    ("3.1. Институт не вправе менять план.", [("3.1", "Институт", "prohibition")]),
    ("3.1. Департамент осуществляет: утверждение плана; оценку отчётов.",
     [("3.1", "Департамент", "obligation"), ("3.1", "Департамент", "obligation")]),
    ("3.1. План работы утверждает Департамент.", [("3.1", "Департамент", "obligation")]),
    ("3.1. План работы утверждается Департаментом. Сайт ведётся Институтом.",
     [("3.1", "Департамент", "obligation"), ("3.1", "Институт", "obligation")]),
    ("3.1. Функции субъектов:\n\n– Департамент:\n\n– утверждает план;\n\n– Институт:\n\n– ведёт обучение.",
     [("3.1/2", "Департамент", "obligation"), ("3.1/4", "Институт", "obligation")]),
    ("Функции Департамента:\n\nа) утверждает план;\n\nФункции Института:\n\nа) ведёт обучение.",
     [("3/а", "Департамент", "obligation"), ("3/а", "Институт", "obligation")]),
    ("3.1. Департамент:\n\nУтверждает план;\n\nОценивает отчёты.",
     [("3.1/1", "Департамент", "obligation"), ("3.1/2", "Департамент", "obligation")]),
    ("3.1. Функции Института:\n\n3.1.1. В сфере обучения:\n\n– ведёт курсы;\n\n– учит.\n\n3.1.2. Ведёт сайт.",
     [(label, "Институт", "obligation") for label in ("3.1.1/1", "3.1.1/2", "3.1.2")]),
    ("3.1. Функции Института:\n\n3.1.1. Утратил силу.\n\n3.1.2. Ведёт сайт.", [("3.1.2", "Институт", "obligation")]),
])  # fmt: skip
def test_functions_told_in_other_ways(text: str, found: list[tuple[str, str, str]]) -> None:
    assert functions(told(text)) == found


@pytest.mark.parametrize(("text", "doubt"), [
    ("3.1. Функции проектного офиса:\n\n– ведёт сайт.", ("3.1", "unlisted-bearer")),
    ("3.1. Обращаем внимание на следующее:\n\n– сайт обновляется;\n\n– почта проверяется.", ("3.1", "unknown-list")),
    ("3.1. Основные функции:\n\n– ведёт сайт;\n\n– учит педагогов.", ("3.1", "functions-without-bearer")),
    ("3.1. Работники Института проходят обучение.", ("3.1", "unknown-norm-bearer")),
    ("3.1. Используются понятия:\n\n– наставник.", ("3.1/1", "term-without-definition")),
    ("3.1. РСНМС имеет региональный и муниципальный уровни.", ("3.1", "level-without-subjects")),
    ("3.1. О работе говорят на встречах.", ("3", "empty-section")),
])  # fmt: skip
def test_the_reader_says_where_it_was_unsure(text: str, doubt: tuple[str, str]) -> None:
    assert doubt in doubts(told(text, heading="Разное"))


def test_a_subject_of_no_level_is_doubtful() -> None:
    facts = listed("Состав РСНМС", "Субъектами РСНМС являются:", "методическая служба", "объединения педагогов")
    assert Counter(doubts(facts)) == {("2.1/1", "subject-without-level"): 1, ("2.1/2", "subject-without-level"): 1}


@pytest.mark.parametrize(("text", "times"), [
    ("Мониторинг проводится не реже одного раза в год.", 1),
    ("Мониторинг проводится ежегодно.", 1),
    ("Мониторинг показателей осуществляется Институтом два раза в год.", 2),
    ("Мониторинг проводится дважды в год.", 2),
    ("Мониторинг системы проводится раз в полугодие.", 2),
    ("Институт проводит мониторинг ежеквартально.", 4),
    ("Оценка эффективности РСНМС проводится не менее 3 раз в год.", 3),
    ("Ежемесячно проводится мониторинг показателей.", 12),
])  # fmt: skip
def test_how_often_monitoring_is_due(text: str, times: int) -> None:
    facts = told(f"3.1. {text}", heading="Мониторинг")
    assert [fact.times_a_year for fact in facts.of(model.MonitoringRule)] == [times]


def test_an_open_list_is_not_closed() -> None:
    facts = told("3.1. Перечень субъектов регионального уровня не является исчерпывающим.")
    assert facts.of(model.ClosedList) == []
