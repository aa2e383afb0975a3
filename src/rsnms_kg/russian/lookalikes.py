"""Letters of another alphabet, and figures, typed where a Russian letter belongs: read as what was meant.

Every function keeps the length of its text, so that places stay. Nothing here says whether such a letter is a
fault; it only lets the reader read on.
"""

from __future__ import annotations

import re

# Latin letters that look like Cyrillic ones; inside a Cyrillic word they are a slip of the keyboard.
LOOKALIKES = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
# The same of Greek, and of letters that other Cyrillic alphabets have.
FOREIGN = str.maketrans("ΑΒΕΗΚΜΟΡΤΧαορυіІ", "АВЕНКМОРТХаоруиИ")
_BOTH = {**LOOKALIKES, **FOREIGN}
_LATIN_UPPER = "ABCEHKMOPTXY"
_MIXED_WORD = re.compile(r"[A-Za-zΑ-ωА-Яа-яЁёіІ]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_NOT_LATIN_BEFORE = r"(?<![A-Za-z])(?<![A-Za-z]\s)"
# A preposition or a conjunction of one letter before a Russian word or a figure.
_PREPOSITION = re.compile(
    rf"(?:(?<=[\s«(])|^){_NOT_LATIN_BEFORE}(?:[acoyk](?=\s+[«\d]?[А-Яа-я\d])"
    r"|(?:(?<=\n)|(?<=[.:;]\s)|^)[ABCKOY](?=\s+[а-я]))"
)
_INITIALS = re.compile(
    rf"(?<![A-Za-zА-Яа-я.])(?:[А-Я{_LATIN_UPPER}]\.\s*[А-Я{_LATIN_UPPER}]\.(?=\s*[А-Я][а-я])"
    rf"|(?<=[а-я]\s)[А-Я{_LATIN_UPPER}]\.\s*[А-Я{_LATIN_UPPER}]\.)"
)
# A short form in capitals among Russian words; not a Roman numeral.
_CAPITALS = re.compile(
    rf"(?<![A-Za-zА-Яа-я\d-]){_NOT_LATIN_BEFORE}(?!X+(?![A-Z]))[{_LATIN_UPPER}]{{2,}}(?: [{_LATIN_UPPER}]{{2,}})*"
    r"(?![A-Za-zА-Яа-я\d-])(?!\s[A-Za-z]{2})"
)
_NUMBER = re.compile(r"№\s*(?!X+\b)[^\W_]+(?:[-/.][^\W_]+)*")
_FIGURES = str.maketrans("03", "оз")
_CAPITAL_FIGURES = str.maketrans("03", "ОЗ")
_FIGURE = re.compile(r"(?<=[а-я])[03](?=[а-я])|(?<![\w.,])[03](?=[а-я]{3})|(?<=[а-я]{3})0(?!\w)")
_FIRST_FIGURE = re.compile(r"(?:(?<=\n)|(?<=\.\s)|(?<=«)|^)[03](?=[а-я]{3})")
_FIGURE_AMONG_CAPITALS = re.compile(r"(?<=[А-Я])[03](?=[А-Я])|(?<![\w.,-])[03](?=[А-Я]{3})")
_FEDERAL_LAW = re.compile(r"(?<=\d-Ф)3(?!\w)")


def in_russian_letters(text: str) -> str:
    """Return a Russian text with look-alikes of other alphabets, and figures inside words, as Russian letters.

    A word that is wholly Latin stays, unless it stands where only a Russian one can: a preposition, initials
    before a Russian surname, capitals among Russian words.
    """
    text = _MIXED_WORD.sub(_one_alphabet, text)
    for pattern in (_PREPOSITION, _INITIALS, _CAPITALS):
        text = pattern.sub(lambda match: match[0].translate(LOOKALIKES), text)
    text = _FIRST_FIGURE.sub(lambda match: match[0].translate(_CAPITAL_FIGURES), text)
    text = _FIGURE.sub(lambda match: match[0].translate(_FIGURES), text)
    return _FIGURE_AMONG_CAPITALS.sub(lambda match: match[0].translate(_CAPITAL_FIGURES), text)


def numbers_in_russian_letters(levelled: str) -> str:
    """Return a levelled text with the numbers of acts in Russian letters: № P-33, № 1-c/2021, № 273-Ф3."""
    levelled = _NUMBER.sub(_russian_number, levelled)
    return _FEDERAL_LAW.sub("З", levelled)


def _one_alphabet(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_BOTH) if _CYRILLIC.search(word) else word


def _russian_number(match: re.Match[str]) -> str:
    russian = match[0].translate(LOOKALIKES)
    return match[0] if re.search("[A-Za-z]", russian) else russian
