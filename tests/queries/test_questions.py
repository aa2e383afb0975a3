"""The questions of ``examples/queries`` and their answers, which people found by reading the papers.

An answer holds the columns that can be read off a paper (clauses, numbers, dates, names); a question may show
more, e.g. our labels. Rows count without their order, unless the question asks for one.
"""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

import rsnms_kg as rk
from rsnms_kg.crosswalk.realisation import realisations
from rsnms_kg.graph.query import ask_store, load
from rsnms_kg.graph.question import question

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
PAPERS = {"agreement": "kaliningrad-agreement-1s-2021.txt", "order": "kaluga-order-963-2021.txt"}
QUESTIONS = sorted((ROOT / "examples/queries").glob("*.rq"), key=lambda path: int(path.stem.partition("-")[0]))
ANSWERS = Path(__file__).parent / "answers"
HEAD = re.compile(r"# (?P<ru>.*[а-яё].*\?)\n# (?P<en>[ -~]+\?)\n# sources: (?P<sources>[\w, -]+)\n\n")
FEWEST = 55


def head(path: Path) -> re.Match[str]:
    found = HEAD.match(path.read_text(encoding="utf-8"))
    assert found, f"{path.name} has to begin with the question in Russian, in English, and its sources"
    return found


@cache
def graph(name: str) -> Graph:
    if name not in PAPERS:
        return rk.regulation(name).graph
    path = SOURCES / PAPERS[name]
    if not path.is_file():
        pytest.skip(f"the real paper {path.name} is not at hand: it is looked for in ../shared/sources")
    return rk.read(path)


@cache
def store(sources: str, crosswalk: bool) -> Any:
    graphs = [graph(name) for name in sources.split(", ")]
    return load([*graphs, realisations(graphs)] if crosswalk else graphs)


def plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_answer_is_what_the_papers_say(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = json.loads((ANSWERS / f"{path.stem}.json").read_text(encoding="utf-8"))
    asked = question(text)
    answer = ask_store(asked, store(head(path)["sources"], "realises" in text))
    if "answer" in expected:
        assert answer.truth is expected["answer"]
        return
    found = [[plain(row[name]) for name in expected["columns"]] for row in answer.rows]
    if asked.ordered:
        assert found == expected["rows"]
    else:
        assert sorted(map(repr, found)) == sorted(map(repr, expected["rows"]))


def test_every_question_has_an_answer_and_every_answer_a_question() -> None:
    assert {path.stem for path in QUESTIONS} == {path.stem for path in ANSWERS.glob("*.json")}
    assert len(QUESTIONS) >= FEWEST


def test_questions_are_numbered_without_gaps_and_no_two_are_alike() -> None:
    assert [int(path.stem.partition("-")[0]) for path in QUESTIONS] == list(range(1, len(QUESTIONS) + 1))
    assert len({head(path)["ru"] for path in QUESTIONS}) == len(QUESTIONS)


def test_a_question_names_sources_that_there_are() -> None:
    known = {*PAPERS, "kaluga-963-2021"}
    assert all(set(head(path)["sources"].split(", ")) <= known for path in QUESTIONS)


def test_the_page_on_questions_shows_all_of_them() -> None:
    page = (ROOT / "docs/how-to/ask-questions.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `(\S+)` \| (.+) \| (.+) \| (.+) \|$", page, re.MULTILINE)
    assert shown == [(path.stem, *(head(path)[name] for name in ("ru", "en", "sources"))) for path in QUESTIONS]


@pytest.mark.parametrize(
    "words", [["функций у каждого субъекта", "просрочено"], ["became obligations of the municipality"]]
)
def test_the_questions_that_people_ask_first_are_there(words: list[str]) -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in QUESTIONS)
    assert all(word in said for word in words)
