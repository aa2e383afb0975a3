"""Lead-ins and headings: what the list below them holds, whose functions they are, on which level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.facts.bearers import doer, is_collective, is_verb, named
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import SubjectType
from rsnms_kg.knowledge.lexicon import begins_with, head_words, mentions, recognise, says
from rsnms_kg.russian.words import lemma, may_be, parses, word_spans, words

SEVERAL = ("goal", "task", "principle")  # often named together in one heading
_LEAD = 300
_PREDICATE = 4
_LISTED = ("indicator", "source")  # what a lead-in about something else may list
_FOLLOWING = re.compile(r"следующ[а-я]+\s+(?P<what>[^:;.]{3,60}):?\s*$", re.IGNORECASE)  # «… по следующим показателям:»
_JOINED = {"и", "или", "также", "а"}
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in says.

    ``kind`` is a notation of the code list ``section``; ``bearer`` a known subject whose functions follow;
    ``name`` where the words stand that name a subject not known yet; ``modality`` tells functions from rights
    and bans; ``named`` are the kinds of lists that a heading names together.
    """

    kind: str | None = None
    bearer: SubjectType | None = None
    name: tuple[int, int] | None = None
    modality: str = "obligation"
    level: str | None = None
    named: frozenset[str] = frozenset()


def read_lead(facts: Facts, text: str) -> Lead:
    """Read a lead-in or a heading (levelled, without its label)."""
    text = text[:_LEAD]
    level = recognise("level", text)
    several = _several(text)
    if several:
        return Lead(level=level, named=several)
    following = _FOLLOWING.search(text)
    if following and (listed := recognise("section", following["what"])) in _LISTED:
        return Lead(listed, level=level, named=frozenset({listed}))
    kind = recognise("section", text)
    own = frozenset({kind} if kind else ())
    if kind in ("function", "duties", "task", None) or modality_of(text) != "obligation":
        bearer, name = _bearer(facts, text, kind)
        if bearer or (kind == "function") or (name and modality_of(text) != "obligation"):
            return Lead("function", bearer, name, modality_of(text), level, own)
    return Lead(kind, level=level, named=own)


def modality_of(text: str) -> str:
    """Return the modality that a lead-in gives its list: a right, a ban, or a duty."""
    for modality in ("prohibition", "permission"):
        if says("modality", modality, text):
            return modality
    return "obligation"


def predicate_modality(text: str, after: int) -> str:
    """Return the modality of a sentence by the words right after its subject, ``after`` being their rank."""
    return modality_of(" ".join(words(text)[after : after + _PREDICATE]))


def looks_like_name(text: str) -> bool:
    """Tell whether an item names an organisation, a body or people and says nothing of them yet."""
    name = DECLARATION.sub(" ", text).split(":")[0].split(" - ")[0]
    said = words(name)[:_LONGEST_NAME]
    heads = head_words("organisation-head")
    nouns = [word for word in said if may_be(word, "NOUN")]
    known = bool(nouns) and any(lemma(word) in heads for word in said[:8])
    return known and not any(is_verb(word) for word in said) and not is_collective(name)


def names_body(text: str) -> bool:
    """Tell whether the first noun of a name is a word for an organisation, a body or people."""
    noun = next((word for word in words(text) if may_be(word, "NOUN") or _is_abbreviation(word)), "")
    if _is_abbreviation(noun):
        return not any(is_verb(word) for word in words(DECLARATION.sub(" ", text)))  # «ЦНППМ института», «ГАУ ДПО «…»»
    return lemma(noun) in head_words("organisation-head") and looks_like_name(text)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _several(text: str) -> frozenset[str]:
    """The kinds that a heading joins («Цель, задачи и принципы»); nothing where it speaks of one."""
    said = [(kind, start, end) for kind, start, end in mentions("section", text) if kind in SEVERAL]
    joined = {
        kind
        for (one, _, end), (other, start, _) in pairwise(said)
        if set(words(text[end:start])) <= _JOINED
        for kind in (one, other)
    }
    return frozenset(joined)


def _bearer(facts: Facts, text: str, kind: str | None) -> tuple[SubjectType | None, tuple[int, int] | None]:
    """The subject that a lead-in gives functions: a known one, or where the words of its name stand."""
    mention = doer(facts, text)
    if mention is not None:
        return mention.subject, None
    cue = next((span for notation, *span in mentions("section", text) if notation in ("function", "task")), None)
    spans = _before_and_after(text, cue) if cue else [_whole(text)]
    for start, end in spans:
        name = text[start:end]
        if name and (known := named(facts, name)):
            return known, None
        if kind == "function" and _may_name_bearer(name):
            return None, (start, end)
    return None, None


def _may_name_bearer(name: str) -> bool:
    """Tell whether words beside «функции» name somebody: not «основные», not «субъектов», not a level."""
    said = any(may_be(word, "NOUN") or word.isupper() for word in words(name))
    return said and not is_collective(name) and recognise("level", name) is None


def _whole(text: str) -> tuple[int, int]:
    declared = DECLARATION.search(text)
    return _trimmed(text, 0, declared.start() if declared else len(text))


def _before_and_after(text: str, cue: list[int]) -> list[tuple[int, int]]:
    """The words right after the word «функции», and the words before the predicate in front of it."""
    spans = word_spans(text)
    after = next((at for at, (start, _) in enumerate(spans) if start >= cue[1]), len(spans))
    said = [text[start:end] for start, end in spans]
    while after < len(said) and (said[after].lower() in _JOINED or begins_with("section", said[after]) == "function"):
        after += 1
    stop = next((at for at in range(after, len(said)) if is_verb(said[at])), len(said))
    found = []
    if after < stop:
        found.append(_trimmed(text, spans[after][0], spans[stop - 1][1]))
    before = next((at for at, (start, _) in enumerate(spans) if start >= cue[0]), 0)
    verb = next((at for at in range(before) if is_verb(said[at])), before)
    if verb:
        found.append(_trimmed(text, spans[0][0], spans[verb - 1][1]))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a preposition in front, a restriction and a mark at the end: «на институт в рамках …» → «институт»."""
    colon = text.find(":", start, end)
    end = colon if colon >= 0 else end
    first = re.compile(r"\s*(\S+)\s+").match(text, start, end)
    if first and parses(first[1])[0].tag.POS == "PREP":
        start = first.end()
    cut = [left for _, left, _ in mentions("qualifier", text[start:end]) if left > 0]
    end = min([end, *(start + left for left in cut)])
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip(" .,;:-\n"))
