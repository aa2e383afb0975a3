"""The SHACL engine behind one function: graph and shapes in, results out."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Graph
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Result:
    """A validation result: which node broke which property shape, and with which value."""

    focus: Node
    shape: str
    value: Node | None


def validate(data: Graph, shapes: Graph) -> list[Result]:
    """Return the results of validating ``data`` against ``shapes``, in a fixed order.

    Neither graph is changed, nothing is inferred and nothing is fetched.

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
    except pyshacl.errors.ReportableRuntimeError as error:
        raise KnowledgeError(
            Bilingual(f"Формы не проверяются: {error}.", f"The shapes cannot be validated: {error}.")
        ) from error
    found = []
    for node in report.subjects(RDF.type, SH.ValidationResult):
        focus, shape = report.value(node, SH.focusNode), report.value(node, SH.sourceShape)
        if focus is not None and shape is not None:
            found.append(Result(focus, str(shape), report.value(node, SH.value)))
    return sorted(found, key=lambda result: (result.shape, str(result.focus), str(result.value)))
