"""The words of a picture: captions, what is written in a box, the description for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.structure import bands, pairs
from rsnms_kg.russian.typography import NBSP
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
_HOST = Bilingual("в составе", "part of")
_WORKING = Bilingual("взаимодействие", "interaction")
_ARROWS = {"forward": "→", "back": "←", "both": "↔"}


def band_caption(band: str, language: str) -> str:
    """Return the caption of a band; levels are named as the code list names them."""
    names = {concept.notation: concept.label for concept in concepts("level")} | _OWN_BANDS
    return _sentence(names[band](language))


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

    ``п. 3.2.2 · 14 функций``; an actor that is no subject has neither. A short name (they are Russian)
    follows in brackets where the name lacks it.
    """
    name, short = node["label"], node["short_name"]
    if language == "ru" and short and short not in name:
        name = f"{name} ({short})"
    parts = []
    if node["clause"]:
        parts.append(_cited((node["clause"],), language))
    if node["kind"] == "subject":
        parts.append(_functions(node["functions"], node.get("counted", "functions"), language))
    small_print = [" · ".join(parts)] if parts else []
    return [*wrapped(name, width), *small_print]


def edge_lines(clauses: tuple[str, ...], language: str, width: int) -> list[str]:
    """Return the lines of an edge's caption: ``п. 3.3.1/1, 3.3.1/2``, or none where no clause is said."""
    return wrapped(_cited(clauses, language), width) if clauses else []


def part_of(language: str) -> str:
    """Return the caption of an edge from a unit to its host."""
    return _HOST(language)


def description(view: MultiDiGraph) -> str:
    """Return a picture in words: who is in each band, what is part of what, who works with whom."""
    language = view.graph["language"]
    labels = dict(view.nodes(data="label"))
    sentences = [
        f"{band_caption(band, language)}: {'; '.join(labels[node] for node in nodes)}." for band, nodes in bands(view)
    ]
    hosts = [f"{labels[unit]} → {labels[host]}" for unit, host, edge in view.edges(data=True) if edge["kind"] == "host"]
    working = [
        f"{labels[pair.first]} {_ARROWS[pair.direction]} {labels[pair.second]}"
        + (f" ({_cited(pair.clauses, language)})" if pair.clauses else "")
        for pair in pairs(view)
    ]
    for heading, said in ((_HOST, hosts), (_WORKING, working)):
        if said:
            sentences.append(f"{_sentence(heading(language))}: {'; '.join(said)}.")
    return " ".join(sentences)


def _cited(clauses: tuple[str, ...], language: str) -> str:
    word = ("clause" if len(clauses) == 1 else "clauses") if language == "en" else "п."
    return word + NBSP + ", ".join(clauses)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _functions(count: int, counted: str, language: str) -> str:
    obligations = counted == "obligations"
    if language == "en":
        word = "obligation" if obligations else "function"
        return f"{count}{NBSP}{word if count == 1 else word + 's'}"
    if obligations:
        return plural(count, "обязательство", "обязательства", "обязательств")
    return plural(count, "функция", "функции", "функций")
