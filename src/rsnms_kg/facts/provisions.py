"""The provisions of a regulation: subjects with their functions, and lists of every other kind."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part
from rsnms_kg.facts import model
from rsnms_kg.facts.acts import add_citations
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref, clause_span
from rsnms_kg.facts.subjects import add_subject, add_tail, is_subject
from rsnms_kg.facts.terms import add_term
from rsnms_kg.knowledge.lexicon import begins_with, recognise
from rsnms_kg.russian.words import lemmas

# What the items of a list are, by what the words above the list say.
_ITEMS: dict[str, type[model.Fact]] = {
    "goal": model.Goal,
    "task": model.Task,
    "principle": model.Principle,
    "mechanism": model.Mechanism,
    "instrument": model.Instrument,
    "interaction": model.Interaction,
    "channel": model.Channel,
    "indicator": model.Indicator,
    "source": model.InformationSource,
}
_SEVERAL = {"goal", "task", "principle"}  # often named together in one heading
_LEAD = 200
_FIRST_WORDS = 8


def add_provisions(facts: Facts, part: Part) -> None:
    """Add what every clause of a regulation provides."""
    for section in part.root.children:
        _visit(facts, part, section, None)


def _visit(facts: Facts, part: Part, node: Node, inherited: str | None) -> None:
    if is_subject(facts, node):
        add_subject(facts, part, node)
        return
    if not node.children:
        _add_leaf(facts, part, node, inherited)
    for child in node.children:
        lead = node.lead(child)
        kind = _kind(facts, lead) if lead else None
        passed = kind or inherited
        if child.children:
            _visit(facts, part, child, passed)
        elif kind == "subject":
            add_subject(facts, part, child)
        elif kind and child.listed:
            _add_item(facts, part, child, kind)
        else:
            _add_leaf(facts, part, child, passed)
    for block in node.tail:
        if isinstance(block, Paragraph) and block not in node.leads.values():
            add_tail(facts, part, node, block)


def _kind(facts: Facts, paragraph: Paragraph) -> str | None:
    """What a heading or a lead-in is about; nothing where it names several things at once."""
    text = facts.document.words(paragraph)[:_LEAD]
    kind = recognise("section", text)
    if kind in _SEVERAL:
        named = {other for other in _SEVERAL if any(word in lemmas(text) for word in _CUES[other])}
        if len(named) > 1:
            return None
    return kind


_CUES = {"goal": ("цель",), "task": ("задача",), "principle": ("принцип",)}


def _add_leaf(facts: Facts, part: Part, node: Node, inherited: str | None) -> None:
    """Add a clause without a list below it: it says itself what it is, or its heading does."""
    assert node.head is not None
    text = facts.document.words(node.head)
    own = recognise("section", " ".join(text.split()[:_FIRST_WORDS]))
    if inherited in _ITEMS and own != "monitoring":
        _add_item(facts, part, node, inherited)
    elif own in _SEVERAL and begins_with("section", text) == own:
        _add_item(facts, part, node, own)
    elif inherited in ("term", "legal-basis"):
        _add_item(facts, part, node, inherited)
    else:
        add_tail(facts, part, node, node.head)


def _add_item(facts: Facts, part: Part, node: Node, kind: str) -> None:
    assert node.head is not None
    place, clause = clause_key(part, node), clause_ref(part, node)
    if kind == "term":
        add_term(facts, part, node)
    elif kind == "legal-basis":
        add_citations(facts, node.head, place, node.name, clause, basis=True)
    elif kind == "subject":
        add_subject(facts, part, node)
    elif kind == "instrument":
        for start, end in _documents(facts, node):
            facts.add(model.Instrument, place, node.name, start, end, in_clause=clause)
    elif kind == "indicator":
        label = node.head.label
        facts.add(
            model.Indicator, place, node.name, *clause_span(facts.document, node), in_clause=clause,
            number=label.name if label and label.numbers else None,
        )  # fmt: skip
    elif kind in _ITEMS:
        facts.add(_ITEMS[kind], place, node.name, *clause_span(facts.document, node), in_clause=clause)
    else:
        add_tail(facts, part, node, node.head)


def _documents(facts: Facts, node: Node) -> list[tuple[int, int]]:
    """The documents that one item of a list names, set apart by semicolons."""
    assert node.head is not None
    start, end = body_span(facts.document, node.head)
    pieces = []
    for match in re.finditer(r"[^;]+", facts.document.level[start:end]):
        piece = match[0]
        left = start + match.start() + len(piece) - len(piece.lstrip())
        pieces.append((left, start + match.start() + len(piece.rstrip())))
    return [piece for piece in pieces if piece[1] > piece[0]]
