"""A diagram as DOT, the language of Graphviz: one cluster for each band, from left to right.

The same text with empty boxes of measured sizes (the *skeleton*) is what a picture is laid out from:
Graphviz decides where boxes and lines go, and never has to know how wide Russian letters are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from rsnms_kg.picture.diagram import CAPTION, HEAD, SMALL, Band, Box, Diagram, Link, head_height
from rsnms_kg.picture.letters import width as breadth
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.presentation import SIGNS

# A wide face, so that what is measured fits in what a reader has.
FACE = "Verdana"
FILLS = {
    "outside": "#f4f4f4",
    "regional": "#dbe9f6",
    "intermunicipal": "#e3f1e6",
    "municipal": "#fdf0d5",
    "institutional": "#e9e3f1",
    "unstated": "#f4f4f4",
    "": "#eef2f5",
}
_TITLE_LINE = 1100
# remincross=false: the second pass for fewer crossings would shuffle the boxes of a band.
_HEAD = """digraph picture {{
  graph [rankdir=LR, newrank=true, compound=true, remincross=false, charset="UTF-8", bgcolor=white, pad=0.15,
         nodesep={gap:.2f}, ranksep={apart}, splines=true, outputorder=edgesfirst,
         fontname="{face}", fontsize={small}, fontcolor="#333333", labelloc=b, labeljust=l]
  node [shape=box, style=filled, fillcolor=white, color="#333333", fontcolor="#111111",
        margin="{margin}", fontname="{face}", fontsize={text}]
  edge [color="#444444", arrowhead=vee, arrowtail=vee, arrowsize=0.8, penwidth=1.4,
        fontname="{face}", fontsize={small}, fontcolor="#111111"]"""
_NARROW = "i"  # letters of the skeleton, of which any width can be made


def dot(diagram: Diagram) -> str:
    """Return a diagram as DOT text."""
    return _Writer(diagram, skeleton=False).text()


def skeleton(diagram: Diagram, *, turned: bool = False, wrapped: bool = False) -> str:
    """Return a diagram as DOT text without words, each box and caption as large as its words are.

    :param turned: name the boxes of a band from the last to the first, which Graphviz sometimes needs to
        stack them in their order.
    :param wrapped: put the bands into one cluster, for the same end.
    """
    return _Writer(diagram, skeleton=True, turned=turned, wrapped=wrapped).text()


def box_names(diagram: Diagram) -> dict[str, str]:
    """Return the names of boxes in DOT and SVG by key."""
    return {box.key: f"n{at}" for at, box in enumerate(diagram.boxes, 1)}


def row_names(diagram: Diagram) -> dict[str, str]:
    """Return the names of rows in DOT and SVG by key."""
    return {key: f"r{at}" for at, (key, _) in enumerate(diagram.owners(), 1)}


def escaped(text: str) -> str:
    """Return ``text`` for a quoted string of DOT: no quote ends it, no backslash or ``&`` is read as code."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def _field(text: str) -> str:
    """Return escaped text for a field of a record, where a few more signs are code."""
    return "".join(f"\\{sign}" if sign in "{}|<>" else sign for sign in escaped(text))


def _left(lines: list[str]) -> str:
    r"""A label of lines set flush left (``\l`` ends such a line).

    An empty line gets a space: Graphviz as WebAssembly dies of a label with an empty line.
    """
    return '"' + "".join(f"{escaped(line or ' ')}\\l" for line in lines) + '"'


@dataclass(frozen=True)
class _Writer:
    diagram: Diagram
    skeleton: bool
    turned: bool = False
    wrapped: bool = False

    def text(self) -> str:
        d = self.diagram
        margin, text = ("0,0", 2) if self.skeleton else ("0.16,0.1", HEAD)
        lines = [
            _HEAD.format(
                gap=d.gap / 72, apart=0.9 if d.links else 0.7, face=FACE, margin=margin, text=text, small=SMALL
            )
        ]
        if not self.skeleton:
            lines += self._label_of_all()
        elif self.wrapped:
            lines.append("  subgraph cluster_all { peripheries=0; margin=4")
        for band in d.bands:
            lines += [f"  {line}" for line in self._band(band)]
        if self.wrapped or not self.skeleton:
            lines.append("  }")
        lines += [
            f"  {line}" for line in (*self._order(), *(self._link(at, link) for at, link in enumerate(d.links, 1)))
        ]
        return "\n".join([*lines, "}"]) + "\n"

    def _label_of_all(self) -> list[str]:
        d = self.diagram
        legend = [" ".join(filter(None, [SIGNS.get(key.mark, ""), key.words])) for key in d.legend]
        title = [line for text in (d.title, d.note) for line in wrapped(text, _TITLE_LINE, 20)]
        return [
            *([f"  label={_left(['', *legend])}"] if d.legend else []),
            "  subgraph cluster_title {",
            "    peripheries=0; margin=4; labelloc=t; labeljust=l; fontsize=20",
            f"    label={_left([*title, ''])}",
        ]

    def _band(self, band: Band) -> list[str]:
        boxes = self.diagram.of(band.key)
        at = self.diagram.bands.index(band) + 1
        border = 'style="filled,dashed"' if band.level in ("outside", "unstated") else "style=filled"
        high = max(len(one.caption) for one in self.diagram.bands)
        caption = ["x"] * high if self.skeleton else list(band.caption)
        names = box_names(self.diagram)
        lines = [
            f"subgraph cluster_band{at} {{",
            f'  class="band {band.level}"; {border}; fillcolor="{FILLS.get(band.level, FILLS[""])}"; color="#8a8a8a"',
            f'  margin=18; labelloc=t; labeljust=l; fontsize={CAPTION}; fontcolor="#111111"; label={_left(caption)}',
        ]
        for column in self.diagram.columns(band.key):
            lines.append(f"  {{ rank=same; {'; '.join(names[box.key] for box in reversed(column))} }}")
        for box in reversed(boxes) if self.turned else boxes:
            if not box.within:
                lines += [f"  {line}" for line in self._box(box)]
        return [*lines, "}"]

    def _box(self, box: Box) -> list[str]:
        """A box; a frame holds its words and the boxes of its units."""
        name = box_names(self.diagram)[box.key]
        comment = (
            f', comment="{escaped(box.key)}"' if ":" in box.key else ""
        )  # an IRI; a blank node's name says nothing
        common = f'{name} [id="{name}", class="{box.kind}"{comment}, {self._shape(box)}'
        units = self.diagram.inside(box.key)
        if not units:
            return [common + "]"]
        lines = [
            f"subgraph cluster_{name} {{",
            '  class="host"; label=""; style=filled; fillcolor=white; color="#333333"; penwidth=2; margin=10',
            f"  {common}, penwidth=0]",
        ]
        for unit in units:
            lines += [f"  {line}" for line in self._box(unit)]
        return [*lines, "}"]

    def _shape(self, box: Box) -> str:
        size = f"width={self.diagram.width / 72:.3f}, height={head_height(box) / 72:.3f}"
        if not box.rows:
            return (
                f"{size}, {'fixedsize=true, label=' + _left([' ']) if self.skeleton else 'label=' + self._words(box)}"
            )
        names = row_names(self.diagram)
        fields = ["<h> " + "".join(f"{_field(line)}\\l" for line in _said(box))]
        for row in box.rows:
            said = (SIGNS[row.mark] + " " if row.mark else "") + row.words[0] if row.words else " "
            words = [said, *row.words[1:], *row.small]
            fields.append(f"<{names[row.key]}> " + "".join(f"{_field(line)}\\l" for line in words))
        width = f"width={self.diagram.width / 72:.3f}"
        return f'shape=record, {width}, label="{"|".join(fields)}"'

    def _words(self, box: Box) -> str:
        return _left([" "] if self.skeleton else _said(box))

    def _order(self) -> list[str]:
        """Invisible edges that keep the bands from left to right and the boxes of each from top to bottom.

        Graphviz stacks the boxes of a rank from the bottom up, so a band's last box comes first.
        """
        names = box_names(self.diagram)
        bands = (self.diagram.columns(band.key) for band in self.diagram.bands)
        columns = [[names[box.key] for box in column] for band in bands for column in band]
        chains = [" -> ".join(column[0] for column in columns), *(" -> ".join(reversed(column)) for column in columns)]
        return [f"{chain} [style=invis, weight=20]" for chain in chains if "->" in chain]

    def _link(self, at: int, link: Link) -> str:
        """One line. It leads from the earlier band to the later, so it moves no box.

        It takes part in the layout (no ``constraint=false``): only then Graphviz leads long lines around
        the captions.
        """
        ends = self._frames(link) + self._sides(link)
        direction = f"style={link.stroke}, dir={link.arrow}"
        still = ", constraint=false, arrowhead=normal" if link.kind == "host" else ""
        words = ""
        if link.words:
            word = "label" if "port" in ends or link.kind != "interaction" else "xlabel"
            said = [_narrow(line) for line in link.words] if self.skeleton else list(link.words)
            words = f", {word}={_left(said)}"
        return (
            f'{self._end(link.source)} -> {self._end(link.target)} [id="e{at}", class="{link.kind}", '
            f"{direction}{still}{ends}{words}]"
        )

    def _end(self, key: str) -> str:
        names = box_names(self.diagram)
        if key in names:
            return names[key]
        owner = dict(self.diagram.owners())[key]
        side = "e" if any(link.source == key for link in self.diagram.links) else "w"
        return f"{names[owner]}:{row_names(self.diagram)[key]}:{side}"

    def _owner(self, key: str) -> Box:
        owner = dict(self.diagram.owners()).get(key, key)
        return next(box for box in self.diagram.boxes if box.key == owner)

    def _sides(self, link: Link) -> str:
        """Attributes that let a line between bands leave and reach the boxes sideways, clear of the captions."""
        tail, head = self._owner(link.source), self._owner(link.target)
        if link.kind == "host":
            return ""
        rows = set(dict(self.diagram.owners()))
        if tail.band != head.band:
            return "" if rows & {link.source, link.target} else ", tailport=e, headport=w"
        column = [box.key for box in self.diagram.of(tail.band)]
        return "" if abs(column.index(tail.key) - column.index(head.key)) == 1 else ", tailport=w, headport=w"

    def _frames(self, link: Link) -> str:
        """Attributes that end a line at the border of a frame, unless its other end is in that frame."""
        names = box_names(self.diagram)
        return "".join(
            f", {side}=cluster_{names[end]}"
            for side, end, other in (("ltail", link.source, link.target), ("lhead", link.target, link.source))
            if end in names and self.diagram.inside(end) and other not in self._within(end)
        )

    def _within(self, frame: str) -> set[str]:
        """A frame and everything in it."""
        return {frame}.union(*(self._within(box.key) for box in self.diagram.inside(frame)))


def _said(box: Box) -> list[str]:
    return [*box.words, *box.small] or [" "]


def _narrow(line: str) -> str:
    """Narrow letters that are together as wide as a line of a caption."""
    return _NARROW * max(1, math.ceil(breadth(line, SMALL) / (0.27 * SMALL)))
