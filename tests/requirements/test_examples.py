"""The examples of the requirements are true: the broken lines break a paper without fault, the mended ones do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.agreements import write
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.requirements import Requirement, requirements
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.checking import check_graph

EXAMPLES = Path(__file__).parents[2] / "examples"
CLEAN = [(EXAMPLES / name).read_text(encoding="utf-8") for name in ("agreement-clean.txt", "order.txt")]
PAPERS = [*CLEAN, write(MATTERS["tver"], LAYOUTS["plain"])[0]]  # the last one is of a region that there is
OF_PAPERS = [one for one in requirements() if set(one.applies_to) != {RSNMS.RegionalSystem}]
OMITTED = re.compile(r"\n…\n")
# Examples that cannot be put into a paper, and why.
NOT_PLANTED = {
    "what is missing would take a page, so the example tells it in brackets": {
        "ANNEX-SIGNED", "SIGNATURE-BLOCK", "REGULATION-ROADMAP",
    },
}  # fmt: skip
TOLD = {identifier for identifiers in NOT_PLANTED.values() for identifier in identifiers}


def pieces(example: str) -> list[str]:
    """The pieces of an example between what it leaves out, with tabs between the cells of a table."""
    return [re.sub(r" ?\| ?", "\t", piece) for piece in OMITTED.split(example)]


def pattern(piece: str) -> re.Pattern[str]:
    """A piece as it stands in a paper: a new line of an example is a paragraph or a row there."""
    return re.compile(r"\n+".join(re.escape(line) for line in piece.split("\n")))


def printed(piece: str) -> str:
    return piece if "\t" in piece else piece.replace("\n", "\n\n")


def with_lines(paper: str, stand: str, come: str) -> str | None:
    """The paper with some of its lines exchanged; nothing where they do not stand in it once each."""
    before, after = pieces(stand), pieces(come)
    assert len(before) == len(after), "both examples leave out the same"
    for old, new in zip(before, after, strict=True):
        found = list(pattern(old).finditer(paper))
        if len(found) != 1:
            return None
        paper = paper[: found[0].start()] + printed(new) + paper[found[0].end() :]
    return paper


def in_place_of_its_number(paper: str, line: str) -> str | None:
    """The paper with the paragraph or the row that bears the number of a line exchanged for it."""
    number, gap = line.split(" ")[0], "\t" if "|" in line else " "
    found = list(re.finditer(rf"^{re.escape(number)}{gap}[^\n]*", paper, re.MULTILINE))
    if len(found) != 1 or not number[:1].isdigit() or "\n" in line:
        return None
    return paper[: found[0].start()] + "".join(pieces(line)) + paper[found[0].end() :]


def planted(requirement: Requirement) -> Iterator[tuple[str, str]]:
    """Papers with the mended example and with the broken one: it stands there, or a paragraph of its number does."""
    broken, mended = requirement.broken_example.ru, requirement.mended_example.ru
    for paper in PAPERS:
        changed = with_lines(paper, mended, broken)
        if changed is not None:
            yield paper, changed
    for paper in PAPERS:
        pair = in_place_of_its_number(paper, mended), in_place_of_its_number(paper, broken)
        if pair[0] is not None and pair[1] is not None:
            yield pair[0], pair[1]


@cache
def found(paper: str) -> set[str]:
    """The ids of the requirements that a paper breaks."""
    outcome = check_graph(build_graph(facts_of(paper)), shipped_regulation())
    return {finding.requirement.id for finding in outcome.findings}


@pytest.mark.parametrize("requirement", requirements(), ids=lambda requirement: requirement.id)
def test_a_requirement_has_a_broken_and_a_mended_example_in_two_languages(requirement: Requirement) -> None:
    for language in ("ru", "en"):
        broken, mended = requirement.broken_example(language), requirement.mended_example(language)
        assert broken and mended and broken != mended
        for example in (broken, mended):
            assert len(example) <= 420 and not re.search(r"[{}]|  ", example), example
            assert (language == "en") <= bool(re.search("[A-Za-z]", example)), example


@pytest.mark.parametrize("requirement", OF_PAPERS, ids=lambda requirement: requirement.id)
def test_the_lines_of_an_example_break_and_mend_a_paper(requirement: Requirement) -> None:
    name = requirement.id
    shown = any(name in found(broken) and name not in found(mended) for mended, broken in planted(requirement))
    assert shown == (name not in TOLD)


def test_the_papers_have_no_fault_to_begin_with() -> None:
    assert [found(paper) for paper in CLEAN] == [set(), set()]
