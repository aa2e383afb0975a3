"""Subjects of a regional system, by level, with their functions; closed lists; other norms."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part
from rsnms_kg.facts.abbreviations import DECLARATION, declared_short
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref, clause_span
from rsnms_kg.facts.model import ClosedList, Code, Function, MonitoringRule, Norm, Ref, Structure, SubjectType
from rsnms_kg.facts.topics import topics
from rsnms_kg.knowledge.lexicon import begins_with, concepts, recognise, says
from rsnms_kg.russian.typography import fold
from rsnms_kg.russian.words import contains_in_order, content_lemmas, lemma, lemmas, may_be, words

_FUNCTIONS = re.compile(r"функции|полномочия", re.IGNORECASE)
_LISTED_FUNCTIONS = re.compile(
    r"(?:выполня|осуществля|исполня|реализу|облада|име)\w+\s+(?:следующ\w+\s+)?(?:основн\w+\s+)?(?:функци|полномочи)\w*",
    re.IGNORECASE,
)
# «… выполняет следующие функции:», «… Функции:» at the end of the clause that names the subject.
_INTRODUCED = re.compile(rf"(?:{_LISTED_FUNCTIONS.pattern}[^.:]{{0,60}}|(?<![а-я])функции):$", re.IGNORECASE)
_OF = re.compile(
    r"^(?:основные\s+)?(?:функции|полномочия|к\s+функциям)\s+(?P<name>[^:]+?)(?:\s+относ\w+)?:?$",
    re.IGNORECASE,
)
_COMPLETE = {"достаточный", "исчерпывающий", "закрытый", "полный"}
_TIMES = {"один": 1, "два": 2, "три": 3, "четыре": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PERIODS = {"год": 1, "полугодие": 2, "квартал": 4, "месяц": 12}
_ADVERBS = {"ежегодно": 1, "ежеквартально": 4, "ежемесячно": 12}


def is_subject(facts: Facts, node: Node) -> bool:
    """Tell whether a clause introduces a subject with its functions."""
    if not node.children or node.head is None:
        return False
    text = facts.document.words(node.head)
    if _INTRODUCED.search(text) or _OF.match(text):
        return True
    leads = {id(lead): lead for child in node.children if (lead := node.lead(child)) is not None}
    return any(lead is not node.head and _FUNCTIONS.search(facts.document.words(lead)) for lead in leads.values())


def add_subject(facts: Facts, part: Part, node: Node) -> None:
    """Add a subject and its functions, and what else its clause says."""
    assert node.head is not None
    subject = _known(facts, node) or _new_subject(facts, part, node)
    for child in node.children:
        start, end = clause_span(facts.document, child)
        facts.add(
            Function, clause_key(part, child), child.name, start, end, in_clause=clause_ref(part, child),
            bearer=Ref(subject.key), topic=topics(facts.document.level[start:end]),
        )  # fmt: skip
    for below in node.walk():
        for block in below.tail:
            if isinstance(block, Paragraph) and block not in below.leads.values():
                add_tail(facts, part, node, block)


def add_tail(facts: Facts, part: Part, node: Node, paragraph: Paragraph) -> None:
    """Add what a paragraph outside lists says: a closed list, a rule of monitoring, another norm."""
    start, end = body_span(facts.document, paragraph)
    text = facts.document.level[start:end]
    said = lemmas(text)
    place, clause = clause_key(part, node), clause_ref(part, node)
    if ("перечень" in said or "список" in said) and _COMPLETE & set(said):
        level = _level(facts, node) or recognise("level", text)
        above = next((other for other in (node, *node.ancestors()) if _says_level(facts, other)), node)
        facts.add(
            ClosedList, place, above.name, start, end, in_clause=clause,
            level=Code("level", level) if level else None,
        )  # fmt: skip
    elif len(levels := _levels_said(text)) > 1 and "уровень" in said:
        facts.add(Structure, place, node.name, start, end, in_clause=clause, level=levels)
    elif recognise("section", " ".join(text.split()[:6])) == "monitoring":
        facts.add(MonitoringRule, place, node.name, start, end, in_clause=clause, times_a_year=_times(said))
    elif _is_duty(text):
        verb = next((at for at, word in enumerate(words(text)) if _is_verb(word)), 0)
        facts.add(
            Norm, place, node.name, start, end, in_clause=clause,
            bearer_words=" ".join(words(facts.quote(start, end))[:verb]) or None,
            modality=Code("modality", "obligation"),
        )  # fmt: skip


def _levels_said(text: str) -> tuple[Code, ...]:
    return tuple(Code("level", level.notation) for level in concepts("level") if says("level", level.notation, text))


def _known(facts: Facts, node: Node) -> SubjectType | None:
    """The subject that «Функции министерства:» speaks of, where a list has named it before."""
    assert node.head is not None
    text = facts.document.words(node.head)
    match = _OF.match(text)
    name = match["name"] if match else _name_words(text)
    said = content_lemmas(name)
    for subject in facts.of(SubjectType):
        short = subject.short_name and fold(subject.short_name) == fold(name)
        if (
            short
            or said == content_lemmas(subject.name)
            or (match and contains_in_order(content_lemmas(subject.name), said))
        ):
            return subject
    return None


def _new_subject(facts: Facts, part: Part, node: Node) -> SubjectType:
    assert node.head is not None
    document = facts.document
    start, end = body_span(document, node.head)
    match = _OF.match(document.words(node.head))
    if match:
        start = document.level.index(match["name"].split()[0], start)
    short = declared_short(document.level, start, end)
    stop = _name_end(document.level, start, end)
    level = _level(facts, node)
    return facts.add(
        SubjectType, clause_key(part, node), node.name, start, stop, in_clause=clause_ref(part, node),
        name=facts.quote(start, stop), short_name=facts.quote(*short) if short else None,
        level=Code("level", level) if level else None,
    )  # fmt: skip


def _name_words(text: str) -> str:
    return text[: _name_end(text, 0, len(text))]


def _name_end(level: str, start: int, end: int) -> int:
    """Where the name of a subject ends: before a short form, a verb or the word «функции»."""
    declared = DECLARATION.search(level, start, end)
    stop = declared.start() if declared else end
    listed = _LISTED_FUNCTIONS.search(level, start, stop)
    stop = listed.start() if listed else stop
    named = re.compile(r"[\s.,:-]*функции\s*:?\s*$", re.IGNORECASE).search(level, start, stop)
    stop = named.start() if named else stop
    trail = level[start:stop].rstrip(" \n,;:-")
    # A full stop ends the name, unless it belongs to an abbreviation («и др.»).
    if trail.endswith(".") and not re.search(r"(?:^|\s)[а-я]{1,4}\.$", trail):
        trail = trail[:-1]
    return start + len(trail)


def _says_level(facts: Facts, node: Node) -> bool:
    return bool(node.head and recognise("level", facts.document.words(node.head)[:200]))


def _level(facts: Facts, node: Node) -> str | None:
    """The level that the nearest clause above names."""
    for above in node.ancestors():
        if above.head is not None:
            lead = above.lead(node) if node in above.children else None
            for paragraph in (lead, above.head):
                found = recognise("level", facts.document.words(paragraph)[:200]) if paragraph else None
                if found:
                    return found
    return recognise("level", facts.document.words(node.head)[:200]) if node.head else None


def _times(said: tuple[str, ...]) -> int | None:
    """How often a year: «не реже одного раза в год», «ежеквартально»."""
    for word in said:
        if word in _ADVERBS:
            return _ADVERBS[word]
    period = next((_PERIODS[word] for word in said if word in _PERIODS), None)
    if period is None or "раз" not in said:
        return None
    before = said[said.index("раз") - 1]
    return _TIMES.get(before, 1) * period


def _is_duty(text: str) -> bool:
    """Tell whether a sentence in the present tense gives somebody something to do."""
    if begins_with("paper", text) or re.match(r"настоящ|данн", text, re.IGNORECASE):
        return False  # «Настоящее Положение определяет …» says what the paper does
    first = list(words(text))[:8]
    verbs = [word for word in first if _is_verb(word)]
    return (
        bool(verbs)
        and bool(first)
        and first[0][0].isupper()
        and may_be(first[0], "NOUN", "nomn")
        and lemma(verbs[0]) not in ("являться", "включать", "определять", "представлять")
    )


def _is_verb(word: str) -> bool:
    return may_be(word, "VERB") and not may_be(word, "NOUN")
