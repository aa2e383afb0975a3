"""Operators on the text of an order with its regulation and roadmap."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from mutation.agreement_papers import last_number_repeated, last_number_too_far
from mutation.places import Made, TextOperator, replacing

ROW = re.compile(r"^(\d+)\t([^\t\n]+)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)$", re.MULTILINE)


def rows(cell: int, *new: str, only: str = ".+") -> TextOperator:
    """A cell of the roadmap becomes another one; 1 is the number, 5 the deadline."""

    def make(text: str, random: Random) -> Made:
        for row in ROW.finditer(text):
            if re.fullmatch(only, row[cell]):
                cells = [row[at] for at in range(1, 6)]
                cells[cell - 1] = random.choice(new)
                yield text[: row.start()] + "\t".join(cells) + text[row.end() :], f"ДК/{cells[0]}"

    return make


def last_row_number(text: str, random: Random) -> Made:
    row = list(ROW.finditer(text))[-1]
    number = str(int(row[1]) + random.choice([-1, 1, 4]))
    yield text[: row.start(1)] + number + text[row.end(1) :], f"ДК/{number}"


def deadlines_exchanged(text: str, random: Random) -> Made:
    """The deadlines of two rows, one below the other, change places; found at the lower one."""
    measures = list(ROW.finditer(text))
    for upper, lower in pairwise(measures):
        changed = (
            text[: upper.start(5)] + lower[5] + text[upper.end(5) : lower.start(5)] + upper[5] + text[lower.end(5) :]
        )
        yield changed, f"ДК/{lower[1]}"


def row_copied(text: str, random: Random) -> Made:
    """A row stands twice: with its number once more or, the last one, with the next number."""
    measures = list(ROW.finditer(text))
    for row in measures:
        yield text[: row.end()] + "\n" + row[0] + text[row.end() :], f"ДК/{row[1]}"
    last = measures[-1]
    number = str(int(last[1]) + 1)
    again = last[0].replace(last[1], number, 1)
    yield text[: last.end()] + "\n" + again + text[last.end() :], f"ДК/{number}"


def functions_cut(text: str, random: Random) -> Made:
    """A subject keeps its name and loses its list of functions."""
    listed = re.compile(r"^(3\.\d\.\d)\. [^\n]+\n\nФункции:\n\n(?:[–•] [^\n]+\n\n)+", re.MULTILINE)
    for match in listed.finditer(text):
        name = match[0].split("\n")[0]
        yield text[: match.start()] + name + "\n\n" + text[match.end() :], match[1]


def open_list(text: str, random: Random) -> Made:
    """Nothing says that the subjects of a level are all; found at the first subject of the level."""
    for match in re.finditer(r"^Перечень субъектов [^\n]+ исчерпывающи[^\n]+\n\n", text, re.MULTILINE):
        level = re.findall(r"^(3\.\d)\.\d\. ", text[: match.start()], re.MULTILINE)[-1]
        yield text[: match.start()] + text[match.end() :], f"{level}.1"


def unlabelled(text: str, random: Random) -> Made:
    for match in re.finditer(r"^Приложение № (\d)\nк приказу [^\n]+\nот [^\n]+\n\n", text, re.MULTILINE):
        yield text[: match.start()] + text[match.end() :], f"приложение {match[1]}"


def of_no_level(text: str, random: Random) -> Made:
    for match in re.finditer(r"^(3\.\d)\. (Субъектами [а-я]+ уровня(?: РСНМС)?) являются:$", text, re.MULTILINE):
        yield text[: match.start(2)] + "Субъектами РСНМС" + text[match.end(2) :], match[1]


def level_left_out(text: str, random: Random) -> Made:
    """The subjects of the municipal level are not there, though the structure names the level."""
    cut = re.search(r"^3\.3\. (?s:.*?)(?=^3\.4\. )", text, re.MULTILINE)
    named = re.search(r"^(3\.1)\. [^\n]*муниципального[^\n]*уровней", text, re.MULTILINE)
    if cut and named:
        rest = re.sub(r"^3\.4(?=\.)", "3.3", text[cut.end() :], flags=re.MULTILINE)
        yield text[: cut.start()] + rest, named[1]


OPERATORS: dict[str, dict[str, TextOperator]] = {
    "META-NUMBER": {"the number of the order is left out":
                    replacing(r"(?<=г\.\n\n)№ \S+\n\n(?=Об )", "", at="реквизиты")},
    "META-DATE": {"the date of the order is left out":
                  replacing(r"^от \d\d\.\d\d\.\d{4} г\.\n\n(?=№)", "", at="реквизиты")},
    "META-TITLE": {"the title of the order is left out":
                   replacing(r"^Об утверждении [^\n]+\n\n", "", at="реквизиты")},
    "NUM-DUPLICATE": {"the last number of a list stands twice": last_number_repeated},
    "NUM-GAP": {"the last number of a list is too far": last_number_too_far},
    "NUM-ROW": {"the number of a measure is wrong": last_row_number},
    "REF-CLAUSE": {"a reference to a clause that is not there": replacing(
        r"(?<=^4\.2\. )([^\n]+)\.$", r"\1 (пункт 8.8 настоящего Положения).", r"\1 в порядке пункта 3.19 Положения.",
        at="4.2")},
    "ANNEX-PRESENT": {"the order approves what is not there":
                      replacing(r"(?<=^[12]\. )([^\n]+)\(приложение № [12]\)", r"\1(приложение № 5)")},
    "ANNEX-LABEL": {"an annex is not called so":
                    unlabelled},
    "DATE-IMPOSSIBLE": {"a day that the month does not have, in a row":
                        rows(5, "31 ноября 2022 года", "30 февраля 2023 года", "31 сентября 2021 года")},
    "ORDER-CONTROL": {"nobody controls": replacing(
        r"^3\. Контроль [^\n]+\n\n4\. ", "3. ", at="реквизиты")},
    "ORDER-FORCE": {"no entry into force": replacing(
        r"^4\. Приказ вступает [^\n]+\n\n", "", at="реквизиты")},
    "ORDER-SIGNED": {"nobody signs the order": replacing(
        r"^Министр\n+[А-ЯЁ]\.[А-ЯЁ]\. [А-ЯЁа-яё]+\n\n(?=Приложение)", "", at="реквизиты")},
    "REGULATION-RECURRENCE": {"nobody knows how often": replacing(
        r"(?<=^6\.3\. Мониторинг проводится) не реже двух раз в год", "", at="6.3")},
    "LEVEL-SUBJECT": {"a list of no level": of_no_level},
    "LEVEL-PRESENT": {"a level is left out": level_left_out},
    "LEVEL-FUNCTION": {"a subject without functions": functions_cut},
    "LEVEL-CLOSED": {"a list is open": open_list},
    "ROADMAP-DEADLINE": {"no deadline": rows(5, "")},
    "ROADMAP-RESPONSIBLE": {"nobody is responsible": rows(3, "")},
    "ROADMAP-RESULT": {"no result": rows(4, "")},
    "ROADMAP-KNOWN": {"somebody unknown is responsible": rows(3, "Учёный совет", "Районная газета")},
    "ROADMAP-ORDER": {"deadlines exchanged": deadlines_exchanged},
    "ROADMAP-TWICE": {"a measure stands twice": row_copied},
    "ROADMAP-PAST": {"the first row is over": rows(5, "1 марта 2019 года", "15 мая 2018 года", only=".*")},
}  # fmt: skip
CONSEQUENCES = {
    "the last number of a list is too far": {"TERM-UNUSED": "what was told of the clause is told by its new number"},
    "the last number of a list stands twice": {"TERM-UNUSED": "what was told of the clause is told by its new number"},
    "a subject without functions": {
        "ROADMAP-AGREEMENT": "no function speaks of agreements any more",
        "ABBR-UNDECLARED": "a form is told where it stands first, which is further down now",
    },
    "an annex is not called so": {"ANNEX-PRESENT": "the order refers to it by its number"},
    "the number of a measure is wrong": {"ROADMAP-KNOWN": "the same row is cited by its new number"},
    "a list of no level": {"LEVEL-PRESENT": "the level has no subject", "LEVEL-CLOSED": "its list is of no level"},
    "a level is left out": {
        "ROADMAP-KNOWN": "who is gone answers for a row",
        "ABBR-UNDECLARED": "a short form was declared there",
    },
    "nobody is responsible": {"ROADMAP-KNOWN": "it was said of whoever was responsible"},
    "the first row is over": {"ROADMAP-ORDER": "the row above is due later"},
    "a day that the month does not have, in a row": {"ROADMAP-ORDER": "a row without a day is passed over"},
}  # fmt: skip
