"""``-o`` and ``--format``: whole files or none, the format of the ending, nothing lost."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

ENDINGS = [
    (["check", "PAPER"], ".json", '{\n  "schema"'),
    (["check", "PAPER"], ".txt", "PAPER"),
    (["read", "PAPER"], ".ttl", "@prefix"),
    (["read", "PAPER"], ".trig", "@prefix"),
    (["read", "PAPER"], ".nt", "<https://"),
    (["read", "PAPER"], ".jsonld", "[\n  {"),
    (["read", "PAPER"], ".json", '{\n  "schema"'),
    (["list", "parties", "PAPER"], ".txt", "пункт"),
    (["list", "parties", "PAPER"], ".json", "[\n  {"),
    (["list", "parties", "PAPER"], ".csv", "id,clause,label"),
    (["draw", "structure"], ".dot", "digraph"),
    (["draw", "structure"], ".gv", "digraph"),
    (["draw", "structure"], ".mmd", "---\n"),
    (["rules"], ".txt", "Сокращения\n"),
    (["rules"], ".json", "[\n  {"),
    (["rules"], ".csv", "id,clause,label"),
    (["rules", "NUM-DUPLICATE"], ".txt", "NUM-DUPLICATE. "),
]


@pytest.mark.parametrize(("words", "ending", "begins"), ENDINGS, ids=lambda value: "".join(value)[:20].strip())
def test_the_ending_picks_the_format(
    run, clean: Path, tmp_path: Path, words: list[str], ending: str, begins: str
) -> None:
    target = tmp_path / f"out{ending}"
    ran = run(*[clean if word == "PAPER" else word for word in words], "-o", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_text(encoding="utf-8").startswith(str(clean) if begins == "PAPER" else begins)


@pytest.mark.parametrize(
    "words",
    [["check", "PAPER"], ["read", "PAPER"], ["list", "parties", "PAPER"], ["draw", "structure"], ["rules"]],
    ids=" ".join,
)
def test_an_unknown_ending_is_refused_before_anything_is_read(run, tmp_path: Path, words: list[str]) -> None:
    target = tmp_path / "out.xyz"
    ran = run(*words, "-o", target)
    assert (ran.code, ran.out) == (2, "")
    assert "out.xyz" in ran.err and "--format" in ran.err
    assert not target.exists()


def test_format_overrides_the_ending(run, clean: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    assert run("check", clean, "-o", target, "--format", "json").code == 0
    assert json.loads(target.read_bytes())["schema"] == "rsnms-report/1"


def test_a_dash_is_standard_output(run, clean: Path, tmp_path: Path) -> None:
    ran = run("check", clean, "-o", "-", "-o", tmp_path / "report.json")
    assert ran.out == run("check", clean).out
    assert (tmp_path / "report.json").exists()


@pytest.mark.parametrize("target", ["нет/такой/папки.json", "folder.json"])
def test_a_target_that_cannot_be_written_ends_with_2(run, clean: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "folder.json").mkdir()
    ran = run("check", clean, "-o", tmp_path / target)
    assert ran.code == 2
    assert ran.err.startswith(f"Не удалось записать «{tmp_path / target}»")
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["folder.json"]


def test_a_full_disk_leaves_the_old_content(run, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.json"
    target.write_text("старое", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("check", clean, "-o", target)
    assert ran.code == 2 and "report.json" in ran.err
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]
    assert target.read_text(encoding="utf-8") == "старое"


def test_a_link_stays_a_link(run, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("старое", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    assert run("check", clean, "-o", tmp_path / "link.json").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_bytes())


def test_a_report_is_never_written_over_the_paper_that_is_checked(run, clean: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_bytes(clean.read_bytes())
    assert run("check", paper, "-o", paper).code == 2
    assert paper.read_bytes() == clean.read_bytes()


def test_a_target_with_a_null_character_ends_with_2(run, clean: Path) -> None:
    assert run("check", clean, "-o", "a\0b.json").code == 2
