"""Operators on the text of an order: what it approves and encloses, what its regulation and roadmap must have."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from mutation.insertions import endings, lines, with_words
from mutation.order_papers import ROW, rows
from mutation.places import Made, TextOperator, everywhere, replacing

_SUBJECT = r"^(3\.\d\.\d)\. ([^\n]+)\n\nФункции:\n\n((?:[–•] [^\n]+\n\n)+)"
_FUNCTION = r"^([–•]) ([^\n]+)[;.]$"
_TELLING = 6  # words of a function that is known for the same in two places


def function_repeated(text: str, random: Random) -> Made:
    """The first function of a subject stands once more at the end of its list."""
    for subject in lines(_SUBJECT, text):
        first, *others = lines(_FUNCTION, subject[3])
        if others:
            yield with_words(text, (subject.end(), f"{first[1]} {first[2]}.\n\n")), subject[1]


def function_of_another(text: str, random: Random) -> Made:
    """A function of a subject is given to another one below, too."""
    for upper, lower in pairwise(lines(_SUBJECT, text)):
        for function in lines(_FUNCTION, upper[3]):
            if len(function[2].split()) > _TELLING:
                yield with_words(text, (lower.end(), f"{function[1]} {function[2]}.\n\n")), lower[1]


def name_of_another_level(text: str, random: Random) -> Made:
    """A subject bears the name of one of a level above, without its short form."""
    subjects = list(lines(_SUBJECT, text))
    for upper in subjects:
        for lower in subjects:
            name = upper[2].partition(" (далее")[0]
            if upper[1][:3] < lower[1][:3] and "(далее" not in lower[2]:
                yield text[: lower.start(2)] + name + text[lower.end(2) :], lower[1]


def functions_of_nobody(text: str, random: Random) -> Made:
    """Above the functions of a subject stands nobody's name."""
    for subject in lines(_SUBJECT, text):
        yield text[: subject.start(2)] + "Функции:\n\n" + text[subject.start(3) :], subject[1]


def indicators_cut(text: str, random: Random) -> Made:
    """The indicators are not there, and those of the clauses below move up."""
    cut = re.search(r"^6\.1\. Показатели:\n\n(?:\d\. [^\n]+\n\n)+", text, re.MULTILINE)
    if cut:
        rest = re.sub(r"^6\.(\d)\. ", lambda label: f"6.{int(label[1]) - 1}. ", text[cut.end() :], flags=re.MULTILINE)
        yield text[: cut.start()] + rest, "приложение 1"


def no_roadmap(text: str, random: Random) -> Made:
    """The order has no second annex, and nothing speaks of a roadmap."""
    cut = text[: text.index("\nПриложение № 2")].rstrip() + "\n"
    cut = re.sub(r"^2\. Утвердить комплекс мер [^\n]+\n\n", "", cut, flags=re.MULTILINE)
    cut = re.sub(r"^3\. Контроль", "2. Контроль", cut, flags=re.MULTILINE)
    cut = re.sub(r"^4\. Приказ", "3. Приказ", cut, flags=re.MULTILINE)
    yield re.sub(r" и комплекса мер \(дорожной карты\)[^\n]*", "", cut), "приложение 1"


def measure_of_those_below(text: str, random: Random) -> Made:
    """A subject of a level below answers for the agreements, which only one above has functions on."""
    subjects = list(lines(_SUBJECT, text))
    lowest = subjects[-1][1][:3]
    for row in ROW.finditer(text):
        if "оглашени" in row[2]:
            name = random.choice(
                [one[2] for one in subjects if one[1][:3] == lowest and "(далее" not in one[2]] or [""]
            )
            changed = f"{row[1]}\tПодписаны трёхсторонние соглашения\t{name}\t{row[4]}\t{row[5]}"
            if name:
                yield text[: row.start()] + changed + text[row.end() :], f"ДК/{row[1]}"


def measure_of_an_outsider(text: str, random: Random) -> Made:
    """A function speaks of the federal operator, who is no subject, and who alone answers for a measure."""
    at, _ = random.choice(endings(text))
    speaking = with_words(text, (at, " при участии федерального оператора"))
    for row in ROW.finditer(speaking):
        if row[3] and row[1].isdigit():
            yield speaking[: row.start(3)] + "Федеральный оператор" + speaking[row.end(3) :], f"ДК/{row[1]}"


def agreements_forgotten(text: str, random: Random) -> Made:
    """No measure is on the agreements."""
    for row in ROW.finditer(text):
        if "оглашени" in row[2]:
            changed = f"{row[1]}\tОткрыты школьные клубы\t{row[3]}\tОтчёт\t{row[5]}"
            yield text[: row.start()] + changed + text[row.end() :], "приложение 2"


REGULATIONS: dict[str, dict[str, TextOperator]] = {
    "ANNEX-NUMBER": {"the second annex bears another number": everywhere(
        (r"(?<=приложение № )2(?=\))", "3"), (r"(?<=^Приложение № )2$", "3"), at="приложение 2")},
    "ORDER-APPROVES": {"an annex is referred to and not approved": replacing(
        r"^2\. Утвердить комплекс мер \(дорожную карту\)", "2. Руководителям школ выполнять комплекс мер",
        at="приложение 2")},
    "ORDER-ENCLOSED": {"what is enclosed is not there": everywhere(
        (r"^4\. Приказ", "5. Приказ"), (r"^3\. Контроль", "3. Утвердить прилагаемый перечень школ.\n\n4. Контроль"),
        at="3")},
    "REGULATION-BEARER": {"functions of nobody": functions_of_nobody},
    "REGULATION-FUNCTION-TWICE": {"a function is repeated": function_repeated},
    "REGULATION-FUNCTION-SHARED": {"a function of two subjects": function_of_another},
    "REGULATION-GLOSSARY": {"a term is not explained": replacing(
        r"(?<=^– )([а-яё]+(?: [а-яё]+)*) – [^\n]+;$", r"\1;", at="1.2")},
    "REGULATION-INDICATORS": {"the indicators are cut": indicators_cut},
    "REGULATION-MONITORING": {"monitoring is cut": replacing(
        r"^(?:6\.3\. )?Мониторинг проводится [^\n]+\n\n", "", at="приложение 1")},
    "REGULATION-ROADMAP": {"the roadmap is cut": no_roadmap},
    "REGULATION-SUBJECT-TWICE": {"one name of two subjects": name_of_another_level},
    "ROADMAP-AGREEMENT": {"agreements are forgotten": agreements_forgotten},
    "ROADMAP-DATE": {"a vague deadline": rows(5, "по мере готовности", "в ближайшее время")},
    "ROADMAP-OUTSIDE": {"somebody outside is responsible": measure_of_an_outsider},
    "ROADMAP-FUNCTION": {"a measure of those below": measure_of_those_below},
}  # fmt: skip
REGULATION_PAPER_CONSEQUENCES: dict[str, dict[str, str]] = {
    "functions of nobody": {
        "ABBR-UNDECLARED": "a short form was declared there",
        "ABBR-UNUSED": "and is not there to be used any more",
        "ROADMAP-KNOWN": "who is gone answers for a row",
        "LEVEL-PRESENT": "the level has no other subject",
        "LEVEL-CLOSED": "the list is told at its first subject",
        "ROADMAP-AGREEMENT": "the functions on them are nobody's",
    },
    "the roadmap is cut": {"ROADMAP-AGREEMENT": "it was said of the roadmap", "ROADMAP-KNOWN": "or of a row of it"},
    "one name of two subjects": {"ROADMAP-KNOWN": "a name of two does not tell who answers for a row"},
    "a measure of those below": {"ROADMAP-AGREEMENT": "a measure speaks of the agreements now"},
}
