"""Places of a paper as people name them: «п. 2.3.5», «приложение, строка 3», “roadmap, row 6”."""

from __future__ import annotations

import re
from functools import cache

from rdflib import Literal, URIRef
from rdflib.namespace import SKOS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.knowledge.texts import text_if_any
from rsnms_kg.russian.typography import NBSP

_FILE = "ontology/codes/places.ttl"
_NUMBERED = re.compile(r"\d+(?:\.\d+)*(?:/[\d/]+)?")
_ROMAN = re.compile(r"[IVXLC]+(?:/\d+)?")
_ROW = Bilingual("строка", "row")


def named(label: str, language: str = "ru") -> str:
    """Return a clause label with its word in a language: ``приложение/3`` → ``annex/3``; a number stays."""
    for printed, name in _words().items():
        if label.startswith(printed) and not label[len(printed) :][:1].isalpha():
            word = printed if language == "ru" and printed.isupper() else name(language)
            return word + label[len(printed) :]
    return label


def cited_place(label: str, language: str = "ru") -> str:
    """Return a clause label as people cite the place; a label of another kind is returned as it is.

    ``3.2.2/5`` is the fifth item below a clause, ``приложение/3`` and ``ДК/6`` are rows of tables.
    """
    if _NUMBERED.fullmatch(label):
        return f"{Bilingual('п.', 'clause')(language)}{NBSP}{label}"
    if _ROMAN.fullmatch(label):
        return f"{Bilingual('раздел', 'section')(language)}{NBSP}{label}"
    whole, _, row = label.partition("/")
    name = _words().get(whole)
    place = name(language) if name else named(whole, language)
    return f"{place}, {_ROW(language)}{NBSP}{row}" if row else place


def where(label: str, language: str = "ru") -> str:
    """Return where a label is, as a sentence says it: «в пункте 2.3.5», «в приложении (строка 3)»."""
    if _NUMBERED.fullmatch(label):
        return f"{Bilingual('в пункте', 'in clause')(language)}{NBSP}{label}"
    if _ROMAN.fullmatch(label):
        return f"{Bilingual('в разделе', 'in section')(language)}{NBSP}{label}"
    whole, _, row = label.partition("/")
    for printed, words in _sentences().items():
        if whole == printed or whole.startswith(f"{printed} "):
            number = whole[len(printed) :].replace(" ", NBSP)
            place = (_before_numbers().get(printed, words) if number else words)(language) + number
            return f"{place} ({_ROW(language)}{NBSP}{row})" if row else place
    return f"{Bilingual('в месте', 'at')(language)} «{label}»"


@cache
def _words() -> dict[str, Bilingual]:
    """What a label can begin with, the longest first, and its names."""
    return _by_printed(SKOS.prefLabel)


@cache
def _sentences() -> dict[str, Bilingual]:
    """What a label can begin with, and the words that say in a sentence where it is."""
    return _by_printed(SKOS.scopeNote)


@cache
def _before_numbers() -> dict[str, Bilingual]:
    """The same before a number, where the words differ then: “in the annex”, “in annex 2”."""
    return _by_printed(SKOS.editorialNote)


def _by_printed(wanted: URIRef) -> dict[str, Bilingual]:
    graph = load(_FILE)
    found: dict[str, Bilingual] = {}
    for concept in graph.subjects(SKOS.notation):
        said = text_if_any(graph, concept, wanted)
        printed = [text for term in (SKOS.prefLabel, SKOS.altLabel) for text in graph.objects(concept, term)]
        russian = [str(text) for text in printed if isinstance(text, Literal) and text.language == "ru"]
        found |= dict.fromkeys(russian, said) if said.ru else {}
    return dict(sorted(found.items(), key=lambda entry: (-len(entry[0]), entry[0])))
