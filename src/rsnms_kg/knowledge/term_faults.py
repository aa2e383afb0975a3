"""Slips in the terms that shapes use: names that nothing declares, lists that do not end, values that are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH, SKOS, XSD
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.knowledge.shape_faults import Said
from rsnms_kg.knowledge.terms import ACT, BASE, RSNMS, notation
from rsnms_kg.resources import turtle_files

_REFUSED = {SH.deactivated, SH.sparql, SH.js, SH.rule, SH.target}  # switches a shape off, or is code
_SHACL, _OURS = str(SH), str(RSNMS)
_NAMESPACES = (_SHACL, _OURS, str(SKOS), str(RDF), str(RDFS), str(DCTERMS))
_COUNTS = (SH.minCount, SH.maxCount, SH.qualifiedMinCount, SH.qualifiedMaxCount, SH.minLength, SH.maxLength)
_LISTS = (SH["in"], SH["or"], SH["and"], SH.xone, SH.languageIn, SH.ignoredProperties, SH.alternativePath)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What shapes can refer to."""

    classes: frozenset[Node]
    properties: frozenset[Node]
    others: frozenset[Node]  # requirements, shapes, codes, facts of regulations

    @classmethod
    def shipped(cls, shapes: Graph) -> Vocabulary:
        """Return the terms of ``ontology/`` and what the shapes themselves declare."""
        terms = Graph()
        for path in turtle_files("ontology"):
            if path.name == "rsnms.ttl":
                terms.parse(data=path.read_bytes(), format="turtle")
        known = load("ontology/codes", "ontology/regulations")
        kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
        return cls(
            frozenset(terms.subjects(RDF.type, OWL.Class)),
            frozenset(term for kind in kinds for term in terms.subjects(RDF.type, kind)),
            frozenset({*terms.subjects(), *known.subjects(), *shapes.subjects()}),
        )


def unknown_terms(graph: Graph, subject: Node, vocabulary: Vocabulary) -> Iterator[Said]:
    """A term of SHACL or of ours that nothing declares, and a property of a vocabulary that we do not use."""
    for predicate, value in sorted(graph.predicate_objects(subject)):
        for term in (predicate, value):
            if isinstance(term, URIRef) and not _known(term, vocabulary):
                yield (
                    Bilingual(f"неизвестное слово {_short(term)}.", f"unknown term {_short(term)}."),
                    Bilingual(
                        "Проверьте написание или объявите его в ontology/.",
                        "Check the spelling or declare it in ontology/.",
                    ),
                )
            elif term in _REFUSED:
                yield (
                    Bilingual(f"{_short(term)} здесь не применяют.", f"{_short(term)} is not used here."),
                    Bilingual(
                        "Скажите это ограничением SHACL Core или функцией (rsnms:checkedBy).",
                        "Say it by a constraint of SHACL Core or by a function (rsnms:checkedBy).",
                    ),
                )
        if not str(predicate).startswith(_NAMESPACES):
            yield (
                Bilingual(f"неизвестное свойство {predicate.n3()}.", f"unknown property {predicate.n3()}."),
                Bilingual("Проверьте префикс.", "Check the prefix."),
            )


def misplaced_terms(graph: Graph, subject: Node, vocabulary: Vocabulary) -> Iterator[Said]:
    """A class where a property has to stand, or the other way round."""
    places = {
        SH.targetClass: vocabulary.classes, SH["class"]: vocabulary.classes, RSNMS.appliesTo: vocabulary.classes,
        RSNMS.concerns: vocabulary.classes, RSNMS.needs: vocabulary.properties, SH.equals: vocabulary.properties,
        SH.targetSubjectsOf: vocabulary.properties, SH.targetObjectsOf: vocabulary.properties,
        SH.disjoint: vocabulary.properties, SH.lessThan: vocabulary.properties, SH.inversePath: vocabulary.properties,
        SH.lessThanOrEquals: vocabulary.properties, SH.path: vocabulary.properties,
    }  # fmt: skip
    for predicate, known in places.items():
        for value in graph.objects(subject, predicate):
            if isinstance(value, URIRef) and value.startswith(BASE) and value not in known:
                wanted = ("класс", "a class") if known is vocabulary.classes else ("свойство", "a property")
                yield (
                    Bilingual(
                        f"{notation(value)} – не {wanted[0]}, а {_short(predicate)} его и ждёт.",
                        f"{_short(predicate)} needs {wanted[1]}, which {notation(value)} is not.",
                    ),
                    Bilingual("Возьмите слово из ontology/rsnms.ttl.", "Take a term of ontology/rsnms.ttl."),
                )


def broken_values(graph: Graph, subject: Node, vocabulary: Vocabulary) -> Iterator[Said]:
    """A pattern that is none, a count that is no number, a literal that its type does not have."""
    for predicate, value in graph.predicate_objects(subject):
        if not isinstance(value, Literal):
            continue
        fault = None
        if predicate == SH.pattern:
            try:
                re.compile(str(value))
            except re.error as error:
                fault = str(error)
        elif predicate in _COUNTS and not (value.datatype == XSD.integer and str(value).isdecimal()):
            fault = f"{value.n3()} ≠ xsd:integer"
        elif predicate == SH.uniqueLang and str(value) != "true":
            fault = f"{value.n3()} ≠ true"
        elif value.ill_typed:
            fault = value.n3()
        if fault:
            yield (
                Bilingual(
                    f"значение {_short(predicate)} испорчено: {fault}.",
                    f"broken value of {_short(predicate)}: {fault}.",
                ),
                Bilingual("Исправьте значение.", "Correct the value."),
            )


def endless_lists(graph: Graph, subject: Node, vocabulary: Vocabulary) -> Iterator[Said]:
    """A list that leads back into itself, breaks off, or has no members."""
    for predicate, head in graph.predicate_objects(subject):
        is_list = predicate in _LISTS or (predicate == SH.path and (head, RDF.rest, None) in graph)
        if is_list and not _ends(graph, head):
            yield (
                Bilingual(
                    f"список в {_short(predicate)} не кончается, обрывается или пуст.",
                    f"the list in {_short(predicate)} does not end, breaks off or is empty.",
                ),
                Bilingual("Запишите его в круглых скобках: ( … ).", "Write it in round brackets: ( … )."),
            )


def _ends(graph: Graph, head: Node) -> bool:
    seen: set[Node] = set()
    while head != RDF.nil:
        rests = list(graph.objects(head, RDF.rest))
        if head in seen or len(rests) != 1 or len(list(graph.objects(head, RDF.first))) != 1:
            return False
        seen.add(head)
        head = rests[0]
    return bool(seen)


def _known(term: URIRef, vocabulary: Vocabulary) -> bool:
    if term.startswith(_SHACL):
        return term in SH
    if term.startswith(_OURS):
        return term in vocabulary.others
    return not term.startswith(BASE) or term in vocabulary.others or term.startswith(ACT)


def _short(term: Node) -> str:
    """A term as a file of shapes writes it, or its whole IRI where it is of another vocabulary."""
    for prefix, namespace in (("sh", _SHACL), ("rsnms", _OURS)):
        if str(term).startswith(namespace):
            return f"{prefix}:{notation(term)}"
    return f"<{term}>"


TERM_FAULTS: tuple[Callable[[Graph, Node, Vocabulary], Iterator[Said]], ...] = (
    unknown_terms, misplaced_terms, broken_values, endless_lists,
)  # fmt: skip
