"""What a regulation demands, and the shapes that its data become."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, XSD
from rdflib.term import Node

import rsnms_kg as rk
from requirements.conforming import answer, conforming_system, system_node
from rsnms_kg.knowledge.demands import RULES, Demand, demanded, shapes_of
from rsnms_kg.knowledge.regulations import RegulationData, regulation_ids, shipped_regulation
from rsnms_kg.knowledge.requirements import Requirement
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.outcome.messages import demand_texts

ROOT = Path(__file__).parents[2]
ORDER = ROOT / "examples" / "order.txt"
REGULATIONS = [*regulation_ids(), ORDER, *sorted((ROOT / "tests" / "papers" / "regions").glob("*.txt"))]
TARGETS = {SH.targetClass, SH.targetNode, SH.targetSubjectsOf}
TEXTS = {SH.name, SH.message, SH.severity, SH.path}
ACT = "https://w3id.org/rsnms/act/example-order-1-2022-01-10/annex-1/"


@cache
def regulation(source: str | Path) -> RegulationData:
    return rk.regulation(source)


def small(turtle: str) -> Graph:
    """A regulation of a few facts."""
    return Graph().parse(
        format="turtle",
        data=f"""
        @prefix rsnms: <{RSNMS}> . @prefix rdfs: <{RDFS}> . @prefix level: <{code("level", "")}> .
        @prefix topic: <{code("topic", "")}> .
        @prefix xsd: <{XSD}> . @base <{ACT}> .
        {turtle}""",
    )


def demands(turtle: str) -> list[Demand]:
    return demanded(small(turtle))


def at(name: str) -> str:
    return f"{ACT}{name}"


# --- what in a regulation demands what -------------------------------------------------------------


def test_a_regulation_without_facts_demands_nothing() -> None:
    assert demanded(Graph()) == []
    assert len(shapes_of([])) == 0


@pytest.mark.parametrize(("kind", "rule"), [
    ("SubjectType", "subject-present"), ("Instrument", "instrument-issued"),
    ("Indicator", "indicator-observed"), ("MonitoringRule", "monitoring-held"),
])  # fmt: skip
def test_each_fact_of_these_classes_demands_that_something_answers_to_it(kind: str, rule: str) -> None:
    found = demands(f"<b> a rsnms:{kind} ; rsnms:order 1 . <a> a rsnms:{kind} ; rsnms:order 2 .")
    assert found == [Demand(rule, at("b")), Demand(rule, at("a"))], "in the order of the text"


def test_a_function_demands_that_its_bearer_performs_it_and_nobody_else() -> None:
    found = demands("""<f> a rsnms:Function ; rsnms:bearer <s> . <s> a rsnms:SubjectType .
        <g> a rsnms:Function ; rsnms:bearer <outsider> . <outsider> a rsnms:Actor .""")
    assert [demand for demand in found if demand.rule.startswith("function-")] == [
        Demand("function-bearer", at("f"), (at("s"),)),
        Demand("function-performed", at("f"), (at("s"),)),
    ]


def test_a_closed_list_demands_the_subjects_of_its_level_and_no_others() -> None:
    found = demands("""<c> a rsnms:ClosedList ; rsnms:level level:regional .
        <s2> a rsnms:SubjectType ; rsnms:level level:regional ; rsnms:order 2 .
        <s1> a rsnms:SubjectType ; rsnms:level level:regional ; rsnms:order 1 .
        <s3> a rsnms:SubjectType ; rsnms:level level:municipal ; rsnms:order 3 .""")
    closed = Demand("list-closed", at("c"), (code("level", "regional"), at("s1"), at("s2")))
    assert [demand for demand in found if demand.rule == "list-closed"] == [closed]


def test_a_closed_list_of_no_level_is_of_all_subjects() -> None:
    (closed,) = [
        one for one in demands("<c> a rsnms:ClosedList . <s> a rsnms:SubjectType .") if one.rule == "list-closed"
    ]
    assert closed.values == ("", at("s"))


def test_a_closed_list_of_which_no_subject_is_known_demands_nothing() -> None:
    assert demands("<c> a rsnms:ClosedList ; rsnms:level level:regional .") == []


def of_rule(rule: str, turtle: str) -> list[Demand]:
    return [demand for demand in demands(turtle) if demand.rule == rule]


@pytest.mark.parametrize("where", ["each-municipality", "each-organisation"])
def test_a_type_that_is_everywhere_is_demanded_everywhere_and_another_one_is_not(where: str) -> None:
    subject = "<s> a rsnms:SubjectType ; rsnms:level level:municipal"
    told = f"{subject} ; rsnms:presence <{code('presence', where)}> ."
    assert of_rule(where, told) == [Demand(where, at("s"), (code("level", "municipal"),))]
    assert of_rule(where, f"{subject} .") == []


def test_a_subject_within_another_is_its_unit_and_no_one_elses() -> None:
    turtle = "<s> a rsnms:SubjectType ; rsnms:hostedBy <h> . <h> a rsnms:SubjectType ."
    for rule in ("subject-unit", "subject-hosted"):
        assert of_rule(rule, turtle) == [Demand(rule, at("s"), (at("h"),))]


def test_a_subject_is_on_the_level_of_its_type() -> None:
    turtle = "<s> a rsnms:SubjectType ; rsnms:level level:regional . <t> a rsnms:SubjectType ."
    assert of_rule("subject-level", turtle) == [Demand("subject-level", at("s"), (code("level", "regional"),))]


def test_monitoring_is_demanded_as_often_and_with_as_much_as_its_rule_says() -> None:
    rule = "<m> a rsnms:MonitoringRule ; rsnms:requiresAnalysis {} ; rsnms:requiresRecommendations {}"
    found = demands(rule.format("true", "false") + " ; rsnms:timesAYear 2 .")
    assert [(demand.rule, demand.times) for demand in found] == [
        ("monitoring-analysis", None), ("monitoring-held", None), ("monitoring-yearly", 2),
    ]  # fmt: skip
    assert [demand.rule for demand in demands(rule.format("false", "true") + " .")] == [
        "monitoring-held", "monitoring-recommendations",
    ]  # fmt: skip


def test_the_parts_of_the_passport_are_demanded_and_those_of_other_things_are_not() -> None:
    found = demands("""<p> a rsnms:Term ; rsnms:topic topic:passport . <a> a rsnms:Component ; rsnms:partOf <p> .
        <e> a rsnms:Term ; rsnms:topic topic:digital-ecosystem . <b> a rsnms:Component ; rsnms:partOf <e> .
        <f> a rsnms:Function ; rsnms:topic topic:passport ; rsnms:bearer <s> . <s> a rsnms:SubjectType .""")
    assert [demand for demand in found if demand.rule.startswith("passport-")] == [
        Demand("passport-part", at("a")), Demand("passport-supplier", at("p"), (at("s"),)),
    ]  # fmt: skip


def test_a_passport_on_which_nobody_has_a_function_may_be_filled_in_by_anybody() -> None:
    turtle = "<p> a rsnms:Term ; rsnms:topic topic:passport . <a> a rsnms:Component ; rsnms:partOf <p> ."
    assert of_rule("passport-supplier", turtle) == []


def test_a_measure_with_a_date_has_to_be_done_by_then() -> None:
    assert demands('<m> a rsnms:Measure ; rsnms:deadline "2022-03-01"^^xsd:date .') == [
        Demand("measure-done", at("m"), due=date(2022, 3, 1)),
        Demand("measure-late", at("m"), due=date(2022, 3, 1)),
    ]


def test_a_measure_whose_deadline_is_no_day_demands_nothing() -> None:
    assert (
        demands('<m> a rsnms:Measure ; rsnms:deadlineWords "ежегодно" ; rsnms:topic topic:tripartite-agreement .') == []
    )
    assert demands('<m> a rsnms:Measure ; rsnms:deadline "в течение года" .') == []


def test_the_first_dated_measure_on_the_agreements_is_their_deadline() -> None:
    found = demands("""<row-9> a rsnms:Measure ; rsnms:order 9 ; rsnms:topic topic:tripartite-agreement ;
            rsnms:deadline "2022-05-01"^^xsd:date .
        <row-10> a rsnms:Measure ; rsnms:order 10 ; rsnms:topic topic:tripartite-agreement ;
            rsnms:deadline "2022-09-01"^^xsd:date .
        <row-8> a rsnms:Measure ; rsnms:order 8 ; rsnms:deadline "2022-01-01"^^xsd:date .""")
    deadlines = [demand for demand in found if demand.rule == "agreement-deadline"]
    assert deadlines == [Demand("agreement-deadline", at("row-9"), due=date(2022, 5, 1))]


@pytest.mark.parametrize(
    ("topic", "rule"), [("joint-work", "agreement-subject"), ("tutor-training", "agreement-tutors")]
)
def test_a_function_on_the_agreements_demands_what_they_have_to_speak_of(topic: str, rule: str) -> None:
    both = f"<f> a rsnms:Function ; rsnms:topic topic:tripartite-agreement, topic:{topic} ."
    assert demands(both) == [Demand(rule, at("f"), (code("topic", topic),))]
    assert demands(f"<f> a rsnms:Function ; rsnms:topic topic:{topic} .") == []
    assert demands("<f> a rsnms:Function ; rsnms:topic topic:tripartite-agreement .") == []


def test_the_shipped_regulation_demands_this_much() -> None:
    found = [demand.rule for demand in regulation("kaluga-963-2021").demands]
    assert {rule: found.count(rule) for rule in RULES} == {
        "agreement-subject": 1, "agreement-tutors": 1, "agreement-deadline": 1, "subject-present": 8,
        "subject-level": 8, "subject-unit": 1, "subject-hosted": 1, "each-municipality": 1, "each-organisation": 1,
        "list-closed": 3, "function-performed": 43, "function-bearer": 43, "instrument-issued": 5,
        "measure-done": 7, "measure-late": 7, "indicator-observed": 6, "monitoring-held": 1, "monitoring-yearly": 1,
        "monitoring-analysis": 1, "monitoring-recommendations": 1, "passport-part": 7, "passport-supplier": 1,
    }  # fmt: skip


def test_what_is_packed_is_what_the_data_demand() -> None:
    shipped = shipped_regulation()
    assert list(shipped.demands) == demanded(shipped.graph)


@pytest.mark.parametrize(("said", "title"), [
    ('rdfs:label "служба"@ru, "service"@en ; rsnms:name "Служба округа"', ("служба", "service")),
    ('rdfs:label "служба"', ("служба", "служба")),
    ('rdfs:label "?"@ru, "?"@en ; rsnms:name "Служба округа"', ("Служба округа", "Служба округа")),
    ('rdfs:label "?"@ru, "?"@en', ("пункт 3.3/1", "clause 3.3/1")),
])  # fmt: skip
def test_what_is_demanded_is_called_by_its_label_its_name_or_its_clause(said: str, title: tuple[str, str]) -> None:
    data = RegulationData("small", small(f'<s> a rsnms:SubjectType ; rsnms:clauseLabel "3.3/1" ; {said} .'))
    told = demand_texts(data, data.demands[0])
    assert (told["demand"]("ru"), told["demand"]("en"), told["demandClause"]) == (*title, "3.3/1")


def test_a_demand_without_a_clause_or_a_label_is_told_all_the_same() -> None:
    graph = small("<o> a rsnms:Order ; rsnms:region <r> . <s> a rsnms:SubjectType .")
    system = conforming_system(graph)
    system.remove((answer(URIRef(at("s"))), None, None))
    (finding,) = check_graph(system, RegulationData("small", graph)).findings
    assert (finding.basis[0].act, finding.basis[0].clause) == ("small", "–")
    assert finding.message("ru").startswith("В системе нет субъекта")


# --- shapes --------------------------------------------------------------------------------------------


def test_shapes_are_valid_shacl() -> None:
    one_of_each = {demand.rule: demand for demand in regulation("kaluga-963-2021").demands}
    assert one_of_each.keys() == RULES.keys()
    of_two = Demand("function-bearer", at("f"), (at("s"), at("t")))
    of_all = Demand("list-closed", at("c"), ("", at("s")))
    shapes = shapes_of([*one_of_each.values(), of_two, of_all])
    conforms, _, text = validate(Graph(), shacl_graph=shapes, meta_shacl=True, inference="none")
    assert conforms, text


@pytest.mark.parametrize("source", REGULATIONS, ids=str)
def test_a_demand_is_one_named_shape_with_its_source_and_one_constraint(source: str | Path) -> None:
    found = regulation(source).demands
    shapes = shapes_of(found)
    assert len({demand.shape for demand in found}) == len(found), "no two demands become one shape"
    assert set(shapes.subjects(DCTERMS.source)) == {demand.shape for demand in found}
    for demand in found:
        assert shapes.value(demand.shape, DCTERMS.source) == URIRef(demand.source)
        said = {term for term in shapes.predicates(demand.shape) if term.startswith(str(SH))} - TARGETS - TEXTS
        assert len(said - {SH.qualifiedMinCount}) == 1, said


@pytest.mark.parametrize("source", REGULATIONS, ids=str)
def test_what_has_a_class_or_a_target_has_a_name(source: str | Path) -> None:
    shapes = shapes_of(regulation(source).demands)
    declared = [*shapes.subjects(RDF.type), *(node for term in TARGETS for node in shapes.subjects(term))]
    assert declared and not any(isinstance(node, BNode) for node in declared)


def test_a_function_of_two_bearers_may_be_performed_by_either() -> None:
    graph = small("""<f> a rsnms:Function ; rsnms:bearer <s>, <t> .
        <s> a rsnms:SubjectType . <t> a rsnms:SubjectType . <u> a rsnms:SubjectType .""")
    assert broken(graph, conforming_system(graph)) == []
    both = conforming_system(graph)
    both.remove((answer(URIRef(at("t"))), RSNMS.performs, None))
    both.add((answer(URIRef(at("u"))), RSNMS.performs, URIRef(at("f"))))
    assert broken(graph, both) == ["function-bearer", "function-performed"]


def test_a_closed_list_of_no_level_holds_for_every_subject() -> None:
    graph = small("<c> a rsnms:ClosedList . <s> a rsnms:SubjectType .")
    system = conforming_system(graph)
    assert broken(graph, system) == []
    system.add((URIRef("urn:another"), RDF.type, RSNMS.Subject))
    assert broken(graph, system) == ["list-closed"]


def test_a_subject_type_beside_the_system_is_no_subject_of_it() -> None:
    whole = conforming_system(shipped_regulation().graph) + shipped_regulation().graph
    assert broken(shipped_regulation().graph, whole) == []


def broken(graph: Graph, system: Graph) -> list[str]:
    """The rules whose shapes a system does not meet."""
    shapes = shapes_of(demanded(graph))
    _, report, _ = validate(system, shacl_graph=shapes, inference="none")
    found = {shape for result in report.subjects(RDF.type, SH.ValidationResult)
             for shape in report.objects(result, SH.sourceShape)}  # fmt: skip
    return sorted(str(shape).rsplit("/", 1)[-1] for shape in found)


# --- the same input, the same bytes --------------------------------------------------------------


def test_the_printed_shapes_do_not_hang_on_the_order_of_sets() -> None:
    command = [sys.executable, "-m", "rsnms_kg", "rules", "--regulation", str(ORDER), "--format", "ttl"]
    printed = {
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "77")
    }
    assert len(printed) == 1 and b"sh:path" in printed.pop()


# --- a system as its regulation describes it ---------------------------------------------------------


def of_a_region(data: RegulationData) -> RegulationData:
    """The regulation itself, or, where it names no region of the code list, as one of some region."""
    if data.region:
        return data
    graph = Graph() + data.graph
    (act,) = graph.subjects(RDF.type, RSNMS.Order)
    graph.add((act, RSNMS.region, URIRef(code("region", "tver"))))
    return RegulationData(data.id, graph)


@pytest.mark.parametrize("source", REGULATIONS, ids=str)
def test_what_a_regulation_demands_is_met_by_the_system_that_it_describes(source: str | Path) -> None:
    data = of_a_region(regulation(source))
    system = conforming_system(data.graph)
    outcome = check_graph(system, data)
    assert [finding.message() for finding in outcome.findings] == []
    rules = {demand.rule for demand in data.demands}
    for one in outcome.statuses:
        assert one.status == expected_status(one.requirement, rules, system), one.requirement.id


def expected_status(requirement: Requirement, rules: set[str], system: Graph) -> str:
    """Of what is demanded of a system all is met; the one monitoring has not had a whole year behind it."""
    if RSNMS.RegionalSystem not in requirement.applies_to or requirement.compiled_by not in (None, *rules):
        return "not-applicable"
    if requirement.compiled_by == "monitoring-yearly":
        return "not-due"
    recorded = any((None, RDF.type, kind) in system for kind in requirement.concerns)
    return "satisfied" if recorded else "no-data"


Removal = tuple[str, Node, Node | None]  # requirement, the fact that demands it, the subject that no longer performs


def removals(graph: Graph) -> Iterator[Removal]:
    """Whatever can be taken out of the system that a regulation describes, one thing at a time."""
    answers = {
        "STRUCTURE-SUBJECT": "SubjectType", "INSTRUMENT-ISSUED": "Instrument", "MEASURE-DONE": "Measure",
        "OBSERVATION-MADE": "Indicator", "MONITORING-HELD": "MonitoringRule",
    }  # fmt: skip
    for requirement, kind in answers.items():
        for fact in sorted(graph.subjects(RDF.type, RSNMS[kind])):
            yield requirement, fact, None
    for function in sorted(graph.subjects(RDF.type, RSNMS.Function)):
        yield "STRUCTURE-FUNCTION", function, graph.value(function, RSNMS.bearer)


def lacking(graph: Graph, name: str, removal: Removal) -> Graph:
    """The conforming system of a name without one thing."""
    system, (_, fact, bearer) = conforming_system(graph, name), removal
    if bearer is not None:
        system.remove((answer(bearer, name), RSNMS.performs, fact))
    else:
        system.remove((answer(fact, name), None, None))
    return system


@pytest.mark.parametrize("source", [source for source in REGULATIONS if source != ORDER], ids=str)
def test_each_thing_that_is_missing_is_told_once_with_its_requirement_and_clause(source: str | Path) -> None:
    """As many systems in one graph as there are things to take away, each without another one of them."""
    data = regulation(source)
    demanding = {demand.source for demand in data.demands}
    missing = [removal for removal in removals(data.graph) if str(removal[1]) in demanding]
    whole = Graph()
    for number, removal in enumerate(missing):
        for triple in lacking(data.graph, f"n{number}", removal):
            whole.add(triple)
    told: dict[str, list[Finding]] = {}
    for finding in check_graph(whole, data).findings:
        told.setdefault(finding.focus.removeprefix("https://w3id.org/rsnms/example/").split("/")[0], []).append(finding)
    assert len(told) == len(missing) > 0
    for number, (requirement, fact, bearer) in enumerate(missing):
        (finding,) = told[f"n{number}"]
        focus = answer(bearer, f"n{number}") if bearer else system_node(f"n{number}")
        assert (finding.requirement.id, finding.focus) == (requirement, str(focus))
        assert (finding.basis[0].act, finding.basis[0].clause) == (data.id, data.clause(URIRef(str(fact))))


FUNCTIONS = sorted(map(str, shipped_regulation().graph.subjects(RDF.type, RSNMS.Function)))
TYPES = sorted(map(str, shipped_regulation().graph.subjects(RDF.type, RSNMS.SubjectType)))


@settings(max_examples=8, deadline=None)
@given(function=st.sampled_from(FUNCTIONS), taker=st.sampled_from(TYPES))
def test_a_function_that_another_subject_takes_over_is_told_unless_it_is_its_own(function: str, taker: str) -> None:
    data = shipped_regulation()
    system = conforming_system(data.graph)
    system.add((answer(URIRef(taker)), RSNMS.performs, URIRef(function)))
    own = (URIRef(function), RSNMS.bearer, URIRef(taker)) in data.graph
    found = [(finding.requirement.id, finding.focus) for finding in check_graph(system, data).findings]
    assert found == ([] if own else [("STRUCTURE-BEARER", str(answer(URIRef(taker))))])


@settings(max_examples=8, deadline=None)
@given(days=st.integers(-400, 400), row=st.integers(1, 7))
def test_a_measure_is_late_when_its_date_is_after_the_day_that_the_roadmap_names(days: int, row: int) -> None:
    data = shipped_regulation()
    (demand,) = [one for one in data.demands if one.rule == "measure-late" and data.clause(one.source) == f"ДК/{row}"]
    done = date.fromordinal(demand.due.toordinal() + days)
    system = conforming_system(data.graph)
    system.set((answer(URIRef(demand.source)), RSNMS.date, Literal(done)))
    found = [(finding.requirement.id, finding.basis[0].clause) for finding in check_graph(system, data).findings]
    assert found == ([("MEASURE-LATE", f"ДК/{row}")] if days > 0 else [])
