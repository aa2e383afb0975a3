"""``rsnms read``: the facts of papers as a graph and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

import rsnms_kg as rk

PARSERS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}


@pytest.mark.parametrize("name", PARSERS)
def test_each_format_holds_the_graph(run, faulty: Path, name: str) -> None:
    ran = run("read", faulty, "--format", name)
    assert (ran.code, ran.err) == (0, "")
    assert isomorphic(Graph().parse(data=ran.out, format=PARSERS[name]), rk.read(faulty))


def test_n_triples_are_sorted(run, faulty: Path) -> None:
    lines = run("read", faulty, "--format", "nt").out.splitlines()
    assert lines == sorted(set(lines))


def test_no_entity_is_a_blank_node(run, order: Path) -> None:
    assert "_:" not in run("read", order, "--format", "nt").out


def test_json_holds_the_text_and_facts_with_their_places(run, faulty: Path, order: Path) -> None:
    told = run("read", faulty, order, "--format", "json").json
    assert told["schema"] == "rsnms-facts/1"
    assert [document["kind"] for document in told["documents"]] == ["agreement", "regulation"]
    for document in told["documents"]:
        rows = [row for found in document["facts"].values() for row in found]
        assert rows
        assert all(document["text"][slice(*row["span"])] == row["text"] for row in rows)


def test_several_papers_make_one_graph(run, faulty: Path, order: Path) -> None:
    whole = Graph().parse(data=run("read", faulty, order, "--format", "nt").out, format="nt")
    for paper in (faulty, order):
        assert set(rk.read(paper)) <= set(whole)


def test_a_bad_paper_is_named_and_the_others_are_read(run, faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    ran = run("read", "нет.txt", faulty, tmp_path / "bad.docx", "--format", "json")
    assert ran.code == 2
    assert [document["path"] for document in ran.json["documents"]] == [str(faulty)]
    assert ran.err.startswith("нет.txt: такого файла нет.")
    assert f"{tmp_path / 'bad.docx'}: " in ran.err


def test_nothing_is_written_where_nothing_was_read(run, tmp_path: Path) -> None:
    ran = run("read", "нет.txt", "-o", tmp_path / "out.ttl")
    assert (ran.code, ran.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_what_was_read_is_checked_as_the_paper_is(run, faulty: Path) -> None:
    graph = Graph().parse(data=run("read", faulty).out, format="turtle")
    assert rk.check(graph).findings == rk.check(faulty).findings
