"""A view as DOT, the language of Graphviz: one cluster for each band, from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rsnms_kg.picture.captions import band_caption, box_lines, edge_lines, legend, part_of, title
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.structure import bands, pairs, units_inside

if TYPE_CHECKING:
    from networkx import MultiDiGraph

# Letters on a line of a box, of a band's caption (set larger), of an edge and, for each band, of the title.
BOX, CAPTION, EDGE, TITLE = 34, 31, 20, 26
# A wide face. Graphviz as WebAssembly knows its Latin letters only and takes a Cyrillic one for two spaces,
# which is about the widest average there is: text stays in its box.
METRICS = "Verdana"
_FILLS = {
    "outside": "#f4f4f4",
    "regional": "#dbe9f6",
    "municipal": "#fdf0d5",
    "institutional": "#e9e3f1",
    "unstated": "#f4f4f4",
}
# remincross=false: the second pass for fewer crossings would shuffle the boxes of a band.
_HEAD = f"""digraph structure {{
  graph [rankdir=LR, newrank=true, compound=true, remincross=false, charset="UTF-8", bgcolor=white, pad=0.15,
         nodesep=0.35, ranksep=1.1, splines=true, outputorder=edgesfirst,
         fontname="{METRICS}", fontsize=13, fontcolor="#333333", labelloc=b, labeljust=l]
  node [shape=box, style=filled, fillcolor=white, color="#333333", fontcolor="#111111", width=4.6, height=0.8,
        margin="0.2,0.13", fontname="{METRICS}", fontsize=14]
  edge [color="#444444", arrowhead=vee, arrowtail=vee, arrowsize=0.8, penwidth=1.4,
        fontname="{METRICS}", fontsize=12, fontcolor="#111111"]"""


def dot(view: MultiDiGraph) -> str:
    """Return a view as DOT text."""
    layers = bands(view)
    names = {node: f"n{at}" for at, node in enumerate((n for _, nodes in layers for n in nodes), 1)}
    lines = [_HEAD]
    if legend(view):
        lines.append(f"  label={_left(['', *legend(view)])}")
    lines += [
        "  subgraph cluster_title {",
        "    peripheries=0; margin=4; labelloc=t; labeljust=l; fontsize=20",
        f"    label={_left([*wrapped(title(view), TITLE * max(len(layers), 2)), ''])}",
    ]
    for band, nodes in layers:
        lines += [f"    {line}" for line in _band(view, band, nodes, names)]
    lines.append("  }")
    lines += [f"  {line}" for line in (*_order(layers, names), *_interactions(view, names), *_part_of(view, names))]
    return "\n".join([*lines, "}"]) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` for a quoted string of DOT: no quote ends it, no backslash or ``&`` is read as code."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def _left(lines: list[str]) -> str:
    r"""A label of lines set flush left (``\l`` ends such a line).

    An empty line gets a space: Graphviz as WebAssembly dies of a label with an empty line.
    """
    return '"' + "".join(f"{escaped(line or ' ')}\\l" for line in lines) + '"'


def _band(view: MultiDiGraph, band: str, nodes: list[str], names: dict[str, str]) -> list[str]:
    caption = wrapped(band_caption(band, view.graph["language"]), CAPTION)
    inside = units_inside(view)
    inner = {unit for units in inside.values() for unit in units}
    border = 'style="filled,dashed"' if band in ("outside", "unstated") else "style=filled"
    lines = [
        f"subgraph cluster_{band} {{",
        f'  class="band {band}"; {border}; fillcolor="{_FILLS[band]}"; color="#8a8a8a"; peripheries=1',
        f'  margin=18; labelloc=t; labeljust=l; fontsize=17; fontcolor="#111111"; label={_left(caption)}',
        f"  {{ rank=same; {'; '.join(names[node] for node in reversed(nodes))} }}",
    ]
    for node in nodes:
        if node not in inner:
            lines += [f"  {line}" for line in _box(view, node, inside, names)]
    return [*lines, "}"]


def _box(view: MultiDiGraph, node: str, inside: dict[str, list[str]], names: dict[str, str]) -> list[str]:
    """A box; a host's is a frame that holds its words and the boxes of its units."""
    about = view.nodes[node]
    words = box_lines(about, view.graph["language"], BOX)
    comment = f', comment="{escaped(node)}"' if ":" in node else ""  # an IRI; a blank node's name says nothing
    common = f'{names[node]} [class="{about["kind"]} {about["level"]}"{comment}, label={_left(words)}'
    units = inside.get(node, [])
    if not units:
        return [common + "]"]
    lines = [
        f"subgraph cluster_{names[node]} {{",
        '  class="host"; label=""; style=filled; fillcolor=white; color="#333333"; penwidth=2; margin=10',
        f"  {common}, penwidth=0]",
    ]
    for unit in units:
        lines += [f"  {line}" for line in _box(view, unit, inside, names)]
    return [*lines, "}"]


def _order(layers: list[tuple[str, list[str]]], names: dict[str, str]) -> list[str]:
    """Invisible edges that keep the bands from left to right and the boxes of each from top to bottom.

    Graphviz stacks the boxes of a rank from the bottom up, so a band's last box comes first.
    """
    firsts = " -> ".join(names[nodes[0]] for _, nodes in layers)
    chains = [firsts, *(" -> ".join(names[node] for node in reversed(nodes)) for _, nodes in layers)]
    return [f"{chain} [style=invis, weight=20]" for chain in chains if "->" in chain]


def _interactions(view: MultiDiGraph, names: dict[str, str]) -> list[str]:
    """One dashed line for each pair that works together, with arrowheads for the ways that are said.

    It always leads from the earlier band to the later, so it moves no box, and it takes part in the layout
    (no ``constraint=false``): only then Graphviz leads long lines around the captions.
    """
    lines = []
    for pair in pairs(view):
        caption = edge_lines(pair.clauses, view.graph["language"], EDGE)
        ends = _frames(view, pair.first, pair.second, names) + _sides(view, pair.first, pair.second, names)
        word = "label" if "port" in ends else "xlabel"
        words = f", {word}={_left(caption)}" if caption else ""
        lines.append(
            f"{names[pair.first]} -> {names[pair.second]} "
            f'[class="interaction", style=dashed, dir={pair.direction}{ends}{words}]'
        )
    return lines


def _part_of(view: MultiDiGraph, names: dict[str, str]) -> list[str]:
    words = escaped(part_of(view.graph["language"]))
    return [
        f"{names[unit]} -> {names[host]} "
        f'[class="part-of", constraint=false, arrowhead=normal, label="{words}"{_frames(view, unit, host, names)}]'
        for unit, host, edge in view.edges(data=True)
        if edge["kind"] == "host" and not edge["inside"]
    ]


def _sides(view: MultiDiGraph, tail: str, head: str, names: dict[str, str]) -> str:
    """Attributes that let an edge between bands leave and reach the boxes sideways, clear of the captions."""
    if view.nodes[tail]["level"] != view.nodes[head]["level"]:
        return ", tailport=e, headport=w"
    column = [node for node in names if view.nodes[node]["level"] == view.nodes[tail]["level"]]
    return "" if abs(column.index(tail) - column.index(head)) == 1 else ", tailport=w, headport=w"


def _frames(view: MultiDiGraph, tail: str, head: str, names: dict[str, str]) -> str:
    """Attributes that end an edge at the frame of a host, unless its other end is in that frame."""
    inside = units_inside(view)
    return "".join(
        f", {side}=cluster_{names[end]}"
        for side, end, other in (("ltail", tail, head), ("lhead", head, tail))
        if end in inside and other not in _within(end, inside)
    )


def _within(host: str, inside: dict[str, list[str]]) -> set[str]:
    """A host and everything in its frame."""
    return {host}.union(*(_within(unit, inside) for unit in inside.get(host, ())))
