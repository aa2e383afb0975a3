"""What can be told of an RDF file from its bytes, before it is parsed: its encoding, its kind, its depth."""

from __future__ import annotations

import re

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import InputError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]{1,40})["']""")
_XML_ENCODINGS = {"utf-8": "utf-8", "us-ascii": "ascii", "windows-1251": "cp1251", "koi8-r": "koi8-r"}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_COMMENTS = re.compile(r"(?:\s|#[^\n\r]*)*")
_BEGINNINGS = (
    ("RDF_XML", re.compile(r"<\?xml|<rdf:RDF")),
    ("JSON_LD", re.compile(r"[{\[]\s*[\"{}\]]")),
    ("TRIG", re.compile(r"@(?:prefix|base)\s|(?:prefix|base)\s+\S*\s*<|<[a-z][a-z0-9+.-]*:[^>\s]*>\s", re.IGNORECASE)),
)
# Strings, IRIs and comments, in which a bracket is a letter like others; then brackets.
_PASSED_OVER = re.compile(
    r'"""(?:[^"\\]|\\.|""?(?!"))*"""|\'\'\'(?:[^\'\\]|\\.|\'\'?(?!\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[()\[\]{}]',
    re.DOTALL,
)


def text_of(data: bytes, path: str, *, xml: bool) -> str:
    """Return the text of an RDF file.

    :raises InputError: when it is not UTF-8 (or UTF-16 with a mark, or what an XML file declares).
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    declared = _DECLARED.match(data) if xml else None
    if declared and encoding == "utf-8":
        encoding = _XML_ENCODINGS.get(declared[1].decode().lower(), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path, Bilingual(
            f"строка {line}: это не UTF-8, а файлы RDF пишут в UTF-8. Сохраните файл в UTF-8.",
            f"line {line}: this is not UTF-8, which RDF files are written in. Save the file as UTF-8.",
        )) from error  # fmt: skip
    return _DECLARATION.sub("", text) if xml else text  # the text is decoded: no second encoding


def sniffed(data: bytes) -> str | None:
    """Return the kind of RDF that bytes without a name seem to be, or nothing: then they are a paper."""
    text = data[:4096].decode("utf-8-sig", "ignore")
    start = _COMMENTS.match(text).end()  # type: ignore[union-attr]
    return next((kind for kind, beginning in _BEGINNINGS if beginning.match(text, start)), None)


def nesting_place(text: str, opening: str, deepest: int) -> int | None:
    """Return the line where brackets are nested deeper than ``deepest``, or nothing."""
    if not opening:
        return None
    closing = {"(": ")", "[": "]", "{": "}"}
    closed = {closing[bracket] for bracket in opening}
    depth = 0
    for found in _PASSED_OVER.finditer(text):
        if found[0] in opening:
            depth += 1
            if depth > deepest:
                return text.count("\n", 0, found.start()) + 1
        elif found[0] in closed:
            depth -= 1
    return None
