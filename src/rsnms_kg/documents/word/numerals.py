"""Numbers and bullets as Word prints them in a list."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 3999
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # Word leaves out ё, й, ъ and ь, but not ы
_MOST_REPEATS = 30
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_DASHES = frozenset("-‐‑‒–—―−⁃\N{SOFT HYPHEN}\uf02d\uf0be")
DASH, BULLET = "–", "•"


def numeral(number: int, style: str) -> str:
    """Return ``number`` in a number format of Word; a format that is not known gives Arabic digits."""
    if style in ("none", "bullet"):
        return ""
    if style == "decimalZero":
        return f"{number:02d}"
    if style in ("upperRoman", "lowerRoman") and 0 < number <= _LARGEST_ROMAN:
        return _cased(_roman(number), style)
    if style in ("upperLetter", "lowerLetter") and number > 0:
        return _cased(_letters(number, _LATIN), style)
    if style in ("russianUpper", "russianLower") and number > 0:
        return _cased(_letters(number, _RUSSIAN), style)
    return str(number)


def bullet(mark: str) -> str:
    """Return what stands for the bullet ``mark``: a dash for dashes of any kind, else a round bullet."""
    mark = mark.strip()
    if mark in _DASHES:
        return DASH
    if len(mark) > 1 and _CYRILLIC.search(mark):
        return mark  # a word that the author typed, not a sign of a symbol font
    return BULLET if mark else ""


def _cased(digits: str, style: str) -> str:
    return digits.upper() if style.startswith("upper") or style.endswith("Upper") else digits


def _roman(number: int) -> str:
    digits = ""
    for worth, digit in _ROMAN:
        digits += digit * (number // worth)
        number %= worth
    return digits


def _letters(number: int, alphabet: str) -> str:
    """Return a, b … z, aa, bb …: after the last letter Word doubles them."""
    repeats, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (repeats % _MOST_REPEATS + 1)
