"""What a column of a table holds, by the words in its head."""

from __future__ import annotations

import re

from rsnms_kg.knowledge.lexicon import begins_with, recognise

_NUMBER_SIGN = re.compile(r"^\s*(?:№|N[oо]?\.?)(?:\s*п\s*/?\s*п\.?)?\s*$", re.IGNORECASE)


def column_kind(head: str) -> str | None:
    """Return the notation of the code list ``column`` that a head names, e.g. ``deadline``."""
    if _NUMBER_SIGN.match(head):
        return "number"
    return recognise("column", head) if head else None


def measure_named(name: str) -> str | None:
    """Return what the name of an indicator promises: ``share``, ``count``, or nothing."""
    found = begins_with("column", name) if name else None
    return found if found in ("share", "count") else None


def _whole(printed: str) -> int | None:
    return int(printed) if re.fullmatch(r"\d{1,6}", printed, re.ASCII) else None


def _goes_on_with(printed: list[str], due: int) -> bool:
    """Tell whether the first number after rows without any counts those rows too."""
    blank = next((at for at, number in enumerate(printed) if number), len(printed))
    return blank < len(printed) and _whole(printed[blank]) == due + blank


def expected_numbers(printed: list[str], first: int = 1) -> list[str | None]:
    """Return the number that each row of a table should bear, from ``first`` on; nothing where a row bears none.

    After a gap the count goes on from the printed number, if the next row agrees with it; a slip in one
    row does not put the rows after it in the wrong. A row without a number is a part of the one above it, unless
    the rows below were counted with it.
    """
    expected: list[str | None] = []
    due = first
    for at, number in enumerate(printed):
        if not number:
            lost = at > 0 and _goes_on_with(printed[at:], due)
            expected.append(str(due) if lost else None)
            due += lost
            continue
        expected.append(str(due))
        following = printed[at + 1] if at + 1 < len(printed) else ""
        here, after = _whole(number), _whole(following)
        due = after if here is not None and after == here + 1 else due + 1
    return expected
