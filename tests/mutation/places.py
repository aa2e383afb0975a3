"""Where a place of a generated paper is: the clause by which people cite it, worked out from the text alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

Made = Iterator[tuple[str, str]]  # the text with a fault, and the clause that the finding has to be at
TextOperator = Callable[[str, Random], Made]

_LABEL = re.compile(r"^(?:(\d+(?:\.\d+)*|[IVX]+)\. )", re.MULTILINE)
_ANNEX = re.compile(r"^(?:Приложение(?: №| *$)|ПОКАЗАТЕЛИ$)", re.MULTILINE)
_ROW = re.compile(r"^(\d+)\.\t", re.MULTILINE)
_PREAMBLE = re.compile(r"^.*в лице .*$", re.MULTILINE)


def clause_at(text: str, position: int) -> str:
    """How a place of an agreement is cited."""
    annex = _ANNEX.search(text)
    if annex and position >= annex.start():
        line = text.rfind("\n", 0, position) + 1
        row = _ROW.match(text, line)
        return f"приложение/{row[1]}" if row else "приложение"
    labels = [match[1] for match in _LABEL.finditer(text, 0, position + 1)]
    if labels:
        return labels[-1]
    preamble = _PREAMBLE.search(text)
    return "преамбула" if preamble and position >= preamble.start() else "реквизиты"


def replacing(pattern: str, *new: str, at: str | None = None) -> TextOperator:
    """Every match in turn becomes one of the new texts (``\\1`` is a group); ``at`` where the place does not tell."""
    found = re.compile(pattern, re.MULTILINE)

    def make(text: str, random: Random) -> Made:
        for match in found.finditer(text):
            changed = text[: match.start()] + match.expand(random.choice(new)) + text[match.end() :]
            if changed != text:
                yield changed, at if at is not None else clause_at(changed, match.start())

    return make


def everywhere(*pairs: tuple[str, str], at: str) -> TextOperator:
    """Patterns that make one fault together, each replaced wherever it stands; all have to be there."""

    def make(text: str, random: Random) -> Made:
        changed = text
        for pattern, new in pairs:
            changed, count = re.subn(pattern, new, changed, flags=re.MULTILINE)
            if not count:
                return
        yield changed, at

    return make
