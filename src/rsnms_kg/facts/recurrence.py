"""How often a thing is done: «не реже двух раз в год», «ежеквартально», «один раз в полугодие»."""

from __future__ import annotations

import re

from rsnms_kg.knowledge.lexicon import recognise
from rsnms_kg.russian.words import lemmas

_COUNTS = {"один": 1, "однажды": 1, "два": 2, "дважды": 2, "три": 3, "трижды": 3, "четыре": 4, "пять": 5, "шесть": 6}
_A_YEAR = {"yearly": 1, "half-yearly": 2, "quarterly": 4, "monthly": 12, "weekly": 52}
_SMALL = 20
_COUNTED = re.compile(r"(?:(?P<figure>\d{1,2})(?:-?х)?|(?P<word>[а-я]+))\s+раза?(?![а-я])", re.IGNORECASE)


def recurrence(text: str) -> str | None:
    """Return the notation of the code list ``recurrence`` that a text names, e.g. ``quarterly``."""
    return recognise("recurrence", text)


def times_a_year(text: str) -> int | None:
    """Return how many times a year a thing is due; nothing where the text sets no number."""
    found = _A_YEAR.get(recurrence(text) or "")
    return found and found * _count(text)


def _count(text: str) -> int:
    """The number before «раз» («не менее 2 раз в год»), or of «дважды»."""
    counted = _COUNTED.search(text)
    if counted and counted["figure"]:
        return min(int(counted["figure"]), _SMALL)
    if counted:
        return _COUNTS.get((lemmas(counted["word"]) or ("",))[0], 1)
    return next((_COUNTS[word] for word in lemmas(text) if word in ("дважды", "трижды")), 1)
