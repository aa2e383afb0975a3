"""A picture as a page in one file: the SVG, a list that can be folded, and, with scripts, answers to the pointer.

Nothing is fetched, and the only script and style that may run are ours: the page allows them by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.picture.canvas import FITTING
from rsnms_kg.picture.captions import HOST, WORKING, cited, on_paper
from rsnms_kg.picture.charts.registry import CHARTS
from rsnms_kg.picture.network import bands
from rsnms_kg.picture.presentation import ROWS
from rsnms_kg.russian.typography import one_line

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_WORDS = {
    "search": Bilingual("Найти", "Find"),
    "found": Bilingual("найдено", "found"),
    "fold": Bilingual("Свернуть всё", "Fold all"),
    "unfold": Bilingual("Развернуть всё", "Unfold all"),
    "fit": Bilingual("По ширине окна", "Fit the window"),
    "panel": Bilingual("О выбранном", "About what is chosen"),
    "close": Bilingual("Закрыть", "Close"),
    "list": Bilingual("Списком", "As a list"),
    "text": Bilingual("Слова", "Words"),
    "links": Bilingual("Связи", "Links"),
}
_HINTS = {
    "boxes": Bilingual("Щёлкните по рамке: появятся пункт и слова.", "Click a box: its clause and words appear."),
    "rows": Bilingual("Щёлкните по строке: появятся пункт и слова.", "Click a row: its clause and words appear."),
    "folds": Bilingual(
        "Щёлкните по рамке или строке: появятся пункт и слова. Двойной щелчок по заголовку рамки или пробел "
        "сворачивает её.",
        "Click a box or a row: its clause and words appear. A double click on the head of a box, or Space, folds it.",
    ),
}
_FACTS = (
    ("clause", Bilingual("Пункт", "Clause")),
    ("band_label", Bilingual("Где", "Where")),
    ("bearer", Bilingual("Кто", "Who")),
    ("status_label", Bilingual("Состояние", "Status")),
    ("note", Bilingual("Сказано", "Said")),
    ("responsible", Bilingual("Ответственный", "Responsible")),
    ("deadline_words", Bilingual("Срок", "Due")),
    ("result", Bilingual("Результат", "Result")),
    ("completed", Bilingual("Исполнено", "Done on")),
    ("evidence", Bilingual("Подтверждение", "Evidence")),
    ("period", Bilingual("Период", "Period")),
    ("text", _WORDS["text"]),
)
_HEAD = re.compile(r'<g class="head" data-below="([\d.]+)">.*?</g>\n?', re.S)
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)" viewBox="[^"]*"')
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
{note}<header>
<label class="needs-script" for="search">{search} <input id="search" type="search" autocomplete="off"></label>
<output id="count" class="needs-script" for="search" aria-live="polite"></output>
<button id="fold" class="needs-script" type="button">{fold}</button>
<button id="fit" class="needs-script" type="button" aria-pressed="true">{fit}</button>
<p class="hint needs-script">{hint}</p>
</header>
<main>
<figure class="fit">
{svg}</figure>
<aside id="panel" class="needs-script" aria-live="polite" aria-label="{panel}" hidden></aside>
</main>
<section class="list"><h2>{list}</h2>
{outline}
</section>
<script id="data" type="application/json">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def page(view: MultiDiGraph, svg: str) -> str:
    """Return a picture, drawn as SVG, as a page."""
    language = view.graph["language"]
    home = Path(__file__)
    script = home.with_suffix(".js").read_text(encoding="utf-8")
    words = {key: text(language) for key, text in _WORDS.items()}
    style = home.with_suffix(".css").read_text(encoding="utf-8")
    data = {"words": words, "nodes": {node: _about(view, node) for node in view}}
    return _PAGE.format(
        **{key: escape(text) for key, text in words.items()},
        language=language,
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
        title=escape(one_line(view.graph["title"])),
        note=f'<p class="note">{escape(one_line(view.graph["note"]))}</p>\n' if view.graph["note"] else "",
        hint=escape(_HINTS[_answers(view)](language)),
        style=style,
        svg=_headless(svg.replace(f' style="{FITTING}"', "", 1)),  # the page has a style of its own
        outline=_outline(view),
        data=_json(data),
        script=script,
    )


def _answers(view: MultiDiGraph) -> str:
    """What of the picture answers to a click: boxes, rows of a table, or boxes that fold with their rows."""
    if view.graph["view"] in CHARTS:
        return "rows"
    framed = {frame for node, frame in view.nodes(data="within") if frame and view.nodes[node]["kind"] in ROWS}
    return "folds" if framed else "boxes"


def _headless(svg: str) -> str:
    """The picture without its title and note, which the page says itself in lines that wrap."""
    found = _HEAD.search(svg)
    if found is None:
        return svg
    below = float(found[1])

    def lower(size: re.Match[str]) -> str:
        wide, high = size[1], float(size[2]) - below
        return f'width="{wide}" height="{high:g}" viewBox="0 {below:g} {wide} {high:g}"'

    return _SIZE.sub(lower, _HEAD.sub("", svg, count=1), count=1)


def _digest(text: str) -> str:
    """What allows an inline script or style in a page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _json(data: Any) -> str:
    """JSON that ends no script element and starts no comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _about(view: MultiDiGraph, node: str) -> dict[str, Any]:
    """What the panel says of a node: its facts and its links."""
    about, language = view.nodes[node], view.graph["language"]
    facts = []
    for term, heading in _FACTS:
        if term == "responsible" and language == "en":
            term = "responsible_shown"
        value = one_line(str(about.get(term, "") or ""))
        if term == "bearer" and value:
            value = view.nodes[value]["label"] if value in view else value
        if term == "completed" and value:
            value = on_paper(value)
        if term == "note" and about["kind"] == "measure":
            continue  # it is said by those responsible and due
        if value and not (term == "text" and value == about["label"]):
            facts.append([heading(language), value])
    name = " ".join(filter(None, [about["clause"], about["label"]]))
    return {
        "label": about["label"],
        "name": name,
        "facts": facts,
        "links": _links(view, node),
        "search": " ".join(filter(None, [name, about["short_name"], about["text"], about["note"]])),
    }


def _links(view: MultiDiGraph, node: str) -> list[list[str]]:
    language = view.graph["language"]
    found = []
    edges = [(other, about) for _, other, about in view.out_edges(node, data=True)]
    edges += [(other, about) for other, _, about in view.in_edges(node, data=True)]
    for other, about in edges:
        kind = {"host": HOST(language), "interaction": WORKING(language)}.get(about["kind"], about["label"])
        if not kind:
            continue
        there = view.nodes[other]
        named = " ".join(filter(None, [there["clause"], there["label"]]))
        said = cited((about["clause"],), language) if about["clause"] else ""
        found.append([other, " · ".join(filter(None, [f"{kind}: {named}", said]))])
    return found


def _outline(view: MultiDiGraph) -> str:
    """The picture as nested lists that fold without scripts too."""
    inner: dict[str, list[str]] = {}
    for node, frame in view.nodes(data="within"):
        inner.setdefault(frame, []).append(node)
    lines = []
    for _, nodes in bands(view):
        lines.append(f"<h3>{escape(view.nodes[nodes[0]]['band_label'])}</h3><ul>")
        lines += [_entry(view, node, inner) for node in nodes if not view.nodes[node]["within"]]
        lines.append("</ul>")
    return "\n".join(lines)


def _entry(view: MultiDiGraph, node: str, inner: dict[str, list[str]]) -> str:
    about = view.nodes[node]
    status = about.get("status_label", "")
    said = " · ".join(filter(None, [about["note"], status]))
    words = escape(" ".join(filter(None, [about["clause"], about["label"]])))
    if said:
        words += f" <small>({escape(said)})</small>"
    held = inner.get(node, [])
    if not held:
        return f"<li>{words}</li>"
    below = "".join(_entry(view, one, inner) for one in held)
    return f"<li><details><summary>{words}</summary><ul>{below}</ul></details></li>"
