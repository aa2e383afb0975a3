"""RDF files as input: what a paper says, it says in every format; what is no RDF is refused with the place."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import XSD

import rsnms_kg as rk
from rsnms_kg.errors import InputError
from rsnms_kg.graph.rdf_files import FileGraph, graph_name, read_rdf, read_source

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = {
    "ttl": "turtle",
    "nt": "nt",
    "jsonld": "json-ld",
    "trig": "trig",
    "rdf": "xml",
    "owl": "pretty-xml",
    "nq": "nquads",
}
SAID = "<https://example.org/a> <https://example.org/b> "


def written(graph: Graph, path: Path) -> Path:
    """A graph in a file, by its ending; TriG and N-Quads have it under a name."""
    target = graph
    if path.suffix in (".trig", ".nq"):
        dataset = Dataset()
        named = dataset.graph(URIRef("https://example.org/graph"))
        for triple in graph:
            named.add(triple)
        target = dataset
    path.write_text(target.serialize(format=FORMATS[path.suffix[1:]]), encoding="utf-8")
    return path


def file_of(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_rdf(path)
    assert caught.value.path == str(path)
    assert caught.value.message.en and caught.value.message.ru
    return caught.value.message.en


@pytest.fixture(scope="module", params=["agreement.txt", "order.txt"])
def paper(request: pytest.FixtureRequest) -> Graph:
    return rk.read(EXAMPLES / request.param)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paper_read_back_from_a_file_is_the_same_graph_with_the_same_findings(
    paper: Graph, tmp_path: Path, ending: str
) -> None:
    back = rk.read(written(paper, tmp_path / f"paper.{ending}"))
    assert isinstance(back, FileGraph)
    assert isomorphic(paper, back)

    def found(graph: Graph) -> list[tuple[object, ...]]:
        findings = rk.check(graph).findings
        return [(one.requirement.id, one.clause, one.quote, one.span, one.text.ru, one.focus) for one in findings]

    assert found(back) == found(paper)


def test_a_report_on_a_graph_names_its_file_its_kind_and_its_paper(tmp_path: Path) -> None:
    path = written(rk.read(EXAMPLES / "agreement.txt"), tmp_path / "a.ttl")
    (document,) = rk.check(path).documents
    assert (document.path, document.kind, document.readable) == (str(path), "graph", True)
    assert document.title


def test_a_regulation_may_be_a_graph(tmp_path: Path) -> None:
    order = rk.read(EXAMPLES / "order.txt")
    path = written(order, tmp_path / "region.ttl")
    assert rk.regulation(path).graph.isomorphic(order)
    assert rk.check(EXAMPLES / "agreement.txt", regulation=path).regulation == rk.regulation(path).id
    with pytest.raises(InputError, match="не положение"):
        rk.regulation(written(rk.read(EXAMPLES / "agreement.txt"), tmp_path / "agreement.ttl"))


def test_lexical_forms_stay_as_they_are(tmp_path: Path) -> None:
    graph = read_rdf(file_of(tmp_path, "a.ttl", f'{SAID} "007"^^<{XSD.integer}>, "5.00"^^<{XSD.decimal}> .'))
    assert {str(value) for value in graph.objects()} == {"007", "5.00"}


def test_blank_nodes_have_the_same_names_every_time_and_other_names_in_other_files(tmp_path: Path) -> None:
    one = file_of(tmp_path, "one.ttl", f"{SAID} [ {SAID.split()[1]} [] ] .")
    other = file_of(tmp_path, "other.ttl", f"{SAID} [ {SAID.split()[1]} [] ] . # another file")
    assert set(read_rdf(one)) == set(read_rdf(one))
    assert {str(node) for node in read_rdf(one).objects()}.isdisjoint(str(node) for node in read_rdf(other).objects())


def test_a_graph_is_called_by_its_act_and_otherwise_by_its_bytes(tmp_path: Path) -> None:
    agreement = rk.read(EXAMPLES / "agreement.txt")
    assert graph_name(read_rdf(written(agreement, tmp_path / "a.ttl"))) == str(agreement.facts.act)
    both = agreement + rk.read(EXAMPLES / "order.txt")
    assert "/graph/" in graph_name(read_rdf(written(both, tmp_path / "both.ttl")))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_is_read_with_and_without_its_mark(tmp_path: Path, mark: bytes) -> None:
    graph = read_rdf(file_of(tmp_path, "a.ttl", mark + f'{SAID} "да" .'.encode()))
    assert list(graph.objects()) == [Literal("да")]


def test_an_xml_file_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="windows-1251"?>' + XML.format("https://example.org/a", "да")
    assert list(read_rdf(file_of(tmp_path, "a.rdf", text.encode("cp1251"))).objects()) == [Literal("да")]


XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">'
    '<rdf:Description rdf:about="{}"><e:b>{}</e:b></rdf:Description></rdf:RDF>'
)
BAD = {
    "a stop is missing.ttl": (f"{SAID} 1 .\n{SAID}\n", "line 3"),
    "no closing quote.nt": (f'{SAID} "x\n', "line 1"),
    "cut off.jsonld": ('{"@id": "https://example.org/a",\n "https://example.org/b":', "line 2"),
    "cut off.rdf": (XML[:150], "damaged"),
    "no statements.ttl": ("# nothing\n", "no RDF statement"),
    "empty.nt": ("", "no RDF statement"),
    "cp1251.ttl": (f'{SAID} 1 .\n{SAID} "да" .'.encode("cp1251"), "line 2: this is not UTF-8"),
    "relative.ttl": ("\n<a> <b> <c> .", "line 2: a relative IRI"),
    "relative.jsonld": (
        '{"@id": "https://example.org/a", "https://example.org/b": {"@id": "c"}}',
        "a relative IRI «c»",
    ),
    "relative subject.jsonld": ('{"@id": "a", "https://example.org/b": 1}', "a relative IRI «a»"),
    "relative.rdf": (XML.format("a", 1), "a relative IRI «a»"),
    "no date.ttl": (f'{SAID} "2021-02-3"^^<{XSD.date}> .', "xsd:date"),
    "no day.ttl": (f'{SAID} "2021-02-30"^^<{XSD.date}> .', "called"),
    "huge number.ttl": (f'{SAID} "1e999999999"^^<{XSD.decimal}> .', "xsd:decimal"),
    "no number.nt": (f'{SAID} "NaN"^^<{XSD.decimal}> .', "xsd:decimal"),
    "statement of a statement.ttl": (f"<< {SAID} 1 >> <https://example.org/c> 2 .", "statements about statements"),
    "deep.jsonld": ('{"https://example.org/b":' * 20_000 + "1" + "}" * 20_000, "nested over"),
    "deep.ttl": (f"{SAID}{'[<https://example.org/b> ' * 500}1{']' * 500} .", "nested over"),
    "deep.rdf": ("<a>" * 5_000 + "</a>" * 5_000, "damaged"),
    "a web page.rdf": ("<html><body>404</body></html>", "not well-formed"),
    "a web page.ttl": ("<html><body>404</body></html>", "line 1"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_rdf_is_refused_with_the_place(tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    assert said in refusal(file_of(tmp_path, name, content))


def test_a_bracket_in_a_text_is_no_nesting(tmp_path: Path) -> None:
    brackets = "[({" * 1_000
    assert read_rdf(file_of(tmp_path, "a.ttl", f'{SAID} "{brackets}", """{brackets}""" . # {brackets}'))


@pytest.mark.parametrize(
    "context",
    ['"http://127.0.0.1:{}/c"', '["http://127.0.0.1:{}/c"]', '{{"@import": "http://127.0.0.1:{}/c"}}',
     '{{"b": {{"@id": "https://example.org/b", "@context": "http://127.0.0.1:{}/c"}}}}',
     '"file:///etc/hostname"', '"c.jsonld"'],
)  # fmt: skip
def test_a_context_is_never_fetched(tmp_path: Path, context: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        address = context.format(server.getsockname()[1])
        path = file_of(
            tmp_path, "a.jsonld", f'{{"@context": {address}, "@id": "https://example.org/a", "b": {{"b": 1}}}}'
        )
        assert "@context" in refusal(path)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    "entity", ['x SYSTEM "file:///etc/hostname"', 'x SYSTEM "http://127.0.0.1:9/x"', 'x "' + "ha" * 100 + '"']
)
def test_entities_of_xml_are_refused(tmp_path: Path, entity: str) -> None:
    path = file_of(tmp_path, "a.rdf", f"<!DOCTYPE r [<!ENTITY {entity}>]>" + XML.format("https://example.org/a", "&x;"))
    assert "DOCTYPE" in refusal(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rsnms_kg.documents.reading.LARGEST_FILE", 100)
    assert "over" in refusal(file_of(tmp_path, "a.nt", f"{SAID} 1 .\n" * 10))
    monkeypatch.setattr("rsnms_kg.graph.rdf_files.MOST_TRIPLES", 1)
    assert "more than 1" in refusal(file_of(tmp_path, "b.ttl", f"{SAID} 1, 2 ."))


def test_a_graph_of_other_things_is_not_checked_and_not_called_clean(tmp_path: Path) -> None:
    (document,) = rk.check(file_of(tmp_path, "a.ttl", f"{SAID} 1 .")).documents
    assert document.error is not None and "nothing to check" in document.error.en


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "a.ttl")


def test_a_paper_is_still_a_paper() -> None:
    assert read_source(EXAMPLES / "agreement.txt").kind == "agreement"
