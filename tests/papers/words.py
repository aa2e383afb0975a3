"""The same agreements as Word files: labels that Word counts, signatures and targets in Word tables."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LABEL = re.compile(r"(?P<roman>[IVX]+)\. |(?P<decimal>\d+(?:\.\d+)*)\. ")
_LIST = 77


def word_file(text: str) -> bytes:
    """Return a Word file of an agreement: labels taken out of the text and left to a multilevel list.

    The headings of sections are level 0 of the list, 2.1 is level 1, 2.1.1 is level 2. Other labels
    (dashes, а), 1)) stay typed in. Whatever has tabs becomes a table.
    """
    document = docx.Document()
    roman = bool(re.search(r"^II\. ", text, re.MULTILINE))
    _add_list(document, roman)
    for block in text.rstrip("\n").split("\n\n"):
        if "\t" in block:
            _add_table(document, [line.split("\t") for line in block.split("\n")])
        else:
            _add_paragraph(document, block)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_list(document: Any, roman: bool) -> None:
    formats = ("upperRoman" if roman else "decimal", "decimal", "decimal")
    texts = ("%1.", "%1.%2.", "%1.%2.%3.")
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'{"<w:isLgl/>" if at else ""}<w:lvlText w:val="{label}"/></w:lvl>'
        for at, (form, label) in enumerate(zip(formats, texts, strict=True))
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {_NAMESPACE} w:abstractNumId="{_LIST}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {_NAMESPACE} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'))


def _add_paragraph(document: Any, block: str) -> None:
    label = _LABEL.match(block)
    heading = bool(label and (label["roman"] or "." not in label["decimal"]))
    words = block[label.end() :] if label else block
    paragraph = document.add_paragraph()
    for at, line in enumerate(words.split("\n")):
        run = paragraph.add_run()
        if at:
            run.add_break()
        run.add_text(line)
        run.bold = heading
        run.font.size = Pt(14)
    if heading or block.startswith("СОГЛАШЕНИЕ"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if label:
        depth = 0 if label["roman"] else label["decimal"].count(".")
        paragraph._p.get_or_add_pPr().insert(
            0, parse_xml(f'<w:numPr {_NAMESPACE}><w:ilvl w:val="{depth}"/><w:numId w:val="{_LIST}"/></w:numPr>')
        )


def _add_table(document: Any, rows: list[list[str]]) -> None:
    """Add a table; an empty cell to the right of a period in the head is merged into it."""
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width)
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words:
                table.cell(at, column).text = words
    head = rows[0]
    if len(rows) > 1 and not rows[1][0]:
        for column in range(2, width - 1, 2):
            table.cell(0, column).merge(table.cell(0, column + 1)).text = head[column]
        for column in (0, 1):
            table.cell(0, column).merge(table.cell(1, column)).text = head[column]
