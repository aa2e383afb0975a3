"""What becomes of a requirement: another region's demand, a date still to come, nothing to look at."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, XSD

from requirements.changes import base, changed, changes, outcome_of, outcome_of_base
from rsnms_kg.knowledge.regulations import RegulationData, shipped_regulation
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Outcome

REGION_BOUND = [requirement.id for requirement in requirements() if requirement.region_bound]
BREAKING = {
    change.name.partition(".")[0]: change for change in changes() if change.finding and change.base != "regulation"
}
SEVERITY = {requirement.id: requirement.severity for requirement in requirements()}
DEADLINE = date(2021, 9, 15)  # row 6 of the roadmap in the shipped regulation


def status(outcome: Outcome, requirement: str) -> str:
    return next(one.status for one in outcome.statuses if one.requirement.id == requirement)


def of_region(graph: Graph, region: str | None) -> Graph:
    """The same paper of another region, or of one that it does not name."""
    moved = Graph()
    for subject, predicate, value in graph:
        if predicate != RSNMS.region:
            moved.add((subject, predicate, value))
        elif region:
            moved.add((subject, predicate, URIRef(code("region", region))))
    return moved


def check(graph: Graph, as_of: date | None = None) -> Outcome:
    return check_graph(graph, shipped_regulation(), as_of)


# --- another region's demand is shown, not held against a paper ----------------------------------


def test_the_demands_of_the_regulation_are_these() -> None:
    assert REGION_BOUND == [
        "INSTRUMENT-ISSUED", "MEASURE-DONE", "MEASURE-LATE", "MONITORING-ANALYSIS", "MONITORING-HELD",
        "MONITORING-RECOMMENDATIONS", "MONITORING-YEARLY", "OBSERVATION-MADE", "PASSPORT-PARTS", "PASSPORT-SUPPLIER",
        "STRUCTURE-BEARER", "STRUCTURE-CLOSED", "STRUCTURE-EACH-MUNICIPALITY", "STRUCTURE-EACH-SCHOOL",
        "STRUCTURE-FUNCTION", "STRUCTURE-HOST", "STRUCTURE-LEVEL", "STRUCTURE-SUBJECT", "STRUCTURE-UNIT",
        "TRIPARTITE-DEADLINE", "TRIPARTITE-SUBJECT", "TRIPARTITE-TUTORS",
    ]  # fmt: skip


def test_what_is_compiled_from_a_regulation_binds_its_region_only_and_nothing_else_does() -> None:
    assert [requirement.id for requirement in requirements() if requirement.compiled_by] == REGION_BOUND


@pytest.mark.parametrize("requirement", REGION_BOUND)
def test_a_demand_binds_a_paper_of_its_region(requirement: str) -> None:
    outcome = outcome_of(BREAKING[requirement])
    (finding,) = outcome.findings
    assert (finding.severity, finding.comparison) == (SEVERITY[requirement], False)
    assert status(outcome, requirement) == "violated"
    assert outcome.conforms == (SEVERITY[requirement] != "violation")


@pytest.mark.parametrize("region", ["kaliningrad", None])
@pytest.mark.parametrize("requirement", REGION_BOUND)
def test_a_demand_is_compared_with_a_paper_of_another_region(requirement: str, region: str | None) -> None:
    outcome = check(of_region(changed(BREAKING[requirement]), region))
    (finding,) = outcome.findings
    assert (finding.requirement.id, finding.severity, finding.comparison) == (requirement, "info", True)
    assert finding.message("ru").startswith("Для сравнения с положением другого региона: ")
    assert finding.message("en").startswith("Compared with another region's regulation: ")
    assert status(outcome, requirement) == "not-applicable"
    assert outcome.conforms and outcome.counts == {"violation": 0, "warning": 0, "info": 1}


@pytest.mark.parametrize("requirement", REGION_BOUND)
def test_a_demand_does_not_apply_to_another_region_even_where_it_is_met(requirement: str) -> None:
    outcome = check(of_region(base(BREAKING[requirement].base), "kaliningrad"))
    assert status(outcome, requirement) == "not-applicable" and outcome.findings == ()


def test_what_holds_for_any_paper_holds_in_another_region() -> None:
    outcome = check(of_region(changed(BREAKING["META-NUMBER"]), "kaliningrad"))
    assert status(outcome, "META-NUMBER") == "violated" and not outcome.conforms


def test_what_rests_on_a_regulation_alone_is_a_demand_of_its_region() -> None:
    regional = [
        requirement.id
        for requirement in requirements()
        if all("/act/" in ground for ground in requirement.basis) and not requirement.region_bound
    ]
    assert regional == []


# --- what a regulation does not demand ------------------------------------------------------------


def without(*kinds: str) -> RegulationData:
    """The shipped regulation without the facts of some classes."""
    graph = Graph()
    gone = {fact for kind in kinds for fact in shipped_regulation().graph.subjects(RDF.type, RSNMS[kind])}
    for triple in shipped_regulation().graph:
        if not gone & set(triple):
            graph.add(triple)
    return RegulationData("less", graph)


@pytest.mark.parametrize(("requirement", "kind"), [
    ("INSTRUMENT-ISSUED", "Instrument"), ("MEASURE-DONE", "Measure"), ("MEASURE-LATE", "Measure"),
    ("MONITORING-ANALYSIS", "MonitoringRule"), ("MONITORING-RECOMMENDATIONS", "MonitoringRule"),
    ("MONITORING-YEARLY", "MonitoringRule"), ("PASSPORT-PARTS", "Component"), ("PASSPORT-SUPPLIER", "Term"),
    ("STRUCTURE-EACH-MUNICIPALITY", "SubjectType"), ("STRUCTURE-EACH-SCHOOL", "SubjectType"),
    ("STRUCTURE-HOST", "SubjectType"), ("STRUCTURE-LEVEL", "SubjectType"), ("STRUCTURE-UNIT", "SubjectType"),
    ("MONITORING-HELD", "MonitoringRule"), ("OBSERVATION-MADE", "Indicator"), ("STRUCTURE-BEARER", "Function"),
    ("STRUCTURE-CLOSED", "ClosedList"), ("STRUCTURE-FUNCTION", "Function"), ("STRUCTURE-SUBJECT", "SubjectType"),
    ("TRIPARTITE-DEADLINE", "Measure"), ("TRIPARTITE-SUBJECT", "Function"), ("TRIPARTITE-TUTORS", "Function"),
])  # fmt: skip
def test_what_a_regulation_does_not_demand_does_not_apply(requirement: str, kind: str) -> None:
    graph = changed(BREAKING[requirement])
    assert status(check_graph(graph, without("Passport")), requirement) == "violated"
    silent = check_graph(graph, without(kind))
    assert status(silent, requirement) == "not-applicable"
    assert requirement not in {finding.requirement.id for finding in silent.findings}


# --- a date still to come ------------------------------------------------------------------------


def test_a_demand_is_not_due_before_its_date() -> None:
    outcome = check(changed(BREAKING["TRIPARTITE-DEADLINE"]), date(2021, 9, 14))
    assert status(outcome, "TRIPARTITE-DEADLINE") == "not-due" and outcome.findings == ()


@pytest.mark.parametrize("day", [DEADLINE, date(2021, 9, 16), date(2030, 1, 1)])
def test_a_demand_is_due_from_its_date_on(day: date) -> None:
    assert status(check(changed(BREAKING["TRIPARTITE-DEADLINE"]), day), "TRIPARTITE-DEADLINE") == "violated"
    assert status(check(base("agreement"), day), "TRIPARTITE-DEADLINE") == "satisfied"


def test_a_day_makes_no_difference_to_what_has_no_date() -> None:
    before = {one.requirement.id: one.status for one in outcome_of_base("agreement").statuses}
    after = {one.requirement.id: one.status for one in check(base("agreement"), date(2021, 9, 1)).statuses}
    assert {one for one in before if before[one] != after[one]} == {"TRIPARTITE-DEADLINE"}


def test_another_regions_date_is_not_applicable_before_it_too() -> None:
    outcome = check(of_region(base("agreement"), "kaliningrad"), date(2021, 9, 1))
    assert status(outcome, "TRIPARTITE-DEADLINE") == "not-applicable"


@pytest.mark.parametrize(("day", "expected"), [
    (date(2021, 7, 24), "not-due"), (date(2021, 7, 25), "satisfied"), (date(2021, 9, 30), "satisfied"),
    (date(2021, 10, 1), "violated"),
])  # fmt: skip
def test_of_several_measures_those_that_are_due_have_to_be_done(day: date, expected: str) -> None:
    outcome = check(changed(BREAKING["MEASURE-DONE"]), day)  # the last row, due on the first of October, is not done
    assert status(outcome, "MEASURE-DONE") == expected
    assert len(outcome.findings) == (expected == "violated")


def test_a_measure_is_late_from_the_day_that_it_was_due() -> None:
    late = changed(BREAKING["MEASURE-LATE"])  # the third row was due on the last of August
    assert check(late, date(2021, 8, 30)).findings == ()
    assert status(check(late, date(2021, 8, 31)), "MEASURE-LATE") == "violated"


# --- nothing to look at --------------------------------------------------------------------------


def without_annex() -> Graph:
    graph = Graph()
    gone = {
        node for node in base("agreement").subjects() if "/annex-1" in node or node.endswith("/annexReference")
    }  # fmt: skip
    for triple in base("agreement"):
        if not gone & set(triple):
            graph.add(triple)
    return graph


def test_an_agreement_without_targets_gives_no_data_on_indicators() -> None:
    outcome = check(without_annex())
    assert outcome.findings == ()
    no_data = {one.requirement.id for one in outcome.statuses if one.status == "no-data"}
    indicators = {requirement.id for requirement in requirements() if requirement.family == "INDICATOR"}
    annex = {"ANNEX-LABEL", "ANNEX-MARK", "ANNEX-NUMBER", "ANNEX-PRESENT", "ANNEX-REFERRED", "ANNEX-SIGNED"}
    assert len(indicators) > 10
    assert no_data == indicators | annex | {"DATE-OPEN-PERIOD", "DATE-PERIOD", "NUM-ROW"}


def test_an_agreement_without_a_date_gives_no_data_on_the_deadline() -> None:
    assert status(outcome_of(BREAKING["META-DATE"]), "TRIPARTITE-DEADLINE") == "no-data"


def test_a_graph_without_a_paper_satisfies_nothing() -> None:
    outcome = check(Graph())
    assert outcome.findings == () and {one.status for one in outcome.statuses} == {"not-applicable"}


def lacking(*kinds: str) -> Graph:
    """The regional system without the things of some classes, and without what leads to them."""
    graph, gone = Graph(), {node for kind in kinds for node in base("system").subjects(RDF.type, RSNMS[kind])}
    for triple in base("system"):
        if not gone & set(triple):
            graph.add(triple)
    return graph


@pytest.mark.parametrize(("requirement", "kind"), [
    ("INSTRUMENT-DATED", "IssuedDocument"), ("MEASURE-EVIDENCE", "MeasureCompletion"),
    ("MONITORING-ANALYSIS", "MonitoringRun"), ("MONITORING-DATED", "MonitoringRun"),
    ("MONITORING-RECOMMENDATIONS", "MonitoringRun"), ("MONITORING-YEARLY", "MonitoringRun"),
    ("OBSERVATION-PERIOD", "Observation"), ("OBSERVATION-RANGE", "Observation"), ("OBSERVATION-VALUE", "Observation"),
    ("PASSPORT-DATED", "PassportPart"), ("PASSPORT-PARTS", "Passport"), ("PASSPORT-SUPPLIED", "PassportPart"),
    ("PASSPORT-SUPPLIER", "PassportPart"), ("STRUCTURE-EACH-MUNICIPALITY", "Municipality"),
    ("STRUCTURE-EACH-SCHOOL", "EducationalOrganisation"), ("STRUCTURE-HOST", "Subject"),
    ("STRUCTURE-LEVEL", "Subject"), ("STRUCTURE-UNIT", "Subject"),
])  # fmt: skip
def test_a_system_without_such_things_gives_no_data_on_them(requirement: str, kind: str) -> None:
    outcome = check(lacking(kind))
    assert status(outcome, requirement) == "no-data"
    assert requirement not in {finding.requirement.id for finding in outcome.findings}


def test_an_organisation_that_is_no_known_subject_gives_no_data_on_the_host() -> None:
    unknown = next(change for change in changes() if change.name == "STRUCTURE-HOST.unknown.silent")
    assert status(outcome_of(unknown), "STRUCTURE-HOST") == "no-data"


# --- what another finding tells already -----------------------------------------------------------


@pytest.mark.parametrize(("requirement", "clause"), [
    ("STRUCTURE-EACH-MUNICIPALITY", "3-3-1"), ("STRUCTURE-EACH-SCHOOL", "3-4-1"),
])  # fmt: skip
def test_a_subject_that_is_nowhere_is_not_missed_place_by_place(requirement: str, clause: str) -> None:
    system = base("system")
    (kind,) = {of for of in system.objects(None, RSNMS.ofType) if f"/{clause}/" in of}
    gone = set(system.subjects(RSNMS.ofType, kind))
    graph = Graph()
    for triple in system:
        if not gone & set(triple):
            graph.add(triple)
    outcome = check(graph)
    told = {finding.requirement.id for finding in outcome.findings}
    assert "STRUCTURE-SUBJECT" in told and requirement not in told
    assert status(outcome, requirement) == "no-data", "nothing was satisfied, and nothing is told twice"


# --- how often a year ------------------------------------------------------------------------------


def monitored(*days: str) -> Graph:
    """The regional system, monitored on these days."""
    graph = lacking("MonitoringRun")
    for number, day in enumerate(days):
        run = URIRef(f"urn:run-{number}")
        graph.add((run, RDF.type, RSNMS.MonitoringRun))
        graph.add((run, RSNMS.partOfSystem, next(graph.subjects(RDF.type, RSNMS.RegionalSystem))))
        graph.add((run, RSNMS.underRule, next(base("system").objects(None, RSNMS.underRule))))
        graph.add((run, RSNMS.date, Literal(day, datatype=XSD.date)))
    return graph


@pytest.mark.parametrize(("days", "as_of", "expected", "held"), [
    ((), None, "no-data", None),
    (("2021-09-06",), None, "not-due", None),
    (("2021-09-06",), "2022-09-06", "not-due", None),  # the year 2022 is not over
    (("2021-09-06",), "2022-12-30", "not-due", None),
    (("2021-09-06",), "2022-12-31", "violated", "2022 – ни разу"),
    (("2021-09-06", "2022-12-31"), "2022-12-31", "satisfied", None),
    (("2021-09-06", "2023-03-01"), "2022-12-31", "violated", "2022 – ни разу"),  # what is still to come does not count
    (("2021-09-06", "2023-03-01"), None, "violated", "2022 – ни разу"),
    (("2021-09-06", "2025-03-01"), None, "violated", "2022–2024 – ни разу"),
    (("2021-09-06", "2023-03-01", "2025-03-01"), None, "violated", "2022 – ни разу; 2024 – ни разу"),
])  # fmt: skip
def test_monitoring_is_counted_in_whole_years(
    days: tuple[str, ...], as_of: str | None, expected: str, held: str | None
) -> None:
    outcome = check(monitored(*days), date.fromisoformat(as_of) if as_of else None)
    assert status(outcome, "MONITORING-YEARLY") == expected
    told = [finding.actual for finding in outcome.findings if finding.requirement.id == "MONITORING-YEARLY"]
    assert told == ([held] if held else [])


# --- the outcome as a whole ------------------------------------------------------------------------


def test_every_requirement_has_one_status() -> None:
    assert [one.requirement for one in outcome_of_base("agreement").statuses] == list(requirements())


def test_a_check_leaves_the_graph_as_it_was() -> None:
    graph = changed(BREAKING["TRIPARTITE-DEADLINE"])
    before = set(graph)
    check(graph)
    assert set(graph) == before


def test_a_warning_leaves_a_paper_in_order() -> None:
    outcome = outcome_of(BREAKING["META-PLACE"])
    assert outcome.conforms and outcome.counts == {"violation": 0, "warning": 1, "info": 0}
