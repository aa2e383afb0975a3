"""Whatever stands in a paper, the page stays a page: text is text, marks nest in no way, nothing takes for ever."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import rsnms_kg as rk
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.document import Document, Paragraph
from rsnms_kg.outcome.findings import Finding, outcome
from rsnms_kg.report.characters import harmless
from rsnms_kg.report.html.markup import element, fragment
from rsnms_kg.report.html.paper import Place, marked_paper

ROOT = Path(__file__).parents[2]
KINDS = ["violation-NUM", "warning-NUM", "info-REF"]
LETTERS = st.text(st.characters() | st.sampled_from("<>&\"'/={}\n\t\0\u202e\u2066\ud800\ufffe\x85\xa0;"), max_size=40)


@given(LETTERS, LETTERS)
def test_text_and_attributes_come_back_as_they_were(text: str, value: str) -> None:
    made = html.fragment_fromstring(fragment(element("p", text, element("b", text), text, title=value)))
    assert made.text_content() == harmless(text) * 3
    assert made.get("title") == harmless(value)
    assert len(made) == 1 and set(made.attrib) == {"title"}


@given(LETTERS)
def test_a_character_is_made_harmless_one_for_one(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert all(a == b or not a.isprintable() or a == "\ufffe" for a, b in zip(text, shown, strict=True))
    assert not set(shown) & set("\0\x07\x1b\x7f\x85\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ud800")


@given(st.data())
@settings(max_examples=200)
def test_marks_stand_at_any_spans(data: st.DataObject) -> None:
    """Overlapping, nested, equal, across lines: each letter is marked by the kinds that are said of it."""
    text = data.draw(st.text("аб \n", min_size=1, max_size=30))
    spot = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(KINDS))
    drawn = [(min(a, b), max(a, b), kind) for a, b, kind in data.draw(st.lists(spot, max_size=6)) if a != b]
    places = [Place(start, end, f"m1-{n}", f"f1-{n}", n, kind) for n, (start, end, kind) in enumerate(drawn, start=1)]
    document = Document("x", "txt", text, text, "", (Paragraph(0, len(text), 0),), ())
    root = element("div", marked_paper(document, places, {}, KINDS, "ru"))
    assert root.xpath(".//mark//mark | .//a//a") == []
    found = [(letter, mark.get("data-kinds")) for mark in root.iter("mark") for letter in mark.text if letter.strip()]
    due = [(letter, " ".join(kind for kind in KINDS if any(a <= at < b and kind == k for a, b, k in drawn)))
           for at, letter in enumerate(text) if letter.strip()]  # fmt: skip
    lines = [line for line in text.split("\n") if line.strip()]
    assert found == [(letter, kinds) for letter, kinds in due if kinds]
    assert sorted(root.xpath(".//@id")) == sorted(place.anchor for place in places)
    assert sorted(root.xpath(".//a/@href")) == sorted(f"#{place.finding}" for place in places)
    for link in root.iter("a"):
        link.text = ""
    assert [p.text_content() for p in map(html.fromstring, map(fragment, root.iter("p"))) if p.text_content()] == lines


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check(ROOT / "examples/agreement.txt")


def test_hostile_words_in_every_part_of_a_finding_stay_words(report: rk.Report) -> None:
    bad = "</style><script>x</script>\0\u202e<b>" + "я" * 5000
    told = Bilingual(bad, bad)
    (document,) = report.documents
    finding = replace(document.outcome.findings[0], clause=bad, quote=bad, text=told, expected_text=told,
                      actual_text=told, suggestion=told, focus=bad)  # fmt: skip
    hostile = replace(
        document, path=bad, title=bad, notices=(told,), outcome=replace(document.outcome, findings=(finding,))
    )
    shown = html.document_fromstring(replace(report, documents=(hostile, hostile), regulation=bad).render("html"))
    assert shown.xpath("//script | //b") == [] and len(shown.xpath("//style")) == 1
    item = shown.xpath("//li[@id='f1-1']")[0]
    assert item.text_content().count(harmless(bad)) >= 5


def test_ten_thousand_findings_at_one_place_are_a_page_soon(report: rk.Report) -> None:
    (document,) = report.documents
    first = document.outcome.findings[1]
    text = document.graph.document.text  # type: ignore[union-attr]

    def at(number: int) -> Finding:
        start = number % 2000
        return replace(first, span=(start, start + 2000), quote=text[start : start + 2000][:20], focus=str(number))

    many = outcome(list(document.outcome.statuses), [at(number) for number in range(10_000)])
    began = time.process_time()
    page = replace(report, documents=(replace(document, outcome=many),)).render("html")
    assert time.process_time() - began < 30
    assert page.count('class="back ') == 10_000
