"""Words and their dictionary forms, by pymorphy3 (its dictionary is in its wheel)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from rsnms_kg.russian.typography import level

_WORD = re.compile(r"[А-Яа-яA-Za-z]+(?:-[А-Яа-яA-Za-z]+)*")
# Words that say nothing of the matter: prepositions, conjunctions, particles, pronouns.
_SURE = 0.9  # a reading of this likelihood leaves no other
_FUNCTION_PARTS = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ"}


@cache
def _analyzer() -> Any:
    import pymorphy3  # a tenth of a second: only when a word has to be looked up

    return pymorphy3.MorphAnalyzer()


@cache
def parses(word: str) -> tuple[Any, ...]:
    """Return the readings of ``word`` as pymorphy3 gives them, the likeliest first."""
    return tuple(_analyzer().parse(word.lower()))


@cache
def lemma(word: str) -> str:
    """Return the dictionary form of ``word``, in lower case, with ``е`` for ``ё``."""
    return str(parses(word)[0].normal_form).replace("ё", "е")


@cache
def dictionary_forms(word: str) -> frozenset[str]:
    """Return every dictionary form that ``word`` can be a form of."""
    return frozenset(str(reading.normal_form).replace("ё", "е") for reading in parses(word))


def words(text: str) -> list[str]:
    """Return the words of ``text`` in order, levelled."""
    return _WORD.findall(level(text))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of ``text`` stand, in order."""
    return [match.span() for match in _WORD.finditer(level(text))]


@cache
def lemmas(text: str) -> tuple[str, ...]:
    """Return the dictionary forms of the words of ``text``, in order."""
    return tuple(lemma(word) for word in words(text))


@cache
def content_lemmas(text: str) -> tuple[str, ...]:
    """Return the dictionary forms of the words of ``text`` that carry meaning, in order."""
    return tuple(
        lemma(word) for word in words(text) if parses(word)[0].tag.POS not in _FUNCTION_PARTS and len(word) > 1
    )


@cache
def may_be(word: str, part: str, case: str | None = None) -> bool:
    """Tell whether ``word`` can be read as a part of speech (``NOUN``, ``ADJF`` …) in a case (``nomn`` …)."""
    return any(part == reading.tag.POS and (case is None or reading.tag.case == case) for reading in parses(word))


@cache
def is_finite(word: str) -> bool:
    """Tell whether ``word`` is a finite verb: read as nothing else, or hardly ever («ведут» is no «ведута»)."""
    first = parses(word)[0]
    return may_be(word, "VERB") and (not may_be(word, "NOUN") or (first.tag.POS == "VERB" and first.score > _SURE))


def contains_in_order(haystack: tuple[str, ...], needle: tuple[str, ...]) -> bool:
    """Tell whether all words of ``needle`` stand in ``haystack`` in the same order (others may be between)."""
    rest = iter(haystack)
    return all(word in rest for word in needle)


def contains_together(haystack: tuple[str, ...], needle: tuple[str, ...]) -> bool:
    """Tell whether the words of ``needle`` stand in ``haystack`` one right after another."""
    return any(haystack[at : at + len(needle)] == needle for at in range(len(haystack) - len(needle) + 1))


def plural(count: int, one: str, few: str, many: str) -> str:
    """Return ``count`` with the form of a noun that agrees with it: 1 пункт, 2 пункта, 5 пунктов."""
    tens, ones = count % 100, count % 10
    if ones == 1 and tens != 11:
        form = one
    elif ones in (2, 3, 4) and tens not in (12, 13, 14):
        form = few
    else:
        form = many
    return f"{count}\N{NO-BREAK SPACE}{form}"
