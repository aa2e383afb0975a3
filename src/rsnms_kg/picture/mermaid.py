"""A view as Mermaid, which code hosts show inside Markdown."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from rsnms_kg.picture.captions import band_caption, box_lines, edge_lines, part_of, title
from rsnms_kg.picture.dot import BOX, EDGE
from rsnms_kg.picture.structure import bands, pairs, units_inside

if TYPE_CHECKING:
    from networkx import MultiDiGraph

# What Mermaid, its Markdown or HTML would read as code; letters, digits and these few signs are safe.
_CODE = re.compile(r"[^\w\s,:()/«»–—№·\u2019.-]|_|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|://")


def mermaid(view: MultiDiGraph) -> str:
    """Return a view as Mermaid text: a flowchart with a subgraph for each band."""
    layers = bands(view)
    names = {node: f"n{at}" for at, node in enumerate((n for _, nodes in layers for n in nodes), 1)}
    inside = units_inside(view)
    inner = {unit for units in inside.values() for unit in units}
    lines = ["---", f"title: {json.dumps(title(view), ensure_ascii=False)}", "---", "flowchart LR"]
    for band, nodes in layers:
        lines += [f'  subgraph {band}["{escaped(band_caption(band, view.graph["language"]))}"]', "    direction TB"]
        for node in nodes:
            if node not in inner:
                lines += [f"    {line}" for line in _box(view, node, inside, names)]
        lines.append("  end")
    lines += [f"  {first} ~~~ {second}" for (first, _), (second, _) in pairwise(layers)]
    lines += [f"  {line}" for line in _edges(view, names)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` for a quoted label of Mermaid: what could be code becomes ``#number;``."""
    return _CODE.sub(lambda sign: "".join(f"#{ord(letter)};" for letter in sign[0]), text)


def _box(view: MultiDiGraph, node: str, inside: dict[str, list[str]], names: dict[str, str]) -> list[str]:
    about = view.nodes[node]
    words = box_lines(about, view.graph["language"], BOX)
    label = "<br/>".join(escaped(line) for line in words)
    units = inside.get(node, [])
    if not units:
        return [f'{names[node]}["{label}"]']
    lines = [f'subgraph {names[node]}["{label}"]']
    for unit in units:
        lines += [f"  {line}" for line in _box(view, unit, inside, names)]
    return [*lines, "end"]


def _edges(view: MultiDiGraph, names: dict[str, str]) -> list[str]:
    language = view.graph["language"]
    lines = []
    for pair in pairs(view):
        source, target = names[pair.first], names[pair.second]
        if pair.direction == "back":
            source, target = target, source
        arrow = "<-.->" if pair.direction == "both" else "-.->"
        words = "<br/>".join(escaped(line) for line in edge_lines(pair.clauses, language, EDGE))
        lines.append(f'{source} {arrow}|"{words}"| {target}' if words else f"{source} {arrow} {target}")
    return lines + [
        f'{names[unit]} -->|"{escaped(part_of(language))}"| {names[host]}'
        for unit, host, edge in view.edges(data=True)
        if edge["kind"] == "host" and not edge["inside"]
    ]
