"""Papers that their generators wrote, and every paper with one fault that the operators make of them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from mutation import (
    agreement_papers,
    citation_papers,
    indicator_papers,
    order_papers,
    regulation_papers,
    wording_papers,
)
from mutation.graphs import EXAMPLES
from mutation.places import TextOperator
from papers import agreements, regulations
from papers.agreement_cases import MATTERS
from papers.agreement_model import Layout
from papers.found import facts_of
from papers.regulation_cases import FORMS, RULES
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

MOST = {"agreement": 1, "order": 3}  # faults that one operator makes of one paper; a seed chooses among more
OPERATORS: dict[str, dict[str, dict[str, TextOperator]]] = {
    "agreement": {
        **agreement_papers.OPERATORS,
        **indicator_papers.INDICATORS,
        **wording_papers.IN_AGREEMENTS,
        **citation_papers.IN_AGREEMENTS,
    },
    "order": {
        **order_papers.OPERATORS,
        **regulation_papers.REGULATIONS,
        **wording_papers.IN_ORDERS,
        **citation_papers.IN_ORDERS,
    },
}
CONSEQUENCES = {
    **agreement_papers.CONSEQUENCES,
    **order_papers.CONSEQUENCES,
    **regulation_papers.REGULATION_PAPER_CONSEQUENCES,
    **wording_papers.WORDING_CONSEQUENCES,
}
_CLOSED = Layout(periods=("2023 год", "2024 год"))
_AGREEMENTS = {
    "plain": _CLOSED,
    "arabic sections": replace(_CLOSED, sections="arabic"),
    "named otherwise": replace(_CLOSED, naming="called", surname="first"),
}
_FORMS = ("plain", "roman sections", "items •")

# What is found in the papers as they are: a demand of another region, a unit or a territory that is a party, people
# whom the regulation does not name. Such a fault is not made there once more.
TOLD_ALREADY = {
    "agreement": {
        "": {"TRIPARTITE-DEADLINE"}, "penza": {"PARTY-LEGAL-PERSON"}, "yugra": {"PARTY-SHORT-NAME"},
        "vologda": {"PARTY-LEGAL-PERSON", "PARTY-SHORT-NAME"},
    },
    "order": {
        "": {"ABBR-UNUSED", "TERM-UNUSED"},
        "karelia": {"ROADMAP-KNOWN", "ABBR-UNDECLARED"}, "krasnoyarsk": {"ROADMAP-KNOWN", "ABBR-UNDECLARED"},
    },
}  # fmt: skip
CLEAN = {"kaluga, plain", "example"}

Told = tuple[str, str]  # requirement, clause


@dataclass(frozen=True)
class PaperMutant:
    """A paper with one fault; ``clause`` is where the finding has to be."""

    kind: str
    requirement: str
    operator: str
    paper: str
    clause: str
    text: str

    def __str__(self) -> str:
        return f"{self.requirement} {self.operator} {self.paper} {self.clause}"


@cache
def texts(kind: str) -> dict[str, str]:
    """The papers of a kind: those of the generators, and the example of the project."""
    if kind == "agreement":
        written = {
            f"{matter}, {name}": agreements.write(MATTERS[matter], layout)[0]
            for at, matter in enumerate(MATTERS)
            for name, layout in list(_AGREEMENTS.items())[: None if at == 0 else 1]
        }
        written["tver, no joint duties"] = agreements.write(MATTERS["tver"], replace(_CLOSED, joint=False))[0]
        written["kaluga, plain"] = _of_kaluga()
        return {**written, "example": (EXAMPLES / "agreement-clean.txt").read_text(encoding="utf-8")}
    written = {
        f"{rules}, {form}": regulations.write(RULES[rules], FORMS[form])[0]
        for rules, form in zip(RULES, _FORMS, strict=True)
    }
    return {**written, "example": (EXAMPLES / "order.txt").read_text(encoding="utf-8")}


def told_already(kind: str, paper: str) -> set[str]:
    """The requirements that a paper does not meet as it is."""
    known = TOLD_ALREADY[kind]
    return set() if paper in CLEAN else known.get("", set()) | known.get(paper.partition(",")[0], set())


def _of_kaluga() -> str:
    """An agreement of the region of the shipped regulation, which meets its demands."""
    matter = replace(MATTERS["tver"], number="5", date=dt.date(2021, 8, 16), place="Калуга")
    text = agreements.write(matter, _CLOSED)[0].replace("Тверской", "Калужской")
    return text.replace(
        "является совместная работа Сторон", "является взаимодействие и совместная реализация мероприятий"
    )


@cache
def paper_mutants() -> tuple[PaperMutant, ...]:
    return tuple(_made())


def _made() -> Iterator[PaperMutant]:
    for kind, requirements in OPERATORS.items():
        for requirement, operators in requirements.items():
            for operator, make in operators.items():
                for paper, text in texts(kind).items():
                    random = Random(f"{operator} {paper}")
                    if requirement in told_already(kind, paper):
                        continue
                    found = list(make(text, random))
                    chosen = sorted(random.sample(range(len(found)), min(MOST[kind], len(found))))
                    for at in chosen:
                        changed, clause = found[at]
                        yield PaperMutant(kind, requirement, operator, paper, clause, changed)


def told(text: str) -> Counter[Told]:
    outcome = check_graph(build_graph(facts_of(text)), shipped_regulation())
    return Counter((finding.requirement.id, finding.clause) for finding in outcome.findings)


@cache
def told_of(paper: str, kind: str) -> Counter[Told]:
    return told(texts(kind)[paper])


def _within(clause: str, place: str) -> bool:
    """Whether a clause is the one that is meant, or below it: 2.2.1 is in 2.2 (two alike are told one by one)."""
    return clause == place or bool(re.match(rf"{re.escape(place)}[./]", clause))


def escape(mutant: PaperMutant) -> str:
    """Why a fault is not caught as it should be; empty where it is."""
    before, found = told_of(mutant.paper, mutant.kind), told(mutant.text)
    come, gone = found - before, before - found
    right = (mutant.requirement, mutant.clause)
    allowed = CONSEQUENCES.get(mutant.operator, {})
    lost = sorted(one for one in gone if one[0] not in allowed)
    at_place = {one for one in come if one[0] == mutant.requirement and _within(one[1], mutant.clause)}
    wrong = sorted(one for one in come if one not in at_place and one[0] not in allowed)
    if not at_place:
        return f"{right} is not told; told: {sorted(come)}"
    return f"told besides: {wrong}; told no more: {lost}" if wrong or lost else ""
