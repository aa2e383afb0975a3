"""Words in two alphabets: a Latin «o» inside a Russian word, a nought for «О», a number typed with a Latin letter."""

from __future__ import annotations

import re

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import MixedWord, Ref
from rsnms_kg.facts.places import Places
from rsnms_kg.russian.lookalikes import FOREIGN, LOOKALIKES
from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import parses

_CYRILLIC = "А-Яа-яЁё"
_ALIEN = "A-Za-zΑ-ωіІ"  # Latin, Greek, and Cyrillic letters of other languages that look like Russian ones
_WORD = re.compile(rf"[{_CYRILLIC}{_ALIEN}]+")
_MIXED = re.compile(rf"[{_CYRILLIC}][{_ALIEN}]|[{_ALIEN}][{_CYRILLIC}]")
_TOKEN = re.compile(rf"(?<![{_CYRILLIC}{_ALIEN}\d])(?=[03]*[{_CYRILLIC}])[{_CYRILLIC}03]+(?![{_CYRILLIC}{_ALIEN}\d])")
_NUMBER = re.compile(r"№\s*(?P<number>[^\W_]+(?:[-/.][^\W_]+)*)")
_LATIN = re.compile("[A-Za-z]")
_ROMAN = re.compile("[IVXLCDMХМСІ]+")
_DIGITS = str.maketrans("03", "оз")
_LIKE_LATIN = str.maketrans("АВСЕНКМОРТХУасеорхук", "ABCEHKMOPTXYaceopxyk")


def add_mixed_words(facts: Facts, places: Places) -> tuple[Ref, ...]:
    """Add every word that is typed in two alphabets; return references to them."""
    text = facts.document.text
    found: dict[int, tuple[int, str]] = {}
    for start, end, meant in (*_numbers(facts), *_mixed(text), *_lone(facts), *_figures(text)):
        if not any(left < end and start < right for left, (right, _) in found.items()):
            found[start] = (end, meant)
    added = []
    for start, (end, meant) in sorted(found.items()):
        place = places.at(start)
        added.append(facts.add(
            MixedWord, place.key, place.label, start, end, in_clause=place.clause,
            words=text[start:end], odd_letters=_told(text[start:end], meant), meant=meant,
        ))  # fmt: skip
    return tuple(Ref(fact.key) for fact in added)


def _mixed(text: str) -> list[tuple[int, int, str]]:
    """Words with letters of two alphabets, those of one of them alike in both."""
    found = []
    for match in _MIXED.finditer(text):
        start, end = match.span()
        while start and _WORD.match(text[start - 1]):
            start -= 1
        while end < len(text) and _WORD.match(text[end]):
            end += 1
        meant = _in_one_alphabet(text[start:end])
        if meant is not None and not _ROMAN.fullmatch(text[start:end]) and (start, end, meant) not in found:
            found.append((start, end, meant))
    return found


def _in_one_alphabet(word: str) -> str | None:
    """The word in the alphabet of the letters that only one of them has; nothing where both have such letters."""
    cyrillic = word.translate(LOOKALIKES).translate(FOREIGN)
    if not re.search(f"[{_ALIEN}]", cyrillic):
        return cyrillic
    latin = word.translate(_LIKE_LATIN)
    return None if re.search(f"[{_CYRILLIC}]", latin) else latin


def _numbers(facts: Facts) -> list[tuple[int, int, str]]:
    """Numbers of acts with Latin letters: they are given in Russian ones."""
    found = []
    for match in _NUMBER.finditer(facts.document.level):
        start, end = match.span("number")
        printed = facts.document.text[start:end]
        meant = facts.document.level[start:end]
        if printed != meant and _has_odd_sign(printed) and not _has_odd_sign(meant):
            found.append((start, end, meant))
    return found


def _has_odd_sign(text: str) -> bool:
    """Tell whether a text has a letter or a figure that a Russian number of an act has no place for."""
    return bool(_LATIN.search(text) or re.search(r"Ф3$", text))


def _lone(facts: Facts) -> list[tuple[int, int, str]]:
    """Latin words that the reader took for Russian ones: a preposition, an initial, a short form of the paper."""
    text, levelled = facts.document.text, facts.document.level
    found = []
    for match in re.finditer(r"(?<![^\W_])[A-Za-z]+(?![^\W_])", text):
        meant = levelled[match.start() : match.end()]
        if meant == match[0] or not re.fullmatch(f"[{_CYRILLIC}]+", meant):
            continue
        if len(meant) == 1 or re.search(rf"(?<![{_CYRILLIC}]){meant}(?![{_CYRILLIC}])", text):
            found.append((match.start(), match.end(), meant))
    return found


def _figures(text: str) -> list[tuple[int, int, str]]:
    """Words with a nought for «о» or a three for «з», where the word with the letter is known."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if not re.search("[03]", word) or len(re.findall(f"[{_CYRILLIC}]", word)) < 2:
            continue
        meant = word.translate(_DIGITS)
        before = text[: match.start()].rstrip()[-1:]
        first = word[0] in "03" and before in ("", ".", "«", "*")
        meant = meant.upper() if word.upper() == word else meant.capitalize() if first else meant
        if parses(level(meant).lower())[0].is_known:
            found.append((match.start(), match.end(), meant))
    return found


def _told(printed: str, meant: str) -> str:
    """The odd letters, each once, with their places in the word: «c» (3)."""
    odd = [(letter, at) for at, (letter, right) in enumerate(zip(printed, meant, strict=True), 1) if letter != right]
    letters = dict.fromkeys(letter for letter, _ in odd)
    return ", ".join(f"«{letter}» ({', '.join(str(at) for other, at in odd if other == letter)})" for letter in letters)
