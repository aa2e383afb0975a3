"""Dates as Russian papers print them, the impossible and the mistyped ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from rsnms_kg.russian.words import parses

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_NOMINATIVE = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_LIKENESS = 0.75  # «сентебря», «инюня» are like a month; «класса», «этапа» are not
_CENTURY = 2000
# On levelled text: «15» сентября 2021 г., 15 сентября 2021 года, 15.09.2021, 22.07. 2021
_YEAR_NEXT = r"(?=\s*(?:года|году|г\b))"
_YEAR_WORD = r"(?:\s*(?:года|году|г\b\.?))?"
# A year with a digit lost or doubled is a year where «года» or the end of the line says so.
_SPOILT = rf"(?:\d{{3}}(?!\d){_YEAR_NEXT}|20\d(?:\d\d)?(?!\d)(?:{_YEAR_NEXT}|(?=[^\S\n]*(?:[\n\t]|$))))"
_SHORT = rf"\d\d(?!\d){_YEAR_NEXT}"
DATE = re.compile(
    rf"(?<![\d.])(?:(?:«\s*)?(?P<day>\d{{1,2}})\s*»?\s*(?P<month>{'|'.join(MONTHS)})"
    rf"\s+(?P<year>\d{{4}}(?!\d)|{_SPOILT}|{_SHORT})"
    rf"|(?P<d>\d{{1,2}})\.\s*(?P<m>\d{{1,2}})\.\s*(?P<y>\d{{4}}(?!\d)|(?<=\d\d\.\d\d\.)(?:20\d(?:\d\d)?(?!\d)|{_SHORT})))"
    + _YEAR_WORD,
    re.IGNORECASE,
)
# A word between a day and a year: a month in the nominative, or a mistyped one.
_MONTH_LIKE = re.compile(
    rf"(?<![\d.])(?:«\s*)?(?P<day>\d{{1,2}})\s*»?\s*(?P<word>[а-я]{{3,10}})\s+(?P<year>\d{{4}})(?!\d){_YEAR_WORD}",
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
    stop = len(levelled) if end is None else end
    found = [DateMention(_value(match), match.start(), match.end()) for match in DATE.finditer(levelled, start, stop)]
    found += [
        DateMention(_named(match), match.start(), match.end())
        for match in _MONTH_LIKE.finditer(levelled, start, stop)
        if _is_like_month(match["word"].lower())
    ]
    yield from sorted(found, key=lambda mention: mention.start)


def first_date(levelled: str, start: int = 0, end: int | None = None) -> DateMention | None:
    """Return the first date of a stretch of levelled text, if there is one."""
    return next(dates(levelled, start, end), None)


def _value(match: re.Match[str]) -> date | None:
    if match["month"]:
        return _day(match["year"], MONTHS.index(match["month"].lower()) + 1, match["day"])
    return _day(match["y"], int(match["m"]), match["d"])


def _named(match: re.Match[str]) -> date | None:
    """The day of «15 сентябрь 2021»; a month that is none has no days."""
    word = match["word"].lower()
    return _day(match["year"], _NOMINATIVE.index(word) + 1, match["day"]) if word in _NOMINATIVE else None


def _is_like_month(word: str) -> bool:
    """Tell whether a word is a month in the nominative or a slip for one, and no other word of the language."""
    if word in MONTHS:
        return False  # DATE has found it
    if word in _NOMINATIVE:
        return True
    return bool(get_close_matches(word, MONTHS, 1, _LIKENESS)) and not parses(word)[0].is_known


def _day(year: str, month: int, day: str) -> date | None:
    if len(year) not in (2, 4):
        return None
    try:
        return date(int(year) + (_CENTURY if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None
