"""The formats together: one run writes them all, and what cannot be written says why."""

from __future__ import annotations

from pathlib import Path

import pytest

import rsnms_kg as rk
from rsnms_kg.command.entry import main
from rsnms_kg.errors import UsageError
from rsnms_kg.report.formats import ENDINGS, FORMATS

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check(EXAMPLES / "agreement.txt")


def test_one_run_writes_every_format(tmp_path: Path, report: rk.Report) -> None:
    files = [tmp_path / f"report{ending}" for ending in ENDINGS]
    outputs = [part for file in files for part in ("-o", str(file))]
    assert main(["check", report.documents[0].path, *outputs]) == 1
    assert {file.read_bytes() == report.rendered(ENDINGS[file.suffix]) for file in files} == {True}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_text_or_bytes_as_it_says(name: str, report: rk.Report) -> None:
    if FORMATS[name].binary:
        assert report.rendered(name).startswith(b"PK\x03\x04")
        with pytest.raises(UsageError, match=r"report.rendered\(\) и report.save\(\)"):
            report.render(name)
    else:
        assert report.render(name).encode() == report.rendered(name)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_save_picks_the_format_by_the_ending(language: str, report: rk.Report, tmp_path: Path) -> None:
    for ending, name in ENDINGS.items():
        path = report.save(tmp_path / f"r{ending.upper()}", language)
        assert path.read_bytes() == report.rendered(name, language)


def test_what_is_no_format_is_named_with_those_that_are(report: rk.Report, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"«pdf» нет\. Есть: text, json, md, html, docx, xlsx, junit, ttl\."):
        report.rendered("pdf")
    with pytest.raises(UsageError, match=r"«\.pdf» не пишется. Можно: \.txt, .*\.xlsx"):
        report.save(tmp_path / "a.pdf")
