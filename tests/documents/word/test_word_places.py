"""From the text of a Word file back to the elements that print it."""

from __future__ import annotations

from lxml import etree

from papers.word_comments import parts
from papers.word_files import cell, definition, instance, item, level, paragraph, run, table, word_file
from rsnms_kg.documents.word.places import Places
from rsnms_kg.documents.word.reader import read_word


def words(data: bytes, start: int, end: int) -> list[tuple[str, int]]:
    """The text of the elements at the spots of a stretch, and where in it."""
    nodes = list(etree.fromstring(parts(data)["word/document.xml"]).iter())
    spots = Places(data).stretch(start, end)
    return [(nodes[spot.element].text or nodes[spot.element].tag, spot.at) for spot in spots]


def test_the_text_is_that_of_the_reader() -> None:
    data = word_file(paragraph("раз") + table(cell("два") + cell("три")) + paragraph("четыре"))
    assert Places(data).text == read_word(data).text


def test_a_stretch_is_in_the_characters_of_its_elements() -> None:
    data = word_file(f"<w:p>{run('раз д')}{run('ва три')}</w:p>")
    assert words(data, 4, 7) == [("раз д", 4), ("ва три", 2)]
    assert words(data, 0, 3) == [("раз д", 0), ("раз д", 3)]


def test_characters_that_the_reader_drops_or_joins_are_counted_in_the_file() -> None:
    data = word_file(paragraph("  с\u00adло\u0301во и\u0306 два"))
    text = read_word(data).text
    assert text == "слово й два"
    start = text.index("два")
    assert words(data, start, start + 3) == [
        ("  с\u00adло\u0301во и\u0306 два", 13),
        ("  с\u00adло\u0301во и\u0306 два", 16),
    ]
    at = text.index("й")
    assert [spot for _, spot in words(data, at, at + 1)] == [10, 12]


def test_a_stretch_between_lines_takes_the_next_words_that_it_holds() -> None:
    data = word_file(paragraph("раз") + paragraph("два"))
    assert words(data, 3, 6) == [("два", 0), ("два", 1)]
    assert words(data, 3, 5) == []
    assert words(data, 1, 6) == [("раз", 1), ("раз", 3), ("два", 0), ("два", 1)]


def test_the_label_of_a_list_gives_the_words_of_its_line() -> None:
    data = word_file(item("слово"), lists=definition(1, level(0, "%1.")) + instance(1, 1))
    assert read_word(data).text == "1. слово"
    assert words(data, 0, 2) == [("слово", 0), ("слово", 5)]


def test_a_note_gives_the_reference_to_it() -> None:
    note = '<w:footnote w:id="5"><w:p><w:r><w:t>сноска</w:t></w:r></w:p></w:footnote>'
    data = word_file(f'<w:p>{run("раз")}<w:r><w:footnoteReference w:id="5"/></w:r></w:p>', notes=note)
    start = read_word(data).text.index("сноска")
    told = words(data, start, start + 6)
    assert [name.rpartition("}")[2] for name, _ in told] == ["footnoteReference"] * 2
    assert [at for _, at in told] == [0, 1]


def test_a_stretch_outside_of_the_text_is_nowhere() -> None:
    assert words(word_file(paragraph("раз")), 50, 60) == []
