"""The table of indicator targets in an annex: every row, every period, every cell."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from rsnms_kg.documents.document import Cell, Part, Row, Table
from rsnms_kg.facts.collection import Facts, part_key
from rsnms_kg.facts.columns import column_kind, expected_numbers, measure_named
from rsnms_kg.facts.identity import region_of
from rsnms_kg.facts.model import Code, IndicatorRow, Period, Ref, Target
from rsnms_kg.facts.topics import topics
from rsnms_kg.russian.typography import level

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_OPEN = re.compile(r"последующ|далее|и\s+позднее|начиная\s+с", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d{1,3}\s*[.)]?\s*$")
_VALUE = re.compile(
    r"^\s*(?:не\s+менее\s+|не\s+ниже\s+)?(?P<number>\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?)"
    r"\s*(?P<percent>%|процент\w*)?[\s*]*(?:чел\w*\.?|ед\w*\.?)?\s*$",
    re.IGNORECASE,
)


def is_target_table(table: Table) -> bool:
    """Tell whether a table holds targets: indicators in its head, and shares, counts or years beside them."""
    heads = [cell.text for row in _head(table) for cell in row.cells if cell.text]
    kinds = {column_kind(text) for text in heads}
    return "indicator" in kinds and bool(kinds & {"share", "count"} or any(_YEAR.search(text) for text in heads))


def add_targets(facts: Facts, part: Part, table: Table, label: str) -> None:
    """Add the rows of a table of targets; a row's label is ``приложение/3``."""
    head = _head(table)
    columns = [_column(head, at) for at in range(len(table.rows[0].cells))]
    name_at = next((at for at, (kind, _) in enumerate(columns) if kind == "indicator"), 1)
    number_at = next((at for at, (kind, _) in enumerate(columns) if kind == "number"), None)
    periods = _periods(facts, part, head, columns, label)
    filled = [row for row in table.rows[len(head) :] if _filled(row, name_at)]
    due = expected_numbers([_printed_row(row, number_at) for row in filled])
    for ordinal, row in enumerate(filled, start=1):
        printed = _printed_row(row, number_at)
        name = row.cells[name_at]
        place = f"{part_key(part)}/row-{ordinal}"
        where = f"{label}/{printed or ordinal}"
        indicator = facts.add(
            IndicatorRow, place, where, row.start, row.end,
            number=printed or None, expected_number=due[ordinal - 1],
            name=facts.quote(name.start, name.end),
            measure_named=measure_named(name.text),
            topic=topics(level(name.text)),
            territory=region_of(name.text),
        )  # fmt: skip
        _add_cells(facts, place, where, indicator, row, columns, periods)


def _filled(row: Row, name_at: int) -> bool:
    return name_at < len(row.cells) and any(cell.text for cell in row.cells)


def _printed_row(row: Row, number_at: int | None) -> str:
    return row.cells[number_at].text.strip(" .)") if number_at is not None else ""


def _periods(
    facts: Facts, part: Part, head: list[Row], columns: list[tuple[str | None, str | None]], label: str
) -> dict[str, Period]:
    """Add the periods that the head of a table names, each where it is printed."""
    found: dict[str, Period] = {}
    for _, name in columns:
        if name is None or name in found:
            continue
        cell = next(cell for row in head for cell in row.cells if " ".join(cell.text.split()) == name)
        years = [int(year) for year in _YEAR.findall(name)]
        open_period = bool(_OPEN.search(level(name)))
        found[name] = facts.add(
            Period, part_key(part), label, cell.start, cell.end, words=name,
            period_start=years[0], period_end=None if open_period else years[-1], open_period=open_period,
        )  # fmt: skip
    return found


def _add_cells(
    facts: Facts, place: str, where: str, indicator: IndicatorRow, row: Row,
    columns: list[tuple[str | None, str | None]], periods: dict[str, Period],
) -> None:  # fmt: skip
    by_period: dict[str | None, dict[str, Cell]] = {}
    unit = next((cell.text for (kind, _), cell in zip(columns, row.cells, strict=True) if kind == "unit"), "")
    in_shares = indicator.measure_named == "share" or "%" in unit or column_kind(unit) == "share"
    for (kind, column_period), cell in zip(columns, row.cells, strict=True):
        if kind in ("share", "count", "value"):
            measure = kind if kind != "value" else "share" if in_shares or "%" in cell.text else "count"
            by_period.setdefault(column_period, {})[measure] = cell
    given = {measure for cells in by_period.values() for measure, cell in cells.items() if cell.text}
    expected = given | ({indicator.measure_named} if indicator.measure_named else set())
    for name, cells in by_period.items():
        period = periods.get(name or "")
        filled = [cell for cell in cells.values() if cell.text]
        values = {
            measure: _number(cell) if measure == "share" or "%" not in cell.text else None
            for measure, cell in cells.items()
        }
        facts.add(
            Target, place, where,
            min((cell.start for cell in filled), default=row.start),
            max((cell.end for cell in filled), default=row.end),
            indicator=Ref(indicator.key),
            in_period=Ref(period.key) if period else None,
            period=name,
            period_start=period.period_start if period else None,
            period_end=period.period_end if period else None,
            open_period=period.open_period if period else False,
            share=values.get("share"), count=values.get("count"),
            share_words=_printed(cells.get("share")), count_words=_printed(cells.get("count")),
            unreadable_cell=tuple(
                cell.text for measure, cell in cells.items() if cell.text.strip(" -") and values[measure] is None
            ),
            missing_measure=tuple(
                Code("column", measure)
                for measure, cell in sorted(cells.items())
                if measure in expected and not cell.text.strip(" -–—")
            ),
        )  # fmt: skip


def _printed(cell: Cell | None) -> str | None:
    return cell.text or None if cell else None


def _head(table: Table) -> list[Row]:
    """The rows above the first one with data; at least one."""
    numbered = column_kind(table.rows[0].cells[0].text) == "number"
    for at, row in enumerate(table.rows):
        if not at:
            continue
        first, *rest = (cell.text for cell in row.cells)
        data = (
            bool(_NUMBERED.match(first)) and bool(rest) and not _NUMBERED.match(rest[0])
            if numbered
            else any(_VALUE.match(text) and not _YEAR.fullmatch(text) for text in rest)
        )
        if data:
            return list(table.rows[:at])
    return list(table.rows[:1])


def _column(head: list[Row], at: int) -> tuple[str | None, str | None]:
    """Return what a column holds and for which period, by all the head cells above it."""
    texts = [text for text in (_over(head, depth, at) for depth in range(len(head))) if not _NUMBERED.match(text)]
    period = next((" ".join(text.split()) for text in texts if _YEAR.search(text)), None)
    own = next((text for text in reversed(texts) if text and not _YEAR.search(text)), "")
    kind = column_kind(own)
    if period and kind not in ("share", "count"):
        kind = "value"
    return kind, period


def _over(head: list[Row], depth: int, at: int) -> str:
    """The head cell over a column in one row: its own, or the one on the left that spans it."""
    while at and not head[depth].cells[at].text and not any(row.cells[at].text for row in head[:depth]):
        at -= 1
    return head[depth].cells[at].text


def _number(cell: Cell | None) -> Decimal | None:
    if cell is None:
        return None
    match = _VALUE.match(cell.text)
    if not match:
        return None
    try:
        return Decimal(re.sub(r"\s", "", match["number"]).replace(",", "."))
    except InvalidOperation:
        return None
