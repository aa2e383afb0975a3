"""One slip of wording planted into a real paper adds the finding that tells of it, and no other one."""

from __future__ import annotations

from collections import Counter

import pytest

from papers.retyping import latin_lookalikes
from rsnms_kg.api import check
from rsnms_kg.documents.reading import document_from_bytes
from rsnms_kg.facts.extraction import extract
from rsnms_kg.graph.paper import PaperGraph

_908 = "от 10.08.2021 г. № 908/1"
_ASKED = "запросам Министерства образования Калининградской области и"
# (requirement, clause of the finding): what is planted, as (words of the paper, words instead of them)
AGREEMENT: list[tuple[str, str, str, str]] = [
    ("SCRIPT-MIXED", "реквизиты", "СОГЛАШЕНИЕ", "CОГЛАШЕНИЕ"),
    ("SCRIPT-MIXED", "реквизиты", "№ 1-с/2021", "№ 1-c/2021"),
    ("SCRIPT-MIXED", "преамбула", "с одной стороны", "c одной стороны"),
    ("SCRIPT-MIXED", "преамбула", "Министерство образования Калининградской области, в лице",
     "Министерствo образования Калининградской области, в лице"),
    ("SCRIPT-MIXED", "преамбула", "3273-р", "3273-p"),
    ("SCRIPT-MIXED", "II", "Обязанности Сторон", "0бязанности Сторон"),
    ("SCRIPT-MIXED", "2.1", "обеспечивает:", "oбеспечивает:"),
    ("SCRIPT-MIXED", "2.3.7", "с ММС и ЦНППМ", "с MMC и ЦНППМ"),
    ("SCRIPT-MIXED", "V", "А.С. Сергеев", "A.С. Сергеев"),
    ("SCRIPT-MIXED", "приложение/3", "Доля тьюторов ММС", "Дoля тьюторов ММС"),
    ("SCRIPT-QUOTE", "I", "«Современная школа».", "«Современная школа."),
    ("SCRIPT-QUOTE", "преамбула", "«Институт развития образования»", "«Институт развития образования"),
    ("SCRIPT-QUOTE", "2.2.2", "«Образование»", "Образование»"),
    ("ACT-NUMBER", "преамбула", "31.12.2019 г. № 3273-р", "31.12.2019 г."),
    ("ACT-NUMBER", "преамбула", "от 31.12.2019 г. № 3273-р", "№ 3273-р"),
    ("ACT-NUMBER", "преамбула", f"{_908} «О", "от 10.08.2021 г. «О"),
    ("ACT-TWO-WAYS", "2.1.1", _908, "от 10.09.2021 г. № 908/1"),
    ("ACT-TWO-WAYS", "2.1.1", _908, "от 10.08.2021 г. № 908"),
    ("ACT-TWO-WAYS", "2.1.1", "(приказ Министерства", "(распоряжение Министерства"),
    ("ACT-TWO-WAYS", "2.1.1", "№ 908/1 «О региональной системе", "№ 908/1 «О муниципальной системе"),
    ("ACT-NUMBER", "2.1.1", f"(приказ Министерства образования Калининградской области {_908} «",
     "(приказ Министерства образования Калининградской области «"),
    ("REF-ACT", "2.2.4", "в рамках настоящего соглашения", "в рамках настоящего Контракта"),
    ("ENTITY-ORGANISATION", "2.3.5", _ASKED, "запросам Департамента образования Калининградской области и"),
    ("ENTITY-PROJECT", "2.3.12", "отсылки на региональный", "отсылки на федеральный"),
    ("ENTITY-MUNICIPALITY", "приложение", "образованию «Советский городской округ»**",
     "образованию «Светлый городской округ»**"),
    ("ENTITY-MUNICIPALITY", "приложение", "образованию «Советский городской округ»**",
     "образованию «Совецкий городской округ»**"),
    ("DATE-CITED", "преамбула", _908, "от 10.08.2022 г. № 908/1"),
    ("ABBR-UNDECLARED", "2.3.7", " (далее – ММС)", ""),
    ("ABBR-UNDECLARED", "2.1.1", " (далее – ЦНППМ)", ""),
    ("ABBR-UNDECLARED", "2.3.4", "муниципальной системы образования", "МСО"),
    ("ABBR-DRIFT", "2.3.6", "на базе ЦНППМ;", "на базе ЦНПМ;"),
    ("ABBR-DRIFT", "2.3.7", "с ММС и ЦНППМ", "с ММС и ЦПНПМ"),
    ("ABBR-DRIFT", "2.2.6", "паспорта ДППО, содерж", "паспорта ДПП, содерж"),
    ("ABBR-TWICE", "2.3.7", "с ММС и", "с муниципальной методической службой (далее – ММС) и"),
    ("ABBR-MEANING", "2.3.6", "2.3.4. координацию методической работы",
     "2.3.4. координацию муниципальных методических советов (далее – ММС)"),
    ("REF-ACT", "IV", "Изменение настоящего Соглашения", "Изменение настоящего Положения"),
    ("REF-ACT", "2.2.4", "в рамках настоящего соглашения", "в рамках настоящего Договора"),
    ("REF-ACT", "III", "Настоящее Соглашение", "Настоящий Порядок"),
    ("ENTITY-REGION", "преамбула", "Калининградской области от 10.08", "Калужской области от 10.08"),
    ("ENTITY-REGION", "2.3.5", _ASKED, "запросам Министерства образования Калужской области и"),
    ("ENTITY-REGION", "приложение/4", "муниципального уровня в рамках",
     "муниципального уровня Калужской области в рамках"),
    ("ENTITY-MUNICIPALITY", "приложение", "образованию «Советский городской округ»**",
     "образованию «Черняховский городской округ»**"),
    ("ENTITY-MUNICIPALITY", "V", "образования\n«Советский городской округ»",
     "образования\n«Советский муниципальный округ»"),
    ("ENTITY-PROJECT", "2.2.2", "национального проекта «Образование»", "регионального проекта «Образование»"),
    ("ENTITY-PROJECT", "I", "реализации регионального проекта", "реализации национального проекта"),
    ("ENTITY-ORGANISATION", "2.3.5", _ASKED, _ASKED.replace("образования", "образования и науки")),
    ("ENTITY-ORGANISATION", "2.1", "2.1. Министерство образования", "2.1. Министерство просвещения"),
    ("ENTITY-NAME", "I", "«Современная школа».", "«Современая школа»."),
]  # fmt: skip
ORDER: list[tuple[str, str, str, str]] = [
    ("SCRIPT-MIXED", "преамбула", "№ Р-33", "№ P-33"),
    ("SCRIPT-MIXED", "1.3/1", "273-ФЗ", "273-Ф3"),
    ("SCRIPT-MIXED", "3.2.2", "3.2.2. ЦНППМ", "3.2.2. ЦНППM"),
    ("SCRIPT-QUOTE", "6.2/4", "«КГИРО»,", "«КГИРО,"),
    ("ACT-NUMBER", "1.3/1", "от 29.12.2012 № 273-ФЗ", "№ 273-ФЗ"),
    ("ACT-NUMBER", "1.3/2", "от 21.07.2020 № 474", "от 21.07.2020"),
    ("ACT-NUMBER", "1.3/7", "от 06.08.2020 № Р-76 ", ""),
    ("ACT-NUMBER", "1.3/11", " от 03.03.2021 № 76/1/п-21", ""),
    ("ENTITY-REGION", "реквизиты", "КАЛУЖСКОЙ ОБЛАСТИ", "КУРСКОЙ ОБЛАСТИ"),
    ("ACT-TWO-WAYS", "1.3/9", "05.09.2019 № 560", "05.09.2019 № 506"),
    ("ACT-TWO-WAYS", "1.3/5", "Распоряжение Правительства Российской Федерации от 31.12.2019",
     "Приказ Правительства Российской Федерации от 31.12.2019"),
    ("ACT-AMENDING", "преамбула", "от 27.07.2017 № 427", "от 27.07.2016 № 427"),
    ("ACT-AMENDING", "преамбула", "01.07.2019 № 407", "01.07.2018 № 407"),
    ("ACT-EDITIONS", "преамбула", "от 05.10.2018 № 612", "от 05.10.2019 № 612"),
    ("ABBR-UNDECLARED", "3.3.1/4", " (далее – ММС)", ""),
    ("ABBR-DRIFT", "5.2", "взаимодействия субъектов РСНМС:\n\n- цифровая",
     "взаимодействия субъектов РСМНС:\n\n- цифровая"),
    ("ABBR-DRIFT", "6.2/4", "ГАОУ ДПО «КГИРО», муниц", "ГАОУ ДПО «КГРИО», муниц"),
    ("ABBR-DRIFT", "ДК/1", "Приказ МОН КО\t25", "Приказ МО КО\t25"),
    ("ABBR-DRIFT", "5.2/1", "цифровая экосистема ДПО;", "цифровая экосистема ДППО;"),
    ("REF-ACT", "1.2", "1.2. В настоящем Положении", "1.2. В настоящем Порядке"),
    ("ENTITY-REGION", "4.2", "бюджета Калужской области", "бюджета Тульской области"),
    ("ENTITY-ORGANISATION", "3.2.3/4", "их в министерство образования и науки", "их в министерство образования"),
]  # fmt: skip


def found(text: str) -> Counter[tuple[str, str]]:
    graph = PaperGraph(extract(document_from_bytes(text.encode(), "paper.txt")))
    return Counter((finding.requirement.id, finding.clause) for finding in check(graph).findings)


def planted(text: str, before: str, after: str) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """What a change adds to the findings and what it takes away."""
    assert before in text, before
    one, other = found(text), found(text.replace(before, after, 1))
    return other - one, one - other


@pytest.mark.parametrize(("requirement", "clause", "before", "after"), AGREEMENT)
def test_a_slip_in_the_agreement_is_one_finding(
    agreement: PaperGraph, requirement: str, clause: str, before: str, after: str
) -> None:
    assert planted(agreement.document.text, before, after) == ({(requirement, clause): 1}, {})


@pytest.mark.parametrize(("requirement", "clause", "before", "after"), ORDER)
def test_a_slip_in_the_order_is_one_finding(
    order: PaperGraph, requirement: str, clause: str, before: str, after: str
) -> None:
    assert planted(order.document.text, before, after) == ({(requirement, clause): 1}, {})


def test_words_in_two_alphabets_are_told_and_read_on(agreement: PaperGraph) -> None:
    text = agreement.document.text
    added, lost = found(latin_lookalikes(text)) - found(text), found(text) - found(latin_lookalikes(text))
    assert {requirement for requirement, _ in added} == {"SCRIPT-MIXED"} and lost == {}


def test_a_short_form_that_everybody_knows_needs_no_explanation(agreement: PaperGraph) -> None:
    assert planted(agreement.document.text, "средствах массовой информации", "СМИ") == ({}, {})


# Read by hand, finding by finding: what is told of the wording of the order as it is.
ORDER_AS_IT_IS = [
    ("TERM-UNUSED", "1.2/16"), ("SCRIPT-QUOTE", "1.3/5"), ("ABBR-DRIFT", "3.3.1/2"),
    ("ABBR-DRIFT", "ДК/5"), ("ABBR-DRIFT", "ДК/5"), ("ABBR-DRIFT", "ДК/6"),
]  # fmt: skip
FAMILIES = ("ACT", "ABBR", "SCRIPT", "ENTITY")


def test_what_is_wrong_in_the_wording_of_the_order(order: PaperGraph) -> None:
    told = [(finding.requirement, finding.clause) for finding in check(order).findings]
    found_here = [
        (requirement.id, clause)
        for requirement, clause in told
        if requirement.family in FAMILIES or requirement.id in ("TERM-UNUSED", "REF-ACT")
    ]
    assert sorted(found_here) == sorted(ORDER_AS_IT_IS)
