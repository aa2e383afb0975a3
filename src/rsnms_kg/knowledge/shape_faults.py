"""Slips in what shapes and requirements have to say: a target, one constraint, texts in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, SKOS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.terms import REQUIREMENT, RSNMS, SHAPE, notation

Said = tuple[Bilingual, Bilingual]  # what is wrong, what to do
Look = Callable[[Graph, Node], Iterator[Said]]

TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
NO_CONSTRAINT = frozenset({SH.path, SH.message, SH.severity, SH.name, SH.description, SH.order, SH.group, SH.flags})
_LANGUAGES = ("ru", "en")
_SEVERITIES = (SH.Violation, SH.Warning, SH.Info)


def _shacl_terms(graph: Graph, shape: Node) -> list[Node]:
    return [term for term in graph.predicates(shape) if str(term).startswith(str(SH))]


def nameless(graph: Graph, shape: Node) -> Iterator[Said]:
    """A shape whose IRI is not one of ours: a report could not name it."""
    if not (isinstance(shape, URIRef) and shape.startswith(SHAPE)):
        yield (
            Bilingual("у формы нет имени shape:….", "the shape has no name shape:…."),
            Bilingual("Назовите её: shape:ЧтоПроверяет.", "Name it: shape:WhatItChecks."),
        )


def without_target(graph: Graph, shape: Node) -> Iterator[Said]:
    """A node shape that looks at nothing, so that everything conforms."""
    if not any((shape, target, None) in graph for target in TARGETS):
        yield (
            Bilingual("форма ни на что не смотрит: нет цели.", "the shape looks at nothing: it has no target."),
            Bilingual("Добавьте sh:targetClass или sh:targetSubjectsOf.", "Add sh:targetClass or sh:targetSubjectsOf."),
        )


def without_property_shape(graph: Graph, shape: Node) -> Iterator[Said]:
    """A node shape that checks nothing, or checks something by itself."""
    held = list(graph.objects(shape, SH.property))
    own = set(_shacl_terms(graph, shape)) - {*TARGETS, SH.property}
    if len(held) != 1 or own:
        yield (
            Bilingual("проверять должна ровно одна форма свойства.", "exactly one property shape has to do the check."),
            Bilingual("Перенесите проверки в sh:property.", "Move the checks into sh:property."),
        )
    for one in held:
        if (one, RDF.type, SH.PropertyShape) not in graph:
            yield (
                Bilingual(f"формы {notation(one)} нет.", f"there is no shape {notation(one)}."),
                Bilingual("Опишите её: a sh:PropertyShape.", "Describe it: a sh:PropertyShape."),
            )


def unheld(graph: Graph, shape: Node) -> Iterator[Said]:
    """A property shape that no node shape leads to."""
    if (None, SH.property, shape) not in graph:
        yield (
            Bilingual("к форме свойства не ведёт ни одна форма с целью.", "no shape with a target leads to it."),
            Bilingual("Назовите её в sh:property формы с целью.", "Name it in sh:property of a shape with a target."),
        )


def not_one_path(graph: Graph, shape: Node) -> Iterator[Said]:
    """A property shape without a path, or with two."""
    if len(list(graph.objects(shape, SH.path))) != 1:
        yield (
            Bilingual("нужен ровно один sh:path.", "exactly one sh:path is needed."),
            Bilingual("Оставьте один путь.", "Leave one path."),
        )


def not_one_constraint(graph: Graph, shape: Node) -> Iterator[Said]:
    """A property shape without a constraint, or with several that one message cannot tell apart."""
    terms = sorted(set(_shacl_terms(graph, shape)) - NO_CONSTRAINT, key=str)
    if len(terms) != 1:
        names = ", ".join(f"sh:{notation(term)}" for term in terms) or "–"
        yield (
            Bilingual(
                f"нужно ровно одно ограничение, а здесь: {names}.", f"exactly one constraint is needed, not: {names}."
            ),
            Bilingual("Разделите форму на несколько.", "Split the shape."),
        )


def not_one_requirement(graph: Graph, shape: Node) -> Iterator[Said]:
    """A property shape that belongs to no requirement, to two, or to one that is not there."""
    named = list(graph.objects(shape, RSNMS.requirement))
    if len(named) != 1 or (named[0], RDF.type, RSNMS.Requirement) not in graph:
        yield (
            Bilingual(
                "нужно одно требование, и оно должно быть описано.",
                "one requirement is needed, and it has to be described.",
            ),
            Bilingual("Добавьте rsnms:requirement req:….", "Add rsnms:requirement req:…."),
        )


def _texts(*properties: URIRef) -> Look:
    """A text in each language."""
    return _spoken(properties, [sorted(_LANGUAGES)], Bilingual(
        "{} нужен по одному разу по-русски и по-английски.",
        "{} is needed once in Russian and once in English.",
    ), Bilingual("Допишите текст с меткой @ru или @en.", "Add the text with the tag @ru or @en."))  # fmt: skip


def _once_or_twice(*properties: URIRef) -> Look:
    """A text for both languages, or one for each."""
    return _spoken(properties, [[""], sorted(_LANGUAGES)], Bilingual(
        "rsnms:{} нужен один раз без метки языка или по разу с @ru и @en.",
        "rsnms:{} is needed once without a language tag, or once with @ru and once with @en.",
    ), Bilingual("Оставьте одно из двух.", "Leave one of the two."))  # fmt: skip


def _spoken(properties: Iterable[URIRef], allowed: list[list[str]], what: Bilingual, remedy: Bilingual) -> Look:
    """Texts that are not empty, in one of the ``allowed`` sets of languages; ``what`` names the property in {}."""

    def look(graph: Graph, subject: Node) -> Iterator[Said]:
        for predicate in properties:
            texts = [text for text in graph.objects(subject, predicate) if isinstance(text, Literal)]
            if sorted(text.language or "" for text in texts if str(text).strip()) not in allowed:
                name = notation(predicate)
                yield Bilingual(what.ru.format(name), what.en.format(name)), remedy

    return look


def _once(*properties: URIRef) -> Look:
    def look(graph: Graph, subject: Node) -> Iterator[Said]:
        for predicate in properties:
            if len(list(graph.objects(subject, predicate))) != 1:
                name = notation(predicate)
                yield (
                    Bilingual(f"rsnms:{name} нужен ровно один раз.", f"rsnms:{name} is needed exactly once."),
                    Bilingual("Оставьте одно значение.", "Leave one value."),
                )

    return look


def checked_in_one_way(graph: Graph, requirement: Node) -> Iterator[Said]:
    """A requirement that nothing checks, or that is checked in two ways."""
    ways = [(requirement, RSNMS.checkedBy, None), (requirement, RSNMS.compiledBy, None)]
    if sum(way in graph for way in ways) + ((None, RSNMS.requirement, requirement) in graph) != 1:
        yield (
            Bilingual(
                "требование проверяется не одним способом.", "the requirement is not checked in exactly one way."
            ),
            Bilingual(
                "Оставьте одно: формы, rsnms:checkedBy или rsnms:compiledBy.",
                "Leave one: shapes, rsnms:checkedBy or rsnms:compiledBy.",
            ),
        )


def said_in_part(graph: Graph, requirement: Node) -> Iterator[Said]:
    """A requirement of another name, without papers, facts, severity or grounds."""
    family = str(graph.value(requirement, RSNMS.family))
    if not (str(requirement).startswith(REQUIREMENT) and notation(requirement).startswith(f"{family}-")):
        yield (
            Bilingual("имя не начинается со своей группы.", "the name does not begin with its family."),
            Bilingual("Назовите: req:ГРУППА-ЧТО.", "Name it: req:FAMILY-WHAT."),
        )
    if graph.value(requirement, RSNMS.severity) not in _SEVERITIES:
        yield (
            Bilingual("неизвестная строгость.", "unknown severity."),
            Bilingual("sh:Violation, sh:Warning или sh:Info.", "sh:Violation, sh:Warning or sh:Info."),
        )
    needed = [RSNMS.appliesTo, RSNMS.concerns]
    if (requirement, RSNMS.compiledBy, None) not in graph:  # there the clause that demands is the ground
        needed.append(RSNMS.basis)
    for predicate in needed:
        if (requirement, predicate, None) not in graph:
            name = notation(predicate)
            yield (
                Bilingual(f"нет rsnms:{name}.", f"rsnms:{name} is missing."),
                Bilingual("Допишите его.", "Add it."),
            )


def _message_of_check(graph: Graph, requirement: Node) -> Iterator[Said]:
    """Where no shape bears the message, the requirement does."""
    if (None, RSNMS.requirement, requirement) not in graph:
        yield from _texts(SH.message)(graph, requirement)
        yield from _once_or_twice(RSNMS.expected, RSNMS.actual)(graph, requirement)


SHAPE_FAULTS: dict[URIRef, tuple[Look, ...]] = {
    SH.NodeShape: (nameless, without_target, without_property_shape),
    SH.PropertyShape: (
        nameless, unheld, not_one_path, not_one_constraint, not_one_requirement, _texts(SH.message),
        _once_or_twice(RSNMS.expected, RSNMS.actual),
    ),
}  # fmt: skip
REQUIREMENT_FAULTS: tuple[Look, ...] = (
    said_in_part, _once(RSNMS.family, RSNMS.severity), _texts(SKOS.prefLabel, SKOS.definition, RSNMS.remedy),
    checked_in_one_way, _message_of_check,
)  # fmt: skip
