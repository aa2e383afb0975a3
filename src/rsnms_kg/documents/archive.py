"""Zip archives of office papers, opened with limits: bytes → named parts, and safe trees of XML.

A paper may come from anyone. Nothing here follows a reference, expands an entity or unpacks without end.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.layout import FormatError

MOST_PARTS = 5_000
LARGEST_WHOLE = 200 * 2**20
LARGEST_PART = 60 * 2**20
# Deflate shrinks the XML of real papers 10 to 60 times; only a made-up part shrinks more, and is large.
HIGHEST_RATIO, RATIO_MATTERS_FROM = 250, 4 * 2**20
DEEPEST = 128
MOST_NODES = 4_000_000
_XML_ENDINGS = (".xml", ".rels")
_PLAIN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)

# lxml ships no type information, so an element is whatever it gives.
Element = Any


class Archive:
    """The parts of an office file by their names; capitals in names do not matter."""

    def __init__(self, data: bytes) -> None:
        """Open ``data``.

        :raises FormatError: when it is not a zip archive, is damaged or encrypted, is over a limit, or
            when one of its XML parts is not plain XML without a document type.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise _damaged() from error
        self._entries = _checked(self._zip.infolist())
        for name in self._entries:
            if name.endswith(_XML_ENDINGS):
                self._text(name)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def xml(self, name: str) -> Element:
        """Return the root of the XML part ``name``.

        :raises FormatError: when there is no such part, or it is damaged or nested too deeply.
        """
        if name not in self:
            raise FormatError(Bilingual(f"в файле нет части {name}.", f"the file has no part {name}."))
        return parse(self._text(name.lower()))

    def _text(self, name: str) -> str:
        entry = self._entries[name]
        try:
            with self._zip.open(entry) as part:
                data = part.read(LARGEST_PART + 1)
        except _BROKEN as error:
            raise _damaged() from error
        if len(data) > LARGEST_PART:
            raise _too_large()
        text = _decoded(data)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise FormatError(
                Bilingual(
                    "в файле объявлены сущности XML (DOCTYPE), в настоящих бумагах их не бывает. Он не прочитан.",
                    "the file declares XML entities (DOCTYPE), which no real paper holds. It was not read.",
                )
            )
        return text


def parse(text: str) -> Element:
    """Return the root of an XML text, without comments and processing instructions.

    :raises FormatError: when it is not well-formed, or has too many or too deeply nested elements.
    """
    if text.count("<") + text.count("=") > MOST_NODES:
        raise _too_large()
    # The text was decoded already: the encoding that it declares must not be believed a second time.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged() from error
    if root.getroottree().xpath("boolean(" + "/*" * (DEEPEST + 1) + ")"):
        raise FormatError(
            Bilingual(
                f"части файла вложены одна в другую глубже {DEEPEST} уровней. Сохраните бумагу заново.",
                f"parts of the file are nested over {DEEPEST} levels deep. Save the paper anew.",
            )
        )
    return root


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise _too_large()
    by_name: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/").lower()
        if entry.flag_bits & _ENCRYPTED:
            raise FormatError(
                Bilingual(
                    "файл зашифрован. Снимите пароль и сохраните его заново.",
                    "the file is encrypted. Remove the password and save it anew.",
                )
            )
        if name in by_name or entry.compress_type not in _PLAIN_WAYS:
            raise _damaged()
        by_name[name] = entry
        swollen = entry.file_size > max(RATIO_MATTERS_FROM, HIGHEST_RATIO * entry.compress_size)
        if name.endswith(_XML_ENDINGS) and (swollen or entry.file_size > LARGEST_PART):
            raise _too_large()
    return by_name


def _decoded(data: bytes) -> str:
    """Decode an XML part; office formats allow UTF-8 and UTF-16 only."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data[:2] == b"<\0":
        encoding = "utf-16-le"
    elif data[:2] == b"\0<":
        encoding = "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged() from error


def _damaged() -> FormatError:
    return FormatError(
        Bilingual(
            "файл повреждён или не того формата, что обещает его имя. Сохраните бумагу заново в редакторе.",
            "the file is damaged, or not of the format that its name promises. Save the paper anew in an editor.",
        )
    )


def _too_large() -> FormatError:
    return FormatError(
        Bilingual(
            "файл распаковывается в слишком большой объём: ни одна настоящая бумага столько не занимает.",
            "the file unpacks to too large a size: no real paper takes that much.",
        )
    )
