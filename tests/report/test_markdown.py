"""The report as Markdown: what it says, and that no word of a paper is markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree
from markdown_it import MarkdownIt

import rsnms_kg as rk
from report.hostile import WORDS, hostile_report
from rsnms_kg.report.characters import on_one_line
from rsnms_kg.report.markdown import escaped

EXAMPLES = Path(__file__).parents[2] / "examples"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(text: str) -> etree._Element:
    return etree.fromstring(f"<all>{READER.render(text)}</all>".replace("<hr>", "<hr/>"))


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check([EXAMPLES / "agreement.txt", "нет.txt"])


def test_every_finding_has_its_heading_quote_and_details(report: rk.Report) -> None:
    page, findings = read(report.render("md")), report.documents[0].outcome.findings
    heads = ["".join(head.itertext()) for head in page.iter("h4")]
    assert [head.rsplit(" ", 1)[1] for head in heads] == [one.requirement.id for one in findings]
    quotes = ["".join(quote.itertext()).strip() for quote in page.iter("blockquote")]
    assert quotes == [on_one_line(one.quote) for one in findings if one.quote]
    told = "".join(page.itertext())
    assert all(one.message("ru") in told and on_one_line(one.suggestion("ru")) in told for one in findings)


def test_the_requirements_are_a_table(report: rk.Report) -> None:
    *_, table = read(report.render("md")).iter("table")
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["Требование", "Название", "Строгость", "Состояние", "Находки"]
    statuses = {one.requirement.id: one.status for one in report.documents[0].outcome.statuses}
    assert {row[0] for row in rows[1:]} == {name for name, status in statuses.items() if status != "not-applicable"}
    others = re.search(r"Требования, которые к такой бумаге не относятся: (.+)\.", report.render("md"))
    assert set(others[1].split(", ")) == statuses.keys() - {row[0] for row in rows[1:]}
    assert [row[2:] for row in rows if row[0] == "NUM-DUPLICATE"] == [["нарушение", "нарушено", "1"]]


def test_several_documents_have_a_table_of_results_and_one_that_is_not_read_says_why(report: rk.Report) -> None:
    first = next(read(report.render("md", "en")).iter("table"))
    assert [["".join(cell.itertext()) for cell in row][1].partition(":")[0] for row in first.iter("tr")] == [
        "Result", "Result", "Not read",
    ]  # fmt: skip


@pytest.mark.parametrize("word", [word for word in WORDS if len(word) < 1000])
@pytest.mark.parametrize("frame", ["{}", "- **a:** {}", "> {}", "# {}", "| a |\n|---|\n| {} |"])
def test_a_hostile_word_is_shown_as_it_is(word: str, frame: str) -> None:
    page = read(frame.format(escaped(word)))
    harmless = read(frame.format("я"))
    assert [node.tag for node in page.iter()] == [node.tag for node in harmless.iter()] or not on_one_line(word)
    assert on_one_line(word) in "".join(page.itertext())


@given(some.text(max_size=30))
def test_any_text_is_text(text: str) -> None:
    page = read(escaped(f"{text}я"))
    assert [node.tag for node in page.iter()] == ["all", "p"]
    assert "".join(page.itertext()).strip("\n") == on_one_line(f"{text}я").strip()


def test_addresses_and_mentions_make_no_links() -> None:
    made = escaped("http://a.example www.a.example @user #12 GH-1")
    assert made == r"http\://a.example www\.a.example \@user \#12 GH-1"


def test_a_hostile_report_has_the_parts_of_any_other() -> None:
    page = read(hostile_report().render("md"))
    assert {node.tag for node in page.iter()} <= {
        "all", "h1", "h2", "h3", "h4", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong",
        "blockquote",
    }  # fmt: skip
