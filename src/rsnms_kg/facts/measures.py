"""The measures of a roadmap: one for each row of its table."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Cell, Part, Row, Table
from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.facts.collection import Facts, part_key
from rsnms_kg.facts.columns import column_kind, expected_numbers
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
    rows = [row for row in table.rows[1:] if _is_measure(row, columns)]
    due = iter(expected_numbers([_number_of(row, columns) for row in rows]))
    for ordinal, row in enumerate(rows, start=1):
        cells = {kind: cell for kind, cell in zip(columns, row.cells, strict=True) if kind}
        name = cells["measure"]
        number = _number_of(row, columns)
        deadline = _text(cells.get("deadline"))
        found = list(dates(level(deadline)))
        previous = facts.add(
            Measure, f"{part_key(part)}/row-{ordinal}", f"ДК/{number or ordinal}", row.start, row.end,
            number=number or None, expected_number=next(due), name=_text(name),
            responsible=_without_declaration(_text(cells.get("responsible"))) or None,
            result=_text(cells.get("result")) or None,
            topic=topics(_text(name)),
            deadline=found[-1].value if found else None, deadline_words=deadline or None,
            previous_measure=Ref(previous.key) if previous else None,
        )  # fmt: skip


def _is_measure(row: Row, columns: list[str | None]) -> bool:
    name = row.cells[columns.index("measure")].text
    return bool(name) and not _is_banner(row) and not _NUMBER.match(name)


def _number_of(row: Row, columns: list[str | None]) -> str:
    return row.cells[columns.index("number")].text.strip(" .)") if "number" in columns else ""


def _columns(table: Table) -> list[str | None]:
    return [column_kind(cell.text) for cell in table.rows[0].cells]


def _is_banner(row: Row) -> bool:
    """A row with words in one cell only is a heading inside the table."""
    return sum(bool(cell.text) for cell in row.cells) <= 1


def _without_declaration(text: str) -> str:
    return " ".join(DECLARATION.sub(" ", text).split())


def _text(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell else ""
