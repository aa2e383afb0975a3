"""The words that stand for a clause are its first paragraph; of a long one they end where a phrase does."""

from __future__ import annotations

import re

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from rsnms_kg.facts import model

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
DUTY = re.compile(r"2\.3\.4\. [^\n]+")
WORDS = "оказывать помощь учителям малых школ округа и их наставникам"
BRACKETS = "(далее – методическая помощь, поддержка учителей и всё, что к ней относится)"
LONG = 600


def quote(duty: str) -> str:
    assert DUTY.search(PAPER)
    facts = facts_of(DUTY.sub(f"2.3.4. {duty}", PAPER, count=1))
    (clause,) = (one for one in facts.of(model.Clause) if one.clause_label == "2.3.4")
    return facts.document.text[clause.start : clause.end]


@pytest.mark.parametrize("duty", [
    f"{WORDS} {BRACKETS};",
    f"{WORDS}, {WORDS} {BRACKETS}, {WORDS}, {WORDS}, {WORDS};",
    f"{', '.join([WORDS] * 9)};",
], ids=len)  # fmt: skip
def test_a_clause_is_quoted_whole(duty: str) -> None:
    assert quote(duty) == f"2.3.4. {duty}"


@pytest.mark.parametrize(("duty", "end"), [
    (f"{WORDS} и {WORDS}. {', '.join([WORDS.capitalize()] * 12)}.", f"{WORDS}."),
    (f"{WORDS}, {WORDS}; {', '.join([WORDS] * 12)};", f"{WORDS}, {WORDS};"),
    (f"{', '.join([WORDS] * 9)}, {BRACKETS}, {', '.join([WORDS] * 8)};", f"{WORDS},"),
    (f"{WORDS * 2} ({', '.join([WORDS] * 12)}), {WORDS};", f"{WORDS * 2}"),
    (" ".join([WORDS] * 15), ""),
], ids=["sentence", "part", "comma", "brackets", "word"])  # fmt: skip
def test_a_long_clause_is_cut_after_a_phrase_and_never_within_brackets(duty: str, end: str) -> None:
    found = quote(duty)
    assert len(found) <= LONG and f"2.3.4. {duty}".startswith(found)
    assert found.endswith(end) and found.count("(") == found.count(")")
    assert not f"2.3.4. {duty}"[len(found) :][:1].isalpha()
