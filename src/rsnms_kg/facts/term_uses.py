"""How often the terms of a glossary are used in the rest of a paper."""

from __future__ import annotations

import re
from dataclasses import replace

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Abbreviation, Term
from rsnms_kg.facts.short_forms import in_any_form
from rsnms_kg.russian.typography import fold
from rsnms_kg.russian.typography import level as as_typed
from rsnms_kg.russian.words import may_be

_ROOT = re.compile(r"(?P<root>[А-Яа-я]{5,}?)(?:еств|ств|ост|ировани|овани|ени|ани|аци)[а-я]{1,2}", re.IGNORECASE)
_LONGEST_REST = 1000  # characters between two terms of one glossary
_TELLING = 3  # words by which a long term is known


def count_term_uses(facts: Facts) -> None:
    """Say of every term how often it is used outside its own definition, by whichever of its names."""
    level = facts.document.level
    terms = facts.of(Term)
    for term, following in zip(terms, [*terms[1:], None], strict=False):
        end = term.end  # a second sentence of the definition may stand in a paragraph of its own
        if following is not None and term.end < following.start < term.end + _LONGEST_REST:
            end = following.start
        uses = [
            match.start()
            for pattern in (*map(in_any_form, (*_names(term), *_declared_for(facts, term))), *_cognates(term))
            for match in pattern.finditer(level)
            if not term.start <= match.start() < end
        ]
        facts.replace(replace(term, times_used=len(uses)))


def _declared_for(facts: Facts, term: Term) -> list[str]:
    """The short forms that the definition declares for the term itself."""
    name = fold(term.name)
    return [
        as_typed(fact.short_form)
        for fact in facts.of(Abbreviation)
        if term.start <= fact.start < term.end and fold(fact.long_form) == name
    ]


def _cognates(term: Term) -> list[re.Pattern[str]]:
    """What the words of one root with a term of one word look like: «менторская площадка» speaks of «менторство»."""
    said = _names(term)[0].split() if _names(term) else []
    root = _ROOT.fullmatch(said[0]) if len(said) == 1 else None
    return [re.compile(rf"(?<![А-Яа-я]){root['root']}[а-я]*", re.IGNORECASE)] if root else []


def _names(term: Term) -> list[str]:
    """What a term is called: its name, the noun that stands in brackets, its short name."""
    name = as_typed(term.name)
    bracketed = [inner for inner in re.findall(r"\(([^()]+)\)", name) if may_be(inner.split()[0], "NOUN")]
    plain = " ".join(re.sub(r"\([^()]*\)", " ", name).split()[:_TELLING])
    return [known for known in (plain, *bracketed, as_typed(term.short_name or "")) if re.search("[А-Яа-я]", known)]
