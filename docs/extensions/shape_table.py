"""The directive ``shape-table``: how every requirement is checked, made of the shapes when the pages are built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from families import FamilyDirective
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDF, SH
from rdflib.term import Node

from rsnms_kg.knowledge.demands import shapes_of
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.requirements import Requirement, shapes_graph
from rsnms_kg.knowledge.terms import REQUIREMENT, RSNMS, notation
from rsnms_kg.outcome.functions import COUNTED, FUNCTIONS

HEAD = ("Требование / Requirement", "На что смотрит / Target", "Что требуется / Constraint")
WIDTHS = (26, 24, 50)
TARGETS = {
    SH.targetClass: "{}",
    SH.targetSubjectsOf: "у чего есть / subjects of {}",
    SH.targetObjectsOf: "значения / objects of {}",
    SH.targetNode: "{}",
}
# What is told elsewhere, or is not a constraint.
ASIDE = {SH.message, SH.severity, SH.name, SH.description, SH.order, SH.path, SH.property, SH.deactivated,
         RDF.type, DCTERMS.source, *TARGETS}  # fmt: skip
LONGEST = 90


class ShapeTable(FamilyDirective):
    """A table for each family of requirements."""

    anchor = "shapes"

    @classmethod
    def content(cls, listed: list[Requirement]) -> list[nodes.Node]:
        group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in WIDTHS), cols=len(WIDTHS))
        head = (nodes.entry("", nodes.paragraph(text=words)) for words in HEAD)
        group += nodes.thead("", nodes.row("", *head))
        group += nodes.tbody("", *(row(one) for one in listed))
        return [nodes.table("", group)]


def row(one: Requirement) -> nodes.row:
    """A requirement, with a link to its texts; what is looked at; what must hold."""
    link = nodes.reference("", "", nodes.literal(text=one.id), refuri=f"requirements.html#{one.id.lower()}")
    targets, constraints = checked(one)
    return nodes.row(
        "",
        nodes.entry("", nodes.paragraph("", "", link)),
        nodes.entry("", *(nodes.paragraph(text=words) for words in targets)),
        nodes.entry("", *constraints),
    )


def checked(one: Requirement) -> tuple[list[str], list[nodes.paragraph]]:
    """What a requirement looks at and asks: by shapes, by a function, or by what is made of a regulation."""
    function = FUNCTIONS.get(one.function or "") or COUNTED.get(one.compiled_by or "")
    if function:
        said = (function.__doc__ or "").strip().splitlines()[0].removeprefix(f"{one.id}: ")
        name = one.function or one.compiled_by or ""
        return [notation(kind) for kind in one.concerns], [code(name, f" – функция / function: {said}")]
    if one.compiled_by:
        demands = [demand for demand in shipped_regulation().demands if demand.rule == one.compiled_by]
        graph, holders = shapes_of(demands[:1]), [demand.shape for demand in demands[:1]]
        made = (
            f" – собирается из положения, форм: {len(demands)} / compiled from the regulation, shapes: {len(demands)}"
        )
        targets, constraints = of_shapes(graph, holders)
        return targets, [code(one.compiled_by, made), *constraints]
    graph = shapes_graph()
    return of_shapes(graph, sorted(graph.subjects(RSNMS.requirement, URIRef(f"{REQUIREMENT}{one.id}"))))


def of_shapes(graph: Graph, shapes: list[Node]) -> tuple[list[str], list[nodes.paragraph]]:
    """The targets of shapes, and their constraints with the paths from there."""
    targets, told = [], []
    for shape in shapes:
        *ways, top = up(graph, shape)
        targets += [TARGETS[term].format(short(graph, value)) for term in TARGETS for value in graph.objects(top, term)]
        path = "/".join(short(graph, way) for at in reversed([*ways, top]) if (way := graph.value(at, SH.path)))
        words = "; ".join(sorted(constraints(graph, shape)))
        told.append(code(f"{path}: {words}" if path else words))
    return list(dict.fromkeys(targets)), told


def up(graph: Graph, shape: Node) -> list[Node]:
    """A shape and those that hold it, up to the one with the target."""
    chain = [shape]
    while (holder := graph.value(None, SH.property, chain[-1])) is not None:
        chain.append(holder)
    return chain


def constraints(graph: Graph, part: Node) -> Iterator[str]:
    """The constraint components of a shape with their values."""
    for predicate, value in graph.predicate_objects(part):
        if predicate in ASIDE or str(predicate).startswith(str(RSNMS)):
            continue
        yield f"sh:{notation(predicate)} {short(graph, value)}"


def short(graph: Graph, value: Node) -> str:
    """A term in few letters: a local name, a path in the signs of SPARQL, a list in brackets."""
    if isinstance(value, URIRef):
        return notation(value)
    if isinstance(value, Literal):
        words = " ".join(str(value).split())
        return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    if (value, RDF.first, None) in graph:
        return f"({' '.join(short(graph, item) for item in Collection(graph, value))})"
    inverse = graph.value(value, SH.inversePath)
    if inverse is not None:
        return f"^{short(graph, inverse)}"
    inner = sorted(
        f"{notation(term)} {short(graph, at)}" for term, at in graph.predicate_objects(value) if term not in (RDF.type,)
    )
    return f"[{'; '.join(inner)}]"


def code(words: str, after: str = "") -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.literal(text=words), nodes.Text(after))


def setup(app: Any) -> dict[str, bool]:
    app.add_directive("shape-table", ShapeTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
