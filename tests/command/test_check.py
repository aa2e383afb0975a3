"""``rsnms check``: what it reads, what it says, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_a_clean_paper_ends_with_0_and_nothing_found(run, clean: Path) -> None:
    ran = run("check", clean)
    assert (ran.code, ran.err) == (0, "")
    assert "Итог: находок нет." in ran.out


def test_findings_end_with_1_and_are_numbered(run, faulty: Path) -> None:
    ran = run("check", faulty)
    assert (ran.code, ran.err) == (1, "")
    report = run("check", faulty, "--format", "json").json
    findings = report["documents"][0]["findings"]
    assert findings
    for ordinal, finding in enumerate(findings, start=1):
        (head,) = [line for line in ran.out.splitlines() if line.startswith(f"{ordinal}. ")]
        assert head.endswith(f" · {finding['requirement']}")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "нет-такого.txt"], "нет-такого.txt"),
        (["check"], "PATH"),
        (["сверить", "paper.txt"], "сверить"),
        (["check", "paper.txt", "--format", "html"], "html"),
        (["check", "paper.txt", "-o", "report.xyz"], "report.xyz"),
        (["check", "paper.txt", "-o", "report"], "--format"),
        (["check", "paper.txt", "--as-of", "15.09.2021"], "ГГГГ-ММ-ДД"),
        (["check", "paper.txt", "--as-of", "2021-02-30"], "2021-02-30"),
        (["check", "paper.txt", "--regulation", "tula-1-2021"], "kaluga-963-2021"),
        (["check", "paper.txt", "--regulation", "нет.docx"], "нет.docx"),
        (["check", "paper.txt", "--lang", "fr"], "fr"),
        (["check", "paper.txt", "--fail-on", "error"], "violation"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_is_wrong(run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert said in ran.out + ran.err


def test_a_bad_paper_does_not_stop_the_others(run, faulty: Path, clean: Path, tmp_path: Path) -> None:
    bad = tmp_path / "плохая.docx"
    bad.write_bytes(b"PK\x03\x04 no archive")
    ran = run("check", clean, bad, faulty, tmp_path / "нет.txt", "--format", "json")
    assert ran.code == 2
    by_name = {Path(document["path"]).name: document for document in ran.json["documents"]}
    assert [name for name, document in by_name.items() if not document["readable"]] == ["плохая.docx", "нет.txt"]
    assert by_name["agreement-clean.txt"]["conforms"] is True
    assert by_name["agreement.txt"]["findings"]
    for name in ("плохая.docx", "нет.txt"):
        assert by_name[name]["conforms"] is False and set(by_name[name]["error"]) == {"ru", "en"}


def test_the_text_names_the_paper_that_was_not_read(run, clean: Path) -> None:
    ran = run("check", clean, "нет.txt")
    assert ran.code == 2
    assert "нет.txt\n  Не прочитано: такого файла нет." in ran.out


def test_a_paper_that_was_not_read_is_named_on_standard_error_too(run, clean: Path, tmp_path: Path) -> None:
    ran = run("check", clean, "нет.txt", "-o", tmp_path / "report.json")
    assert ran.code == 2
    assert "нет.txt" in ran.err


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_names(run, clean: Path, tmp_path: Path) -> None:
    for name in ("в.txt", "а/б.TXT", ".hidden.txt", "~$open.docx", "а/notes.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(clean.read_bytes())
    ran = run("check", tmp_path, "--format", "json")
    assert ran.code == 0
    assert [document["path"] for document in ran.json["documents"]] == [
        str(tmp_path / "а/б.TXT"),
        str(tmp_path / "в.txt"),
    ]


@pytest.mark.parametrize("name", ["скан.pdf", "старая.doc", "письмо.rtf", "открытая.odt"])
def test_a_paper_of_a_folder_that_cannot_be_read_is_named(run, clean: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "paper.txt").write_bytes(clean.read_bytes())
    (tmp_path / name).write_bytes(b"%PDF-1.4 or another format")
    ran = run("check", tmp_path)
    assert name in ran.out + ran.err


def test_an_empty_folder_ends_with_2(run, tmp_path: Path) -> None:
    ran = run("check", tmp_path)
    assert ran.code == 2
    assert str(tmp_path) in ran.out and "нет бумаг" in ran.out


def test_a_dash_is_standard_input(run, faulty: Path) -> None:
    piped = run("check", "-", "--format", "json", given=faulty.read_bytes())
    filed = run("check", faulty, "--format", "json")
    assert piped.code == 1
    assert piped.json["documents"][0]["path"] == "-"
    assert piped.json["documents"][0]["findings"] == filed.json["documents"][0]["findings"]


def test_empty_standard_input_ends_with_2(run) -> None:
    assert run("check", "-", given=b"").code == 2


@pytest.fixture
def graded(faulty: Path, clean: Path, tmp_path: Path) -> dict[str, Path]:
    """Papers by the gravest finding in them."""
    warned = tmp_path / "warned.txt"
    text = clean.read_text(encoding="utf-8")
    warned.write_text(_without_authority(text), encoding="utf-8")
    return {"violation": faulty, "warning": warned, "none": clean}


def _without_authority(text: str) -> str:
    """The agreement in which one representative acts on no stated authority: a warning."""
    start = text.index("Тихонова Павла Романовича")
    end = text.index(", и ", start)
    return text[: start + len("Тихонова Павла Романовича")] + text[end:]


@pytest.mark.parametrize(
    ("gravest", "fail_on", "code"),
    [
        ("violation", "violation", 1),
        ("violation", "warning", 1),
        ("violation", "info", 1),
        ("violation", "never", 0),
        ("warning", "violation", 0),
        ("warning", "warning", 1),
        ("warning", "info", 1),
        ("warning", "never", 0),
        ("none", "info", 0),
    ],
)
def test_fail_on_says_from_which_severity_on_the_end_is_1(
    run, graded: dict[str, Path], gravest: str, fail_on: str, code: int
) -> None:
    ran = run("check", graded[gravest], "--fail-on", fail_on, "--format", "json")
    counts = ran.json["documents"][0]["counts"]
    assert next((severity for severity in ("violation", "warning", "info") if counts[severity]), "none") == gravest
    assert ran.code == code


def test_fail_on_never_does_not_hide_an_unreadable_paper(run) -> None:
    assert run("check", "нет.txt", "--fail-on", "never").code == 2


def test_a_demand_of_a_later_day_is_not_due(run, faulty: Path, tmp_path: Path) -> None:
    text = faulty.read_text(encoding="utf-8").replace("Примерской области", "Калужской области")
    (tmp_path / "kaluga.txt").write_text(text, encoding="utf-8")
    report = run("check", tmp_path / "kaluga.txt", "--as-of", "2021-09-01", "--format", "json").json
    statuses = {one["id"]: one["status"] for one in report["documents"][0]["requirements"]}
    assert report["as_of"] == "2021-09-01"
    assert statuses["TRIPARTITE-DEADLINE"] == "not-due"


def test_the_regulation_may_be_a_file(run, clean: Path, order: Path) -> None:
    report = run("check", clean, "--regulation", order, "--format", "json").json
    assert report["regulation"] not in ("", "kaluga-963-2021")


def test_an_agreement_is_no_regulation(run, clean: Path) -> None:
    ran = run("check", clean, "--regulation", clean)
    assert ran.code == 2
    assert ran.err.startswith(f"{clean}: это не положение")


def test_many_papers_are_counted_on_standard_error(run, clean: Path) -> None:
    ran = run("check", *[clean] * 4, "--format", "json")
    assert ran.err.splitlines() == [f"[{ordinal}/4] {clean}" for ordinal in range(1, 5)]
    assert len(ran.json["documents"]) == 4


def test_json_holds_both_languages_whatever_the_language(run, faulty: Path) -> None:
    assert run("check", faulty, "--format", "json").out == run("check", faulty, "--format", "json", "--lang", "en").out


def test_a_report_is_what_the_ending_says(run, faulty: Path, tmp_path: Path) -> None:
    ran = run("check", faulty, "-o", tmp_path / "a.JSON", "-o", tmp_path / "a.txt")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((tmp_path / "a.JSON").read_bytes())["schema"] == "rsnms-report/1"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == run("check", faulty).out
