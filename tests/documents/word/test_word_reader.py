"""The text of a Word file: every place that holds words, headings, and what the reader tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from papers.word_files import (
    cell,
    definition,
    headings,
    instance,
    level,
    paragraph,
    part,
    rewritten,
    run,
    style,
    table,
    word_file,
)
from rsnms_kg.documents.word.reader import read_word
from rsnms_kg.russian.typography import clean

PAPER = Path(__file__).parents[4] / "shared" / "sources" / "kaliningrad-agreement-1s-2021.docx"
BOLD = "<w:b/>"


def lone(inner: str) -> str:
    """The text of a file with one paragraph."""
    return read_word(word_file(f"<w:p>{inner}</w:p>")).text


def test_paragraphs_are_set_apart_by_empty_lines() -> None:
    assert read_word(word_file(paragraph("Раз") + paragraph(" ") + paragraph("Два"))).text == "Раз\n\nДва"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:cr/><w:t>в</w:t></w:r>", "а\nб\nв"),
        ("<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r>", "а б"),
        ('<w:r><w:br w:type="page"/><w:t>Приложение</w:t></w:r>', "Приложение"),
        ("<w:r><w:t>научно</w:t><w:noBreakHyphen/><w:t>методический</w:t></w:r>", "научно-методический"),
        ("<w:r><w:t>метод</w:t><w:softHyphen/><w:t>ист, мето\u00adдист</w:t></w:r>", "методист, методист"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>а</w:t></w:r>', "•а"),
        ('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t>а</w:t></w:r>', "–а"),
        ('<w:r><w:sym w:font="Times" w:char="2116"/><w:t>а</w:t></w:r>', "№а"),
        ('<w:r><w:sym w:font="Times" w:char="ZZ"/><w:t>а</w:t></w:r>', "•а"),
        (run("и") + run("\u0306"), "й"),
        ("<w:ins>" + run("а") + "</w:ins><w:moveTo>" + run("б") + "</w:moveTo>", "аб"),
        ("<w:hyperlink>" + run("а") + "</w:hyperlink>", "а"),
        ("<w:smartTag><w:smartTagPr/>" + run("а") + "</w:smartTag>", "а"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("а") + "</w:sdtContent></w:sdt>", "а"),
        ("<w:fldSimple>" + run("а") + "</w:fldSimple>", "а"),
    ],
)
def test_characters_of_a_paragraph(inner: str, expected: str) -> None:
    assert lone(inner) == expected


def test_content_controls_around_paragraphs_rows_and_cells_are_looked_through() -> None:
    wrapped = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    rows = wrapped("<w:tr>" + wrapped(cell("б")) + cell("в") + "</w:tr>")
    assert read_word(word_file(wrapped(paragraph("а")) + f"<w:tbl>{rows}</w:tbl>")).text == "а\n\nб\tв"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
CODE = "<w:r><w:instrText>КОД</w:instrText></w:r>"


def test_the_code_of_a_field_is_left_out_and_its_result_kept() -> None:
    inner = FIELD("begin") + CODE + run("условие") + FIELD("separate") + run("15") + FIELD("end") + run(" дней")
    assert lone(inner) == "15 дней"


def test_a_field_inside_the_code_of_another_prints_nothing() -> None:
    nested = FIELD("begin") + CODE + FIELD("separate") + run("внутри") + FIELD("end")
    assert lone(FIELD("begin") + nested + FIELD("separate") + run("итог") + FIELD("end")) == "итог"


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert lone(FIELD("begin") + CODE + run("условие пункта")) == "условие пункта"


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    content = f"<w:txbxContent>{paragraph('в рамке')}</w:txbxContent>"
    box = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{content}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r>{box}<w:t>рядом</w:t></w:r></w:p>"
    assert read_word(word_file(body)).text == "рядом\n\nв рамке"


def test_a_text_box_numbers_its_list_on_its_own() -> None:
    numbered = paragraph("п", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    box = f"<w:p><w:r><w:pict><w:txbxContent>{numbered}</w:txbxContent></w:pict></w:r></w:p>"
    lists = definition(0, level(0, "%1.")) + instance(1, 0)
    assert read_word(word_file(numbered + box + numbered, lists=lists)).text == "1. п\n\n1. п\n\n2. п"


def test_bold_centred_and_styled_paragraphs_are_headings() -> None:
    styles = (
        style("1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', title="heading 1")
        + style("a3", "<w:rPr><w:b/></w:rPr>")
        + style("a4", '<w:pPr><w:jc w:val="center"/></w:pPr>', based_on="a3")
        + style("a5", "", based_on="a4")
        + style("a6", '<w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr>', based_on="a4")
        + style("a7", "", title="Подзаголовок")
        + style("a8", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="1")
    )
    body = (
        paragraph("жирный", run=BOLD)
        + paragraph("посередине", '<w:jc w:val="center"/>')
        + "".join(paragraph(name, f'<w:pStyle w:val="{name}"/>') for name in ("1", "a3", "a5", "a6", "a7", "a8"))
        + paragraph("снова тонкий", '<w:pStyle w:val="a3"/>', '<w:b w:val="0"/>')
        + "<w:p>"
        + run("частью ", BOLD)
        + run("жирный")
        + "</w:p>"
        + table(f"<w:tc>{paragraph('в ячейке', run=BOLD)}</w:tc>")
        + paragraph("обычный")
    )
    assert headings(read_word(word_file(body, styles=styles))) == [
        "жирный",
        "посередине",
        "1",
        "a3",
        "a5",
        "a7",
    ]


def test_bold_of_a_paragraph_style_and_of_a_character_style_cancel_out() -> None:
    character = f'<w:style w:type="character" w:styleId="C"><w:rPr>{BOLD}</w:rPr></w:style>'
    named, strong = '<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/>'
    body = paragraph("стиль", named) + paragraph("знаки", "", strong) + paragraph("оба", named, strong)
    layout = read_word(word_file(body, styles=style("P", f"<w:rPr>{BOLD}</w:rPr>") + character))
    assert headings(layout) == ["стиль", "знаки"]


def test_a_heading_takes_in_its_number() -> None:
    lists = definition(0, level(0, "%1.", "upperRoman")) + instance(1, 0)
    body = paragraph("Общие положения", '<w:numPr><w:numId w:val="1"/></w:numPr>', BOLD)
    assert headings(read_word(word_file(body, lists=lists))) == ["I. Общие положения"]


def test_places_refer_to_the_cleaned_text() -> None:
    body = paragraph("\u200bсо\u00adгласие") + paragraph("и\u0306од", run=BOLD) + table(cell("ё\u0301ж") + cell("б"))
    layout = read_word(word_file(body))
    assert clean(layout.text) == layout.text == "согласие\n\nйод\n\nёж\tб"
    assert headings(layout) == ["йод"]
    assert layout.text[layout.tables[0].start : layout.tables[0].end] == "ёж\tб"


def test_a_strict_file_and_a_file_in_utf_16_read_the_same() -> None:
    data = word_file(paragraph("Текст", run=BOLD))
    xml = part(data, "document").decode()
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    wide = xml.replace("UTF-8", "UTF-16").replace("utf-8", "utf-16").encode("utf-16")
    assert read_word(rewritten(data, document=strict.encode())) == read_word(data)
    assert read_word(rewritten(data, document=wide)) == read_word(data)


def test_a_file_without_styles_and_lists_is_read() -> None:
    data = rewritten(word_file(paragraph("Текст")), styles=None, numbering=None)
    assert read_word(data).text == "Текст"


def test_the_real_agreement_is_read_with_its_tables_and_headings() -> None:
    if not PAPER.exists():
        pytest.skip(f"the real agreement is not at hand: {PAPER}")
    layout = read_word(PAPER.read_bytes())
    indicators = layout.tables[1]
    assert len(layout.tables) == 3 and len(indicators.rows) == 10
    assert {len(row.cells) for row in indicators.rows} == {6}
    assert [one.text for one in indicators.rows[1].cells][2:] == [
        "2021 г.",
        "",
        "2022 и последующие годы",
        "",
    ]
    assert [one.text for one in indicators.rows[6].cells][2:] == ["", "2", "", "4"]
    assert sum(text.startswith(("I", "V")) for text in headings(layout)) == 5
    assert layout.notices == ()
