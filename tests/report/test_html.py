"""The report as HTML: everything is told, every link leads somewhere, marks stand at the words and nowhere else."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from rdflib.namespace import RDF

import rsnms_kg as rk
from rsnms_kg.knowledge.act_names import act_title
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.report.entries import numbered
from rsnms_kg.report.html.findings import anchor
from rsnms_kg.report.wording import basis
from rsnms_kg.russian.typography import plain

ROOT = Path(__file__).parents[2]
EXAMPLES = [ROOT / "examples" / name for name in ("agreement.txt", "agreement-clean.txt", "order.txt", "system.ttl")]
REAL = [ROOT.parent / "shared/sources" / name
        for name in ("kaliningrad-agreement-1s-2021.docx", "kaluga-order-963-2021.txt")]  # fmt: skip


def words(text: str) -> str:
    """A text without its spaces: between the cells of a table there are none."""
    return "".join(text.split())


def page(report: rk.Report, language: str = "ru") -> html.HtmlElement:
    return html.document_fromstring(report.render("html", language))


@pytest.fixture(scope="module")
def report() -> rk.Report:
    """Papers with and without faults, a system, and a file that is not there."""
    return rk.check([*EXAMPLES, "нет.txt"])


@pytest.fixture(scope="module", params=[*EXAMPLES[:3], *REAL], ids=lambda path: path.name)
def paper(request: pytest.FixtureRequest) -> rk.Report:
    if not request.param.exists():
        pytest.skip(f"the real paper is not here: {request.param.name}")
    return rk.check(request.param)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_finding_is_there_with_all_its_parts(report: rk.Report, language: str) -> None:
    shown = page(report, language)
    for ordinal, document in enumerate(report.documents, start=1):
        for one in numbered(document.outcome, ordinal):
            finding, (item,) = one.finding, shown.xpath(f"//li[@id='{anchor(one)}']")
            told = " ".join(item.text_content().split())
            parts = [finding.message(language), finding.expected_text(language), finding.actual_text(language),
                     finding.suggestion(language), finding.requirement.id, finding.requirement.title(language),
                     basis(finding, language)]  # fmt: skip
            assert [part for part in parts if " ".join(part.split()) not in told] == []
            assert item.xpath("string(.//q)") == finding.quote
            assert item.get("data-grade") == finding.severity and item.get("data-family") == finding.requirement.family
    assert len(shown.xpath("//li[contains(@class, 'finding')]")) == len(report.findings)


def test_marks_cover_the_quotes_and_nothing_else(paper: rk.Report) -> None:
    (document,) = paper.documents
    (shown,) = page(paper).xpath("//*[@id='d1-paper']//div[@lang='ru']")
    text, marked, opened, found = "", "", dict[str, int](), dict[str, str]()
    for event, node in html.etree.iterwalk(shown, events=("start", "end")):
        if event == "start":
            opened |= {node.get("id"): len(text)} if node.get("class") == "at" else {}
            if node.tag == "a":
                number = node.get("href").partition("-")[2]
                found[number] = text[opened[f"m1-{number}"] :]
            else:
                text += words(node.text or "")
                marked += words(node.text or "") if node.tag == "mark" else ""
        elif node is not shown:
            text += words(node.tail or "")
    findings = [one for one in numbered(document.outcome, 1) if one.finding.quote]
    assert found == {str(one.number): words(one.finding.quote) for one in findings}
    read = document.graph.document.text  # type: ignore[union-attr]
    assert text == words(read)
    covered = {at for one in findings for at in range(*one.finding.span)}
    assert marked == words("".join(letter for at, letter in enumerate(read) if at in covered))


def test_every_link_leads_to_a_place_and_every_place_is_there_once(report: rk.Report) -> None:
    shown = page(report)
    names = shown.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link for link in shown.xpath("//@href") if link[1:] not in names or link[0] != "#"} == set()
    assert set(" ".join(shown.xpath("//@aria-labelledby")).split()) <= set(names)
    for ordinal, document in enumerate(report.documents, start=1):
        for one in numbered(document.outcome, ordinal):
            linked = [link[1:] for link in shown.xpath(f"//li[@id='{anchor(one)}']//@href")]
            back = shown.xpath(f"//a[contains(@class, 'back')][@href='#{anchor(one)}']")
            of_a_paper = document.kind in ("agreement", "regulation")
            assert len(linked) == len(back) == (1 if of_a_paper and one.finding.quote else 0)


def test_every_requirement_is_told_with_its_status(report: rk.Report) -> None:
    shown = page(report)
    for ordinal, document in enumerate(report.documents, start=1):
        rows = shown.xpath(f"//section[@id='d{ordinal}-requirements']//tbody/tr[not(@class='family')]")
        told = {row.xpath("string(th)"): row.get("class") for row in rows}
        assert told == {status.requirement.id: status.status for status in document.outcome.statuses}
        assert len(told) == (len(requirements()) if document.readable else 0)
        linked = [link for row in rows for link in row.xpath(".//a/@href")]
        assert sorted(linked) == sorted(f"#{anchor(one)}" for one in numbered(document.outcome, ordinal))


def test_the_matrix_has_every_function_and_obligation_and_every_pair() -> None:
    crosswalk = rk.compare(EXAMPLES[0], "kaluga-963-2021")
    shown = page(rk.check(EXAMPLES[0]))
    (matrix,) = shown.xpath("//table[@class='matrix']")
    functions = [norm for norm in crosswalk.right if norm.binding]
    duties = [norm for norm in crosswalk.left if norm.binding]
    parties, clauses = matrix.xpath("./thead/tr")
    assert [head.text_content() for head in clauses] == [duty.clause for duty in duties]
    assert sum(int(head.get("colspan")) for head in parties.xpath("./th[@colspan]")) == len(duties)
    assert parties.xpath("./th[@colspan]")[0].text_content() == plain(duties[0].borne_by("ru"))
    rows = matrix.xpath("./tbody/tr[not(@class='family')]")
    assert [row.xpath("string(th)").split()[0] for row in rows] == [norm.clause for norm in functions]
    signs = matrix.xpath(".//span[@role='img']/@aria-label")
    assert len(signs) == len([pair for pair in crosswalk.pairs if pair.left.binding and pair.right.binding])
    realised = {pair.right.iri for pair in crosswalk.pairs if pair.realises and pair.left.binding}
    assert [row.get("class") == "pass" for row in rows] == [norm.iri in realised for norm in functions]


def test_another_regions_regulation_is_said_to_be_a_comparison(tmp_path: Path) -> None:
    """The example is of an invented region, so the shipped regulation is not its own."""
    text = EXAMPLES[0].read_text(encoding="utf-8").replace("Примерской области", "Калужской области")
    (tmp_path / "own.txt").write_text(text, encoding="utf-8")
    for paper, folded in ((EXAMPLES[0], True), (tmp_path / "own.txt", False)):
        (section,) = page(rk.check(paper)).xpath("//section[@id='d1-crosswalk']")
        assert ("в вину бумаге не ставится" in section.text_content()) is folded
        assert bool(section.xpath("./details[@class='foreign']/summary")) is folded


def test_targets_are_told_with_the_bases_that_fit() -> None:
    (table,) = page(rk.check(EXAMPLES[0])).xpath("//table[@class='bases']")
    rows = [[plain(cell.text_content()) for cell in row] for row in table.xpath("./tbody/tr")]
    first = "Приложение, строка 1. Доля педагогов, получивших индивидуальный образовательный маршрут (педагоги)"
    assert rows[:4] == [
        [first],
        ["2022 год", "10", "12", "111–120", "115–124", "120–129"],
        ["2023 и последующие годы", "20", "24", "116–120", "118–122", "120–124"],
        ["все периоды", "", "", "116–120", "118–122", "120–124"],
    ]
    assert ["2023 и последующие годы", "120", "30", *["не считается"] * 3] in rows  # more than all
    assert ["2022 год", "3 (без знака %)", "–", *["не считается"] * 3] in rows
    assert rows[-1] == ["Вместе: педагоги (строки 1, 2)", "", "", "116–120", "118–122", "120–124"]


def test_every_target_is_in_the_table() -> None:
    graph = rk.read(EXAMPLES[0])
    (table,) = page(rk.check(EXAMPLES[0])).xpath("//table[@class='bases']")
    told = table.xpath("./tbody/tr[not(@class)]")
    assert len(told) == len(set(graph.subjects(RDF.type, RSNMS.Target)))


def test_several_documents_begin_with_a_table_of_verdicts(report: rk.Report) -> None:
    shown = page(report)
    rows = shown.xpath("//nav//tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == [document.path for document in report.documents]
    assert [row.xpath("string(td[2])") for row in rows] == [
        "Есть нарушения", "Нарушений нет", "Нарушений нет", "Есть нарушения", "Не прочитано"]  # fmt: skip
    assert "такого файла нет" in shown.xpath("string(//article[@id='d5'])")
    assert page(rk.check(EXAMPLES[0])).xpath("//nav") == []


def test_the_page_allows_only_its_own_style(report: rk.Report) -> None:
    shown = page(report)
    (policy,) = shown.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(shown.xpath("string(//style)").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert (
        shown.xpath(
            "//script | //link | //img | //iframe | //object | //@style | //@src | //@*[starts-with(name(), 'on')]"
        )
        == []
    )
    assert "url(" not in shown.xpath("string(//style)") and "@import" not in shown.xpath("string(//style)")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_screen_reader_finds_its_way(report: rk.Report, language: str) -> None:
    shown = page(report, language)
    assert shown.get("lang") == language
    assert [len(shown.xpath(f"//{name}")) for name in ("main", "header", "footer", "nav", "h1", "title")] == [1] * 6
    levels = [int(heading.tag[1]) for heading in shown.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert shown.xpath("//body/*[1]")[0].get("href") == "#main"
    for nameless in (
        "//input[not(ancestor::label)]", "//fieldset[not(legend)]", "//section[not(@aria-labelledby)]",
        "//table[not(caption or parent::*[@class='printed'])]", "//*[@role][not(@aria-label or @aria-labelledby)]",
    ):  # fmt: skip
        assert shown.xpath(nameless) == []
    assert set(shown.xpath("//div[contains(@class, 'paper')]//div[@lang]/@lang")) <= {"ru"}
    assert {quote.get("lang") for quote in shown.xpath("//q")} == {"ru"}


def test_an_english_page_has_no_russian_of_ours() -> None:
    shown = page(rk.check(EXAMPLES[0]), "en")
    for node in shown.xpath("//*[@lang='ru'] | //style"):
        node.clear()
    headings = [
        node.text_content()
        for node in shown.xpath("//h1 | //h3 | //legend | //caption | //dt | //thead//th[not(@scope='colgroup')]")
    ]
    assert [text for text in headings if re.search("[а-яё]", text)] == []


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_stand_out_from_what_is_behind_them() -> None:
    style = (ROOT / "src/rsnms_kg/report/html/style.css").read_text(encoding="utf-8")
    themes = [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    assert len(themes) == 3, "light, dark, print"
    for theme in themes:
        pairs = [(ink, back) for back in ("paper", "panel") for ink in theme if ink in
                 ("ink", "soft", "link", "violation", "warning", "info", "comparison", "pass")]  # fmt: skip
        pairs += [(ink, f"{name}-back") for name in ("violation", "warning", "info", "comparison")
                  for ink in ("ink", name)]  # fmt: skip
        for ink, back in pairs:
            light, dark = sorted((luminance(theme[ink]), luminance(theme[back])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, back)


def test_the_same_report_gives_the_same_bytes(report: rk.Report) -> None:
    again = rk.check([*EXAMPLES, "нет.txt"])
    assert report.render("html") == again.render("html")


def test_without_the_facts_the_findings_are_still_told(report: rk.Report) -> None:
    bare = replace(report, documents=tuple(replace(document, graph=None) for document in report.documents))
    shown = page(bare)
    assert len(shown.xpath("//li[contains(@class, 'finding')]")) == len(report.findings)
    assert shown.xpath("//section[@class='paper']") == []


def test_a_report_on_nothing_is_a_page() -> None:
    assert page(rk.check([])).xpath("string(//h1)") == "Отчёт о проверке"


def test_in_a_notebook_a_report_and_a_graph_show_themselves(report: rk.Report) -> None:
    shown = html.fragment_fromstring(report._repr_html_())
    assert len(shown.xpath(".//tbody/tr")) == len(report.findings)
    told = shown.text_content()
    assert all(one.message("ru") in told for one in report.findings) and "такого файла нет" in told
    for path in EXAMPLES:
        graph = rk.read(path)
        shown = html.fragment_fromstring(graph._repr_html_())
        told = shown.text_content()
        assert str(path) in told and act_title(graph, "ru", "Agreement", "Order", "RegionalSystem") in told
        kinds = [cell.text for cell in shown.xpath(".//tbody/tr/td[1]")]
        assert kinds and not [kind for kind in kinds if kind.isascii()]  # the ontology's words, not names of classes
