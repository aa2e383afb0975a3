"""The protocol of findings as a Word file: what it holds, how it is laid out, and that words stay words."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

import rsnms_kg as rk
from report.hostile import hostile_report
from rsnms_kg.documents.word.reader import read_word
from rsnms_kg.errors import MissingExtraError
from rsnms_kg.report.characters import on_one_line

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check(EXAMPLES / "agreement.txt", as_of=date(2021, 9, 10))


def opened(report: rk.Report, language: str = "ru") -> docx.document.Document:
    return docx.Document(io.BytesIO(report.rendered("docx", language)))


def lines(page: docx.document.Document) -> list[str]:
    return [one.text for one in page.paragraphs if one.text]


def test_it_says_what_was_checked_and_the_result(report: rk.Report) -> None:
    told = lines(opened(report))
    assert told[:4] == [
        "Протокол проверки",
        "Положение для проверки: kaluga-963-2021 (Положение о РСНМС Калужской области).",
        "Для бумаги другого региона это положение – только для сравнения.",
        "На день: 10.09.2021.",
    ]
    assert report.documents[0].name("ru") in told and any(line.startswith("Итог: ") for line in told)
    assert lines(opened(report, "en"))[0] == "Protocol of a check"


def test_findings_and_requirements_are_tables_with_a_head_on_every_page(report: rk.Report) -> None:
    findings, requirements = opened(report).tables
    assert len(findings.rows) == 1 + len(report.findings)
    statuses = {one.requirement.id: one.status for one in report.documents[0].outcome.statuses}
    told = {row.cells[0].text for row in requirements.rows[1:]}
    assert told == {name for name, status in statuses.items() if status != "not-applicable"}
    (others,) = (line for line in lines(opened(report)) if line.startswith("Требования, которые к такой бумаге не"))
    assert set(others.rstrip(".").partition(": ")[2].split(", ")) == statuses.keys() - told
    for row, finding in zip(findings.rows[1:], report.findings, strict=True):
        assert finding.requirement.id in row.cells[1].text and on_one_line(finding.message("ru")) in row.cells[2].text
    for table in (findings, requirements):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid) <= 170 * 57


def test_the_page_is_a4_and_its_face_has_cyrillic(report: rk.Report) -> None:
    page = opened(report)
    section = page.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(210, abs=1), pytest.approx(297, abs=1))
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Cell"):
        faces = page.styles[name].element.rPr.rFonts
        assert {faces.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
        assert not [key for key in faces.attrib if "Theme" in key]
    assert "PAGE" in section.footer._element.xml


def test_several_papers_have_one_protocol_with_a_table_of_results() -> None:
    report = rk.check([EXAMPLES / "agreement.txt", EXAMPLES / "agreement-clean.txt", "нет.txt"])
    page = opened(report)
    assert [[cell.text for cell in row.cells][1].partition(":")[0] for row in page.tables[0].rows] == [
        "Итог", "Итог", "Итог", "Не прочитано",
    ]  # fmt: skip
    assert len(page.tables) == 2 and "Находок нет." in lines(page)  # the results, the findings of the first


def test_hostile_words_are_text() -> None:
    page = opened(hostile_report())
    told = "\n".join(cell.text for row in page.tables[1].rows for cell in row.cells)
    assert "</w:t><w:b/>" in told and "␀␇␛[31m" in told and "<script>" in told
    assert read_word(hostile_report().rendered("docx")).text


def test_the_same_report_gives_the_same_bytes(report: rk.Report) -> None:
    assert report.rendered("docx") == report.rendered("docx")
    with zipfile.ZipFile(io.BytesIO(report.rendered("docx"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_the_library_the_message_says_what_to_install(
    report: rk.Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "rsnms_kg.report.word.page", raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'rsnms-kg\[report\]'"):
        report.rendered("docx")
