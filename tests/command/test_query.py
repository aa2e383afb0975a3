"""``rsnms query``: the question as a file, as text or from standard input; what it runs on; exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGREEMENT, ORDER = ROOT / "examples/agreement.txt", ROOT / "examples/order.txt"
QUESTION = "ASK { ?paper a rsnms:Agreement }"
COUNT = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def count(ran) -> int:
    assert ran.code == 0, ran.err
    return int(json.loads(ran.out)["results"]["bindings"][0]["n"]["value"])


def test_a_question_is_a_file_a_text_or_standard_input(run, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text("# вопрос\n" + QUESTION, encoding="utf-8-sig")
    for ran in (run("query", path, AGREEMENT), run("query", QUESTION, AGREEMENT),
                run("query", "-", AGREEMENT, given=QUESTION.encode())):  # fmt: skip
        assert (ran.code, ran.out, ran.err) == (0, "да\n", "")


def test_every_shipped_question_runs_as_it_is_written(run) -> None:
    first = sorted((ROOT / "examples/queries").glob("*.rq"))[0]
    assert run("query", first).code == 0


def test_without_a_paper_the_shipped_regulation_is_asked(run) -> None:
    assert run("query", "SELECT ?n { ?order a rsnms:Order ; rsnms:number ?n }").out.splitlines()[-1] == "963"


def test_papers_folders_graphs_and_regulations_may_be_named_together(run, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/a.txt").write_bytes(AGREEMENT.read_bytes())
    assert run("read", ORDER, "-o", tmp_path / "order.trig").code == 0
    assert count(run("query", COUNT, tmp_path / "papers", "--format", "json")) == 1
    assert count(run("query", COUNT, tmp_path / "papers", tmp_path / "order.trig", "--format", "json")) == 2
    assert count(run("query", COUNT, AGREEMENT, "--regulation", "kaluga-963-2021", "--format", "json")) == 2
    assert count(run("query", COUNT, AGREEMENT, "--regulation", ORDER, "kaluga-963-2021", "--format", "json")) == 3


def test_a_paper_or_a_graph_may_come_from_standard_input(run) -> None:
    assert run("query", QUESTION, "-", given=AGREEMENT.read_bytes()).out == "да\n"
    for format_ in ("ttl", "nt", "jsonld", "trig"):
        graph = run("read", AGREEMENT, "--format", format_).out
        assert run("query", QUESTION, "-", given=graph.encode()).out == "да\n", format_


def test_the_ending_of_the_output_picks_the_format(run, tmp_path: Path) -> None:
    text = "SELECT ?role { ?party rsnms:role/skos:notation ?role }"
    for name, begins in (("a.json", "{"), ("a.csv", "role\n"), ("a.txt", "роль")):
        assert run("query", text, AGREEMENT, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    made = "CONSTRUCT { ?s a ?o } { ?s a ?o . FILTER(?o = rsnms:Party) }"
    assert run("query", made, AGREEMENT, "-o", tmp_path / "a.ttl").code == 0
    assert run("read", tmp_path / "a.ttl", "--format", "nt").out.count("\n") == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }", "«SERVICE» не разрешено"),
        ("SELECT * FROM <https://example.org/> { ?s ?p ?o }", "«FROM» не разрешено"),
        ("LOAD <https://example.org/>", "«LOAD» не разрешено"),
        ("DELETE WHERE { ?s ?p ?o }", "«DELETE» не разрешено"),
        ("SELECT * {", "строка 1"),
        ("чьи функции?", "не вопрос SPARQL"),
        ("нет такого.rq", "такого файла нет"),
    ],
)
def test_a_question_that_cannot_be_asked_ends_with_2(run, text: str, said: str) -> None:
    ran = run("query", text)
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_a_bad_source_does_not_stop_the_others(run, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b>", encoding="utf-8")
    ran = run("query", QUESTION, tmp_path / "bad.ttl", AGREEMENT)
    assert (ran.code, ran.out) == (2, "да\n") and "bad.ttl" in ran.err
    ran = run("query", QUESTION, tmp_path / "bad.ttl")
    assert (ran.code, ran.out) == (2, "")


def test_one_standard_input_is_not_both_the_question_and_a_paper(run) -> None:
    assert run("query", "-", "-", given=b"ASK {}").code == 2


def test_an_answer_does_not_replace_a_source(run, tmp_path: Path) -> None:
    assert run("read", AGREEMENT, "-o", tmp_path / "a.ttl").code == 0
    before = (tmp_path / "a.ttl").read_bytes()
    assert run("query", "CONSTRUCT WHERE { ?s a ?o }", tmp_path / "a.ttl", "-o", tmp_path / "a.ttl").code == 2
    assert (tmp_path / "a.ttl").read_bytes() == before


def test_a_question_without_end_is_given_up_in_time(run_apart) -> None:
    ran = run_apart(
        "query", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && ?b = ?h) }", "--timeout", "0.5"
    )
    assert (ran.code, ran.out) == (2, "") and "--timeout" in ran.err


def test_the_same_question_gives_the_same_bytes_in_every_process(run_apart) -> None:
    text = "CONSTRUCT { ?f ?p [ rsnms:name ?o ] } { ?f a rsnms:Function ; ?p ?o }"
    one, other = (run_apart("query", text, PYTHONHASHSEED=seed).out for seed in ("1", "2"))
    assert one == other and one.count("\n") > 100
