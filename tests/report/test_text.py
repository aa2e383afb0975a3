"""The report as text, and saving a report."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import rsnms_kg as rk
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.grounds import Ground
from rsnms_kg.report.text import WIDTH
from rsnms_kg.report.wording import basis, cited, counts_as_text

ROOT = Path(__file__).parents[2]
NBSP = "\N{NO-BREAK SPACE}"


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
        assert f"{'строка' if language == 'ru' else 'line'} {finding.line}" in told
        assert " ".join(basis(finding, language).split()) in told


TITLE = Bilingual("правило", "rule")
CODE, OWN = Bilingual("ГК РФ", "Civil Code"), Bilingual("Положение", "Regulation")


def law(clause: str) -> Ground:
    return Ground("ГК РФ", clause, TITLE, CODE, "law")


def own(clause: str, *, sample: bool = False) -> Ground:
    return Ground("kaluga-963-2021", clause, TITLE, OWN, "regulation", sample)


@pytest.mark.parametrize(("ground", "russian", "english"), [
    (law("53"), "ст. 53 ГК РФ", "Civil Code, art. 53"),
    (own("3.2.1/3"), "Положение, п. 3.2.1/3", "Regulation, clause 3.2.1/3"),
    (own("ДК/6"), "Положение, дорожная карта, строка 6", "Regulation, roadmap, row 6"),
    (own("4", sample=True), "для сравнения: Положение, п. 4", "for comparison: Regulation, clause 4"),
    (Ground("ГОСТ", "5.1", TITLE, Bilingual("ГОСТ", "GOST"), "standard"), "п. 5.1 ГОСТ", "GOST, clause 5.1"),
    (Ground("счёт", "даты", TITLE, Bilingual("счёт", "count"), "practice"), "счёт: правило", "count: rule"),
])  # fmt: skip
def test_a_ground_is_cited_as_people_do(ground: Ground, russian: str, english: str) -> None:
    assert cited(ground).replace(NBSP, " ") == russian
    assert cited(ground, "en").replace(NBSP, " ") == english


@pytest.mark.parametrize(("grounds", "russian", "english"), [
    ((law("182"), law("53")), "ст. 53 и 182 ГК РФ", "Civil Code, arts. 53 and 182"),
    ((own("4.2"), own("3.1"), own("5")), "Положение, п. 4.2, 3.1 и 5", "Regulation, clauses 4.2, 3.1 and 5"),
    ((own("4.2"), own("ДК/6")), "Положение, п. 4.2 и дорожная карта, строка 6",
     "Regulation, clause 4.2 and roadmap, row 6"),
    ((own("1", sample=True), law("5")), "для сравнения: Положение, п. 1; ст. 5 ГК РФ",
     "for comparison: Regulation, clause 1; Civil Code, art. 5"),
])  # fmt: skip
def test_clauses_of_one_act_are_cited_together(
    report: rk.Report, grounds: tuple[Ground, ...], russian: str, english: str
) -> None:
    finding = replace(report.findings[0], basis=grounds)
    assert basis(finding, "ru").replace(NBSP, " ") == russian
    assert basis(finding, "en").replace(NBSP, " ") == english


def test_a_place_is_a_line_of_the_file(report: rk.Report) -> None:
    lines = (ROOT / "examples/agreement.txt").read_text(encoding="utf-8").splitlines()
    for finding in report.findings:
        assert finding.quote.splitlines()[0] in lines[finding.line - 1]


def test_what_the_paper_lacks_for_a_requirement_is_told() -> None:
    outcome = rk.check(ROOT / "examples/order.txt").documents[0].outcome
    told = " ".join(rk.check(ROOT / "examples/order.txt").render("text").split())
    lacking = {one.requirement.id: one.lacking for one in outcome.statuses if one.status == "no-data"}
    assert lacking["REF-CLAUSE"].ru == "не распознано: ссылка на пункт этой бумаги"
    assert lacking["REF-CLAUSE"].en == "not recognised: reference to a clause of this paper"
    assert "REF-CLAUSE (не распознано: ссылка на пункт этой бумаги)" in told
    assert all(name in told for name in lacking)
    assert not any(one.lacking for one in outcome.statuses if one.status != "no-data")


@pytest.mark.parametrize(("language", "words"), [
    ("ru", "Всего 2 бумаги: с нарушениями – 1, не прочитано – 1. Итог: 8 нарушений, "),
    ("en", "In all 2 papers: with violations – 1, not read – 1. Result: 8 violations, "),
])  # fmt: skip
def test_several_papers_are_summed_up(report: rk.Report, language: str, words: str) -> None:
    assert words in " ".join(report.render("text", language).split())


@pytest.mark.parametrize(("language", "words"), [("ru", "проверять нечего"), ("en", "nothing to check")])
def test_where_there_was_nothing_to_check_nothing_is_said_to_conform(language: str, words: str) -> None:
    findings = ROOT / "examples/kaliningrad-1-s-2021-findings.ttl"  # a report: neither a paper nor a system
    report = rk.check(findings)
    assert report.documents[0].verdict == "unchecked" and not report.conforms and not report.failed
    assert not json.loads(report.render("json"))["documents"][0]["conforms"]
    for format_ in ("text", "md", "html"):
        assert words in report.render(format_, language).lower()
    summed = " ".join(rk.check([findings, ROOT / "examples/order.txt"]).render("text", language).split())
    assert f"{words} – 1" in summed


def test_one_paper_needs_no_sum() -> None:
    assert "Всего" not in rk.check(ROOT / "examples/order.txt").render("text")


def test_without_a_paper_that_was_read_no_regulation_is_named() -> None:
    assert "kaluga" not in rk.check("нет.txt").render("text")


def test_the_names_of_fields_are_in_the_language(report: rk.Report) -> None:
    russian, english = report.render("text", "ru"), report.render("text", "en")
    for name in ("Итог", "В бумаге", "Ожидается", "Сейчас", "Как исправить", "Основание", "Место", "Не прочитано"):
        assert f"{name}: " in russian and f"{name}: " not in english
    for name in ("Result", "In the paper", "Expected", "Found", "How to mend", "Basis", "Place", "Not read"):
        assert f"{name}: " in english and f"{name}: " not in russian


@pytest.mark.parametrize(("language", "places", "foreign"), [
    ("ru", ("преамбула", "п. 2.3.3", "приложение, строка 2"), ("preamble", "clause", "annex")),
    ("en", ("preamble", "clause 2.3.3", "annex, row 2"), ("· преамбула", "п. ", "· приложение")),
])  # fmt: skip
def test_places_are_named_in_the_language_of_the_report(
    report: rk.Report, language: str, places: tuple[str, ...], foreign: tuple[str, ...]
) -> None:
    heads = [line for line in report.render("text", language).splitlines() if re.match(r"\d+\. ", line)]
    for place in places:
        assert any(f" · {place} · " in head for head in heads), place
    assert not any(word in head for word in foreign for head in heads)


def test_the_rest_of_the_requirements_is_told_with_its_reason(report: rk.Report) -> None:
    (document, _) = report.documents
    statuses = [one.status for one in document.outcome.statuses]
    told = " ".join(report.render("text").split())
    checked = statuses.count("satisfied") + statuses.count("violated")
    assert f"Проверено требований: {checked}, выполнено: {statuses.count('satisfied')}, нарушено: " in told
    assert f"{statuses.count('no-data')} – нет данных" in told
    assert f"{statuses.count('not-applicable')} – неприменимо к такой бумаге" in told


@pytest.mark.parametrize(("language", "heading", "mark", "count"), [
    ("ru", "Для сравнения: так требует положение другого региона", "СРАВНЕНИЕ", "из них для сравнения: 1"),
    ("en", "For comparison: another region's regulation", "COMPARISON", "of these for comparison: 1"),
])  # fmt: skip
def test_what_is_only_compared_stands_apart_and_last(
    tmp_path: Path, language: str, heading: str, mark: str, count: str
) -> None:
    paper = (ROOT / "examples/agreement.txt").read_text(encoding="utf-8")
    late = tmp_path / "late.txt"
    late.write_text(paper.replace("«13» сентября 2021 г.\n", "«20» сентября 2021 г.\n"), encoding="utf-8")
    report = rk.check(late)
    assert sum(finding.comparison for finding in report.findings) == 1
    told = report.render("text", language)
    assert count in told
    last = [line for line in told.splitlines() if re.match(r"\d+\. ", line)][-1]
    assert f". {mark} · " in last and "TRIPARTITE-DEADLINE" in last
    assert told.index(heading) < told.index(last) and told.count(mark) == 1


@pytest.mark.parametrize(
    ("counts", "russian", "english"),
    [
        ({}, "находок нет", "nothing found"),
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


@pytest.mark.parametrize("name", ["report.yaml", "report", "report.doc"])
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


def test_a_report_says_that_a_regulation_binds_its_own_region_only(tmp_path: Path) -> None:
    """The example agreement is of an invented region; the regulation is that of Kaluga Oblast."""
    line = "Для бумаги другого региона это положение – только для сравнения."
    example = ROOT / "examples/agreement.txt"
    own = tmp_path / "own.txt"
    own.write_text(example.read_text(encoding="utf-8").replace("Примерской", "Калужской"), encoding="utf-8")
    assert line in rk.check(example).render()
    assert line not in rk.check(own).render()
