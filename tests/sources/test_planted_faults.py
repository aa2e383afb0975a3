"""One fault planted into a real paper: what it adds to the findings of the paper as it is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rsnms_kg.api import check
from rsnms_kg.documents.reading import document_from_bytes
from rsnms_kg.facts.extraction import extract
from rsnms_kg.graph.paper import PaperGraph

# what is wrong: (words of the paper, words instead of them), findings that it adds
AGREEMENT = {
    "no number": (("№ 1-с/2021", ""), {("META-NUMBER", "реквизиты")}),
    "a duty under another's number": (("2.2.4. обучение", "2.4.4. обучение"), {("NUM-PARENT", "2.4.4")}),
    "a number far off": (("2.3.7. взаим", "2.3.17. взаим"), {("NUM-GAP", "2.3.17")}),
    "a section out of place": (("IV. Закл", "VI. Закл"), {("NUM-GAP", "VI")}),
    "a reference to nowhere": (("в рамках настоящего соглашения", "по пункту 2.9"), {("REF-CLAUSE", "2.2.4")}),
    "a row numbered twice": (("\n4.\tКол", "\n3.\tКол"), {("NUM-ROW", "приложение/3")}),
    "a row skipped": (("\n4.\tКол", "\n5.\tКол"), {("NUM-ROW", "приложение/5")}),
    "a bearer that is no party": (
        ("Муниципальное образование обеспечивает:", "Школа обеспечивает:"),
        {("OBLIGATION-PARTY", "преамбула"), ("OBLIGATION-BEARER", "2.3")},
    ),
    "a duty negated": (("ЦНППМ обеспечивает:", "ЦНППМ не обеспечивает:"), {("OBLIGATION-NEGATED", "2.2")}),
    "a right among duties": (
        ("Муниципальное образование обеспечивает:", "Муниципальное образование вправе осуществлять:"),
        {("OBLIGATION-RIGHT", "2.3")},
    ),
    "a date that does not exist": (("31.12.2019", "31.02.2019"), {("DATE-IMPOSSIBLE", "преамбула")}),
    "a count mistyped": (("\t5%\t12\t10%\t25", "\t5%\t21\t10%\t25"), {("INDICATOR-BASE", "приложение/1")}),
    "another surname": (("А.С. Сергеев", "А.С. Семёнов"), {("SIGNATURE-MATCH", "V")}),
    "another year in a signature": (
        ("А.С. Сергеев\n\n«15» сентября 2021", "А.С. Сергеев\n\n«15» сентября 2020"), {("DATE-SIGNED", "V")},
    ),
    "a term that ended before": (("30.12.2024", "30.12.2020"), {("TERM-ORDER", "III")}),
    "a cited act of tomorrow": (("от 31.12.2019", "от 31.12.2029"), {("DATE-CITED", "преамбула")}),
    "a duty of a verb that no list has, negated": (
        ("ЦНППМ обеспечивает:", "ЦНППМ не реализует:"), {("OBLIGATION-NEGATED", "2.2")},
    ),
    "freed from a duty": (
        ("образование обеспечивает:", "образование освобождается от обязанности обеспечивать:"),
        {("OBLIGATION-NEGATED", "2.3")},
    ),
    "one item negated": (("2.2.4. обучение", "2.2.4. не обучает"), {("OBLIGATION-NEGATED", "2.2.4")}),
    "one item a right": (("2.2.4. обучение", "2.2.4. вправе проводить обучение"), {("OBLIGATION-RIGHT", "2.2.4")}),
    "a head date that does not exist": (
        ("«15» сентября 2021 г.", "«31» сентября 2021 г."), {("DATE-IMPOSSIBLE", "реквизиты")},
    ),
    "a year with a digit lost": (("«15» сентября 2021 г.", "«15» сентября 202 г."), {("DATE-IMPOSSIBLE", "реквизиты")}),
    "a signature on a day that does not exist": (
        ("М.П.\n\n«15» сентября", "М.П.\n\n«31» сентября"), {("DATE-IMPOSSIBLE", "V")},
    ),
    "one initial only": (("А.С. Сергеев", "А. Сергеев"), {("SIGNATURE-MATCH", "V")}),
    "the head of a territory for the head of a body": (
        ("Глава администрации\nмуниципального", "Глава\nмуниципального"), {("SIGNATURE-POST", "V")},
    ),
    "two last days": (
        ("до 30.12.2024 года", "до 30.12.2024 года, но не позднее 31.12.2023 года"), {("TERM-ENDS", "III")},
    ),
    "a share without its sign": (("\t5%\t12\t10%\t25", "\t5\t12\t10%\t25"), {("INDICATOR-PERCENT", "приложение/1")}),
    "a share above the whole": (("\t5%\t12\t10%\t25", "\t105%\t12\t10%\t25"), {("INDICATOR-RANGE", "приложение/1")}),
    "a share below zero": (("\t10%\t1\t10%\t1", "\t-10%\t1\t10%\t1"), {("INDICATOR-RANGE", "приложение/7")}),
    "a share and a count changed places": (
        ("\t5%\t12\t10%\t25", "\t12\t5%\t10%\t25"), {("INDICATOR-VALUE", "приложение/1")},
    ),
    "a cell left out": (("\t50%\t1\t100%\t1", "\t50%\t100%\t1"), {("INDICATOR-COMPLETE", "приложение/3")}),
    "the head of the table mixed up": (
        ("Доля\tКоличество\tДоля\tКоличество", "Количество\tДоля\tКоличество\tДоля"),
        {("INDICATOR-VALUE", "приложение")},
    ),
    "a period named twice": (("2022 и последующие годы", "2021 г."), {("INDICATOR-PERIOD", "приложение")}),
    "a year left out": (("2022 и последующие годы", "2023 и последующие годы"), {("INDICATOR-PERIOD", "приложение")}),
    "a row without its number": (("\n4.\tКол", "\n\tКол"), {("NUM-ROW", "приложение/4")}),
    "a whole smaller than its part": (
        ("ЦНППМ\t5%\t12\t10%\t25\n2", "ЦНППМ\t5%\t10\t10%\t20\n2"), {("INDICATOR-POPULATION", "приложение/2")},
    ),
    "a count that only a near row contradicts": (
        ("\t5%\t12\t10%\t25", "\t5%\t13\t10%\t25"), {("INDICATOR-NEIGHBOUR", "приложение/2")},
    ),
}  # fmt: skip
ORDER = {
    "a deadline with a digit lost": (("01 октября 2021 года", "01 октября 202 года"), {("DATE-IMPOSSIBLE", "ДК/7")}),
    "a deadline that is no date": (("31 августа 2021 года\n", "скоро\n"), {("ROADMAP-DATE", "ДК/3")}),
    "a dash for a result": (
        ("РСНМС\tМОН КО\tПриказ МОН КО\t01", "РСНМС\tМОН КО\t–\t01"), {("ROADMAP-RESULT", "ДК/2")},
    ),
    "a dash for the one responsible": (
        ("РСНМС\tМОН КО\tПриказ МОН КО\t01", "РСНМС\t–\tПриказ МОН КО\t01"), {("ROADMAP-RESPONSIBLE", "ДК/2")},
    ),
    "no date": (("от 22.07. 2021 г.", ""), {("META-DATE", "реквизиты")}),
    "no number": (("№ 963", ""), {("META-NUMBER", "реквизиты")}),
    "an indicator numbered twice": (
        ("4. Доля управленческих", "3. Доля управленческих"), {("NUM-DUPLICATE", "6.1/3")},
    ),
    "a subject numbered twice": (("3.3.2. Муниц", "3.3.1. Муниц"), {("NUM-DUPLICATE", "3.3.1")}),
    "a date that does not exist": (("15 сентября 2021", "31 сентября 2021"), {("DATE-IMPOSSIBLE", "ДК/5")}),
    "an annex that is not there": (("(приложение № 2)", "(приложение № 3)"), {("ANNEX-PRESENT", "2")}),
    "nobody responsible": (("Открыт ЦНППМ\tМОН КО\t", "Открыт ЦНППМ\t\t"), {("ROADMAP-RESPONSIBLE", "ДК/4")}),
    "an unknown responsible": (("Открыт ЦНППМ\tМОН КО\t", "Открыт ЦНППМ\tУчёный совет\t"), {("ROADMAP-KNOWN", "ДК/4")}),
    "dates out of order": (("31 августа 2021", "31 декабря 2021"), {("ROADMAP-ORDER", "ДК/4")}),
}  # fmt: skip


def found(text: str) -> Counter[tuple[str, str]]:
    graph = PaperGraph(extract(document_from_bytes(text.encode(), "paper.txt")))
    return Counter((finding.requirement.id, finding.clause) for finding in check(graph).findings)


@pytest.mark.parametrize("fault", AGREEMENT)
def test_a_fault_in_the_agreement_adds_this(agreement: PaperGraph, fault: str) -> None:
    planted(agreement.document.text, *AGREEMENT[fault])


@pytest.mark.parametrize("fault", ORDER)
def test_a_fault_in_the_order_adds_this(order: PaperGraph, fault: str) -> None:
    planted(order.document.text, *ORDER[fault])


def planted(text: str, change: tuple[str, str], expected: set[tuple[str, str]]) -> None:
    assert change[0] in text
    assert set(found(text.replace(*change, 1)) - found(text)) == expected


def test_a_subject_without_functions_is_told(order: PaperGraph) -> None:
    text = order.document.text
    first, second = text.index("- обеспечивает условия (материально"), text.index("3.2.2. ЦНППМ")
    added = found(text[:first] + text[second:]) - found(text)
    assert ("LEVEL-FUNCTION", "3.2.1") in added


def test_the_papers_are_where_they_are_looked_for(agreement: PaperGraph) -> None:
    assert Path(agreement.document.path).is_file()
