"""What sentences outside lists state: closed lists, levels, monitoring, matters left to other acts, norms."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part
from rsnms_kg.facts.bearers import doer, is_verb
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref
from rsnms_kg.facts.doubts import add_doubt
from rsnms_kg.facts.leads import predicate_modality
from rsnms_kg.facts.model import (
    ClosedList,
    Code,
    Delegation,
    MonitoringRule,
    Norm,
    OpenList,
    Ref,
    Structure,
    SubjectType,
)
from rsnms_kg.facts.norms import norm_words
from rsnms_kg.facts.recurrence import times_a_year
from rsnms_kg.facts.subjects import add_function_at
from rsnms_kg.facts.topics import topics
from rsnms_kg.knowledge.lexicon import begins_with, concepts, mentions, recognise, says
from rsnms_kg.russian.phrases import sentences
from rsnms_kg.russian.words import lemma, lemmas, may_be, parses, words

_OWN = re.compile(r"настоящ|данн", re.IGNORECASE)
_OWN_LIST = re.compile(r"\s*(?:настоящ|данн|этот|эти|указанн|приведенн)", re.IGNORECASE)
_ABOUT_SUBJECTS = {"субъект", "участник", "уровень"}
_NOTE = re.compile(r"\s*\(")
_LIST_WORDS = {"перечень", "список", "состав"}
# Verbs that say what a subject is; of other things they also say what these do not do.
_DESCRIBING = ("являться", "включать", "состоять")
_STATIVE = (*_DESCRIBING, "определять", "представлять", "иметь", "создаваться", "означать")
_NEAR = 200
_PASSIVE = ("ется", "ются", "ится", "ятся", "атся")


def add_statements(facts: Facts, part: Part, node: Node, paragraph: Paragraph, *, told: bool = False) -> None:
    """Add what a paragraph outside lists says.

    :param told: the paragraph stands where functions are told, so monitoring in it is a function as well.
    """
    start, end = body_span(facts.document, paragraph)
    text = facts.document.level[start:end]
    if _NOTE.match(text):
        return  # «(п. 3 введён приказом …)» tells of editions
    said = lemmas(text)
    place, clause = clause_key(part, node), clause_ref(part, node)
    stated = _list_stated(text) if set(said) & _LIST_WORDS else None
    if stated is not None:
        level = recognise("level", text) or (None if _of_whole_system(text, said, node) else level_above(facts, node))
        around = (node, *node.ancestors()) if level else ()
        above = next((other for other in around if _says_level(facts, other)), node)
        facts.add(
            stated, place, above.name, start, end, in_clause=clause,
            level=Code("level", level) if level else None,
        )  # fmt: skip
    elif len(levels := _levels_said(text)) > 1 and "уровень" in said:
        facts.add(Structure, place, node.name, start, end, in_clause=clause, level=levels)
    elif matter := _delegated(facts, text):
        facts.add(Delegation, place, node.name, start, end, in_clause=clause, matter=Code("section", matter))
    elif not told and is_monitoring(text) and (times_a_year(text) or doer(facts, text) is None):
        facts.add(
            MonitoringRule, place, node.name, start, end, in_clause=clause, topic=topics(text),
            bearer=Ref(mention.subject.key) if (mention := doer(facts, text)) else None,
            times_a_year=times_a_year(text), requires_analysis=bool({"анализ", "аналитический"} & set(said)),
            requires_recommendations="рекомендация" in said,
        )  # fmt: skip
    elif not add_told_functions(facts, part, node, start, end):
        _add_norm(facts, part, node, start, end)


def add_told_functions(facts: Facts, part: Part, node: Node, start: int, end: int) -> bool:
    """Add the functions that sentences give to known subjects; tell whether there were any."""
    found = False
    for left, right in sentences(facts.document.level[start:end]):
        text = facts.document.level[start + left : start + right]
        mention = doer(facts, text)
        if mention is not None and not _is_stative(text, mention.after):
            modality = predicate_modality(text, mention.after)
            stop = start + left + len(text.rstrip(" .;*\n"))
            add_function_at(facts, part, node, mention.subject, modality, start + left, stop)
            found = True
    return found


def is_monitoring(text: str) -> bool:
    """Tell whether a paragraph says how often the system is monitored."""
    first = " ".join(text.split()[:6])
    whole = " ".join(text.split()[:20])
    return recognise("section", first) == "monitoring" or (
        says("section", "monitoring", whole) and times_a_year(whole) is not None
    )


def level_above(facts: Facts, node: Node) -> str | None:
    """Return the level that the nearest clause above names, or the clause itself."""
    for above in node.ancestors():
        if above.head is not None:
            lead = above.lead(node) if node in above.children else None
            for paragraph in (lead, above.head):
                found = recognise("level", facts.document.words(paragraph)[:_NEAR]) if paragraph else None
                if found:
                    return found
    return recognise("level", facts.document.words(node.head)[:_NEAR]) if node.head else None


def _add_norm(facts: Facts, part: Part, node: Node, start: int, end: int) -> None:
    text = facts.document.level[start:end]
    if not _is_duty(text):
        return
    verb = next((at for at, word in enumerate(words(text)) if is_verb(word)), 0)
    passive = words(text)[verb].lower().endswith(_PASSIVE)  # «Изменения вносятся приказом …» says not who does it
    bearer = "" if passive else " ".join(words(facts.quote(start, end))[:verb])
    norm = facts.add(
        Norm, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        bearer_words=bearer or None, modality=Code("modality", predicate_modality(text, verb)),
        **norm_words(facts, start, end),
    )  # fmt: skip
    if facts.of(SubjectType):
        add_doubt(facts, "unknown-norm-bearer", part, node, start, end, about=norm)


def _list_stated(text: str) -> type[ClosedList] | type[OpenList] | None:
    """What a sentence says of a list: «… является исчерпывающим», «… может быть дополнен»."""
    found = {notation: start for notation, start, _ in mentions("completeness", text)}
    at = found.get("complete")
    if at is not None and "не" not in words(text[:at].lower())[-3:]:
        return ClosedList
    about = _ABOUT_SUBJECTS & set(lemmas(text))
    return OpenList if found and about else None


def _of_whole_system(text: str, said: tuple[str, ...], node: Node) -> bool:
    """Tell whether a clause of its own speaks of the whole system: «15. Перечень субъектов Системы …»."""
    numbered = node.head is not None and node.head.label is not None and not _OWN_LIST.match(text)
    named = "система" in said or any(word.isupper() and len(word) > 3 for word in words(text))
    return numbered and named and not node.children


def _levels_said(text: str) -> tuple[Code, ...]:
    return tuple(Code("level", level.notation) for level in concepts("level") if says("level", level.notation, text))


def _delegated(facts: Facts, text: str) -> str | None:
    """The kind of section whose matter another act settles: «Показатели утверждаются приказом …»."""
    if recognise("delegation", text) is None or doer(facts, text):
        return None
    at = next((at for at, word in enumerate(words(text)) if is_verb(word) or may_be(word, "PRTS")), 0)
    return recognise("section", " ".join(words(text)[:at]))


def _says_level(facts: Facts, node: Node) -> bool:
    return bool(node.head and recognise("level", facts.document.words(node.head)[:_NEAR]))


def _is_stative(text: str, after: int) -> bool:
    verb = next((word for word in words(text)[after:] if is_verb(word)), "")
    return bool(verb) and lemma(verb) in _DESCRIBING


def _is_duty(text: str) -> bool:
    """Tell whether a sentence in the present tense gives somebody something to do."""
    if begins_with("paper", text) or _OWN.match(text):
        return False  # «Настоящее Положение определяет …» says what the paper does
    first = list(words(text))[:8]
    verbs = [word for word in first if is_verb(word)]
    return (
        bool(verbs)
        and first[0][0].isupper()
        and may_be(first[0], "NOUN", "nomn")
        and parses(first[0])[0].tag.POS != "PREP"
        and lemma(verbs[0]) not in _STATIVE
    )
