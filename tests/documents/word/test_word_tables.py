"""Tables of a Word file: cells with their places, merged cells, tables in tables."""

from __future__ import annotations

from papers.word_files import cell, paragraph, table, texts, word_file
from rsnms_kg.documents.word.reader import read_word


def test_cells_are_set_apart_by_tabs_and_know_their_places() -> None:
    body = paragraph("До") + table(cell("№") + cell("Показатель"), cell("1.") + cell(" Доля ")) + paragraph("После")
    layout = read_word(word_file(body))
    (found,) = layout.tables
    assert layout.text == "До\n\n№\tПоказатель\n1.\tДоля\n\nПосле"
    assert layout.text[found.start : found.end] == "№\tПоказатель\n1.\tДоля"
    assert [layout.text[row.start : row.end] for row in found.rows] == ["№\tПоказатель", "1.\tДоля"]
    assert all(layout.text[one.start : one.end] == one.text for row in found.rows for one in row.cells)


def test_lines_of_a_cell_stay_in_its_stretch() -> None:
    inner = paragraph("Министр") + "<w:p><w:r><w:t>образования</w:t><w:br/><w:t>области</w:t></w:r></w:p>"
    layout = read_word(word_file(table(f"<w:tc>{inner}</w:tc>" + cell("ректор"))))
    first, second = layout.tables[0].rows[0].cells
    assert first.text == layout.text[first.start : first.end] == "Министр\nобразования\nобласти"
    assert layout.text[second.start : second.end] == "ректор"


def test_merged_cells_leave_empty_ones() -> None:
    begins, goes_on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    layout = read_word(
        word_file(
            table(
                cell("№", begins) + cell("2021 год", two),
                cell("", goes_on) + cell("доля") + cell("число"),
                '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("5 %") + cell("12"),
                cell("1.") + "<w:sdt><w:sdtContent>" + cell("10 %") + "</w:sdtContent></w:sdt>",
            )
        )
    )
    assert texts(layout.tables[0]) == [
        ["№", "2021 год", ""],
        ["", "доля", "число"],
        ["", "5 %", "12"],
        ["1.", "10 %", ""],
    ]
    assert all(one.start == one.end for row in layout.tables[0].rows for one in row.cells if not one.text)


def test_a_column_in_which_no_cell_begins_is_no_column() -> None:
    two = '<w:gridSpan w:val="2"/>'
    layout = read_word(word_file(table(cell("а", two) + cell("б"), cell("в", two) + cell("г"))))
    assert texts(layout.tables[0]) == [["а", "б"], ["в", "г"]]


def test_words_in_a_cell_that_is_merged_into_the_one_above_are_told() -> None:
    layout = read_word(word_file(table(cell("а"), cell("б", "<w:vMerge/>"))))
    assert texts(layout.tables[0]) == [["а"], [""]]
    assert "скрытый" in layout.notices[0].ru


def test_a_row_split_by_a_page_is_made_whole() -> None:
    layout = read_word(word_file(table(cell("1.") + cell("Доля педагогов,"), cell() + cell("прошедших обучение"))))
    assert texts(layout.tables[0]) == [["1.", "Доля педагогов, прошедших обучение"]]


def test_a_table_inside_a_cell_becomes_lines_of_the_cell() -> None:
    inner = table(cell("а") + cell("б"), cell("в") + cell("г"))
    layout = read_word(word_file(table(f"<w:tc>{paragraph('Итого:')}{inner}<w:p/></w:tc>" + cell("справа"))))
    assert texts(layout.tables[0]) == [["Итого:\nа б\nв г", "справа"]]


def test_a_table_without_words_is_left_out() -> None:
    layout = read_word(word_file(paragraph("Текст") + table(cell() + cell())))
    assert (layout.text, layout.tables) == ("Текст", ())
