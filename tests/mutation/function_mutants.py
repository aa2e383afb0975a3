"""Functions and rules of compilation with a part taken away: a fixture has to tell each from what it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from rdflib import Graph, URIRef
from rdflib.namespace import SH

from mutation.shape_mutants import ELSEWHERE, TARGETS
from requirements.changes import Change, changed, changes
from rsnms_kg.knowledge import demands
from rsnms_kg.knowledge.demands import RULES, Demand
from rsnms_kg.knowledge.regulations import RegulationData, shipped_regulation
from rsnms_kg.knowledge.requirements import Requirement, requirements
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.functions import FUNCTIONS

# What is done to the shapes that a rule compiles.
DONE_TO_RULES = ("finds nothing", "builds nothing", "constrains nothing", "looks elsewhere")

# What a changed shape need not show, and why.
NOT_SHOWN = {
    "MONITORING-YEARLY": "the years are counted by a check, which needs the demand and not its shape",
}


def by_function() -> list[Requirement]:
    return [requirement for requirement in requirements() if requirement.function]


def by_rule() -> list[Requirement]:
    return [requirement for requirement in requirements() if requirement.compiled_by]


def biting(requirement: Requirement) -> list[Change]:
    return [change for change in changes() if change.finding and change.finding.requirement == requirement.id]


def killed_without_function(requirement: Requirement) -> str | None:
    """The fixture that tells, when the function of a requirement finds nothing."""
    assert requirement.function
    with patch.dict(FUNCTIONS, {requirement.function: lambda *_: iter(())}):
        return _silent(requirement, shipped_regulation())


def killed_without_rule(requirement: Requirement, done: str) -> str | None:
    """The fixture that tells, when something is done to the rule of a requirement."""
    assert requirement.compiled_by
    if requirement.id in NOT_SHOWN and done != "finds nothing":
        return NOT_SHOWN[requirement.id]
    with _changed_rule(requirement.compiled_by, done):
        return _silent(requirement, RegulationData(shipped_regulation().id, shipped_regulation().graph))


def _silent(requirement: Requirement, regulation: RegulationData) -> str | None:
    for change in biting(requirement):
        outcome = check_graph(changed(change), regulation)
        if requirement.id not in {finding.requirement.id for finding in outcome.findings}:
            return str(change)
    return None


@contextmanager
def _changed_rule(rule: str, done: str) -> Iterator[None]:
    find, build = RULES[rule]

    def other_build(graph: Graph, demand: Demand) -> None:
        made = Graph()
        build(made, demand)
        for triple in made if done != "builds nothing" else ():
            if done == "constrains nothing" and triple[0] == demand.shape and _constrains(triple[1]):
                continue
            if done == "looks elsewhere" and triple[1] in TARGETS:
                triple = (triple[0], SH.targetClass, ELSEWHERE)
            graph.add(triple)

    def other_find(graph: Graph, name: str) -> Iterator[Demand]:
        return iter(()) if done == "finds nothing" else find(graph, name)

    with patch.dict(demands.RULES, {rule: (other_find, other_build)}):
        yield


def _constrains(term: object) -> bool:
    return str(term).startswith(str(SH)) and term not in (SH.path, SH.property, *TARGETS) and isinstance(term, URIRef)
