"""From the words of an order with its regulation to what is found: one change in the paper, and what it brings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

ORDER = (Path(__file__).parents[2] / "examples" / "order.txt").read_text(encoding="utf-8")
CONTROL = "3. Контроль за исполнением приказа возложить на первого заместителя министра Н.Ф. Берёзова."
FORCE = "4. Приказ вступает в силу с даты его подписания."
OTHER = "Отделу кадров ознакомить с приказом директоров школ."
MONITORING = (
    "Мониторинг проводится не реже двух раз в год. По его итогам Министерство готовит анализ и адресные рекомендации."
)
INDICATORS = ORDER[ORDER.index("6.1. Показатели:") : ORDER.index("6.2. Источники")]
CONTESTS = "– проводит областные конкурсы учителей;\n"
PROGRAMMES = "– разрабатывает программы повышения квалификации по запросам школ"
SIGNING = "Подписаны трёхсторонние соглашения с муниципальными округами"
Found = set[tuple[str, str]]


def changed(*pairs: tuple[str, str]) -> str:
    text = ORDER
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


@cache
def found(text: str) -> Found:
    """The findings, as (requirement, clause)."""
    outcome = check_graph(build_graph(facts_of(text)), shipped_regulation())
    return {(finding.requirement.id, finding.clause) for finding in outcome.findings}


def test_the_order_of_the_examples_has_no_finding() -> None:
    assert found(ORDER) == set()


@pytest.mark.parametrize("clause", [
    "3. Контроль за исполнением настоящего приказа оставляю за собой.",
    "3. Контроль над реализацией приказа осуществляет отдел общего образования.",
    "3. Исполнение приказа контролирую лично.",
    "3. Общий контроль возложить на Н.Ф. Берёзова.",
    "3. Первому заместителю министра Н.Ф. Берёзову осуществлять контроль за выполнением приказа.",
])  # fmt: skip
def test_control_is_told_in_many_words(clause: str) -> None:
    assert found(changed((CONTROL, clause))) == set()


@pytest.mark.parametrize("clause", [
    "4. Настоящий приказ вступает в силу после официального опубликования.",
    "4. Приказ ввести в действие с 1 сентября 2021 года.",
    "4. Приказ вступает в силу по истечении десяти дней после дня его опубликования.",
])  # fmt: skip
def test_entry_into_force_is_told_in_many_words(clause: str) -> None:
    assert found(changed((FORCE, clause))) == set()


BROKEN: dict[str, tuple[str, Found]] = {
    "nobody controls": (changed((CONTROL, f"3. {OTHER}")), {("ORDER-CONTROL", "реквизиты")}),
    "no entry into force": (changed((FORCE, f"4. {OTHER}")), {("ORDER-FORCE", "реквизиты")}),
    "nobody signed": (changed(("Министр\n\nЕ.В. Громова\n", "")), {("ORDER-SIGNED", "реквизиты")}),
    "only referred to": (
        changed(("2. Утвердить комплекс мер", "2. Руководствоваться комплексом мер")),
        {("ORDER-APPROVES", "приложение 2")},
    ),
    "a function twice": (changed((CONTESTS, f"{CONTESTS}\n{CONTESTS}")), {("REGULATION-FUNCTION-TWICE", "3.2.2/3")}),
    "a function of two": (
        changed(("сведения для паспорта РСНМС.", f"сведения для паспорта РСНМС;\n\n{PROGRAMMES}.")),
        {("REGULATION-FUNCTION-SHARED", "3.2.3/5")},
    ),
    "a term without a definition": (
        changed(("– наставник – опытный учитель, который ведёт молодого учителя первые годы работы;", "– наставник;")),
        {("REGULATION-GLOSSARY", "1.2/4")},
    ),
    "no indicators": (
        changed((INDICATORS, ""), ("6.2. Источники", "6.1. Источники")), {("REGULATION-INDICATORS", "приложение 1")},
    ),
    "no monitoring": (changed((MONITORING, "")), {("REGULATION-MONITORING", "приложение 1")}),
    "a rule without a recurrence": (
        changed((MONITORING, "Мониторинг системы проводится на регулярной основе.")),
        {("REGULATION-RECURRENCE", "6.2")},
    ),
    "a duty without a recurrence": (
        changed((MONITORING, "Мониторинг системы проводится Министерством.")), {("REGULATION-RECURRENCE", "6.2")},
    ),
    "agreements without a measure": (
        changed((SIGNING, "Проведены встречи с муниципальными округами")), {("ROADMAP-AGREEMENT", "приложение 2")},
    ),
    "a school signs for the region": (
        changed((f"{SIGNING}\tМинистерство", f"{SIGNING}\tМетодический совет школы")), {("ROADMAP-FUNCTION", "ДК/4")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_change_in_the_order_brings_this_finding_and_no_other(text: str, expected: Found) -> None:
    assert found(text) == expected
