"""The table of proof is complete, and nothing in it escaped without a stated reason."""

from __future__ import annotations

import re

from mutation.proof import PAGE
from mutation.registry import (
    WITHOUT_GRAPH_OPERATOR,
    WITHOUT_PAPER_OPERATOR,
    graph_operators,
    known,
    paper_operators,
    why_no_paper,
)
from papers.retyping import RETYPINGS
from w3c.suite import known_failures

MADE_BY = "run `make proof`"


def rows() -> dict[str, list[str]]:
    lines = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return {line[0].removeprefix("| "): [cell.removesuffix(" |") for cell in line[1:]] for line in lines}


def test_every_requirement_has_an_operator_on_graphs_or_a_reason() -> None:
    missing = [one for one in known() if not graph_operators(one) and one not in WITHOUT_GRAPH_OPERATOR]
    assert missing == [], "write an operator in tests/mutation/*_graphs.py"


def test_every_requirement_has_an_operator_on_papers_or_a_reason() -> None:
    missing = [one for one in known() if not paper_operators(one) and not why_no_paper(one)]
    assert missing == [], "write an operator in tests/mutation/*_papers.py"


def test_a_reason_is_given_only_where_there_is_no_operator() -> None:
    assert [one for one in WITHOUT_GRAPH_OPERATOR if graph_operators(one) or one not in known()] == []
    assert [one for one in WITHOUT_PAPER_OPERATOR if paper_operators(one) or one not in known()] == []


def test_the_page_has_a_row_for_every_requirement() -> None:
    told = [name for name in rows() if re.fullmatch(r"[A-Z]+(-[A-Z]+)+", name)]
    assert told == known(), MADE_BY


def test_every_requirement_has_fixtures_and_faults_and_all_are_caught() -> None:
    for requirement in known():
        fixtures, graphs, papers, code = rows()[requirement]
        assert int(fixtures) > 0, requirement
        for cell, reason in (
            (graphs, WITHOUT_GRAPH_OPERATOR.get(requirement)), (papers, why_no_paper(requirement)), (code, None),
        ):  # fmt: skip
            if cell == "–":
                assert reason, f"{requirement}: {MADE_BY}"
            else:
                caught, all_ = cell.split("/")
                assert caught == all_ != "0", f"{requirement} {cell}"


def test_no_harmless_change_changes_a_finding() -> None:
    for retyping in RETYPINGS:
        changed, all_ = rows()[retyping][0].split("/")
        assert changed == "0" != all_, retyping


def test_what_the_engine_fails_of_the_suite_is_named() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in known_failures())
    failed = [[int(part) for part in rows()[part_of][0].split("/")] for part_of in ("core", "sparql")]
    assert sum(all_ - passed for passed, all_ in failed) == len(known_failures())
