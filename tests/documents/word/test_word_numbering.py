"""Labels of automatic lists come out as Word prints them."""

from __future__ import annotations

import pytest

from papers.word_files import definition, instance, item, level, paragraph, style, word_file
from rsnms_kg.documents.word.numerals import bullet, numeral
from rsnms_kg.documents.word.reader import read_word

OUTLINE = (level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))


def labels(body: str, lists: str, styles: str = "") -> list[str]:
    """The label of every paragraph of a body whose paragraphs all say «текст»."""
    lines = read_word(word_file(body, lists=lists, styles=styles)).text.split("\n\n")
    assert all(line.endswith("текст") for line in lines), lines
    return [line.removesuffix("текст").rstrip() for line in lines]


def items(*places: tuple[int, int]) -> str:
    """Paragraphs in a list, each given as its level and the number of its list."""
    return "".join(item("текст", at, number) for at, number in places)


def one_list(*levels: int) -> str:
    return items(*((at, 1) for at in levels))


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimal", "Статья %1.", ["Статья 1.", "Статья 2.", "Статья 3."]),
        ("decimalZero", "%1)", ["01)", "02)", "03)"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("russianLower", "%1)", ["а)", "б)", "в)"]),
        ("russianUpper", "%1.", ["А.", "Б.", "В."]),
        ("ordinal", "%1", ["1", "2", "3"]),
        ("none", "Раздел", ["Раздел"] * 3),
        ("none", "%1", [""] * 3),
        ("bullet", "-", ["–"] * 3),
        ("bullet", "\uf0b7", ["•"] * 3),
    ],
)
def test_number_formats(form: str, text: str, expected: list[str]) -> None:
    assert labels(one_list(0, 0, 0), definition(0, level(0, text, form)) + instance(1, 0)) == expected


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (1944, "upperRoman", "MCMXLIV"),
        (10, "russianLower", "к"),  # й is not used
        (26, "russianLower", "ы"),
        (30, "russianLower", "аа"),
        (28, "lowerLetter", "bb"),
        (0, "upperRoman", "0"),
        (999_999_999, "upperRoman", "999999999"),
    ],
)
def test_numbers_at_the_edges_of_a_format(number: int, form: str, expected: str) -> None:
    assert numeral(number, form) == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("—", "–"),
        ("\u00ad", "–"),
        ("\uf02d", "–"),
        ("o", "•"),
        ("§", "•"),
        ("", ""),
        (" ", ""),
        ("Пункт", "Пункт"),
    ],
)
def test_a_bullet_is_a_dash_or_a_point(mark: str, expected: str) -> None:
    assert bullet(mark) == expected


def test_a_deeper_level_begins_anew_under_each_clause() -> None:
    assert labels(one_list(0, 1, 1, 2, 2, 1, 2, 0, 1), definition(0, *OUTLINE) + instance(1, 0)) == [
        "1.",
        "1.1.",
        "1.2.",
        "1.2.1.",
        "1.2.2.",
        "1.3.",
        "1.3.1.",
        "2.",
        "2.1.",
    ]


def test_a_level_that_was_skipped_prints_its_start_and_counts_as_begun() -> None:
    lists = definition(0, level(0, "%1.", start=2), *OUTLINE[1:]) + instance(1, 0)
    assert labels(one_list(1, 1, 2, 0, 1), lists) == ["2.1.", "2.2.", "2.2.1.", "3.", "3.1."]
    assert labels(one_list(0, 2, 1), lists) == ["2.", "2.1.1.", "2.2."]


def test_roman_headings_of_one_list_and_clauses_of_another_with_their_own_starts() -> None:
    lists = (
        definition(0, level(0, "%1.", "upperRoman"))
        + definition(1, *OUTLINE)
        + instance(1, 0)
        + instance(2, 1, {0: 2})
        + instance(3, 1, {0: 3, 1: 1})
    )
    body = items((0, 1), (0, 1), (1, 2), (2, 2), (2, 2), (1, 2), (0, 1), (1, 3), (2, 3), (1, 3), (0, 1))
    assert labels(body, lists) == [
        "I.",
        "II.",
        "2.1.",
        "2.1.1.",
        "2.1.2.",
        "2.2.",
        "III.",
        "3.1.",
        "3.1.1.",
        "3.2.",
        "IV.",
    ]


def test_lists_of_one_definition_count_together() -> None:
    lists = definition(0, *OUTLINE) + instance(1, 0) + instance(2, 0)
    assert labels(items((0, 1), (0, 2), (1, 1), (1, 2)), lists) == ["1.", "2.", "2.1.", "2.2."]


def test_lists_of_two_definitions_count_apart() -> None:
    lists = definition(0, *OUTLINE) + definition(1, *OUTLINE) + instance(1, 0) + instance(2, 1)
    assert labels(items((0, 1), (0, 2), (0, 1)), lists) == ["1.", "1.", "2."]


def test_a_new_start_works_once_and_holds_for_the_whole_definition() -> None:
    lists = definition(0, *OUTLINE) + instance(1, 0) + instance(2, 0, {0: 5})
    assert labels(items((0, 1), (0, 1), (0, 2), (0, 2), (0, 1)), lists) == ["1.", "2.", "5.", "6.", "7."]


def test_a_new_start_of_a_deeper_level_waits_until_that_level_is_reached() -> None:
    lists = definition(0, *OUTLINE) + instance(1, 0) + instance(2, 0, {1: 4})
    assert labels(items((0, 1), (1, 1), (0, 2), (1, 2), (1, 2)), lists) == [
        "1.",
        "1.1.",
        "2.",
        "2.4.",
        "2.5.",
    ]


@pytest.mark.parametrize(
    ("restart", "last"),
    [("", "2.1.1."), ('<w:lvlRestart w:val="0"/>', "2.1.2."), ('<w:lvlRestart w:val="1"/>', "2.1.1.")],
)
def test_what_sets_a_level_back(restart: str, last: str) -> None:
    lists = definition(0, *OUTLINE[:2], level(2, "%1.%2.%3.", more=restart)) + instance(1, 0)
    assert labels(one_list(0, 1, 2, 0, 1, 2), lists)[-1] == last


def test_a_level_set_back_by_the_first_level_only_goes_on_under_the_second() -> None:
    lists = definition(0, *OUTLINE[:2], level(2, "%1.%2.%3.", more='<w:lvlRestart w:val="1"/>')) + instance(1, 0)
    assert labels(one_list(0, 1, 2, 1, 2, 0, 1, 2), lists)[2::2] == ["1.1.1.", "1.2.2.", "2.1."]


def test_legal_numbering_prints_roman_levels_in_arabic_digits() -> None:
    roman = level(0, "%1.", "upperRoman")
    lists = definition(0, roman, level(1, "%1.%2.", more="<w:isLgl/>")) + instance(1, 0)
    assert labels(one_list(0, 0, 1), lists) == ["I.", "II.", "2.1."]
    assert labels(one_list(0, 0, 1), definition(0, roman, level(1, "%1.%2.")) + instance(1, 0))[-1] == "II.1."


def test_a_list_may_replace_a_level_of_its_definition() -> None:
    replaced = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "russianLower", start=3)}</w:lvlOverride>'
    assert labels(one_list(0, 0), definition(0, *OUTLINE) + instance(1, 0, more=replaced)) == ["в)", "г)"]


def test_a_number_hidden_at_its_level_is_counted_and_not_printed() -> None:
    lists = definition(0, level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>"), OUTLINE[1]) + instance(1, 0)
    assert labels(one_list(0, 0, 1), lists) == ["", "", "2.1."]


def test_numbering_comes_from_a_style_and_from_the_style_that_it_is_based_on() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style("B", "", based_on="A")
    body = paragraph("текст", '<w:pStyle w:val="A"/>') + paragraph("текст", '<w:pStyle w:val="B"/>')
    assert labels(body, definition(0, *OUTLINE) + instance(1, 0), styles) == ["1.", "2."]


def test_a_level_names_the_style_that_it_belongs_to() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("A", numbered) + style("B", numbered, based_on="A")
    lists = definition(
        0, level(0, "%1.", more='<w:pStyle w:val="A"/>'), level(1, "%1.%2.", more='<w:pStyle w:val="B"/>')
    ) + instance(1, 0)
    body = "".join(paragraph("текст", f'<w:pStyle w:val="{name}"/>') for name in "ABBAB")
    assert labels(body, lists, styles) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_style_that_gives_only_the_level_takes_the_list_from_its_base() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "B", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="A"
    )
    body = "".join(paragraph("текст", f'<w:pStyle w:val="{name}"/>') for name in "ABB")
    assert labels(body, definition(0, *OUTLINE) + instance(1, 0), styles) == ["1.", "1.1.", "1.2."]


def test_a_definition_that_refers_to_a_list_style_uses_its_levels_and_counts_alone() -> None:
    lists = (
        definition(0, *OUTLINE, more='<w:styleLink w:val="S"/>')
        + definition(1, more='<w:numStyleLink w:val="S"/>')
        + instance(1, 0)
        + instance(2, 1)
    )
    assert labels(items((0, 1), (0, 2), (1, 2)), lists) == ["1.", "1.", "1.1."]


def test_number_zero_switches_the_numbering_of_a_style_off() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = (
        paragraph("текст", '<w:pStyle w:val="A"/>')
        + item("текст", number=0, style="A")
        + paragraph("текст", '<w:pStyle w:val="A"/>')
    )
    lists = definition(0, *OUTLINE) + instance(0, 0) + instance(1, 0)
    assert labels(body, lists, styles) == ["1.", "", "2."]


@pytest.mark.parametrize(("number", "at"), [(7, 0), (1, 8)])
def test_a_list_or_a_level_that_is_not_there_prints_nothing(number: int, at: int) -> None:
    assert labels(item("текст", at, number), definition(0, *OUTLINE) + instance(1, 0)) == [""]


def test_styles_based_on_one_another_do_not_hang_the_reader() -> None:
    styles = style("A", "", based_on="B") + style("B", "", based_on="A")
    assert labels(paragraph("текст", '<w:pStyle w:val="A"/>'), "", styles) == [""]


def test_a_number_without_words_is_printed_too() -> None:
    cell = "<w:tc>{}</w:tc>"
    empty = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    row = "<w:tr>" + cell.format(empty) + cell.format(paragraph("показатель")) + "</w:tr>"
    layout = read_word(word_file(f"<w:tbl>{row}{row}</w:tbl>", lists=definition(0, *OUTLINE) + instance(1, 0)))
    assert layout.text == "1.\tпоказатель\n2.\tпоказатель"
