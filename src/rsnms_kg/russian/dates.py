"""Dates as Russian papers print them, the impossible ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
# On levelled text: «15» сентября 2021 г., 15 сентября 2021 года, 15.09.2021, 22.07. 2021
_YEAR_WORD = r"(?:\s*(?:года|году|г\b\.?))?"
DATE = re.compile(
    rf"(?<![\d.])(?:(?:«\s*)?(?P<day>\d{{1,2}})\s*»?\s*(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})\.\s*(?P<m>\d{1,2})\.\s*(?P<y>\d{4})(?!\d))" + _YEAR_WORD,
    re.IGNORECASE,
)
# A date left to be filled in by hand: «__» ________ 2021 г.
BLANK_DATE = re.compile(r"«\s?_+\s?»\s?_+\s?(?:20\s?_+|\d{2,4}\s?_*)" + _YEAR_WORD, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at a place: ``value`` is ``None`` when there is no such day in the calendar."""

    value: date | None
    start: int
    end: int


def dates(levelled: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Yield every date of ``levelled[start:end]`` in order; offsets count from the start of the text."""
    for match in DATE.finditer(levelled, start, len(levelled) if end is None else end):
        yield DateMention(_value(match), match.start(), match.end())


def first_date(levelled: str, start: int = 0, end: int | None = None) -> DateMention | None:
    """Return the first date of a stretch of levelled text, if there is one."""
    return next(dates(levelled, start, end), None)


def _value(match: re.Match[str]) -> date | None:
    if match["month"]:
        day, month, year = int(match["day"]), MONTHS.index(match["month"].lower()) + 1, int(match["year"])
    else:
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
