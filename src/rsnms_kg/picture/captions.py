"""The words of a picture: captions, what is written in a box, the description for those who do not see it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.russian.typography import NBSP, plain
from rsnms_kg.russian.words import plural

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_OWN_BANDS = {
    "outside": Bilingual("Вне системы", "Outside the system"),
    "unstated": Bilingual("Уровень не указан", "Level not stated"),
}
_STRUCTURE = Bilingual("Структура", "Structure")
_INTERACTION = Bilingual("пунктирная стрелка – взаимодействие", "dashed arrow – interaction")
_INSIDE = Bilingual("рамка в рамке – подразделение организации", "box in a box – a unit of the organisation")
_PART_OF = Bilingual("сплошная стрелка – в составе организации", "solid arrow – part of the organisation")
_EDGE_HEADINGS = {"host": Bilingual("В составе", "Part of"), "interaction": Bilingual("Взаимодействие", "Interaction")}
# Letters that are much wider than the average one.
_WIDE = re.compile(r"[А-ЯЁA-ZшщжюмфыѢ№—%@mw]")


def one_line(text: str) -> str:
    """Return ``text`` on one line, without what cannot be shown or would turn the reading direction."""
    text = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    kept = (sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cf", "Cs") and sign not in "\ufffe\uffff")
    return plain("".join(kept))


def band_caption(band: str, language: str) -> str:
    """Return the caption of a band; levels are named as the code list names them."""
    names = {concept.notation: concept.label for concept in concepts("level")} | _OWN_BANDS
    caption = names[band](language)
    return caption[0].upper() + caption[1:]


def title(view: MultiDiGraph) -> str:
    """Return the title of a picture."""
    word = _STRUCTURE(view.graph["language"])
    return f"{word}: {view.graph['title']}" if view.graph["title"] else word


def legend(view: MultiDiGraph) -> list[str]:
    """Return what the lines mean, for those kinds of lines that the picture has."""
    edges = [edge for _, _, edge in view.edges(data=True)]
    said = (
        (_INTERACTION, any(edge["kind"] == "interaction" for edge in edges)),
        (_INSIDE, any(edge["kind"] == "host" and edge["inside"] for edge in edges)),
        (_PART_OF, any(edge["kind"] == "host" and not edge["inside"] for edge in edges)),
    )
    return [text(view.graph["language"]) for text, occurs in said if occurs]


def box_lines(node: dict[str, Any], language: str, width: int) -> list[str]:
    """Return the lines of a box: the name, then the clause and the number of functions.

    ``п. 3.2.2 · 14 функций``; an actor that is no subject has neither.
    """
    parts = []
    if node["clause"]:
        parts.append(("clause" if language == "en" else "п.") + NBSP + node["clause"])
    if node["kind"] == "subject":
        parts.append(_functions(node["functions"], language))
    small_print = [" · ".join(parts)] if parts else []
    return [*wrapped(node["label"], width), *small_print]


def description(view: MultiDiGraph, layers: list[tuple[str, list[str]]]) -> str:
    """Return a picture in words: who is in each band, what is part of what, who works with whom."""
    language = view.graph["language"]
    labels = dict(view.nodes(data="label"))
    sentences = [
        f"{band_caption(band, language)}: {'; '.join(labels[node] for node in nodes)}." for band, nodes in layers
    ]
    for kind, heading in _EDGE_HEADINGS.items():
        pairs = dict.fromkeys(
            f"{labels[source]} → {labels[target]}"
            for source, target, edge in view.edges(data=True)
            if edge["kind"] == kind
        )
        if pairs:
            sentences.append(f"{heading(language)}: {'; '.join(pairs)}.")
    return " ".join(sentences)


def _functions(count: int, language: str) -> str:
    if language == "en":
        return f"{count}{NBSP}{'function' if count == 1 else 'functions'}"
    return plural(count, "функция", "функции", "функций")


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of about ``width`` average letters, broken at spaces where there are any."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and _breadth(f"{line} {word}") > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while _breadth(line) > width:
            cut = _fitting(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def _breadth(text: str) -> float:
    return len(text) + 0.3 * len(_WIDE.findall(text))


def _fitting(word: str, width: int) -> int:
    """How much of a word that is longer than a line goes on it; after a hyphen, if one is in reach."""
    cut = next(size for size in range(len(word), 0, -1) if _breadth(word[:size]) <= width)
    hyphen = max(word.rfind("-", 0, cut), word.rfind("/", 0, cut))
    return hyphen + 1 if hyphen > cut // 2 else cut
