"""A table of a Word file as XML: the head repeats on every page, a row is not torn in two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from rsnms_kg.report.characters import on_one_line

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS = 56.7  # in a millimetre
_TORN_FROM = 1500  # a row with more letters may be torn: it might not fit on a page


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a cell: a text, perhaps bold, perhaps with a label before it."""

    text: str
    label: str = ""
    bold: bool = False


def table(head: Sequence[str], rows: Iterable[Sequence[list[Piece]]], widths: Sequence[int], language: str) -> bytes:
    """Return a table; ``widths`` are in millimetres."""
    columns = [round(width * _TWIPS) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    top = _row([[Piece(name, bold=True)] for name in head], columns, "<w:cantSplit/><w:tblHeader/>", "E7E6E6")
    body = [_row(row, columns, "<w:cantSplit/>" if _letters(row) < _TORN_FROM else "", "") for row in rows]
    whole = f'<w:tbl xmlns:w="{_WORD}">{properties}<w:tblGrid>{grid}</w:tblGrid>{top}{"".join(body)}</w:tbl>'
    return whole.encode()


def _letters(row: Sequence[list[Piece]]) -> int:
    return max(sum(len(piece.text) for piece in cell) for cell in row)


def _row(cells: Sequence[list[Piece]], widths: Sequence[int], properties: str, shade: str) -> str:
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    made = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{filled}</w:tcPr>{"".join(map(_paragraph, cell))}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    ]
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>" if properties else f"<w:tr>{''.join(made)}</w:tr>"
    )


def _paragraph(piece: Piece) -> str:
    label = _run(f"{piece.label}: ", italic=True) if piece.label else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{label}{_run(piece.text, bold=piece.bold)}</w:p>'


def _run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    space = " " if text.endswith(" ") else ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(on_one_line(text))}{space}</w:t></w:r>'
