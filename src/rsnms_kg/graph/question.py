"""A SPARQL question as text: what it is, and whether it may be run.

A question comes from anyone, like a paper. ``SERVICE`` would send data to an address, ``FROM`` and
``LOAD`` name what is not there, updates change what was read: all are refused before the engine sees
them. The engine has no separate lexer, so ``3SERVICE<…>`` and ``SERVICE:x`` are the keyword for it;
here a name that merely contains a refused word is refused too, unless it stands where no keyword can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError

LONGEST = 50_000
MOST_TOKENS = 10_000
DEEPEST = 60
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
_NEVER = re.compile("SERVICE|FROM|LOAD|INSERT|DELETE", re.IGNORECASE)
_NAME = r"[^\W\d](?:[\w\-·.]{0,60}[\w\-·])?"  # bounded: a chain of dots is not scanned again and again
_LOCAL = r"(?:[\w\-·:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]|\.+(?=[\w\-·:%\\]))*"
_TOKENS = re.compile(
    rf"""
    (?P<space>\s+|\#[^\n\r]*)
    |(?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
    |(?P<text>'''(?:[^'\\]|\\.|''?(?!'))*'''|\"\"\"(?:[^"\\]|\\.|""?(?!"))*\"\"\"
             |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<variable>[?$]\w+)
    |(?P<blank>_:[\w\-·.]*)
    |(?P<name>(?P<prefix>(?:{_NAME})?):{_LOCAL})
    |(?P<word>[^\W\d]\w*)
    |(?P<digit>\d)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that may be run: its text, its form and whether it says how its rows are ordered."""

    text: str
    form: str
    ordered: bool


def question(text: str) -> Question:
    """Look through the text of a question.

    :raises UsageError: when it is empty, too long or nested too deeply, is no query, or says what is refused.
    """
    if len(text) > LONGEST:
        raise UsageError(Bilingual(
            f"вопрос длиннее {LONGEST} знаков. Сократите его.",
            f"the query is longer than {LONGEST} characters. Shorten it.",
        ))  # fmt: skip
    escape = re.search(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}", text)
    if escape:
        raise _refused(
            text,
            escape.start(),
            escape[0],
            Bilingual(
                "знаки кодами не принимаются, напишите сам знак", "escaped letters are not accepted, write the letter"
            ),
        )
    words = _words(text)
    form = next((word for word in words if word in (*_FORMS, *_UPDATES)), "")
    if form in _UPDATES:
        raise _refused(text, 0, form, _NO_UPDATE)
    if not form:
        raise UsageError(Bilingual(
            "это не вопрос SPARQL: в нём нет ни SELECT, ни ASK, ни CONSTRUCT, ни DESCRIBE.",
            "this is no SPARQL query: it has no SELECT, ASK, CONSTRUCT or DESCRIBE.",
        ))  # fmt: skip
    return Question(text, form, "ORDER" in words)


_NO_NETWORK = Bilingual(
    "вопрос задают только названным файлам, по сети ничего не читается; источники назовите в вызове",
    "a query runs on the named files only, nothing is read from the network; name the sources in the call",
)
_NO_UPDATE = Bilingual("граф только спрашивают, менять его нельзя", "the graph can be asked and not changed")
_APOSTROPHE = Bilingual(
    "апостроф в адресе не принимается, пишите %27; у знака «<» оставьте пробелы",
    "an apostrophe in an IRI is not accepted, write %27; keep spaces around <",
)


def _words(text: str) -> list[str]:
    """Return the bare words of the outermost level in capitals; refuse what may not be said on any level."""
    outer: list[str] = []
    depth = count = 0
    for found in _TOKENS.finditer(text):
        kind, said = str(found.lastgroup), found[0]
        if kind == "space":
            continue
        count += kind != "digit"
        if kind == "iri" and "'" in said:
            raise _refused(text, found.start(), said, _APOSTROPHE)
        bare = said if kind == "word" else said[2:] if kind == "blank" else ""
        if kind == "name":  # the engine may end a name at a dot and read on
            bare = " ".join([found["prefix"], *re.split(r"[^\w\-]", said.partition(":")[2])[1:]])
        if never := _NEVER.search(bare):
            update = never[0].upper() in ("LOAD", "INSERT", "DELETE")
            raise _refused(text, found.start(), said, _NO_UPDATE if update else _NO_NETWORK)
        if kind == "word" and depth == 0:
            outer.append(said.upper())
        if kind == "sign":
            depth += (said in "([{") - (said in ")]}")
        if depth > DEEPEST or count > MOST_TOKENS:
            raise UsageError(Bilingual(
                f"вопрос слишком сложен: больше {MOST_TOKENS} слов или скобки глубже {DEEPEST}. Разделите его.",
                f"the query is too complex: over {MOST_TOKENS} words, or brackets deeper than {DEEPEST}. Split it.",
            ))  # fmt: skip
    return outer


def _refused(text: str, at: int, said: str, why: Bilingual) -> UsageError:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    shown = said if len(said) <= 40 else said[:40] + "…"
    return UsageError(Bilingual(
        f"вопрос, строка {line}, знак {column}: «{shown}» не разрешено – {why.ru}.",
        f"query, line {line}, column {column}: {shown!r} is not allowed: {why.en}.",
    ))  # fmt: skip
