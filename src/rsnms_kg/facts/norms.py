"""The words of a norm: what is done, on what condition, by when, and what it is about."""

from __future__ import annotations

import re
from typing import Any

from rsnms_kg.facts.actions import actions
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.topics import topics
from rsnms_kg.russian.dates import DATE, first_date
from rsnms_kg.russian.words import is_finite

_DATE = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
_CONDITION = re.compile(
    r"(?:при\s+условии|в\s+случае|при\s+наличии)(?:\s|,\s+(?:если|когда|что)\s)[^;,.]*", re.IGNORECASE
)
_DEADLINE = re.compile(
    rf"(?:(?:ежегодно\s*,?\s*)?(?:в\s+срок[иу]?\s*,?\s*)?(?:до|не\s+позднее)\s+(?:{_DATE}|\d{{1,2}}(?:-?го)?\s+[а-я]+)"
    r"|в\s+сроки?\s*,?\s*(?:определ|установл|указан|предусмотр)\w+\s+[^,;.()]+"
    r"|(?:ежегодно|ежеквартально|ежемесячно|постоянно)(?![а-я])"
    r"|(?:не\s+(?:реже|менее)\s+)?(?:одного|один|двух|два|трех|три|четырех|четыре|\d+)\s+раз\w*\s+в\s+[а-я]+"
    r"|в\s+течение\s+\d+\s+[^,;.()]{1,40})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")


def norm_words(facts: Facts, start: int, end: int, lead: str = "") -> dict[str, Any]:
    """Return the fields that every norm has, from its words: action, topic, condition, deadline, deadline_words.

    :param lead: the words that introduce the norm.
    """
    level = facts.document.level
    condition, due = _condition(level, start, end), _DEADLINE.search(level, start, end)
    day = first_date(level, *due.span()) if due else None
    left, right = condition or (start, start)
    return {
        "action": actions(level[start:left] + level[right:end], lead),
        "topic": topics(level[start:end]),
        "condition": facts.quote(left, right) if condition else None,
        "deadline": day.value if day else None,
        "deadline_words": facts.quote(*due.span()) if due else None,
    }


def _condition(level: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a condition stands; one in front of the predicate ends before it: «при наличии заявок организуют …»."""
    match = _CONDITION.search(level, start, end)
    if match is None:
        return None
    clause = "," in match[0]  # «в случае, если школа закрыта»: the clause has a predicate of its own
    verb = next((word.start() for word in _WORD.finditer(match[0]) if is_finite(word[0])), None)
    stop = match.end() if clause or verb is None else match.start() + len(match[0][:verb].rstrip())
    return match.start(), stop
