"""What is marked in a paper: the date that a finding tells of, where the fact itself is a title or a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

CLEAN = (Path(__file__).parents[2] / "examples" / "agreement-clean.txt").read_text(encoding="utf-8")
OF_KALUGA = CLEAN.replace("Примерской", "Калужской").replace("«13» сентября 2021", "«20» сентября 2021")


@pytest.mark.parametrize(("before", "after", "requirement", "quote"), [
    ("", "", "TRIPARTITE-DEADLINE", "«20» сентября 2021 г."),
    ("по 31 декабря 2023", "до 31 декабря 2023", "TERM-BOUNDARY", "31 декабря 2023 года"),
    ("по 31 декабря 2023", "по 31 декабря 2019", "TERM-ORDER", "31 декабря 2019 года"),
])  # fmt: skip
def test_the_date_that_is_told_of_is_marked(before: str, after: str, requirement: str, quote: str) -> None:
    assert before in OF_KALUGA
    text = OF_KALUGA.replace(before, after) if before else OF_KALUGA
    outcome = check_graph(build_graph(facts_of(text)), shipped_regulation())
    (finding,) = (one for one in outcome.findings if one.requirement.id == requirement)
    assert (finding.quote, text[slice(*finding.span)]) == (quote, quote)
