"""The page of shapes: every requirement with what it looks at and what it asks, in few words."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from rsnms_kg.knowledge.requirements import Requirement, requirements

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def table() -> ModuleType:
    if find_spec("docutils") is None:
        pytest.skip("docutils is not installed: pip install '.[docs]'")
    sys.path.insert(0, str(DOCS / "extensions"))
    try:
        import shape_table
    finally:
        sys.path.pop(0)
    return shape_table


@pytest.mark.parametrize("requirement", requirements(), ids=lambda one: one.id)
def test_a_requirement_is_told_with_its_target_and_its_constraint(table: ModuleType, requirement: Requirement) -> None:
    targets, constraints = table.checked(requirement)
    told = [paragraph.astext() for paragraph in constraints]
    assert targets and all(targets) and told and all(told)
    assert not any("message" in words or "severity" in words for words in told)


@pytest.mark.parametrize(("name", "targets", "told"), [
    ("NUM-GAP", ["Clause"], ["skippedNumber: sh:maxCount 0"]),
    ("NUM-PARENT", ["у чего есть / subjects of numberPrefix"], ["(parentClause number): sh:equals numberPrefix"]),
    ("PARTY-LEGAL-PERSON", ["Party"], ["organisationKind: sh:in (body institution territory)"]),
])  # fmt: skip
def test_a_shape_is_told_in_few_words(table: ModuleType, name: str, targets: list[str], told: list[str]) -> None:
    (requirement,) = (one for one in requirements() if one.id == name)
    found, constraints = table.checked(requirement)
    assert found == targets and [paragraph.astext() for paragraph in constraints] == told


def test_the_page_calls_for_the_table() -> None:
    assert "{shape-table}" in (DOCS / "reference/shapes.md").read_text(encoding="utf-8")
