"""How wide text is: the advance widths of DejaVu Sans, which no usual face of screens and printers exceeds.

A box that holds its words in DejaVu Sans holds them in Verdana (of the same widths), Open Sans, Arial and
Liberation Sans too, so pictures are laid out without asking which fonts there are.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path

# What a face may lack is taken from another one, whose letters are at most this wide.
_UNKNOWN = 1000


@cache
def _advances(face: str) -> dict[str, int]:
    """Width of each letter of a face in thousandths of its size."""
    table = json.loads(Path(__file__).with_name("letters.json").read_text(encoding="utf-8"))
    return {letter: int(width) for width, letters in table[face].items() for letter in letters}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` on one line, in the unit of ``size``."""
    advances = _advances("bold" if bold else "regular")
    return sum(advances.get(letter, _other(letter)) for letter in text) * size / 1000


def _other(letter: str) -> int:
    return 0 if unicodedata.combining(letter) else _UNKNOWN
