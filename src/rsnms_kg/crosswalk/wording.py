"""A norm's words as a comparison sees them: what is done, to what, and within what limits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rsnms_kg.crosswalk.phrases import Word, phrases
from rsnms_kg.crosswalk.roots import root
from rsnms_kg.crosswalk.vocabulary import AGENTS, CONDITIONS, LIGHT, MODAL, ORGANISATION, Vocabulary
from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import lemma, parses

# The parts that a word can have in a norm.
ACTION, OBJECT, INCLUDED, RESTRICTION = "action", "object", "included", "restriction"
FIXED, LINK, BEARER = "fixed", "link", "bearer"  # till when, how often; a participle that only leads on
_VERBS = {"VERB", "INFN", "PRTS"}
_AND = {"и", "или", "а", "также"}
_BEARER_WORDS = 12
_REFLEXIVE = ("ся", "сь")
_OF_VERBS = ("ование", "евание", "ивание", "ывание", "авание")  # nouns that say what is done, whatever the verb
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
    active: bool = False  # a verb that is no passive has been passed
    participial: bool = False  # «разработанные | педагогами» before the noun that it is said of
    pointing: bool = False  # «и его» has just been passed
    included: bool = False  # after «в том числе»
    head: tuple[int, set[str]] | None = None  # the first thing of the statement: its token and its cases
    verb: str = ""  # the last light verb, as the dictionary has it
    negated: bool = False
    tokens: list[Token] = field(default_factory=list)


def wording(text: str, vocabulary: Vocabulary) -> Wording:
    """Return the words of a norm that carry meaning, with their places in ``text``."""
    said = DECLARATION.sub(lambda match: " " * len(match[0]), level(text))  # «(далее – X)» is no part of the norm
    found = phrases(said, vocabulary)
    subject = _subject(found)
    state = _State()
    for at, word in enumerate(found):
        _step(state, word, in_subject=at < subject or _is_late_bearer(found, at))
    return Wording(tuple(state.tokens), state.negated)


def _subject(found: list[Word]) -> int:
    """How many words name the bearer before the verb: «Работники службы | проходят обучение»."""
    if not found or (found[0].key.startswith("action:") and found[0].key != MODAL):
        return 0
    limited = -1  # where a limit stands between the bearer and the verb: «Центр | в целях … проводит»
    for at, word in enumerate(found[:_BEARER_WORDS]):
        if "(" in word.before:
            return 0
        if word.key == MODAL or word.part_of_speech in ("VERB", "INFN"):
            passive = word.key != MODAL and word.text.lower().endswith(_REFLEXIVE)
            return 0 if passive else at if limited < 0 else limited
        if word.restricts and limited < 0:
            if any(one.key.startswith("action:") for one in found[:at]):
                return 0
            limited = at
    return 0


def _is_late_bearer(found: list[Word], at: int) -> bool:
    """Whether a word names the bearer between a limit and the verb: «На базе школ | Центр | проводит»."""
    word, following = found[at], found[at + 1 : at + 2]
    nominative = word.key in AGENTS and not word.led and any(one.tag.case == "nomn" for one in parses(word.text))
    return nominative and any(one.key == MODAL or one.part_of_speech == "VERB" for one in following)


def _step(state: _State, word: Word, *, in_subject: bool) -> None:
    """Take in the next word."""
    _pass(state, word.before)
    lowered, part = word.text.lower(), word.part_of_speech
    if lowered in _AND:
        state.row = True
        return
    if word.fixes or word.restricts or word.key == MODAL:
        _limit(state, word)
        return
    if part == "NPRO":
        state.pointing = state.row and state.named
        _point_back(state)
    if lowered.startswith("котор"):
        state.restricted = state.relative = True
    elif state.row and (part == "PRTF" or ("," in word.before and word.may_be("PRTF"))):
        state.restricted = True
    if not word.key:
        return
    if in_subject:
        state.tokens.append(Token(word.key, word.start, word.end, BEARER, state.statement))
    elif _is_action(state, word, part):
        _act(state, word, part)
    else:
        _name(state, word, part)
    state.row = state.row and part in ("ADJF", "PRTF")  # «и методических | рекомендаций»


def _limit(state: _State, word: Word) -> None:
    """Take in a deadline, the first word of a limit, or «обязуется» and the like."""
    if word.key == MODAL:
        state.restricted, state.negated = False, state.negated or word.denied
        return
    if word.fixes and word.key:
        state.tokens.append(Token(word.key, word.start, word.end, FIXED, state.statement))
    if word.restricts:
        _restrict(state, word.key)


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


def _is_action(state: _State, word: Word, part: str) -> bool:
    """Whether a word says what is done, and is no part of what it is done to."""
    if state.depth or state.relative or part in ("PRTF", "ADJF"):
        return False
    first = not state.acted and not state.light and not state.named
    if not word.key.startswith("action:"):
        return ":" not in word.key and not state.restricted and _is_unlisted_action(state, word, part, first=first)
    if word.key == ORGANISATION and part not in _VERBS:
        return first and _governs(word)
    if part in _VERBS:
        return first or not state.restricted or state.row  # «до 1 мая | передаёт»: the limit came first
    if state.restricted:
        return state.row and state.acted and _governs(word)
    if first or (state.light and not state.acted and not state.named):
        return True
    return state.row and (_governs(word) or not state.named)  # «обеспечение разработки и | внедрения»


def _is_unlisted_action(state: _State, word: Word, part: str, *, first: bool) -> bool:
    """Whether a word that no code list knows is a verb, or the noun made of one where the action is said."""
    if part in _VERBS:
        return part == "VERB" or first or state.row
    return not (state.acted or state.named) and lemma(word.text).endswith(_OF_VERBS) and _governs(word)


def _governs(word: Word) -> bool:
    """Whether a noun can be the object of «обеспечивает»: nominative or accusative, singular."""
    if word.key == CONDITIONS:
        return True
    return any(
        reading.tag.POS == "NOUN" and reading.tag.number == "sing" and reading.tag.case in ("nomn", "accs")
        for reading in parses(word.text)
    )


def _act(state: _State, word: Word, part: str) -> None:
    state.active = state.active or (part in ("VERB", "INFN") and not word.text.lower().endswith(_REFLEXIVE))
    state.negated = state.negated or word.denied
    done = state.acted or state.light
    if done and (state.named or state.restricted):  # a new statement: the one before has its action and its object
        state.statement += 1
        state.acted = state.light = state.named = state.restricted = state.included = False
        if state.pointing:  # «и его направление»
            state.acted = True
            _point_back(state)
    state.pointing = state.restricted = state.participial = False
    state.head = None
    light = (LIGHT, ORGANISATION)
    last = state.tokens[-1] if state.tokens else None
    if state.row and last and last.key in light and word.key not in light and last.statement == state.statement:
        own = replace(last, key=f"led:{root(state.verb) if last.key == LIGHT else last.key}")
        state.tokens[-1] = own  # «организует и сопровождает»: here the verb is no light one
    if word.key in light:
        state.light, state.verb = True, lemma(word.text)
    else:
        state.acted = True
    state.tokens.append(Token(word.key, word.start, word.end, ACTION, state.statement, state.row))


def _name(state: _State, word: Word, part: str) -> None:
    restricted = state.restricted or state.depth > 0
    instrumental = part == "NOUN" and not word.led and _is_instrumental(word)
    if instrumental and word.key in AGENTS and not (restricted or state.active):  # «проводится Центром»
        state.tokens.append(Token(word.key, word.start, word.end, BEARER, state.statement))
        return
    agent = state.light and not state.acted and instrumental  # «прохождение работниками обучения»
    state.participial = part == "PRTF" or (state.participial and (instrumental or part != "NOUN"))
    state.named = state.named or not (restricted or agent or state.participial or part in ("ADJF", "PRTF"))
    told = OBJECT if not restricted else INCLUDED if state.included and not state.depth else RESTRICTION
    if part == "PRTF":
        told = RESTRICTION if ":" in word.key else LINK
    elif state.participial and instrumental:
        told = RESTRICTION
    if part == "NOUN" and told == OBJECT:
        _enumerate(state, word)
    state.tokens.append(Token(word.key, word.start, word.end, told, state.statement, state.row))


def _enumerate(state: _State, word: Word) -> None:
    """Mark the first of several things as one of them: «семинары и | открытые уроки»."""
    cases = {reading.tag.case for reading in parses(word.text) if reading.tag.case}
    if not state.row:
        state.head = state.head if state.head is not None else (len(state.tokens), cases)
    elif state.head is not None and state.head[1] & cases:
        state.tokens[state.head[0]] = replace(state.tokens[state.head[0]], added=True)


def _is_instrumental(word: Word) -> bool:
    return all(reading.tag.case == "ablt" for reading in parses(word.text)[:1])
