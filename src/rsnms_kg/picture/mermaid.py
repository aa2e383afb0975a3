"""A diagram as Mermaid, which code hosts show inside Markdown."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from rsnms_kg.picture.diagram import Box, Diagram, Link
from rsnms_kg.picture.dot import box_names, row_names
from rsnms_kg.picture.presentation import SIGNS

# What Mermaid, its Markdown or HTML would read as code; letters, digits and these few signs are safe.
_CODE = re.compile(r"[^\w\s,:()/«»–—№·●◐○•□→∗\u2060\u2019.-]|_|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|://")
_LINES = {
    ("solid", "forward"): "-->", ("solid", "back"): "-->", ("solid", "both"): "<-->", ("solid", "none"): "---",
    ("dashed", "forward"): "-.->", ("dashed", "back"): "-.->", ("dashed", "both"): "<-.->", ("dashed", "none"): "-.-",
    ("dotted", "forward"): "-.->", ("dotted", "back"): "-.->", ("dotted", "both"): "<-.->", ("dotted", "none"): "-.-",
}  # fmt: skip


def mermaid(diagram: Diagram) -> str:
    """Return a diagram as Mermaid text: a flowchart with a subgraph for each band and each box with rows."""
    title = f"{diagram.title} – {diagram.note}" if diagram.note else diagram.title
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "flowchart LR"]
    for at, band in enumerate(diagram.bands, 1):
        lines += [f'  subgraph band{at}["{escaped(" ".join(band.caption))}"]', "    direction TB"]
        for box in diagram.of(band.key):
            if not box.within:
                lines += [f"    {line}" for line in _box(diagram, box)]
        lines.append("  end")
    lines += [f"  band{at} ~~~ band{at + 1}" for at in range(1, len(diagram.bands))]
    lines += [f"  {_link(diagram, link)}" for link in diagram.links]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` for a quoted label of Mermaid: what could be code becomes ``#number;``."""
    text = text.replace("*", "∗").replace("$$", "$\u2060$")  # Mermaid reads these even when they are escaped
    return _CODE.sub(lambda sign: "".join(f"#{ord(letter)};" for letter in sign[0]), text)


def _box(diagram: Diagram, box: Box) -> list[str]:
    name = box_names(diagram)[box.key]
    label = "<br/>".join(escaped(line) for line in (*box.words, *box.small))
    units = diagram.inside(box.key)
    if not units and not box.rows:
        return [f'{name}["{label}"]']
    lines = [f'subgraph {name}["{label}"]', "  direction TB"]
    rows = row_names(diagram)
    for row in box.rows:
        sign = f"{SIGNS[row.mark]} " if row.mark else ""
        words = "<br/>".join(escaped(line) for line in (*row.words, *row.small))
        lines.append(f'  {rows[row.key]}["{sign}{words}"]')
    lines += [f"  {rows[first.key]} ~~~ {rows[second.key]}" for first, second in pairwise(box.rows)]
    for unit in units:
        lines += [f"  {line}" for line in _box(diagram, unit)]
    return [*lines, "end"]


def _link(diagram: Diagram, link: Link) -> str:
    names = {**box_names(diagram), **row_names(diagram)}
    source, target = names[link.source], names[link.target]
    if link.arrow == "back":
        source, target = target, source
    line = _LINES[link.stroke, link.arrow]
    words = "<br/>".join(escaped(line) for line in link.words)
    return f'{source} {line}|"{words}"| {target}' if words else f"{source} {line} {target}"
