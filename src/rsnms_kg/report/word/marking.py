"""Marks of comments in the text of a Word file: between runs, or inside a run that is cut in two alike halves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rsnms_kg.documents.archive import DEEPEST
from rsnms_kg.documents.word.places import Spot
from rsnms_kg.report.word.source import Source, Tag

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# What holds runs and may hold the marks of a comment between them. Content controls and fields are not among
# these: a form may lock them, and an update would take the marks away, so they are marked as a whole.
_HOLDERS = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo"})
_DEPTH = 3  # of the elements of a mark


@dataclass(slots=True)
class _Seam:
    """A place between two runs, or one where a run is closed and opened again."""

    closing: bytes = b""
    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    opening: bytes = b""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mark may go: before the byte ``at``; inside ``run``, which is cut there, and inside its ``text``."""

    at: int
    run: Tag | None = None
    text: Tag | None = None


class Marking:
    """Collects comments with their places; :meth:`written` gives the part with the marks."""

    def __init__(self, data: bytes) -> None:
        self._source = Source(data)
        self._seams: dict[int, _Seam] = {}
        self._spaces: set[int] = set()
        root = self._source[self._source.root.start : self._source.root.inner]
        self.word = STRICT_WORD if self._source.root.space == STRICT_WORD else WORD
        bound = f'xmlns:w="{self.word}"'.encode()
        # The usual prefix is used where it can mean nothing else; otherwise each mark brings its own.
        self._declared = b"" if bound in root and self._source.data.count(b"xmlns:w=") == 1 else b" " + bound

    def mark(self, comment: int, spots: Iterable[Spot]) -> bool:
        """Put a comment around all of these spots; tell whether there was a legal place."""
        places = [place for spot in spots for place in self._around(spot)]
        if not places:
            return False
        start, end = min(places, key=lambda place: place.at), max(places, key=lambda place: place.at)
        self._seam(start).starts.append(comment)
        self._seam(end).ends.append(comment)
        return True

    def mark_somewhere(self, comment: int) -> bool:
        """Put a comment at the first paragraph that can hold one; tell whether there is any."""
        for tag in self._source.tags:
            if not self._is(tag, "p") or tag.close == tag.end or not _fits(tag):
                continue
            if not any(self._is(one, "p") for one in tag.ancestors()[:-1]):
                seam = self._seam(_Place(tag.close))
                seam.starts.append(comment)
                seam.ends.append(comment)
                return True
        return False

    def written(self) -> bytes:
        """Return the part with the marks of all comments."""
        insertions = dict.fromkeys(self._spaces, b' xml:space="preserve"')
        for place, seam in self._seams.items():
            insertions[place] = seam.closing + self._marks(seam) + seam.opening
        return self._source.written(insertions)

    def _marks(self, seam: _Seam) -> bytes:
        name = self._declared
        point = sorted(set(seam.starts) & set(seam.ends))
        starts = [b'<w:commentRangeStart%b w:id="%d"/>' % (name, one) for one in sorted(seam.starts)]
        ends = [
            b'<w:commentRangeEnd%b w:id="%d"/><w:r%b><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
            b'<w:commentReference w:id="%d"/></w:r>' % (name, one, name, one)
            for one in sorted(seam.ends)
        ]
        return b"".join([*starts, *ends] if point else [*ends, *starts])

    def _seam(self, place: _Place) -> _Seam:
        """Return the seam at a place; a run is closed there and opened again with the same properties."""
        seam = self._seams.setdefault(place.at, _Seam())
        if place.run is not None:
            seam.closing, seam.opening = self._closed(place.run), self._opened(place.run)
        if place.text is not None:
            start = self._source[place.text.start : place.text.inner]
            if b"xml:space" not in start:  # spaces at the cut are kept
                self._spaces.add(place.text.inner - 1)
                start = start[:-1] + b' xml:space="preserve">'
            seam.closing = self._closed(place.text) + seam.closing
            seam.opening += start
        return seam

    def _is(self, tag: Tag, name: str) -> bool:
        return tag.name == name and tag.space == self.word

    def _around(self, spot: Spot) -> tuple[_Place, ...]:
        """Return the nearest legal places before and after a spot; nothing where there is none."""
        if spot.element >= len(self._source.tags):
            return ()
        tag = self._source.tags[spot.element]
        path = tag.ancestors()
        host = next((at for at, one in enumerate(path) if self._is(one, "p")), len(path))
        inner = path[host + 1 :]
        atom = next((one for one in inner if one.name not in _HOLDERS or one.space != self.word), None)
        if atom is None or not _fits(atom):
            return ()
        if not self._is(atom, "r") or tag.parent is not atom:
            return _Place(atom.start), _Place(atom.end)
        return self._in_run(atom, tag, spot.at)

    def _in_run(self, run: Tag, tag: Tag, at: int) -> tuple[_Place, ...]:
        whole = tag.length if self._is(tag, "t") else 1
        if at <= 0:
            return (self._before(run, tag),)
        if at >= whole:
            return (self._after(run, tag),)
        if tag.simple and not tag.children:
            return (_Place(tag.place(at), run, tag),)
        return self._before(run, tag), self._after(run, tag)

    def _before(self, run: Tag, tag: Tag) -> _Place:
        content = [one for one in run.children if not self._is(one, "rPr")]
        return _Place(run.start) if content[0] is tag else _Place(tag.start, run)

    def _after(self, run: Tag, tag: Tag) -> _Place:
        return _Place(run.end) if run.children[-1] is tag else _Place(tag.end, run)

    def _closed(self, tag: Tag) -> bytes:
        return b"</" + self._source.named(tag) + b">"

    def _opened(self, run: Tag) -> bytes:
        properties = next((one for one in run.children if self._is(one, "rPr")), None)
        start = self._source[run.start : run.inner]
        return start + (self._source[properties.start : properties.end] if properties else b"")


def _fits(tag: Tag) -> bool:
    """Whether the marks beside or in an element would not be nested more deeply than a file may be."""
    return len(tag.ancestors()) + _DEPTH <= DEEPEST
