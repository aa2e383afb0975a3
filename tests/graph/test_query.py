"""Questions to papers: what is loaded, how answers are ordered and printed, when a question is given up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph

import rsnms_kg as rk
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.graph.query import KNOWN_PREFIXES, ask

EXAMPLES = Path(__file__).parents[2] / "examples"
AGREEMENT, ORDER = EXAMPLES / "agreement.txt", EXAMPLES / "order.txt"


def said(text: str) -> Graph:
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in KNOWN_PREFIXES.items())
    return Graph().parse(data=prefixes + text, format="turtle")


def values(text: str, *sources: Graph | str | Path) -> list[list[object]]:
    return [list(row.values()) for row in rk.query(text, *sources or (said("<a:a> rdfs:label 'one' ."),)).rows]


def test_without_sources_the_shipped_regulation_is_asked() -> None:
    assert rk.query("ASK { ?order a rsnms:Order ; rsnms:number '963' }").truth
    assert not rk.query("ASK { ?order a rsnms:Order ; rsnms:number '963' }", AGREEMENT).truth


def test_each_source_is_a_graph_under_its_act_and_all_are_the_default_graph() -> None:
    names = values("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", AGREEMENT, "kaluga-963-2021")
    assert len(names) == 2 and all("/act/" in str(name) for (name,) in names)
    joined = "ASK { ?agreement a rsnms:Agreement . ?order a rsnms:Order }"
    assert rk.query(joined, AGREEMENT, "kaluga-963-2021").truth


def test_a_statement_of_two_sources_counts_once() -> None:
    one = said("<a:a> rdfs:label 'one' .")
    assert values("SELECT (COUNT(*) AS ?n) { <a:a> rdfs:label ?label }", one, one + said("<a:b> a <a:c> .")) == [[1]]


def test_code_lists_and_names_of_terms_are_always_there() -> None:
    assert values("SELECT ?l { level:regional skos:prefLabel ?l FILTER(LANG(?l) = 'en') }") == [["regional level"]]
    assert values("SELECT ?l { rsnms:Agreement rdfs:label ?l FILTER(LANG(?l) = 'ru') }") == [["соглашение"]]


@pytest.mark.parametrize("prefix", KNOWN_PREFIXES)
def test_known_prefixes_need_not_be_declared_and_may_be(prefix: str) -> None:
    assert not rk.query(f"ASK {{ <a:b> {prefix}:nothing ?o }}", said("<a:a> a <a:b> .")).truth
    own = f"PREFIX {prefix}: <a:> ASK {{ {prefix}:a a {prefix}:b }}"
    assert rk.query(own, said("<a:a> a <a:b> .")).truth


def test_a_file_and_the_paper_it_was_read_from_answer_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(rk.read(AGREEMENT).serialize(format="turtle"), encoding="utf-8")
    text = "SELECT ?g ?clause ?e { GRAPH ?g { ?o rsnms:modality ?m ; rsnms:clauseLabel ?clause ; rsnms:end ?e } }"
    assert rk.query(text, path).render() == rk.query(text, AGREEMENT).render()


def test_a_question_about_realising_finds_the_crosswalk() -> None:
    text = "SELECT ?kind { ?obligation ?kind ?norm . ?kind rdfs:subPropertyOf rsnms:realises }"
    assert values(text, ORDER, AGREEMENT)
    assert not values(text, AGREEMENT)


# --- order ---------------------------------------------------------------------------------------


def test_rows_without_an_order_are_put_in_the_order_of_people() -> None:
    labels = said("<a:a> rdfs:label '2.10', '2.9', '2.3.1', 'V', '10' .")
    assert values("SELECT ?l { <a:a> rdfs:label ?l }", labels) == [["2.3.1"], ["2.9"], ["2.10"], ["10"], ["V"]]


def test_rows_with_an_order_are_left_in_it() -> None:
    labels = said("<a:a> rdfs:label '1', '2', '3' .")
    assert values("SELECT ?l { <a:a> rdfs:label ?l } ORDER BY DESC(?l)", labels) == [["3"], ["2"], ["1"]]


@pytest.mark.parametrize("format_", ["table", "json", "csv"])
def test_the_same_question_gives_the_same_bytes(format_: str) -> None:
    text = "SELECT ?s ?p ?o { ?s a rsnms:Function ; ?p ?o }"
    assert len({rk.query(text).render(format_) for _ in range(2)}) == 1


def test_a_made_graph_has_the_same_bytes_with_its_blank_nodes_too() -> None:
    text = "CONSTRUCT { ?f rsnms:bearer [ rsnms:clauseLabel ?c ] } { ?f a rsnms:Function ; rsnms:clauseLabel ?c }"
    assert len({rk.query(text).render(format_) for format_ in ("ttl", "nt") for _ in range(2)}) == 2


# --- formats -------------------------------------------------------------------------------------

ROW = said(
    "<a:a> rsnms:name '=1+1'@ru ; rsnms:stamp true ; rsnms:share 5.0 ; rsnms:count -3 ; rsnms:level level:regional ."
)
FIELDS = "SELECT ?name ?stamp ?share ?count ?level ?none { ?s rsnms:name ?name ; rsnms:stamp ?stamp ; rsnms:share ?share ; rsnms:count ?count ; rsnms:level ?level }"  # noqa: E501


def test_a_table_speaks_russian() -> None:
    head, row = rk.query(FIELDS, ROW).render().splitlines()
    assert head.split("  ")[0] == "название" and "none" in head
    assert row.split() == ["=1+1", "да", "5", "-3", "level:regional", "–"]
    assert rk.query(FIELDS, ROW).render("table", "en").startswith("name")


def test_csv_holds_no_formulas() -> None:
    assert rk.query(FIELDS, ROW).render("csv").splitlines()[1] == f"'=1+1,true,5,-3,{KNOWN_PREFIXES['level']}regional,"


def test_json_is_that_of_sparql() -> None:
    found = json.loads(rk.query(FIELDS, ROW).render("json"))
    assert found["head"]["vars"] == ["name", "stamp", "share", "count", "level", "none"]
    (row,) = found["results"]["bindings"]
    assert row["name"] == {"type": "literal", "value": "=1+1", "xml:lang": "ru"}
    assert row["share"] == {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}
    assert row["level"]["type"] == "uri" and "none" not in row
    assert json.loads(rk.query("ASK {}").render("json")) == {"head": {}, "boolean": True}


def test_yes_and_no_are_in_the_language_of_the_reader() -> None:
    yes, no = rk.query("ASK {}"), rk.query("ASK { <a:b> <a:b> <a:b> }")
    assert (yes.render(), no.render(), yes.render("table", "en"), no.render("csv")) == (
        "да\n",
        "нет\n",
        "yes\n",
        "false\n",
    )


def test_an_answer_has_only_the_formats_of_its_kind() -> None:
    with pytest.raises(UsageError, match="ttl, nt"):
        rk.query("CONSTRUCT { ?s a ?o } { ?s a ?o }").render("csv")
    with pytest.raises(UsageError, match="table, json, csv"):
        rk.query("ASK {}").render("ttl")


def test_values_in_python_are_those_of_python() -> None:
    source = said("<a:a> rsnms:date '2021-09-15'^^xsd:date ; rsnms:order 7 .")
    assert values("SELECT ?d ?n ?x { ?s rsnms:date ?d ; rsnms:order ?n }", source) == [[date(2021, 9, 15), 7, None]]


def test_signs_that_a_terminal_obeys_are_not_printed() -> None:
    assert "\x1b" not in rk.query("SELECT ?l { ?s rdfs:label ?l }", said('<a:a> rdfs:label "\\u001b[31m" .')).render()


# --- what goes wrong -------------------------------------------------------------------------------


def test_a_mistake_has_its_line_and_column() -> None:
    with pytest.raises(UsageError, match="строка 2, знак"):
        rk.query("SELECT *\n{ ?s ?p }")
    with pytest.raises(UsageError, match="префикса нет"):
        rk.query("ASK { ?s foo:bar ?o }")


# Seconds of work, and not more: a question that is given up goes on in its thread, beside the tests after it.
LONG_QUERY = """SELECT (COUNT(*) AS ?n) {
    { SELECT * { ?a ?b ?c } LIMIT 2000 } { SELECT * { ?d ?e ?f } LIMIT 2000 } FILTER(STR(?a) != STR(?f))
}"""


def test_a_long_question_is_given_up() -> None:
    with pytest.raises(UsageError, match="--timeout"):
        ask(LONG_QUERY, ["kaluga-963-2021"], timeout=0.05)


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf")])
def test_a_time_to_wait_is_a_number_of_seconds(seconds: float) -> None:
    with pytest.raises(UsageError, match="--timeout"):
        rk.query("ASK {}", timeout=seconds)


def test_too_many_rows_are_refused_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rsnms_kg.graph.query.MOST_ROWS", 3)
    with pytest.raises(UsageError, match="LIMIT"):
        rk.query("SELECT * { ?s ?p ?o }")
    assert len(rk.query("SELECT * { ?s ?p ?o } LIMIT 3").rows) == 3


def test_an_unreadable_source_is_an_error_or_is_taken_down(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("nothing", encoding="utf-8")
    with pytest.raises(InputError):
        rk.query("ASK {}", bad)
    for text in ("ASK { ?s a rsnms:Agreement }", "ASK { ?s a rsnms:Agreement } # realises"):
        errors: list[InputError] = []
        assert rk.query(text, bad, AGREEMENT, unreadable=errors).truth
        assert [error.path for error in errors] == [str(bad)]


def test_an_unknown_regulation_is_told_from_a_file() -> None:
    with pytest.raises(UsageError, match="kaluga-963-2021"):
        rk.query("ASK {}", "kaluga-964")
