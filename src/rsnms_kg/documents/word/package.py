"""The parts of a Word file: which one is the text, and which are its styles, numbering, notes and headers."""

from __future__ import annotations

import posixpath

from lxml import etree

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.archive import Archive, Element, parse
from rsnms_kg.documents.layout import FormatError
from rsnms_kg.documents.word.xml import W

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# «Strict» files use other names for the same elements.
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W.strip("{}"),
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


class Package:
    """A Word file: ``document`` is the root of its text, in the part ``main``; other parts are asked for by kind."""

    def __init__(self, data: bytes) -> None:
        """Open a Word file.

        :raises FormatError: when it is not one, or cannot be read.
        """
        if data.startswith(_OLE[:4]):
            raise _ole(data)
        self._archive = Archive(data)
        mains = [name for kind, name in self._targets("") if kind == "officeDocument"]
        main = mains[0] if mains else "word/document.xml"
        if main not in self._archive:
            raise _not_word()
        self.main = main
        self.document = self._root(main)
        if self.document.tag != W + "document":
            raise _not_word()
        self._related = self._targets(main)

    def part(self, kind: str) -> Element:
        """Return the root of the part of a kind (``styles``, ``numbering``, ``footnotes`` …), or ``None``."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[Element]:
        """Return the roots of all parts of a kind (``header``, ``footer``), in order of their names."""
        return [self._root(name) for name in self.names(kind)]

    def names(self, kind: str) -> list[str]:
        """Return the names of all parts of a kind, in order."""
        return sorted({name for found, name in self._related if found == kind and name in self._archive})

    def _root(self, name: str) -> Element:
        root = self._archive.xml(name)
        if any(uri in _STRICT for uri in root.nsmap.values()):
            return parse(_transitional(root))
        return root

    def _targets(self, source: str) -> list[tuple[str, str]]:
        """Return the kind and the name of every part that the part ``source`` refers to."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive:
            return []
        return [
            (
                relation.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in self._archive.xml(relations).iter(_RELATIONSHIP)
            if relation.get("TargetMode") != "External"
        ]


def _transitional(root: Element) -> str:
    text = str(etree.tostring(root, encoding="unicode"))
    for strict, usual in _STRICT.items():
        text = text.replace(f'"{strict}"', f'"{usual}"')
    return text


def _ole(data: bytes) -> FormatError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FormatError(
            Bilingual(
                "файл защищён паролем. Снимите пароль и сохраните бумагу заново в формате .docx.",
                "the file is protected by a password. Remove it and save the paper anew as .docx.",
            )
        )
    return FormatError(
        Bilingual(
            "это файл старого формата (.doc). Откройте его в редакторе и сохраните как .docx.",
            "this is a file of an old format (.doc). Open it in an editor and save it as .docx.",
        )
    )


def _not_word() -> FormatError:
    return FormatError(
        Bilingual(
            "это не документ Word: в файле нет основного текста (word/document.xml). Сохраните бумагу как .docx.",
            "this is not a Word document: it has no main text (word/document.xml). Save the paper as .docx.",
        )
    )
