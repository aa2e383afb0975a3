"""Conforming graphs, and every graph with one fault that the operators make of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from rdflib import Graph

from mutation import agreement_graphs, indicator_graphs, order_graphs, regulation_graphs, system_graphs, wording_graphs
from mutation.edits import Edit, Edits
from papers.found import facts_of
from requirements.changes import base
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

EXAMPLES = Path(__file__).parents[2] / "examples"
MOST = 8  # faults that one operator makes of one graph; a seed chooses among more
KINDS = {
    "agreement": ("agreement", "agreement-clean.txt"),
    "regulation": ("regulation", "order.txt"),
    "system": ("system", "system-clean.ttl"),
}
# Demands of the shipped regulation are held against papers of its own region only; an invented region is no other one.
OF_ITS_REGION = {
    "TRIPARTITE-SUBJECT",
    "TRIPARTITE-TUTORS",
    "TRIPARTITE-DEADLINE",
    "ENTITY-REGION",
    "ENTITY-MUNICIPALITY",
    "ENTITY-ORGANISATION",
    "ENTITY-PROJECT",
    "ENTITY-NAME",
}
OPERATORS: dict[str, dict[str, dict[str, Edits]]] = {
    "agreement": {
        **agreement_graphs.OPERATORS,
        **indicator_graphs.INDICATOR_OPERATORS,
        **wording_graphs.WORDING_OPERATORS,
    },
    "regulation": {
        **regulation_graphs.REGULATION_OPERATORS,
        **order_graphs.ORDER_OPERATORS,
        **{one: made for one, made in wording_graphs.WORDING_OPERATORS.items() if one not in OF_ITS_REGION},
    },
    "system": {**regulation_graphs.SYSTEM_OPERATORS, **system_graphs.SYSTEM_RECORD_OPERATORS},
}
CONSEQUENCES: dict[str, dict[str, str]] = {
    **agreement_graphs.CONSEQUENCES,
    **indicator_graphs.INDICATOR_CONSEQUENCES,
    **regulation_graphs.REGULATION_CONSEQUENCES,
    **regulation_graphs.SYSTEM_CONSEQUENCES,
    **order_graphs.ORDER_CONSEQUENCES,
    **system_graphs.SYSTEM_RECORD_CONSEQUENCES,
}
Told = tuple[str, str]  # requirement, focus


@dataclass(frozen=True)
class GraphMutant:
    """A conforming graph with one fault."""

    requirement: str
    operator: str
    graph: str
    edit: Edit

    def __str__(self) -> str:
        return f"{self.requirement} {self.operator} {self.graph} {str(self.edit.focus).rsplit('/', 2)[-2:]}"


@cache
def conforming(name: str) -> Graph:
    """A graph without a finding: a base of the fixtures, or an example of the project."""
    path = EXAMPLES / name
    if path.suffix == ".txt":
        return build_graph(facts_of(path.read_bytes(), name))
    return Graph().parse(path, format="turtle") if path.suffix else base(name)


@cache
def graph_mutants() -> tuple[GraphMutant, ...]:
    return tuple(_made())


def _made() -> Iterator[GraphMutant]:
    for kind, graphs in KINDS.items():
        for requirement, operators in OPERATORS[kind].items():
            for operator, edits in operators.items():
                for name in graphs:
                    if requirement in OF_ITS_REGION and name != graphs[0]:
                        continue
                    random = Random(f"{operator} {name}")
                    found = list(edits(conforming(name), random))
                    chosen = sorted(random.sample(range(len(found)), min(MOST, len(found))))
                    yield from (GraphMutant(requirement, operator, name, found[at]) for at in chosen)


def told(graph: Graph) -> Counter[Told]:
    outcome = check_graph(graph, shipped_regulation())
    return Counter((finding.requirement.id, finding.focus) for finding in outcome.findings)


@cache
def told_of(name: str) -> Counter[Told]:
    return told(conforming(name))


def escape(mutant: GraphMutant) -> str:
    """Why a fault is not caught as it should be; empty where it is."""
    found = told(mutant.edit.made(conforming(mutant.graph)))
    come = found - told_of(mutant.graph)
    right = (mutant.requirement, str(mutant.edit.focus))
    allowed = CONSEQUENCES.get(mutant.operator, {})
    wrong = {one for one in come if one != right and one[0] not in allowed}
    gone = {one for one in told_of(mutant.graph) - found if one[0] not in allowed}
    if come[right] != 1:
        return f"{right} is told {come[right]} times; told: {sorted(come)}"
    return f"told besides: {sorted(wrong)}; told no more: {sorted(gone)}" if wrong or gone else ""
