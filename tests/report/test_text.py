"""The report as text, and saving a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rsnms_kg as rk
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.requirements import Ground
from rsnms_kg.report.text import WIDTH, cited, counts_as_text

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report() -> rk.Report:
    """The report on the agreement with faults and on a file that is not there."""
    return rk.check([ROOT / "examples/agreement.txt", "нет.txt"])


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_line_is_too_wide_but_for_words_that_cannot_be_cut(report: rk.Report, language: str) -> None:
    lines = report.render("text", language).splitlines()
    assert [line for line in lines if len(line) > WIDTH and " " in line[6:WIDTH].strip()] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_finding_is_told(report: rk.Report, language: str) -> None:
    told = " ".join(report.render("text", language).split())
    for finding in report.findings:
        assert finding.requirement.id in told
        assert " ".join(finding.message(language).split()) in told
        assert f"{finding.span[0]}–{finding.span[1]}" in told
        assert all(" ".join(cited(ground, language).split()) in told for ground in finding.basis)


def test_a_ground_is_cited_as_people_do() -> None:
    title = Bilingual("правило", "rule")
    assert cited(Ground("ГК РФ", "53", title)) == "ст.\N{NO-BREAK SPACE}53 ГК РФ"
    assert cited(Ground("kaluga-963-2021", "3.2.1/3", title)) == "п.\N{NO-BREAK SPACE}3.2.1/3 kaluga-963-2021"
    assert cited(Ground("правило счёта", "даты", title)) == "правило счёта: правило"
    assert cited(Ground("ГК РФ", "53", title), "en") == "ГК РФ, art.\N{NO-BREAK SPACE}53"


def test_the_names_of_fields_are_in_the_language(report: rk.Report) -> None:
    russian, english = report.render("text", "ru"), report.render("text", "en")
    for name in ("Итог", "В бумаге", "Ожидается", "Сейчас", "Как исправить", "Основание", "Место", "Не прочитано"):
        assert f"{name}: " in russian and f"{name}: " not in english
    for name in ("Result", "In the paper", "Expected", "Found", "How to mend", "Basis", "Place", "Not read"):
        assert f"{name}: " in english and f"{name}: " not in russian


@pytest.mark.parametrize(
    ("counts", "russian", "english"),
    [
        ({}, "замечаний нет", "nothing found"),
        ({"violation": 1}, "1 нарушение", "1 violation"),
        ({"violation": 2, "warning": 1}, "2 нарушения, 1 предупреждение", "2 violations, 1 warning"),
        ({"violation": 5, "info": 21}, "5 нарушений, 21 замечание", "5 violations, 21 remarks"),
        ({"warning": 11, "info": 104}, "11 предупреждений, 104 замечания", "11 warnings, 104 remarks"),
    ],
)
def test_numbers_agree_with_their_nouns(counts: dict[str, int], russian: str, english: str) -> None:
    assert counts_as_text(counts).replace("\N{NO-BREAK SPACE}", " ") == russian
    assert counts_as_text(counts, "en") == english


def test_the_ending_picks_the_format(report: rk.Report, tmp_path: Path) -> None:
    assert report.save(tmp_path / "report.txt").read_text(encoding="utf-8") == report.render("text")
    assert json.loads(report.save(str(tmp_path / "report.JSON")).read_bytes())["schema"] == "rsnms-report/1"


@pytest.mark.parametrize("name", ["report.html", "report", "report.xlsx"])
def test_an_unknown_ending_is_refused(report: rk.Report, tmp_path: Path, name: str) -> None:
    with pytest.raises(rk.UsageError, match=r"\.txt, \.json"):
        report.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_refused(report: rk.Report) -> None:
    with pytest.raises(rk.UsageError, match="text, json"):
        report.render("yaml")


def test_a_report_that_cannot_be_written_is_an_error_of_use(report: rk.Report, tmp_path: Path) -> None:
    with pytest.raises(rk.UsageError, match="Не удалось записать"):
        report.save(tmp_path / "нет" / "report.json")
