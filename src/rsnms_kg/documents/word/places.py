"""From places in the text of a Word file to the elements of its XML that print them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.word.package import Package
from rsnms_kg.documents.word.reader import read_word
from rsnms_kg.documents.word.xml import W
from rsnms_kg.russian.typography import clean

_NOTES = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the part with the text: the ordinal of an element among all, from 0, and where in its characters."""

    element: int
    at: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text ``[start, end)`` whose words are ``pieces``; its label comes before them."""

    start: int
    end: int
    pieces: list[tuple[str, Element]]


class Places:
    """Tells which elements print a stretch of the text that :func:`read_word` gave."""

    def __init__(self, data: bytes) -> None:
        """Read a Word file again.

        :raises FormatError: as :func:`read_word`.
        """
        traced: list[tuple[str, list[tuple[str, Element]]]] = []
        self.text = read_word(data, lambda text, pieces: traced.append((text, pieces))).text
        self._data = data
        self._counted: dict[Element, int] = {}
        self._lines: list[_Line] = []
        at = 0
        for text, pieces in traced:
            at = self.text.index(text, at)
            self._lines.append(_Line(at, at + len(text), pieces))
            at += len(text)

    def stretch(self, start: int, end: int) -> list[Spot]:
        """Return the spots before the first and after the last letter of each line of ``[start, end)``.

        Labels of automatic lists are no words of the file: a stretch that holds nothing else gives the whole
        line. There are no spots in lines that have no words at all.
        """
        first = max(bisect_right(self._lines, start, key=lambda line: line.start) - 1, 0)
        after = max(bisect_right(self._lines, end - 1, key=lambda line: line.start), first + 1)
        lines = [line for line in self._lines[first:after] if line.end > start and line.pieces]
        spots = [spot for line in lines for spot in self._spots(line, start, end)]
        if not spots and lines:
            spots = list(self._spots(lines[0], lines[0].start, lines[0].end))
        return spots

    def beginning(self) -> list[Spot]:
        """Return the spots around the first words of the text."""
        return next((self.stretch(line.start, line.end) for line in self._lines if line.pieces), [])

    def _spots(self, line: _Line, start: int, end: int) -> Iterator[Spot]:
        """Yield the spots before the first and after the last letter of what a line has of a stretch."""
        raw = "".join(text for text, _ in line.pieces)
        origins = _origins(raw)
        words = clean(raw)
        inner = len(words) - len(words.lstrip())
        shift = line.end - len(words.strip()) - inner  # where the cleaned words would begin with their spaces
        low, high = max(start - shift, inner), min(end - shift, len(words.rstrip()))
        if low < high and low < len(origins):
            yield self._spot(line, origins[low][0], after=False)
            yield self._spot(line, origins[min(high, len(origins)) - 1][1] - 1, after=True)

    def _spot(self, line: _Line, at: int, *, after: bool) -> Spot:
        for text, node in line.pieces:
            if at < len(text):
                return self._found(node, at, after=after)
            at -= len(text)
        raise AssertionError("a letter that no piece holds")

    def _found(self, node: Element, at: int, *, after: bool) -> Spot:
        """The spot of an element; for one of a note, the reference to that note."""
        root = node.getroottree().getroot()
        path = [node, *node.iterancestors()]
        note = next((one for one in path if one.tag in _NOTES), None)
        if root.tag == W + "document" or note is None:
            return Spot(self._ordinals(root)[node], at + after)
        return Spot(self._references.get((_NOTES[note.tag], str(note.get(W + "id"))), 0), int(after))

    def _ordinals(self, root: Element) -> dict[Element, int]:
        self._counted = self._counted or {node: ordinal for ordinal, node in enumerate(root.iter())}
        return self._counted

    @cached_property
    def _references(self) -> dict[tuple[str, str], int]:
        """The ordinal of the first reference to each note."""
        found: dict[tuple[str, str], int] = {}
        for ordinal, node in enumerate(Package(self._data).document.iter()):
            if node.tag in _NOTES.values():
                found.setdefault((node.tag, str(node.get(W + "id"))), ordinal)
        return found


def _origins(raw: str) -> list[tuple[int, int]]:
    """Return for each letter of a cleaned text the stretch that it was made of."""
    cleaned = clean(raw)
    if cleaned == raw:
        return [(at, at + 1) for at in range(len(raw))]
    origins: list[tuple[int, int]] = []
    told = []
    for start, cluster in _clusters(raw):
        letters = clean(cluster)
        told.append(letters)
        origins += [(start, start + len(cluster))] * len(letters)
    if "".join(told) != cleaned:  # letters that are composed across clusters: the whole line
        return [(0, len(raw))] * len(cleaned)
    return origins


def _clusters(raw: str) -> Iterator[tuple[int, str]]:
    """Yield letters with the marks that combine with them, and line ends as one."""
    start = 0
    for at in range(1, len(raw) + 1):
        if at < len(raw) and (unicodedata.combining(raw[at]) or raw[at - 1 : at + 1] == "\r\n"):
            continue
        yield start, raw[start:at]
        start = at
