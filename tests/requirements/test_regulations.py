"""Agreements against the regulation of their own region, read from a paper: its clauses, its dates, its silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

import rsnms_kg as rk
from papers.agreement_cases import MATTERS
from papers.agreements import write as write_agreement
from papers.found import facts_of
from papers.regulation_cases import TVER
from papers.regulation_model import Measure
from papers.regulations import write as write_regulation
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.outcome.findings import Finding, Outcome

REGIONS = sorted((Path(__file__).parents[1] / "papers" / "regions").glob("*.txt"))
DEADLINE = date(2022, 9, 15)
TRIPARTITE = ("TRIPARTITE-DEADLINE", "TRIPARTITE-SUBJECT", "TRIPARTITE-TUTORS")
SIGNING = Measure("Подписаны трёхсторонние соглашения с округами", "Министерство", "Соглашения", DEADLINE)
JOINT_WORK = "заключает трёхсторонние соглашения о взаимодействии и совместной реализации мероприятий"
TRAINING = "проводит обучение муниципальных тьюторов в рамках трёхстороннего соглашения"


@cache
def regulation(*, signing: bool = True, topics: bool = True) -> RegulationData:
    """The regulation of Tver, whose roadmap has a row on the agreements and whose functions speak of them, or not."""
    ministry, centre, *others = TVER.subjects
    if topics:
        ministry = replace(ministry, functions=("выделяет средства", JOINT_WORK))
        centre = replace(centre, functions=(TRAINING, *centre.functions))
    else:
        ministry = replace(ministry, functions=("выделяет средства",))
    first, _, last = TVER.measures
    rules = replace(
        TVER, subjects=(ministry, centre, *others), measures=(first, SIGNING, last) if signing else (first, last)
    )
    return rk.regulation(build_graph(facts_of(write_regulation(rules)[0])))


@cache
def agreement(day: date = date(2022, 7, 1), case: str = "tver") -> Graph:
    return build_graph(facts_of(write_agreement(replace(MATTERS[case], date=day))[0]))


def check(paper: Graph, against: RegulationData, as_of: date | None = None) -> Outcome:
    (document,) = rk.check(paper, regulation=against, as_of=as_of).documents
    return document.outcome


def statuses(outcome: Outcome) -> dict[str, str]:
    return {one.requirement.id: one.status for one in outcome.statuses if one.requirement.id in TRIPARTITE}


def findings(outcome: Outcome) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.requirement.id in TRIPARTITE]


def without_topic(topic: str) -> Graph:
    graph = Graph()
    for triple in agreement():
        if triple[1:] != (RSNMS.topic, URIRef(code("topic", topic))):
            graph.add(triple)
    return graph


def test_the_regulation_is_that_of_the_region_of_the_agreement() -> None:
    assert regulation().id == "tver-211-2022"
    assert (None, RSNMS.region, URIRef(regulation().region)) in agreement()


def test_an_agreement_that_meets_its_regulation_gives_no_finding() -> None:
    outcome = check(agreement(), regulation())
    assert findings(outcome) == []
    assert statuses(outcome) == dict.fromkeys(TRIPARTITE, "satisfied")


@pytest.mark.parametrize(("day", "late"), [(DEADLINE, False), (date(2022, 9, 16), True)])
def test_the_deadline_is_the_one_of_the_roadmap_of_the_region(day: date, late: bool) -> None:
    found = findings(check(agreement(day), regulation()))
    told = [(one.requirement.id, one.severity, one.basis[0].act, one.basis[0].clause, one.expected) for one in found]
    assert told == late * [("TRIPARTITE-DEADLINE", "violation", "tver-211-2022", "ДК/2", "не позднее 15.09.2022")]
    assert not late or "(строка ДК/2)" in found[0].message("ru")


def test_the_deadline_is_not_due_before_the_day_of_the_roadmap_of_the_region() -> None:
    outcome = check(agreement(date(2022, 9, 16)), regulation(), date(2022, 9, 14))
    assert statuses(outcome)["TRIPARTITE-DEADLINE"] == "not-due" and findings(outcome) == []


@pytest.mark.parametrize(("topic", "requirement", "words"), [
    ("joint-work", "TRIPARTITE-SUBJECT", JOINT_WORK), ("tutor-training", "TRIPARTITE-TUTORS", TRAINING),
])  # fmt: skip
def test_what_an_agreement_has_to_speak_of_rests_on_the_function_of_the_region(
    topic: str, requirement: str, words: str
) -> None:
    (finding,) = findings(check(without_topic(topic), regulation()))
    (row,) = [row for row in rk.rows("functions", regulation().graph) if words in row["text"]]
    assert (finding.requirement.id, finding.severity) == (requirement, "violation")
    assert (finding.basis[0].act, finding.basis[0].clause) == ("tver-211-2022", row["clause"])


def test_a_regulation_without_a_date_for_the_agreements_sets_no_deadline() -> None:
    outcome = check(agreement(date(2029, 1, 1)), regulation(signing=False))
    assert statuses(outcome)["TRIPARTITE-DEADLINE"] == "not-applicable" and findings(outcome) == []


def test_a_regulation_that_does_not_speak_of_agreements_demands_nothing_of_them() -> None:
    outcome = check(without_topic("joint-work"), regulation(signing=False, topics=False))
    assert statuses(outcome) == dict.fromkeys(TRIPARTITE, "not-applicable") and findings(outcome) == []


def test_with_the_agreement_of_another_region_it_is_only_compared() -> None:
    outcome = check(agreement(date(2022, 10, 3), "karelia"), regulation())
    assert {one.severity for one in findings(outcome)} == {"info"}
    assert statuses(outcome) == dict.fromkeys(TRIPARTITE, "not-applicable")


@pytest.mark.parametrize("path", REGIONS, ids=lambda path: path.stem)
def test_a_region_demands_of_agreements_what_its_own_paper_demands(path: Path) -> None:
    own = rk.regulation(path)
    moved = Graph()
    for subject, predicate, value in agreement(date(2029, 1, 1)):
        moved.add((subject, predicate, URIRef(own.region) if predicate == RSNMS.region else value))
    outcome = check(moved, own)
    by_rule = {one.requirement.compiled_by: one.status for one in outcome.statuses if one.requirement.id in TRIPARTITE}
    demanded = {demand.rule for demand in own.demands}
    assert {rule for rule, status in by_rule.items() if status != "not-applicable"} == demanded & set(by_rule)
    assert {finding.basis[0].act for finding in findings(outcome)} <= {own.id}
