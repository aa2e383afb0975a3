"""Shapes as Turtle that people can read: the general ones, and those compiled from a regulation."""

from __future__ import annotations

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SH, SKOS, XSD
from rdflib.term import Node

from rsnms_kg.knowledge.demands import Demand, shapes_of
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.requirements import Requirement, requirements, shapes_graph
from rsnms_kg.knowledge.terms import ACT, CODE, REQUIREMENT, RSNMS, SHAPE
from rsnms_kg.outcome.messages import demand_texts, opened

_SEVERITIES = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}
_PREFIXES = {
    "dcterms": str(DCTERMS), "req": str(REQUIREMENT), "rsnms": str(RSNMS), "sh": str(SH), "shape": str(SHAPE),
    "skos": str(SKOS), "xsd": str(XSD),
}  # fmt: skip


def general_shapes(asked: Requirement | None = None) -> str:
    """Return the requirements of ``shapes/`` with their shapes as Turtle: all of them, or one."""
    whole = shapes_graph()
    blocks = []
    for requirement in [asked] if asked else requirements():
        node = URIRef(f"{REQUIREMENT}{requirement.id}")
        part = _described(whole, node)
        for shape in whole.subjects(RSNMS.requirement, node):
            for holder in (shape, *whole.subjects(SH.property, shape)):
                part += _described(whole, holder)
        blocks.append((requirement.id, part))
    return _turtle(blocks, "Требования и формы SHACL / Requirements and SHACL shapes")


def compiled_shapes(regulation: RegulationData, asked: Requirement | None = None) -> str:
    """Return the shapes that a regulation's data become as Turtle: for every requirement, or for one."""
    by_rule = {requirement.compiled_by: requirement for requirement in requirements() if requirement.compiled_by}
    blocks = []
    for demand in sorted(regulation.demands, key=lambda demand: by_rule[demand.rule].id):
        requirement = by_rule[demand.rule]
        if asked in (None, requirement):
            clause = regulation.clause(URIRef(demand.source)) or ""
            blocks.append((f"{requirement.id} {clause}".strip(), _told(demand, requirement, regulation)))
    heading = f"Формы SHACL, собранные из положения {regulation.id} / SHACL shapes compiled from {regulation.id}"
    acts = {demand.source[len(ACT) :].split("/")[0] for demand in regulation.demands if demand.source.startswith(ACT)}
    return _turtle(blocks, heading, f"{ACT}{min(acts)}/" if len(acts) == 1 else None)


def _told(demand: Demand, requirement: Requirement, regulation: RegulationData) -> Graph:
    """The shape of a demand with its name, message, severity and requirement."""
    graph, shape = shapes_of([demand]), demand.shape
    given = demand_texts(regulation, demand)
    (check,) = requirement.checks
    for language in ("ru", "en"):
        name = f"{requirement.title(language)} ({given['demandClause']})"
        graph.add((shape, SH.name, Literal(name, lang=language)))
        graph.add((shape, SH.message, Literal(opened(check.message(language), given, language), lang=language)))
    graph.add((shape, SH.severity, _SEVERITIES[requirement.severity]))
    graph.add((shape, RSNMS.requirement, URIRef(f"{REQUIREMENT}{requirement.id}")))
    return graph


def _described(whole: Graph, node: Node) -> Graph:
    """What is said of a node, with the nameless nodes that it leads to."""
    graph, waiting = Graph(), [node]
    while waiting:
        at = waiting.pop()
        for predicate, value in whole.predicate_objects(at):
            graph.add((at, predicate, value))
            if not isinstance(value, (URIRef, Literal)):
                waiting.append(value)
    return graph


def _turtle(blocks: list[tuple[str, Graph]], heading: str, base: str | None = None) -> str:
    """Blocks of Turtle, each below its name, with one set of prefixes and a base for what is below it."""
    terms = {str(term) for _, part in blocks for triple in part for term in triple if isinstance(term, URIRef)}
    prefixes = dict(_PREFIXES)
    for scheme in sorted(term[len(CODE) :].split("/")[0] for term in terms if term.startswith(CODE)):
        prefixes[scheme] = f"{CODE}{scheme}/"
    lines = [f"# {heading}", "", *(f"@prefix {name}: <{prefixes[name]}> ." for name in sorted(prefixes))]
    lines += [f"@base <{base}> ."] if base else []
    for title, part in blocks:
        body = _body(part, prefixes)
        lines += ["", f"# --- {title}", "", body.replace(f"<{base}", "<") if base else body]
    if not blocks:
        lines += ["", "# Форм нет: положение такого не требует / No shapes: the regulation demands no such thing"]
    return "\n".join(lines) + "\n"


def _body(part: Graph, prefixes: dict[str, str]) -> str:
    ordered = Graph(bind_namespaces="none")
    for name, namespace in prefixes.items():
        ordered.bind(name, namespace)
    # The writer follows the order in which triples came.
    for triple in sorted(part, key=lambda triple: tuple(node.n3() for node in triple)):
        ordered.add(triple)
    written = ordered.serialize(format="turtle")
    return "\n".join(line for line in written.splitlines() if not line.startswith("@prefix")).strip("\n")
