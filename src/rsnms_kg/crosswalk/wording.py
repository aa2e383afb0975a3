"""A norm's words as a comparison sees them: what is done, to what, and within what limits."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rsnms_kg.crosswalk.roots import root
from rsnms_kg.crosswalk.vocabulary import (
    CONDITIONS,
    LIGHT,
    MUNICIPALITY,
    ORGANISATION,
    PLACE,
    TERRITORY,
    Forms,
    Vocabulary,
    forms,
    restrictions,
)
from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import lemma, parses

# The parts that a word can have in a norm.
ACTION, OBJECT, INCLUDED, RESTRICTION, BEARER = "action", "object", "included", "restriction", "bearer"
_WORD = re.compile(r"[А-Яа-яA-Za-z]+(?:-[А-Яа-яA-Za-z]+)*")
_SILENT = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ"}
_VERBS = {"VERB", "INFN", "PRTS"}
_AND = {"и", "или", "а", "также"}
_BEARER_WORDS = 12
_INCLUSION, _PURPOSE = "inclusion", "purpose"  # concepts of the code list of restrictions


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a phrase with a meaning: its key, its place in the text, its part in the norm.

    ``statement`` counts the statements of the norm («ведёт реестр» and «проводит семинары» are two);
    ``added`` tells that it stands in a row with what is before it («программ *и планов*»).
    """

    key: str
    start: int
    end: int
    part: str
    statement: int
    added: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The tokens of a norm in order; ``negated`` tells that the action is denied."""

    tokens: tuple[Token, ...]
    negated: bool = False


@dataclass(slots=True)
class _Word:
    """A word of a text, or a phrase of several, and what stands right before it."""

    text: str
    start: int
    end: int
    said: Forms
    before: str = ""
    key: str = ""
    denied: bool = False
    restricts: bool = False

    @property
    def part_of_speech(self) -> str:
        return str(parses(self.text)[0].tag.POS or "")


@dataclass(slots=True)
class _State:
    """Where the reading of a norm is: the statement, what has been named in it, open brackets."""

    statement: int = 0
    depth: int = 0
    restricted: bool = False
    acted: bool = False  # the statement has an action of its own
    light: bool = False  # only a light verb so far: the action is the noun that follows
    named: bool = False  # the statement has an object
    row: bool = False  # a conjunction or a comma has just been passed
    relative: bool = False  # inside «которые …»
    pointing: bool = False  # «и его» has just been passed
    included: bool = False  # after «в том числе»
    verb: str = ""  # the last light verb, as the dictionary has it
    negated: bool = False
    tokens: list[Token] = field(default_factory=list)


def wording(text: str, vocabulary: Vocabulary) -> Wording:
    """Return the words of a norm that carry meaning, with their places in ``text``."""
    said = DECLARATION.sub(lambda match: " " * len(match[0]), level(text))  # «(далее – X)» is no part of the norm
    found = _placed(list(_phrases(said, vocabulary)))
    subject = _subject(found)
    state = _State()
    for at, word in enumerate(found):
        _step(state, word, in_subject=at < subject)
    return Wording(tuple(state.tokens), state.negated)


def _phrases(text: str, vocabulary: Vocabulary) -> Iterator[_Word]:
    raw = [match for match in _WORD.finditer(text) if not _is_variant(text, match)]
    said = [forms(match[0]) for match in raw]
    at, last, denied = 0, 0, False
    while at < len(raw):
        limit = restrictions().at(said, at)
        phrase = vocabulary.at(said, at)
        restricts = limit is not None and (phrase is None or limit.length > phrase.length)
        length = limit.length if limit and restricts else phrase.length if phrase else 1
        start, end = raw[at].start(), raw[at + length - 1].end()
        word = _Word(raw[at][0], start, end, said[at], text[last:start], denied=denied, restricts=restricts)
        word.key = limit.key if limit and restricts else phrase.key if phrase else _key(raw[at][0])
        denied = raw[at][0].lower() == "не"
        at, last = at + length, end
        yield word


def _placed(found: list[_Word]) -> list[_Word]:
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


def _subject(found: list[_Word]) -> int:
    """How many words name the bearer before the verb: «Работники службы | проходят обучение»."""
    if not found or found[0].key.startswith("action:"):
        return 0
    for at, word in enumerate(found[:_BEARER_WORDS]):
        if word.restricts or "(" in word.before:
            return 0
        if word.part_of_speech in ("VERB", "INFN"):
            passive = word.text.lower().endswith(("ся", "сь"))
            return 0 if passive else at
    return 0


def _step(state: _State, word: _Word, *, in_subject: bool) -> None:
    """Take in the next word."""
    _pass(state, word.before)
    lowered, part = word.text.lower(), word.part_of_speech
    if lowered in _AND:
        state.row = True
        return
    if word.restricts:
        _restrict(state, word.key)
        return
    if part == "NPRO":
        state.pointing = state.row and state.named
        _point_back(state)
    if lowered.startswith("котор"):
        state.restricted = state.relative = True
    elif state.row and part == "PRTF":
        state.restricted = True
    if not word.key:
        return
    if in_subject:
        state.tokens.append(Token(word.key, word.start, word.end, BEARER, state.statement))
    elif _is_action(state, word, part):
        _act(state, word)
    else:
        _name(state, word, part)
    state.row = state.row and part in ("ADJF", "PRTF")  # «и методических | рекомендаций»


def _pass(state: _State, between: str) -> None:
    """Take in the marks between two words."""
    for mark in between:
        state.depth = max(0, state.depth + (mark == "(") - (mark == ")"))
    if any(mark in between for mark in ",;/"):
        state.row, state.relative = True, False
    if ";" in between:
        state.restricted = False


def _restrict(state: _State, kind: str) -> None:
    """Take in a word that a restriction begins with; «условия для …» and the like name their object so."""
    state.included = state.row = kind == _INCLUSION  # «в том числе ведёт»
    if not (kind == _PURPOSE and state.acted and not state.named and not state.restricted):
        state.restricted = True


def _point_back(state: _State) -> None:
    """«Готовит доклад и направляет его»: a pronoun stands for what the statement before speaks of."""
    if not state.acted or state.named or state.restricted:
        return
    before = [token for token in state.tokens if token.statement == state.statement - 1 and token.part == OBJECT]
    state.tokens += [replace(token, statement=state.statement, added=False) for token in before]


def _is_action(state: _State, word: _Word, part: str) -> bool:
    """Whether a word says what is done, and is no part of what it is done to."""
    if state.depth or state.relative:
        return False
    if not word.key.startswith("action:"):  # a verb that no code list knows
        return part == "VERB" and ":" not in word.key and not state.restricted
    first = not state.acted and not state.light and not state.named
    if word.key == ORGANISATION:
        return first and _governs(word)
    if part in _VERBS:
        return first or not state.restricted or state.row  # «до 1 мая | передаёт»: the limit came first
    if state.restricted:
        return state.row and state.acted and _governs(word)
    if first or (state.light and not state.acted and not state.named):
        return True
    return state.row and _governs(word)


def _governs(word: _Word) -> bool:
    """Whether a noun can be the object of «обеспечивает»: nominative or accusative, singular."""
    if word.key == CONDITIONS:
        return True
    return any(
        reading.tag.POS == "NOUN" and reading.tag.number == "sing" and reading.tag.case in ("nomn", "accs")
        for reading in parses(word.text)
    )


def _act(state: _State, word: _Word) -> None:
    state.negated = state.negated or word.denied
    done = state.acted or state.light
    if done and (state.named or state.restricted):  # a new statement: the one before has its action and its object
        state.statement += 1
        state.acted = state.light = state.named = state.restricted = state.included = False
        if state.pointing:  # «и его направление»
            state.acted = True
            _point_back(state)
    state.pointing = state.restricted = False
    last = state.tokens[-1] if state.tokens else None
    if state.row and last and last.key == LIGHT and word.key != LIGHT and last.statement == state.statement:
        own = replace(last, key=f"led:{root(state.verb)}")
        state.tokens[-1] = own  # «организует и сопровождает»: here the verb is no light one
    if word.key in (LIGHT, ORGANISATION):
        state.light, state.verb = True, lemma(word.text)
    else:
        state.acted = True
    state.tokens.append(Token(word.key, word.start, word.end, ACTION, state.statement, state.row))


def _name(state: _State, word: _Word, part: str) -> None:
    restricted = state.restricted or state.depth > 0
    agent = state.light and not state.acted and _in_instrumental(word, part)  # «прохождение работниками обучения»
    state.named = state.named or not (restricted or agent or part in ("ADJF", "PRTF"))
    told = OBJECT if not restricted else INCLUDED if state.included and not state.depth else RESTRICTION
    state.tokens.append(Token(word.key, word.start, word.end, told, state.statement, state.row))


def _in_instrumental(word: _Word, part: str) -> bool:
    return part == "NOUN" and all(reading.tag.case == "ablt" for reading in parses(word.text)[:1])
