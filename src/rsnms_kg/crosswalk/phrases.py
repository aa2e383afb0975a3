"""The words and phrases of a norm, each with what it means and what stands right before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_kg.crosswalk.roots import root
from rsnms_kg.crosswalk.vocabulary import (
    CONSENT,
    CONTINUOUS,
    DEADLINE,
    FORM,
    MUNICIPALITY,
    PEOPLE,
    PLACE,
    TERRITORY,
    Forms,
    Vocabulary,
    forms,
    recurrences,
    restrictions,
)
from rsnms_kg.russian.words import lemma, parses

_WORD = re.compile(r"[А-Яа-яA-Za-z]+(?:-[А-Яа-яA-Za-z]+)*")
_DIGIT_FOLLOWS = re.compile(r"\s*\d")
_SILENT = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PRED"}
_UNTIL = "до"


@dataclass(slots=True)
class Word:
    """A word of a text, or several with one meaning.

    ``before`` is what stands between it and the word before; ``denied`` tells that «не» does; ``led``,
    that a preposition does. A word with ``restricts`` begins a limit of the norm; one with ``fixes`` says
    till when, how often or with whose consent.
    """

    text: str
    start: int
    end: int
    said: Forms
    before: str = ""
    key: str = ""
    denied: bool = False
    led: bool = False
    restricts: bool = False
    fixes: bool = False

    @property
    def part_of_speech(self) -> str:
        """What the likeliest reading of its first word is (``NOUN``, ``VERB`` …); a phrase for a thing is a noun."""
        if self.key.startswith("matter:") and self.key != FORM:
            return "NOUN"
        return str(parses(self.text)[0].tag.POS or "")

    def may_be(self, part: str, *cases: str) -> bool:
        """Tell whether its first word can be read as a part of speech, in one of the cases if any are given."""
        return any(
            part == reading.tag.POS and (not cases or reading.tag.case in cases) for reading in parses(self.text)
        )


def phrases(text: str, vocabulary: Vocabulary) -> list[Word]:
    """Return the words of ``text`` in order; the longest phrase that a code list knows is one of them."""
    return _placed(list(_found(text, vocabulary)))


def _found(text: str, vocabulary: Vocabulary) -> Iterator[Word]:
    raw = [match for match in _WORD.finditer(text) if not _is_variant(text, match)]
    said = [forms(match[0]) for match in raw]
    at, last, before = 0, 0, ""
    while at < len(raw):
        limit, often, phrase = (known.at(said, at) for known in (restrictions(), recurrences(), vocabulary))
        lengths = [one.length if one else 0 for one in (phrase, often, limit)]
        if phrase and phrase.length > 1 and phrase.key.startswith("action:"):
            lengths[0] = _without_people(said, at, phrase.length, vocabulary)
        length = max(1, *lengths)
        start, end = raw[at].start(), raw[at + length - 1].end()
        word = Word(raw[at][0], start, end, said[at], text[last:start], denied=before == "не", led=_leads(before))
        if phrase and lengths[0] == length:
            word.key = phrase.key
        elif often and lengths[1] == length:
            word.fixes, word.key = True, "" if often.key == CONTINUOUS else often.key
        elif limit:
            word.restricts, word.key = True, limit.key
            dated = raw[at][0].lower() != _UNTIL or _DIGIT_FOLLOWS.match(text, end)
            word.fixes = limit.key == CONSENT or (limit.key == DEADLINE and bool(dated))
        else:
            word.key = _key(raw[at][0])
        before = raw[at + length - 1][0].lower()
        at, last = at + length, end
        yield word


def _without_people(said: list[Forms], at: int, length: int, vocabulary: Vocabulary) -> int:
    """How long an action is without those it is done to: «подготовка | тьюторов»."""
    whom = (word for word in range(at + 1, at + length) if (found := vocabulary.at(said, word)) and found.key in PEOPLE)
    return next(whom, at + length) - at


def _leads(word: str) -> bool:
    return bool(word) and parses(word)[0].tag.POS == "PREP"


def _placed(found: list[Word]) -> list[Word]:
    """Take «Заречная область» for a place, though no list of regions has it."""
    for word, following in itertools.pairwise(found):
        if following.key in (TERRITORY, MUNICIPALITY) and word.text[0].isupper() and ":" not in word.key:
            word.key = following.key = PLACE
    for word in found:
        word.key = PLACE if word.key == TERRITORY else word.key
    return found


def _is_variant(text: str, match: re.Match[str]) -> bool:
    """Whether a word is the second ending of the word before it: «утверждённой(ых)»."""
    return match.start() > 1 and text[match.start() - 1] == "(" and text[match.start() - 2].isalpha()


def _key(word: str) -> str:
    """The key of a word that no code list knows; nothing for words without a meaning of their own."""
    tag = parses(word)[0].tag
    if len(word) < 2 or tag.POS in _SILENT or "Apro" in tag:
        return ""
    return PLACE if "Geox" in tag else root(lemma(word))
