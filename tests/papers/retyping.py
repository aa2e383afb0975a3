"""Harmless retypings: what offices, converters and mail do to a text without changing what it says."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

Retyping = Callable[[str], str]

_INITIALED = re.compile(r"([А-Я])\.([А-Я])\. ([А-Я][а-яё]+)")
_HEADING = re.compile(r"^(?:[IVX]+|\d+)\. [^\n.;:]+$", re.MULTILINE)
_LABELLED = re.compile(r"(?:[\d.]+[.)]|[IVX]+\.|[а-я]\)|[–—-])\s")


def no_break_spaces(text: str) -> str:
    return re.sub(r"(?<=[№«А-Яа-я\d.]) (?=[\d«А-Я])", "\N{NO-BREAK SPACE}", text)


def every_space_no_break(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def doubled_spaces(text: str) -> str:
    return re.sub(r"(?<=\S) (?=\S)", "  ", text)


def trailing_spaces(text: str) -> str:
    return re.sub(r"(?<=\S)$", "   ", text, flags=re.MULTILINE)


def indented(text: str) -> str:
    return _paragraphs(text, lambda paragraph: f"     {paragraph}")


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def byte_order_mark(text: str) -> str:
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + text


def wrapped(width: int) -> Retyping:
    """Every paragraph broken at a width, as a program without soft line ends does; tables stay."""

    def wrap(text: str) -> str:
        return _paragraphs(
            text,
            lambda paragraph: "\n".join(
                textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
                for line in paragraph.split("\n")
            ),
        )

    return wrap


def wrapped_tight(width: int) -> Retyping:
    """Broken at a width and without blank lines, so that only labels and line lengths show paragraphs."""
    return lambda text: no_blank_lines(wrapped(width)(text))


def straight_quotes(text: str) -> str:
    return re.sub("[«»]", '"', text)


def english_quotes(text: str) -> str:
    return text.replace("«", "“").replace("»", "”")


def german_quotes(text: str) -> str:
    return text.replace("«", "„").replace("»", "“")


def hyphens_for_dashes(text: str) -> str:
    return re.sub("[–—]", "-", text)


def em_dashes(text: str) -> str:
    return text.replace("–", "—")


def ye_for_yo(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е")


def more_blank_lines(text: str) -> str:
    return text.replace("\n\n", "\n\n\n\n")


def no_blank_lines(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", text)


def initials_apart(text: str) -> str:
    return _INITIALED.sub(r"\1. \2. \3", text)


def initials_last(text: str) -> str:
    return _INITIALED.sub(r"\3 \1.\2.", text)


def initials_close(text: str) -> str:
    return _INITIALED.sub(r"\1.\2.\3", text)


def page_breaks_as_blank_lines(text: str) -> str:
    return _broken(text, "\n\n")


def page_breaks_as_form_feeds(text: str) -> str:
    return _broken(text, "\n\f")


def capital_headings(text: str) -> str:
    return _HEADING.sub(lambda match: match[0].upper(), text)


def small_title(text: str) -> str:
    return re.sub(r"^(СОГЛАШЕНИЕ|ПРИКАЗ)", lambda match: match[0].capitalize(), text, flags=re.MULTILINE)


def number_sign_close(text: str) -> str:
    return text.replace("№ ", "№")


def number_sign_latin(text: str) -> str:
    return text.replace("№", "N")


def bold_headings(text: str) -> str:
    return _HEADING.sub(lambda match: f"**{match[0]}**", text)


def bold_bearers(text: str) -> str:
    return re.sub(
        r"^((?:[\d.]+ )?[А-Я][А-Яа-я ]+ (?:обязуется|обязуются|обеспечивает):)$", r"**\1**", text, flags=re.MULTILINE
    )


def spaced_title(text: str) -> str:
    return re.sub(r"^(СОГЛАШЕНИЕ|ПРИКАЗ)", lambda match: " ".join(match[0]), text, flags=re.MULTILINE)


def page_numbers(text: str) -> str:
    """A number of the page alone on its line after every tenth paragraph, the way PDFs are copied."""
    paragraphs = text.split("\n\n")
    for page, at in enumerate(range(10, len(paragraphs), 11), start=2):
        paragraphs.insert(at, str(page))
    return "\n\n".join(paragraphs)


def page_numbers_in_sentences(text: str) -> str:
    """The same, and every page ends in the middle of a sentence."""
    return _broken(text, "\n\n7\n\n")


def soft_hyphens(text: str) -> str:
    return re.sub(r"(?<=[а-я]{3})(?=[бвгдклмнпрст][аеиоу][а-я]{2})", "\N{SOFT HYPHEN}", text)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def latin_lookalikes(text: str) -> str:
    """A Latin «o» and «c» inside words that are otherwise Cyrillic."""
    return re.sub(r"(?<=[а-я]{2})о(?=[а-я]{2})", "o", re.sub(r"(?<=[а-я]{2})с(?=[а-я]{2})", "c", text))


def tabs_after_labels(text: str) -> str:
    """The label and the words set apart by a tab, as Word's lists copy."""
    return _paragraphs(
        text,
        lambda paragraph: (
            _LABELLED.sub(lambda match: match[0].rstrip() + "\t", paragraph, count=1)
            if _LABELLED.match(paragraph)
            else paragraph
        ),
    )


def labels_without_full_stop(text: str) -> str:
    return re.sub(r"^(\d\.\d+(?:\.\d+)?)\. ", r"\1 ", text, flags=re.MULTILINE)


def rules_before_names(text: str) -> str:
    """The line to sign on, in front of the name."""
    return re.sub(r"\n([А-Я]\.[А-Я]\. [А-Я][а-яё]+)\n", r"\n_____________ \1\n", text)


def bars_in_tables(text: str) -> str:
    """Columns set apart by upright bars for tabs."""
    return re.sub(r"^.*\t.*$", lambda match: f"| {match[0].replace(chr(9), ' | ')} |", text, flags=re.MULTILINE)


def spaces_before_semicolons(text: str) -> str:
    return text.replace(";\n", " ;\n")


RETYPINGS: dict[str, Retyping] = {
    **{function.__name__.replace("_", " "): function for function in (
        no_break_spaces, every_space_no_break, doubled_spaces, trailing_spaces, indented, crlf, byte_order_mark,
        straight_quotes, english_quotes, german_quotes, hyphens_for_dashes, em_dashes, ye_for_yo, more_blank_lines,
        no_blank_lines, initials_apart, initials_last, initials_close, page_breaks_as_blank_lines,
        page_breaks_as_form_feeds, capital_headings, small_title, number_sign_close, number_sign_latin,
        bold_headings, bold_bearers, spaced_title, page_numbers, page_numbers_in_sentences, soft_hyphens, decomposed,
        latin_lookalikes, tabs_after_labels, labels_without_full_stop, rules_before_names,
        bars_in_tables, spaces_before_semicolons,
    )},
    **{f"wrapped at {width}": wrapped(width) for width in (70, 80, 100)},
    **{f"wrapped at {width} without blank lines": wrapped_tight(width) for width in (70, 80, 100)},
}  # fmt: skip


def _paragraphs(text: str, change: Retyping) -> str:
    """Change every paragraph; tables and what stands below «подписи» line by line stay as they are."""
    return "\n\n".join(
        change(paragraph) if paragraph and not re.search(r"\t|^\|", paragraph) else paragraph
        for paragraph in text.rstrip("\n").split("\n\n")
    ) + "\n"  # fmt: skip


def _broken(text: str, page: str) -> str:
    """Break every long paragraph at a space in its middle, before a small letter."""

    def broken(paragraph: str) -> str:
        middle = len(paragraph) // 2
        space = re.compile(r"(?<=[а-я,]) (?=[а-я])").search(paragraph, middle)
        if len(paragraph) < 120 or not space:
            return paragraph
        return paragraph[: space.start()] + page + paragraph[space.end() :]

    return _paragraphs(text, broken)
