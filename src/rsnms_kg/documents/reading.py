"""path → Document: chooses the reader of the format, holds the limits, puts the document together."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.document import Block, Document
from rsnms_kg.documents.layout import FormatError, Layout
from rsnms_kg.documents.paragraphs import find_paragraphs
from rsnms_kg.documents.parts import split_parts
from rsnms_kg.documents.text import read_text
from rsnms_kg.errors import InputError
from rsnms_kg.russian.typography import level

LARGEST_FILE = 50 * 1024 * 1024
LONGEST_TEXT = 5_000_000
STANDARD_INPUT = "-"

# A new format is one entry here and one module beside this one.
_ENDINGS = {".txt": "txt", ".md": "txt", ".text": "txt", ".docx": "docx", ".docm": "docx"}
PAPER_ENDINGS = frozenset(_ENDINGS)
# Graphs, which graph/rdf_files.py reads; ".xml" may be anything, so it is none of them in a folder.
GRAPH_ENDINGS = frozenset({".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".owl"})
# Papers in formats that are not read: in a folder they are named, not passed over.
_NOT_READ = frozenset({".doc", ".pdf", ".rtf", ".odt"})
_IN_FOLDERS = (PAPER_ENDINGS | GRAPH_ENDINGS | _NOT_READ) - {".md"}  # a README in a folder of papers is no paper


def read_document(path: str | Path) -> Document:
    """Read a paper from a file, or from standard input where ``path`` is ``"-"``.

    :raises InputError: when the file is missing, empty, too large or not what its ending says.
    """
    name = str(path)
    data = file_bytes(name)
    if not data.strip():
        raise InputError(name, Bilingual("файл пуст.", "the file is empty."))
    return document_from_bytes(data, name)


def document_from_bytes(data: bytes, path: str) -> Document:
    """Read a paper from bytes; ``path`` names it and its ending tells the format.

    :raises InputError: as :func:`read_document`.
    """
    format_ = _format(data, path)
    try:
        layout = _reader(format_)(data)
    except FormatError as error:
        raise InputError(path, error.message) from error
    if not layout.text.strip():
        raise InputError(path, Bilingual("в файле нет текста.", "the file holds no text."))
    if len(layout.text) > LONGEST_TEXT:
        raise InputError(
            path,
            Bilingual(
                f"в файле больше {LONGEST_TEXT} знаков: это не соглашение и не положение.",
                f"the file holds more than {LONGEST_TEXT} characters: no agreement and no regulation is so long.",
            ),
        )
    return assemble(layout, path=path, format_=format_, sha256=hashlib.sha256(data).hexdigest())


def assemble(layout: Layout, *, path: str, format_: str, sha256: str) -> Document:
    """Put a document together from what the reader of its format gave."""
    levelled = level(layout.text)
    taken = [(table.start, table.end) for table in layout.tables]

    def stands_out(start: int, end: int) -> bool:
        return any(left <= start and end <= right for left, right in layout.headings)

    paragraphs = find_paragraphs(levelled, taken, stands_out)
    blocks: list[Block] = sorted([*paragraphs, *layout.tables], key=lambda block: block.start)
    return Document(
        path=path,
        format=format_,
        text=layout.text,
        level=levelled,
        sha256=sha256,
        blocks=tuple(blocks),
        parts=split_parts(levelled, blocks),
        notices=tuple((notice.ru, notice.en) for notice in layout.notices),
    )


def paper_paths(path: str | Path) -> Iterator[str]:
    """Yield the papers that a path names: itself, or every paper of a folder, in order of their names.

    :raises InputError: when there is no such path, or a folder holds no papers.
    """
    if str(path) == STANDARD_INPUT:
        yield STANDARD_INPUT
        return
    if not str(path):
        raise InputError("", Bilingual("имя файла пусто.", "the name of the file is empty."))
    home = Path(path)
    try:
        folder = home.is_dir()
    except (OSError, ValueError):
        folder = False  # reading it will say what is wrong
    if not folder:
        yield str(path)
        return
    found = [
        str(file)
        for file in sorted(home.rglob("*"))
        if file.suffix.lower() in _IN_FOLDERS and file.is_file() and not file.name.startswith((".", "~$"))
    ]
    if not found:
        raise InputError(
            str(path),
            Bilingual(
                "в папке нет бумаг (.docx, .txt) и графов (.ttl).",
                "the folder holds no papers (.docx, .txt) and no graphs (.ttl).",
            ),
        )
    yield from found


def file_bytes(name: str) -> bytes:
    """Return the bytes of a file, or of standard input where ``name`` is ``"-"``.

    :raises InputError: when it is missing, no ordinary file, closed to us or over ``LARGEST_FILE``.
    """
    if name == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise InputError(
                name,
                Bilingual(
                    f"на стандартном вводе больше {LARGEST_FILE // 2**20} МБ.",
                    f"standard input holds over {LARGEST_FILE // 2**20} MB.",
                ),
            )
        return data
    path = Path(name)
    try:
        if path.is_dir():
            raise InputError(name, Bilingual("это папка, а нужен файл.", "this is a folder, a file is needed."))
        if path.exists() and not path.is_file():
            raise InputError(name, Bilingual("это не обычный файл.", "this is not an ordinary file."))
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(
                name,
                Bilingual(
                    f"файл больше {LARGEST_FILE // 2**20} МБ: столько не занимает ни одна бумага.",
                    f"the file is over {LARGEST_FILE // 2**20} MB: no paper is so large.",
                ),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            name, Bilingual("такого файла нет. Проверьте путь.", "there is no such file. Check the path.")
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(
            name, Bilingual(f"файл не открывается: {error}.", f"the file cannot be opened: {error}.")
        ) from error


def _format(data: bytes, path: str) -> str:
    ending = Path(path).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "docx"  # its reader tells an old or an encrypted Word file from others
    if data.startswith(b"%PDF"):
        raise InputError(
            path,
            Bilingual(
                "файлы PDF пока не читаются. Сохраните бумагу в формате .docx или .txt.",
                "PDF files are not read yet. Save the paper as .docx or .txt.",
            ),
        )
    if data.startswith(b"{\\rtf"):
        raise InputError(
            path,
            Bilingual(
                "это файл RTF. Сохраните бумагу в формате .docx.",
                "this is an RTF file. Save the paper as .docx.",
            ),
        )
    if ending in _NOT_READ and not data.startswith(b"PK\x03\x04"):
        raise InputError(
            path,
            Bilingual(
                f"файлы {ending} пока не читаются. Сохраните бумагу в формате .docx или .txt.",
                f"{ending} files are not read yet. Save the paper as .docx or .txt.",
            ),
        )
    return _ENDINGS.get(ending, "txt")


def _reader(format_: str) -> Callable[[bytes], Layout]:
    if format_ == "docx":
        from rsnms_kg.documents.word.reader import read_word

        return read_word
    return read_text
