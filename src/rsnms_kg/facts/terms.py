"""Terms and their definitions: «термин – определение»."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.abbreviations import DECLARATION, declared_short
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref
from rsnms_kg.facts.model import Term

_DASH = re.compile(r"\**\s+-\s+\**|\s*:\s+")


def add_term(facts: Facts, part: Part, node: Node) -> None:
    """Add the term that an item of a glossary defines."""
    assert node.head is not None
    level = facts.document.level
    start, end = body_span(facts.document, node.head)
    dash = _outer_dash(level, start, end)
    name_end = dash[0] if dash else end
    declared = DECLARATION.search(level, start, name_end)
    short = declared_short(level, start, name_end)
    facts.add(
        Term, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        name=facts.quote(start, declared.start() if declared else name_end).strip(" ,"),
        short_name=facts.quote(*short) if short else None,
        definition=facts.quote(dash[1], end) if dash else None,
    )  # fmt: skip


def _outer_dash(level: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the first dash that stands in no brackets and no quotation."""
    for match in _DASH.finditer(level, start, end):
        before = level[start : match.start()]
        if before.count("(") <= before.count(")") and before.count("«") <= before.count("»"):
            return match.span()
    return None
