"""Lines → paragraphs: which line ends are the author's, and which only wrap a line or split a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rsnms_kg.documents.document import Paragraph
from rsnms_kg.documents.labels import Style, read_label
from rsnms_kg.russian.dates import MONTHS

# No printed page has longer lines; a text with longer ones was not wrapped by hand.
_WIDEST_WRAP = 140
_LOOK_BACK = 4000  # how far an open quotation or bracket is looked for
_SPACED = 0.1  # a share of lines after a blank one that shows that paragraphs are set apart
_RAGGED, _LINES_AT_MARGIN = 12, 5  # how many lines must end how near to the margin to show it
_LINE = re.compile(r"[^\n]+")
_HEADING_CAPITALS = re.compile(r"^[^а-я]*[А-Я]{4}[^а-я]*$")
# What stands in a line of its own in the head of a paper or among signatures, whatever is above it.
_BEGINS_ANEW = re.compile(
    rf"(?:г\.|гор\.|пос\.)\s*[А-Я][а-я]+(?:[- ][А-Яа-я]+)?\s*$|«?\s*\d{{1,2}}\s*»?\s*(?:{'|'.join(MONTHS)})\s+\d{{4}}"
    r"[ а-я.]*$|№\s*[\d]\S*$|М\.\s?П\.",
)
# A line of a head that ends no sentence, for it has no stop: a number or a place alone, or a place and a date apart.
_OF_HEAD = re.compile(
    rf"№\s*\d[\w/-]*$|(?:г\.|гор\.|пос\.)\s*[А-Я][а-я]+(?:[- ][А-Яа-я]+)?"
    rf"(?:\s{{3,}}«?\d{{1,2}}»?\s*(?:{'|'.join(MONTHS)})\s+\d{{4}}[ а-я.]*)?$"
)
_OF_ONE_SENTENCE = (Style.BULLET, Style.PARENTHESIS, Style.LETTER)  # items of a list
_SECTION = re.compile(r"\**(?:раздел|глава)\s", re.IGNORECASE)  # a word in front makes a lone number a label
_PAGE_NUMBER = re.compile(r"^[-\s]*\d{1,3}[-\s]*$|^(?:стр\.|страница)\s*\d{1,3}$", re.IGNORECASE)
_DANGLING = re.compile(
    r"(?:,|(?:^|\s)(?:и|в|во|на|по|с|со|к|ко|о|об|от|до|для|из|при|за|или|№|г\.|им\.))$", re.IGNORECASE
)
# «… указанных в пункте / 2.1.1 настоящего Соглашения»: the number of a clause that is cited, not of a new one
_CITING = re.compile(r"(?<![а-я])(?:(?:под)?пункт[а-я]{0,3}|пп?\.|раздел[а-я]{0,3}|част[а-я]{1,3}|и|,)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text is set: the width at which it was wrapped (0: it was not), and blank lines between paragraphs."""

    width: int
    spaced: bool


def find_paragraphs(
    level: str, taken: Sequence[tuple[int, int]] = (), stands_out: Callable[[int, int], bool] | None = None
) -> list[Paragraph]:
    """Return the paragraphs of a levelled text, in order.

    :param taken: stretches that belong to tables; lines inside them are passed over.
    :param stands_out: tells of a stretch whether the format marks it as a heading (bold, centred).
    """
    lines = _lines(level, taken)
    page = _Page(
        width=_wrap_width([line.end - line.start for line in lines]),
        spaced=sum(line.after_blank for line in lines) > len(lines) * _SPACED,
    )
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _goes_on(level, groups[-1], line, page, taken):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(level, group[0].start, group[-1].end, stands_out) for group in groups]


def _lines(level: str, taken: Sequence[tuple[int, int]]) -> list[_Line]:
    lines: list[_Line] = []
    blank_since = True
    position = 0
    for match in _LINE.finditer(level):
        blank_since = blank_since or level.count("\n", position, match.start()) > 1
        position = match.end()
        stripped = match[0].strip()
        if not stripped.strip("*_ ") or _PAGE_NUMBER.match(stripped):
            blank_since = blank_since or not stripped.strip("*_ ").strip("_")
            continue
        if any(start <= match.start() < end for start, end in taken):
            blank_since = True
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        lines.append(_Line(start, match.start() + len(match[0].rstrip()), blank_since))
        blank_since = False
    return lines


def _wrap_width(lengths: list[int]) -> int:
    """Return the width at which a text was wrapped by hand, or 0 where no margin shows."""
    width = max(lengths, default=0)
    at_margin = sum(length > width - _RAGGED for length in lengths)
    return width if width <= _WIDEST_WRAP and at_margin >= _LINES_AT_MARGIN else 0


def _goes_on(level: str, group: list[_Line], line: _Line, page: _Page, taken: Iterable[tuple[int, int]]) -> bool:
    """Tell whether ``line`` continues the paragraph whose lines are ``group``."""
    last = group[-1]
    if any(last.end <= start < line.start for start, _ in taken):
        return False
    so_far = level[max(group[0].start, last.end - _LOOK_BACK) : last.end]
    following = level[line.start : line.end]
    ended = so_far.rstrip('*»") ').endswith((".", ";", ":", "!", "?"))
    first_word = following.split(maxsplit=1)[0]
    wrapped = not line.after_blank and 0 < page.width < last.end - last.start + 1 + len(first_word)
    label = read_label(level, line.start, line.end)
    if label is not None:
        # Inside wrapped prose a dash or a lone number may happen to begin a line.
        prose = label.style is Style.BULLET or (len(label.numbers) == 1 and not _SECTION.match(following))
        return wrapped and not ended and (prose or bool(_CITING.search(so_far)))
    head_above = len(group) == 1 and _OF_HEAD.match(level[last.start : last.end])
    if wrapped and not head_above and not (_OF_HEAD.match(following) and not _DANGLING.search(so_far)):
        item = read_label(level, group[0].start, last.end)
        heading = ended and following.startswith("**")
        return not heading and (page.spaced or not (ended and item is not None and item.style in _OF_ONE_SENTENCE))
    if (_BEGINS_ANEW.match(following) or _OF_HEAD.match(following)) and not _DANGLING.search(so_far):
        return False
    if so_far.count("**") % 2:
        return True
    if ended:
        return False
    return following.lstrip('*(«"')[:1].islower() or _unbalanced(so_far) or bool(_DANGLING.search(so_far))


def _unbalanced(text: str) -> bool:
    return text.count("«") > text.count("»") or text.count("(") > text.count(")")


def _paragraph(level: str, start: int, end: int, stands_out: Callable[[int, int], bool] | None) -> Paragraph:
    label = read_label(level, start, end)
    body = start + (label.length if label else 0)
    while body < end and level[body] in "* ":
        body += 1
    text = level[start:end]
    emphasised = (
        text.startswith("**")
        or bool(_HEADING_CAPITALS.match(text.split("\n")[0]))
        or bool(stands_out and stands_out(start, end))
    )
    return Paragraph(start=start, end=end, body=body, label=label, emphasised=emphasised)
