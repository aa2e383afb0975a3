"""What a format's reader gives: the text and what the format itself knows of its layout."""

from __future__ import annotations

from dataclasses import dataclass

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.document import Table
from rsnms_kg.errors import RsnmsError


class FormatError(RsnmsError):
    """The bytes are not what their format promises; the caller adds the path."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a paper (cleaned, see :func:`rsnms_kg.russian.typography.clean`) and its marks.

    ``tables`` are in order and do not overlap; ``headings`` are stretches of the text that the format
    shows as headings (bold or centred as a whole); ``notices`` are for the person who gave the file.
    """

    text: str
    tables: tuple[Table, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    notices: tuple[Bilingual, ...] = ()
