"""Who has to do with whom: functions that name another subject, and actors outside the system."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rsnms_kg.facts.bearers import mentioned, named
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
from rsnms_kg.russian.phrases import nominative
from rsnms_kg.russian.typography import fold, level
from rsnms_kg.russian.words import (
    contains_in_order,
    contains_together,
    dictionary_forms,
    lemma,
    lemmas,
    may_be,
    parses,
    words,
)

_DEALING = re.compile(
    r"(?:взаимодейств|согласован|согласовыва|предоставл|представл|направл|переда|запрос|информиру|сообща|отчитыва)\w*"
    r"|совместно|соглашени\w+\s+между|соглашени\w+(?=\s+с\s)",
    re.IGNORECASE,
)
_BEFORE = {"с", "со", "в", "во", "и", "перед", "между"}
# After these the other one needs no preposition: «по запросам министерства», «передаёт институту».
_AT_ONCE = ("запрос", "переда")
# These give something to somebody, who stands in the dative: «представляет Министерству отчёт».
_GIVING = ("предоставл", "представл", "направл", "переда", "сообща")
_CLAUSE_ENDS = re.compile(r";|,\s+(?:на\s+базе\s+)?котор")
_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")
# «Федеральный оператор (Федеральное … учреждение «…»)»: what a short name stands for.
_FULL_NAME = re.compile(r"\s*\((?P<name>[А-Я][а-я]+(?:\s+[а-я]+){1,6}\s[^()]{10,250}»)\)")
_REACH = 160
# «Центр, являющийся структурным подразделением Института», «ЦНППМ – структурное подразделение Института».
_UNIT_OF = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:,|-)\s*(?:\d{1,3}\s+)?(?:(?:являющ|созданн|действующ|входящ)\w+\s+)?(?:в\s+качестве\s+)?"
    r"(?:структурн\w+\s+подразделени\w+|на\s+базе|в\s+состав\w*|в\s+структур\w+)\s+",
    re.IGNORECASE,
)
_TELLING = 5  # words by which a long name is known
_Name = tuple[frozenset[str], ...]


def add_links(facts: Facts) -> None:
    """Add the actors that are no subjects, and whom functions and measures have to do with."""
    _add_hosts(facts, facts.of(SubjectType))
    _add_declared_actors(facts, facts.of(Function))
    _add_known_actors(facts, [*facts.of(Function), *facts.of(Measure)])
    others: list[SubjectType | Actor] = [*facts.of(SubjectType), *facts.of(Actor)]
    named = [(fact, _forms(facts, fact)) for fact in others]
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
    _add_declared_actors(facts, facts.of(Obligation))
    _add_known_actors(facts, facts.of(Obligation))
    others: list[Party | Actor] = [*facts.of(Party), *facts.of(Actor)]
    named = [(fact, _forms(facts, fact)) for fact in others]
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
    called = [(fact, _names(facts, fact)) for fact in others]
    for measure in facts.of(Measure):
        said = lemmas(measure.responsible or "")
        pieces = re.split(r"[,;]|\s+и\s+", measure.responsible or "")
        alone = [subject.key for piece in pieces if (subject := named(facts, level(piece))) is not None]
        bound = tuple(
            Ref(fact.key)
            for fact, names in called
            if fact.key in alone or any(contains_together(said, name) for name in names)
        )
        if bound:
            facts.replace(replace(measure, responsible_subject=bound))


def _add_hosts(facts: Facts, subjects: list[SubjectType]) -> None:
    """An organisation hosts a unit that is named after it, and one that its own act creates."""
    for unit in subjects:
        host = _host_named(facts, unit)
        if host is not None:
            facts.replace(replace(unit, hosted_by=Ref(host.key)))
    _add_creators(facts, facts.of(SubjectType))


def _host_named(facts: Facts, unit: SubjectType) -> SubjectType | None:
    """The subject in whose name a unit's name ends («ЦНППМ Академии»), or whose unit the words after it call it."""
    level = facts.document.level
    said = words(unit.name)
    for host in facts.of(SubjectType) if _is_unit(unit.name) else ():
        for name in _names(facts, host, whole=True):
            tail = said[len(said) - len(name) :]
            ends = host is not unit and len(said) > len(name) and _is_said(tail, _forms_of(name))
            if ends and (_in_genitive(tail) or may_be(said[-len(name) - 1], "PREP")):
                return host
    after = _UNIT_OF.match(level, unit.end)
    rest = level[after.end() : after.end() + _REACH] if after else ""
    first = next((mention for mention in mentioned(facts, rest) if not mention.first), None)
    return first.subject if first and first.subject is not unit else None


def _is_unit(name: str) -> bool:
    """Tell whether a name is that of a unit: its first word heads names of units, or is an abbreviation."""
    first = words(name)[0]
    return first.isupper() or head_words("organisation-head").get(lemma(first)) == "unit"


def _in_genitive(said: list[str]) -> bool:
    noun = next((word for word in said if parses(word)[0].tag.POS == "NOUN"), said[0])
    return noun.isupper() or may_be(noun, "NOUN", "gent")


def _add_creators(facts: Facts, subjects: list[SubjectType]) -> None:
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
    others: list[Actor | SubjectType | Party] = [*facts.of(Actor), *facts.of(SubjectType), *facts.of(Party)]
    known = {lemmas(name) for fact in others for name in (fact.name, fact.short_name) if name}
    for norm in norms:
        for notation, start, end in mentions("actor", level[norm.start : norm.end]):
            left, right = norm.start + start, norm.start + end
            said = lemmas(level[left:right])
            if said in known:
                continue
            spoken = label("actor", notation).ru
            name = spoken if lemmas(spoken) == said else nominative(facts.quote(left, right))
            full = _FULL_NAME.match(level, right, norm.end)
            known |= {said, lemmas(spoken)}
            facts.add(
                Actor, norm.key.rsplit("/", 1)[0], norm.clause_label, left, right, in_clause=norm.in_clause,
                name=facts.quote(*full.span("name")) if full else name, short_name=name if full else None,
            )  # fmt: skip


def _add_declared_actors(facts: Facts, norms: Sequence[Function | Obligation]) -> None:
    """An organisation to which a norm gives a short form and that is no subject takes part from outside."""
    others: list[SubjectType | Party] = [*facts.of(SubjectType), *facts.of(Party)]
    known = {fold(name) for fact in others for name in (fact.name, fact.short_name) if name}
    duties = {norm.in_clause for norm in norms}
    for short in facts.of(Abbreviation):
        if short.in_clause in duties and _is_body(short.long_form) and fold(short.short_form) not in known:
            known.add(fold(short.short_form))
            facts.add(
                Actor, short.key.rsplit("/", 1)[0], short.clause_label, short.start, short.end,
                in_clause=short.in_clause, name=nominative(short.long_form), short_name=short.short_form,
            )  # fmt: skip


def _is_body(name: str) -> bool:
    """Tell whether words name an organisation: its first noun does, or «учреждение» is among them."""
    said = words(name)
    noun = next((lemma(word) for word in said if parses(word)[0].tag.POS == "NOUN"), "")
    return len(said) > 1 and (noun in head_words("organisation-head") or "учреждение" in lemmas(name)[:6])


def _forms(facts: Facts, fact: SubjectType | Actor | Party) -> list[_Name]:
    """The ways a subject is named, each as the dictionary forms of its words."""
    return [_forms_of(name) for name in _names(facts, fact)]


def _forms_of(name: tuple[str, ...]) -> _Name:
    return tuple(dictionary_forms(word) for word in name)


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


def _deals(facts: Facts, norm: Function | Obligation, names: list[_Name]) -> bool:
    """Tell whether a norm has its bearer deal with one of these names."""
    level = facts.document.level
    for match in _DEALING.finditer(level, norm.start, norm.end):
        stop = min(norm.end, match.end() + _REACH)
        said = _WORD.findall(_CLAUSE_ENDS.split(level[match.end() : stop])[0])
        for name in names:
            for at in range(len(said) - len(name) + 1):
                if _is_said(said[at : at + len(name)], name) and _is_met(match[0].lower(), said, at, name):
                    return True
    return False


def _is_said(said: list[str], name: _Name) -> bool:
    return all(not dictionary_forms(word).isdisjoint(known) for word, known in zip(said, name, strict=True))


def _is_met(cue: str, said: list[str], at: int, name: _Name) -> bool:
    """Tell whether a name after a cue is the other side: after «с», joined by «и», in the dative, or at once."""
    if cue.endswith("между"):
        return True
    if at and said[at - 1].lower() in _BEFORE:
        return True
    if not at and cue.startswith(_AT_ONCE):
        return True
    return cue.startswith(_GIVING) and _is_dative(said[at : at + len(name)])


def _is_dative(said: list[str]) -> bool:
    """Tell whether a name stands in the dative, adjectives and all, and could not be the thing given."""
    noun = next((at for at, word in enumerate(said) if parses(word)[0].tag.POS == "NOUN"), None)
    if noun is None or not may_be(said[noun], "NOUN", "datv"):
        return False
    return not may_be(said[noun], "NOUN", "accs") and all(
        any(may_be(word, part, "datv") for part in ("ADJF", "PRTF")) for word in said[:noun]
    )
