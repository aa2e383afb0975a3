"""Every test of the W3C suite gives its results through ``rsnms_kg.outcome.shacl``; what does not is listed."""

from __future__ import annotations

import pytest

from w3c.suite import ABSENT, SUITE, Case, cases, difference, known_failures

absent = pytest.mark.skipif(not SUITE.is_dir(), reason=ABSENT)


@absent
@pytest.mark.filterwarnings("ignore::pyshacl.errors.ConstraintLoadWarning")  # shapes that are wrong on purpose
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_the_suite_expects_is_found(case: Case) -> None:
    if case.name in known_failures():
        assert difference(case) != "", f"{case.name} passes now: strike it from failures.json"
    else:
        assert difference(case) == ""


@absent
def test_the_whole_suite_is_here() -> None:
    assert len(cases()) == 120
    assert known_failures().keys() <= {case.name for case in cases()}


def test_a_known_failure_has_its_reason_in_two_languages() -> None:
    assert all(reason.keys() == {"ru", "en"} and all(reason.values()) for reason in known_failures().values())
