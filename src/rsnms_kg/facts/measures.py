"""The measures of a roadmap: one for each row of its table."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from rsnms_kg.documents.document import Cell, Part, Row, Table
from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.facts.collection import Facts, part_key
from rsnms_kg.facts.columns import column_kind, expected_numbers
from rsnms_kg.facts.deadlines import first_day, last_day
from rsnms_kg.facts.model import Code, Doubt, Measure, Ref
from rsnms_kg.facts.recurrence import recurrence
from rsnms_kg.facts.repeats import repeated, words_and_figures
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
    groups = _groups(table, columns)
    rows = [row for group in groups for row in group]
    firsts = [group[0] for group in groups if group]
    again = _repeats(groups, columns)
    due = iter(_all_due(groups, columns))
    keys: list[str] = []
    for ordinal, row in enumerate(rows, start=1):
        cells = {kind: cell for kind, cell in zip(columns, row.cells, strict=True) if kind}
        name = cells["measure"]
        number = _number_of(row, columns)
        deadline = _text(cells.get("deadline"))
        due_on = last_day(level(deadline))
        if row in firsts or (previous and _begins_by(previous, due_on)):
            previous = None
        previous = facts.add(
            Measure, f"{part_key(part)}/row-{ordinal}", f"ДК/{number or ordinal}", row.start, row.end,
            number=number or None, expected_number=next(due), name=_text(name),
            responsible=_without_declaration(_text(cells.get("responsible"))) or None,
            result=_text(cells.get("result")) or None,
            topic=topics(_text(name)),
            deadline=due_on, deadline_words=deadline or None,
            previous_measure=Ref(previous.key) if previous else None,
            repeats_row=None if (first := again[ordinal - 1]) is None else Ref(keys[first]),
        )  # fmt: skip
        keys.append(previous.key)
        if deadline and due_on is None and recurrence(deadline) is None and not list(dates(level(deadline))):
            facts.add(
                Doubt, f"{part_key(part)}/row-{ordinal}", previous.clause_label, row.start, row.end,
                reason=Code("doubt", "unknown-deadline"), about=Ref(previous.key),
            )  # fmt: skip


def _repeats(groups: list[list[Row]], columns: list[str | None]) -> list[int | None]:
    """Which row above each row repeats: the same measure by the same date, in one section or of one responsible."""
    at = {kind: _last(columns, kind) for kind in ("measure", "deadline", "responsible") if kind in columns}

    def said(row: Row, kind: str) -> tuple[str, ...]:
        return words_and_figures(_text(row.cells[at[kind]])) if kind in at else ()

    rows = [(row, section) for section, group in enumerate(groups) for row in group]

    def same(one: tuple[Row, int], other: tuple[Row, int]) -> bool:
        (row, section), (below, its) = one, other
        merged = row.cells[at["measure"]].start == below.cells[at["measure"]].start
        alike = all(said(row, kind) == said(below, kind) for kind in ("measure", "deadline"))
        return alike and not merged and (section == its or said(row, "responsible") == said(below, "responsible"))

    return repeated(rows, same)


def _begins_by(previous: Measure, due_on: date | None) -> bool:
    """Tell whether the period of the measure above has begun by a day: «IV квартал» and «до 15 декабря» overlap."""
    begins = first_day(level(previous.deadline_words or ""))
    return begins is not None and due_on is not None and previous.deadline is not None and (
        begins <= due_on < previous.deadline
    )  # fmt: skip


def _groups(table: Table, columns: list[str | None]) -> list[list[Row]]:
    """The measures of a table by its sections: a heading inside the table begins a new one."""
    groups: list[list[Row]] = [[]]
    head, name = table.rows[0], _last(columns, "measure")
    rows = [
        replace(row, cells=row.values)
        for row in table.rows[len(_head(table)) :]
        if not row.goes_on(head) and row.values[name].text != head.values[name].text  # the head again, on a new page
    ]
    for at, row in enumerate(rows):
        following = rows[at + 1] if at + 1 < len(rows) else None
        if _is_banner(row) or (following and _heads(row, following, columns)):
            groups.append([])
        elif _is_measure(row, columns):
            groups[-1].append(row)
    return groups


def _heads(row: Row, following: Row, columns: list[str | None]) -> bool:
    """Tell whether a row «1. Нормативное обеспечение» heads the rows 1.1, 1.2 … below it."""
    told = [
        cell for kind, cell in zip(columns, row.cells, strict=True) if kind in ("responsible", "deadline", "result")
    ]
    above, below = _number_of(row, columns), _number_of(following, columns)
    return not any(cell.text for cell in told) and bool(above) and below.startswith(f"{above}.")


def _all_due(groups: list[list[Row]], columns: list[str | None]) -> list[str | None]:
    """The numbers that measures should bear: a section begins with 1 again, or goes on from the one above it."""
    due: list[str | None] = []
    last = 0
    for group in groups:
        printed = [int(number) for row in group if (number := _number_of(row, columns)).isdecimal()]
        due += _due(group, columns, first=last + 1 if printed and printed[0] > 1 else 1)
        last = printed[-1] if printed else last
    return due


def _due(group: list[Row], columns: list[str | None], first: int) -> list[str | None]:
    """The numbers that measures of one section should bear; those that share one merged number are counted once."""
    at = columns.index("number") if "number" in columns else 0
    numbered = [row.cells[at].start if row.cells[at].text else -1 - ordinal for ordinal, row in enumerate(group)]
    for ordinal, above in enumerate(_repeats([group], columns)):
        if above is not None and _number_of(group[ordinal], columns) == _number_of(group[above], columns):
            numbered[ordinal] = numbered[above]  # a copy with its number: told as a copy
    firsts = dict(zip(reversed(numbered), reversed(group), strict=True))
    counted = [row for start, row in zip(numbered, group, strict=True) if firsts[start] is row]
    expected = _expected([_number_of(row, columns) for row in counted], first)
    due = dict(zip(dict.fromkeys(numbered), expected, strict=True))
    return [due[start] for start in numbered]


def _expected(printed: list[str], first: int) -> list[str | None]:
    """The numbers that the measures of one section should bear: 2.1, 2.2 … or 1, 2 …, or on from ``first``."""
    dotted = [number.rpartition(".")[0] for number in printed if number]
    prefix = dotted[0] if dotted and len(set(dotted)) == 1 else ""
    if not prefix:
        return expected_numbers(printed, first)
    numbers = expected_numbers([number.rpartition(".")[2] for number in printed])
    return [f"{prefix}.{number}" if number else None for number in numbers]


def _is_measure(row: Row, columns: list[str | None]) -> bool:
    name = row.cells[_last(columns, "measure")].text
    return bool(name) and not _is_banner(row) and not _NUMBER.match(name)


def _number_of(row: Row, columns: list[str | None]) -> str:
    return row.cells[columns.index("number")].text.strip(" .)") if "number" in columns else ""


def _head(table: Table) -> tuple[Row, ...]:
    """The rows of the head: one, or two where columns are named below a cell that spans them («Исполнение»)."""
    if len(table.rows) < 2:
        return table.rows
    above, row = table.rows[:2]
    named = [cell.text for cell in row.cells if cell.text.strip("* ")]
    below = (
        bool(named)
        and all(map(column_kind, named))
        and (row.goes_on(above) or row.cells[0].text in ("", above.cells[0].text))
    )
    return table.rows[: 1 + below]


def _columns(table: Table) -> list[str | None]:
    head = _head(table)
    kinds = [column_kind(cell.text) for cell in head[0].values]
    for row in head[1:]:
        kinds = [column_kind(cell.text) or kind for cell, kind in zip(row.cells, kinds, strict=True)]
    if kinds[:2] == ["measure", "measure"]:  # one cell of the head over the numbers and the names
        below = [row.values[0].text for row in table.rows[len(head) :] if not row.goes_on(table.rows[0])]
        kinds[0] = "number" if all(_NUMBER.match(text) for text in below) else kinds[0]
    return kinds


def _last(columns: list[str | None], kind: str) -> int:
    """Where a kind of column stands; of several below one cell of the head the last."""
    return len(columns) - 1 - columns[::-1].index(kind)


def _is_banner(row: Row) -> bool:
    """A row with words in one cell only is a heading inside the table."""
    return row.filled <= 1


def _without_declaration(text: str) -> str:
    return " ".join(DECLARATION.sub(" ", text).split())


def _text(cell: Cell | None) -> str:
    """The words of a cell on one line; a dash stands for nothing."""
    text = " ".join(cell.text.split()) if cell else ""
    return "" if level(text).strip("- *") == "" else text
