"""The table of indicator targets in an annex: every row, every period, every cell."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from rsnms_kg.documents.document import Cell, Part, Row, Table
from rsnms_kg.facts.collection import Facts, part_key
from rsnms_kg.facts.columns import column_kind, expected_numbers, measure_named
from rsnms_kg.facts.identity import region_of
from rsnms_kg.facts.model import Code, IndicatorRow, Period, Ref, Target
from rsnms_kg.facts.populations import population_of
from rsnms_kg.facts.repeats import repeated, words_of_row
from rsnms_kg.facts.target_columns import (
    NUMBERED,
    VALUE,
    YEAR,
    Column,
    columns_of,
    head_rows,
    heads_swapped,
    swap,
    unshifted,
)
from rsnms_kg.facts.topics import topics
from rsnms_kg.facts.unit_rows import paired, unit_at, unit_kind
from rsnms_kg.russian.typography import level

_OPEN = re.compile(r"последующ|далее|и\s+позднее|начиная\s+с", re.IGNORECASE)
_NAME_HEAD = re.compile(r"\s*наименование\s*$", re.IGNORECASE)  # «Наименование | 2023/24 | 2024/25»
_EMPTY = " -–—"
_Periods = dict[tuple[str, int], Period]


def is_target_table(table: Table) -> bool:
    """Tell whether a table holds targets: indicators in its head, and shares, counts or years beside them."""
    heads = [cell.text for row in head_rows(table) for cell in row.cells if cell.text]
    kinds = {column_kind(text) for text in heads}
    named = "indicator" in kinds or (any(map(_NAME_HEAD.match, heads)) and not kinds & {"responsible", "deadline"})
    return named and bool(kinds & {"share", "count"} or any(YEAR.search(text) for text in heads))


def add_targets(facts: Facts, part: Part, table: Table, label: str) -> None:
    """Add the rows of a table of targets; a row's label is ``приложение/3``."""
    head = head_rows(table)
    columns = columns_of(head)
    name_at = _name_column(head, columns)
    number_at = _number_column(table, head, columns, name_at)
    filled = [replace(row, cells=row.values) for row in table.rows[len(head) :] if _filled(row, name_at)]
    swapped = heads_swapped(columns, filled)
    if swapped:
        columns = swap(columns)
    periods = _periods(facts, part, head, columns, label, swapped)
    pairs = paired([unshifted(columns, row) for row in filled], columns, name_at, number_at)
    rows = [pair[0] for pair in pairs]
    again = _repeats(table, head, rows, columns, number_at, name_at)
    due = _due_numbers(rows, number_at, again)
    counted = _counts_beside_shares(columns, rows, name_at)
    keys: list[str] = []
    for ordinal, row in enumerate(rows, start=1):
        first = again[ordinal - 1]
        printed = _printed_row(row, number_at)
        name = row.cells[name_at]
        place = f"{part_key(part)}/row-{ordinal}"
        where = f"{label}/{printed or ordinal}"
        population, words = population_of(level(name.text))
        indicator = facts.add(
            IndicatorRow, place, where, row.start, row.end,
            number=printed or None, expected_number=due[ordinal - 1],
            name=facts.quote(name.start, name.end),
            measure_named=measure_named(name.text),
            topic=topics(level(name.text)),
            population=population, population_words=words,
            territory=region_of(name.text),
            repeats_row=Ref(keys[first]) if first is not None else None,
        )  # fmt: skip
        keys.append(indicator.key)
        _add_cells(facts, place, where, indicator, pairs[ordinal - 1], columns, periods, counted)


def _name_column(head: list[Row], columns: list[Column]) -> int:
    """Where the names of indicators stand; of several columns below one cell of the head, in the last."""
    named = [at for at, column in enumerate(columns) if column.kind == "indicator"]
    if named:
        first = head[0].values[named[0]]
        return max(at for at in named if at == named[0] or (first.text and head[0].values[at] == first))
    return next((at for at, cell in enumerate(head[0].cells) if _NAME_HEAD.match(cell.text)), 1)


def _number_column(table: Table, head: list[Row], columns: list[Column], name_at: int) -> int | None:
    """Where the numbers of rows stand: below their own cell of the head, or to the left of the names below one."""
    told = next((at for at, column in enumerate(columns) if column.kind == "number"), None)
    if told is not None or not name_at or columns[name_at - 1].kind != "indicator":
        return told
    below = [row.values[name_at - 1].text for row in table.rows[len(head) :]]
    return name_at - 1 if any(below) and all(NUMBERED.match(text) for text in below if text) else None


def _filled(row: Row, name_at: int) -> bool:
    """Tell whether a row holds an indicator: words, and more than a heading between the rows («Раздел 2. Кадры»)."""
    first = row.cells[0].text
    aside = name_at > 0 and bool(first) and not NUMBERED.match(first)
    banner = row.filled == 1 and (aside or any(cell.merged for cell in row.cells))
    return name_at < len(row.cells) and row.filled > 0 and not banner


def _repeats(
    table: Table, head: list[Row], rows: list[Row], columns: list[Column], number_at: int | None, name_at: int
) -> list[int | None]:
    """Which row above each row repeats: words alike, below the same heading inside the table, and names not merged."""
    headings = [row.start for row in table.rows[len(head) :] if not _filled(row, name_at)]
    said = [(words_of_row(row, columns, number_at), bisect(headings, row.start), row) for row in rows]
    return repeated(said, lambda one, other: one[:2] == other[:2] and not _shares(one[2], other[2], name_at))


def _due_numbers(rows: list[Row], number_at: int | None, again: list[int | None]) -> list[str | None]:
    """The number that each row should bear; rows that share a merged number, or are copies with theirs, count once."""
    if number_at is None:
        return [None] * len(rows)
    printed = [_printed_row(row, number_at) for row in rows]
    origins: list[int] = []
    for at, row in enumerate(rows):
        first = again[at]
        copied = first is not None and printed[at] == printed[first]
        merged = at > 0 and _shares(rows[at - 1], row, number_at)
        origins.append(origins[first] if copied and first is not None else origins[at - 1] if merged else at)
    counted = sorted(set(origins))
    due = dict(zip(counted, expected_numbers([printed[at] for at in counted]), strict=True))
    return [due[at] for at in origins]


def _shares(above: Row, row: Row, column: int) -> bool:
    """Tell whether a merged cell with words stands in a column of two rows."""
    return bool(row.cells[column].text) and row.cells[column].start == above.cells[column].start


def _printed_row(row: Row, number_at: int | None) -> str:
    return row.cells[number_at].text.strip(" .)") if number_at is not None else ""


def _periods(
    facts: Facts, part: Part, head: list[Row], columns: list[Column], label: str, swapped: bool
) -> _Periods:  # fmt: skip
    """Add the periods that the head of a table names, each where it is printed."""
    found: _Periods = {}
    for column in columns:
        name = column.period
        if name is None or (name, column.again) in found:
            continue
        cells = [cell for row in head for cell in row.cells if " ".join(cell.text.split()) == name]
        cell = cells[min(column.again, len(cells) - 1)]
        years = [int(year) for year in YEAR.findall(name)]
        open_period = bool(_OPEN.search(level(name)))
        found[name, column.again] = facts.add(
            Period, part_key(part), label, cell.start, cell.end, words=name,
            period_start=years[0], period_end=None if open_period else years[-1], open_period=open_period,
            swapped_heads=True if swapped and not found else None,
        )  # fmt: skip
    return found


def _counts_beside_shares(columns: list[Column], rows: list[Row], name_at: int) -> bool:
    """Tell whether the table gives a count beside the share in all rows but one that are named shares."""
    without = [
        not any(cell.text for column, cell in zip(columns, row.cells, strict=True) if column.kind == "count")
        for row in rows
        if measure_named(row.cells[name_at].text) == "share"
    ]
    return len(without) > 2 and sum(without) <= 1


def _add_cells(
    facts: Facts, place: str, where: str, indicator: IndicatorRow, rows: tuple[Row, ...],
    columns: list[Column], periods: _Periods, counted: bool,
) -> None:  # fmt: skip
    by_period: dict[tuple[str, int], dict[str, Cell]] = {}
    at = unit_at(columns)
    for row in rows:
        unit = unit_kind(row.cells[at].text) if at is not None else None
        in_shares = unit == "share" or (len(rows) == 1 and indicator.measure_named == "share")
        for column, cell in zip(columns, row.cells, strict=True):
            if column.kind and column.measures:
                kind = "share" if in_shares or "%" in cell.text else "count"
                measure = column.kind if column.kind != "value" else kind
                by_period.setdefault((column.period or "", column.again), {})[measure] = cell
    given = {measure for cells in by_period.values() for measure, cell in cells.items() if cell.text.strip(_EMPTY)}
    named = {indicator.measure_named} if indicator.measure_named else set()
    expected = (given or named) | ({"count"} if counted and indicator.measure_named == "share" else set())
    for period, cells in by_period.items():
        _add_target(facts, place, where, indicator, rows, cells, periods.get(period), period[0] or None, expected)


def _add_target(
    facts: Facts, place: str, where: str, indicator: IndicatorRow, rows: tuple[Row, ...], cells: dict[str, Cell],
    period: Period | None, name: str | None, expected: set[str],
) -> None:  # fmt: skip
    printed = [cell for cell in cells.values() if cell.text]
    filled = [cell for cell in printed if any(row.start <= cell.start < row.end for row in rows)] or printed
    values = {
        measure: _number(cell) if measure == "share" or "%" not in cell.text else None
        for measure, cell in cells.items()
    }
    unreadable = [
        (measure, cell.text) for measure, cell in cells.items() if cell.text.strip(_EMPTY) and values[measure] is None
    ]
    facts.add(
        Target, place, where,
        min((cell.start for cell in filled), default=rows[0].start),
        max((cell.end for cell in filled), default=rows[0].end),
        indicator=Ref(indicator.key),
        in_period=Ref(period.key) if period else None,
        period=name,
        period_start=period.period_start if period else None,
        period_end=period.period_end if period else None,
        open_period=period.open_period if period else False,
        share=values.get("share"), count=values.get("count"),
        share_words=_printed(cells.get("share")), count_words=_printed(cells.get("count")),
        unreadable_cell=tuple(text for _, text in unreadable),
        unreadable_measure=tuple(Code("column", measure) for measure, _ in unreadable),
        missing_measure=tuple(
            Code("column", measure)
            for measure, cell in sorted(cells.items())
            if measure in expected and not cell.text.strip(_EMPTY)
        ),
    )  # fmt: skip


def _printed(cell: Cell | None) -> str | None:
    return cell.text or None if cell else None


def _number(cell: Cell | None) -> Decimal | None:
    if cell is None:
        return None
    match = VALUE.match(cell.text)
    if not match:
        return None
    try:
        return Decimal(re.sub(r"\s", "", re.sub(r"^[−–]", "-", match["number"])).replace(",", "."))
    except InvalidOperation:
        return None
