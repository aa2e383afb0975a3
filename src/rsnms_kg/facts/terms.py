"""Terms and their definitions: «термин – определение»."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part
from rsnms_kg.facts.abbreviations import DECLARATION, declared_short
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref
from rsnms_kg.facts.model import Component, Ref, Term
from rsnms_kg.facts.topics import topics
from rsnms_kg.russian.phrases import nominative
from rsnms_kg.russian.words import is_finite, words

_DASH = re.compile(r"\**\s+-\s+\**|\s*:\s+")

_LISTED = re.compile(
    r"включа\w+(?:\s+в\s+себя)?\s*(?::|\s(?:следующ\w+\s+[а-я]+\s*:|сведения\s+(?:о|об)\s))|состо\w+\s+из\s*:",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:в\s+том\s+числе|включая|котор|а\s+также\s+об?\s)", re.IGNORECASE)


def add_term(facts: Facts, part: Part, node: Node) -> None:
    """Add the term that an item of a glossary defines."""
    assert node.head is not None
    _add(facts, part, node, *body_span(facts.document, node.head))


def add_term_at(facts: Facts, part: Part, node: Node, paragraph: Paragraph) -> bool:
    """Add the term that a paragraph without a label defines; tell whether it defines one."""
    start, end = body_span(facts.document, paragraph)
    dash = _outer_dash(facts.document.level, start, end)
    if dash is None or any(is_finite(word) for word in words(facts.document.level[start : dash[0]])):
        return False  # «К кадрам относятся: …» is a sentence and names no term
    _add(facts, part, node, start, end)
    return True


def _add(facts: Facts, part: Part, node: Node, start: int, end: int) -> None:
    level = facts.document.level
    dash = _outer_dash(level, start, end)
    name_end = dash[0] if dash else end
    declared = DECLARATION.search(level, start, name_end)
    short = declared_short(level, start, name_end)
    term = facts.add(
        Term, clause_key(part, node), node.name, start, end, in_clause=clause_ref(part, node),
        name=facts.quote(start, declared.start() if declared else name_end).strip(" ,"),
        short_name=facts.quote(*short) if short else None,
        definition=facts.quote(dash[1], end) if dash else None,
        topic=topics(level[start : declared.start() if declared else name_end]),
    )  # fmt: skip
    if dash:
        _add_components(facts, part, node, term, dash[1], end)


def _add_components(facts: Facts, part: Part, node: Node, term: Term, start: int, end: int) -> None:
    """Add the parts that a definition lists: «…, включающий в себя: паспорт; среду; реестр»."""
    listed = _LISTED.search(facts.document.level, start, end)
    if listed is None:
        return
    for left, right in _items(facts.document.level, listed.end(), end):
        facts.add(
            Component, clause_key(part, node), node.name, left, right, in_clause=clause_ref(part, node),
            name=nominative(facts.quote(left, right)), part_of=Ref(term.key),
            topic=topics(facts.document.level[left:right]),
        )  # fmt: skip


def _items(level: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list in a sentence: set apart by semicolons, or by commas outside brackets."""
    mark = ";" if ";" in level[start:end] else ","
    cuts, depth = [start - 1], 0
    for at in range(start, end):
        depth += (level[at] in "(«") - (level[at] in ")»")
        # «…, в том числе …» goes on with the item before it; so does a dash in brackets.
        if depth == 0 and level[at] in (mark, ",") and not _GOES_ON.match(level, at + 1, end):
            cuts.append(at)
    items = []
    for left, right in zip(cuts, [*cuts[1:], end], strict=True):
        trimmed = level[left + 1 : right].strip(" \n.")
        if trimmed:
            begin = left + 1 + level[left + 1 : right].index(trimmed)
            items.append((begin, begin + len(trimmed)))
    return items


def _outer_dash(level: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the first dash that stands in no brackets and no quotation."""
    for match in _DASH.finditer(level, start, end):
        before = level[start : match.start()]
        if before.count("(") <= before.count(")") and before.count("«") <= before.count("»"):
            return match.span()
    return None
