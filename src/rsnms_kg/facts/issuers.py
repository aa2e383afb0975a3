"""The documents that a regulation calls for: of which type each is, who issues it, how often."""

from __future__ import annotations

import re
from dataclasses import replace

from rsnms_kg.facts.bearers import mentioned, named
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Code, Instrument, Ref, SubjectType
from rsnms_kg.facts.recurrence import times_a_year
from rsnms_kg.knowledge.lexicon import head_words
from rsnms_kg.russian.phrases import nominative
from rsnms_kg.russian.words import lemma, may_be

_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")
_APPROVING = re.compile(r"утвержда\w+|об\s+утверждении", re.IGNORECASE)
_ISSUED = re.compile(r"(?:утвержд|изда|принима|разрабатыва)\w*\s+", re.IGNORECASE)
_ISSUER_ENDS = re.compile(r"[,;:(]|\s+(?:об?|по|на|за|от)\s", re.IGNORECASE)


def add_issuers(facts: Facts) -> None:
    """Say of every instrument of what type it is and who issues it, as far as its words tell.

    «Приказы министерства, утверждающие положение; комплекс мер; регламент»: what semicolons set apart after
    orders in the plural is approved by such orders too.
    """
    above: Instrument | None = None
    for fact in facts.of(Instrument):
        text = facts.document.level[fact.start : fact.end]
        told = _read(facts, fact, text)
        several = above is not None and above.in_clause == fact.in_clause and _approves_several(facts, above)
        if above is not None and several and told.issuer is None:
            told = replace(told, act_type=above.act_type, issuer=above.issuer, issued_by=above.issued_by)
        facts.replace(told)
        if above is None or not several:
            above = told


def _read(facts: Facts, fact: Instrument, text: str) -> Instrument:
    head = next((match for match in _WORD.finditer(text) if not _qualifies(match[0])), None)
    act_type = head_words("act-type").get(lemma(head[0])) if head else None
    subject = _issuing(facts, text[head.end() :]) if head and act_type else None
    subject = subject or _approving(facts, text)
    printed = _issuer_words(text[head.end() :]) if head and act_type and subject is None else None
    return replace(
        fact,
        act_type=Code("act-type", act_type) if act_type else None,
        issuer=subject.name if subject else printed,
        issued_by=Ref(subject.key) if subject else None,
        times_a_year=times_a_year(text),
    )


def _issuing(facts: Facts, rest: str) -> SubjectType | None:
    """The subject right after «приказ»: «приказ министерства …»."""
    first = next((mention for mention in mentioned(facts, rest) if mention.first == 0), None)
    return first.subject if first else named(facts, _ISSUER_ENDS.split(rest)[0])


def _approving(facts: Facts, text: str) -> SubjectType | None:
    """The subject after «утверждаемый»: «план, утверждаемый институтом»."""
    for match in _ISSUED.finditer(text):
        rest = text[match.end() :]
        word = _WORD.match(rest)
        first = next((mention for mention in mentioned(facts, rest) if mention.first == 0), None)
        if first and word and (word[0].isupper() or may_be(word[0], "ADJF", "ablt") or may_be(word[0], "NOUN", "ablt")):
            return first.subject
    return None


def _issuer_words(rest: str) -> str | None:
    """The words right after «приказ» that name a body which is no subject, in the nominative."""
    words = _ISSUER_ENDS.split(rest)[0].strip(" .")
    first = _WORD.match(words)
    heads = head_words("organisation-head")
    known = any(heads.get(lemma(match[0])) in ("body", "institution") for match in list(_WORD.finditer(words))[:3])
    return nominative(words, singular=True) if first and known else None


def _approves_several(facts: Facts, fact: Instrument) -> bool:
    text = facts.document.level[fact.start : fact.end]
    head = next((match[0] for match in _WORD.finditer(text) if not _qualifies(match[0])), "")
    plural = bool(head) and lemma(head) != head.lower()
    return plural and fact.act_type is not None and bool(_APPROVING.search(text))


def _qualifies(word: str) -> bool:
    return may_be(word, "ADJF") and not may_be(word, "NOUN")
