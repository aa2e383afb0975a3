"""Teaching regulations of eight regions: their texts, what they state, and the same papers as Word files."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
REGIONS = tuple(sorted(path.stem for path in HERE.glob("*.txt")))


@cache
def text(region: str) -> str:
    return (HERE / f"{region}.txt").read_text(encoding="utf-8")


@cache
def stated(region: str) -> dict[str, Any]:
    """What a paper states, in the form of :func:`papers.region_facts.region_found`; README.md says who wrote it."""
    found: dict[str, Any] = json.loads((HERE / f"{region}.json").read_text(encoding="utf-8"))
    return found
