"""A party is called by the short name that the preamble gives it, in whatever form it gives it."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from rsnms_kg.facts import model

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]


def bearers(before: str, after: str) -> tuple[list[str | None], set[str | None]]:
    """The short names of the parties of a paper so changed, and which of them bear duties."""
    assert before in PAPER
    facts = facts_of(PAPER.replace(before, after))
    parties = facts.of(model.Party)
    names = {party.key: party.short_name for party in parties}
    borne = {names[bearer] for duty in facts.of(model.Obligation) for bearer in duty.bearer}
    return [party.short_name for party in parties], borne


@pytest.mark.parametrize(("before", "after"), [
    ("(далее – Институт)", "(Институт)"),
    ("(далее – Администрация)", "(далее – Администрация, Округ)"),
    ("(далее – Администрация)", "(далее – «Администрация», «Округ»)"),
    ("(далее – Министерство)", "(Министерство)"),
])  # fmt: skip
def test_the_short_name_is_known(before: str, after: str) -> None:
    names = ["Министерство", "Администрация", "Институт"]
    assert bearers(before, after) == (names, set(names))


def test_brackets_that_describe_are_no_short_name() -> None:
    names, _ = bearers("(далее – Администрация)", "(исполнительный орган)")
    assert names == ["Министерство", None, "Институт"]


def test_each_name_of_one_declaration_is_a_short_form() -> None:
    facts = facts_of(PAPER.replace("(далее – Администрация)", "(далее – Администрация, Округ)"))
    assert {"Администрация", "Округ"} <= {one.short_form for one in facts.of(model.Abbreviation)}
