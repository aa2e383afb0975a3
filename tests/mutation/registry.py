"""Which requirements have operators on graphs and on papers, and why the others have none."""

from __future__ import annotations

from mutation import graphs, papers
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.knowledge.terms import RSNMS

NO_PAPER = "данные о системе приходят не из бумаги / the data on a system do not come from a paper"
PENDING = "оператора ещё нет / no operator yet"
# requirement → why no operator makes its fault in a paper
WITHOUT_PAPER_OPERATOR = {
    "ROADMAP-OUTSIDE": "в сочинённых бумагах нет участников вне системы / the papers name nobody outside the system",
    **dict.fromkeys(
        (
            "ABBR-BEFORE", "ABBR-DRIFT", "ABBR-MEANING", "ABBR-TWICE", "ABBR-UNDECLARED", "ABBR-UNUSED",
            "ACT-AMENDING", "ACT-EDITIONS", "ACT-NUMBER", "ACT-TWO-WAYS", "ANNEX-NUMBER", "ENTITY-MUNICIPALITY",
            "ENTITY-NAME", "ENTITY-ORGANISATION", "ENTITY-PROJECT", "ENTITY-REGION", "INDICATOR-NEIGHBOUR",
            "INDICATOR-PERCENT", "INDICATOR-PERIOD", "INDICATOR-POPULATION", "INDICATOR-RULE", "ORDER-APPROVES",
            "ORDER-ENCLOSED", "REF-ACT", "REGULATION-BEARER", "REGULATION-FUNCTION-SHARED",
            "REGULATION-FUNCTION-TWICE", "REGULATION-GLOSSARY", "REGULATION-INDICATORS", "REGULATION-MONITORING",
            "REGULATION-ROADMAP", "REGULATION-SUBJECT-TWICE", "ROADMAP-AGREEMENT", "ROADMAP-DATE",
            "ROADMAP-FUNCTION", "TERM-ENDS", "TERM-UNUSED",
        ),
        PENDING,
    ),
}  # fmt: skip
# requirement → why no operator makes its fault in a graph
WITHOUT_GRAPH_OPERATOR = dict.fromkeys(
    (
        "ACT-EDITIONS", "ENTITY-ORGANISATION", "INDICATOR-NEIGHBOUR", "INDICATOR-POPULATION", "INDICATOR-RULE",
        "REGULATION-ROADMAP", "ROADMAP-FUNCTION", "STRUCTURE-HOST",
    ),
    PENDING,
)  # fmt: skip


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
