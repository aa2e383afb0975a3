"""Every requirement bites where its one fact is wrong, and is silent where it is right."""

from __future__ import annotations

import re

import pytest
from rdflib import Literal
from rdflib.namespace import RDF

from requirements.changes import BASES, UNFILLED, Change, base, changed, changes, outcome_of, outcome_of_base
from requirements.model import oddities, oddities_of_system
from rsnms_kg.knowledge.demands import RULES
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.requirements import Requirement, requirement_of_shape, requirements
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.outcome.functions import FUNCTIONS

BITING = [change for change in changes() if change.finding]
SILENT = [change for change in changes() if not change.finding]

COMPILED = {requirement.id: requirement.compiled_by for requirement in requirements() if requirement.compiled_by}
SYSTEM = {requirement.id for requirement in requirements() if RSNMS.RegionalSystem in requirement.applies_to}
# What a base has nothing to do with, and why.
NOT_APPLICABLE = {
    "agreement": {
        "an agreement lays down no levels": {"LEVEL-SUBJECT", "LEVEL-FUNCTION", "LEVEL-PRESENT", "LEVEL-CLOSED"},
        "an agreement is no regulation": {
            "REGULATION-BEARER", "REGULATION-FUNCTION-SHARED", "REGULATION-FUNCTION-TWICE", "REGULATION-GLOSSARY",
            "REGULATION-INDICATORS", "REGULATION-MONITORING", "REGULATION-RECURRENCE", "REGULATION-ROADMAP",
            "REGULATION-SUBJECT-TWICE",
        },
        "an agreement is no order": {
            "ORDER-APPROVES", "ORDER-CONTROL", "ORDER-ENCLOSED", "ORDER-FORCE", "ORDER-SIGNED",
        },
        "an agreement has no roadmap": {
            "ROADMAP-AGREEMENT", "ROADMAP-FUNCTION", "ROADMAP-DATE", "ROADMAP-DEADLINE", "ROADMAP-KNOWN",
            "ROADMAP-ORDER", "ROADMAP-OUTSIDE", "ROADMAP-PAST",
            "ROADMAP-RESPONSIBLE", "ROADMAP-RESULT", "ROADMAP-TWICE",
        },
        "an agreement has no glossary": {"TERM-UNUSED"},
        "an agreement is no regional system": SYSTEM,
    },
    "regulation": {
        "an order has no parties": {
            "PARTY-AUTHORITY", "PARTY-COUNT", "PARTY-LEGAL-PERSON", "PARTY-REPRESENTATIVE", "PARTY-SHORT-NAME",
            "SIGNATURE-BLOCK", "SIGNATURE-DATE", "SIGNATURE-MATCH", "SIGNATURE-ORGANISATION", "SIGNATURE-PARTY",
            "SIGNATURE-POST", "ANNEX-SIGNED", "DATE-SIGNED", "META-PLACE",
        },
        "an order is no contract": {
            "SUBJECT-MATTER", "OBLIGATION-BEARER", "OBLIGATION-NEGATED", "OBLIGATION-PARTY", "OBLIGATION-RIGHT",
            "AMENDMENT-RULE", "TERM-BOUNDARY", "TERM-END", "TERM-ENDS", "TERM-ORDER", "TERM-START", "TERM-STATED",
            "TRIPARTITE-DEADLINE", "TRIPARTITE-SUBJECT", "TRIPARTITE-TUTORS",
        },
        "an order counts nobody and has no term": {
            "INDICATOR-BASE", "INDICATOR-ROUNDING", "INDICATOR-STAGNANT", "INDICATOR-NEIGHBOUR", "INDICATOR-PERCENT",
            "INDICATOR-PERIOD", "INDICATOR-POPULATION", "INDICATOR-RULE", "INDICATOR-TERRITORY", "INDICATOR-UNITS",
            "DATE-OPEN-PERIOD", "DATE-PERIOD",
        },
        "an order is concluded with no municipality": {"ENTITY-MUNICIPALITY"},
        "an order is no regional system": SYSTEM,
    },
    "system": {"a regional system is no paper": {requirement.id for requirement in requirements()} - SYSTEM},
}  # fmt: skip


# What is said of papers is said by readers; what is said of a region, by whoever keeps its data.
ODDITIES = {"agreement": oddities, "regulation": oddities, "system": oddities_of_system}


def only_finding(change: Change) -> Finding:
    (finding,) = outcome_of(change).findings
    return finding


# --- the papers without fault ------------------------------------------------------------------


@pytest.mark.parametrize("name", BASES)
def test_a_base_gives_no_finding(name: str) -> None:
    assert [finding.message() for finding in outcome_of_base(name).findings] == []
    assert outcome_of_base(name).conforms


@pytest.mark.parametrize("requirement", requirements(), ids=lambda requirement: requirement.id)
@pytest.mark.parametrize("name", BASES)
def test_a_requirement_that_applies_is_satisfied_by_a_base(name: str, requirement: Requirement) -> None:
    idle = set().union(*NOT_APPLICABLE[name].values())
    status = {status.requirement.id: status.status for status in outcome_of_base(name).statuses}
    assert status[requirement.id] == ("not-applicable" if requirement.id in idle else "satisfied")


@pytest.mark.parametrize("name", BASES)
def test_a_quote_is_as_long_as_its_place(name: str) -> None:
    graph = base(name)
    for node, quote in graph.subject_objects(RSNMS.quote):
        assert len(quote) == int(graph.value(node, RSNMS.end)) - int(graph.value(node, RSNMS.start)), node


@pytest.mark.parametrize("name", BASES)
def test_a_base_says_only_what_a_reader_can_say(name: str) -> None:
    assert list(ODDITIES[name](base(name))) == []


# --- one change, one finding -------------------------------------------------------------------


@pytest.mark.parametrize("change", changes(), ids=str)
def test_a_changed_paper_says_only_what_a_reader_can_say(change: Change) -> None:
    assert list(ODDITIES[change.base](changed(change))) == []


@pytest.mark.parametrize("change", BITING, ids=str)
def test_a_change_gives_this_finding_and_no_other(change: Change) -> None:
    found = [
        (finding.requirement.id, finding.focus, finding.expected, finding.actual)
        for finding in outcome_of(change).findings
    ]
    wanted = change.finding
    assert found == [(wanted.requirement, wanted.focus, wanted.expected, wanted.actual)]


@pytest.mark.parametrize("change", BITING, ids=str)
def test_a_file_is_named_after_the_requirement_that_it_breaks(change: Change) -> None:
    assert change.finding.requirement == change.name.partition(".")[0]


@pytest.mark.parametrize("change", BITING, ids=str)
def test_only_the_broken_requirement_changes_its_status(change: Change) -> None:
    before = {status.requirement.id: status.status for status in outcome_of_base(change.base).statuses}
    after = {status.requirement.id: status.status for status in outcome_of(change).statuses}
    assert after[change.finding.requirement] == "violated"
    lost = {one for one in after if after[one] != before[one]} - {change.finding.requirement}
    gone = {"no-data", "not-applicable"}  # its facts went with the change, or the paper that it applies to
    assert {after[one] for one in lost} <= gone, lost


@pytest.mark.parametrize("change", SILENT, ids=str)
def test_a_change_for_the_right_gives_no_finding(change: Change) -> None:
    assert change.name.endswith(".silent")
    assert [finding.message() for finding in outcome_of(change).findings] == []


# --- what a finding says -----------------------------------------------------------------------


@pytest.mark.parametrize("change", BITING, ids=str)
def test_a_finding_fills_every_place_in_both_languages(change: Change) -> None:
    finding = only_finding(change)
    said = [*finding.text.as_dict().values(), *finding.suggestion.as_dict().values(), finding.expected, finding.actual]
    for words in said:
        assert words.strip()
        assert not re.search(rf"[{{}}{UNFILLED}]|https?:|urn:|None|\s{{2}}", words), words
    for sentence in said[:4]:
        assert sentence.lstrip("«")[0].isupper() and sentence.endswith(".") and not sentence.endswith(".."), sentence


@pytest.mark.parametrize("change", BITING, ids=str)
def test_a_russian_sentence_has_no_english_word(change: Change) -> None:
    finding = only_finding(change)
    for words in (finding.message("ru"), finding.suggestion.ru, finding.expected, finding.actual):
        assert not re.search("[A-Za-z]", re.sub("«[^«»]*»", "", words)), words  # a Latin letter may be quoted


@pytest.mark.parametrize("change", BITING, ids=str)
def test_an_english_sentence_has_no_russian_words_but_the_papers_own(change: Change) -> None:
    finding = only_finding(change)
    printed = {str(value) for value in changed(change).objects() if isinstance(value, Literal)}
    shown = sorted({value for value in printed if re.search("[А-Яа-яЁё]", value)}, key=len, reverse=True)
    for sentence in (finding.message("en"), finding.suggestion.en):
        own = re.sub("«[^»]*»|ДК/", "", sentence)  # ДК/6 is how a row of a roadmap is cited
        for value in shown:  # whole values only: the paper's «и» makes no «50 % и 1» its own words
            own = own.replace(value, "")
        assert not re.search("[А-Яа-яЁё]", own), sentence


@pytest.mark.parametrize("change", [change for change in BITING if change.base != "system"], ids=str)
def test_a_finding_has_the_place_of_its_fact(change: Change) -> None:
    finding, graph = only_finding(change), changed(change)
    (focus,) = (node for node in graph.subjects(RDF.type) if str(node) == finding.focus)
    assert finding.quote == str(graph.value(focus, RSNMS.quote)) != ""
    assert finding.span == (int(graph.value(focus, RSNMS.start)), int(graph.value(focus, RSNMS.end)))
    assert len(finding.quote) == finding.span[1] - finding.span[0] > 0
    assert finding.clause == str(graph.value(focus, RSNMS.clauseLabel)) != ""


@pytest.mark.parametrize("change", [change for change in BITING if change.base == "system"], ids=str)
def test_a_finding_on_a_system_names_a_part_of_it_and_no_place_in_a_paper(change: Change) -> None:
    finding = only_finding(change)
    assert finding.focus in {str(node) for node in changed(change).subjects(RDF.type)}
    assert (finding.clause, finding.quote, finding.span) == ("", "", (0, 0))


@pytest.mark.parametrize("change", BITING, ids=str)
def test_a_finding_has_its_grounds_and_the_severity_of_its_requirement(change: Change) -> None:
    finding = only_finding(change)
    led = bool(finding.requirement.compiled_by) or change.base == "system"  # to the clause that demands or names it
    assert len(finding.basis) == len(finding.requirement.basis) + led > 0
    assert finding.severity == finding.requirement.severity and not finding.comparison
    assert outcome_of(change).counts[finding.severity] == 1


@pytest.mark.parametrize(
    "change", [change for change in BITING if change.name.partition(".")[0] in COMPILED.keys() & SYSTEM], ids=str
)
def test_a_finding_on_a_system_rests_on_the_clause_that_demands_it_and_says_which(change: Change) -> None:
    finding, regulation = only_finding(change), shipped_regulation()
    ground = finding.basis[0]
    rule = finding.requirement.compiled_by
    assert ground.act == regulation.id
    assert ground.clause in {regulation.clause(demand.source) for demand in regulation.demands if demand.rule == rule}
    assert ground.clause in finding.message("ru") and ground.clause in finding.message("en")


# --- nothing is left untried -------------------------------------------------------------------


def test_every_shape_has_a_change_that_breaks_it() -> None:
    shapes = {
        f"{requirement.id}.{notation(shape).removesuffix('-value')}"
        for shape, (requirement, _) in requirement_of_shape().items()
    }
    tried = {change.checks for change in BITING}
    assert sorted(shapes - tried) == []
    assert sorted(checks for checks in tried - shapes if "." in checks) == []


def test_every_function_has_a_change_that_breaks_it() -> None:
    called = {requirement.function: requirement.id for requirement in requirements() if requirement.function}
    assert called.keys() == FUNCTIONS.keys()
    assert set(called.values()) == {change.checks for change in BITING if "." not in change.checks} - set(COMPILED)


def test_every_rule_that_compiles_shapes_has_a_change_that_breaks_what_it_made() -> None:
    assert set(COMPILED.values()) == RULES.keys()
    assert COMPILED.keys() <= {change.checks for change in BITING}


def test_every_requirement_has_a_change_that_breaks_it() -> None:
    assert {change.finding.requirement for change in BITING} == {requirement.id for requirement in requirements()}


def test_every_change_names_a_requirement() -> None:
    known = {requirement.id for requirement in requirements()}
    assert [change.name for change in changes() if change.name.partition(".")[0] not in known] == []
