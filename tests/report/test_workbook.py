"""The report as a workbook: what stands in its sheets, and that nothing in it is a formula."""

from __future__ import annotations

import io
import sys
import warnings
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

import rsnms_kg as rk
from report.hostile import WORDS, hostile_report
from rsnms_kg.errors import MissingExtraError, UsageError
from rsnms_kg.report import workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["Итог", "Находки", "Требования", "Обязательства", "Сопоставление", "Показатели"]


@pytest.fixture(scope="module")
def report() -> rk.Report:
    papers = [EXAMPLES / "agreement.txt", EXAMPLES / "agreement-clean.txt", "нет.txt"]
    return rk.check(papers, as_of=date(2021, 9, 10))


def opened(report: rk.Report, language: str = "ru") -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(report.rendered("xlsx", language)))


def rows(report: rk.Report, name: str, language: str = "ru") -> list[dict[str, object]]:
    head, *body = opened(report, language)[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_sheets_can_be_filtered_and_keep_their_head(report: rk.Report) -> None:
    book = opened(report)
    assert book.sheetnames == SHEETS
    assert opened(report, "en").sheetnames == [
        "Summary",
        "Findings",
        "Requirements",
        "Obligations",
        "Crosswalk",
        "Targets",
    ]
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_summary_has_a_row_for_each_document(report: rk.Report) -> None:
    told = rows(report, "Итог")
    assert [row["Вывод"] for row in told] == ["Есть нарушения", "Нарушений нет", "Не прочитано"]
    counts = report.documents[0].outcome.counts
    assert [told[0][name] for name in ("Нарушения", "Предупреждения", "Замечания")] == list(counts.values())
    assert told[0]["На день"] == datetime(2021, 9, 10) and told[0]["SHA-256"] == report.documents[0].sha256
    assert told[2]["Нарушения"] is None and "такого файла нет" in str(told[2]["О файле"])


def test_every_finding_is_a_row(report: rk.Report) -> None:
    told = rows(report, "Findings", "en")
    assert [(row["Requirement"], row["Characters from"] or 0, row["to"] or 0) for row in told] == [
        (one.requirement.id, *one.span) for one in report.findings
    ]
    assert [row["Finding"] for row in told] == [one.message("en") for one in report.findings]


def test_requirements_obligations_and_targets_are_those_of_the_papers(report: rk.Report) -> None:
    assert len(rows(report, "Требования")) == sum(len(one.outcome.statuses) for one in report.documents)
    obligations = rows(report, "Обязательства")
    assert obligations[0]["Место"] == "п. 2.1.1" and obligations[0]["Модальность"] == "обязанность"
    targets = rows(report, "Показатели")
    assert (targets[0]["Год с"], targets[0]["Доля, %"], targets[0]["Число"], targets[0]["Открытый"]) == (
        2022,
        10,
        12,
        "нет",
    )


def test_every_function_is_told_with_its_obligations_or_as_not_covered(report: rk.Report) -> None:
    (path,) = (one.path for one in report.documents if one.kind == "agreement" and one.outcome.findings)
    told = [row for row in rows(report, "Сопоставление") if row["Документ"] == path]
    crosswalk = rk.compare(path, "kaluga-963-2021")
    paired = [row for row in told if row["Обязательство"]]
    assert len(paired) == len(crosswalk.pairs) and paired
    assert {row["Отношение обязательства"] for row in told if not row["Обязательство"]} == {"нет обязательства"}
    functions = {norm.clause for norm in crosswalk.right if norm.binding}
    assert {row["Пункт положения"].removeprefix("п. ") for row in told} >= functions


@pytest.mark.parametrize("made", ["usual", "hostile"])
def test_there_is_no_formula_no_link_and_no_macro(made: str, report: rk.Report) -> None:
    data = (report if made == "usual" else hostile_report()).rendered("xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sheets = [etree.fromstring(archive.read(name)) for name in names if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(SHEETS)
    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower() or "connection" in name]
    for sheet in sheets:
        tags = {etree.QName(node).localname for node in sheet.iter()}
        assert tags.isdisjoint({"f", "hyperlink", "oleObject", "dataValidation"})
        assert {node.get("t", "n") for node in sheet.iter(MAIN + "c")} <= {"s", "n"}


def test_hostile_words_are_text_that_stays_text() -> None:
    book = opened(hostile_report())
    cells = [row[6] for row in book["Находки"].iter_rows(min_row=2)]
    told = dict(zip(WORDS, cells, strict=True))
    for word, cell in told.items():
        assert cell.data_type == ("s" if word else "n")
        assert cell.quotePrefix == word.startswith(("=", "+", "-", "@", "\t")), word
    assert (
        told["_x0041_"].value == "_x0041_"
        and told["\x00\x07\x1b[31m\x85\ud800\uffff"].value == "␀␇␛[31m\ufffd\ufffd\ufffd"
    )
    assert len(told["я" * 40_000].value) == 32_767


def test_the_same_report_gives_the_same_bytes(report: rk.Report) -> None:
    assert report.rendered("xlsx") == report.rendered("xlsx")
    with zipfile.ZipFile(io.BytesIO(report.rendered("xlsx"))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2021-09-10T00:00:00Z" in archive.read("docProps/core.xml")


def test_without_the_library_the_message_says_what_to_install(
    report: rk.Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'rsnms-kg\[report\]'"):
        report.save(tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


def test_rows_beyond_what_a_sheet_holds_are_refused(report: rk.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 10)
    with pytest.raises(UsageError, match="Excel вмещает 10"):
        report.rendered("xlsx")
