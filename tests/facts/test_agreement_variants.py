"""An agreement is read the same whoever typed it: layouts of offices, retypings, Word files."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.agreement_model import KINDS, Known
from papers.agreements import write
from papers.comparing import Pair, differences, marked, pairs
from papers.found import agreement_found, digest, facts_of
from papers.retyping import RETYPINGS
from papers.words import word_file

# Papers that differ from each other as much as possible; every retyping is tried on each.
RETYPED = {
    "tver": "plain",
    "vologda": "an office of the north",
    "yugra": "an office of the south",
    "penza": "signatures flattened",
}
IN_WORD = {
    "tver": "plain",
    "vologda": "an office of the north",
    "yugra": "an office of the south",
    "penza": "signatures in columns",
    "karelia": "arabic sections",
}
# What a retyping of names cannot leave as it was printed.
AS_PRINTED = frozenset({"Signature.signatory"})

# Faults of the reader that are known: (layout, kind of facts), (retyping, matter), (matter, kind).
LAYOUT_FAULTS: dict[Pair, str] = {}
RETYPING_FAULTS: dict[Pair, str] = {}
WORD_FAULTS: dict[Pair, str] = {}


@cache
def paper(matter: str, layout: str) -> tuple[str, Known]:
    return write(MATTERS[matter], LAYOUTS[layout])


@cache
def read(matter: str, layout: str) -> Known:
    return agreement_found(facts_of(paper(matter, layout)[0]))


@cache
def plain(matter: str) -> Counter[tuple[Any, ...]]:
    return digest(facts_of(paper(matter, RETYPED[matter])[0]), without=AS_PRINTED)


@pytest.mark.parametrize(("layout", "kind"), pairs(LAYOUTS, KINDS, LAYOUT_FAULTS))
def test_what_was_written_is_read(layout: str, kind: str) -> None:
    found = {
        matter: differences(paper(matter, layout)[1], read(matter, layout), kind) for matter in MATTERS
    }
    assert not any(found.values()), "".join(f"\n{matter}:{words}" for matter, words in found.items() if words)


@pytest.mark.parametrize(("retyping", "matter"), marked(
    [(name, matter) for name, retype in RETYPINGS.items() for matter, layout in RETYPED.items()
     if retype(paper(matter, layout)[0]) != paper(matter, layout)[0]], RETYPING_FAULTS,
))  # fmt: skip
def test_a_retyping_changes_no_fact(retyping: str, matter: str) -> None:
    retyped = RETYPINGS[retyping](paper(matter, RETYPED[matter])[0])
    other = digest(facts_of(retyped), without=AS_PRINTED)
    assert (plain(matter) - other, other - plain(matter)) == ({}, {})


@pytest.mark.parametrize(("matter", "kind"), pairs(IN_WORD, KINDS, WORD_FAULTS))
def test_a_word_file_says_what_its_text_says(matter: str, kind: str) -> None:
    assert not differences(read(matter, IN_WORD[matter]), read_in_word(matter), kind)


@cache
def read_in_word(matter: str) -> Known:
    return agreement_found(facts_of(word_file(paper(matter, IN_WORD[matter])[0]), "paper.docx"))


def test_every_layout_is_another_paper() -> None:
    assert len({paper("tver", layout)[0] for layout in LAYOUTS}) == len(LAYOUTS)


def test_readings_of_two_papers_differ() -> None:
    assert plain("tver") != plain("penza")


def test_every_retyping_is_tried() -> None:
    for name, retype in RETYPINGS.items():
        papers = [paper(matter, layout)[0] for matter, layout in RETYPED.items()]
        assert any(retype(text) != text for text in papers), name
