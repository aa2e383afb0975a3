"""How regions lay out their regulations: levels as headings, tables, orders that list, stamps, roadmaps."""

from __future__ import annotations

import datetime as dt

import pytest

from papers.found import facts_of, notation
from rsnms_kg.facts import model
from rsnms_kg.facts.collection import Facts

TITLE = "ПОЛОЖЕНИЕ\nо региональной системе научно-методического сопровождения педагогов Томской области\n\n"
HEAD = f"{TITLE}1. Общие положения\n\n1.1. Положение описывает систему (далее – РСНМС).\n\n"
ORDER = """МИНИСТЕРСТВО ОБРАЗОВАНИЯ ТОМСКОЙ ОБЛАСТИ

ПРИКАЗ

от 01.06.2022 № 40

О системе методического сопровождения педагогов

В целях поддержки педагогов приказываю:

{clauses}

Министр

А.В. Райкова

"""


def subjects(facts: Facts) -> list[tuple[str, str | None]]:
    return [(subject.name, notation(subject.level)) for subject in facts.of(model.SubjectType)]


def bearers(facts: Facts) -> list[tuple[str, str]]:
    names = {subject.key: subject.short_name or subject.name for subject in facts.of(model.SubjectType)}
    return [(fact.clause_label, names[fact.bearer]) for fact in facts.of(model.Function)]


def roadmap(*rows: str) -> list[model.Measure]:
    head = "№\tМероприятие\tСрок\tОтветственный\tРезультат"
    table = "\n".join([head, *rows])
    return facts_of(f"{HEAD}ПЛАН МЕРОПРИЯТИЙ\nпо созданию РСНМС\n\n{table}\n").of(model.Measure)


def test_levels_are_headings_without_colons() -> None:
    facts = facts_of(
        f"{HEAD}2. Структура РСНМС\n\nРегиональный уровень\n\n– министерство;\n\n– институт.\n\n"
        "Муниципальный уровень\n\n– методические кабинеты.\n"
    )
    assert subjects(facts) == [
        ("министерство", "regional"), ("институт", "regional"), ("методические кабинеты", "municipal"),
    ]  # fmt: skip


def test_subjects_are_clauses_below_a_level() -> None:
    facts = facts_of(
        f"{HEAD}2. Субъекты\n\n2.1. Региональный уровень.\n\n2.1.1. Министерство образования:\n\n– утверждает план.\n\n"
        "2.1.2. Институт учителя.\n\nФункции Института учителя:\n\n– обучает педагогов.\n\n"
        "2.2. Муниципальный уровень.\n\n2.2.1. Методические службы собирают запросы школ.\n"
    )
    assert subjects(facts) == [
        ("Министерство образования", "regional"), ("Институт учителя", "regional"),
        ("Методические службы", "municipal"),
    ]  # fmt: skip
    assert bearers(facts) == [
        ("2.1.1/1", "Министерство образования"), ("2.1.2/1", "Институт учителя"), ("2.2.1", "Методические службы"),
    ]  # fmt: skip


def test_a_list_of_levels_holds_lists_of_subjects() -> None:
    facts = facts_of(
        f"{HEAD}2. Субъекты\n\n2.1. К субъектам РСНМС относятся:\n\n1) на региональном уровне:\n\n– министерство;\n\n"
        "2) на уровне образовательной организации:\n\n– методический совет.\n"
    )
    assert subjects(facts) == [("министерство", "regional"), ("методический совет", "institutional")]


def test_sections_without_numbers() -> None:
    facts = facts_of(
        f"{TITLE}Общие положения\n\nПоложение описывает систему.\n\nЗадачи РСНМС:\n\n– обмен опытом;\n\n– помощь.\n\n"
        "Мониторинг\n\nМониторинг проводится раз в год.\n"
    )
    assert [fact.start < fact.end for fact in facts.of(model.Task)] == [True, True]
    assert [fact.times_a_year for fact in facts.of(model.MonitoringRule)] == [1]


def test_a_table_tells_levels_in_a_column() -> None:
    facts = facts_of(
        f"{HEAD}2. Субъекты\n\n2.1. Субъекты и полномочия:\n\nУровень\tСубъект\tПолномочия\n"
        "Региональный\tМинистерство (Министерство)\t1) утверждает план; 2) ведёт сайт\n"
        "\tЦНППМ\tпроводит диагностику\n\nМуниципальный\tМетодический кабинет\tсобирает запросы\n"
    )
    assert subjects(facts) == [
        ("Министерство", "regional"), ("ЦНППМ", "regional"), ("Методический кабинет", "municipal"),
    ]  # fmt: skip
    assert bearers(facts) == [
        ("2.1/1/1", "Министерство"), ("2.1/1/2", "Министерство"), ("2.1/2/1", "ЦНППМ"),
        ("2.1/3/1", "Методический кабинет"),
    ]  # fmt: skip


def test_a_list_in_one_sentence() -> None:
    facts = facts_of(
        f"{HEAD}2. Субъекты\n\n2.1. Субъектами муниципального уровня являются методические службы, "
        "районные объединения учителей и сетевые методисты.\n"
    )
    assert [name for name, _ in subjects(facts)] == [
        "методические службы", "районные объединения учителей", "сетевые методисты",
    ]  # fmt: skip


@pytest.mark.parametrize(("clauses", "kind", "found"), [
    ("1. Утвердить:\n\n1) Положение (приложение 1);\n\n2) План (приложение 2).", model.Approval, ["1/1", "1/2"]),
    ("1. Признать утратившим силу приказ от 05.05.2020 № 50.", model.Repeal, ["1"]),
    ("1. Отменить приказ министерства от 05.05.2020 № 50.", model.Repeal, ["1"]),
    ("1. Приказ от 05.05.2020 № 50 признать утратившим силу.", model.Repeal, ["1"]),
    ("1. Признать утратившими силу:\n\n– приказ от 05.05.2020 № 50;\n\n– приказ от 06.05.2020 № 51.", model.Repeal,
     ["1/1", "1/2"]),
    ("1. Внести в приказ от 05.05.2020 № 50 следующие изменения:\n\n1) пункт 2 исключить.", model.Amendment, ["1"]),
    ("1. В приказ от 05.05.2020 № 50 внести изменения.", model.Amendment, ["1"]),
])  # fmt: skip
def test_what_the_clauses_of_an_order_do(clauses: str, kind: type[model.Fact], found: list[str]) -> None:
    facts = facts_of(ORDER.format(clauses=clauses) + f"Приложение 1\nк приказу от 01.06.2022 № 40\n\n{HEAD}")
    assert [fact.clause_label for fact in facts.of(kind)] == found


def test_a_stamp_makes_an_annex_and_tells_its_edition() -> None:
    stamp = "УТВЕРЖДЕНО\nприказом министерства от 01.06.2022 № 40\n(в редакции приказа министерства от 03.03.2023 № 7)"
    facts = facts_of(ORDER.format(clauses="1. Утвердить прилагаемое Положение о системе.") + f"{stamp}\n\n{HEAD}")
    (regulation,) = facts.of(model.Regulation)
    numbers = {citation.key: citation.number for citation in facts.of(model.ActCitation)}
    assert [numbers[cited] for cited in regulation.edited_by] == ["7"]
    assert [approval.approved_act for approval in facts.of(model.Approval)] == ["annex-1"]


def test_the_number_of_an_edition_is_not_the_regulation_s() -> None:
    facts = facts_of(HEAD.replace("\n\n1. Общие", "\n(в ред. приказа от 03.03.2023 № 7)\n\n1. Общие"))
    (regulation,) = facts.of(model.Regulation)
    assert (regulation.number, regulation.date, len(regulation.edited_by)) == (None, None, 1)
    assert "ред." not in (regulation.title or "")


@pytest.mark.parametrize(("words", "day"), [
    ("до 1 сентября 2023 г.", dt.date(2023, 9, 1)),
    ("с 1 по 15 марта 2023 года", dt.date(2023, 3, 15)),
    ("III квартал 2022 года", dt.date(2022, 9, 30)),
    ("3 квартал 2022", dt.date(2022, 9, 30)),
    ("I полугодие 2022 г.", dt.date(2022, 6, 30)),
    ("второе полугодие 2022 года", dt.date(2022, 12, 31)),
    ("сентябрь – октябрь 2022 года", dt.date(2022, 10, 31)),
    ("февраль 2024", dt.date(2024, 2, 29)),
    ("2022–2024 гг.", dt.date(2024, 12, 31)),
    ("ежегодно до 31 декабря", None),
    ("постоянно", None),
])  # fmt: skip
def test_the_day_by_which_a_measure_is_due(words: str, day: dt.date | None) -> None:
    (measure,) = roadmap(f"1\tКонкурс учителей\t{words}\tМинистерство\tПриказ")
    assert (measure.deadline, measure.deadline_words) == (day, words)


@pytest.mark.parametrize("words", ["ежегодно", "ежеквартально", "постоянно", "в течение года", "по мере необходимости"])
def test_a_recurring_deadline_is_no_doubt(words: str) -> None:
    text = f"{HEAD}ПЛАН МЕРОПРИЯТИЙ\n\n№\tМероприятие\tСрок\tОтветственный\n1\tКонкурс\t{words}\tИнститут\n"
    assert facts_of(text).of(model.Doubt) == []


def test_sections_inside_a_roadmap_count_anew() -> None:
    measures = roadmap(
        "I. Документы\t\t\t\t", "1\tПриказ\t01.02.2022\tИнститут\tПриказ", "2\tПлан\t01.03.2022\tИнститут\tПлан",
        "II. Обучение\t\t\t\t", "1\tКурсы\t01.04.2022\tИнститут\tОтчёт",
    )  # fmt: skip
    assert [(measure.number, measure.expected_number) for measure in measures] == [("1", "1"), ("2", "2"), ("1", "1")]


@pytest.mark.parametrize(("second", "due"), [("3", "3"), ("5", "3"), ("1", "1")])
def test_sections_inside_a_roadmap_may_count_on(second: str, due: str) -> None:
    measures = roadmap(
        "I. Документы\t\t\t\t", "1\tПриказ\t01.02.2022\tИнститут\tПриказ", "2\tПлан\t01.03.2022\tИнститут\tПлан",
        "II. Обучение\t\t\t\t", f"{second}\tКурсы\t01.04.2022\tИнститут\tОтчёт",
    )  # fmt: skip
    assert [measure.expected_number for measure in measures] == ["1", "2", due]


@pytest.mark.parametrize("second", ["\t\tСрок\tОтветственный\t", "№\tМероприятие\tСрок\tОтветственный\tРезультат"])
def test_the_head_of_a_roadmap_may_have_two_rows(second: str) -> None:
    head = "№\tМероприятие\tИсполнение\t\tРезультат"
    rows = "1\tПриказ\t01.02.2022\tИнститут\tПриказ\n2\tКурсы\t01.04.2022\tМинистерство\tОтчёт"
    measures = facts_of(f"{HEAD}ПЛАН МЕРОПРИЯТИЙ\n\n{head}\n{second}\n{rows}\n").of(model.Measure)
    assert [(one.number, one.responsible, one.deadline) for one in measures] == [
        ("1", "Институт", dt.date(2022, 2, 1)), ("2", "Министерство", dt.date(2022, 4, 1)),
    ]  # fmt: skip


def test_numbered_sections_of_a_roadmap_are_no_measures() -> None:
    measures = roadmap(
        "1\tДокументы\t\t\t", "1.1\tПриказ\t01.02.2022\tИнститут\tПриказ", "1.2\tПлан\t01.03.2022\tИнститут\tПлан",
        "2\tОбучение\t\t\t", "2.1\tКурсы\t01.04.2022\tИнститут\tОтчёт",
    )  # fmt: skip
    assert [(measure.number, measure.expected_number) for measure in measures] == [
        ("1.1", "1.1"), ("1.2", "1.2"), ("2.1", "2.1"),
    ]  # fmt: skip


@pytest.mark.parametrize(("unit", "value", "share", "count"), [
    ("%", "15", "15", None), ("процентов", "15,5", "15.5", None),
    ("человек", "15", None, "15"), ("ед.", "7", None, "7"),
])  # fmt: skip
def test_the_unit_tells_shares_from_counts(unit: str, value: str, share: str | None, count: str | None) -> None:
    text = (
        f"{HEAD}ЦЕЛЕВЫЕ ПОКАЗАТЕЛИ\n\n№\tНаименование показателя\tЕд. изм.\t2023 год\n"
        f"1\tОхват педагогов диагностикой\t{unit}\t{value}\n"
    )
    (target,) = facts_of(text).of(model.Target)
    assert [target.share and str(target.share), target.count and str(target.count)] == [share, count]


def test_the_head_of_a_body_is_a_post_and_no_surname() -> None:
    facts = facts_of(ORDER.format(clauses="1. Утвердить план.").replace("Министр\n\nА.В.", "Министр А.В.") + HEAD)
    (signature,) = facts.of(model.Signature)
    assert (signature.post, signature.surname) == ("Министр", "Райкова")


@pytest.mark.parametrize("lead", [
    "Мониторинг системы проводится Министерством ежегодно по следующим показателям:",
    "Ежегодно Министерство проводит мониторинг эффективности системы по следующим показателям:",
])  # fmt: skip
def test_a_clause_on_monitoring_may_list_the_indicators(lead: str) -> None:
    facts = facts_of(
        f"{HEAD}2. Министерство образования Томской области (далее – Министерство) руководит системой.\n\n"
        f"3. {lead}\n\nа) доля педагогов, прошедших диагностику;\n\nб) доля обученных методистов.\n"
    )
    assert [one.clause_label for one in facts.of(model.Indicator)] == ["3/а", "3/б"]
    assert [(one.clause_label, one.times_a_year) for one in facts.of(model.MonitoringRule)] == [("3", 1)]
    assert not [one for one in facts.of(model.Function) if one.clause_label.startswith("3")]
