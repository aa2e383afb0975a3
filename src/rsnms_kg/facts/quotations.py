"""Quotations of which one mark is missing.

Papers print one closing mark for two quotations that end together, and a quotation may run over several clauses
of an amending act; neither is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rsnms_kg.documents.document import Table
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import OpenQuotation, Ref
from rsnms_kg.facts.places import Places

_ENDS_BOTH = re.compile(r"\**\s*(?:[(,;.)]|$|\n)")
# Words that stand beside a name and in none: here a quotation has long ended.
_BEYOND = re.compile(r"\(\s*далее|\(\s*в\s+ред|,\s*в\s+лице|\sот\s+\d{1,2}[.\s]|,\s*утвержденн|,\s*именуем")
_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Slip:
    at: int
    missing: str


def add_open_quotations(facts: Facts, places: Places) -> tuple[Ref, ...]:
    """Add every quotation without its opening or its closing mark; return references to them."""
    added = []
    for slip in _across(slip for start, end in _stretches(facts, places) for slip in _slips(facts, start, end)):
        start, end = _beside(facts.document.level, slip)
        place = places.at(slip.at)
        added.append(facts.add(
            OpenQuotation, place.key, place.label, start, end, in_clause=place.clause,
            words=facts.quote(start, end), missing_mark=slip.missing,
        ))  # fmt: skip
    return tuple(Ref(fact.key) for fact in added)


def _stretches(facts: Facts, places: Places) -> Iterator[tuple[int, int]]:
    """The clauses of a paper, what stands between them, and the cells of its tables."""
    document = facts.document
    tables = [block for block in document.blocks if isinstance(block, Table)]
    cuts = {0, len(document.text), *places.cuts}
    cuts |= {at for table in tables for at in (table.start, table.end)}
    for table in tables:
        cuts |= {at for row in table.rows for cell in row.cells for at in (cell.start, cell.end)}
    ordered = sorted(cuts)
    yield from pairwise(ordered)


def _slips(facts: Facts, start: int, end: int) -> list[_Slip]:
    level = facts.document.level
    opened: list[int] = []
    closed_together: list[int] = []  # marks that may close more than one quotation
    slips = []
    for match in re.compile("[«»]").finditer(level, start, end):
        at = match.start()
        if match[0] == "«":
            opened.append(at)
        elif not opened:
            slips.append(_Slip(at, "«"))
        else:
            opened.pop()
            if (opened and _ENDS_BOTH.match(level, at + 1, end)) or at + 1 == end:
                closed_together.append(at)
    for at in opened:
        excusing = next((mark for mark in closed_together if mark > at), None)
        if excusing is None or _BEYOND.search(level, at, excusing):
            slips.append(_Slip(at, "»"))
    return slips


def _across(slips: Iterator[_Slip]) -> list[_Slip]:
    """Leave out quotations that open in one clause and close in a later one; marks in a row are one slip."""
    kept: list[_Slip] = []
    before = _Slip(-1, "")
    for slip in sorted(slips, key=lambda slip: slip.at):
        if slip.missing == "«" and kept and kept[-1].missing == "»":
            kept.pop()
        elif slip != _Slip(before.at + 1, before.missing):
            kept.append(slip)
        before = slip
    return kept


def _beside(level: str, slip: _Slip) -> tuple[int, int]:
    """The mark with the words beside it that it belongs to."""
    word = r"[^\s«»]+"
    if slip.missing == "»":
        match = re.compile(rf"«{word}(?:(?:[^\S\n]+|\n(?=[а-я])){word}){{0,{_WORDS - 1}}}").match(level, slip.at)
        return match.span() if match else (slip.at, slip.at + 1)
    found = list(re.finditer(rf"(?:{word}[^\S\n]+){{0,{_WORDS - 1}}}{word}$", level[max(0, slip.at - 120) : slip.at]))
    return (slip.at - len(found[0][0]) if found else slip.at), slip.at + 1
