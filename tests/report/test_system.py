"""The report on the regional systems among the examples: what is found in them and how it is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import rsnms_kg as rk
from rsnms_kg.knowledge.terms import RSNMS

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2021, 9, 10)
PLANTED = [
    ("INSTRUMENT-ISSUED", "4.1/1", "system"),
    ("MEASURE-DONE", "ДК/4", "system"),
    ("MONITORING-RECOMMENDATIONS", "6.2", "monitoring-1"),
    ("OBSERVATION-RANGE", "6.1/5", "observation-5"),
    ("PASSPORT-PARTS", "1.2/9", "passport"),
    ("STRUCTURE-BEARER", "3.2.1/5", "institute"),
    ("STRUCTURE-CLOSED", "3.2", "laboratory"),
    ("STRUCTURE-EACH-MUNICIPALITY", "3.3.1", "talitsa"),
    ("STRUCTURE-FUNCTION", "3.3.1/2", "verkhnie-lugi-service"),
    ("STRUCTURE-SUBJECT", "3.4.3", "system"),
    ("MEASURE-EVIDENCE", "ДК/3", "completion-3"),
    ("MEASURE-LATE", "ДК/2", "completion-2"),
    ("OBSERVATION-MADE", "6.1/6", "system"),
]


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check(EXAMPLES / "system.ttl", as_of=DAY)


def test_the_planted_faults_are_found_and_nothing_else(report: rk.Report) -> None:
    found = [
        (finding.requirement.id, finding.basis[0].clause, finding.focus.rsplit("/", 1)[-1])
        for finding in report.findings
    ]
    assert found == PLANTED


def test_what_is_not_due_is_told_without_a_day() -> None:
    later = [
        finding for finding in rk.check(EXAMPLES / "system.ttl").findings if finding.requirement.id == "MEASURE-DONE"
    ]
    assert [finding.basis[0].clause for finding in later] == ["ДК/4", "ДК/5", "ДК/6", "ДК/7"]


@pytest.mark.parametrize("day", [None, DAY, date(2024, 12, 30)])
def test_nothing_is_found_in_the_system_without_faults(day: date | None) -> None:
    (document,) = rk.check(EXAMPLES / "system-clean.ttl", as_of=day).documents
    assert document.outcome.findings == ()
    of_systems = [one for one in document.outcome.statuses if RSNMS.RegionalSystem in one.requirement.applies_to]
    early = {"MONITORING-YEARLY"} if day == DAY else set()  # no whole year has passed since the first monitoring
    assert {one.requirement.id for one in of_systems if one.status != "satisfied"} == early


def test_monitoring_that_stopped_is_told_when_a_whole_year_has_passed_without_it() -> None:
    found = rk.check(EXAMPLES / "system-clean.ttl", as_of=date(2024, 12, 31)).findings
    assert [(finding.requirement.id, finding.actual) for finding in found] == [("MONITORING-YEARLY", "2024 – ни разу")]


@pytest.mark.parametrize(("language", "head"), [
    ("ru", "9. НАРУШЕНИЕ · п. 3.3.1/2 положения · STRUCTURE-FUNCTION"),
    ("en", "9. VIOLATION · clause 3.3.1/2 of the regulation · STRUCTURE-FUNCTION"),
])  # fmt: skip
def test_where_there_is_no_paper_the_clause_of_the_regulation_is_shown(
    report: rk.Report, language: str, head: str
) -> None:
    lines = report.render("text", language).splitlines()
    assert head in lines
    row = "дорожная карта, строка 4" if language == "ru" else "roadmap, row 4"
    assert any(f" · {row} · MEASURE-DONE" in line for line in lines)
    told = "\n".join(lines)
    for word in ("None", "0–0", "В бумаге", "In the paper", "Место", "Place"):
        assert word not in told


def test_the_system_is_named_by_its_label(report: rk.Report) -> None:
    assert report.documents[0].title == "Вымышленная региональная система"


def test_a_row_of_a_roadmap_is_cited_by_its_number(report: rk.Report) -> None:
    told = {language: " ".join(report.render("text", language).split()) for language in ("ru", "en")}
    assert "Основание: Положение о РСНМС Калужской области, дорожная карта, строка 4" in told["ru"]
    assert "Basis: Regulation on the regional system (RSNMS) of Kaluga Oblast, roadmap, row 4" in told["en"]
