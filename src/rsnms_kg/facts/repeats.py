"""Rows of a table that say the same twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from rsnms_kg.documents.document import Row
from rsnms_kg.facts.target_columns import Column
from rsnms_kg.russian.words import lemmas

_Said = TypeVar("_Said")
Words = tuple[str, ...]


def repeated(said: Sequence[_Said], same: Callable[[_Said, _Said], bool]) -> list[int | None]:
    """Return for each row which row above says the same, the first of them; nothing for the others."""
    return [next((above for above in range(at) if same(said[above], one)), None) for at, one in enumerate(said)]


def words_and_figures(text: str) -> Words:
    """Return what a text says: the dictionary forms of its words, and its figures («до 35 лет» is not «до 40 лет»)."""
    return (*lemmas(text), *re.findall(r"\d+", text))


def words_of_row(row: Row, columns: Sequence[Column], number_at: int | None) -> tuple[Words, ...]:
    """Return the words of a row of targets, without its number and its values: two rows with the same are one twice."""
    return tuple(
        words_and_figures(cell.text)
        for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
        if at != number_at and not column.measures
    )
