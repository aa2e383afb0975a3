"""The clauses of an order: what it approves, repeals and changes, who controls it, when it enters into force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.acts import add_citations
from rsnms_kg.facts.collection import Facts, annex_ordinal, body_span, clause_key, clause_ref
from rsnms_kg.facts.model import ActCitation, Amendment, Approval, ControlAssignment, EntryIntoForce, Ref, Repeal
from rsnms_kg.knowledge.lexicon import begins_with, recognise, says
from rsnms_kg.russian.dates import first_date
from rsnms_kg.russian.names import PersonName, full_names, initialed_names, nominative, with_initials
from rsnms_kg.russian.phrases import post_nominative
from rsnms_kg.russian.words import content_lemmas, lemmas

_ANNEX = re.compile(r"приложени\w*(?:\s*№?\s*(?P<number>\d{1,2}))?", re.IGNORECASE)
_ENCLOSED = re.compile(r"прилага(?:ем|ет|ют)\w*", re.IGNORECASE)
_ASSIGNED = re.compile(r"возл\w+\s+на\s+|осуществля\w+\s+", re.IGNORECASE)
_FORCE = re.compile(
    r"(?:вступа\w+\s+в\s+силу|вводит\w*\s+в\s+действие|ввести\s+в\s+действие)\s+(?P<event>(?:с|со)\s+(?:дня|момента|даты)\s+[^.;,]+|(?:после|по\s+истечении)\s+[^.;,]+|с\s+[«\d][^.;,]*|через\s+[^.;,]+)",
    re.IGNORECASE,
)
_TELLING = 6  # words by which the title of an annex is known in the clause that approves it


def add_order_clauses(facts: Facts, part: Part) -> None:
    """Add what the clauses of an order do, each item of a list by itself: «Признать утратившими силу: 1) …»."""
    approvals = 0
    listing: list[Node] = []  # clauses whose items were added with them
    for node in part.clauses():
        if node.head is None or any(above in listing for above in node.ancestors()):
            continue
        text = facts.document.words(node.head)
        deed = begins_with("order-clause", text) or next(
            (deed for deed in ("repeal", "amendment") if says("order-clause", deed, text)), None
        )
        if deed is not None:
            listing.append(node)
        if deed == "approval":
            for item in _items(node):
                approvals += 1
                _add_approval(facts, part, item, approvals)
        elif deed == "repeal":
            _add_repeals(facts, part, node)
        elif deed == "amendment":
            _add_amendment(facts, part, node)
        elif _is_on_control(text):
            _add_control(facts, part, node)
        elif match := _FORCE.search(facts.document.level, node.head.body, node.head.end):
            day = first_date(facts.document.level, match.start("event"), match.end("event"))
            start, end = body_span(facts.document, node.head)
            facts.add(
                EntryIntoForce, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
                start_event=facts.quote(*match.span("event")), starts_on=day.value if day else None,
            )  # fmt: skip


def _is_on_control(text: str) -> bool:
    """Tell whether a clause says who controls: «Контроль за … возложить на …», «Исполнение … контролирую лично»."""
    said = lemmas(text)
    control = [at for at, word in enumerate(said) if word in ("контроль", "контролировать")]
    carried_out = {"исполнение", "выполнение", "реализация"} & set(said)
    return bool(control) and (control[0] < 2 or bool(carried_out))


def _items(node: Node) -> Iterator[Node]:
    """The clauses that say what is done: those below «Утвердить:», or the clause itself."""
    yield from node.children or [node]


def _add_approval(facts: Facts, part: Part, node: Node, ordinal: int) -> None:
    assert node.head is not None
    start, end = body_span(facts.document, node.head)
    match = _ANNEX.search(facts.document.level, start, end)
    number = int(match["number"]) if match and match["number"] else ordinal if match else None
    annex = annex_ordinal(facts.document, number) if number is not None else _enclosed(facts, node, ordinal)
    facts.add(
        Approval, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        annex_number=number, approved_act=Ref(f"annex-{annex}") if annex else None,
    )  # fmt: skip


def _enclosed(facts: Facts, node: Node, ordinal: int) -> int | None:
    """Which annex «прилагаемое Положение о …» is: the one with such a title, else the one in that place."""
    assert node.head is not None
    text = facts.document.words(node.head)
    above = node.parent.head if node.parent and node.parent.head else None
    if not _ENCLOSED.search(text) and not (above and _ENCLOSED.search(facts.document.words(above))):
        return None
    said = set(content_lemmas(text))
    kind = recognise("annex-title", " ".join(text.split()[:_TELLING]))
    for annex in facts.document.annexes:
        title = facts.document.words(annex.title) if annex.title else ""
        first = content_lemmas(title)[:_TELLING]
        if first and set(first) <= said and (kind is None or begins_with("annex-title", title) == kind):
            return annex.ordinal
    return ordinal if ordinal <= len(facts.document.annexes) else None


def _add_repeals(facts: Facts, part: Part, node: Node) -> None:
    """Add a repeal for each act that a clause takes out of force."""
    for below in node.walk():
        for citation in _cited(facts, part, below):
            facts.add(
                Repeal, clause_key(part, below), below.name, citation.start, citation.end,
                in_clause=clause_ref(part, below), changed=Ref(citation.key),
            )  # fmt: skip


def _add_amendment(facts: Facts, part: Part, node: Node) -> None:
    assert node.head is not None
    citations = _cited(facts, part, node)
    start, end = body_span(facts.document, node.head)
    facts.add(
        Amendment, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        changed=Ref(citations[0].key) if citations else None,
    )  # fmt: skip


def _cited(facts: Facts, part: Part, node: Node) -> list[ActCitation]:
    """Add the acts that a clause cites and return those that it speaks of, without those that amended them."""
    found: list[ActCitation] = []
    for paragraph in node.paragraphs():
        found += add_citations(facts, paragraph, clause_key(part, node), node.name, clause_ref(part, node))
    return [citation for citation in found if citation.amends is None]


def _add_control(facts: Facts, part: Part, node: Node) -> None:
    assert node.head is not None
    level = facts.document.level
    start, end = body_span(facts.document, node.head)
    person = next(initialed_names(level, start, end), None) or next(full_names(level, start, end), None)
    assigned = _ASSIGNED.search(level, start, end)
    post = (facts.quote(assigned.end(), person.start) if assigned and person else "").strip(" ,")
    printed = facts.quote(person.start, person.end) if person else None
    laid = bool(assigned and assigned[0].lower().startswith("возл"))  # «возложить на …» takes the accusative
    facts.add(
        ControlAssignment, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        person=printed, nominative=_named(person, laid) if person else None,
        post=post or None, post_nominative=(post_nominative(post) if laid else post) or None,
    )  # fmt: skip


def _named(person: PersonName, laid: bool) -> str:
    """The name in the nominative; where the name is declined at all, «на» has it in the accusative."""
    return nominative(person) if person.given and laid else with_initials(person, accusative=laid)
