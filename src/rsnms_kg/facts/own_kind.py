"""References of a paper to itself by its kind: «настоящего Положения», «настоящим приказом»."""

from __future__ import annotations

import re

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Act, ActReference, Ref
from rsnms_kg.facts.places import Places
from rsnms_kg.russian.typography import unspaced
from rsnms_kg.russian.words import dictionary_forms, words

_KINDS = {
    "положение", "соглашение", "договор", "приказ", "постановление", "распоряжение", "порядок", "регламент", "решение",
    "контракт", "меморандум",
}  # fmt: skip
_SELF = re.compile(r"(?<![А-Яа-я])настоящ(?:ее|его|ему|им|ем|ий|им)\s+(?P<kind>[А-Яа-я]+)", re.IGNORECASE)
_HEADING = 6  # words of a heading in which a paper says what it is


def add_own_kind_references(facts: Facts, places: Places) -> None:
    """Add every place where a paper calls itself by a kind, with the act of that kind in it where there is one.

    A paper whose headings name no kind is not compared.
    """
    level = facts.document.level
    acts = [(fact, _kinds(level[fact.start : fact.end])) for fact in facts if isinstance(fact, Act)]
    if not any(kinds for _, kinds in acts):
        return
    for match in _SELF.finditer(level):
        called = dictionary_forms(match["kind"].lower()) & _KINDS
        if not called:
            continue
        target = next((fact for fact, kinds in acts if kinds & called), None)
        place = places.at(match.start())
        facts.add(
            ActReference, place.key, place.label, match.start(), match.end(), in_clause=place.clause,
            name=min(called), target=Ref(target.key) if target else None,
        )  # fmt: skip


def _kinds(heading: str) -> set[str]:
    """The kinds that a heading names: «ПРИКАЗ», «Трёхстороннее соглашение»."""
    first = words(unspaced(heading.strip("* \n")))[:_HEADING]
    return {form for word in first for form in dictionary_forms(word.lower())} & _KINDS
