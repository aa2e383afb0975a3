"""Printed labels of clauses: 2.3.5., IV., 1), а), –, Раздел 2. What is printed is data, not a key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """How a label is written."""

    ROMAN = "roman"
    DECIMAL = "decimal"
    PARENTHESIS = "parenthesis"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: its style, its numbers (``(2, 3, 5)``) and the characters that it takes up."""

    style: Style
    numbers: tuple[int, ...]
    printed: str
    length: int

    @property
    def name(self) -> str:
        """The label as people cite it: without the full stop or the bracket."""
        return self.printed.rstrip(".)").strip()


_MARKS = r"\**"  # emphasis marks may stand before a label
_ROMAN = re.compile(
    rf"{_MARKS}(?P<printed>(?:(?:Раздел|Глава|РАЗДЕЛ|ГЛАВА)\s+)?(?P<roman>[IVXLХІ]+)\.?)\s+(?=[\"«*А-Я])"
)
_WORD = re.compile(rf"{_MARKS}(?P<printed>(?:Раздел|Глава|Статья|РАЗДЕЛ|ГЛАВА|СТАТЬЯ)\s+(?P<number>\d{{1,2}})\.?)\s+")
_DECIMAL = re.compile(
    rf"{_MARKS}(?P<printed>(?P<numbers>\d{{1,2}}(?:\.\s?\d{{1,3}}){{1,5}})\.?|(?P<one>\d{{1,2}})\.)(?:\s+|(?=[*«(А-Яа-яA-Za-z]))(?!\d)"
)
_PARENTHESIS = re.compile(rf"{_MARKS}(?P<printed>(?P<number>\d{{1,2}})\))\s*(?=\S)")
_LETTER = re.compile(rf"{_MARKS}(?P<printed>(?P<letter>[а-я])\))\s*(?=\S)")
_BULLET = re.compile(r"(?P<printed>[-•·▪●○◦■□✓➢→►▶◆❖⁃∙\uf0b7\uf02d\uf0a7]|\*(?=\s))\s*(?=\S)")
ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ROMAN_DIGITS = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10, "L": 50}


def read_label(levelled: str, start: int, end: int) -> Label | None:
    """Return the label at the beginning of a levelled line, if it has one."""
    if match := _ROMAN.match(levelled, start, end):
        return _label(match, Style.ROMAN, (_roman(match["roman"]),), match["roman"])
    if match := _WORD.match(levelled, start, end):
        return _label(match, Style.ROMAN, (int(match["number"]),), match["number"])
    if match := _DECIMAL.match(levelled, start, end):
        printed = "".join((match["numbers"] or match["one"]).split())
        return _label(match, Style.DECIMAL, tuple(int(piece) for piece in printed.split(".")), printed)
    if match := _PARENTHESIS.match(levelled, start, end):
        return _label(match, Style.PARENTHESIS, (int(match["number"]),), match["number"])
    if match := _LETTER.match(levelled, start, end):
        return _label(match, Style.LETTER, (ALPHABET.find(match["letter"]) + 1,), match["letter"])
    if match := _BULLET.match(levelled, start, end):
        return _label(match, Style.BULLET, (), match["printed"])
    return None


def _label(match: re.Match[str], style: Style, numbers: tuple[int, ...], printed: str) -> Label:
    return Label(style=style, numbers=numbers, printed=printed, length=match.end() - match.start())


def _roman(digits: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in digits]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
