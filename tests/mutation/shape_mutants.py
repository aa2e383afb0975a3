"""Shapes with one thing weakened, tightened or left out: a fixture has to tell each from the shape as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from mutation.edits import Triple
from requirements.changes import BASES, Change, base, changed, changes
from rsnms_kg.knowledge.requirements import constraints
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.outcome.shacl import validate

TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
PAIRS = {SH.lessThan: SH.lessThanOrEquals, SH.lessThanOrEquals: SH.lessThan, SH.equals: SH.disjoint,
         SH.disjoint: SH.equals}  # fmt: skip
BOUNDS = {SH.maxInclusive: (1, SH.maxExclusive), SH.minInclusive: (-1, SH.minExclusive)}
ELSEWHERE = RSNMS.Citation  # a class that no fixture has


@dataclass(frozen=True)
class ShapeMutant:
    """A property shape, what was done to it, and the constraints that come of it."""

    shape: URIRef
    done: str
    removed: frozenset[Triple]
    added: frozenset[Triple]

    def __str__(self) -> str:
        return f"{notation(self.shape)} {self.done}"


@cache
def shape_mutants() -> tuple[ShapeMutant, ...]:
    """Every change of every property shape."""
    graph = constraints()
    return tuple(mutant for shape in sorted(graph.objects(None, SH.property)) for mutant in _of(graph, shape))


def _of(graph: Graph, shape: Node) -> Iterator[ShapeMutant]:
    assert isinstance(shape, URIRef)

    def mutant(done: str, removed: Triple | None, *added: Triple) -> ShapeMutant:
        return ShapeMutant(shape, done, frozenset({removed} if removed else ()), frozenset(added))

    (holder,) = graph.subjects(SH.property, shape)
    yield mutant("dropped", (holder, SH.property, shape))
    for kind in TARGETS:
        for target in graph.objects(holder, kind):
            yield mutant("looks elsewhere", (holder, kind, target), (holder, SH.targetClass, ELSEWHERE))
    for term, value in sorted(graph.predicate_objects(shape)):
        if term != SH.path and str(term).startswith(str(SH)):
            yield mutant(f"without sh:{notation(term)}", (shape, term, value))
            for done, *added in _changed(graph, shape, term, value):
                yield mutant(done, (shape, term, value), *added)


def _changed(graph: Graph, shape: Node, term: Node, value: Node) -> Iterator[tuple[str, *tuple[Triple, ...]]]:
    """A constraint with another value: weaker where it can be, stricter where that is possible too."""
    name = notation(term)
    if term in (SH.minCount, SH.maxCount):
        for number in (int(str(value)) - 1, int(str(value)) + 1):
            if number >= 0:
                yield f"{name} {value} → {number}", (shape, term, Literal(number))
    elif term == SH.pattern:
        yield "pattern → .*", (shape, term, Literal(".*"))
        yield "pattern → ^$", (shape, term, Literal("^$"))
        yield "pattern without its beginning", (shape, term, Literal(str(value).removeprefix("^")))
        yield "pattern without its end", (shape, term, Literal(str(value).removesuffix("$")))
    elif term in BOUNDS:
        step, other = BOUNDS[term]
        bound = int(str(value))
        for number in (bound - step, bound + step):
            yield f"{name} {bound} → {number}", (shape, term, Literal(str(number), datatype=XSD.integer))
        yield f"{name} → {notation(other)}", (shape, other, value)
    elif term in PAIRS:
        yield f"{name} → {notation(PAIRS[term])}", (shape, PAIRS[term], value)
    elif term == SH.hasValue:
        yield "another value", (shape, term, URIRef(f"{value}-other"))
    elif term == SH["in"]:
        yield from _other_lists(graph, shape, term, list(Collection(graph, value)))


def _other_lists(
    graph: Graph, shape: Node, term: Node, members: list[Node]
) -> Iterator[tuple[str, *tuple[Triple, ...]]]:
    """Lists without one of the members, and with a value more that data do have."""
    beside = {value for path in graph.objects(shape, SH.path) for name in BASES for value in _values(name, path)}
    for fixture in changes():
        beside |= {value for path in graph.objects(shape, SH.path) for value in fixture.added.objects(None, path)}
    for value in sorted(beside - set(members)):
        yield f"in + {notation(value)}", *_list(shape, term, [*members, value])
    for at, member in enumerate(members):
        yield f"in – {notation(member)}", *_list(shape, term, [*members[:at], *members[at + 1 :]])


def _values(name: str, path: Node) -> set[Node]:
    return set(base(name).objects(None, path)) if isinstance(path, URIRef) else set()


def _list(shape: Node, term: Node, members: list[Node]) -> tuple[Triple, ...]:
    scratch, head = Graph(), BNode()
    Collection(scratch, head, members)
    return ((shape, term, head), *scratch)


# --- which fixture tells -----------------------------------------------------------------------------


def killed_by(mutant: ShapeMutant) -> str | None:
    """The first fixture in which the changed shape finds something else than the shape as it is."""
    for name, graph in _fixtures(mutant.shape):
        if _found(graph, _alone(mutant.shape, mutant)) != _found(graph, _alone(mutant.shape, None)):
            return name
    return None


def _fixtures(shape: URIRef) -> Iterator[tuple[str, Graph]]:
    """Changes that are named after the shape come first, then the bases, then the others."""
    mine = notation(shape).removesuffix("-value")
    yield from ((str(change), _changed_base(change)) for change in changes() if f".{mine}" in change.name)
    yield from ((name, base(name)) for name in BASES)
    yield from ((str(change), _changed_base(change)) for change in changes() if f".{mine}" not in change.name)


@cache
def _changed_base(change: Change) -> Graph:
    return changed(change)


@cache
def _alone(shape: URIRef, mutant: ShapeMutant | None) -> Graph:
    """The shape with what holds it, and nothing else."""
    graph, waiting = Graph(), [shape, *constraints().subjects(SH.property, shape)]
    while waiting:
        node = waiting.pop()
        for triple in constraints().triples((node, None, None)):
            graph.add(triple)
            if isinstance(triple[2], BNode):
                waiting.append(triple[2])
    for triple in mutant.removed if mutant else ():
        graph.remove(triple)
    for triple in mutant.added if mutant else ():
        graph.add(triple)
    return graph


def _found(graph: Graph, shapes: Graph) -> set[Node]:
    return {result.focus for result in validate(graph, shapes)}
