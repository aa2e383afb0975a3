"""A regulation as a regulation: functions and their bearers, what it must speak of, its roadmap and its functions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from rsnms_kg.facts.recurrence import times_a_year
from rsnms_kg.knowledge.lexicon import says
from rsnms_kg.knowledge.terms import RSNMS, code, notation
from rsnms_kg.outcome.functions.breach import Breach, facts, names_code, text, value
from rsnms_kg.russian.words import content_lemmas, lemmas

_ROADMAP = re.compile(r"дорожн\w+\s+карт|комплекс\w*\s+мер|план\w*\s+(?:мероприят|действ)", re.IGNORECASE)
_LEVELS = ("regional", "municipal", "institutional")  # the highest first
_OPEN = "иной"  # «иные функции»: a clause that ends a list and may end several
_TELLING = 5  # words by which a function is known for the same in two places
Said = tuple[str, ...]


def bearerless_functions(graph: Graph) -> Iterator[Breach]:
    """REGULATION-BEARER: a list of functions stands below words that name no subject."""
    for doubt in facts(graph, "Doubt"):
        if names_code(value(graph, doubt, "reason"), "doubt", "functions-without-bearer"):
            yield Breach(doubt)


def subject_of_two_levels(graph: Graph) -> Iterator[Breach]:
    """REGULATION-SUBJECT-TWICE: two subjects bear one name."""
    first: dict[Said, Node] = {}
    for subject in facts(graph, "SubjectType"):
        said = lemmas(text(graph, subject, "name") or "")
        if said and first.setdefault(said, subject) != subject:
            yield Breach(subject, {"first": text(graph, first[said], "clauseLabel") or ""})


def function_twice(graph: Graph) -> Iterator[Breach]:
    """REGULATION-FUNCTION-TWICE: one subject has one function twice."""
    first: dict[tuple[Said, Node | None], Node] = {}
    for function, said in _said(graph):
        key = said, value(graph, function, "bearer")
        if first.setdefault(key, function) != function:
            yield Breach(function, {"first": text(graph, first[key], "clauseLabel") or ""})


def function_shared(graph: Graph) -> Iterator[Breach]:
    """REGULATION-FUNCTION-SHARED: two subjects have one function."""
    first: dict[Said, Node] = {}
    for function, said in _said(graph):
        if len(said) < _TELLING or _OPEN in said:
            continue
        other = first.setdefault(said, function)
        own, its = value(graph, function, "bearer"), value(graph, other, "bearer")
        if own and its and own != its:
            yield Breach(function, {"first": text(graph, other, "clauseLabel") or "", "other": _name(graph, its)})


def no_indicators(graph: Graph) -> Iterator[Breach]:
    """REGULATION-INDICATORS: there are no indicators, and no other act is named that has them."""
    yield from _lacking(graph, ("Indicator", "IndicatorRow"), "indicator")


def no_monitoring(graph: Graph) -> Iterator[Breach]:
    """REGULATION-MONITORING: monitoring is not spoken of, and no other act is named that does."""
    if not _on_monitoring(graph):
        yield from _lacking(graph, ("MonitoringRule",), "monitoring")


def no_recurrence(graph: Graph) -> Iterator[Breach]:
    """REGULATION-RECURRENCE: monitoring is spoken of, and nothing says how often it takes place."""
    rules = facts(graph, "MonitoringRule")
    told = [rule for rule in rules if value(graph, rule, "timesAYear") is not None]
    in_functions = any(times_a_year(text(graph, one, "quote") or "") for one in _on_monitoring(graph))
    if told or in_functions or any(True for _ in _delegated(graph, "monitoring")):
        return
    yield from (Breach(fact) for fact in (rules or _on_monitoring(graph))[:1])


def no_roadmap(graph: Graph) -> Iterator[Breach]:
    """REGULATION-ROADMAP: no roadmap is annexed, and nothing in the paper speaks of one."""
    if facts(graph, "Roadmap") or facts(graph, "Measure"):
        return
    if any(_ROADMAP.search(str(quote)) for quote in graph.objects(None, RSNMS.quote)):
        return
    yield from (Breach(regulation) for regulation in facts(graph, "Regulation"))


def agreements_without_measure(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-AGREEMENT: a function speaks of tripartite agreements, and no measure of the roadmap does."""
    agreement = URIRef(code("topic", "tripartite-agreement"))
    speaking = [one for one in facts(graph, "Function") if (one, RSNMS.topic, agreement) in graph]
    measures = facts(graph, "Measure")
    if speaking and measures and not any(_is_on_agreements(graph, measure, agreement) for measure in measures):
        label = text(graph, speaking[0], "clauseLabel") or ""
        yield from (Breach(roadmap, {"function": label}) for roadmap in facts(graph, "Roadmap")[:1])


def _is_on_agreements(graph: Graph, measure: Node, topic: Node) -> bool:
    """Tell whether a measure speaks of agreements, of three sides or of sides that it does not count."""
    return (measure, RSNMS.topic, topic) in graph or says("act-type", "agreement", text(graph, measure, "name") or "")


def measure_below_its_functions(graph: Graph) -> Iterator[Breach]:
    """ROADMAP-FUNCTION: those responsible have no function on the matter, and are below all who have.

    Who is above may be charged with what those below do, and matters that nobody has a function on are open.
    """
    for measure in facts(graph, "Measure"):
        topics = set(graph.objects(measure, RSNMS.topic))
        bearers = {
            bearer
            for function in facts(graph, "Function")
            if topics & set(graph.objects(function, RSNMS.topic))
            for bearer in graph.objects(function, RSNMS.bearer)
        }
        responsible = set(graph.objects(measure, RSNMS.responsibleSubject))
        if not bearers or not responsible or bearers & responsible or not _are_subjects(graph, responsible):
            continue
        highest, lowest = _ranks(graph, responsible), _ranks(graph, bearers)
        if highest and lowest and len(highest) == len(responsible) and min(highest) > max(lowest):
            yield Breach(measure, {"bearers": "; ".join(_name(graph, one) for one in _ordered(graph, bearers))})


def _said(graph: Graph) -> Iterator[tuple[Node, Said]]:
    """Functions with their words, where a paper is behind them."""
    for function in facts(graph, "Function"):
        said = content_lemmas(text(graph, function, "quote") or "")
        if len(said) > 1:
            yield function, said


def _lacking(graph: Graph, kinds: tuple[str, ...], matter: str) -> Iterator[Breach]:
    if any(facts(graph, kind) for kind in kinds):
        return
    if not any(True for _ in _delegated(graph, matter)):
        yield from (Breach(regulation) for regulation in facts(graph, "Regulation"))


def _delegated(graph: Graph, matter: str) -> Iterator[Node]:
    """The clauses that leave a matter to another act."""
    for delegation in facts(graph, "Delegation"):
        if names_code(value(graph, delegation, "matter"), "section", matter):
            yield delegation


def _on_monitoring(graph: Graph) -> list[Node]:
    """Functions and other norms that speak of monitoring."""
    topic = URIRef(code("topic", "monitoring"))
    return [fact for kind in ("Function", "Norm") for fact in facts(graph, kind) if (fact, RSNMS.topic, topic) in graph]


def _are_subjects(graph: Graph, nodes: set[Node]) -> bool:
    return all((node, RDF.type, RSNMS.SubjectType) in graph for node in nodes)


def _ranks(graph: Graph, subjects: set[Node]) -> list[int]:
    said = (notation(value(graph, subject, "level")) for subject in subjects)
    return [_LEVELS.index(level) for level in said if level in _LEVELS]


def _ordered(graph: Graph, subjects: set[Node]) -> list[Node]:
    return [one for one in facts(graph, "SubjectType") if one in subjects]


def _name(graph: Graph, subject: Node) -> str:
    return text(graph, subject, "shortName") or text(graph, subject, "name") or ""
