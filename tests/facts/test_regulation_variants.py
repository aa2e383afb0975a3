"""A regulation with its order and roadmap is read the same however it is laid out and retyped."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from papers.comparing import differences, marked, pairs
from papers.faults import RULES_RETYPING_FAULTS
from papers.found import digest, facts_of, regulation_found
from papers.regulation_cases import FORMS, RULES
from papers.regulation_model import PROVIDED_KINDS, Provided
from papers.regulations import write
from papers.retyping import RETYPINGS

RETYPED = {"tver": "plain", "karelia": "functions inline, items 1)", "krasnoyarsk": "a row over two pages"}
# What a retyping of names cannot leave as it was printed.
AS_PRINTED = frozenset({"Signature.signatory", "ControlAssignment.person"})


@cache
def paper(rules: str, form: str) -> tuple[str, Provided]:
    return write(RULES[rules], FORMS[form])


@cache
def read(rules: str, form: str) -> Provided:
    return regulation_found(facts_of(paper(rules, form)[0]))


@cache
def plain(rules: str) -> Counter[tuple[Any, ...]]:
    return digest(facts_of(paper(rules, RETYPED[rules])[0]), without=AS_PRINTED)


@pytest.mark.parametrize(("form", "kind"), pairs(FORMS, PROVIDED_KINDS))
def test_what_was_written_is_read(form: str, kind: str) -> None:
    found = {rules: differences(paper(rules, form)[1], read(rules, form), kind) for rules in RULES}
    assert not any(found.values()), "".join(f"\n{rules}:{words}" for rules, words in found.items() if words)


@pytest.mark.parametrize(("retyping", "rules"), marked(
    [(name, rules) for name, retype in RETYPINGS.items() for rules, form in RETYPED.items()
     if retype(paper(rules, form)[0]) != paper(rules, form)[0]], RULES_RETYPING_FAULTS,
))  # fmt: skip
def test_a_retyping_changes_no_fact(retyping: str, rules: str) -> None:
    retyped = RETYPINGS[retyping](paper(rules, RETYPED[rules])[0])
    other = digest(facts_of(retyped), without=AS_PRINTED)
    assert (plain(rules) - other, other - plain(rules)) == ({}, {})


def test_every_form_is_another_paper() -> None:
    assert len({paper("tver", form)[0] for form in FORMS}) == len(FORMS)
