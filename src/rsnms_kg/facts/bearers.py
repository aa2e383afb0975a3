"""Which subject of the system some words name: its full name, its short form, or a part that tells it apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import SubjectType, Term
from rsnms_kg.knowledge.lexicon import mentions, recognise
from rsnms_kg.russian.words import dictionary_forms, is_finite, lemma, may_be, word_spans, words

_Forms = tuple[frozenset[str], ...]
_INSIDE_BRACKETS = re.compile(r"\([^()]*\)")
_SMALL = {"PREP", "CONJ", "PRCL"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject named in a text: the ranks of the first word of its name and of the word after the last."""

    subject: SubjectType
    first: int
    after: int


def named(facts: Facts, name: str) -> SubjectType | None:
    """Return the subject that a name in any case means, or nothing where none or several could be meant."""
    said = _forms(name)
    if not said or is_collective(name):
        return None
    subjects = facts.of(SubjectType)
    for fits in (_is_whole, _goes_on, _is_part):
        found = [subject for subject in subjects if any(fits(said, known, name) for known in _names(facts, subject))]
        if len(found) == 1:
            return found[0]
        if found:
            heads = [one for one in found if any(_alike(said[0], known[0]) for known in _names(facts, one))]
            return heads[0] if len(heads) == 1 else None
    return None


def mentioned(facts: Facts, text: str) -> list[Mention]:
    """Return every subject that a text names by a whole name, in order; of two names at one place the longer."""
    said = [dictionary_forms(word) for word in words(text)]
    found: list[Mention] = []
    for subject in facts.of(SubjectType):
        for known in _names(facts, subject):
            found.extend(
                Mention(subject, at, at + len(known))
                for at in range(len(said) - len(known) + 1)
                if all(map(_alike, said[at : at + len(known)], known))
            )
    found.sort(key=lambda mention: (mention.first, -mention.after))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.first >= kept[-1].after:
            kept.append(mention)
    return kept


def doer(facts: Facts, text: str) -> Mention | None:
    """Return the subject that a sentence has do something: named at its beginning, right before the predicate.

    A preposition or an adverb may begin the sentence («При наличии заявок школ институт …»); the subject may
    also stand right after the predicate («План утверждает министерство», «План утверждается министерством»).
    """
    said = words(text)
    for mention in mentioned(facts, text):
        if _predicate_before(said, mention):
            return mention
        opens = mention.first == 0 or any(may_be(said[0], part) for part in ("PREP", "ADVB", "COMP"))
        direct = mention.first == 0 or not may_be(said[mention.first - 1], "PREP")
        if opens and direct and _predicate_follows(said[mention.after : mention.after + 3]):
            return mention
    return None


def is_collective(name: str) -> bool:
    """Tell whether a name stands for all subjects or for the system and not for one subject."""
    said = words(name)
    return bool(said) and any(_starts(said, word) for word in mentions("collective", name))


def is_verb(word: str) -> bool:
    """Tell whether a word is a predicate: a finite verb, «вправе», «обязан»."""
    return is_finite(word) or recognise("modality", word) in (
        "permission",
        "prohibition",
    )


def _starts(said: list[str], mention: tuple[str, int, int]) -> bool:
    """A collective word counts where only adjectives stand before it."""
    before = next((at for at, span in enumerate(word_spans(" ".join(said))) if span[0] >= mention[1]), 0)
    return all(may_be(word, "ADJF") or may_be(word, "PREP") or may_be(word, "NUMR") for word in said[:before])


def _predicate_follows(said: list[str]) -> bool:
    for word in said:
        if is_verb(word) or word.lower() == "не":
            return True
        # «Педагогические советы, которые определяют …»: the clause tells what they do
        if lemma(word) != "который" and not any(may_be(word, part) for part in ("ADVB", "PRCL", "CONJ")):
            return False
    return False


def _predicate_before(said: list[str], mention: Mention) -> bool:
    """«… утверждает министерство», «… утверждается министерством»: the case tells the doer from the object."""
    verb = said[mention.first - 1] if mention.first else ""
    if not verb or not (is_verb(verb) and may_be(verb, "VERB")):
        return False
    name = said[mention.first : mention.after]
    case = "ablt" if verb.lower().endswith(("ся", "сь")) else "nomn"
    nouns = [word for word in name if may_be(word, "NOUN")][:1]
    return (
        bool(nouns)
        and may_be(nouns[0], "NOUN", case)
        and not (case == "nomn" and may_be(nouns[0], "NOUN", "accs") and _has_subject(said[: mention.first - 1]))
    )


def _has_subject(said: list[str]) -> bool:
    """Tell whether the words before a verb may hold the one that does it."""
    nouns = [word for word in said if may_be(word, "NOUN")][:1]
    return bool(nouns) and may_be(nouns[0], "NOUN", "nomn") and not may_be(nouns[0], "NOUN", "accs")


def _names(facts: Facts, subject: SubjectType) -> list[_Forms]:
    """The ways a subject is named, each as the dictionary forms of its words; the terms of the paper help."""
    spoken = [name for name in (subject.name, subject.short_name) if name]
    own = [_forms(name) for name in spoken]
    for term in facts.of(Term):
        if term.short_name and any(
            _same(_forms(each), known) for each in (term.name, term.short_name) for known in own
        ):
            spoken += [term.name, term.short_name]
    return [forms for name in dict.fromkeys(spoken) if (forms := _forms(name))]


def _forms(name: str) -> _Forms:
    return tuple(dictionary_forms(word) for word in words(_INSIDE_BRACKETS.sub(" ", name)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


def _same(one: _Forms, other: _Forms) -> bool:
    return len(one) == len(other) and all(map(_alike, one, other))


def _is_whole(said: _Forms, known: _Forms, name: str) -> bool:
    return _same(said, known)


def _goes_on(said: _Forms, known: _Forms, name: str) -> bool:
    """The name of the subject and after it only where it belongs: «ЦНППМ Калужской области»."""
    if len(said) <= len(known) or not _same(said[: len(known)], known):
        return False
    rest = words(name)[len(known) :]
    return recognise("region", " ".join(rest)) is not None or is_collective(" ".join(rest)) or _within(rest)


def _within(rest: list[str]) -> bool:
    return bool(rest) and may_be(rest[0], "PREP")


def _is_part(said: _Forms, known: _Forms, name: str) -> bool:
    """Some words of the subject's name in their order: «министерство» of «Министерство образования …»."""
    at = 0
    for word in known:
        at += at < len(said) and _alike(said[at], word)
    return at == len(said)
