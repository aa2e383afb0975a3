"""The tests of the W3C suite: what goes in, what has to come out, and what our function gives."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node

from rsnms_kg.errors import KnowledgeError
from rsnms_kg.outcome.shacl import path_text, validate

SUITE = Path(__file__).resolve().parents[3] / "shared" / "w3c-shacl-tests"
ABSENT = "the W3C suite of SHACL is not at hand: it is looked for in ../shared/w3c-shacl-tests"
KNOWN_FAILURES = Path(__file__).with_name("failures.json")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")

# A result without what is free: focus node, path, value, severity, component, shape.
Told = tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A test; ``results`` is ``None`` where the engine has to refuse the shapes."""

    name: str
    data: Path
    shapes: Path
    results: Counter[Told] | None
    messages: frozenset[Literal]


@cache
def cases() -> tuple[Case, ...]:
    """Every test of the suite, by name; none where the suite is not at hand."""
    if not SUITE.is_dir():
        return ()
    return tuple(sorted(_listed(SUITE / "manifest.ttl"), key=lambda case: case.name))


@cache
def known_failures() -> dict[str, dict[str, str]]:
    """Tests that the engine fails, and why, in two languages."""
    found: dict[str, dict[str, str]] = json.loads(KNOWN_FAILURES.read_text(encoding="utf-8"))
    return found


def difference(case: Case) -> str:
    """What is missing (-) and what is too much (+) in the results of a test; empty where it passes."""
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # ill-formed literals are what is on trial
    data = _graph(case.data)
    shapes = data if case.shapes == case.data else _graph(case.shapes)
    try:
        found = validate(data, shapes)
    except KnowledgeError as error:
        return "" if case.results is None else f"\n+ refused: {error}"
    if case.results is None:
        return "\n- refusal"
    told = Counter(
        (_told(one.focus), one.path, _told(one.value), _told(one.severity), _told(one.component), _shape(one.shape))
        for one in found
    )
    said = {message for one in found for message in one.messages}
    lines = [f"\n- {one}" for one in case.results - told] + [f"\n+ {one}" for one in told - case.results]
    lines += [f"\n- message {message!r}" for message in sorted(case.messages - said)]
    return "".join(lines)


def _listed(manifest: Path) -> Iterator[Case]:
    graph = _graph(manifest)
    for included in graph.objects(None, MF.include):
        yield from _listed(_path(included))
    for head in graph.objects(None, MF.entries):
        for test in Collection(graph, head):
            yield _case(graph, test)


def _case(graph: Graph, test: Node) -> Case:
    action, result = graph.value(test, MF.action), graph.value(test, MF.result)
    name = str(test).removeprefix(f"{SUITE.as_uri()}/")
    data, shapes = (_path(graph.value(action, SHT[part])) for part in ("dataGraph", "shapesGraph"))
    if result == SHT.Failure:
        return Case(name, data, shapes, None, frozenset())
    nodes = list(graph.objects(result, SH.result))
    assert (str(graph.value(result, SH.conforms)) == "true") == (not nodes), name
    messages = frozenset(text for node in nodes for text in graph.objects(node, SH.resultMessage))
    return Case(name, data, shapes, Counter(_expected(graph, node) for node in nodes), messages)


def _expected(graph: Graph, node: Node) -> Told:
    path, shape = graph.value(node, SH.resultPath), graph.value(node, SH.sourceShape)
    focus, value = graph.value(node, SH.focusNode), graph.value(node, SH.value)
    severity, component = (graph.value(node, term) for term in (SH.resultSeverity, SH.sourceConstraintComponent))
    told = path_text(graph, path) if path is not None else ""
    return (_told(focus), told, _told(value), _told(severity), _told(component), _told(shape))


def _told(node: Node | None) -> str:
    """A node as text; nameless nodes of two graphs cannot be compared by name."""
    return "" if node is None else "[]" if isinstance(node, BNode) else node.n3()


def _shape(shape: str) -> str:
    return f"<{shape}>" if ":" in shape else "[]"


def _path(iri: Node | None) -> Path:
    return Path(str(iri).removeprefix("file://"))


@cache
def _graph(path: Path) -> Graph:
    """A file as it is written: literals keep their form."""
    return Graph().parse(path, format="turtle", publicID=URIRef(path.as_uri()))
