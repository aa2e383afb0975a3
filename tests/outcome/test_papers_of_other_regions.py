"""Papers of other regions and municipalities: a correct one gives no finding, a fault its own, and no more."""

from __future__ import annotations

from functools import cache

import pytest

from papers import municipalities, regions
from papers.found import facts_of
from papers.region_words import word_version
from papers.retyping import RETYPINGS
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.report.wording import cited

Said = set[tuple[str, str]]
TEXTS = {name: municipalities.text(name) for name in municipalities.MUNICIPALITIES}
TEXTS |= {name: regions.text(name) for name in ("perm", "sakhalin", "samara", "tver")}
# What is rightly said of a paper as it is; «до 31 декабря» leaves open whether the day is included.
OWN: dict[str, Said] = {
    "megino": {("TERM-BOUNDARY", "3.1")},
    "rybinsk": {("TERM-BOUNDARY", "3.1")},
    "tara": {("TERM-BOUNDARY", "8")},
    "tver": {("TERM-UNUSED", "2/в"), ("LEVEL-CLOSED", "6/а")},
}
# (paper, words of it, words instead of them): what that adds
FAULTS: dict[tuple[str, str, str], Said] = {
    ("gryazi", "3.1.2. представлять", "3.1.3. представлять"): {("NUM-DUPLICATE", "3.1.3")},
    ("gryazi", "в пункте 2.1.1 настоящего", "в пункте 2.1.7 настоящего"): {("REF-CLAUSE", "3.1.3")},
    ("gryazi", "_ М.И. Соколова", "_ М.И. Сокольская"): {("SIGNATURE-MATCH", "7")},
    ("gryazi", ", действующего на основании Положения об Управлении", ""): {("PARTY-AUTHORITY", "преамбула")},
    ("gryazi", "3.1. Отдел обязуется:", "3.1. Комитет обязуется:"): {
        ("OBLIGATION-BEARER", "3.1"), ("OBLIGATION-PARTY", "преамбула"),
    },
    ("gryazi", "к Соглашению о сотрудничестве\nот 14.02.2022", "к Соглашению о сотрудничестве\nот 15.02.2022"): {
        ("ANNEX-MARK", "приложение"),
    },
    ("tara", "7. Стороны имеют", "6. Стороны имеют"): {("NUM-DUPLICATE", "6")},
    ("tara", "6. Институт:", "6. Академия:"): {("OBLIGATION-BEARER", "6")},
    ("tara", "процент\t12\t18\t25", "процент\t12\t18\t125"): {("INDICATOR-RANGE", "приложение 1/1")},
    ("tara", "приложения № 2 к", "приложения № 3 к"): {("ANNEX-PRESENT", "6/3")},
    ("alatyr", "действует с 3 октября 2022 года по", "действует по"): {("TERM-START", "5.1")},
    ("alatyr", "_ О.Ю. Федоров", "_ О.Ю. Фролов"): {("SIGNATURE-MATCH", "6")},
    ("arsk", "Статья 5. Срок", "Статья 6. Срок"): {("NUM-DUPLICATE", "6")},
    ("arsk", "Т.Р. Галиев\tЛ.А. Сафина\n12", "Т.Р. Галеев\tЛ.А. Сафина\n12"): {("SIGNATURE-MATCH", "8")},
    ("arsk", "12\t20\t28\t36", "12\t20\t28\t30,5"): {("INDICATOR-WHOLE", "приложение/2")},
    ("rybinsk", "2.3. Сторона 3", "2.3. Сторона 4"): {("OBLIGATION-BEARER", "2.3"), ("OBLIGATION-PARTY", "преамбула")},
    ("rybinsk", "60\t70\t80", "60\t70\t8"): {("INDICATOR-TREND", "приложение/1")},
    ("megino", "2.3. ИРОиПК:", "2.3. ИРОиПК не обеспечивает:"): {("OBLIGATION-NEGATED", "2.3")},
    ("kuznetsk", "и действует по 31.12.2025 включительно", ""): {("TERM-END", "3.1")},
    ("samara", "9. К субъектам", "10. К субъектам"): {("NUM-DUPLICATE", "10")},
    ("samara", "15. Перечень субъектов Методической системы является исчерпывающим.", "15. Участие добровольно."): {
        ("LEVEL-CLOSED", "5"), ("LEVEL-CLOSED", "9"), ("LEVEL-CLOSED", "12"),
    },
    ("samara", "\tБаза данных", "\t"): {("ROADMAP-RESULT", "ДК/2")},
    ("sakhalin", "ноябрь 2023 г.\tЦНППМ", "март 2023 г.\tЦНППМ"): {("ROADMAP-ORDER", "ДК/2.2")},
    ("sakhalin", "может быть расширен приказом министерства", "утверждается ежегодно"): {
        ("LEVEL-CLOSED", "2.2/1"), ("LEVEL-CLOSED", "2.3/1"), ("LEVEL-CLOSED", "2.4/1"),
    },
}  # fmt: skip
HARMLESS = (
    "doubled spaces", "hyphens for dashes", "no break spaces", "straight quotes", "initials apart", "wrapped at 80",
)  # fmt: skip
# Sections without numbers leave Word nothing to count their clauses by.
AS_WORD = tuple(name for name in TEXTS if name != "megino")


@cache
def findings(paper: str | bytes, name: str = "paper.txt") -> tuple[Finding, ...]:
    return check_graph(build_graph(facts_of(paper, name)), shipped_regulation()).findings


def said(paper: str | bytes, name: str = "paper.txt") -> Said:
    return {(one.requirement.id, one.clause) for one in findings(paper, name) if not one.comparison}


@pytest.mark.parametrize("name", TEXTS)
def test_a_correct_paper_gives_no_finding(name: str) -> None:
    assert said(TEXTS[name]) == OWN.get(name, set())


@pytest.mark.parametrize("name", AS_WORD)
def test_the_same_is_said_of_a_word_file_with_automatic_numbers(name: str) -> None:
    assert said(word_version(TEXTS[name]), f"{name}.docx") == OWN.get(name, set())


@pytest.mark.parametrize(("name", "before", "after"), FAULTS, ids=lambda part: part[:24])
def test_a_fault_adds_its_finding_and_no_other(name: str, before: str, after: str) -> None:
    assert before in TEXTS[name]
    assert said(TEXTS[name].replace(before, after, 1)) - OWN.get(name, set()) == FAULTS[name, before, after]


@pytest.mark.parametrize("retyping", HARMLESS)
@pytest.mark.parametrize("name", municipalities.MUNICIPALITIES)
def test_a_harmless_retyping_changes_nothing(name: str, retyping: str) -> None:
    assert said(RETYPINGS[retyping](TEXTS[name])) == OWN.get(name, set())


def test_how_many_sides_an_agreement_has_is_a_comparison_for_another_region() -> None:
    told = [one for one in findings(TEXTS["tara"]) if one.requirement.id == "PARTY-COUNT"]
    assert [(one.comparison, one.severity) for one in told] == [(True, "info")]
    three_sides = TEXTS["tara"].replace("СОГЛАШЕНИЕ\nо", "ТРЕХСТОРОННЕЕ СОГЛАШЕНИЕ\nо", 1)
    assert ("PARTY-COUNT", "преамбула") in said(three_sides)


def test_a_party_left_out_of_the_preamble_is_missed_where_it_signs() -> None:
    start = TEXTS["gryazi"].index("отдел образования администрации")
    end = TEXTS["gryazi"].index("и государственное автономное")
    assert ("PARTY-COUNT", "преамбула") in said(TEXTS["gryazi"][:start] + TEXTS["gryazi"][end:])


def test_clauses_of_another_region_are_cited_for_comparison_only() -> None:
    (closed,) = (one for one in findings(TEXTS["tver"]) if one.requirement.id == "LEVEL-CLOSED")
    assert not closed.basis[0].sample
    of_kaluga = [ground for ground in closed.basis if ground.kind == "regulation"]
    assert of_kaluga
    assert all(ground.sample and cited(ground).startswith("для сравнения: ") for ground in of_kaluga)
