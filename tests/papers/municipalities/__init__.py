"""Teaching agreements of municipalities of seven regions, written the way offices differ; README.md tells how."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
MUNICIPALITIES = tuple(sorted(path.stem for path in HERE.glob("*.txt")))


@cache
def text(municipality: str) -> str:
    return (HERE / f"{municipality}.txt").read_text(encoding="utf-8")
