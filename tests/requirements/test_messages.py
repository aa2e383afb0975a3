"""What a check says reads well: every message of every fixture and example, in both languages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import rsnms_kg as rk
from requirements.changes import UNFILLED, changes, outcome_of
from rsnms_kg.outcome.findings import Finding

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
OURS = [ROOT / "examples" / name for name in ("agreement.txt", "order.txt", "system.ttl")]
REAL = sorted(SOURCES.glob("*.txt"))

# What must not stand in a sentence, and why.
FAULTS = {
    "two spaces": r"  ",
    "a space before a mark": r"\s[,.;:!?](?:\s|$)",
    "two stops": r"(?<!\.)\.\.(?!\.)|…\.",
    "a straight quotation mark": r'"',
    "a hyphen for a dash": r" - ",
    "a number sign without a no-break space": r"№(?!\N{NO-BREAK SPACE})",
    "a place that nothing filled": rf"[{{}}\[\]{UNFILLED}]|: –|«–»|\bNone\b",
    "an IRI": r"https?:|urn:|w3id",
    "a property or a shape": r"\b[a-z]+[A-Z][A-Za-z]*\b|\b(?:rsnms|sh|shape|req):",
    "a date that is not written as people do": r"\b\d{4}-\d{2}-\d{2}\b",
}


@cache
def findings() -> list[tuple[str, Finding]]:
    """Every finding with where it comes from; of the real papers too, where they are at hand."""
    found = [(str(change), finding) for change in changes() for finding in outcome_of(change).findings]
    for path in [*OURS, *REAL]:
        found += [(path.name, finding) for finding in rk.check(path).findings]
    assert len(found) > 100
    return found


def said(finding: Finding, language: str) -> list[str]:
    """The sentences of a finding."""
    return [finding.message(language), finding.suggestion(language)]


def told(finding: Finding, language: str) -> list[str]:
    """Everything that a finding says in its own words."""
    return [*said(finding, language), finding.expected_text(language), finding.actual_text(language)]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("fault", FAULTS)
def test_no_message_has_a_fault_of_typing(fault: str, language: str) -> None:
    pattern = re.compile(FAULTS[fault])
    wrong = {(source, words) for source, one in findings() for words in told(one, language) if pattern.search(words)}
    assert sorted(wrong) == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_messages_are_sentences(language: str) -> None:
    for source, finding in findings():
        for sentence in said(finding, language):
            assert re.match(r"«?[А-ЯЁA-Z]", sentence) and re.search(r"[^.…]\.$|…$", sentence), (source, sentence)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_quotation_marks_are_closed_and_nested_ones_are_of_the_other_kind(language: str) -> None:
    for source, finding in findings():
        for sentence in said(finding, language):
            assert re.fullmatch(r"(?:[^«»]|«[^«»]*»)*", sentence), (source, sentence)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_is_expected_and_what_is_found_differ(language: str) -> None:
    for source, finding in findings():
        expected, actual = finding.expected_text(language), finding.actual_text(language)
        assert expected and actual and expected != actual, source


def test_the_real_papers_are_among_those_that_were_read() -> None:
    if not REAL:
        pytest.skip(f"the real papers are not there: {SOURCES}")
    assert {source for source, _ in findings()} >= {path.name for path in REAL}
