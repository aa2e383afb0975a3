"""The day by which a measure is due: a date, or the last day of the month, quarter or year that is named."""

from __future__ import annotations

import calendar
import re
from datetime import date

from rsnms_kg.russian.dates import MONTHS, dates

_YEAR = r"(?P<year>20\d\d)\s*(?:/\s*20\d\d\s*)?(?:г|уч)?"
_QUARTER = re.compile(
    rf"(?P<quarter>[1-4]|I{{1,3}}|IV)(?:-?[йм])?\s*(?:-\s*(?P<last>[1-4]|I{{1,3}}|IV)\s*)?квартал\w*\s+{_YEAR}",
    re.IGNORECASE,
)
_HALF = re.compile(rf"(?P<half>[12]|I{{1,2}}|перв\w+|втор\w+)(?:-?[ей])?\s*полугоди\w*\s+{_YEAR}", re.IGNORECASE)
_NAMES = tuple(month[:-1] for month in MONTHS)  # «сентябр» of сентябрь, сентября, сентябре
_MONTH = re.compile(rf"(?P<month>{'|'.join(_NAMES)})[ьйяеаю]?\s+{_YEAR}", re.IGNORECASE)
_ANY_MONTH = re.compile(rf"(?<![а-я])(?P<month>{'|'.join(_NAMES)})[ьйяеаю]?(?![а-я])", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"(?<![\d.])(?P<year>20\d\d)(?![\d.]\d)")
_SCHOOL_YEAR = re.compile(r"уч(?:ебн\w*|\.)\s*г", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def last_day(levelled: str) -> date | None:
    """Return the last day on which something is due by the words of a deadline, levelled.

    «до 1 сентября 2023 г.» → that day; «III квартал 2022 года» → 30 September 2022; «2022-2024 годы» → 31 December
    2024. Nothing where no year is named («ежегодно до 31 декабря»), or a school year.
    """
    days = list(dates(levelled))
    if days:
        return days[-1].value
    for pattern, month in ((_QUARTER, _of_quarter), (_HALF, _of_half), (_MONTH, _of_month)):
        found = list(pattern.finditer(levelled))
        if found:
            return _end(int(found[-1]["year"]), month(found[-1]))
    if _SCHOOL_YEAR.search(levelled):
        return None  # when a school year ends is another act's to say
    years = [int(match["year"]) for match in _WHOLE_YEAR.finditer(levelled)]
    return _end(max(years), 12) if years else None


def first_day(levelled: str) -> date | None:
    """Return the first day of the period that the words of a deadline name: 1 October for «IV квартал 2022 года».

    A single day is its own first; nothing where no year is named.
    """
    days = list(dates(levelled))
    if days:
        return days[0].value
    last = last_day(levelled)
    if last is None:
        return None
    quarter, half = _QUARTER.search(levelled), _HALF.search(levelled)
    if quarter:
        return date(int(quarter["year"]), 3 * _number(quarter["quarter"]) - 2, 1)
    if half:
        return date(int(half["year"]), _of_half(half) - 5, 1)
    months = [_NAMES.index(match["month"].lower()) + 1 for match in _ANY_MONTH.finditer(levelled)]
    years = [int(match["year"]) for match in _WHOLE_YEAR.finditer(levelled)]
    # «ноябрь – февраль 2023 года» begins in the year before
    earlier = len(years) == 1 and bool(months) and months[0] > months[-1]
    return date((min(years) if years else last.year) - earlier, months[0] if months else 1, 1)


def _of_quarter(match: re.Match[str]) -> int:
    return 3 * _number(match["last"] or match["quarter"])


def _of_half(match: re.Match[str]) -> int:
    printed = match["half"].lower()
    return 6 if printed.startswith("перв") or (not printed.startswith("втор") and _number(printed) == 1) else 12


def _of_month(match: re.Match[str]) -> int:
    return _NAMES.index(match["month"].lower()) + 1


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _ROMAN[printed.lower()]


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
