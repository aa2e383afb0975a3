"""An empty Word document for Russian papers: A4, a face with Cyrillic letters, page numbers."""

from __future__ import annotations

from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

_FACE = "Times New Roman"
_SIZES = {"Normal": 12, "Title": 16, "Heading 1": 14, "Heading 2": 12}
_PAGE = '<w:fldSimple {names} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def new_page(title: str, language: str) -> Any:
    """Return an empty document of python-docx with its styles, margins and properties."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    document.styles["Title"].element.pPr.clear()  # the rule below it
    for name, size in _SIZES.items():
        _set(document.styles[name], size, language, bold=name != "Normal")
        if name != "Normal":
            document.styles[name].paragraph_format.space_before = Pt(12)
            document.styles[name].paragraph_format.space_after = Pt(6)
    cell = document.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    _set(cell, 10, language)
    cell.paragraph_format.space_after = Pt(2)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.append(parse_xml(_PAGE.format(names=nsdecls("w"))))
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "rsnms", "", language
    return document


def _set(style: Any, size: int, language: str, *, bold: bool = False) -> None:
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor(0, 0, 0)
    style.font.name = _FACE
    faces = style.element.rPr.rFonts
    for name in list(faces.attrib):
        del faces.attrib[name]  # a theme's face would win
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{name}"), _FACE)
    spoken = "ru-RU" if language == "ru" else "en-US"
    style.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{spoken}"/>'))
