"""Short forms that a paper declares: (далее – X), (далее соответственно – X, Y), именуемое в дальнейшем X."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Paragraph
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Abbreviation, Ref
from rsnms_kg.russian.words import lemma, lemmas, may_be

DECLARATION = re.compile(
    r"\(\s*(?:далее|в\s+дальнейшем)(?P<several>\s+соответственно)?[\s,]*+[-:]?\s*+(?P<forms>(?:[^()]|\([А-Я]\)){1,120}?)\s*\)"
    r"|(?:,\s*+|\b)именуе\w+\s+(?:в\s+дальнейшем|далее)[\s,]*[-:]?\s*(?P<named>«[^»]{1,80}»|[^,()]{1,60})",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,;:()]|\s-\s|\.\s")
_WORD = re.compile(r"[А-Яа-я]+")
_NAME = re.compile(r"«?[А-Я]")


def add_abbreviations(facts: Facts, paragraph: Paragraph, place: str, label: str, in_clause: Ref | None) -> None:
    """Add every short form that a paragraph declares."""
    level = facts.document.level
    for match in DECLARATION.finditer(level, paragraph.body, paragraph.end):
        group = "forms" if match["forms"] else "named"
        start, end = match.span(group)
        left_edge, right_edge = _before(facts, paragraph.body, match.start())
        for whole in _forms(level, start, end, several=bool(match["several"])):
            left, right = _unquoted(level, *whole)
            short = level[left:right]
            facts.add(
                Abbreviation, place, label, left, right,
                in_clause=in_clause,
                short_form=facts.quote(left, right),
                long_form=_meaning(facts, paragraph, left_edge, right_edge, short),
            )  # fmt: skip


def _forms(level: str, start: int, end: int, *, several: bool) -> list[tuple[int, int]]:
    """The forms that one declaration gives: those of «соответственно», and names side by side: «Управление, МОУО»."""
    pieces = [(start + one.start(), start + one.end()) for one in re.finditer(r"[^,\s][^,]*", level[start:end])]
    side_by_side = len(pieces) > 1 and all(_NAME.match(level, *piece) for piece in pieces)
    return pieces if several or side_by_side else [(start, end)]


def declared_short(level: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the first short form declared in a stretch of levelled text stands."""
    match = DECLARATION.search(level, start, end)
    if not match:
        return None
    left, right = match.span("forms" if match["forms"] else "named")
    left, right = _forms(level, left, right, several=False)[0]
    while left < right and level[left] in "« ":
        left += 1
    while right > left and level[right - 1] in "» ":
        right -= 1
    return left, right


def _before(facts: Facts, start: int, end: int) -> tuple[int, int]:
    """Return the words before a declaration, back to the nearest mark outside a quotation."""
    level = facts.document.level
    depth, left = 0, start
    for at in range(end - 1, start - 1, -1):
        depth += (level[at] in "»)") - (level[at] in "«(")
        if depth <= 0 and not level[at].isspace() and _BOUNDARY.match(level, at, end):
            left = at + 1
            break
    conjunction = re.compile(r"[-\s]*(?:и|а также)\s+|[-\s]+").match(level, left, end)
    return (conjunction.end() if conjunction else left), end


def _meaning(facts: Facts, paragraph: Paragraph, start: int, end: int, short: str) -> str:
    """Return the words that a short form stands for, near its declaration or earlier in the paragraph."""
    level = facts.document.level
    near = _long_form(level, start, end, short)
    participle = _WORD.search(level, start, end)
    if near is None and participle and may_be(participle[0], "PRTF"):
        # «Центр …, являющийся подразделением Института (далее – Центр)»: the name stands before the comma
        comma = level.rfind(",", paragraph.body, start)
        named = _long_form(level, paragraph.body, comma, short) if comma > 0 else None
        if named is not None:
            return facts.quote(named, comma)
    if near is None and short == short.upper():
        dash = re.compile(r"\s-\s").search(level, paragraph.body, start)
        defined = _long_form(level, paragraph.body, dash.start(), short) if dash else None
        if dash and defined is not None:  # a glossary: the term itself gets the short form
            return facts.quote(defined, dash.start())
    return facts.quote(start if near is None else near, end)


def _unquoted(level: str, start: int, end: int) -> tuple[int, int]:
    """Leave out quotation marks that stand around the whole of a short form."""
    text = level[start:end]
    if text[:1] == "«" and text[-1:] == "»" and text.count("«") == 1:
        return start + 1, end - 1
    return start, end


def _long_form(level: str, start: int, end: int, short: str) -> int | None:
    """Return where the words that a short form stands for begin.

    The letters of an abbreviation are the first letters of those words, in order; a short form in words
    begins with the same word. The nearest such place before the declaration is meant.
    """
    letters = re.sub(r"[^А-Я]", "", short)
    abbreviated = bool(letters) and short == short.upper()
    found = list(_WORD.finditer(level, start, end))
    for at in range(len(found) - 1, -1, -1):
        initials = iter(match[0][0].upper() for match in found[at:])
        if abbreviated:
            fits = found[at][0][0].upper() == letters[0] and all(letter in initials for letter in letters)
        else:
            fits = lemma(found[at][0]) == (lemmas(short) or ("",))[0]
        if fits and level.count("»", found[at].start(), end) <= level.count("«", found[at].start(), end):
            return found[at].start()  # a quoted name is not cut: «ГБУ «Институт»», not «Институт»»
    return None
