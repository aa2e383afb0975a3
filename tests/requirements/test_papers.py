"""From the words of a paper to its findings: one change in an agreement, and what is then said of it."""

from __future__ import annotations

from functools import cache

import pytest

from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.agreements import write
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

Found = set[tuple[str, str]]

TEXT, _ = write(MATTERS["tver"], LAYOUTS["plain"])
BODY, ANNEX = TEXT.split("\n\nПриложение\n")
UNSIGNED_BODY = BODY[: BODY.index("V. Подписи Сторон")].rstrip()
UNSIGNED_ANNEX = ANNEX[: ANNEX.rindex("Министр образования")].rstrip()
LAST_DAY = "по 31 декабря 2024 года"
PERIODS = "2022 год", "2023 год и последующие годы"
OPEN: Found = {("DATE-OPEN-PERIOD", "приложение")}  # found in the paper as it is


def annexed(body: str, annex: str) -> str:
    return f"{body}\n\nПриложение\n{annex}\n"


def replaced(*pairs: tuple[str, str]) -> str:
    text = TEXT
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after)
    return text


@cache
def found(text: str) -> Found:
    """The findings, as (requirement, clause)."""
    outcome = check_graph(build_graph(facts_of(text)), shipped_regulation())
    return {(finding.requirement.id, finding.clause) for finding in outcome.findings}


CHANGED: dict[str, tuple[str, Found, Found]] = {  # the text; the findings that come; those that go
    "only the annex is signed": (annexed(UNSIGNED_BODY, ANNEX), {("SIGNATURE-BLOCK", "реквизиты")}, set()),
    "only the agreement is signed": (annexed(BODY, UNSIGNED_ANNEX), {("ANNEX-SIGNED", "приложение")}, set()),
    "nothing is signed": (annexed(UNSIGNED_BODY, UNSIGNED_ANNEX), {("SIGNATURE-BLOCK", "реквизиты")}, set()),
    "no clause refers to the annex": (
        replaced(("в приложении к настоящему Соглашению", "ниже"), ("в приложении", "в таблице")),
        {("ANNEX-REFERRED", "приложение")}, set(),
    ),
    "the references are to another annex": (
        replaced(("в приложении", "в приложении № 2")), {("ANNEX-PRESENT", "1.2"), ("ANNEX-PRESENT", "2.3.2")}, set(),
    ),
    "до": (replaced((LAST_DAY, "до 31 декабря 2024 года")), {("TERM-BOUNDARY", "3.1")}, set()),
    "до … включительно": (replaced((LAST_DAY, "до 31 декабря 2024 года включительно")), set(), set()),
    "an impossible last day": (
        replaced((LAST_DAY, "до 31 июня 2024 года")), {("DATE-IMPOSSIBLE", "3.1")}, OPEN,
    ),
    "the term is the day of signing": (
        replaced((LAST_DAY, "по 1 марта 2022 года"), (PERIODS[1], "за 2022 год")),
        {("INDICATOR-PERIOD", "приложение")}, OPEN,
    ),
    "a period begins before the term": (
        replaced((f"\t{PERIODS[0]}\t", "\t2021–2022 годы\t")), {("DATE-PERIOD", "приложение")}, set(),
    ),
    "a period ends after the term": (
        replaced((PERIODS[1], "2024–2025 годы")), {("DATE-PERIOD", "приложение")}, OPEN,
    ),
    "a period begins after the term and is open": (
        replaced((PERIODS[1], "2025 год и последующие годы")), {("DATE-PERIOD", "приложение")}, OPEN,
    ),
    "an empty cell": (replaced(("\t12,5%\t25", "\t12,5%\t")), {("INDICATOR-COMPLETE", "приложение/1")}, set()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "come", "gone"), CHANGED.values(), ids=CHANGED)
def test_a_change_in_a_paper_brings_these_findings_and_takes_those(text: str, come: Found, gone: Found) -> None:
    assert (found(text) - found(TEXT), found(TEXT) - found(text)) == (come, gone)


def test_a_term_that_ends_before_it_begins_is_one_mistake() -> None:
    text = replaced((LAST_DAY, "по 31 декабря 2021 года"))
    assert found(text) - found(TEXT) == {("TERM-ORDER", "3.1")}
