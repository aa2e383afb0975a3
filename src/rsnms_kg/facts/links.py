"""Who has to do with whom: functions that name another subject, and actors outside the system."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import (
    Abbreviation,
    ActCitation,
    Actor,
    Function,
    InteractionLink,
    Measure,
    Obligation,
    Party,
    Ref,
    SubjectType,
)
from rsnms_kg.knowledge.lexicon import head_words, label, mentions
from rsnms_kg.russian.typography import fold
from rsnms_kg.russian.words import contains_in_order, contains_together, lemma, lemmas

_DEALING = re.compile(
    r"(?:взаимодейств|согласован|согласовыва|предоставл|представл|направл|переда|запрос)\w*|соглашени\w+\s+между",
    re.IGNORECASE,
)
_BEFORE = {"с", "со", "в", "во", "и", "он", "они", "его", "их", "ему"}
_CLAUSE_ENDS = re.compile(r";|,\s+(?:на\s+базе\s+)?котор")
_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")
_REACH = 160
_TELLING = 5  # words by which a long name is known


def add_links(facts: Facts) -> None:
    """Add the actors that are no subjects, and whom functions and measures have to do with."""
    _add_hosts(facts, facts.of(SubjectType))
    subjects = facts.of(SubjectType)
    _add_declared_actors(facts, subjects)
    _add_known_actors(facts, [*facts.of(Function), *facts.of(Measure)])
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
    _add_responsible(facts)


def add_party_links(facts: Facts) -> None:
    """Add the actors that an agreement names, and whom each obligation has to do with."""
    _add_known_actors(facts, facts.of(Obligation))
    others: list[Party | Actor] = [*facts.of(Party), *facts.of(Actor)]
    named = [(fact, _names(facts, fact)) for fact in others]
    for obligation in facts.of(Obligation):
        met = tuple(
            Ref(fact.key)
            for fact, names in named
            if fact.key not in obligation.bearer and _deals(facts, obligation, names)
        )
        if met:
            facts.replace(replace(obligation, counterparty=met))


def _add_responsible(facts: Facts) -> None:
    """Say which subjects and actors a roadmap holds responsible."""
    others: list[SubjectType | Actor] = [*facts.of(SubjectType), *facts.of(Actor)]
    named = [(fact, _names(facts, fact)) for fact in others]
    for measure in facts.of(Measure):
        said = lemmas(measure.responsible or "")
        bound = tuple(Ref(fact.key) for fact, names in named if any(contains_together(said, name) for name in names))
        if bound:
            facts.replace(replace(measure, responsible_subject=bound))


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


def _add_known_actors(facts: Facts, norms: Sequence[Function | Measure | Obligation]) -> None:
    """Add the actors of the code list that norms name and the paper does not declare, each at its first place."""
    level = facts.document.level
    known = {lemmas(name) for fact in facts.of(Actor) for name in (fact.name, fact.short_name) if name}
    for norm in norms:
        for notation, start, end in mentions("actor", level[norm.start : norm.end]):
            said = lemmas(level[norm.start + start : norm.start + end])
            if said in known:
                continue
            known |= {said, lemmas(label("actor", notation).ru)}
            facts.add(
                Actor, norm.key.rsplit("/", 1)[0], norm.clause_label, norm.start + start, norm.start + end,
                in_clause=norm.in_clause, name=label("actor", notation).ru,
            )  # fmt: skip


def _add_declared_actors(facts: Facts, subjects: list[SubjectType]) -> None:
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


def _names(facts: Facts, fact: SubjectType | Actor | Party, *, whole: bool = False) -> list[tuple[str, ...]]:
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


def _deals(facts: Facts, norm: Function | Obligation, names: list[tuple[str, ...]]) -> bool:
    level = facts.document.level
    for match in _DEALING.finditer(level, norm.start, norm.end):
        stop = min(norm.end, match.end() + _REACH)
        cue = match[0].lower()
        at_once = cue.startswith(("запрос", "переда", "соглашени"))  # «по запросам министерства»: no preposition
        said = [lemma(word) for word in _WORD.findall(_CLAUSE_ENDS.split(level[match.end() : stop])[0])]
        for name in names:
            for at in range(len(said) - len(name) + 1):
                if tuple(said[at : at + len(name)]) == name and (
                    cue.endswith("между") or (said[at - 1] in _BEFORE if at else at_once)
                ):
                    return True
    return False
