"""From a network to a diagram: which words stand in which box, in lines, and what the lines between mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.picture.captions import HOST, INSTEAD, LEGENDS, STATUSES, WORKING, cited, sentence
from rsnms_kg.picture.diagram import (
    CAPTION,
    HEAD,
    MARK,
    PAD_X,
    SMALL,
    TEXT,
    Arrow,
    Band,
    Box,
    Diagram,
    Key,
    Link,
    Mark,
    Row,
    Stroke,
)
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.naming import by_numbers
from rsnms_kg.picture.network import bands

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_WIDTHS = {"structure": 300, "functions": 430, "agreement": 430, "crosswalk": 430, "coverage": 430, "roadmap": 300,
           "indicators": 560}  # fmt: skip
ROWS = {"function", "obligation", "norm", "task", "goal", "target", "observation"}
_FEW, _NARROW = 3, 230  # more bands than these have narrow boxes, to be read on A4
_CAPTION = 130  # the widest caption of a line
MARKS: dict[str, Mark] = {
    "covered": "full", "some": "ring", "part": "half", "open": "empty",
    "paired": "full", "kindred": "dot", "alone": "empty",
    "done": "full", "late": "half", "overdue": "empty", "passed": "dot", "ahead": "square",
}  # fmt: skip
SIGNS = {"full": "●", "ring": "◉", "half": "◐", "empty": "○", "dot": "•", "square": "□"}
_RUSSIAN = re.compile("[А-Яа-яЁё]")  # a name as printed, whose short form belongs to it
_REALISED = Bilingual("соответствие", "correspondence")
_ARROWS = {"forward": "→", "back": "←", "both": "↔"}


def diagram(view: MultiDiGraph) -> Diagram:
    """Return a network as a diagram."""
    language, layers = view.graph["language"], bands(view)
    width = _WIDTHS.get(view.graph["view"], 330)
    if view.graph["view"] == "structure" and len(layers) > _FEW:
        width = _NARROW
    marked = view.graph["view"] == "coverage"
    boxes = [
        _box(view, node, width, marked) for _, nodes in layers for node in nodes if view.nodes[node]["kind"] not in ROWS
    ]
    return Diagram(
        title=view.graph["title"],
        description=description(view),
        language=language,
        note=view.graph["note"],
        bands=tuple(_band(view, key, nodes, width) for key, nodes in layers),
        boxes=tuple(boxes),
        links=tuple(_links(view)),
        legend=tuple(_legend(view)),
        width=width,
        gap=12 if any(box.rows for box in boxes) else 26,
    )


def _band(view: MultiDiGraph, key: str, nodes: list[str], width: int) -> Band:
    first = view.nodes[nodes[0]]
    same = first["level"] if first["level"] == key else ""
    return Band(key, tuple(wrapped(first["band_label"], width + PAD_X, CAPTION, bold=True)), same)


def _box(view: MultiDiGraph, node: str, width: int, marked: bool) -> Box:
    """A box: the name in bold, then the clause and what is counted; a short name follows in brackets.

    ``п. 3.2.2 · 14 функций``; an actor that is no subject has no count.
    """
    about, language = view.nodes[node], view.graph["language"]
    name, short = about["label"], about["short_name"]
    if short and short not in name and (language == "ru" or _RUSSIAN.search(name)):
        name = f"{name} ({short})"
    room = width - 2 * PAD_X
    small = " · ".join(filter(None, [cited(_one(about["clause"]), language), about["note"], _status_words(about)]))
    rows = [inner for inner in view if view.nodes[inner]["within"] == node and view.nodes[inner]["kind"] in ROWS]
    return Box(
        key=node,
        kind=about["kind"],
        band=about["band"],
        words=tuple(wrapped(sentence(name), room, HEAD, bold=True)),
        small=tuple(wrapped(small, room, SMALL)) if small else (),
        rows=tuple(_row(view, row, room, marked) for row in rows),
        within=about["within"],
        tip=about["text"],
    )


def _row(view: MultiDiGraph, node: str, room: float, marked: bool) -> Row:
    about = view.nodes[node]
    mark = MARKS.get(about["status"], "") if marked else ""
    room -= MARK if marked else 0
    said = " ".join(filter(None, [about["clause"] if about["kind"] not in ("target", "observation") else "",
                                  about["label"]]))  # fmt: skip
    note = "; ".join(filter(None, [about["note"], *_counterparts(view, node)]))
    return Row(node, about["kind"], tuple(wrapped(said, room, TEXT)),
               tuple(wrapped(note, room, SMALL)) if note else (), mark, about["text"])  # fmt: skip


def _counterparts(view: MultiDiGraph, node: str) -> Iterable[str]:
    """What corresponds to a norm, said in its row, so that no line needs a caption: ``п. 3.2.2/5 – совпадает``."""
    language = view.graph["language"]
    found = []
    for _, other, about in view.out_edges(node, data=True):
        if about["kind"] in ("realises", "related"):
            clause = cited(_one(view.nodes[other]["clause"]), language)
            instead = (
                f" ({INSTEAD(language)}: {about['instead']})"
                if about["instead"] and about["kind"] == "realises"
                else ""
            )
            found.append((about["kind"] != "realises", by_numbers(clause), f"{clause} – {about['label']}{instead}"))
    return [said for *_, said in sorted(found)]


def _status_words(about: dict[str, Any]) -> str:
    return str(about.get("status_label", "")) if about["kind"] == "measure" else ""


def _one(clause: str) -> tuple[str, ...]:
    return (clause,) if clause else ()


def _links(view: MultiDiGraph) -> Iterable[Link]:
    yield from _pairs(view)
    language = view.graph["language"]
    inside = dict(view.nodes(data="within"))
    for source, target, about in view.edges(data=True):
        kind = about["kind"]
        if kind == "host" and inside[source] != target:
            yield Link(source, target, kind, (HOST(language),))
        elif kind in ("realises", "related"):
            stroke: Stroke = "dotted" if kind == "related" else "dashed" if about["shift"] else "solid"
            arrow: Arrow = "forward" if view.graph["view"] == "agreement" else "none"
            tip = " · ".join(filter(None, [about["label"], about["shift"]]))
            yield Link(source, target, kind, (), arrow, stroke, tip)
        elif kind == "follows":
            yield Link(source, target, kind)


def _pairs(view: MultiDiGraph) -> list[Link]:
    """Those who work together: one line for each pair, however many links it has and whichever way."""
    place = {node: at for at, node in enumerate(node for _, nodes in bands(view) for node in nodes)}
    found: dict[tuple[str, str], list[tuple[bool, str]]] = {}
    for source, target, about in view.edges(data=True):
        if about["kind"] == "interaction":
            forward = place[source] <= place[target]
            ends = (source, target) if forward else (target, source)
            found.setdefault(ends, []).append((forward, about["clause"]))
    links = []
    for (first, second), ways in sorted(found.items(), key=lambda item: [place[end] for end in item[0]]):
        clauses = tuple(sorted({label for _, label in ways if label}, key=by_numbers))
        said = {way for way, _ in ways}
        arrow: Arrow = "both" if len(said) == 2 else "forward" if True in said else "back"
        words = tuple(wrapped(cited(clauses, view.graph["language"]), _CAPTION, SMALL)) if clauses else ()
        links.append(Link(first, second, "interaction", words, arrow, "dashed"))
    return links


def _legend(view: MultiDiGraph) -> list[Key]:
    """What lines and marks mean, for those that the picture has."""
    language = view.graph["language"]
    edges = [about for *_, about in view.edges(data=True)]
    inside = dict(view.nodes(data="within"))
    pairs = "realises" if view.graph["view"] == "agreement" else "pair"
    occurs = (
        ("interaction", any(edge["kind"] == "interaction" for edge in edges)),
        ("inside", any(about["within"] and about["kind"] not in ROWS for _, about in view.nodes(data=True))),
        ("host", any(edge["kind"] == "host" and inside[unit] != host for unit, host, edge in view.edges(data=True))),
        (pairs, any(edge["kind"] == "realises" for edge in edges)),
        ("shift", any(edge.get("shift") and edge["kind"] == "realises" for edge in edges)),
        ("related", any(edge["kind"] == "related" for edge in edges)),
    )
    said = [_line_key(key, view) for key, there in occurs if there]
    marked = view.graph["view"] == "coverage"
    found = {about["status"] for _, about in view.nodes(data=True)} if marked else set()
    return said + [Key(STATUSES[key](language), MARKS[key]) for key in STATUSES if key in found and MARKS[key]]


def _line_key(key: str, view: MultiDiGraph) -> Key:
    """A line of the legend, as :func:`_links` draws such lines."""
    words = LEGENDS[key](view.graph["language"])
    paired: Arrow = "forward" if view.graph["view"] == "agreement" else "none"
    lines: dict[str, tuple[Stroke, Arrow]] = {
        "interaction": ("dashed", "forward"), "host": ("solid", "forward"), "realises": ("solid", paired),
        "pair": ("solid", paired), "shift": ("dashed", paired), "related": ("dotted", paired),
    }  # fmt: skip
    return Key(words, "", *lines[key]) if key in lines else Key(words, frame=key == "inside")


def description(view: MultiDiGraph) -> str:
    """Return a picture in words: who is in each band, what is part of what, who works with whom."""
    language = view.graph["language"]
    labels = dict(view.nodes(data="label"))
    sentences = [view.graph["note"]] if view.graph["note"] else []
    for _, nodes in bands(view):
        names = [labels[node] for node in nodes if view.nodes[node]["kind"] not in ROWS]
        sentences.append(f"{view.nodes[nodes[0]]['band_label']}: {'; '.join(names)}.")
    hosts = [f"{labels[unit]} → {labels[host]}" for unit, host, kind in view.edges(data="kind") if kind == "host"]
    working = [
        f"{labels[link.source]} {_ARROWS[link.arrow]} {labels[link.target]}"
        + (f" ({' '.join(link.words)})" if link.words else "")
        for link in _pairs(view)
    ]
    realised = [
        f"{view.nodes[source]['clause']} → {view.nodes[target]['clause']} ({about['label']})"
        for source, target, about in view.edges(data=True)
        if about["kind"] == "realises"
    ]
    for heading, said in ((HOST, hosts), (WORKING, working), (_REALISED, realised)):
        if said:
            sentences.append(f"{sentence(heading(language))}: {'; '.join(said)}.")
    return " ".join([*sentences, *_tally(view)])


def _tally(view: MultiDiGraph) -> list[str]:
    """How many nodes have each status."""
    language = view.graph["language"]
    found = [about["status"] for _, about in view.nodes(data=True) if about["status"]]
    return [f"{sentence(STATUSES[key](language))}: {found.count(key)}." for key in STATUSES if key in found]
