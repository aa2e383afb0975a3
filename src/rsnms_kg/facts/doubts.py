"""Marks where the reader was unsure: what a person should look at before the data of a regulation is used."""

from __future__ import annotations

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.collection import Facts, clause_key, clause_ref, clause_span, part_key
from rsnms_kg.facts.model import (
    Abbreviation,
    AnnexReference,
    Clause,
    ClauseReference,
    Code,
    DateMention,
    Doubt,
    Fact,
    Ref,
    Structure,
    SubjectType,
    Term,
)
from rsnms_kg.knowledge.lexicon import recognise

# Facts that any text gives: a section with these alone was not understood.
_INCIDENTAL = (Abbreviation, AnnexReference, Clause, ClauseReference, DateMention, Doubt)
_SILENT = {"general", "final"}  # headings of sections that need not state anything


def add_doubt(
    facts: Facts, reason: str, part: Part, node: Node | None, start: int, end: int, about: Fact | None = None
) -> None:
    """Add a doubt at some words of a clause, or of a part that has no clauses."""
    place = clause_key(part, node) if node and node.path else part_key(part)
    facts.add(
        Doubt, place, node.name if node else "", start, end,
        in_clause=clause_ref(part, node) if node and node.path else None,
        reason=Code("doubt", reason), about=Ref(about.key) if about else None,
    )  # fmt: skip


def add_doubts(facts: Facts, parts: list[Part]) -> None:
    """Add the doubts that only the whole of a regulation shows."""
    _doubt_terms(facts)
    _doubt_levels(facts)
    for part in parts:
        for section in part.root.children:
            _doubt_section(facts, part, section)


def _doubt_terms(facts: Facts) -> None:
    for term in facts.of(Term):
        if not term.definition:
            _repeat(facts, "term-without-definition", term)


def _doubt_levels(facts: Facts) -> None:
    populated = {subject.level.notation for subject in facts.of(SubjectType) if subject.level}
    for structure in facts.of(Structure):
        if any(level.notation not in populated for level in structure.level):
            _repeat(facts, "level-without-subjects", structure)


def _doubt_section(facts: Facts, part: Part, section: Node) -> None:
    """A section that gave no fact, unless its heading promises none."""
    if section.head is None or recognise("section", facts.document.words(section.head)) in _SILENT:
        return
    key = clause_key(part, section)
    stated = (
        fact for fact in facts
        if not isinstance(fact, _INCIDENTAL) and fact.in_clause
        and (fact.in_clause == key or fact.in_clause.startswith(f"{key}-"))
    )  # fmt: skip
    if section.children and next(stated, None) is None:
        start, end = clause_span(facts.document, section)
        add_doubt(facts, "empty-section", part, section, start, min(end, section.head.end))


def _repeat(facts: Facts, reason: str, fact: Fact) -> None:
    facts.add(
        Doubt, fact.key.rpartition("/")[0], fact.clause_label, fact.start, fact.end, in_clause=fact.in_clause,
        reason=Code("doubt", reason), about=Ref(fact.key),
    )  # fmt: skip
