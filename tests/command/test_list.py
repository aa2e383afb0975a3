"""``rsnms list``: every kind, of the shipped regulation and of papers, as a table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rsnms_kg import PaperGraph, api
from rsnms_kg.listing.rows import KINDS

ROOT = Path(__file__).parents[2]
EXAMPLES = [ROOT / "examples" / name for name in ("agreement.txt", "agreement-clean.txt", "order.txt")]
SOURCES: list[list[Path]] = [[], *([paper] for paper in EXAMPLES)]
PROMISED = {
    "subjects",
    "functions",
    "terms",
    "acts",
    "goals",
    "tasks",
    "principles",
    "mechanisms",
    "instruments",
    "interactions",
    "channels",
    "indicators",
    "sources",
    "measures",
    "parties",
    "obligations",
    "targets",
    "signatures",
    "requirements",
}

_read = cache(api.read_source)


@pytest.fixture(autouse=True)
def each_paper_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "read_source", _read)


def _paper(source: list[Path]) -> PaperGraph | None:
    return _read(str(source[0])) if source else None


def test_every_promised_kind_is_there() -> None:
    assert {*KINDS, "requirements"} >= PROMISED


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source[0].stem if source else "shipped")
def test_a_row_has_an_iri_a_clause_and_a_label(run, kind: str, source: list[Path]) -> None:
    ran = run("list", kind, *source, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    rows: list[dict[str, Any]] = ran.json
    for row in rows:
        assert row["id"].startswith("https://w3id.org/rsnms/act/") and row["clause"] and row["label"]
        assert all(value is None or isinstance(value, str | int | float | bool | list) for value in row.values())
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", SOURCES[1:], ids=lambda source: source[0].stem)
def test_the_text_of_a_row_is_the_slice_of_the_paper(run, kind: str, source: list[Path]) -> None:
    paper = _paper(source)
    assert paper is not None
    for row in run("list", kind, *source, "--format", "json").json:
        start, end = row["span"]
        assert row["text"] == paper.document.text[start:end] != ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source[0].stem if source else "shipped")
def test_the_three_formats_hold_the_same_rows(run, kind: str, source: list[Path]) -> None:
    rows = run("list", kind, *source, "--format", "json").json
    records = list(csv.DictReader(io.StringIO(run("list", kind, *source, "--format", "csv").out)))
    assert [(record["clause"], record["label"]) for record in records] == [
        (row["clause"], row["label"]) for row in rows
    ]
    lines = run("list", kind, *source).out.splitlines()
    if rows:
        assert [line.split("  ")[0] for line in lines] == ["пункт", *(row["clause"] for row in rows)]
    else:
        assert lines == ["Ничего не найдено."]


def test_a_table_is_for_people_and_json_for_programs(run) -> None:
    head, first, *_ = run("list", "obligations", EXAMPLES[1]).out.splitlines()
    assert "роль стороны" in head and "модальность" in head and "bearer" not in head
    assert "обязанность" in first and "obligation" not in first
    english = run("list", "obligations", EXAMPLES[1], "--lang", "en").out.splitlines()
    assert "modality" in english[0] and "obligation" in english[1]
    row = run("list", "obligations", EXAMPLES[1], "--format", "json").json[0]
    assert row["modality"] == "obligation" and row["bearer_role"] == "ministry"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("subjects", {"level"}),
        ("functions", {"bearer", "level"}),
        ("acts", {"date", "number"}),
        ("measures", {"deadline", "responsible", "number"}),
        ("obligations", {"bearer"}),
        ("targets", {"share", "count", "period"}),
        ("signatures", {"party", "date"}),
    ],
)
def test_a_row_has_the_fields_that_apply_to_it(run, kind: str, fields: set[str]) -> None:
    source = EXAMPLES[1:2] if kind in ("obligations", "targets", "signatures") else EXAMPLES[2:]
    rows = run("list", kind, *source, "--format", "json").json
    assert rows and all(set(row) >= fields for row in rows)
    assert {field for field in fields if any(row[field] is not None for row in rows)} == fields


def test_requirements_are_listed_with_their_severity(run) -> None:
    rows = run("list", "requirements", "--format", "json").json
    assert {"PARTY-COUNT", "NUM-DUPLICATE"} <= {row["id"] for row in rows}
    assert {row["severity"] for row in rows} == {"violation", "warning", "info"}
    assert all(row["label"] and row["text"] for row in rows)


@pytest.mark.parametrize(
    ("kind", "clauses"),
    [
        ("functions", {"3.2.2/5", "3.3.1/1"}),
        ("measures", {"ДК/6"}),
        ("indicators", {"6.1/3"}),
        ("subjects", {"3.2.1", "3.4.3"}),
    ],
)
def test_places_of_the_shipped_regulation_are_named_as_promised(run, kind: str, clauses: set[str]) -> None:
    assert clauses <= {row["clause"] for row in run("list", kind, "--format", "json").json}


def test_rows_of_an_annex_are_named_as_promised(run, faulty: Path) -> None:
    rows = run("list", "targets", faulty, "--format", "json").json
    assert "приложение/3" in {row["clause"] for row in rows}


def test_labels_are_in_the_language_asked_for(run) -> None:
    assert (
        run("list", "goals", "--format", "json").json != run("list", "goals", "--format", "json", "--lang", "en").json
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "обязанности"], "subjects, functions"),
        (["list", "parties", "нет.txt"], "нет.txt: такого файла нет"),
        (["list"], "KIND"),
    ],
)
def test_a_wrong_list_ends_with_2(run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("words", [["list", "parties"], ["draw", "structure"]], ids=" ".join)
def test_an_unknown_regulation_ends_with_2_and_names_those_there_are(run, words: list[str]) -> None:
    ran = run(*words, "--regulation", "tula")
    assert ran.code == 2
    assert "kaluga-963-2021" in ran.err


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "=1+1;@"])
def test_no_cell_of_csv_is_a_formula(run, faulty: Path, tmp_path: Path, sign: str) -> None:
    text = faulty.read_text(encoding="utf-8")
    paper = tmp_path / "paper.txt"
    for words in ("готовить и утверждать", "Доля педагогов, получивших", "проводить обучение"):
        assert words in text
        text = text.replace(words, f"{sign}CMD() {words}")
    paper.write_text(text.replace("«Примерский", f"«{sign}Примерский"), encoding="utf-8")
    attacked = 0
    for kind in ("obligations", "targets", "indicators", "parties", "clauses", "abbreviations", "annexes"):
        for record in csv.DictReader(io.StringIO(run("list", kind, paper, "--format", "csv").out)):
            cells = [value for value in record.values() if value]
            attacked += sum(cell.startswith("'") for cell in cells)
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert attacked or sign == "\t="


@pytest.mark.parametrize("words", [["list", "parties"], ["draw", "structure"]], ids=" ".join)
def test_an_option_may_stand_before_the_path(run, order: Path, words: list[str]) -> None:
    assert (
        run(*words, "--lang", "ru", order, "-o", "-", "--format", {"list": "json", "draw": "dot"}[words[0]]).code == 0
    )


@pytest.mark.parametrize("kind", ["functions", "parties"])
def test_a_dash_is_standard_input(run, clean: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "read_source", _read.__wrapped__)
    piped = run("list", kind, "-", "--format", "json", given=clean.read_bytes())
    assert piped.json == run("list", kind, clean, "--format", "json").json


def test_json_of_a_list_is_an_array(run) -> None:
    assert json.loads(run("list", "parties", "--format", "json").out) == []
