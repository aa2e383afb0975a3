"""A fault put into a correct agreement is told by one requirement, and its remedy fits what was done."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Finding

CLEAN = (Path(__file__).parents[2] / "examples" / "agreement-clean.txt").read_text(encoding="utf-8")
SIGNED_BY_ANOTHER = {("SIGNATURE-POST", "5"), ("SIGNATURE-POST", "приложение")}
# What is told (requirement, clause) where words are put in place of others.
FAULTS = [
    # A count below «share», with and without a sign: the row is told, and no sign is asked for.
    ("\t\t3\t\t5", "\t3\t\t5%\t", {("INDICATOR-UNITS", "приложение/4")}),
    ("\t\t3\t\t5", "\t3%\t\t5%\t", {("INDICATOR-UNITS", "приложение/4")}),
    # The head of another municipality signs, however the name is broken over lines.
    ("Глава Озёрного\n", "Глава Лесного\n", SIGNED_BY_ANOTHER),
    ("Глава Озёрного\nмуниципального", "Глава Красногорского муниципального", SIGNED_BY_ANOTHER),
    ("Глава Озёрного\nмуниципального", "Глава\nЛесного муниципального", SIGNED_BY_ANOTHER),
    ("Глава Озёрного\nмуниципального", "Глава Лесного\nмуниципального\n", SIGNED_BY_ANOTHER),
    ("Глава Озёрного\nмуниципального округа", "Глава городского\nокруга «Город Лесной»", SIGNED_BY_ANOTHER),
    ("Глава Озёрного\nмуниципального округа", "Глава муниципального\nобразования «Город\nКалуга»", SIGNED_BY_ANOTHER),
    # The same one by a shorter name, or none, is right.
    ("Глава Озёрного\nмуниципального", "Глава Озерного\n", set()),
    ("Глава Озёрного\nмуниципального округа", "Глава\nмуниципального округа", set()),
]


@cache
def findings(text: str) -> tuple[Finding, ...]:
    return check_graph(build_graph(facts_of(text)), shipped_regulation()).findings


def name_of(part: object) -> str:
    """The name of a case: the same in every run, whatever the order of a set."""
    return str(sorted(part) if isinstance(part, set) else part)[:40]


@pytest.mark.parametrize(("before", "after", "told"), FAULTS, ids=name_of)
def test_a_fault_is_told_by_its_requirement_and_no_other(before: str, after: str, told: set[tuple[str, str]]) -> None:
    assert before in CLEAN
    found = findings(CLEAN.replace(before, after))
    assert {(one.requirement.id, one.clause) for one in found} == told


def test_where_a_unit_is_the_party_no_remedy_asks_for_the_name_of_the_unit() -> None:
    institute = (
        "Государственное автономное учреждение дополнительного профессионального образования "
        "«Примерский институт учительства» (далее – Институт)"
    )
    assert institute in CLEAN
    of_unit = CLEAN.replace(institute, "Центр непрерывного повышения профессионального мастерства (далее – Институт)")
    found = findings(of_unit.replace("Директор Института", "Директор Академии наставничества"))
    assert {one.requirement.id for one in found} == {"PARTY-LEGAL-PERSON", "SIGNATURE-ORGANISATION"}
    assert not [one for one in found if "Центр" in one.expected or "Центр" in one.suggestion.ru]
