"""However a paper is typed, the same is found in it: requirement, clause and words."""

from __future__ import annotations

from random import Random

import pytest

from mutation.harmless import KNOWN, Variant, difference, variants
from papers.retyping import RETYPINGS


def sample() -> list[Variant]:
    """Two papers in each retyping, by seed; ``make proof`` tries all."""
    chosen = []
    for retyping in RETYPINGS:
        typed = [variant for variant in variants() if variant.retyping == retyping]
        chosen += Random(retyping).sample(typed, min(2, len(typed)))
    return chosen


@pytest.mark.parametrize("variant", sample(), ids=str)
def test_a_paper_typed_otherwise_gives_the_same_findings(variant: Variant) -> None:
    if (variant.retyping, variant.paper) in KNOWN:
        assert difference(variant) != "", "this is read now: strike it from KNOWN"
    else:
        assert difference(variant) == ""


def test_every_retyping_changes_some_paper() -> None:
    assert {variant.retyping for variant in variants()} == RETYPINGS.keys()


def test_a_known_difference_is_of_a_variant() -> None:
    assert KNOWN.keys() <= {(variant.retyping, variant.paper) for variant in variants()}
