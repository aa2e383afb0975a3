"""What a check says of a paper stays the same however the paper is retyped."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from papers import agreements, regulations
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.comparing import marked
from papers.faults import FINDING_FAULTS
from papers.found import facts_of
from papers.regulation_cases import FORMS, RULES
from papers.retyping import RETYPINGS
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

# A check takes a tenth of a second, so these stand for the others: each draws several findings.
PAPERS = {
    "krasnoyarsk": agreements.write(MATTERS["krasnoyarsk"], LAYOUTS["plain"])[0],
    "vologda": agreements.write(MATTERS["vologda"], LAYOUTS["plain"])[0],
    "order of krasnoyarsk": regulations.write(RULES["krasnoyarsk"], FORMS["plain"])[0],
}
# What is broken in a paper by hand, so that more is said of it: (words, other words).
BROKEN = {
    "krasnoyarsk": [],
    "vologda": [
        ("по 31 декабря 2024", "до 31 декабря 2024"), ("2.1.3. ", "2.1.4. "), ("\t100%\t4", "\t100%\t1"),
        (", действующего на основании Устава", ""), ("И.П. Румянцев", "И.П. Румянцевский"),
    ],
    "order of krasnoyarsk": [("\n4.2. ", "\n4.3. ")],
}  # fmt: skip


@cache
def text_of(paper: str) -> str:
    text = PAPERS[paper]
    for before, after in BROKEN[paper]:
        assert before in text, before
        text = text.replace(before, after)
    return text


def findings(text: str) -> Counter[tuple[str, str]]:
    """How often a check finds each (requirement, clause)."""
    outcome = check_graph(build_graph(facts_of(text)), shipped_regulation())
    return Counter((finding.requirement.id, finding.clause) for finding in outcome.findings)


@cache
def of_plain(paper: str) -> Counter[tuple[str, str]]:
    return findings(text_of(paper))


@pytest.mark.parametrize(("retyping", "paper"), marked(
    [(name, paper) for name, retype in RETYPINGS.items() for paper in PAPERS
     if retype(text_of(paper)) != text_of(paper)], FINDING_FAULTS,
))  # fmt: skip
def test_a_retyping_changes_no_finding(retyping: str, paper: str) -> None:
    found = findings(RETYPINGS[retyping](text_of(paper)))
    if retyping == "latin lookalikes":  # told as what it is, and nothing besides
        found = Counter({key: count for key, count in found.items() if key[0] != "SCRIPT-MIXED"})
    assert (of_plain(paper) - found, found - of_plain(paper)) == ({}, {})


@pytest.mark.parametrize("paper", PAPERS)
def test_there_is_something_to_lose(paper: str) -> None:
    assert len(of_plain(paper)) >= 2
