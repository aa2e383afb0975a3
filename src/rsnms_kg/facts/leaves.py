"""Clauses without a list below them: an item of the list above, a list in one sentence, or a statement."""

from __future__ import annotations

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.bearers import is_verb
from rsnms_kg.facts.collection import Facts, body_span
from rsnms_kg.facts.context import SHORT, Context
from rsnms_kg.facts.items import ITEMS, add_item, add_provision, pieces
from rsnms_kg.facts.leads import SEVERAL, names_body, read_lead
from rsnms_kg.facts.statements import add_statements, is_monitoring
from rsnms_kg.facts.subjects import add_function_at, inline_names, introduce, introduced_by_sentence
from rsnms_kg.knowledge.lexicon import begins_with, recognise
from rsnms_kg.russian.words import is_finite, word_spans, words

_FIRST_WORDS = 8


def add_leaf(facts: Facts, part: Part, node: Node, context: Context) -> None:
    """Add a clause without a list below it: it says itself what it is, or its heading does."""
    assert node.head is not None
    start, end = body_span(facts.document, node.head)
    text = facts.document.level[start:end]
    if _add_inline(facts, part, node, context, start, end):
        return
    own = recognise("section", " ".join(words(text)[:_FIRST_WORDS]))
    goal = own == "goal" and ("goal" in context.named or context.kind == "goal")
    if goal or (own in SEVERAL and begins_with("section", text) == own):
        add_item(facts, part, node, own or "goal")
    elif context.kind in ("term", "legal-basis") or (context.kind in ITEMS and not states(facts, node)):
        add_item(facts, part, node, context.kind)
    else:
        if context.kind == "subject" and context.level and len(node.path) > 1:
            introduced_by_sentence(facts, part, node, context.level, start, end)
        add_statements(facts, part, node, node.head, told=context.kind == "function")


def _add_inline(facts: Facts, part: Part, node: Node, context: Context, start: int, end: int) -> bool:
    """Add the items of a list that goes on in the same paragraph: «Институт обеспечивает: …; …»."""
    text = facts.document.level[start:end]
    colon = text.find(":")
    lead = read_lead(facts, text[: colon + 1]) if 0 < colon < SHORT else None
    if lead is not None and lead.bearer is not None and lead.kind == "function":
        for piece in pieces(facts, start + colon + 1, end):
            add_function_at(facts, part, node, lead.bearer, lead.modality, *_without_stop(facts, piece))
        return True
    if lead is not None and lead.kind in ITEMS and ";" in text[colon:]:
        for piece in pieces(facts, start + colon + 1, end):
            add_provision(facts, part, node, lead.kind, *_without_stop(facts, piece))
        return True
    return _add_inline_subjects(facts, part, node, context, start, end)


def _add_inline_subjects(facts: Facts, part: Part, node: Node, context: Context, start: int, end: int) -> bool:
    """Add the subjects that a sentence lists: «Субъектами уровня являются кабинеты и методисты»."""
    text = facts.document.level[start:end]
    edges = [right for left, right in word_spans(text) if is_verb(text[left:right])]
    edges += [text.index(":")] if ":" in text else []
    after = next((edge for edge in sorted(edges) if read_lead(facts, text[:edge]).kind == "subject"), None)
    if after is None:
        return False
    rest = start + after + (text[after : after + 1] == ":")
    names = inline_names(facts.document.level, rest, end)
    if not names or not all(names_body(facts.document.level[left:right]) for left, right in names):
        return False
    for left, right in names:
        introduce(facts, part, node, recognise("level", text) or context.level, left, right)
    return True


def states(facts: Facts, node: Node) -> bool:
    """Tell whether a clause is a sentence about its matter and no item: it has a predicate, or sets a monitoring."""
    assert node.head is not None
    text = facts.document.words(node.head)
    first = words(text.split(",")[0])[:_FIRST_WORDS]  # «доля школ, в которых работает …» has no predicate
    finite = any(is_finite(word) for word in first)
    return is_monitoring(text) or finite or recognise("delegation", text) is not None


def _without_stop(facts: Facts, piece: tuple[int, int]) -> tuple[int, int]:
    start, end = piece
    return start, start + len(facts.document.level[start:end].rstrip(" .\n"))
