"""Single faults in a graph: what they take away, what they add, and where the finding has to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True)
class Edit:
    """One fault; ``focus`` is the fact that the finding has to be at."""

    focus: Node
    removed: frozenset[Triple] = frozenset()
    added: frozenset[Triple] = frozenset()

    def made(self, graph: Graph) -> Graph:
        """The graph with the fault, another object."""
        assert self.removed or self.added
        changed = Graph()
        for triple in graph:
            if triple not in self.removed:
                changed.add(triple)
        for triple in self.added:
            changed.add(triple)
        return changed


Edits = Callable[[Graph, Random], Iterator[Edit]]
New = Callable[[Graph, Node, Node, Random], "Node | None"]  # graph, fact, old value → new value


def facts(graph: Graph, kind: str) -> list[Node]:
    return sorted(graph.subjects(RDF.type, RSNMS[kind]), key=lambda node: (order(graph, node), str(node)))


def order(graph: Graph, node: Node) -> int:
    return int(str(graph.value(node, RSNMS.order) or 0))


def one(graph: Graph, node: Node, name: str) -> Node | None:
    return graph.value(node, RSNMS[name])


def pointing(graph: Graph, name: str, target: Node) -> list[Node]:
    return sorted(graph.subjects(RSNMS[name], target), key=str)


def act(graph: Graph, node: Node) -> Node:
    found = graph.value(node, DCTERMS.isPartOf)
    assert found is not None
    return found


def whole(graph: Graph, nodes: Iterable[Node]) -> frozenset[Triple]:
    """Everything that is said of facts and that leads to them."""
    return frozenset(
        triple for node in nodes for part in ((node, None, None), (None, None, node)) for triple in graph.triples(part)
    )


def said(graph: Graph, node: Node, *names: str) -> frozenset[Triple]:
    return frozenset(triple for name in names for triple in graph.triples((node, RSNMS[name], None)))


# --- makers of operators -------------------------------------------------------------------------


def lost(kind: str, *names: str) -> Edits:
    """Every fact of a class in turn loses what is said with these properties."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        for fact in facts(graph, kind):
            removed = said(graph, fact, *names)
            if removed:
                yield Edit(fact, removed)

    return edits


def gone(kind: str, found_at: Callable[[Graph, Node], Node | None], *with_links: str) -> Edits:
    """Every fact of a class in turn is taken out, with what points to it by ``with_links``."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        for fact in facts(graph, kind):
            focus = found_at(graph, fact)
            if focus is not None:
                yield Edit(
                    focus, whole(graph, [fact, *(one for link in with_links for one in pointing(graph, link, fact))])
                )

    return edits  # fmt: skip


def otherwise(kind: str, name: str, new: New) -> Edits:
    """Every value of a property in turn becomes another one."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        for fact in facts(graph, kind):
            for old in sorted(graph.objects(fact, RSNMS[name])):
                value = new(graph, fact, old, random)
                if value is not None and value != old:
                    yield Edit(fact, frozenset({(fact, RSNMS[name], old)}), frozenset({(fact, RSNMS[name], value)}))

    return edits


def besides(kind: str, name: str, new: Callable[[Graph, Node, Random], Node | None]) -> Edits:
    """Every fact of a class in turn is said to have one more value."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        for fact in facts(graph, kind):
            value = new(graph, fact, random)
            if value is not None:
                yield Edit(fact, added=frozenset({(fact, RSNMS[name], value)}))

    return edits


def copied(graph: Graph, node: Node, into: URIRef, **changes: Node) -> frozenset[Triple]:
    """A fact once more under another name."""
    new = {(into, predicate, value) for _, predicate, value in graph.triples((node, None, None))}
    for name, value in changes.items():
        new = {triple for triple in new if triple[1] != RSNMS[name]} | {(into, RSNMS[name], value)}
    return frozenset(new)


def day_of(value: Node | None) -> dt.date:
    assert isinstance(value, Literal)
    return dt.date.fromisoformat(str(value))


def a_word(*words: str) -> Callable[[Graph, Node, Random], Node]:
    return lambda graph, fact, random: Literal(random.choice(words))


def text(value: str) -> Literal:
    return Literal(value)


def after_first(kind: str, edits: Edits) -> Edits:
    """Only at facts that stand after the first one of a class."""

    def chosen(graph: Graph, random: Random) -> Iterator[Edit]:
        known = facts(graph, kind)
        for edit in edits(graph, random):
            place = next((int(str(value)) for _, name, value in edit.added if name == RSNMS.order), 0)
            if known and place > order(graph, known[0]):
                yield edit

    return chosen


def in_clauses(kind: str, linked_by: str | None = None, **values: Node | Callable[[Graph, Node], Node | None]) -> Edits:
    """Every clause in turn holds a new fact of a class; a value may be worked out from the graph and the clause."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        for clause in facts(graph, "Clause"):
            said_of = {name: value(graph, clause) if callable(value) else value for name, value in values.items()}
            if None in said_of.values():
                continue
            new, paper = URIRef(f"{clause}/planted"), act(graph, clause)
            places = said(graph, clause, "clauseLabel", "start", "end", "order", "quote")
            added = {(new, name, value) for _, name, value in places if name != RSNMS.quote or "quote" not in values}
            added |= {(new, RSNMS[name], value) for name, value in said_of.items() if value is not None}
            added |= {(new, RDF.type, RSNMS[kind]), (new, RSNMS.inClause, clause), (new, DCTERMS.isPartOf, paper)}
            if linked_by:
                added.add((paper, RSNMS[linked_by], new))
            yield Edit(new, added=frozenset(added))

    return edits
