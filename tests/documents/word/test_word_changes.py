"""Tracked changes, hidden words, notes and headers of a Word file are told, and read or left out."""

from __future__ import annotations

import pytest

from papers.word_files import cell, definition, instance, level, paragraph, run, table, texts, word_file
from rsnms_kg.documents.word.reader import read_word

VANISH = "<w:vanish/>"


def test_deleted_words_are_left_out_and_changes_are_told() -> None:
    deleted = "<w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
    moved = "<w:moveFrom>" + run("ушло") + "</w:moveFrom>"
    body = "<w:p>" + run("за ") + deleted + "<w:ins>" + run("15") + "</w:ins>" + moved + run(" дней") + "</w:p>"
    layout = read_word(word_file(body))
    (notice,) = layout.notices
    assert layout.text == "за 15 дней"
    assert "Вставок: 1" in notice.ru and "удалений: 2" in notice.ru
    assert "Insertions: 1" in notice.en and "deletions: 2" in notice.en


def test_paragraphs_that_were_moved_away_are_left_out_and_told() -> None:
    layout = read_word(word_file(paragraph("Раз") + f"<w:moveFrom>{paragraph('Два')}</w:moveFrom>"))
    assert layout.text == "Раз"
    assert "удалений: 1" in layout.notices[0].ru


def test_an_inserted_file_is_told() -> None:
    layout = read_word(word_file(paragraph("Раз") + "<w:altChunk/>"))
    assert [notice.ru for notice in layout.notices] == [
        "В документ вставлены другие файлы, они не прочитаны. Файлов: 1."
    ]


def test_a_comment_is_told() -> None:
    layout = read_word(word_file("<w:p>" + run("Раз") + "<w:r><w:commentReference/></w:r></w:p>"))
    assert layout.text == "Раз"
    assert "Примечаний: 1" in layout.notices[0].ru


def test_a_paragraph_whose_mark_is_deleted_runs_into_the_next() -> None:
    body = paragraph("Раз, ", "<w:rPr><w:del/></w:rPr>") + paragraph("два") + paragraph("Три")
    assert read_word(word_file(body)).text == "Раз, два\n\nТри"


def test_a_deleted_paragraph_takes_no_number() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    words = "<w:del><w:r><w:delText>х</w:delText></w:r></w:del>"
    gone = f"<w:p><w:pPr>{numbered}<w:rPr><w:del/></w:rPr></w:pPr>{words}</w:p>"
    lists = definition(0, level(0, "%1.")) + instance(1, 0)
    body = paragraph("а", numbered) + gone + paragraph("б", numbered)
    assert read_word(word_file(body, lists=lists)).text == "1. а\n\n2. б"


def test_a_deleted_row_is_left_out() -> None:
    layout = read_word(word_file(table(cell("а"), "<w:trPr><w:del/></w:trPr>" + cell("б"))))
    assert texts(layout.tables[0]) == [["а"]]
    assert "удалений: 1" in layout.notices[0].ru


@pytest.mark.parametrize("styled", [False, True])
def test_hidden_words_are_left_out_and_told(styled: bool) -> None:
    hidden = run("тайна", '<w:rStyle w:val="H"/>' if styled else VANISH)
    character = f'<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr>{VANISH}</w:rPr></w:style>'
    layout = read_word(word_file("<w:p>" + run("явь") + hidden + "</w:p>", styles=character))
    assert layout.text == "явь"
    assert [notice.ru for notice in layout.notices] == ["В файле есть скрытый текст, он не прочитан. Мест: 1."]


def test_a_hidden_paragraph_takes_no_number() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    lists = definition(0, level(0, "%1.")) + instance(1, 0)
    body = paragraph("тайна", f"{numbered}<w:rPr>{VANISH}</w:rPr>", VANISH) + paragraph("явь", numbered)
    assert read_word(word_file(body, lists=lists)).text == "1. явь"


def test_footnotes_follow_the_body_once_and_in_order_of_their_marks() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in ((0, "разделитель"), (2, "вторая"), (1, "первая"))
    )
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    layout = read_word(word_file("<w:p>" + run("Текст") + mark(1) + mark(2) + mark(1) + "</w:p>", notes=notes))
    assert layout.text == "Текст\n\nпервая\n\nвторая"
    assert [notice.ru for notice in layout.notices] == ["Сноски добавлены в конец текста. Сносок: 2."]


@pytest.mark.parametrize(("header", "told"), [("Приложение № 1 к приказу", True), ("Страница 2 из 5", False)])
def test_words_of_a_header_are_told_and_not_read(header: str, told: bool) -> None:
    layout = read_word(word_file(paragraph("Текст"), header=header))
    assert layout.text == "Текст"
    assert [header in notice.ru for notice in layout.notices] == [True] * told


def test_a_plain_file_has_no_notices() -> None:
    assert read_word(word_file(paragraph("Текст"))).notices == ()
