"""A single fault in a paper is found by the right requirement, at the right clause, and by no other."""

from __future__ import annotations

from random import Random

import pytest

from mutation.papers import CONSEQUENCES, OPERATORS, PaperMutant, escape, paper_mutants, texts, told_already, told_of


def sample() -> list[PaperMutant]:
    """One fault of each operator, in a paper that a seed chooses; ``make proof`` makes all."""
    made: dict[tuple[str, str], list[PaperMutant]] = {}
    for mutant in paper_mutants():
        made.setdefault((mutant.requirement, mutant.operator), []).append(mutant)
    return [Random(operator).choice(mutants) for (_, operator), mutants in made.items()]


@pytest.mark.parametrize(("kind", "paper"), [(kind, paper) for kind in OPERATORS for paper in texts(kind)])
def test_in_the_papers_as_they_are_nothing_else_is_found(kind: str, paper: str) -> None:
    assert {requirement for requirement, _ in told_of(paper, kind)} <= told_already(kind, paper)


@pytest.mark.parametrize("mutant", sample(), ids=str)
def test_a_fault_in_a_paper_is_caught(mutant: PaperMutant) -> None:
    assert escape(mutant) == ""


def test_every_operator_makes_a_fault() -> None:
    made = {(mutant.requirement, mutant.operator) for mutant in paper_mutants()}
    assert {(one, name) for kind in OPERATORS.values() for one, names in kind.items() for name in names} == made


def test_a_consequence_belongs_to_an_operator_and_has_its_reason() -> None:
    names = {name for kind in OPERATORS.values() for names in kind.values() for name in names}
    assert CONSEQUENCES.keys() <= names
    assert all(why for reasons in CONSEQUENCES.values() for why in reasons.values())
