"""Lines of text: what can be shown, and where a line ends."""

from __future__ import annotations

import re

from rsnms_kg.picture.letters import width as breadth
from rsnms_kg.russian.typography import NBSP

# What does not stand alone at the end or at the beginning of a line.
_TIED = re.compile(
    r"(?<=[\s(«])((?:[ВвКкСсУуОоИиАа]|[Нн]а|[Пп]о|[Зз]а|[Ии]з|[Дд]о|[Оо]т|[Нн]е|п\.|№))\s(?=\S)|\s(?=[–—·]\s)"
)
_ENDS = ".,;:–—- («"
_SHORT = 2
_NEARLY = 1.25


def shortened(text: str, length: int) -> str:
    """Return ``text`` up to ``length`` letters, cut after a whole word and marked by ``…``.

    It is not cut for a few words: what is at most a quarter longer stays whole.
    """
    if len(text) <= length * _NEARLY:
        return text
    cut = text.rfind(" ", length // 2, length)
    kept = text[: cut if cut > 0 else length - 1].rstrip(_ENDS)
    while (word := kept.rpartition(" ")[2]) and len(word.strip(_ENDS)) <= _SHORT and " " in kept:
        kept = kept.rpartition(" ")[0].rstrip(_ENDS)  # no preposition is left hanging
    return kept + "…"


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in lines that are at most ``width`` wide when set in letters of ``size``.

    Lines end at spaces where there are any; a word that is longer than a line is cut, after a hyphen or a
    slash if one is in reach.
    """
    lines: list[str] = []
    line = ""
    for word in _tied(text).split(" "):
        if line and breadth(f"{line} {word}", size, bold=bold) > width:
            lines.append(line.removesuffix(f"{NBSP}·"))  # the end of a line divides as well as the dot
            line = ""
        line = f"{line} {word}" if line else word
        while breadth(line, size, bold=bold) > width:
            cut = _fitting(line, width, size, bold)
            lines.append(line[:cut].rstrip(NBSP))
            line = line[cut:]
    return [*lines, line] if line else lines


def _tied(text: str) -> str:
    return _TIED.sub(lambda match: f"{match[1] or ''}{NBSP}", text)


def _fitting(word: str, width: float, size: float, bold: bool) -> int:
    """How much of a word that is longer than a line goes on it: at least a letter."""
    sizes = range(len(word), 1, -1)
    cut = next((count for count in sizes if breadth(word[:count], size, bold=bold) <= width), 1)
    tie = word.rfind(NBSP, 1, cut + 1)
    if tie > 0:
        return tie + 1 if tie < cut else tie
    hyphen = max(word.rfind("-", 0, cut), word.rfind("/", 0, cut))
    return hyphen + 1 if hyphen > cut // 2 else cut
