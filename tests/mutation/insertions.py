"""Places of a paper where a typist adds words: the duties of an agreement, the functions of a regulation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from mutation.places import Made, TextOperator

Place = tuple[int, str]  # where words are added, and the clause that they are in then

_LABEL = re.compile(r"^(\d+(?:\.\d+)*|[IVX]+)\. (?!Доля)", re.MULTILINE)  # an indicator is an item of its clause
_DUTY = re.compile(r"^2\.\d\.\d\. [а-яё][^\n]+?(?=[;.]$)", re.MULTILINE)
_LIST = re.compile(r"^Функции:\n\n(?:[–•] [^\n]+\n\n)+", re.MULTILINE)
_FUNCTION = re.compile(r"^[–•] [^\n]+?(?=[;.]$)", re.MULTILINE)


def label_above(text: str, position: int) -> str:
    """The last number printed before a place."""
    labels = [match[1] for match in _LABEL.finditer(text, 0, position + 1)]
    return labels[-1] if labels else "преамбула"


def endings(text: str) -> list[Place]:
    """Where the duties or functions of a paper end, in its order."""
    found = [match.end() for match in _DUTY.finditer(text)]
    for functions in _LIST.finditer(text):
        found += [match.end() for match in _FUNCTION.finditer(text, functions.start(), functions.end())]
    return [(at, label_above(text, at)) for at in found]


def with_words(text: str, *added: tuple[int, str]) -> str:
    """The text with words put in at places, given in the order of the paper."""
    for at, words in reversed(added):
        text = text[:at] + words + text[at:]
    return text


def adding(*words: str) -> TextOperator:
    """Every duty or function in turn ends with words more."""

    def make(text: str, random: Random) -> Made:
        for at, clause in endings(text):
            yield with_words(text, (at, random.choice(words))), clause

    return make


def adding_both(first: str, second: str) -> TextOperator:
    """Two duties or functions, one below the other, end with words more; found at the lower one."""

    def make(text: str, random: Random) -> Made:
        for (above, _), (below, clause) in pairwise(endings(text)):
            yield with_words(text, (above, first), (below, second)), clause

    return make


def lines(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.compile(pattern, re.MULTILINE).finditer(text)
