"""Operators on the table of targets: rows against each other, periods, per cent signs."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from random import Random

from mutation.places import Made, TextOperator, clause_at
from mutation.rounding import pairs_of_rule

CELLS = r"^(\d+)\.\t([^\t\n]+)\t([\d,]+)%\t(\d+)\t([\d,]+)%\t(\d+)$"


def _rows(text: str) -> list[re.Match[str]]:
    """The rows that have shares and counts."""
    return list(re.finditer(CELLS, text, re.MULTILINE))


def _one_row_more(text: str, row: re.Match[str], name: str, counts: tuple[int, int]) -> tuple[str, str]:
    """The table with a row more at its end: the shares of another row, other counts."""
    last = list(re.finditer(r"^(\d+)\.\t[^\n]+$", text, re.MULTILINE))[-1]
    number = int(last[1]) + 1
    added = f"\n{number}.\t{name}\t{row[3]}%\t{counts[0]}\t{row[5]}%\t{counts[1]}"
    return text[: last.end()] + added + text[last.end() :], f"приложение/{number}"


def _group(row: re.Match[str]) -> str:
    """Whom a row counts: «педагогов» of «Доля педагогов, для которых …»."""
    return re.split("[,(]", row[2].partition(" ")[2])[0].strip()


def row_copied(text: str, random: Random) -> Made:
    """A row stands twice: with its number, or at the end with the next one."""
    for row in _rows(text):
        yield text[: row.end()] + "\n" + row[0] + text[row.end() :], f"приложение/{row[1]}"
        yield _one_row_more(text, row, row[2], (int(row[4]), int(row[6])))


def of_another_number(text: str, random: Random) -> Made:
    """A row more on the same group, counted from a number some times as large."""
    for row in _rows(text):
        times = random.choice([2, 3, 5])
        name = f"Доля {_group(row)}, охваченных наблюдением"
        yield _one_row_more(text, row, name, (int(row[4]) * times, int(row[6]) * times))


def of_a_part(text: str, random: Random) -> Made:
    """A row more on a part of a group, counted from a smaller number."""
    for row in _rows(text):
        common = math.gcd(int(row[4]), int(row[6]))
        divisors = [number for number in range(2, common + 1) if common % number == 0]
        if divisors:
            part = random.choice(divisors)
            name = f"Доля {_group(row)} малых деревень, охваченных наблюдением"
            yield _one_row_more(text, row, name, (int(row[4]) // part, int(row[6]) // part))


def of_two_rules(text: str, random: Random) -> Made:
    """Two rows fit under different rules of rounding only; found at the upper one."""
    rows = _rows(text)
    for upper, lower in pairwise(rows):
        rules = random.choice([("up", "down"), ("down", "up")])
        changed = text
        for row, rule in ((lower, rules[1]), (upper, rules[0])):
            cells = "\t".join(f"{share}%\t{count}" for share, count in pairs_of_rule(random, rule))
            changed = changed[: row.start(3)] + cells + changed[row.end() :]
        yield changed, f"приложение/{upper[1]}"


def sign_lost(text: str, random: Random) -> Made:
    for row in _rows(text):
        group = random.choice([3, 5])
        yield text[: row.end(group)] + text[row.end(group) + 1 :], clause_at(text, row.start())


def year_twice(text: str, random: Random) -> Made:
    """The head of the table names one year over two columns."""
    for head in re.finditer(r"\t(20\d\d) год\t+(20\d\d)(?= год)", text):
        yield text[: head.start(2)] + head[1] + text[head.end(2) :], "приложение"


def years_exchanged(text: str, random: Random) -> Made:
    for head in re.finditer(r"\t(20\d\d)( год\t+)(20\d\d)(?= год)", text):
        yield text[: head.start(1)] + head[3] + head[2] + head[1] + text[head.end(3) :], "приложение"


INDICATORS: dict[str, dict[str, TextOperator]] = {
    "INDICATOR-POPULATION": {"a group of another number": of_another_number},
    "INDICATOR-NEIGHBOUR": {"a part of a group": of_a_part},
    "INDICATOR-RULE": {"rows under two rules": of_two_rules},
    "INDICATOR-PERCENT": {"a share without its sign": sign_lost},
    "INDICATOR-PERIOD": {"a year stands twice": year_twice, "years exchanged": years_exchanged},
    "INDICATOR-TWICE": {"a row stands twice": row_copied},
}  # fmt: skip
