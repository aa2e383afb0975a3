"""The words by which a reader knows what a clause, a column, a post or a party is: code lists in SKOS.

A region that says it in other words needs another ``skos:hiddenLabel`` in ``ontology/codes/``, and no
line of code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import compiled, load
from rsnms_kg.knowledge.terms import CODE
from rsnms_kg.russian.words import dictionary_forms, word_spans, words

_GAP = 4
_PROPER_NAMES = {"region"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a code list: its notation, its names and the words that tell it (as lemmas)."""

    notation: str
    label: Bilingual
    cues: tuple[tuple[frozenset[str], ...], ...]


@cache
def codes() -> Graph:
    """Return the graph of all code lists."""
    return load("ontology/codes")


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """Return the concepts of a code list in the order of their notations."""
    known = compiled().get("lexicon")
    if known is not None:
        return tuple(_unpacked(entry) for entry in known.get(scheme, ()))
    graph = codes()
    found = []
    for iri in graph.subjects(SKOS.inScheme, URIRef(f"{CODE}{scheme}")):
        names = {
            str(name.language): str(name) for name in graph.objects(iri, SKOS.prefLabel) if isinstance(name, Literal)
        }
        cues = tuple(_forms(cue) for cue in sorted(map(str, graph.objects(iri, SKOS.hiddenLabel))))
        found.append(Concept(str(graph.value(iri, SKOS.notation)), Bilingual(names["ru"], names["en"]), cues))
    return tuple(sorted(found, key=lambda concept: concept.notation))


def packed() -> dict[str, list[Any]]:
    """Return every code list as plain data, the words that tell its concepts as their dictionary forms."""
    schemes = sorted(str(iri).removeprefix(str(CODE)) for iri in set(codes().objects(None, SKOS.inScheme)))
    return {
        scheme: [
            [
                concept.notation,
                concept.label.ru,
                concept.label.en,
                [[sorted(word) for word in cue] for cue in concept.cues],
            ]
            for concept in concepts(scheme)
        ]
        for scheme in schemes
    }


def _unpacked(entry: list[Any]) -> Concept:
    notation, ru, en, cues = entry
    return Concept(notation, Bilingual(ru, en), tuple(tuple(frozenset(word) for word in cue) for cue in cues))


@cache
def label(scheme: str, notation: str) -> Bilingual:
    """Return the name of a concept in both languages."""
    return next(concept.label for concept in concepts(scheme) if concept.notation == notation)


@cache
def recognise(scheme: str, text: str) -> str | None:
    """Return the notation of the concept whose cue is said in ``text``; the longest cue wins.

    Between cues of one length the one that is said first wins. A few other words may stand between
    the words of a cue, except in proper names (the code list of regions).
    """
    said = _forms(text)
    gap = 0 if scheme in _PROPER_NAMES else _GAP
    best: tuple[int, int, str] | None = None
    for concept in concepts(scheme):
        for cue in concept.cues:
            at = _find(said, cue, gap) if _may_be_said(cue, text) else None
            if at is not None and (best is None or (-len(cue), at, concept.notation) < best):
                best = (-len(cue), at, concept.notation)
    return best[2] if best else None


@cache
def begins_with(scheme: str, text: str) -> str | None:
    """Return the notation of the concept whose cue ``text`` begins with; the longest cue wins."""
    said = _forms(text[:200])
    best: tuple[int, str] | None = None
    for cue, notation in _beginning(scheme, said[0]) if said else ():
        if _find(said[: len(cue)], cue, 0) == 0 and (best is None or (-len(cue), notation) < best):
            best = (-len(cue), notation)
    return best[1] if best else None


@cache
def _beginning(scheme: str, word: frozenset[str]) -> tuple[tuple[tuple[frozenset[str], ...], str], ...]:
    """The cues of a code list, with their notations, whose first word is the given one."""
    return tuple(
        (cue, concept.notation)
        for concept in concepts(scheme)
        for cue in concept.cues
        if cue and not word.isdisjoint(cue[0])
    )


@cache
def mentions(scheme: str, text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the concepts that ``text`` names, each with where its longest cue is first said, word for word."""
    said, spans = _forms(text), word_spans(text)
    found = []
    for concept in concepts(scheme):
        for cue in sorted(concept.cues, key=len, reverse=True):
            at = _find(said, cue, 0) if _may_be_said(cue, text) else None
            if at is not None:
                found.append((concept.notation, spans[at][0], spans[at + len(cue) - 1][1]))
                break
    return tuple(sorted(found, key=lambda mention: mention[1:]))


@cache
def _forms(text: str) -> tuple[frozenset[str], ...]:
    """All dictionary forms that each word of a text can have: «округу» is of «округ» and of «округа»."""
    return tuple(dictionary_forms(word) for word in words(text))


@cache
def _spoken(text: str) -> frozenset[str]:
    """All dictionary forms of all words of a text."""
    return frozenset().union(*_forms(text))


def _may_be_said(cue: tuple[frozenset[str], ...], text: str) -> bool:
    """Tell whether every word of a cue is in a text somewhere: most cues have none, and need no search."""
    spoken = _spoken(text)
    return not any(word.isdisjoint(spoken) for word in cue)


def _find(said: tuple[frozenset[str], ...], cue: tuple[frozenset[str], ...], gap: int) -> int | None:
    """Return where a cue is said: its words in order with at most ``gap`` words between two of them."""
    if not cue:
        return None
    for start, forms in enumerate(said):
        if forms.isdisjoint(cue[0]):
            continue
        at = start
        for word in cue[1:]:
            following = (
                index for index in range(at + 1, min(len(said), at + gap + 2)) if not said[index].isdisjoint(word)
            )
            found = next(following, None)
            if found is None:
                break
            at = found
        else:
            return start
    return None


@cache
def head_words(scheme: str) -> dict[str, str]:
    """Return the last words of all cues of a code list, as dictionary forms, with their notations."""
    return {form: concept.notation for concept in concepts(scheme) for cue in concept.cues for form in cue[-1]}


@cache
def says(scheme: str, notation: str, text: str) -> bool:
    """Tell whether a cue of one concept is said in ``text``."""
    said = _forms(text)
    cues = next(concept.cues for concept in concepts(scheme) if concept.notation == notation)
    return any(_may_be_said(cue, text) and _find(said, cue, _GAP) is not None for cue in cues)
