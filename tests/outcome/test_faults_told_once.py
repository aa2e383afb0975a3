"""A fault put into a correct agreement is told by one requirement, and its remedy fits what was done."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Finding

CLEAN = (Path(__file__).parents[2] / "examples" / "agreement-clean.txt").read_text(encoding="utf-8")
# Requirement, clause and number of findings for words that are put in place of others.
FAULTS = [
    # A count below «share», with and without a sign: the row is told, and no sign is asked for.
    ("\t\t3\t\t5", "\t3\t\t5%\t", {("INDICATOR-UNITS", "приложение/4")}),
    ("\t\t3\t\t5", "\t3%\t\t5%\t", {("INDICATOR-UNITS", "приложение/4")}),
]


@cache
def findings(text: str) -> tuple[Finding, ...]:
    return check_graph(build_graph(facts_of(text)), shipped_regulation()).findings


@pytest.mark.parametrize(("before", "after", "told"), FAULTS, ids=lambda part: str(part)[:40])
def test_a_fault_is_told_by_its_requirement_and_no_other(before: str, after: str, told: set[tuple[str, str]]) -> None:
    assert before in CLEAN
    found = findings(CLEAN.replace(before, after))
    assert {(one.requirement.id, one.clause) for one in found} == told
