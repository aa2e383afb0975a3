"""The clauses of an order: what it approves, who controls it, when it enters into force."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.collection import Facts, annex_ordinal, body_span, clause_key, clause_ref
from rsnms_kg.facts.model import Approval, ControlAssignment, EntryIntoForce, Ref
from rsnms_kg.russian.dates import first_date
from rsnms_kg.russian.names import full_names, initialed_names
from rsnms_kg.russian.words import lemma, lemmas, words

_ANNEX = re.compile(r"приложени\w*(?:\s*№?\s*(?P<number>\d{1,2}))?", re.IGNORECASE)
_ASSIGNED = re.compile(r"возл\w+\s+на\s+|осуществля\w+\s+", re.IGNORECASE)
_FORCE = re.compile(
    r"вступа\w+\s+в\s+силу\s+(?P<event>(?:с|со)\s+(?:дня|момента|даты)\s+[^.;,]+|после\s+[^.;,]+|с\s+[«\d][^.;,]*|через\s+[^.;,]+)",
    re.IGNORECASE,
)
_APPROVE = {"утвердить", "утверждать"}


def add_order_clauses(facts: Facts, part: Part) -> None:
    """Add the approvals, the assignment of control and the entry into force."""
    approvals = 0
    for node in part.clauses():
        if node.head is None:
            continue
        text = facts.document.words(node.head)
        first = words(text)[:1]
        if first and lemma(first[0]) in _APPROVE:
            approvals += 1
            _add_approval(facts, part, node, approvals)
        elif {"контроль", "исполнение"} <= set(lemmas(text)) or {"контроль", "выполнение"} <= set(lemmas(text)):
            _add_control(facts, part, node)
        elif match := _FORCE.search(facts.document.level, node.head.body, node.head.end):
            day = first_date(facts.document.level, match.start("event"), match.end("event"))
            start, end = body_span(facts.document, node.head)
            facts.add(
                EntryIntoForce, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
                start_event=facts.quote(*match.span("event")), starts_on=day.value if day else None,
            )  # fmt: skip


def _add_approval(facts: Facts, part: Part, node: Node, ordinal: int) -> None:
    assert node.head is not None
    start, end = body_span(facts.document, node.head)
    match = _ANNEX.search(facts.document.level, start, end)
    number = int(match["number"]) if match and match["number"] else ordinal if match else None
    annex = annex_ordinal(facts.document, number) if number is not None else None
    facts.add(
        Approval, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        annex_number=number, approved_act=Ref(f"annex-{annex}") if annex else None,
    )  # fmt: skip


def _add_control(facts: Facts, part: Part, node: Node) -> None:
    assert node.head is not None
    level = facts.document.level
    start, end = body_span(facts.document, node.head)
    person = next(initialed_names(level, start, end), None) or next(full_names(level, start, end), None)
    assigned = _ASSIGNED.search(level, start, end)
    post = facts.quote(assigned.end(), person.start) if assigned and person else ""
    facts.add(
        ControlAssignment, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        person=facts.quote(person.start, person.end) if person else None, post=post.strip(" ,") or None,
    )  # fmt: skip
