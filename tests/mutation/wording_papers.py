"""Operators on the words of any paper: short forms, terms, the kind by which a paper calls itself."""

from __future__ import annotations

import re
from random import Random

from mutation.insertions import adding, endings, label_above, lines, with_words
from mutation.places import Made, TextOperator, replacing

_DECLARED = r" \(далее – ([А-ЯЁ]{3,})\)"
_NAMED = r"(?:^\d[\d.]*\. |\A|\n\n|, и |, )([А-ЯЁ][а-яё]+ (?:[^,()\n]|«[^»]+»)+?) \(далее – ([^)]+)\)"


def _row_or_label(text: str, position: int) -> str:
    """How a place of an order or an agreement is cited: a row of the roadmap, or the number above."""
    line = text.rfind("\n", 0, position) + 1
    row = re.compile(r"(\d+)\t").match(text, line)
    return f"ДК/{row[1]}" if row else label_above(text, position)


def used_above_its_declaration(text: str, random: Random) -> Made:
    """A form of capitals stands in a clause above the one that explains it; found at the explanation."""
    for match in lines(_DECLARED, text):
        above = [
            line.end()
            for line in lines(r"^(?:\d\.\d\. |[–•] )[^\n]+?(?=[;.]$)", text[: match.start()].rpartition("\n")[0])
            if line.start() > text.rfind("\nПриложение", 0, match.start())
        ]
        if above:
            yield with_words(text, (random.choice(above), f" при участии {match[1]}")), label_above(text, match.start())


def slip_of_a_form(text: str, random: Random) -> Made:
    """In one of the uses of a form of four letters or more two letters change places, or a letter is lost."""
    for form in dict.fromkeys(match[1] for match in lines(_DECLARED, text) if len(match[1]) > 3):
        for use in lines(rf"(?<=[а-яё] ){form}(?=[ ;.]|$)", text):
            slips = [form[0] + form[2] + form[1] + form[3:], form[:-1], form[:2] + " " + form[2:]]
            wrong = random.choice([slip for slip in slips if slip != form])
            yield text[: use.start()] + wrong + text[use.end() :], _row_or_label(text, use.start())


def explanation_lost(text: str, random: Random) -> Made:
    """A form that is used stands nowhere explained; found where it stands first.

    A form that a term of the glossary is named by counts as known.
    """
    for match in lines(_DECLARED, text):
        if re.search(rf"^– [а-яё ]*{match[1]} – ", text, re.MULTILINE):
            continue
        rest = text[: match.start()] + text[match.end() :]
        first = re.search(rf"(?<![А-ЯЁа-яё]){match[1]}(?![А-ЯЁа-яё])", rest)
        if first:
            yield rest, _row_or_label(rest, first.start())


def explained_again(text: str, random: Random) -> Made:
    """The same words get the same short form once more, below."""
    for match in lines(_NAMED, text):
        for at, clause in endings(text):
            if at > match.end() and "\nПриложение" not in text[match.end() : at]:
                again = f", а также {match[1]} (далее – {match[2]})"
                yield with_words(text, (at, again)), clause


def explained_otherwise(text: str, random: Random) -> Made:
    """A short form is given to something else, below."""
    for match in lines(r" \(далее – ([^)]+)\)", text):
        for at, clause in endings(text):
            if at > match.end():
                other = f", кружок {random.choice(['юных физиков', 'родного края'])} (далее – {match[1]})"
                yield with_words(text, (at, other)), clause


def term_never_used(text: str, random: Random) -> Made:
    """A glossary has one term more, which nothing else speaks of."""
    for match in lines(r"^(1\.\d)\. [^\n]*(?:понятия|термины)[^\n]*:\n\n", text):
        term = random.choice(["методический десант – выезд педагогов", "кейс – описание случая из практики"])
        yield with_words(text, (match.end(), f"– {term};\n\n")), match[1]


_TWO_ENDS = r"\1, но не позднее 5 апреля 2041 года", r"\1, но не позднее 1 июня 2040 года"
WORDING: dict[str, dict[str, TextOperator]] = {
    "ABBR-BEFORE": {"a form is used above its explanation": used_above_its_declaration},
    "ABBR-DRIFT": {"a slip in a short form": slip_of_a_form},
    "ABBR-UNDECLARED": {
        "a form that nobody explains": adding(" и ЩЦП", " совместно с РЦЩ"),
        "the explanation is left out": explanation_lost,
    },
    "ABBR-TWICE": {"a form is explained again": explained_again},
    "ABBR-MEANING": {"a form is given to something else": explained_otherwise},
    "ABBR-UNUSED": {"a form is explained for nothing": adding(
        " в ходе сетевого обмена уроками (далее – СОУ)", " на открытых учебных встречах (далее – ОУВ)")},
}  # fmt: skip
IN_AGREEMENTS: dict[str, dict[str, TextOperator]] = {
    **WORDING,
    "REF-ACT": {
        "the agreement calls itself something else": replacing(
            r"(?<=[а-яё] настоящ)(его|ему) Соглашени[яю]", r"\1 Положению", r"\1 приказу"
        )
    },
    "TERM-ENDS": {"a second last day": replacing(r"(действует по \d+ [а-я]+ \d{4} года)(?=\.$)", *_TWO_ENDS)},
}
IN_ORDERS: dict[str, dict[str, TextOperator]] = {
    **WORDING,
    "REF-ACT": {
        "the regulation calls itself something else": adding(
            " в порядке настоящего Соглашения", " по правилам настоящего договора"
        )
    },
    "TERM-UNUSED": {"a term that nothing uses": term_never_used},
}
WORDING_CONSEQUENCES: dict[str, dict[str, str]] = {
    "a form is used above its explanation": {"ABBR-UNUSED": "it was not used before"},
    "the explanation is left out": {"ROADMAP-KNOWN": "nobody knows whom the form in the roadmap means"},
    "a form is explained again": {"ABBR-UNUSED": "a form that is not used is told at both places"},
    "a form is given to something else": {"ABBR-UNUSED": "a form that is not used is told at both places"},
}
