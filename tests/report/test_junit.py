"""The report as JUnit XML: a case for each requirement, legal whatever the papers hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

import rsnms_kg as rk
from report.hostile import hostile_report

EXAMPLES = Path(__file__).parents[2] / "examples"
# What the schemas of Ant and of the xUnit plugin of Jenkins both ask for.
SUITE = {"name", "package", "id", "hostname", "time", "timestamp", "tests", "failures", "errors", "skipped"}
CHILDREN = ["properties", "testcase", "system-out", "system-err"]


def suites(report: rk.Report, language: str = "ru") -> list[etree._Element]:
    return list(etree.fromstring(report.render("junit", language).encode()))


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check([EXAMPLES / "agreement.txt", EXAMPLES / "system.ttl", "нет.txt"], as_of=date(2021, 9, 10))


def test_a_suite_is_a_document_and_a_case_is_a_requirement(report: rk.Report) -> None:
    for suite, document in zip(suites(report)[:2], report.documents, strict=False):
        assert suite.get("name") == document.path
        ids = [case.get("name").partition(":")[0] for case in suite.iter("testcase")]
        assert ids == [status.requirement.id for status in document.outcome.statuses]


def test_violations_fail_and_warnings_are_told(report: rk.Report) -> None:
    suite, outcome = suites(report)[0], report.documents[0].outcome
    failed = {case.get("name").partition(":")[0] for case in suite.iter("testcase") if case.find("failure") is not None}
    assert failed == {one.requirement.id for one in outcome.findings if one.severity == "violation"}
    warned = {one.requirement.id for one in outcome.findings if one.severity == "warning"} - failed
    assert warned and all(name in suite.findtext("system-out") for name in warned)


@pytest.mark.parametrize(("fail_on", "failing"), [
    ("violation", {"violation"}), ("warning", {"violation", "warning"}), ("never", set()),
])  # fmt: skip
def test_what_fails_is_what_ends_the_command_with_1(fail_on: str, failing: set[str]) -> None:
    report = rk.check(EXAMPLES / "agreement.txt", fail_on=fail_on)
    assert report.failed == bool(failing)
    (suite,) = suites(report)
    types = {failure.get("type") for failure in suite.iter("failure")}
    assert types == failing and int(suite.get("failures")) == sum(1 for _ in suite.iter("failure"))


def test_an_unknown_severity_to_fail_on_is_refused() -> None:
    with pytest.raises(rk.UsageError, match="error"):
        rk.check(EXAMPLES / "agreement.txt", fail_on="error")


def test_what_was_not_looked_at_is_skipped_and_says_why(report: rk.Report) -> None:
    suite, outcome = suites(report)[1], report.documents[1].outcome
    told = {case.get("name").partition(":")[0]: case.find("skipped").get("message")
            for case in suite.iter("testcase") if case.find("skipped") is not None}  # fmt: skip
    names = {"not-applicable": "неприменимо", "not-due": "срок не наступил", "no-data": "нет данных"}
    lacking = {one.requirement.id: f" ({one.lacking.ru})" if one.lacking else "" for one in outcome.statuses}
    expected = {one.requirement.id: names[one.status] for one in outcome.statuses if one.status in names}
    assert told == {name: words + lacking[name] for name, words in expected.items()}
    assert len(set(told.values())) > 1


def test_a_paper_that_cannot_be_read_is_an_error(report: rk.Report) -> None:
    (case,) = suites(report)[2].iter("testcase")
    assert "такого файла нет" in case.find("error").get("message")
    assert "there is no such file" in suites(report, "en")[2].find("testcase/error").get("message")


@pytest.mark.parametrize("made", ["usual", "hostile"])
def test_the_form_is_that_of_the_usual_schemas(made: str, report: rk.Report) -> None:
    for ordinal, suite in enumerate(suites(report if made == "usual" else hostile_report())):
        assert set(suite.attrib) == SUITE and suite.get("id") == str(ordinal)
        assert list(dict.fromkeys(child.tag for child in suite)) == CHILDREN
        cases = suite.findall("testcase")
        for case in cases:
            assert (
                set(case.attrib) == {"name", "classname", "time"}
                and len(case) <= 1
                and " ".join(case.get("name").split())
            )
            assert all(child.tag in ("failure", "error", "skipped") for child in case)
            assert all("type" in child.attrib for child in case if child.tag != "skipped")
        counts = {tag: sum(case.find(tag) is not None for case in cases) for tag in ("failure", "error", "skipped")}
        assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == [
            str(len(cases)), *map(str, counts.values())
        ]  # fmt: skip


def test_characters_that_xml_forbids_become_visible_signs() -> None:
    text = "".join(suites(hostile_report())[0].itertext())
    assert "␀␇␛[31m" in text and "<script>alert(1)</script>" in text and "]]>" in text


def test_the_same_report_gives_the_same_bytes_without_a_clock(report: rk.Report) -> None:
    assert report.rendered("junit") == report.rendered("junit")
    assert [suite.get("timestamp") for suite in suites(report)] == ["2021-09-10T00:00:00"] * 3
