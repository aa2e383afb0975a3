"""A paper as publishable data: labels stay, sentences go, the same paper gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS

from rsnms_kg.graph.paper import PaperGraph, read_paper
from rsnms_kg.graph.publication import PAPER_ONLY, as_turtle, main, published, unnamed
from rsnms_kg.knowledge.terms import RSNMS

EXAMPLES = Path(__file__).parents[2] / "examples"
NORMS = (RSNMS.Obligation, RSNMS.Function, RSNMS.Task, RSNMS.Measure, RSNMS.Validity)
PAPERS = ["agreement.txt", "order.txt"]


@pytest.fixture(params=PAPERS, scope="module")
def paper(request: pytest.FixtureRequest) -> PaperGraph:
    return read_paper(EXAMPLES / request.param)


def texts(graph: Graph) -> list[str]:
    return [str(value) for *_, value in graph if isinstance(value, Literal) and value.datatype is None]


def test_no_sentence_is_published(paper: PaperGraph) -> None:
    norms = [node for kind in NORMS for node in paper.subjects(RDF.type, kind)]
    quotes = {str(paper.value(node, RSNMS.quote)) for node in norms}
    sentences = {quote for quote in quotes if len(quote.split()) > 7}
    assert sentences
    said = texts(published(paper, paper.kind, Graph()))
    assert not [text for text in said if any(sentence in text for sentence in sentences)]


def test_every_fact_but_those_of_the_paper_alone_is_published(paper: PaperGraph) -> None:
    graph = published(paper, paper.kind, Graph())
    left_out = set(paper.objects(None, RDF.type)) - set(graph.objects(None, RDF.type))
    assert {str(kind).removeprefix(str(RSNMS)) for kind in left_out} <= PAPER_ONLY[paper.kind]
    for kind in (RSNMS.Obligation, RSNMS.Function, RSNMS.Measure, RSNMS.Target):
        assert set(graph.subjects(RDF.type, kind)) == set(paper.subjects(RDF.type, kind))


def test_a_label_is_kept_and_what_has_none_waits_for_a_person(paper: PaperGraph) -> None:
    first = published(paper, paper.kind, Graph())
    waiting = unnamed(first)
    assert waiting
    labels = Graph()
    labels.add((waiting[0], RDFS.label, Literal("наше имя", lang="ru")))
    labels.add((waiting[0], RDFS.label, Literal("our name", lang="en")))
    second = published(paper, paper.kind, labels)
    assert unnamed(second) == waiting[1:]
    assert Literal("наше имя", lang="ru") in set(second.objects(waiting[0], RDFS.label))


def test_the_turtle_says_what_the_graph_says(paper: PaperGraph) -> None:
    graph = published(paper, paper.kind, Graph(), "test-1")
    text = as_turtle(graph, URIRef(paper.facts.act), "About\nthe paper")
    assert set(Graph().parse(data=text, format="turtle")) == set(graph)
    assert "\n# About\n# the paper\n" in text


def test_made_anew_the_file_is_the_same_and_keeps_its_remarks(tmp_path: Path) -> None:
    target = tmp_path / "data.ttl"
    source = str(EXAMPLES / "agreement.txt")
    assert main([source, str(target), "test-1"]) == 1  # labels are wanting
    first = target.read_bytes()
    assert main([source, str(target)]) == 1
    assert target.read_bytes() == first
    target.write_text(target.read_text().replace('"?"@ru, "?"@en', '"имя"@ru, "name"@en'))
    assert main([source, str(target)]) == 0
