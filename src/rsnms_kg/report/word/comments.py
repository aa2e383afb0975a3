"""The paper itself with the findings as Word comments: bytes of a Word file → bytes of the marked one.

Only marks are added: the part with the text keeps every byte that it had, the parts that list comments, relations
and kinds of content get what comments need, and all other parts are copied as they are.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.word.package import Package
from rsnms_kg.documents.word.places import Places
from rsnms_kg.errors import UsageError
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.report.characters import on_one_line
from rsnms_kg.report.word.marking import STRICT_WORD, Marking
from rsnms_kg.report.word.source import Source
from rsnms_kg.report.wording import LABELS, details, headline

AUTHOR = "rsnms"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = "officeDocument/2006/relationships/comments"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_PAPERS = (b"macroEnabled", b"template")
_WHOLE = Bilingual("К бумаге в целом.", "On the paper as a whole.")
_ID = re.compile(rb'\bid="(-?\d{1,9})"')


def marked_paper(data: bytes, findings: Sequence[Finding], language: str, as_of: date | None = None) -> bytes:
    """Return a Word file with a comment at the words of each finding; without findings, as it is.

    :param as_of: the date of the comments; without it they have none.
    :raises FormatError: when the bytes are not a Word file.
    :raises UsageError: when the file holds macros or is a template: a copy of it would not open as ``.docx``.
    """
    package, places = Package(data), Places(data)
    if not findings:
        return data
    parts = _Parts(data)
    if any(word in parts.main_type(package.main) for word in _NOT_PAPERS):
        raise UsageError(Bilingual(
            "В бумаге макросы или это шаблон: копия с примечаниями не откроется. Сохраните её как .docx и проверьте "
            "снова.",
            "The paper holds macros or is a template: a copy with comments would not open. Save it as .docx and check "
            "that.",
        ))  # fmt: skip
    marking = Marking(parts[package.main])
    listed = parts.comments(package, marking.word)
    written = []
    for number, finding in enumerate(findings, start=listed.next_id):
        start, end = finding.span
        at_words = end > start and marking.mark(number, places.stretch(start, end))
        if not (at_words or marking.mark(number, places.beginning()) or marking.mark_somewhere(number)):
            continue
        written.append(_comment(number, finding, language, marking.word, as_of, at_words))
    parts[package.main] = marking.written()
    listed.add(b"".join(written))
    return parts.packed()


def _comment(number: int, finding: Finding, language: str, word: str, as_of: date | None, at_words: bool) -> bytes:
    told = details(finding, language, longest=300)
    told.pop("place", None)
    if at_words:
        told.pop("quote", None)
    lines = [] if at_words else [_WHOLE(language)]
    lines += [finding.message(language), *(f"{LABELS[name](language)}: {words}" for name, words in told.items())]
    paragraphs = [_paragraph(headline(finding, language), language, bold=True, mark=True)]
    paragraphs += [_paragraph(line, language) for line in lines]
    day = f' w:date="{as_of.isoformat()}T00:00:00Z"' if as_of else ""
    head = f'<w:comment xmlns:w="{word}" w:id="{number}" w:author="{AUTHOR}"{day} w:initials="{AUTHOR}">'
    return f"{head}{''.join(paragraphs)}</w:comment>".encode()


def _paragraph(text: str, language: str, *, bold: bool = False, mark: bool = False) -> str:
    spoken = f'<w:lang w:val="{"ru-RU" if language == "ru" else "en-US"}"/>'
    look = (
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
    )
    properties = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="20"/><w:szCs w:val="20"/>{spoken}</w:rPr>'
    sign = "<w:r><w:annotationRef/></w:r>" if mark else ""
    words = escape(on_one_line(text))
    return f'<w:p>{look}{sign}<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


class _Parts:
    """The parts of a package by name; those that are set replace the ones that were there."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {_plain(entry.filename): entry for entry in self._zip.infolist()}
        self._changed: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._names or name in self._changed

    def __getitem__(self, name: str) -> bytes:
        return self._zip.read(self._names[_plain(name)])

    def __setitem__(self, name: str, data: bytes) -> None:
        self._changed[_plain(name) if _plain(name) in self._names else name] = data

    def main_type(self, main: str) -> bytes:
        """Return the entry of the part with the text in the list of kinds of content."""
        types = Source(self["[Content_Types].xml"]) if "[Content_Types].xml" in self else None
        named = f'"/{main}"'.lower().encode()
        tags = [types[tag.start : tag.inner] for tag in types.tags] if types else []
        return next((tag for tag in tags if named in tag.lower()), b"")

    def comments(self, package: Package, word: str) -> _Comments:
        """Return the list of comments of the package; a new one where there is none."""
        names = package.names("comments")
        if names:
            return _Comments(self, names[0], self[names[0]])
        folder = posixpath.dirname(package.main)
        free = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(1000))
        name = next(one for one in free if one not in self)
        self._relate(package.main, posixpath.basename(name), word)
        kind = f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{_TYPE}"/>'.encode()
        if "[Content_Types].xml" in self:
            self["[Content_Types].xml"] = Source(self["[Content_Types].xml"]).with_child(kind)
        return _Comments(self, name, _HEAD + f'<w:comments xmlns:w="{word}"></w:comments>'.encode())

    def _relate(self, main: str, target: str, word: str) -> None:
        folder, name = posixpath.split(main)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        data = self[relations] if relations in self else _HEAD + f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        known = data if b"\0" not in data else data.replace(b"\0", b"")
        free = next(one for number in range(1, 10**6) if f'"{(one := f"rsnms{number}")}"'.encode() not in known)
        home = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
        kind = home if word == STRICT_WORD else f"http://schemas.openxmlformats.org/{_COMMENTS}"
        added = f'<Relationship xmlns="{_RELATIONS}" Id="{free}" Type="{kind}" Target="{target}"/>'
        self[relations] = Source(data).with_child(added.encode())

    def packed(self) -> bytes:
        """Return the package: parts in the order in which they were, new ones at the end."""
        target = io.BytesIO()
        left = dict(self._changed)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name, entry in self._names.items():
                content = left.pop(name, None)
                new.writestr(_entry(entry.filename, entry), self._zip.read(entry) if content is None else content)
            for name, content in left.items():
                new.writestr(_entry(name), content)
        return target.getvalue()


class _Comments:
    """The part with the comments; ``next_id`` is free and so are all after it."""

    def __init__(self, parts: _Parts, name: str, data: bytes) -> None:
        self._parts, self._name, self._source = parts, name, Source(data)
        tags = (self._source[tag.start : tag.inner] for tag in self._source.tags if tag.name == "comment")
        self.next_id = max([-1, *(int(found[1]) for tag in tags for found in _ID.finditer(tag))]) + 1

    def add(self, comments: bytes) -> None:
        """Write comments after those that are there."""
        self._parts[self._name] = self._source.with_child(comments)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _entry(name: str, like: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, like.date_time if like else (1980, 1, 1, 0, 0, 0))
    entry.compress_type = like.compress_type if like else zipfile.ZIP_DEFLATED
    entry.external_attr = like.external_attr if like else 0
    entry.create_system = like.create_system if like else 0
    return entry
