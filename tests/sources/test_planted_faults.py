"""One fault planted into a real paper: what it adds to the findings of the paper as it is."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from textwrap import fill
from zipfile import ZipFile

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
    "a refusal for a deed": (("2.2.4. обучение", "2.2.4. отказ от обучения"), {("OBLIGATION-NEGATED", "2.2.4")}),
    "a deed with «не»": (("2.3.3. достижение", "2.3.3. недостижение"), {("OBLIGATION-NEGATED", "2.3.3")}),
    "an absence for a presence": (("2.3.1. наличие", "2.3.1. отсутствие"), {("OBLIGATION-NEGATED", "2.3.1")}),
    "a refusal of all": (("ЦНППМ обеспечивает:", "ЦНППМ отказывается обеспечивать:"), {("OBLIGATION-NEGATED", "2.2")}),
    "a duty as far as one can": (
        ("ЦНППМ обеспечивает:", "ЦНППМ по возможности обеспечивает:"), {("OBLIGATION-RIGHT", "2.2")},
    ),
    "a duty at will": (
        ("ЦНППМ обеспечивает:", "ЦНППМ, при наличии возможности, обеспечивает:"), {("OBLIGATION-RIGHT", "2.2")},
    ),
    "one item as far as one can": (
        ("настоящего соглашения;", "настоящего соглашения (по возможности);"), {("OBLIGATION-RIGHT", "2.2.4")},
    ),
    "a mistyped number above right ones": (("2.3. Муниципальное", "2.4. Муниципальное"), {("NUM-GAP", "2.4")}),
    "a repeated number above right ones": (("2.2. ЦНППМ", "2.1. ЦНППМ"), {("NUM-DUPLICATE", "2.1")}),
    "another municipality in a signature": (
        ("образования\n«Советский городской округ»\n\n\n\nА", "образования\n«Гусевский городской округ»\n\n\n\nА"),
        {("SIGNATURE-POST", "V")},
    ),
    "another region in a signature": (
        ("Министр образования\nКалининградской области\n\n\n\nС", "Министр образования\nПсковской области\n\n\n\nС"),
        {("ENTITY-REGION", "V")},
    ),
    "another subject matter": (
        ("организация взаимодействия и совместной реализации мероприятий Сторонами для", "поставка учебников для"),
        {("TRIPARTITE-SUBJECT", "I")},
    ),
    "a company for a fourth party": (
        ("и. о. ректора, с другой", "и. о. ректора, и Общество с ограниченной ответственностью «Луч», в лице Петра "
         "Петровича Петрова, директора, действующего на основании устава, с другой"),
        {("PARTY-COUNT", "преамбула"), ("OBLIGATION-PARTY", "преамбула"), ("SIGNATURE-PARTY", "V"),
         ("SIGNATURE-PARTY", "приложение")},
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
    "a subject left out above its functions": (
        ("3.2.3. ГАОУ ДПО «КГИРО»\n\n", ""), {("REGULATION-BEARER", "3.2.2")},
    ),
    "a subject without a name": (
        ("3.3.2. Муниципальные методические объединения\n", "3.3.2.\n"), {("REGULATION-BEARER", "3.3.1")},
    ),
    "initials of a body that nothing explains": ((" (далее – МОН КО)", ""), {("ABBR-UNDECLARED", "ДК/1")}),
    "a subject called otherwise than those responsible": (
        ("3.2.1. Министерство образования и науки", "3.2.1. Министерство просвещения"),
        {("ENTITY-ORGANISATION", "3.2.1")},
    ),
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


# What changes nothing: (words of the paper, words instead of them)
HARMLESS = {
    "a way and no reservation": ("2.2.7. предоставление", "2.2.7. предоставление, по возможности в электронном виде,"),
    "a duty to refrain": ("2.2.7. предоставление", "2.2.7. неразглашение персональных данных, предоставление"),
    "«не» that is no negation": ("2.2.7. предоставление", "2.2.7. непрерывное предоставление"),
    "possibilities": ("2.3.10. условия", "2.3.10. расширение возможностей и условия"),
    "somebody's refusal": ("2.3.10. условия", "2.3.10. рассмотрение случаев отказа от обучения, условия"),
    "both levels of one project": (
        "отсылки на региональный проект «Современная школа»",
        "отсылки на региональный проект «Современная школа» федерального проекта «Современная школа»",
    ),
    "a stamp above the title": ("\nо взаимодействии", "\nПроект\nо взаимодействии"),
}


@pytest.mark.parametrize("change", HARMLESS)
def test_what_is_no_fault_changes_nothing(agreement: PaperGraph, change: str) -> None:
    text = agreement.document.text
    assert HARMLESS[change][0] in text
    assert found(text.replace(*HARMLESS[change], 1)) == found(text)


@pytest.mark.parametrize("width", [70, 80, 100])
def test_an_order_wrapped_by_hand_without_blank_lines_reads_the_same(order: PaperGraph, width: int) -> None:
    lines = [line for line in order.document.text.split("\n") if line.strip()]
    wrapped = [line if "\t" in line else fill(line, width, break_on_hyphens=False) for line in lines]
    assert found("\n".join(wrapped)) == found(order.document.text)


def test_a_date_and_a_number_side_by_side_in_a_table_of_word_are_those_of_the_paper(
    agreement_in_both_formats: PaperGraph,
) -> None:
    path = Path(agreement_in_both_formats.document.path)
    if path.suffix != ".docx":
        pytest.skip("a table of Word stands in a file of Word only")
    assert _findings_of(_head_in_table(path.read_bytes())) == _findings_of(path.read_bytes())


def _findings_of(data: bytes) -> Counter[tuple[str, str]]:
    graph = PaperGraph(extract(document_from_bytes(data, "paper.docx")))
    return Counter((finding.requirement.id, finding.clause) for finding in check(graph).findings)


def _head_in_table(data: bytes) -> bytes:
    """Put the two paragraphs below the title, the date and the number, into the cells of a table without borders."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                xml = content.decode()
                paragraphs = [match[0] for match in re.finditer(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)]
                day = next(at for at, one in enumerate(paragraphs) if "сентября 2021" in one)
                cells = "".join(f"<w:tc><w:tcPr/>{one}</w:tc>" for one in paragraphs[day : day + 2])
                table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
                xml = xml.replace(paragraphs[day], table, 1)
                last = xml.index(paragraphs[day + 1], xml.index("</w:tbl>"))
                content = (xml[:last] + xml[last + len(paragraphs[day + 1]) :]).encode()
            new.writestr(name, content)
    return out.getvalue()


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
