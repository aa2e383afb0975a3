"""The source of an XML part: where its tags and letters stand in its bytes, and how to write between them.

Nothing that is there is written anew: a part is changed by insertions only, so that all else stays as it was.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from xml.parsers import expat

_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_SEPARATOR = "\x1f"
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


@dataclass(slots=True)
class Tag:
    """An element: its names, and the places in the bytes of its start tag, its content and its end tag.

    ``letters`` are the stretches of its own text: where each begins in the text and in the bytes.
    """

    space: str
    name: str
    parent: Tag | None
    start: int
    inner: int
    close: int = 0
    end: int = 0
    children: list[Tag] = field(default_factory=list)
    letters: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0
    simple: bool = True

    def ancestors(self) -> list[Tag]:
        """Return the elements around this one and itself, the outermost first."""
        path, at = [], self
        while at is not None:
            path.append(at)
            at = at.parent  # type: ignore[assignment]
        return path[::-1]

    def place(self, at: int) -> int:
        """Return where the letter ``at`` of the text stands in the bytes."""
        start, offset, text = next(one for one in reversed(self.letters) if one[0] <= at)
        return offset + len(text[: at - start].encode())


class Source:
    """The bytes of an XML part as UTF-8, and its elements in order."""

    def __init__(self, data: bytes) -> None:
        """Find the elements of a part that was read before, and so is well-formed."""
        self._mark, self._codec = b"", "utf-8"
        for mark, codec in _UTF_16.items():
            if data.startswith(mark):
                self._mark, self._codec = mark if mark[0] > 0x80 else b"", codec
                data = data[len(self._mark) :].decode(codec).encode()
                break
        if data.startswith(codecs.BOM_UTF8):
            self._mark, data = codecs.BOM_UTF8, data[len(codecs.BOM_UTF8) :]
        self.data = data
        self.tags: list[Tag] = []
        self._open: list[Tag] = []
        self._parse()

    def __getitem__(self, stretch: slice) -> bytes:
        return self.data[stretch]

    @property
    def root(self) -> Tag:
        """The outermost element."""
        return self.tags[0]

    def named(self, tag: Tag) -> bytes:
        """Return the name of an element as it is written, with its prefix."""
        return re.split(rb"[\s/>]", self.data[tag.start + 1 : tag.inner], maxsplit=1)[0]

    def written(self, insertions: dict[int, bytes]) -> bytes:
        """Return the part with bytes inserted before those at the given places."""
        pieces, at = [], 0
        for place in sorted(insertions):
            pieces += [self.data[at:place], insertions[place]]
            at = place
        whole = b"".join([*pieces, self.data[at:]])
        return self._mark + (whole if self._codec == "utf-8" else whole.decode().encode(self._codec))

    def with_child(self, child: bytes) -> bytes:
        """Return the part with one more element at the end of its root."""
        root = self.root
        if root.close < root.end:
            return self.written({root.close: child})
        opened = Source(self.data[: root.inner - 2] + b"></" + self.named(root) + b">" + self.data[root.end :])
        opened._mark, opened._codec = self._mark, self._codec
        return opened.with_child(child)

    def _parse(self) -> None:
        # The encoding that the part declares is not believed: its bytes were decoded already.
        parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.buffer_text = False
        parser.StartElementHandler = lambda name, _: self._start(name, parser.CurrentByteIndex)
        parser.EndElementHandler = lambda _: self._end(parser.CurrentByteIndex)
        parser.CharacterDataHandler = lambda text: self._text(text, parser.CurrentByteIndex)
        parser.StartCdataSectionHandler = self._mixed
        parser.CommentHandler = lambda _: self._mixed()
        parser.ProcessingInstructionHandler = lambda *_: self._mixed()
        parser.Parse(self.data, True)

    def _start(self, name: str, at: int) -> None:
        found = _TAG.match(self.data, at)
        space, _, local = name.rpartition(_SEPARATOR)
        parent = self._open[-1] if self._open else None
        tag = Tag(space, local, parent, at, found.end() if found else at)
        if parent:
            parent.children.append(tag)
        self.tags.append(tag)
        self._open.append(tag)

    def _end(self, at: int) -> None:
        tag = self._open.pop()
        tag.close = at
        tag.end = self.data.index(b">", at) + 1 if self.data[at : at + 2] == b"</" and at >= tag.inner else at
        if self.data[tag.inner - 2 : tag.inner] == b"/>":
            tag.close = tag.end = tag.inner

    def _text(self, text: str, at: int) -> None:
        tag = self._open[-1]
        tag.letters.append((tag.length, at, text))
        tag.length += len(text)

    def _mixed(self) -> None:
        if self._open:
            self._open[-1].simple = False
