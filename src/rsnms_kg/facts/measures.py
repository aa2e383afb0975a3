"""The measures of a roadmap: one for each row of its table."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Cell, Part, Row, Table
from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.facts.collection import Facts, part_key
from rsnms_kg.facts.columns import column_kind
from rsnms_kg.facts.model import Measure, Ref
from rsnms_kg.facts.topics import topics
from rsnms_kg.russian.dates import dates
from rsnms_kg.russian.typography import level

_NUMBER = re.compile(r"^\s*\d{1,3}(?:\.\d{1,3})*\s*[.)]?\s*$")


def is_roadmap(table: Table) -> bool:
    """Tell whether the head of a table names measures and who answers for them or by when."""
    kinds = set(_columns(table))
    return "measure" in kinds and bool(kinds & {"responsible", "deadline"})


def add_measures(facts: Facts, part: Part, table: Table) -> None:
    """Add the measures of a roadmap; a row is cited as ``ДК/6``."""
    columns = _columns(table)
    previous: Measure | None = None
    ordinal, expected = 0, 1
    for row in table.rows[1:]:
        cells = {kind: cell for kind, cell in zip(columns, row.cells, strict=True) if kind}
        name = cells.get("measure")
        if name is None or not name.text or _is_banner(row) or _NUMBER.match(name.text):
            continue
        ordinal += 1
        number = _text(cells.get("number")).strip(" .)")
        deadline = _text(cells.get("deadline"))
        found = list(dates(level(deadline)))
        previous = facts.add(
            Measure, f"{part_key(part)}/row-{ordinal}", f"ДК/{number or ordinal}", row.start, row.end,
            number=number or None, expected_number=str(expected) if number else None, name=_text(name),
            responsible=_without_declaration(_text(cells.get("responsible"))) or None,
            result=_text(cells.get("result")) or None,
            topic=topics(_text(name)),
            deadline=found[-1].value if found else None, deadline_words=deadline or None,
            previous_measure=Ref(previous.key) if previous else None,
        )  # fmt: skip
        expected = int(number) + 1 if number.isdigit() else expected + 1


def _columns(table: Table) -> list[str | None]:
    return [column_kind(cell.text) for cell in table.rows[0].cells]


def _is_banner(row: Row) -> bool:
    """A row with words in one cell only is a heading inside the table."""
    return sum(bool(cell.text) for cell in row.cells) <= 1


def _without_declaration(text: str) -> str:
    return " ".join(DECLARATION.sub(" ", text).split())


def _text(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell else ""
