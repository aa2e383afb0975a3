"""Makes Word files for tests: python-docx documents whose body, lists and styles are given as XML."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from rsnms_kg.documents.document import Table
from rsnms_kg.documents.layout import Layout

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def word_file(body: str, *, lists: str = "", styles: str = "", notes: str = "", header: str = "") -> bytes:
    """A Word file with this body; ``notes`` is the content of its footnotes part."""
    document = docx.Document()
    ends = document.element.body[-1]
    for block in _elements(body):
        ends.addprevious(block)
    numbering = document.part.numbering_part.element
    numbering[:] = _elements(lists)
    for style in _elements(styles):
        document.styles.element.append(style)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if notes:
        blob = f"<w:footnotes {NAMES}>{notes}</w:footnotes>".encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def rewritten(data: bytes, **parts: bytes | None) -> bytes:
    """The same file with parts of ``word/`` replaced, added or (``None``) taken out."""
    target = io.BytesIO()
    changed = {f"word/{name}.xml": content for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            if content is not None:
                new.writestr(name, content)
    return target.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"word/{name}.xml")


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    inner = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, level: int = 0, number: int = 1, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return paragraph(text, f'{named}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(index: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, starts: dict[int, int] | None = None, more: str = "") -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for index, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}{more}</w:num>'


def style(name: str, inner: str, based_on: str = "", title: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    named = f'<w:name w:val="{title or name}"/>'
    return f'<w:style w:type="paragraph" w:styleId="{name}">{named}{base}{inner}</w:style>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def texts(found: Table) -> list[list[str]]:
    return [[one.text for one in row.cells] for row in found.rows]


def headings(layout: Layout) -> list[str]:
    return [layout.text[start:end] for start, end in layout.headings]


def _elements(xml: str) -> list[object]:
    return list(parse_xml(f"<w:all {NAMES}>{xml}</w:all>"))
