"""Plain text: bytes in whatever encoding an office uses → text."""

from __future__ import annotations

import codecs
import re

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.layout import FormatError, Layout
from rsnms_kg.documents.tables import find_tables
from rsnms_kg.russian.typography import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE = ["cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"]
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


def read_text(data: bytes) -> Layout:
    """Read a plain text file.

    UTF-8 and texts with a byte order mark are certain; an encoding of one byte a letter is guessed,
    and a notice says so.

    :raises FormatError: when the bytes are not text, or no encoding makes Russian words of them.
    """
    text, notices = _decode(data)
    text = clean(text)
    return Layout(text=text, tables=tuple(find_tables(text)), notices=notices)


def _decode(data: bytes) -> tuple[str, tuple[Bilingual, ...]]:
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding), ()
        if b"\0" not in data:
            return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        for encoding in ("utf-16-le", "utf-16-be"):
            guess = data.decode(encoding, errors="replace")
            if _reads_as_russian(guess):
                return guess, (_guessed(encoding),)
        raise _not_text()
    return _decode_one_byte(data)


def _decode_one_byte(data: bytes) -> tuple[str, tuple[Bilingual, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_ONE_BYTE).best()
    candidates = [best.encoding] if best else []
    for encoding in [*candidates, *_ONE_BYTE]:
        guess = data.decode(encoding, errors="replace")
        if _reads_as_russian(guess):
            return guess, (_guessed(encoding),)
    raise _not_text()


def _reads_as_russian(text: str) -> bool:
    """Tell whether a text is mostly Russian words with the usual share of small letters."""
    letters = _CYRILLIC.findall(text)
    if len(letters) < len(text) * 0.3 or len(_ODD.findall(text)) > len(text) * 0.01:
        return False
    common = sum(letter in "оеаинтсрвлОЕАИНТСРВЛ" for letter in letters)
    small = sum(letter.islower() for letter in letters)
    return common > len(letters) * 0.5 and small > len(letters) * 0.5


def _guessed(encoding: str) -> Bilingual:
    return Bilingual(
        f"Кодировка определена по содержанию: {encoding}. Если слова прочитаны неверно, сохраните файл в UTF-8.",
        f"The encoding was guessed from the content: {encoding}. If words are wrong, save the file as UTF-8.",
    )


def _not_text() -> FormatError:
    return FormatError(
        Bilingual(
            "это не текст на русском языке: двоичный файл или неизвестная кодировка. "
            "Сохраните бумагу в формате .docx или .txt (UTF-8).",
            "this is not a Russian text: a binary file or an unknown encoding. "
            "Save the paper as .docx or as .txt in UTF-8.",
        )
    )
