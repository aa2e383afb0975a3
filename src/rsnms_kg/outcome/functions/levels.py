"""Levels of a regional system and their subjects."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import label
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.outcome.functions.breach import Breach, facts, value


def empty_level(graph: Graph) -> Iterator[Breach]:
    """LEVEL-PRESENT: a level that the structure names has no subject."""
    peopled = {value(graph, subject, "level") for subject in facts(graph, "SubjectType")}
    for structure in facts(graph, "Structure"):
        for level in sorted(graph.objects(structure, RSNMS.level), key=str):
            if level not in peopled:
                yield Breach(structure, {"levelName": _name(level)})


def open_list(graph: Graph) -> Iterator[Breach]:
    """LEVEL-CLOSED: nothing says whether the list of a level's subjects is complete or open."""
    statements = (*facts(graph, "ClosedList"), *facts(graph, "OpenList"))
    closed = [value(graph, statement, "level") for statement in statements]
    told: set[Node | None] = {None, *closed}
    if any(level is None for level in closed):
        return  # one statement for the subjects of all levels
    for subject in facts(graph, "SubjectType"):
        level = value(graph, subject, "level")
        if level is not None and level not in told:
            told.add(level)
            yield Breach(subject, {"levelName": _name(level)})


def _name(level: Node) -> Bilingual:
    return label("level", notation(level))
