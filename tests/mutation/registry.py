"""Which requirements have operators on graphs and on papers, and why the others have none."""

from __future__ import annotations

from mutation import graphs, papers
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.knowledge.terms import RSNMS

NO_PAPER = "данные о системе приходят не из бумаги / the data on a system do not come from a paper"
# requirement → why no operator makes its fault in a paper
WITHOUT_PAPER_OPERATOR: dict[str, str] = {}
# requirement → why no operator makes its fault in a graph
WITHOUT_GRAPH_OPERATOR: dict[str, str] = {}


def graph_operators(requirement: str) -> list[str]:
    return [name for kind in graphs.OPERATORS.values() for name in kind.get(requirement, {})]


def paper_operators(requirement: str) -> list[str]:
    return [name for kind in papers.OPERATORS.values() for name in kind.get(requirement, {})]


def why_no_paper(requirement: str) -> str | None:
    """Why a requirement has no operator on papers; nothing where it needs one."""
    of_system = {one.id for one in requirements() if set(one.applies_to) == {RSNMS.RegionalSystem}}
    return NO_PAPER if requirement in of_system else WITHOUT_PAPER_OPERATOR.get(requirement)


def known() -> list[str]:
    return [requirement.id for requirement in requirements()]
