"""Subjects of a regional system, by level, and their functions."""

from __future__ import annotations

import re
from dataclasses import replace

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.abbreviations import DECLARATION, declared_short
from rsnms_kg.facts.bearers import is_verb, named
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref, clause_span
from rsnms_kg.facts.doubts import add_doubt
from rsnms_kg.facts.leads import Lead, looks_like_name
from rsnms_kg.facts.model import Code, Function, Ref, SubjectType
from rsnms_kg.facts.norms import norm_words
from rsnms_kg.knowledge.lexicon import begins_with, mentions, recognise
from rsnms_kg.russian.phrases import nominative
from rsnms_kg.russian.words import may_be, parses, word_spans

_OUTER = " \n,;:-"
# «Центр …, являющийся структурным подразделением института»: what follows the name tells of it.
_UNIT = re.compile(
    r"\s*(?:,|-)\s*(?:\d{1,3}\s+)?(?:(?:являющ|созданн|действующ|входящ|котор)\w+\s|структурн\w+\s+подразделени)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:^|\s)[а-я]{1,2}\.$")  # «… и др.» ends with a full stop of its own
_SHORT = re.compile(r"\s+\((?P<short>[А-Я][А-Яа-я-]*)\)$")  # «Департамент образования (Департамент)»
# On which level a subject may be one of many: one in every municipality, one in every school.
_PRESENCE = {"municipal": "each-municipality", "institutional": "each-organisation"}
_AND = re.compile(r"\s+(?:и|а\s+также)\s+(?=(?P<word>[А-Яа-я-]+))")


def introduce(facts: Facts, part: Part, node: Node, level: str | None, start: int, end: int) -> SubjectType:
    """Return the subject that an item of a list of subjects names, a new one unless it is known."""
    place, clause = clause_key(part, node), clause_ref(part, node)
    known = len(facts.of(SubjectType))
    subject = named_or_new(facts, place, node.name, clause, level, start, end)
    if subject.level is None and len(facts.of(SubjectType)) > known:
        add_doubt(facts, "subject-without-level", part, node, subject.start, subject.end, about=subject)
    return subject


def named_or_new(
    facts: Facts, place: str, label: str, clause: Ref | None, level: str | None, start: int, end: int
) -> SubjectType:
    """Return the subject whose name begins at ``start``: the known one of the same level, or a new one."""
    stop = _name_end(facts.document.level, start, end)
    bracket = _SHORT.search(facts.document.level, start, stop)
    stop = bracket.start() if bracket else stop
    known = named(facts, facts.quote(start, stop))
    if known is not None and (level is None or known.level in (None, Code("level", level))):
        return known
    short = declared_short(facts.document.level, start, end) or (bracket and bracket.span("short"))
    return facts.add(
        SubjectType, place, label, start, stop, in_clause=clause,
        name=facts.quote(start, stop), short_name=facts.quote(*short) if short else None,
        level=Code("level", level) if level else None,
        presence=_presence(facts.quote(start, stop), level),
    )  # fmt: skip


def introduce_bearer(facts: Facts, part: Part, node: Node, lead: Lead, level: str | None, start: int) -> SubjectType:
    """Return the new subject that a lead-in names: «Функции регионального актива:»; ``start`` is where it begins.

    Where the paper has listed its subjects before, one that is not among them is doubtful.
    """
    assert lead.name is not None
    left, right = start + lead.name[0], start + lead.name[1]
    listed = bool(facts.of(SubjectType))
    subject = introduce(facts, part, node, level or lead.level, left, right)
    if subject.start != left:
        return subject  # known after all
    subject = replace(subject, name=nominative(subject.name))
    facts.replace(subject)
    if listed:
        add_doubt(facts, "unlisted-bearer", part, node, left, right, about=subject)
    return subject


def introduced_by_sentence(
    facts: Facts, part: Part, node: Node, level: str | None, start: int, end: int
) -> SubjectType | None:
    """Return the new subject with which a sentence among the subjects of a level begins.

    «Муниципальные методические службы сопровождают школы» names the services and tells what they do.
    """
    text = facts.document.level[start:end]
    verb = next((left for left, right in word_spans(text) if is_verb(text[left:right])), 0)
    name = text[:verb]
    first = word_spans(name)[:1]
    if not first or not looks_like_name(name) or not _may_be_nominative(name[slice(*first[0])]):
        return None
    return introduce(facts, part, node, level, start, start + len(name.rstrip()))


def inline_names(level: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names that a sentence lists: «… являются кабинеты, школы и сетевые методисты»."""
    mark = ";" if ";" in level[start:end] else ","
    cuts, depth = [start - 1], 0
    for at in range(start, end):
        depth += (level[at] in "(«") - (level[at] in ")»")
        if depth == 0 and level[at] == mark and _begins_name(level[at + 1 : end]):
            cuts.append(at)
    found = []
    for left, right in zip(cuts, [*cuts[1:], end], strict=True):
        found += _split_and(level, left + 1, right) if mark == "," else [(left + 1, right)]
    return [_stripped(level, *piece) for piece in found if level[slice(*piece)].strip(" \n.,;")]


def add_function(facts: Facts, part: Part, node: Node, bearer: SubjectType, modality: str) -> None:
    """Add the function that an item of a list gives to a subject."""
    add_function_at(facts, part, node, bearer, modality, *clause_span(facts.document, node))


def add_function_at(
    facts: Facts, part: Part, node: Node, bearer: SubjectType, modality: str, start: int, end: int
) -> None:
    """Add the function that some words of a clause give to a subject; they may tell a right or a ban themselves."""
    own = begins_with("modality", facts.document.level[start:end])
    modality = own if own in ("permission", "prohibition") else modality
    introduced = node.parent.lead(node) if node.parent and node in node.parent.children else None
    lead = facts.document.words(introduced) if introduced else ""
    lead = lead if lead.endswith(":") else ""
    facts.add(
        Function, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        bearer=Ref(bearer.key), modality=Code("modality", modality), **norm_words(facts, start, end, lead),
    )  # fmt: skip


def name_span(facts: Facts, node: Node) -> tuple[int, int]:
    """Return the words of a clause that names a subject, from its name on."""
    assert node.head is not None
    return body_span(facts.document, node.head)


def _name_end(level: str, start: int, end: int) -> int:
    """Where the name of a subject ends: before a short form, a predicate or the word «функции»."""
    declared = DECLARATION.search(level, start, end)
    stop = declared.start() if declared else end
    text = level[start:stop]
    functions = [(left, right) for kind, left, right in mentions("section", text) if kind == "function" and left]
    cuts = [left for left, right in functions if not text[right:].strip(_OUTER + ".")]
    cuts += [left for left, right in word_spans(text) if left and is_verb(text[left:right])]
    cuts += [
        at
        for match in _UNIT.finditer(text)
        if (at := match.start()) and text.count("«", 0, at) == text.count("»", 0, at)
    ]
    trail = level[start : min([stop, *(start + cut for cut in cuts)])].rstrip(_OUTER)
    if trail.endswith(".") and not _ABBREVIATION.search(trail):
        trail = trail[:-1]
    return start + len(trail.rstrip(_OUTER))


def _presence(name: str, level: str | None) -> Code | None:
    """Where there is a subject of such a name, if its words tell it."""
    said = recognise("presence", name)
    return Code("presence", said) if said is not None and said == _PRESENCE.get(level or "") else None


def _may_be_nominative(word: str) -> bool:
    return any(may_be(word, part, "nomn") for part in ("NOUN", "ADJF", "PRTF"))


def _begins_name(rest: str) -> bool:
    spans = word_spans(rest[:60])
    word = rest[slice(*spans[0])] if spans else ""
    if any(reading.tag.POS == "PRTF" for reading in parses(word)[:1]):
        return False  # «…, созданный в институте»
    return bool(word) and (_nominative_only(word) or (word.isupper() and len(word) > 1))


def _split_and(level: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split at the last «и» that joins two names and not two words of one name."""
    for match in reversed(list(_AND.finditer(level, start, end))):
        if _nominative_only(match["word"]):
            return [(start, match.start()), (match.end(), end)]
    return [(start, end)]


def _nominative_only(word: str) -> bool:
    return _may_be_nominative(word) and not any(may_be(word, part, "gent") for part in ("NOUN", "ADJF", "PRTF"))


def _stripped(level: str, start: int, end: int) -> tuple[int, int]:
    piece = level[start:end]
    return start + len(piece) - len(piece.lstrip(" \n,;")), start + len(piece.rstrip(" \n,;."))
