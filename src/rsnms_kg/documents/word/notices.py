"""What a person should know about a Word file that was read: changes, hidden text, notes, headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.word.xml import words
from rsnms_kg.russian.typography import clean, plain

_MOST_QUOTED, _LONGEST_QUOTE = 3, 80
_PAGE_NUMBER = re.compile(r"[\W\d]*(?:стр(?:аница)?|лист|page)?[\W\d]*(?:(?:из|of)[\W\d]*)?", re.IGNORECASE)


@dataclass(slots=True)
class Tally:
    """What the reader met on its way: numbers of stretches, and the notes in order."""

    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    comments: int = 0
    inserted_files: int = 0
    notes: dict[tuple[str, str], None] = field(default_factory=dict)


def notices(tally: Tally, headers: Iterable[Element]) -> tuple[Bilingual, ...]:
    """Return the notices for what was counted and for the words of headers and footers."""
    return (*_counted(tally), *_of_headers(headers))


def _counted(tally: Tally) -> Iterator[Bilingual]:
    if tally.insertions or tally.deletions:
        yield Bilingual(
            f"В файле есть непринятые исправления. Вставок: {tally.insertions}, они вошли в текст; "
            f"удалений: {tally.deletions}, в текст они не вошли.",
            f"The file has tracked changes. Insertions: {tally.insertions}, they are part of the text; "
            f"deletions: {tally.deletions}, they are not.",
        )
    if tally.hidden:
        yield Bilingual(
            f"В файле есть скрытый текст, он не прочитан. Мест: {tally.hidden}.",
            f"The file has hidden text, it was left out. Places: {tally.hidden}.",
        )
    if tally.notes:
        yield Bilingual(
            f"Сноски добавлены в конец текста. Сносок: {len(tally.notes)}.",
            f"Footnotes and endnotes were added at the end of the text. Notes: {len(tally.notes)}.",
        )
    if tally.comments:
        yield Bilingual(
            f"Примечания на полях в текст не вошли. Примечаний: {tally.comments}.",
            f"Comments are not part of the text. Comments: {tally.comments}.",
        )
    if tally.inserted_files:
        yield Bilingual(
            f"В документ вставлены другие файлы, они не прочитаны. Файлов: {tally.inserted_files}.",
            f"Other files are embedded in the document, they were not read. Files: {tally.inserted_files}.",
        )


def _of_headers(headers: Iterable[Element]) -> Iterator[Bilingual]:
    texts = dict.fromkeys(plain(clean(words(header))) for header in headers)
    found = [text for text in texts if not _PAGE_NUMBER.fullmatch(text)]
    if found:
        quoted = [text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…" for text in found]
        some = "; ".join(f"«{text}»" for text in quoted[:_MOST_QUOTED])
        yield Bilingual(
            f"В колонтитулах есть слова, в текст они не вошли: {some}.",
            f"Headers or footers hold words that are not part of the text: {some}.",
        )
