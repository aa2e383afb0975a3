"""Harmless differences of typing: one form for comparing, of the same length, so that places stay.

Everything that reads a paper reads its *levelled* text; everything that quotes it quotes the
original at the same offsets.
"""

from __future__ import annotations

import re
import unicodedata

from rsnms_kg.russian.lookalikes import in_russian_letters, numbers_in_russian_letters

NBSP = "\N{NO-BREAK SPACE}"

# Invisible characters that carry no words; they are dropped when a paper is read.
_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}"
        "\N{ZERO WIDTH JOINER}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
        "\N{COMBINING ACUTE ACCENT}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c",
    )
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

_SPACES = dict.fromkeys(
    map(
        ord,
        "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}\N{EN SPACE}"
        "\N{EM SPACE}\N{HAIR SPACE}\N{IDEOGRAPHIC SPACE}\N{PUNCTUATION SPACE}",
    ),
    " ",
)
_DASHES = dict.fromkeys(
    map(
        ord,
        "\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HORIZONTAL BAR}\N{FIGURE DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}",
    ),
    "-",
)
_LETTERS = {ord("ё"): "е", ord("Ё"): "Е"}
_BREAKS = dict.fromkeys(map(ord, "\v\f\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NEXT LINE}"), "\n")
_BREAKS_READ = dict.fromkeys(map(ord, "\r\N{NEXT LINE}"), "\n")
_QUOTES = '«»"“”„‟‘’‚‹›″'
_ONE_TO_ONE = {**_SPACES, **_DASHES, **_LETTERS, **_BREAKS}

# N, No and Nо stand for № where a typewriter's keyboard lacks it.
_NUMBER_SIGN = re.compile(r"(?<![A-Za-zА-Яа-я\d])N(?:[oо°º]\.?)?(?=\s*(?:\d|[А-ЯA-Z]{1,2}-?\d))")
# The number of a page that stands between two halves of a sentence.
# Every line is looked at a few times at most, however long it is and however many are blank.
PAGE_NUMBER = re.compile(
    r"\n(?:[^\S\n]*+\n){0,3}+[^\S\n]*+[-–—]?[^\S\n]*+\d{1,3}[^\S\n]*+[-–—]?[^\S\n]*+(?:\n[^\S\n]*+){0,3}(?=\n)"
)
_SPACED_OUT = re.compile(r"^(?:[А-Я] {1,3}){3,}[А-Я]\b")


def clean(text: str) -> str:
    """Return ``text`` composed (NFC), with line ends as ``\\n`` and without invisible characters.

    This is the text that places refer to.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_BREAKS_READ))
    return _CONTROL.sub("", text.translate(_INVISIBLE))


def level(text: str) -> str:
    """Return ``text`` with harmless differences of typing removed, character for character.

    Spaces, dashes, quotation marks and number signs get one form, ``ё`` becomes ``е``, and Latin
    look-alikes where a Russian letter belongs become Cyrillic. ``len(level(text)) == len(text)`` always holds.
    """
    levelled = text.translate(_ONE_TO_ONE)
    levelled = in_russian_letters(levelled)
    levelled = _NUMBER_SIGN.sub(lambda match: "№".ljust(len(match[0])), levelled)
    return _directed_quotes(numbers_in_russian_letters(levelled))


def fold(text: str) -> str:
    """Return ``text`` for comparing: levelled, in lower case, with single spaces, without outer marks."""
    return " ".join(level(text).lower().replace("*", "").split()).strip(" .,;:")


def unspaced(levelled: str) -> str:
    """Return levelled text whose first word was spaced out (П Р И К А З) with that word whole."""
    match = _SPACED_OUT.match(levelled)
    return match[0].replace(" ", "") + levelled[match.end() :] if match else levelled


def plain(text: str) -> str:
    """Return ``text`` on one line for showing: single spaces, without emphasis marks and page numbers."""
    return " ".join(PAGE_NUMBER.sub("\n", text).replace("*", "").split())


def one_line(text: str) -> str:
    """Return ``text`` on one line, without what cannot be shown or would turn the reading direction."""
    text = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    hidden = ("Cc", "Cf", "Cs")  # control, format and lone surrogate characters
    return plain("".join(s for s in text if unicodedata.category(s) not in hidden and s not in "\ufffe\uffff"))


def _directed_quotes(text: str) -> str:
    """Turn every quotation mark into « or » by what stands before and after it."""
    if not any(mark in text for mark in _QUOTES):
        return text
    out = list(text)
    for index, mark in enumerate(text):
        if mark in "«»":
            continue
        if mark in _QUOTES:
            before = out[index - 1] if index else " "
            out[index] = "«" if before.isspace() or before in "(«[-*" else "»"
    return "".join(out)
