"""Phrases of several words: a name put into the nominative, sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import parses

_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
# A full stop ends a sentence after a whole word and before a capital: not «г. Киров», not «А.С. Аникеев».
_STOP = re.compile(r"(?<=[А-Яа-яЁё»)\d]{3})[.;]\s+(?=[А-ЯЁ«])")

_DASH = re.compile(r"(\s+[-–—]\s+)")
_ACTING = re.compile(r"(?P<before>временно\s+)?исполняющ(?P<ending>его|ей|ему|им)(?=\s+обязанности)", re.IGNORECASE)
_ACTING_SHORT = re.compile(r"(?:и\.?\s*о\.?|врио|вр\.?\s*и\.?\s*о\.?)\s", re.IGNORECASE)


def nominative(name: str, *, singular: bool = False) -> str:
    """Return a name in the nominative: «регионального методического актива» → «региональный методический актив».

    Only the adjectives and the noun that they belong to change; a name that may be in the nominative already,
    or cannot be read, stays as it is.

    :param singular: the name is that of one: «министерства» is no plural then.
    """
    head = _agreeing(name, singular)
    if head is None:
        return name
    changes = []
    for match, reading in head:
        inflected = reading.inflect({"nomn", reading.tag.number})
        if inflected is None:
            return name
        changes.append((*match.span(), _cased(str(inflected.word), match[0])))
    for start, end, word in reversed(changes):
        name = name[:start] + word + name[end:]
    return name


def post_nominative(post: str) -> str:
    """Return a post in the nominative: «министра образования» → «министр образования».

    A post of two parts changes in both («заместителя министра – начальника отдела»); who acts for another stays so
    («и. о. ректора», «исполняющего обязанности ректора» → «исполняющий обязанности ректора»).
    """
    acting = _ACTING.match(post)
    if acting:
        return f"{acting['before'] or ''}исполняющ{'ая' if acting['ending'] == 'ей' else 'ий'}{post[acting.end() :]}"
    if _ACTING_SHORT.match(post):
        return post
    return "".join(piece if _DASH.fullmatch(piece) else nominative(piece, singular=True) for piece in _DASH.split(post))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text stand."""
    start = 0
    for match in _STOP.finditer(text):
        yield start, match.start() + 1
        start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _agreeing(name: str, singular: bool) -> list[tuple[re.Match[str], Any]] | None:
    """The words of a name up to its first noun, read in one case and number other than the nominative."""
    found = list(_WORD.finditer(level(name)))
    at = next((at for at, match in enumerate(found) if _readings(match[0], {"NOUN"})), None)
    if at is None or any(match[0].isupper() for match in found[: at + 1]):
        return None
    agreed = [way for way in _agreed(found[: at + 1]) if not singular or way[-1][1].tag.number == "sing"]
    for noun in agreed:
        if noun[-1][1].tag.case == "nomn":
            return None
    return agreed[0] if agreed else None


def _agreed(found: list[re.Match[str]]) -> list[list[tuple[re.Match[str], Any]]]:
    """Every way to read adjectives and their noun in one case and number, the likeliest first."""
    ways = []
    for noun in _readings(found[-1][0], {"NOUN"}):
        read = [
            next((one for one in _readings(match[0], {"ADJF", "PRTF"}) if _fits(one, noun)), None)
            for match in found[:-1]
        ]
        if None not in read:
            ways.append([*zip(found, [*read, noun], strict=True)])
    return ways


def _readings(word: str, parts: set[str]) -> list[Any]:
    return [reading for reading in parses(word) if reading.tag.POS in parts]


def _fits(adjective: Any, noun: Any) -> bool:
    same = (adjective.tag.case, adjective.tag.number) == (noun.tag.case, noun.tag.number)
    return same and (noun.tag.number == "plur" or adjective.tag.gender == noun.tag.gender)


def _cased(word: str, printed: str) -> str:
    return word.capitalize() if printed[:1].isupper() else word
