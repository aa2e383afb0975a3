"""Lists of facts as JSON, CSV and tables that people read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.listing.rows import COMMON, Coded, field_name
from rsnms_kg.outcome.messages import short

_SHOWN = 80
_YES, _NO = Bilingual("да", "yes"), Bilingual("нет", "no")


def as_json(found: list[dict[str, Any]], language: str = "ru") -> str:
    """Return rows as a JSON array."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_csv(found: list[dict[str, Any]], language: str = "ru") -> str:
    """Return rows as CSV with a head; cells that a spreadsheet would take for a formula are quoted by ``'``."""
    names = list(dict.fromkeys(name for row in found for name in row)) or list(COMMON)
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _safe_cell(value) for name, value in row.items()} for row in found)
    return out.getvalue()


def as_table(found: list[dict[str, Any]], language: str = "ru") -> str:
    """Return rows as an aligned table: the clause, the label and what the kind adds, empty columns left out."""
    if not found:
        return "Ничего не найдено.\n" if language == "ru" else "Nothing found.\n"
    hidden = {
        "text",
        "span",
        "name",
        "title",
        "act",
        "definition",
        "indicator",
        "representative_printed",
    }
    if str(found[0]["id"]).startswith("http"):
        hidden.add("id")  # an IRI is for programs; people cite the clause
    names = [name for name in found[0] if name not in hidden and any(row.get(name) not in (None, "") for row in found)]
    heads = [field_name(name, language) for name in names]
    table = [heads, *([_cell(row.get(name), language) for name in names] for row in found)]
    widths = [max(len(row[at]) for row in table) for at in range(len(names))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[list[dict[str, Any]], str], str]] = {
    "table": as_table,
    "json": as_json,
    "csv": as_csv,
}


def shown(value: Any, language: str) -> Any:
    """Return a value as people read it: a concept by its name, yes or no in words, several values in one text."""
    if isinstance(value, list):
        return "; ".join(str(shown(one, language)) for one in value)
    if isinstance(value, Coded):
        return value.name(language)
    if isinstance(value, bool):
        return (_YES if value else _NO)(language)
    return value


def _cell(value: Any, language: str) -> str:
    return "–" if value is None else short(str(shown(value, language)), _SHOWN)


def _safe_cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value
