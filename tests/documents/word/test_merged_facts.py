"""What a table of a Word file states does not hang on whether its cells are merged or the words stand in each."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from papers import agreements, regulations
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from papers.regulation_cases import FORMS, RULES
from papers.word_files import cell, table, texts, word_file
from rsnms_kg.documents.word.reader import read_word
from rsnms_kg.facts import model

Grid = list[list[str]]
_LEFT, _ABOVE = "<", "^"  # the cell on the left, or above, goes on
_AGREEMENT = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
_ORDER = regulations.write(RULES["tver"], FORMS["plain"])[0]
_COMPARED = {
    model.IndicatorRow: ("clause_label", "name", "measure_named", "population"),
    model.Target: (
        "clause_label", "period", "period_start", "share", "count", "missing_measure", "unreadable_cell",
    ),
    model.Measure: ("name", "responsible", "result", "deadline", "clause_label", "expected_number"),
    model.Function: ("clause_label",),
    model.SubjectType: ("name", "level"),
    model.Signature: ("post", "surname", "initials", "date", "stamp"),
}  # fmt: skip


def xml(grid: Grid) -> str:
    """The table of a grid, with cells merged where it says that one goes on."""
    rows = []
    for at, row in enumerate(grid):
        cells, column = [], 0
        while column < len(row):
            width = 1
            while column + width < len(row) and row[column + width] == _LEFT:
                width += 1
            below = at + 1 < len(grid) and grid[at + 1][column] == _ABOVE
            merge = "<w:vMerge/>" if row[column] == _ABOVE else '<w:vMerge w:val="restart"/>' if below else ""
            span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
            cells.append(cell("" if row[column] == _ABOVE else row[column], span + merge))
            column += width
        rows.append("".join(cells))
    return table(*rows)


def spelled_out(grid: Grid) -> Grid:
    """The same grid with the words of merged cells in each cell."""
    full: Grid = []
    for row in grid:
        done: list[str] = []
        for column, text in enumerate(row):
            done.append(done[-1] if text == _LEFT else full[-1][column] if text == _ABOVE else text)
        full.append(done)
    return full


def paper(grid: Grid, text: str, instead: str) -> bytes:
    """A paper whose block that begins with ``instead`` is the table of a grid."""
    blocks = [xml(grid) if block.startswith(instead) else _printed(block) for block in text.split("\n\n")]
    assert sum(block.startswith("<w:tbl>") for block in blocks) == 1
    return word_file("".join(blocks))


def _printed(block: str) -> str:
    lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in block.split("\n"))
    return f"<w:p><w:r>{lines}</w:r></w:p>"


def stated(data: bytes) -> Counter[tuple[object, ...]]:
    facts = facts_of(data, "paper.docx")
    return Counter(
        (kind.__name__, *(getattr(fact, name) for name in fields)) for kind, fields in _COMPARED.items()
        for fact in facts.of(kind)
    )  # fmt: skip


TARGETS: dict[str, Grid] = {
    "a count for several rows": [
        ["№", "Показатель", "2022 год", "2023 год"],
        ["1.", "Доля педагогов, прошедших диагностику", "10 %", "20 %"],
        ["2.", "Доля школ, в которых есть наставники", "^", "^"],
        ["3.", "Доля тьюторов, прошедших обучение", "^", "35 %"],
    ],
    "a value for two periods": [
        ["№", "Показатель", "2022 год", "2023 год"],
        ["1.", "Доля педагогов, прошедших диагностику", "10 %", "<"],
        ["2.", "Доля школ, в которых есть наставники", "15 %", "25 %"],
    ],
    "a head of two rows": [
        ["№", "Показатель", "2022 год", "<", "2023 год", "<"],
        ["^", "^", "доля", "количество", "доля", "количество"],
        ["1.", "Доля педагогов, прошедших диагностику", "10 %", "12", "20 %", "24"],
        ["2.", "Доля школ, в которых есть наставники", "^", "^", "20 %", "3"],
    ],
    "the period in a column": [
        ["№", "Показатель", "Период", "Доля", "Количество"],
        ["1.", "Доля педагогов, прошедших диагностику", "2022 год", "10 %", "12"],
        ["2.", "Доля школ, в которых есть наставники", "^", "10 %", "2"],
        ["3.", "Доля тьюторов, прошедших обучение", "^", "^", "4"],
    ],
    "a block of both": [
        ["№", "Показатель", "2022 год", "2023 год"],
        ["1.", "Доля педагогов, прошедших диагностику", "10 %", "<"],
        ["2.", "Доля школ, в которых есть наставники", "^", "<"],
    ],
}  # fmt: skip

MEASURES: dict[str, Grid] = {
    "who and when for several rows": [
        ["№", "Мероприятие", "Ответственный", "Срок", "Результат"],
        ["1.", "Утверждено положение о системе", "Министерство", "до 1 июля 2022 года", "Приказ"],
        ["2.", "Подписаны соглашения с округами", "^", "до 15 сентября 2022 года", "Соглашения"],
        ["3.", "Обучены тьюторы методических служб", "ЦНППМ", "^", "Отчёт"],
        ["4.", "Собраны запросы школ", "^", "^", "^"],
    ],
    "a head of two rows": [
        ["№", "Мероприятие", "Ответственный", "Срок", "<"],
        ["^", "^", "^", "начало", "окончание"],
        ["1.", "Утверждено положение о системе", "Министерство", "1 июня 2022 года", "1 июля 2022 года"],
        ["2.", "Подписаны соглашения с округами", "^", "^", "15 сентября 2022 года"],
    ],
}  # fmt: skip

SIGNED: Grid = [
    ["Министр образования области", "Ректор института"],
    ["____________ А.Б. Ветрова", "____________ К.Л. Зимин"],
    ["15.09.2021", "<"],
]
SUBJECTS: Grid = [
    ["Уровень", "Субъект", "Функции"],
    ["Региональный", "Министерство образования Тверской области", "утверждает план работы"],
    ["^", "^", "выделяет средства на обучение"],
    ["Муниципальный", "Муниципальная методическая служба", "собирает запросы школ"],
    ["^", "Муниципальный методический совет", "^"],
]


def agreement(grid: Grid) -> bytes:
    return paper(grid, _AGREEMENT, "№ п/п\t")


def order(grid: Grid) -> bytes:
    return paper(grid, _ORDER, "№\tМероприятие")


def of(kind: str, found: Counter[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted((fact[1:] for fact in found.elements() if fact[0] == kind), key=repr)


@pytest.mark.parametrize("name", TARGETS)
def test_targets_are_those_of_the_table_without_merged_cells(name: str) -> None:
    rows = [row for row in TARGETS[name] if row[0][:1].isdigit()]
    merged = stated(agreement(TARGETS[name]))
    assert [row[1] for row in of("IndicatorRow", merged)] == [row[1] for row in rows]
    assert not [fact for fact in of("Target", merged) if fact[3] is None and fact[4] is None]
    assert merged == stated(agreement(spelled_out(TARGETS[name])))


@pytest.mark.parametrize("name", MEASURES)
def test_measures_are_those_of_the_table_without_merged_cells(name: str) -> None:
    merged = stated(order(MEASURES[name]))
    rows = [row for row in spelled_out(MEASURES[name]) if row[0][:1].isdigit()]
    assert [fact[0] for fact in of("Measure", merged)] == sorted(row[1] for row in rows)
    assert all(fact[1] and fact[3] for fact in of("Measure", merged))
    assert merged == stated(order(spelled_out(MEASURES[name])))


def test_a_head_over_several_columns_gives_the_last_of_them() -> None:
    """«Срок» over the beginning and the end of a measure: it is due by the end."""
    days = [fact[3] for fact in of("Measure", stated(order(MEASURES["a head of two rows"])))]
    assert days == [dt.date(2022, 9, 15), dt.date(2022, 7, 1)]


def test_numbers_and_names_below_one_head_are_told_apart() -> None:
    grid = [
        ["Показатель", "<", "2022 год", "2023 год"],
        ["1.", "Доля педагогов, прошедших диагностику", "10 %", "20 %"],
        ["2.", "Доля школ, в которых есть наставники", "5 %", "^"],
    ]
    apart = [["№", "Показатель", *grid[0][2:]], *grid[1:]]
    assert stated(agreement(grid)) == stated(agreement(apart))


def test_a_heading_over_all_columns_is_no_row() -> None:
    grid = [
        ["№", "Показатель", "2022 год", "2023 год"],
        ["Раздел 1. Кадры", "<", "<", "<"],
        ["1.", "Доля педагогов, прошедших диагностику", "10 %", "20 %"],
        ["2.", "Доля школ, в которых есть наставники", "5 %", "^"],
    ]
    assert stated(agreement(grid)) == stated(agreement([grid[0], *grid[2:]]))


def test_a_heading_on_a_line_of_its_own_is_no_row() -> None:
    headed = _AGREEMENT.replace("\n3.\tКоличество", "\nРаздел 2. Встречи\n3.\tКоличество")
    assert headed != _AGREEMENT
    assert [row.name for row in facts_of(headed).of(model.IndicatorRow)] == [
        row.name for row in facts_of(_AGREEMENT).of(model.IndicatorRow)
    ]


def test_rows_below_one_number_and_name_are_counted_once() -> None:
    grid = [
        ["№", "Мероприятие", "Ответственный", "Срок", "Результат"],
        ["1.", "Обучены тьюторы методических служб", "Министерство", "до 1 июля 2022 года", "Приказ"],
        ["^", "^", "ЦНППМ", "до 1 декабря 2022 года", "Отчёт"],
        ["2.", "Собраны запросы школ", "^", "до 20 декабря 2022 года", "Запросы"],
    ]
    measures = of("Measure", stated(order(grid)))
    assert [(fact[4], fact[5]) for fact in measures] == [("ДК/1", "1"), ("ДК/1", "1"), ("ДК/2", "2")]


def test_a_date_below_all_signatures_is_of_each() -> None:
    signed = of("Signature", stated(paper(SIGNED, _AGREEMENT, "V.")))
    days = {fact[1]: fact[3] for fact in signed}
    assert (days["Ветрова"], days["Зимин"]) == (dt.date(2021, 9, 15), dt.date(2021, 9, 15))


def test_functions_of_merged_cells_are_of_each_subject() -> None:
    text = _ORDER.replace("3.1. ", "Таблица\n\n3.1. ", 1)
    assert stated(paper(SUBJECTS, text, "Таблица")) == stated(paper(spelled_out(SUBJECTS), text, "Таблица"))


def test_a_cell_that_goes_on_knows_where_it_began() -> None:
    layout = read_word(word_file(xml(TARGETS["a block of both"])))
    first, second = layout.tables[0].rows[1:]
    began = first.cells[2]
    assert layout.text[began.start : began.end] == began.text == "10 %"
    assert [one.merged for one in (*first.cells[2:], *second.cells[2:])] == [None, began, began, began]
    assert layout.text.count("10 %") == 1
    assert first.filled == 3 and [one.text for one in second.values[2:]] == ["10 %", "10 %"]


def test_a_cell_goes_on_only_below_one_that_may() -> None:
    layout = read_word(word_file(table(cell("а") + cell("б"), cell("в") + cell("", "<w:vMerge/>"))))
    assert texts(layout.tables[0]) == [["а", "б"], ["в", ""]]
    assert layout.tables[0].rows[1].cells[1].merged is None


def test_the_halves_of_a_merged_row_are_no_row_split_by_a_page() -> None:
    grid = [["№", "Показатель"], ["1.", "Доля педагогов"], ["^", "в том числе молодых"]]
    assert texts(read_word(word_file(xml(grid))).tables[0])[2] == ["", "в том числе молодых"]
