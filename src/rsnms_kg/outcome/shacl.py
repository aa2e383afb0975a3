"""The SHACL engine behind one function: graph and shapes in, results out."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError

_MARKS = {SH.inversePath: "^{}", SH.zeroOrMorePath: "{}*", SH.oneOrMorePath: "{}+", SH.zeroOrOnePath: "{}?"}


@dataclass(frozen=True, slots=True)
class Result:
    """A validation result: which node broke which shape, and with which value.

    ``path`` is what the shape looks along, written as in SPARQL (empty for a node shape), ``component`` the
    kind of constraint, ``severity`` and ``messages`` what the shape itself says.
    """

    focus: Node
    shape: str
    value: Node | None
    path: str
    component: Node | None
    severity: Node | None
    messages: tuple[Literal, ...]


def validate(data: Graph, shapes: Graph) -> list[Result]:
    """Return the results of validating ``data`` against ``shapes``, in a fixed order.

    Neither graph is changed, nothing is inferred and nothing is fetched. Results that only explain another
    one (``sh:detail``) are left out.

    :raises KnowledgeError: when the engine refuses the shapes.
    """
    import pyshacl

    try:
        _, report, _ = pyshacl.validate(
            data,
            shacl_graph=shapes,
            inference="none",
            inplace=True,
            advanced=False,
            do_owl_imports=False,
            meta_shacl=False,
        )
    except (pyshacl.errors.ReportableRuntimeError, NotImplementedError, RecursionError) as error:
        raise _refused(error) from error
    if not isinstance(report, Graph):  # a failure is returned, not raised
        raise _refused(report)
    found = [_result(report, node) for node in report.objects(None, SH.result)]
    return sorted(found, key=lambda result: (result.shape, str(result.focus), str(result.value), result.path))


def _refused(error: object) -> KnowledgeError:
    said = str(getattr(error, "message", error)).strip().rstrip(".") or type(error).__name__
    return KnowledgeError(
        Bilingual(
            f"Формы не проверяются: {said}. Исправьте их в shapes/.",
            f"The shapes cannot be validated: {said}. Correct them in shapes/.",
        )
    )


def _result(report: Graph, node: Node) -> Result:
    focus = report.value(node, SH.focusNode)
    path = report.value(node, SH.resultPath)
    said = [text for text in report.objects(node, SH.resultMessage) if isinstance(text, Literal)]
    assert focus is not None, "a result without a focus node"
    return Result(
        focus=focus,
        shape=str(report.value(node, SH.sourceShape)),
        value=report.value(node, SH.value),
        path=path_text(report, path) if path is not None else "",
        component=report.value(node, SH.sourceConstraintComponent),
        severity=report.value(node, SH.resultSeverity),
        messages=tuple(sorted(said)),
    )


def path_text(graph: Graph, path: Node) -> str:
    """Return a SHACL path as SPARQL writes it: ``<a>/^<b>``, ``(<a>|<b>)*``."""
    if not isinstance(path, BNode):
        return path.n3() if isinstance(path, URIRef) else str(path)
    if (path, RDF.first, None) in graph:
        return f"({'/'.join(path_text(graph, step) for step in Collection(graph, path))})"
    either = graph.value(path, SH.alternativePath)
    if either is not None:
        return f"({'|'.join(path_text(graph, step) for step in Collection(graph, either))})"
    for term, mark in _MARKS.items():
        inner = graph.value(path, term)
        if inner is not None:
            return mark.format(path_text(graph, inner))
    return "[]"
