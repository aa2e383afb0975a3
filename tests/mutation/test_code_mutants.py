"""A shape that is dropped, weakened or tightened, a function or a rule that finds nothing: a fixture tells."""

from __future__ import annotations

import pytest
from rdflib.namespace import SH

from mutation import function_mutants
from mutation.function_mutants import DONE_TO_RULES, by_function, by_rule
from mutation.shape_mutants import ShapeMutant, killed_by, shape_mutants
from rsnms_kg.knowledge.requirements import Requirement, constraints


@pytest.mark.parametrize("mutant", shape_mutants(), ids=str)
def test_a_changed_shape_is_told_from_the_shape_as_it_is(mutant: ShapeMutant) -> None:
    assert killed_by(mutant) is not None, "add a pair of fixtures in which the changed shape finds something else"


def test_every_property_shape_is_dropped_once_and_changed() -> None:
    shapes = set(constraints().objects(None, SH.property))
    assert {mutant.shape for mutant in shape_mutants() if mutant.done == "dropped"} == shapes
    assert {mutant.shape for mutant in shape_mutants() if mutant.added} == shapes


@pytest.mark.parametrize("requirement", by_function(), ids=lambda requirement: requirement.id)
def test_a_function_that_finds_nothing_is_told(requirement: Requirement) -> None:
    assert function_mutants.killed_without_function(requirement) is not None


@pytest.mark.parametrize("requirement", by_rule(), ids=lambda requirement: requirement.id)
@pytest.mark.parametrize("done", DONE_TO_RULES)
def test_a_rule_that_demands_less_is_told(requirement: Requirement, done: str) -> None:
    assert function_mutants.killed_without_rule(requirement, done) is not None
