"""Papers typed otherwise: nothing is said anew, so nothing is found anew, in whatever words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from mutation.papers import OPERATORS, paper_mutants, texts
from papers.found import facts_of
from papers.retyping import RETYPINGS
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.russian.typography import fold

EACH = 2  # retypings that a paper with a fault is tried with; a seed chooses them
# What a retyping does change, and so what it may be told for.
TOLD_FOR = {"latin lookalikes": "SCRIPT"}
# (retyping, paper): what the reader gets wrong there. Such a case has to fail.
KNOWN: dict[tuple[str, str], str] = {}

Told = tuple[str, str, str]  # requirement, clause, message
_NAME = re.compile(r"(?<![а-я])(?:[а-я]\. ?[а-я]\. ?[а-я]+|[а-я]+ [а-я]\. ?[а-я]\.)")


@dataclass(frozen=True)
class Variant:
    """A paper typed otherwise."""

    retyping: str
    paper: str
    text: str
    as_it_was: str

    def __str__(self) -> str:
        return f"{self.retyping} {self.paper}"


@cache
def variants() -> tuple[Variant, ...]:
    """Every conforming paper in every retyping, and papers with a fault in some."""
    return tuple(variant for variant in _made() if variant.text != variant.as_it_was)


def _made() -> Iterator[Variant]:
    for kind in OPERATORS:
        for paper, text in texts(kind).items():
            yield from (Variant(name, f"{kind} {paper}", retype(text), text) for name, retype in RETYPINGS.items())
    tried = set()
    for mutant in paper_mutants():
        if (mutant.requirement, mutant.operator) not in tried:
            tried.add((mutant.requirement, mutant.operator))
            for name in Random(mutant.operator).sample(sorted(RETYPINGS), EACH):
                yield Variant(name, str(mutant), RETYPINGS[name](mutant.text), mutant.text)


@cache
def told(text: str) -> Counter[Told]:
    outcome = check_graph(build_graph(facts_of(text)), shipped_regulation())
    return Counter((one.requirement.id, one.clause, _plain(one.message("ru"))) for one in outcome.findings)


def _plain(message: str) -> str:
    """A message without what a retyping changes in the words that it quotes."""
    words = re.sub(r"[«»\"“”„*\u00ad]", "", fold(message))
    words = re.sub(r"(?:№|\bn)\s*(?=\w)", "№", words)
    return re.sub(r"\s+", " ", _NAME.sub(lambda name: "".join(sorted(name[0].replace(" ", ""))), words)).strip()


def difference(variant: Variant) -> str:
    """What is told no more (-) and anew (+); empty where nothing changed."""
    before, after = told(variant.as_it_was), told(variant.text)
    family = TOLD_FOR.get(variant.retyping)
    anew = [one for one in after - before if family is None or not one[0].startswith(f"{family}-")]
    lines = [f"\n- {one}" for one in sorted(before - after)] + [f"\n+ {one}" for one in sorted(anew)]
    return "".join(lines)
