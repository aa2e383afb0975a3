"""A letter left out of a list is told, unless it is one that lists leave out as they please."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
DUTY = "2.3.4. поддерживать работу школьных методических объединений."


def told(letters: str) -> list[tuple[str, str, str | None]]:
    items = ";\n\n".join(f"{letter}) поддерживать школу под буквой «{letter}»" for letter in letters)
    text = PAPER.replace(DUTY, f"2.3.4. поддерживать объединения:\n\n{items}.")
    assert text != PAPER
    findings = check_graph(build_graph(facts_of(text)), shipped_regulation()).findings
    return [(one.requirement.id, one.clause, one.expected) for one in findings if one.requirement.id.startswith("NUM-")]


@pytest.mark.parametrize(("letters", "left_out"), [
    ("абвг", None), ("агд", ("2.3.4/г", "б, в")), ("абг", ("2.3.4/г", "в")),
    ("абвгдежик", None), ("абвгдежзилм", ("2.3.4/л", "к")),
])  # fmt: skip
def test_letters_left_out(letters: str, left_out: tuple[str, str] | None) -> None:
    assert told(letters) == ([("NUM-GAP", *left_out)] if left_out else [])


def test_a_letter_twice_is_told_as_that() -> None:
    assert [requirement for requirement, *_ in told("абб")] == ["NUM-DUPLICATE"]
    assert [requirement for requirement, *_ in told("аббг")] == ["NUM-DUPLICATE"]
