"""How a paper is worded: misspelt words, open quotations, short forms, names, references to itself by its kind."""

from __future__ import annotations

from dataclasses import replace

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Act, RegionName
from rsnms_kg.facts.names import add_names
from rsnms_kg.facts.own_kind import add_own_kind_references
from rsnms_kg.facts.places import Places
from rsnms_kg.facts.quotations import add_open_quotations
from rsnms_kg.facts.script import add_mixed_words
from rsnms_kg.facts.short_forms import add_undeclared_forms, count_uses
from rsnms_kg.facts.term_uses import count_term_uses

_FAR = 2


def add_wording(facts: Facts) -> None:
    """Add what only the whole text shows; everything else of the paper has been read before."""
    places = Places(facts)
    count_uses(facts, places)
    count_term_uses(facts)
    mixed = add_mixed_words(facts, places)
    quotations = add_open_quotations(facts, places)
    undeclared = add_undeclared_forms(facts, places)
    add_own_kind_references(facts, places)
    add_names(facts, places)
    _settle_region(facts)
    paper = next(fact for fact in facts if isinstance(fact, Act) and not fact.key)
    facts.replace(replace(
        paper, has_mixed_word=mixed, has_open_quotation=quotations, has_undeclared_form=undeclared
    ))  # fmt: skip


def _settle_region(facts: Facts) -> None:
    """Hold a paper for one of the region that it names far oftener than the one that it names first."""
    named = {fact.region: fact.times for fact in facts.of(RegionName)}
    most = max(named, key=lambda region: named[region], default=None)
    for act in [fact for fact in facts if isinstance(fact, Act)]:
        if most is not None and act.region is not None and named[most] > _FAR * named.get(act.region, 1):
            facts.replace(replace(act, region=most))
