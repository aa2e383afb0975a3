"""Requirements and their shapes, as ``shapes/`` states them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SH, SKOS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError
from rsnms_kg.knowledge.compilation import compiled, load
from rsnms_kg.knowledge.terms import RSNMS, SHAPE, notation
from rsnms_kg.knowledge.texts import text_if_any, text_in_both

_SEVERITIES = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
SEVERITIES = ("violation", "warning", "info")
_TEXTS = ("title", "explanation", "remedy", "broken_example", "mended_example")


@dataclass(frozen=True, slots=True)
class Check:
    """One way in which a requirement is broken: a property shape, or a named function.

    The templates have places like ``{number}`` or ``{parentClause.number}``: properties of the fact
    that broke the requirement.
    """

    name: str
    message: Bilingual
    expected: Bilingual
    actual: Bilingual


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a paper must satisfy.

    ``applies_to`` are the classes of papers, ``concerns`` the classes of facts that are looked at, ``needs``
    the property without which there is nothing to judge. ``region_bound`` requirements bind papers of the
    regulation's own region only. Shapes check it, or the named ``function``, or shapes that the rule
    ``compiled_by`` makes of a regulation's data. ``basis`` are IRIs of facts of a regulation or of concepts of
    ``ontology/codes/bases.ttl``. ``implied_by`` are the ids of requirements whose breach at the same fact, or by the
    same demand, tells of this one already. ``broken_example`` and ``mended_example`` show a piece of a paper,
    or say what the data on a system say; both are empty where nobody has given them yet.
    """

    id: str
    family: str
    title: Bilingual
    explanation: Bilingual
    remedy: Bilingual
    severity: str
    applies_to: tuple[URIRef, ...]
    concerns: tuple[URIRef, ...]
    needs: URIRef | None
    basis: tuple[URIRef, ...]
    region_bound: bool
    function: str | None
    compiled_by: str | None
    checks: tuple[Check, ...]
    broken_example: Bilingual
    mended_example: Bilingual
    implied_by: tuple[str, ...] = ()


@cache
def shapes_graph() -> Graph:
    """Return the shapes and requirements as one graph.

    What a shape does not say itself it has of its requirement: ``sh:severity``, ``sh:name``, ``dcterms:source``.
    """
    graph = load("shapes")
    for shape, requirement in list(graph.subject_objects(RSNMS.requirement)):
        severity = graph.value(requirement, RSNMS.severity)
        if severity is None:
            raise KnowledgeError(
                Bilingual(
                    f"Форма {shape} ссылается на неизвестное требование {requirement}.",
                    f"Shape {shape} refers to the unknown requirement {requirement}.",
                )
            )
        graph.add((shape, SH.severity, severity))
        for term, known in ((SH.name, SKOS.prefLabel), (DCTERMS.source, RSNMS.basis)):
            if (shape, term, None) not in graph:
                for value in list(graph.objects(requirement, known)):
                    graph.add((shape, term, value))
    return graph


@cache
def requirements() -> tuple[Requirement, ...]:
    """Return every requirement, in the order of their ids."""
    known = compiled().get("requirements")
    if known is not None:
        return tuple(_unpacked(entry) for entry in known)
    graph = shapes_graph()
    found = [_requirement(graph, iri) for iri in graph.subjects(RDF.type, RSNMS.Requirement)]
    return tuple(sorted(found, key=lambda requirement: requirement.id))


@cache
def constraints() -> Graph:
    """Return the shapes without what an engine does not look at: messages, requirements, texts."""
    return load("shapes", without=(str(RSNMS), str(SH.message), str(SKOS)))


def packed() -> list[Any]:
    """Return the requirements as plain data."""
    return [asdict(requirement) for requirement in requirements()]


def _unpacked(entry: dict[str, Any]) -> Requirement:
    texts = {name: Bilingual(**entry[name]) for name in _TEXTS}
    checks = tuple(
        Check(check["name"], *(Bilingual(**check[name]) for name in ("message", "expected", "actual")))
        for check in entry["checks"]
    )
    return Requirement(**{
        **entry, **texts, "checks": checks,
        **{name: tuple(map(URIRef, entry[name])) for name in ("applies_to", "concerns", "basis")},
        "implied_by": tuple(entry["implied_by"]),
        "needs": URIRef(entry["needs"]) if entry["needs"] else None,
    })  # fmt: skip


@cache
def requirement_of_shape() -> dict[str, tuple[Requirement, Check]]:
    """Return, for the IRI of each property shape, its requirement and the check that it is."""
    return {
        f"{SHAPE}{check.name}": (requirement, check)
        for requirement in requirements()
        if requirement.function is None and requirement.compiled_by is None
        for check in requirement.checks
    }


def _requirement(graph: Graph, iri: Node) -> Requirement:
    shapes = sorted(graph.subjects(RSNMS.requirement, iri), key=str)
    function = graph.value(iri, RSNMS.checkedBy)
    rule = graph.value(iri, RSNMS.compiledBy)
    holders = [iri] if function or rule else shapes
    needs = graph.value(iri, RSNMS.needs)
    severity = graph.value(iri, RSNMS.severity)
    return Requirement(
        id=notation(iri),
        family=str(graph.value(iri, RSNMS.family)),
        title=text_in_both(graph, iri, SKOS.prefLabel),
        explanation=text_in_both(graph, iri, SKOS.definition),
        remedy=text_in_both(graph, iri, RSNMS.remedy),
        severity=_SEVERITIES[severity],  # type: ignore[index]
        applies_to=tuple(sorted(_iris(graph, iri, RSNMS.appliesTo))),
        concerns=tuple(sorted(_iris(graph, iri, RSNMS.concerns))),
        needs=needs if isinstance(needs, URIRef) else None,
        basis=tuple(sorted(_iris(graph, iri, RSNMS.basis))),
        region_bound=bool(graph.value(iri, RSNMS.regionBound)),
        function=str(function) if function else None,
        compiled_by=str(rule) if rule else None,
        checks=tuple(_check(graph, holder) for holder in holders),
        broken_example=text_if_any(graph, iri, RSNMS.brokenExample),
        mended_example=text_if_any(graph, iri, RSNMS.mendedExample),
        implied_by=tuple(sorted(map(notation, graph.objects(iri, RSNMS.impliedBy)))),
    )


def _check(graph: Graph, holder: Node) -> Check:
    return Check(
        name=notation(holder),
        message=text_in_both(graph, holder, SH.message),
        expected=text_if_any(graph, holder, RSNMS.expected),
        actual=text_if_any(graph, holder, RSNMS.actual),
    )


def _iris(graph: Graph, subject: Node, predicate: URIRef) -> list[URIRef]:
    return [value for value in graph.objects(subject, predicate) if isinstance(value, URIRef)]
