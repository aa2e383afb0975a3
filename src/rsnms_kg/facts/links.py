"""Who has to do with whom: functions that name another subject, and actors outside the system."""

from __future__ import annotations

import re
from dataclasses import replace

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Abbreviation, ActCitation, Actor, Function, InteractionLink, Ref, SubjectType
from rsnms_kg.knowledge.lexicon import head_words
from rsnms_kg.russian.typography import fold
from rsnms_kg.russian.words import contains_in_order, contains_together, lemma, lemmas

_DEALING = re.compile(
    r"(?:взаимодейств|согласован|согласовыва|предоставля|представля|направля|переда)\w*", re.IGNORECASE
)
_BEFORE = {"с", "со", "в", "во", "и", "он", "они", "его", "их", "ему"}
_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")
_REACH = 160
_TELLING = 5  # words by which a long name is known


def add_links(facts: Facts) -> None:
    """Add the actors that are no subjects, and a link for each function that deals with another one."""
    subjects = facts.of(SubjectType)
    _add_hosts(facts, subjects)
    subjects = facts.of(SubjectType)
    _add_actors(facts, subjects)
    others: list[SubjectType | Actor] = [*subjects, *facts.of(Actor)]
    named = [(fact, _names(facts, fact)) for fact in others]
    for function in facts.of(Function):
        met = [fact for fact, names in named if fact.key != function.bearer and _deals(facts, function, names)]
        if met:
            facts.replace(replace(function, counterparty=tuple(Ref(fact.key) for fact in met)))
        for fact in met:
            facts.add(
                InteractionLink, function.key.rsplit("/", 1)[0], function.clause_label, function.start, function.end,
                in_clause=function.in_clause, from_subject=function.bearer, to_subject=Ref(fact.key),
            )  # fmt: skip


def _add_hosts(facts: Facts, subjects: list[SubjectType]) -> None:
    """An organisation whose own act creates another subject hosts it."""
    for citation in facts.of(ActCitation):
        title = lemmas(citation.title or "")
        if "создание" not in title:
            continue
        issuer = lemmas(citation.issuer or "")
        for host in subjects:
            for unit in subjects:
                issued = any(contains_in_order(issuer, name) for name in _names(facts, host, whole=True))
                if (
                    unit is not host
                    and issued
                    and any(contains_together(title, name) for name in _names(facts, unit, whole=True))
                ):
                    facts.replace(replace(unit, hosted_by=Ref(host.key)))


def _add_actors(facts: Facts, subjects: list[SubjectType]) -> None:
    """An organisation with a declared short form that is no subject takes part from outside."""
    known = {fold(name) for fact in subjects for name in (fact.name, fact.short_name) if name}
    heads = head_words("organisation-head")
    for short in facts.of(Abbreviation):
        words = lemmas(short.long_form)
        organisation = len(words) > 1 and (words[0] in heads or "учреждение" in words[:6])
        duties = {function.in_clause for function in facts.of(Function)}
        if organisation and short.in_clause in duties and fold(short.short_form) not in known:
            known.add(fold(short.short_form))
            facts.add(
                Actor, short.key.rsplit("/", 1)[0], short.clause_label, short.start, short.end,
                in_clause=short.in_clause, name=short.long_form, short_name=short.short_form,
            )  # fmt: skip


def _names(facts: Facts, fact: SubjectType | Actor, *, whole: bool = False) -> list[tuple[str, ...]]:
    """The ways a subject is named, as lemmas: its name, its short name, and what a short form stands for."""
    reach = 100 if whole else _TELLING
    names = [lemmas(fact.name)[:reach]]
    if fact.short_name:
        names.append(lemmas(fact.short_name))
    for short in facts.of(Abbreviation):
        words = _WORD.findall(short.short_form)
        begins = fact.name.startswith(short.short_form) and bool(words) and words[0].isupper()
        if begins or lemmas(short.long_form) == lemmas(fact.name):
            names.append(lemmas(short.short_form))
            names.append(lemmas(short.long_form)[:reach])
    return [name for name in names if name]


def _deals(facts: Facts, function: Function, names: list[tuple[str, ...]]) -> bool:
    level = facts.document.level
    for match in _DEALING.finditer(level, function.start, function.end):
        stop = min(function.end, match.end() + _REACH)
        said = [lemma(word) for word in _WORD.findall(level[match.end() : stop].split(";")[0])]
        for name in names:
            for at in range(1, len(said) - len(name) + 1):
                if tuple(said[at : at + len(name)]) == name and said[at - 1] in _BEFORE:
                    return True
    return False
