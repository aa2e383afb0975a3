"""The fixtures: two papers and a regional system without fault, and the changes that break one requirement each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from rdflib import Dataset, Graph, Namespace
from rdflib.namespace import RDF
from rdflib.term import Node

from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.outcome import messages
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Outcome

FIXTURES = Path(__file__).with_name("fixtures")
BASES = ("agreement", "regulation", "system")
CHANGE = Namespace("urn:rsnms:change:")
UNFILLED = "∅"  # stands for a place of a message that nothing fills; a run prints a dash there


@dataclass(frozen=True)
class Expected:
    """The one finding that a change must bring."""

    requirement: str
    focus: str
    expected: str
    actual: str


@dataclass(frozen=True)
class Change:
    """A change of a base; ``finding`` is ``None`` where the check must stay silent."""

    name: str
    base: str
    removed: Graph
    added: Graph
    finding: Expected | None

    @property
    def checks(self) -> str:
        """What is on trial: ``NUM-ROW.MeasureNumber`` for a shape, ``DATE-CITED`` for a function."""
        requirement, _, rest = self.name.partition(".")
        return f"{requirement}.{rest.split('.')[0]}" if rest[:1].isupper() else requirement

    def __str__(self) -> str:
        return self.name


@cache
def base(name: str) -> Graph:
    """A paper without fault."""
    return Graph().parse(FIXTURES / name / "base.ttl")


@cache
def changes() -> tuple[Change, ...]:
    """Every change, by name."""
    return tuple(_read(path) for name in BASES for path in sorted((FIXTURES / name).glob("*.trig")))


def changed(change: Change) -> Graph:
    """The base with the change made."""
    graph = Graph()
    for triple in base(change.base):
        graph.add(triple)
    for triple in change.removed:
        assert triple in graph, f"{change}: the base does not say {triple}"
        graph.remove(triple)
        if triple[1] == RDF.type:
            graph.remove((triple[0], None, None))
            graph.remove((None, None, triple[0]))
    for triple in change.added:
        assert triple not in graph, f"{change}: the base says {triple} already"
        graph.add(triple)
    return graph


@cache
def outcome_of_base(name: str) -> Outcome:
    """What the check says of a base."""
    return check_graph(base(name), shipped_regulation())


@cache
def outcome_of(change: Change) -> Outcome:
    """What the check says of a base after a change."""
    with patch.object(messages, "_NOTHING", UNFILLED):
        return check_graph(changed(change), shipped_regulation())


def _read(path: Path) -> Change:
    dataset = Dataset().parse(data=path.read_bytes(), format="trig")
    parts = {name: dataset.graph(CHANGE[name]) for name in ("remove", "add", "finding")}
    known = {graph.identifier for graph in dataset.graphs() if len(graph)}
    assert known <= {CHANGE[name] for name in parts}, path
    return Change(
        name=path.stem,
        base=path.parent.name,
        removed=_triples(parts["remove"]),
        added=_triples(parts["add"]),
        finding=_expected(parts["finding"]),
    )


def _triples(part: Graph) -> Graph:
    graph = Graph()
    for triple in part:
        graph.add(triple)
    return graph


def _expected(part: Graph) -> Expected | None:
    if not len(part):
        return None
    ((focus, requirement),) = part.subject_objects(RSNMS.requirement)
    return Expected(notation(requirement), str(focus), *(_text(part, focus, name) for name in ("expected", "actual")))


def _text(part: Graph, focus: Node, name: str) -> str:
    (value,) = part.objects(focus, RSNMS[name])
    return str(value)
