"""Operators on what an order and its regulation have to provide for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF
from rdflib.term import Node

from mutation.edits import Edit, Edits, act, facts, gone, in_clauses, lost, one, pointing, said, text, whole
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.terms import RSNMS, code

At = Callable[[Graph, Node], Node | None]


def at_order(graph: Graph, fact: Node) -> Node | None:
    return act(graph, fact)


def at_regulation(graph: Graph, fact: Node) -> Node | None:
    return next(iter(facts(graph, "Regulation")), None)


def none_left(kind: str, found_at: At, *with_kinds: str) -> Edits:
    """All facts of a class are not there, nor those of others that say the same."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        there = facts(graph, kind)
        focus = found_at(graph, there[0]) if there else None
        if focus is not None:
            yield Edit(focus, whole(graph, [*there, *(fact for other in with_kinds for fact in facts(graph, other))]))

    return edits


def unsigned_order(graph: Graph, random: Random) -> Iterator[Edit]:
    for order in facts(graph, "Order"):
        yield Edit(order, whole(graph, [*facts(graph, "Signature"), *facts(graph, "SignatureBlock")]))


def function_again(another: bool) -> Edits:
    """A function stands once more: below the same subject, or below another one."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        functions, subjects = facts(graph, "Function"), facts(graph, "SubjectType")
        for function in functions:
            bearer = one(graph, function, "bearer")
            others = [subject for subject in subjects if subject != bearer]
            new = URIRef(f"{functions[-1]}-again")  # after all others
            last = said(graph, functions[-1], "inClause", "clauseLabel", "start", "end", "order")
            added = {(new, name, value) for _, name, value in last | said(graph, function, "quote")}
            added |= {(new, RDF.type, RSNMS.Function), (new, DCTERMS.isPartOf, act(graph, function))}
            holder = random.choice(others) if another else bearer
            telling = len(str(one(graph, function, "quote")).split()) >= 6  # shorter ones say too little to be the same
            if holder is not None and function != functions[-1] and (telling or not another):
                yield Edit(new, added=frozenset({*added, (new, RSNMS.bearer, holder)}))

    return edits


def name_of_another_level(graph: Graph, random: Random) -> Iterator[Edit]:
    """The last subject bears the name of one of another level."""
    *others, last = facts(graph, "SubjectType")
    named = [other for other in others if one(graph, other, "level") != one(graph, last, "level")]
    for other in named:
        name = one(graph, other, "name")
        assert name is not None
        yield Edit(last, said(graph, last, "name"), frozenset({(last, RSNMS.name, name)}))


def vague_deadline(graph: Graph, random: Random) -> Iterator[Edit]:
    for measure in facts(graph, "Measure"):
        doubt = URIRef(f"{measure}/doubt")
        added = {
            (doubt, name, value)
            for _, name, value in said(graph, measure, "clauseLabel", "quote", "start", "end", "order")
        }
        added |= {
            (doubt, RDF.type, RSNMS.Doubt), (doubt, RSNMS.about, measure),
            (doubt, DCTERMS.isPartOf, act(graph, measure)),
            (doubt, RSNMS.reason, URIRef(code("doubt", "unknown-deadline"))),
            (measure, RSNMS.deadlineWords, text(random.choice(["скоро", "по готовности"]))),
        }  # fmt: skip
        yield Edit(measure, said(graph, measure, "deadline", "deadlineWords"), frozenset(added))


def in_body(edits: Edits) -> Edits:
    """Only in the order itself, not in its annexes."""

    def chosen(graph: Graph, random: Random) -> Iterator[Edit]:
        yield from (edit for edit in edits(graph, random) if "/body/" in str(edit.focus))

    return chosen


def on_agreements(graph: Graph, random: Random) -> Iterator[Edit]:
    """A function speaks of the tripartite agreements, and no measure does; found at the roadmap."""
    topic = URIRef(code("topic", "tripartite-agreement"))
    (roadmap,) = facts(graph, "Roadmap")
    for function in facts(graph, "Function"):
        measures = frozenset((measure, RSNMS.topic, topic) for measure in facts(graph, "Measure"))
        named = frozenset(
            triple for measure in facts(graph, "Measure") for triple in graph.triples((measure, RSNMS.name, None))
            if "соглашени" in str(triple[2]).lower()
        )  # fmt: skip
        other = {(measure, name, text("Проведена встреча")) for measure, name, _ in named}
        yield Edit(roadmap, measures & set(graph) | named, frozenset({(function, RSNMS.topic, topic), *other}))


def no_roadmap(graph: Graph, random: Random) -> Iterator[Edit]:
    """The annex with the roadmap is not there, and no words speak of one; found at the regulation."""
    (regulation,), (roadmap,) = facts(graph, "Regulation"), facts(graph, "Roadmap")
    annex = URIRef(str(roadmap).rpartition("/")[0])
    inside = {node for node in graph.subjects(unique=True) if str(node).startswith(f"{annex}/")}
    removed = whole(graph, [annex, *inside, *pointing(graph, "approvedAct", annex), *pointing(graph, "target", annex)])
    speaking = {
        triple for triple in graph.triples((None, RSNMS.quote, None))
        if triple not in removed and re.search(r"(?i)дорожн|комплекс\w* мер", str(triple[2]))
    }  # fmt: skip
    yield Edit(regulation, removed | speaking, frozenset((node, name, text("Приказ")) for node, name, _ in speaking))


def measure_below_its_functions(graph: Graph, random: Random) -> Iterator[Edit]:
    """Only a subject of the highest level has a function on a matter, and one of the lowest answers for a measure."""
    subjects = facts(graph, "SubjectType")
    known = {topic for function in facts(graph, "Function") for topic in graph.objects(function, RSNMS.topic)}
    unused = sorted({concept.notation for concept in concepts("topic")} - {str(one).split("/")[-1] for one in known})
    for measure in facts(graph, "Measure"):
        if one(graph, measure, "topic") is None:
            topic = URIRef(code("topic", random.choice(unused)))
            (function, *_) = pointing(graph, "bearer", subjects[0])
            yield Edit(measure, said(graph, measure, "responsibleSubject"), frozenset({
                (function, RSNMS.topic, topic), (measure, RSNMS.topic, topic),
                (measure, RSNMS.responsibleSubject, subjects[-1]),
            }))  # fmt: skip


ORDER_OPERATORS: dict[str, dict[str, Edits]] = {
    "ORDER-APPROVES": {"an annex is not approved": gone(
        "Approval", lambda graph, fact: one(graph, fact, "approvedAct"))},
    "ORDER-CONTROL": {"nobody controls": none_left("ControlAssignment", at_order)},
    "ORDER-FORCE": {"no entry into force": none_left("EntryIntoForce", at_order)},
    "ORDER-SIGNED": {"the order is not signed": unsigned_order},
    "ORDER-ENCLOSED": {"something enclosed is not there": in_body(
        in_clauses("Approval", quote=text("Утвердить прилагаемый план")))},
    "ROADMAP-AGREEMENT": {"agreements without a measure": on_agreements},
    "REGULATION-BEARER": {"functions of nobody": in_clauses(
        "Doubt", reason=URIRef(code("doubt", "functions-without-bearer")))},
    "REGULATION-FUNCTION-TWICE": {"a function stands twice": function_again(another=False)},
    "REGULATION-FUNCTION-SHARED": {"a function of two subjects": function_again(another=True)},
    "REGULATION-GLOSSARY": {"a term without a definition": lost("Term", "definition")},
    "REGULATION-INDICATORS": {"no indicators": none_left("Indicator", at_regulation, "IndicatorRow", "Target")},
    "REGULATION-ROADMAP": {"no roadmap": no_roadmap},
    "ROADMAP-FUNCTION": {"somebody below is responsible": measure_below_its_functions},
    "REGULATION-MONITORING": {"no monitoring is provided for": none_left("MonitoringRule", at_regulation)},
    "REGULATION-RECURRENCE": {"nobody knows how often": lost("MonitoringRule", "timesAYear", "recurrence")},
    "REGULATION-SUBJECT-TWICE": {"one name for two subjects": name_of_another_level},
    "ROADMAP-DATE": {"a vague deadline": vague_deadline},
}  # fmt: skip
ORDER_CONSEQUENCES = {
    "no monitoring is provided for": {"REGULATION-RECURRENCE": "a function on monitoring is all that is left"},
}
