"""Tables of a regulation: subjects with their functions, terms, indicators; one fact or more for each row."""

from __future__ import annotations

import re
from collections.abc import Callable

from rsnms_kg.documents.document import Cell, Part, Row, Table
from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.labels import read_label
from rsnms_kg.facts.abbreviations import declared_short
from rsnms_kg.facts.collection import Facts, clause_key, clause_ref, part_key
from rsnms_kg.facts.columns import column_kind, measure_named
from rsnms_kg.facts.doubts import add_doubt
from rsnms_kg.facts.model import Code, Function, Indicator, InformationSource, Ref, Term
from rsnms_kg.facts.norms import norm_words
from rsnms_kg.facts.subjects import named_or_new
from rsnms_kg.facts.topics import topics
from rsnms_kg.knowledge.lexicon import recognise

_EMPTY = re.compile(r"^[\s–—-]*$")
_BETWEEN = re.compile(r";\s*|\n")


class _Place:
    """Where the rows of a table are cited: the clause that holds it, or the part."""

    def __init__(self, part: Part, node: Node | None) -> None:
        self.part, self.node = part, node
        self.key = clause_key(part, node) if node and node.path else part_key(part)
        self.label = node.name if node and node.name else f"приложение {part.ordinal}" if part.ordinal else ""
        self.clause = clause_ref(part, node) if node and node.path else None

    def row(self, ordinal: int | str) -> tuple[str, str]:
        """The key and the label of a row."""
        return f"{self.key}/row-{ordinal}", f"{self.label}/{ordinal}" if self.label else str(ordinal)


_Reader = Callable[[Facts, _Place, Row, dict[str, Cell], int, str | None], None]


def add_table(facts: Facts, part: Part, node: Node | None, table: Table, level: str | None) -> None:
    """Add what a table of a regulation states, by the words in its head; other tables are left alone."""
    columns = [column_kind(cell.text) for cell in table.rows[0].cells]
    reader = _reader(set(columns))
    if reader is None:
        return
    place = _Place(part, node)
    ordinal, carried = 0, dict[str, Cell]()
    for row in table.rows[1:]:
        if row.goes_on(table.rows[0]):
            continue
        filled = [cell for cell in row.cells if cell.text]
        if row.filled == 1 and filled and len(row.cells) > 1 and not _is_row(columns, row):
            level = recognise("level", filled[0].text) or level
            continue
        cells = {kind: cell for kind, cell in zip(columns, row.values, strict=True) if kind and cell.text}
        carried = {**carried, **{kind: cells[kind] for kind in ("level", "subject") if kind in cells}}
        stated = recognise("level", _level_words(carried)) or level
        ordinal += 1
        reader(facts, place, row, {**carried, **cells}, ordinal, stated)


def _reader(kinds: set[str | None]) -> _Reader | None:
    if {"subject", "function"} <= kinds:
        return _add_functions
    if {"term", "definition"} <= kinds:
        return _add_term
    if "indicator" in kinds and not kinds & {"share", "count"}:
        return _add_indicator
    if {"subject", "level"} <= kinds:
        return _add_functions
    return None


def _is_row(columns: list[str | None], row: Row) -> bool:
    """A row with one filled cell goes on with the row above where that cell holds functions."""
    return any(kind == "function" and cell.text for kind, cell in zip(columns, row.cells, strict=True))


def _add_functions(
    facts: Facts, place: _Place, row: Row, cells: dict[str, Cell], ordinal: int, level: str | None
) -> None:
    subject_cell = cells.get("subject")
    key, label = place.row(ordinal)
    if subject_cell is None:
        return
    subject = named_or_new(facts, key, label, place.clause, level, subject_cell.start, subject_cell.end)
    if subject.level is None:
        add_doubt(facts, "subject-without-level", place.part, place.node, subject.start, subject.end, about=subject)
    functions = cells.get("function")
    for at, (start, end) in enumerate(_pieces(facts, functions), start=1) if functions else ():
        facts.add(
            Function, f"{key}/{at}", f"{label}/{at}", start, end, in_clause=place.clause, bearer=Ref(subject.key),
            modality=Code("modality", "obligation"), **norm_words(facts, start, end),
        )  # fmt: skip


def _add_term(facts: Facts, place: _Place, row: Row, cells: dict[str, Cell], ordinal: int, level: str | None) -> None:
    name = cells.get("term")
    if name is None:
        return
    key, label = place.row(ordinal)
    short, definition = cells.get("short"), cells.get("definition")
    declared = declared_short(facts.document.level, name.start, name.end)
    own = facts.quote(short.start, short.end) if short and not _EMPTY.match(short.text) else None
    facts.add(
        Term, key, label, name.start, max(cell.end for cell in (name, definition or name)), in_clause=place.clause,
        name=_without_declaration(facts.quote(name.start, name.end)),
        short_name=own or (facts.quote(*declared) if declared else None),
        definition=facts.quote(definition.start, definition.end) if definition else None,
        topic=topics(facts.document.level[name.start : name.end]),
    )  # fmt: skip


def _add_indicator(
    facts: Facts, place: _Place, row: Row, cells: dict[str, Cell], ordinal: int, level: str | None
) -> None:
    name = cells.get("indicator")
    if name is None:
        return
    number = cells["number"].text.strip(" .)") if "number" in cells else None
    key, label = place.row(number or ordinal)
    text = facts.document.level[name.start : name.end]
    facts.add(
        Indicator, key, label, name.start, name.end, in_clause=place.clause, topic=topics(text),
        number=number, measure_named=measure_named(text),
    )  # fmt: skip
    source = cells.get("source")
    if source is not None and not _EMPTY.match(source.text):
        facts.add(
            InformationSource, key, label, source.start, source.end, in_clause=place.clause,
            topic=topics(facts.document.level[source.start : source.end]),
        )  # fmt: skip


def _pieces(facts: Facts, cell: Cell) -> list[tuple[int, int]]:
    """The functions that a cell lists: by semicolons or by lines with labels."""
    level = facts.document.level
    edges = [cell.start]
    for match in _BETWEEN.finditer(level, cell.start, cell.end):
        labelled = read_label(level, match.end(), cell.end) is not None
        if ";" in match[0] or labelled or level[match.start() - 1] == ".":
            edges.append(match.end())
    found = []
    for left, right in zip(edges, [*edges[1:], cell.end], strict=True):
        label = read_label(level, left, right)
        left += label.length if label else 0
        piece = level[left:right]
        start = left + len(piece) - len(piece.lstrip(" \n"))
        found.append((start, left + len(piece.rstrip(" \n;."))))
    return [piece for piece in found if piece[1] > piece[0]]


def _level_words(cells: dict[str, Cell]) -> str:
    """The words of a column of levels: «региональный» stands for «региональный уровень» there."""
    cell = cells.get("level")
    return f"{cell.text} уровень" if cell and "уров" not in cell.text.lower() else cell.text if cell else ""


def _without_declaration(name: str) -> str:
    return name.split("(далее")[0].strip()
