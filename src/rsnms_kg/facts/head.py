"""The head of a paper: what it calls itself, its number, its date, its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rsnms_kg.documents.document import Block, Document, Paragraph, Part
from rsnms_kg.knowledge.lexicon import begins_with
from rsnms_kg.russian.dates import DATE, dates
from rsnms_kg.russian.phrases import nominative
from rsnms_kg.russian.typography import plain, unspaced
from rsnms_kg.russian.words import parses

_LONGEST_MARK = 300
_NUMBER = re.compile(r"(?:№|(?<![A-Za-z])N[oо]?\.?)\s*(?P<number>[А-Яа-яA-Za-z\d]+(?:\s?[-/.]\s?[А-Яа-яA-Za-z\d]+)*)")
_PLACE = re.compile(
    r"(?<![А-Яа-я\d])(?:г\.|гор\.|город|пос\.|пгт|с\.)\s*"
    r"(?P<place>[А-Я][а-я]+(?:[- ][А-Яа-я]+){0,3})(?=\s*(?:\n|$|\t|«|\d|,|№|N[oо]?\.?\s| {2}))"
)
# «Абакан, 20 мая 2022 г.»: a town and a date on one line
_TOWN = re.compile(
    r"^\W*(?P<place>[А-Я][а-я]+(?:[- ][А-Я]?[а-я]+){0,2})(?:,|\t|\s{2,})\s*(?=«?\d{1,2}[»\s.])", re.MULTILINE
)
_APPROVED = re.compile(
    r"утвержд[её]н[оаы]?\s+(?:приказ|постановлени|распоряжени|решени|указ)[а-я]*\s+(?P<issuer>[^№]+?)\s+(?:от\s|№|«?\d)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\**приложение\s*(?:№\s*)?(?:\d{1,2}(?!\d))?", re.IGNORECASE)
_ABOUT = re.compile(r"(?<![а-яА-Я])(?:Об?|об?|ОБ?)\s+[А-Яа-я]{3}")
_DATED = re.compile(rf"\s+(?:от\s+)?(?:{DATE.pattern})(?:\s*№\s*\S+)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper; ``start`` and ``end`` are the words by which it names itself.

    ``date_words`` are printed where the calendar does not have the date.
    """

    label: str
    start: int
    end: int
    kind: str | None = None
    title: str | None = None
    number: str | None = None
    date: date | None = None
    date_words: str | None = None
    place: str | None = None
    issuer: str | None = None


def read_head(document: Document, blocks: Sequence[Block]) -> Head:
    """Read the blocks that stand above the text proper."""
    paragraphs = [paragraph for block in blocks for paragraph in _paragraphs(block)]
    level = document.level
    if not paragraphs:
        return Head(label="", start=0, end=min(len(level), 80))
    naming = next((block for block in paragraphs if _kind(level, block)), paragraphs[0])
    stretch = [(block.start, block.end) for block in paragraphs]
    number = next((match for left, right in stretch if (match := _NUMBER.search(level, left, right))), None)
    place = next((match for left, right in stretch if (match := _place(level, left, right))), None)
    day = next((mention for left, right in stretch for mention in dates(level, left, right)), None)
    before = [block for block in paragraphs if block.start < naming.start]
    return Head(
        label="реквизиты",
        start=naming.start,
        end=_first_line(level, naming),
        kind=_kind(level, naming),
        title=_title(document, paragraphs, naming),
        number=_without_spaces(document, number),
        date=day.value if day else None,
        date_words=plain(document.text[day.start : day.end]) if day and day.value is None else None,
        place=plain(document.text[slice(*place.span("place"))]) if place else None,
        issuer=_issuer(plain(document.text[before[0].start : before[-1].end])) if before else None,
    )


def _place(level: str, start: int, end: int) -> re.Match[str] | None:
    """The place that a stretch names: «г. Абакан», or a town of the dictionary before a date."""
    town = _TOWN.search(level, start, end)
    known = town and any("Geox" in reading.tag for reading in parses(re.split("[ -]", town["place"])[0]))
    return _PLACE.search(level, start, end) or (town if known else None)


def read_mark(document: Document, part: Part) -> tuple[str | None, date | None]:
    """Return the number and the date of the paper to which an annex is marked: «Приложение к приказу от … № …»."""
    if part.marked is None:
        return None, None
    own = _ANNEX.match(document.level, part.marked.start, part.marked.end)
    start = own.end() if own else part.marked.start
    # lines of the mark may have become paragraphs of their own: «… края / от 1 марта 2023 г. № 5»
    title = part.title.start if part.title and part.title.start - part.marked.end < _LONGEST_MARK else 0
    end = max(part.marked.end, title)
    number = _NUMBER.search(document.level, start, end)
    day = next(dates(document.level, start, end), None)
    return _without_spaces(document, number), day.value if day else None


def _without_spaces(document: Document, number: re.Match[str] | None) -> str | None:
    return re.sub(r"\s", "", document.text[slice(*number.span("number"))]) if number else None


def _paragraphs(block: Block) -> list[Paragraph]:
    """A paragraph, or the cells of a table that only sets a date, a number or an approval at the side of a page."""
    if isinstance(block, Paragraph):
        return [block]
    return [
        Paragraph(start=cell.start, end=cell.end, body=cell.start)
        for row in block.rows
        for cell in row.cells
        if cell.text
    ]


def _issuer(above: str) -> str:
    """Who issued a paper, by the words above its name: all of them, or those of «Утверждено приказом …»."""
    approved = _APPROVED.search(above)
    return nominative(approved["issuer"].strip(" ,"), singular=True) if approved else above


def _kind(level: str, block: Paragraph) -> str | None:
    return begins_with("paper", unspaced(level[block.start : block.start + 60].strip("* ")))


def _first_line(level: str, block: Paragraph) -> int:
    end = level.find("\n", block.start, block.end)
    return block.end if end < 0 else end


def _title(document: Document, paragraphs: Sequence[Paragraph], naming: Paragraph) -> str | None:
    """The words that say what the paper is about: «О …», «Об …»."""
    for block in [naming, *(other for other in paragraphs if other.start > naming.start)]:
        match = _ABOUT.search(document.level, block.start, block.end)
        # «Проект» or a stamp of a text box may stand in the line above it
        begins = match and (match.start() - block.start < 4 or document.level[match.start() - 1] == "\n")
        if match and (block is naming or begins):
            dated = _DATED.search(document.level, match.start(), block.end)
            return plain(document.text[match.start() : dated.start() if dated else block.end]) or None
    return None
