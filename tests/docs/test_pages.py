"""What a page shows works: its commands and its Python run, and the output that it shows is printed."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from papers.words import word_file
from rsnms_kg.command.entry import main

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs/tutorial").glob("*.md")), *sorted((ROOT / "docs/how-to").glob("*.md"))]
# Pages about the files of the library itself are done by hand; what they name is told by other tests.
BY_HAND = {"add-a-format.md", "add-a-region.md", "add-a-requirement.md"}
RUN = [page for page in PAGES if page.name not in BY_HAND]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, and with the papers that the pages speak of as the reader's own."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(tmp_path / "examples/queries/01-levels-of-the-system.rq", tmp_path / "вопрос.rq")
    for name, source in {"соглашение": "agreement", "положение": "order"}.items():
        text = (tmp_path / f"examples/{source}.txt").read_text(encoding="utf-8")
        (tmp_path / f"{name}.docx").write_bytes(word_file(text))
    for folder in ("соглашения", "papers"):
        (tmp_path / folder).mkdir()
        for name in ("agreement", "agreement-clean"):
            shutil.copy(tmp_path / f"examples/{name}.txt", tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    assert main(["read", "положение.docx", "-o", "регион.ttl"]) == 0
    return tmp_path


def commands(block: str) -> Iterator[list[str]]:
    """The calls of rsnms in a block of shell, without what sets up an environment."""
    for line in block.splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["rsnms"]:
            yield words[1:]


def test_there_are_pages_to_run() -> None:
    assert len(RUN) > 4
    assert {page.name for page in PAGES} >= BY_HAND


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_what_a_page_shows_works(page: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    printed = ""
    for language, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "sh":
            capsys.readouterr()
            for words in commands(block):
                lang = [] if "--lang" in words else ["--lang", "ru"]
                assert main([*words, *lang]) in (0, 1), f"{page.name}: {words}: {capsys.readouterr().err}"
            printed = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
        elif language == "python":
            exec(compile(block, page.name, "exec"), names)
        elif language == "text":
            at = 0
            for piece in block.split("…\n"):
                at = printed.index(piece, at) + len(piece)


def test_the_tutorial_mends_what_it_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs/tutorial/first-check.md").read_text(encoding="utf-8")
    mending = next(block for language, block in BLOCK.findall(page) if language == "python")
    exec(compile(mending, "first-check.md", "exec"), {})
    main(["check", "examples/agreement.txt"])
    assert "NUM-DUPLICATE" in capsys.readouterr().out
    main(["check", "mended.txt"])
    assert "NUM-DUPLICATE" not in capsys.readouterr().out
