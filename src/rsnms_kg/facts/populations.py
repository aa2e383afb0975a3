"""Whom or what an indicator counts: «доля **педагогических работников** общеобразовательных организаций»."""

from __future__ import annotations

import re

from rsnms_kg.facts.model import Code
from rsnms_kg.knowledge.lexicon import mentions
from rsnms_kg.russian.words import lemma, may_be, word_spans

_MEASURE = re.compile(r"\s*(?:доля|процент|удельный\s+вес|количество|число|численность)(?![а-я])", re.IGNORECASE)


def population_of(name: str) -> tuple[Code | None, str | None]:
    """Return whom the levelled name of an indicator counts: by the code list, and in its own words.

    Of several groups that are named the first is counted; its words end with a comma or a participle.
    """
    measure = _MEASURE.match(name)
    start = measure.end() if measure else 0
    stop = _stop(name, start)
    found = min(mentions("population", name[start:stop]), key=lambda mention: (mention[1], -mention[2]), default=None)
    if found is None:
        return None, None
    return Code("population", found[0]), " ".join(name[start:stop].split()).strip(" ,") or None


def _stop(name: str, start: int) -> int:
    """Where the words of the group end: at a comma or a bracket, or at a participle or a verb after its noun."""
    mark = re.compile(r"[,;:(]").search(name, start)
    stop = mark.start() if mark else len(name)
    noun = False
    for left, right in word_spans(name[start:stop]):
        word = name[start + left : start + right]
        if noun and (may_be(word, "PRTF") or may_be(word, "VERB")) and not may_be(word, "NOUN") and lemma(word):
            return start + left
        noun = noun or may_be(word, "NOUN")
    return stop
