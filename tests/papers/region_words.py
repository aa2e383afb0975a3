"""A text as a Word file in which Word itself counts the clauses: no label is typed, every one is numbered."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from papers.word_files import cell, definition, instance, item, level, paragraph, table, word_file

_LABEL = re.compile(
    r"(?P<roman>[IVX]+)\.\s|(?P<word>Раздел\s+\d+)\.\s|(?P<decimal>\d+(?:\.\d+)*)\.\s|(?P<figure>\d+)\)\s"
    r"|(?P<letter>[а-я])\)\s|(?P<mark>[–•*→])\s"
)
# Abstract lists: the clauses of a part are one list of several levels, every list of items is its own.
_CLAUSES, _ROMAN, _WORDED, _FIGURES, _LETTERS, _MARKS = 1, 2, 3, 4, 5, 6
_MARK_SIGNS = "–•*→"
_LEGAL = '<w:isLgl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def word_version(text: str) -> bytes:
    """Return a text as a Word file with automatic numbers for every label, and with its tables."""
    return _Writer().write(text)


class _Writer:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.instances: list[str] = []
        self.clauses = self.list = 0  # the numbers of the lists that go on
        self.shape: str | None = None  # of the clauses of this part: what its sections look like
        self.kind: str | None = None  # of the item above
        self.through = 0  # the list that goes on through Roman sections

    def write(self, text: str) -> bytes:
        for block in text.strip().split("\n\n"):
            if "\t" in block:
                self.blocks.append(
                    table(*("".join(map(cell, map(escape, row.split("\t")))) for row in block.split("\n")))
                )
                self.kind = None
            else:
                self._paragraph(block)
        return word_file("".join(self.blocks), lists=_definitions() + "".join(self.instances))

    def _paragraph(self, block: str) -> None:
        match = _LABEL.match(block)
        if match is None:
            if re.match(r"(?:УТВЕРЖДЕН|Приложение)", block):
                self.shape, self.through = None, 0  # another part counts anew
            self.blocks.append(_lines(block))
            self.kind = None
            return
        words = escape(block[match.end() :])
        kind = match.lastgroup or ""
        if kind in ("roman", "word", "decimal"):
            self._clause(kind, match[kind], words)
        else:
            self._item(kind, match[kind], words)
        self.kind = kind

    def _clause(self, kind: str, printed: str, words: str) -> None:
        shape = {"roman": _ROMAN, "word": _WORDED}.get(kind, _CLAUSES)
        if self.shape is None:
            self.shape, self.clauses = str(shape), self._instance(shape)
        if kind == "decimal" and self.shape == str(_ROMAN) and "." not in printed:
            # «12.» under a Roman section: a list of its own that goes on through the sections
            self.through = self.through or self._instance(_CLAUSES)
            self.blocks.append(item(words, 0, self.through))
            return
        depth = printed.count(".") if kind == "decimal" else 0
        self.blocks.append(item(words, depth, self.clauses))

    def _item(self, kind: str, printed: str, words: str) -> None:
        abstract = {"figure": _FIGURES, "letter": _LETTERS}.get(kind, _MARKS + _MARK_SIGNS.find(printed))
        if self.kind != kind or printed in ("1", "а"):
            self.list = self._instance(abstract)
        self.blocks.append(item(words, 0, self.list))

    def _instance(self, abstract: int) -> int:
        number = len(self.instances) + 1
        self.instances.append(instance(number, abstract, starts={0: 1}))
        return number


def _lines(block: str) -> str:
    """A paragraph; lines of one block are set apart by line ends of Word."""
    text = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(escape, block.split("\n")))
    return paragraph(text)


def _definitions() -> str:
    below = [level(depth, ".".join(f"%{at}" for at in range(1, depth + 2)) + ".", more=_LEGAL) for depth in (1, 2, 3)]
    return "".join((
        definition(_CLAUSES, level(0, "%1."), *below),
        definition(_ROMAN, level(0, "%1.", "upperRoman"), *below),
        definition(_WORDED, level(0, "Раздел %1."), *below),
        definition(_FIGURES, level(0, "%1)")),
        definition(_LETTERS, level(0, "%1)", "russianLower")),
        *(definition(_MARKS + at, level(0, sign, "bullet")) for at, sign in enumerate(_MARK_SIGNS)),
    ))  # fmt: skip
