"""Two rows of one indicator: its share in the first, its count in the second, told apart by their units."""

from __future__ import annotations

from rsnms_kg.documents.document import Row
from rsnms_kg.facts.columns import column_kind
from rsnms_kg.facts.target_columns import Column
from rsnms_kg.russian.typography import fold


def unit_kind(unit: str) -> str | None:
    """Return what a unit measures: ``share`` for «%», «процент», ``count`` for «человек», «ед.», or nothing."""
    found = "share" if "%" in unit else column_kind(unit)
    return found if found in ("share", "count") else None


def unit_at(columns: list[Column]) -> int | None:
    """Return where the units of a table stand."""
    return next((at for at, column in enumerate(columns) if column.kind == "unit"), None)


def paired(rows: list[Row], columns: list[Column], name_at: int, number_at: int | None) -> list[tuple[Row, ...]]:
    """Return the rows of each indicator: one, or the two that give its share and its count."""
    at = unit_at(columns)
    if at is None or any(column.measures and column.kind != "value" for column in columns):
        return [(row,) for row in rows]
    told = (name_at,) if number_at is None else (name_at, number_at)
    groups: list[tuple[Row, ...]] = []
    for row in rows:
        above = groups[-1] if groups else ()
        if len(above) == 1 and _goes_on(above[0], row, told):
            kinds = {unit_kind(one.cells[at].text) for one in (above[0], row)}
            if kinds == {"share", "count"}:
                groups[-1] = (above[0], row)
                continue
        groups.append((row,))
    return groups


def _goes_on(above: Row, row: Row, told: tuple[int, ...]) -> bool:
    """Tell whether a row has the number and the name of the one above: merged, repeated or left blank."""
    pairs = [(above.cells[at], row.cells[at]) for at in told]
    blank = not any(lower.text for _, lower in pairs)
    return blank or all(fold(upper.text) == fold(lower.text) for upper, lower in pairs)
