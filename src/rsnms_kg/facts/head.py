"""The head of a paper: what it calls itself, its number, its date, its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rsnms_kg.documents.document import Block, Document, Paragraph
from rsnms_kg.knowledge.lexicon import begins_with
from rsnms_kg.russian.dates import DATE, dates
from rsnms_kg.russian.typography import plain, unspaced

_NUMBER = re.compile(r"(?:№|(?<![A-Za-z])N[oо]?\.?)\s*(?P<number>[А-Яа-яA-Za-z\d]+(?:\s?[-/.]\s?[А-Яа-яA-Za-z\d]+)*)")
_PLACE = re.compile(
    r"(?<![А-Яа-я\d])(?:г\.|гор\.|город|пос\.|пгт|с\.)\s*"
    r"(?P<place>[А-Я][а-я]+(?:[- ][А-Яа-я]+){0,3})(?=\s*(?:\n|$|\t|«|\d| {2}))"
)
_ABOUT = re.compile(r"(?<![а-яА-Я])(?:Об?|об?|ОБ?)\s+[А-Яа-я]{3}")
_DATED = re.compile(rf"\s+(?:от\s+)?(?:{DATE.pattern})(?:\s*№\s*\S+)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper; ``start`` and ``end`` are the words by which it names itself."""

    label: str
    start: int
    end: int
    kind: str | None = None
    title: str | None = None
    number: str | None = None
    date: date | None = None
    place: str | None = None
    issuer: str | None = None


def read_head(document: Document, blocks: Sequence[Block]) -> Head:
    """Read the blocks that stand above the text proper."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    level = document.level
    if not paragraphs:
        return Head(label="", start=0, end=min(len(level), 80))
    naming = next((block for block in paragraphs if _kind(level, block)), paragraphs[0])
    stretch = [(block.start, block.end) for block in paragraphs]
    number = next((match for left, right in stretch if (match := _NUMBER.search(level, left, right))), None)
    place = next((match for left, right in stretch if (match := _PLACE.search(level, left, right))), None)
    day = next((mention for left, right in stretch for mention in dates(level, left, right)), None)
    before = [block for block in paragraphs if block.start < naming.start]
    return Head(
        label="реквизиты",
        start=naming.start,
        end=_first_line(level, naming),
        kind=_kind(level, naming),
        title=_title(document, paragraphs, naming),
        number=re.sub(r"\s", "", document.text[slice(*number.span("number"))]) if number else None,
        date=day.value if day else None,
        place=plain(document.text[slice(*place.span("place"))]) if place else None,
        issuer=plain(document.text[before[0].start : before[-1].end]) if before else None,
    )


def _kind(level: str, block: Paragraph) -> str | None:
    return begins_with("paper", unspaced(level[block.start : block.start + 60].strip("* ")))


def _first_line(level: str, block: Paragraph) -> int:
    end = level.find("\n", block.start, block.end)
    return block.end if end < 0 else end


def _title(document: Document, paragraphs: Sequence[Paragraph], naming: Paragraph) -> str | None:
    """The words that say what the paper is about: «О …», «Об …»."""
    for block in [naming, *(other for other in paragraphs if other.start > naming.start)]:
        match = _ABOUT.search(document.level, block.start, block.end)
        if match and (block is naming or match.start() - block.start < 4):
            dated = _DATED.search(document.level, match.start(), block.end)
            return plain(document.text[match.start() : dated.start() if dated else block.end]) or None
    return None
