"""What a line of signatures looks like: a post, a name with initials, a rule to sign on, a stamp, a date."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Block, Cell, Table
from rsnms_kg.knowledge.lexicon import head_words
from rsnms_kg.russian.dates import BLANK_DATE, DATE
from rsnms_kg.russian.names import INITIALED
from rsnms_kg.russian.words import lemma

STAMP = re.compile(r"М\.\s?П\.|место\s+печати", re.IGNORECASE)
RULE = re.compile(r"_{2,}|/")
# «Министерство ____________ Н.Р. Гусева»
_SIGNED_LINE = re.compile(rf"[^_\d]{{0,80}}_{{3,}}[\s/]*{INITIALED.pattern}[\s/]*$")
_INITIALS_LAST = re.compile(r"[А-Я]\.\s*[А-Я]\.$")  # «Министр Касимов Р.А.» is no sentence
_MOST_ROWS = 8


def starts_with_post(level: str, start: int, end: int) -> bool:
    """Tell whether a line begins with the noun of a post in the nominative."""
    text = level[start:end].lstrip("* ")
    if re.match(r"и\s*\.\s*о\s*\.|врио\b|врип\b", text, re.IGNORECASE):
        return True
    first = re.match(r"[А-Я][а-я]+(?:-[а-я]+)?", text)
    return bool(first) and lemma(first[0]) in head_words("post-head") and first[0].lower() == lemma(first[0])  # type: ignore[index]


def looks_like_signature(level: str, block: Block) -> bool:
    """Tell whether a block belongs to signatures: a post, a name with initials, a stamp or a date alone."""
    text = level[block.start : block.end]
    if isinstance(block, Table):
        cells = [cell for row in block.rows for cell in row.cells if cell.text]
        posts = sum(starts_with_post(level, cell.start, cell.end) for cell in cells)
        names = sum(bool(INITIALED.search(level, cell.start, cell.end)) for cell in cells)
        if names > 1 and len(block.rows) <= _MOST_ROWS and all(_marks_or_names(level, cell) for cell in cells):
            return True  # no posts: the parties are named above and sign below
        return posts > 0 and (names > 0 or "_" in text or bool(STAMP.search(text))) and len(block.rows) <= _MOST_ROWS
    if block.label is not None or len(text) > 250 or text.rstrip().endswith((";",)):
        return False
    if all(_SIGNED_LINE.match(line) for line in text.strip().split("\n")):
        return True
    rest = without_marks(text)
    sentence = text.rstrip("* ").endswith(".") and not _INITIALS_LAST.search(text.rstrip("* "))
    return not rest or (starts_with_post(level, block.start, block.end) and not sentence)


def _marks_or_names(level: str, cell: Cell) -> bool:
    """Tell whether a cell holds what is signed, a post, or a party's name without figures."""
    rest = without_marks(cell.text)
    return not rest or starts_with_post(level, cell.start, cell.end) or (len(rest) < 200 and not re.search(r"\d", rest))


def without_marks(text: str) -> str:
    """Return what is left of a text without names, dates, stamps, rules and signs."""
    for pattern in (BLANK_DATE, DATE, STAMP, INITIALED, RULE):
        text = pattern.sub(" ", text)
    return re.sub(r"[\s.,:()*-]|подпись|расшифровка", "", text, flags=re.IGNORECASE)
