"""The items of lists: goals, tasks, principles, instruments, indicators and the rest, one fact each."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts import model
from rsnms_kg.facts.acts import add_citations
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref, clause_span
from rsnms_kg.facts.columns import measure_named
from rsnms_kg.facts.terms import add_term
from rsnms_kg.facts.topics import topics

# What the items of a list are, by what the words above the list say.
ITEMS: dict[str, type[model.Provision]] = {
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
LISTS = {*ITEMS, "term", "legal-basis"}


def add_item(facts: Facts, part: Part, node: Node, kind: str) -> None:
    """Add what one item of a list of a kind states."""
    assert node.head is not None
    place, clause = clause_key(part, node), clause_ref(part, node)
    if kind == "term":
        add_term(facts, part, node)
    elif kind == "legal-basis":
        add_citations(facts, node.head, place, node.name, clause, basis=True)
    elif kind == "instrument":
        for start, end in pieces(facts, *body_span(facts.document, node.head)):
            add_provision(facts, part, node, kind, start, end)
    else:
        add_provision(facts, part, node, kind, *clause_span(facts.document, node))


def add_provision(facts: Facts, part: Part, node: Node, kind: str, start: int, end: int) -> None:
    """Add one provision of a kind that stands at ``start`` in a clause."""
    text = facts.document.level[start:end]
    more = {}
    if kind == "indicator":
        label = node.head.label if node.head else None
        more = {"number": label.name if label and label.numbers else None, "measure_named": measure_named(text)}
    facts.add(
        ITEMS[kind], clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        topic=topics(text), **more,
    )  # fmt: skip


def pieces(facts: Facts, start: int, end: int) -> list[tuple[int, int]]:
    """Return what semicolons set apart in a stretch of a paper."""
    found = []
    for match in re.finditer(r"[^;]+", facts.document.level[start:end]):
        piece = match[0]
        left = start + match.start() + len(piece) - len(piece.lstrip())
        found.append((left, start + match.start() + len(piece.rstrip(" \n*"))))
    return [piece for piece in found if piece[1] > piece[0]]
