"""A single fault in a conforming graph is found by the right requirement, at the right fact, and by no other."""

from __future__ import annotations

from random import Random

import pytest

from mutation.graphs import CONSEQUENCES, KINDS, OPERATORS, GraphMutant, escape, graph_mutants, told_of


def sample() -> list[GraphMutant]:
    """One fault of each operator, in a graph that a seed chooses; ``make proof`` makes all."""
    made: dict[tuple[str, str], list[GraphMutant]] = {}
    for mutant in graph_mutants():
        made.setdefault((mutant.requirement, mutant.operator), []).append(mutant)
    return [Random(operator).choice(mutants) for (_, operator), mutants in made.items()]


@pytest.mark.parametrize("graph", [graph for graphs in KINDS.values() for graph in graphs])
def test_what_faults_are_made_in_has_none(graph: str) -> None:
    assert told_of(graph) == {}


@pytest.mark.parametrize("mutant", sample(), ids=str)
def test_a_fault_in_a_graph_is_caught(mutant: GraphMutant) -> None:
    assert escape(mutant) == ""


def test_every_operator_makes_a_fault() -> None:
    made = {(mutant.requirement, mutant.operator) for mutant in graph_mutants()}
    assert {(one, name) for kind in OPERATORS.values() for one, names in kind.items() for name in names} == made


def test_a_consequence_belongs_to_an_operator_and_has_its_reason() -> None:
    names = {name for kind in OPERATORS.values() for names in kind.values() for name in names}
    assert CONSEQUENCES.keys() <= names
    assert all(why for reasons in CONSEQUENCES.values() for why in reasons.values())
