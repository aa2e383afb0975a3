"""A shape that is dropped, weakened or tightened, a function or a rule that finds nothing: a fixture tells."""

from __future__ import annotations

from random import Random

import pytest
from rdflib.namespace import SH

from mutation import function_mutants
from mutation.function_mutants import DONE_TO_RULES, by_function, by_rule
from mutation.shape_mutants import ShapeMutant, killed_by, shape_mutants
from rsnms_kg.knowledge.requirements import Requirement, constraints


def sample() -> list[ShapeMutant]:
    """One change of each shape, by seed; ``make proof`` makes all."""
    made: dict[str, list[ShapeMutant]] = {}
    for mutant in shape_mutants():
        made.setdefault(str(mutant.shape), []).append(mutant)
    return [Random(shape).choice(mutants) for shape, mutants in made.items()]


@pytest.mark.parametrize("mutant", sample(), ids=str)
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
def test_a_rule_that_demands_less_is_told(requirement: Requirement) -> None:
    done = Random(requirement.id).choice(DONE_TO_RULES)
    assert function_mutants.killed_without_rule(requirement, done) is not None
