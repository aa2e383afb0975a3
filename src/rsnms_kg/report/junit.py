"""The report as JUnit XML, for systems that build and test: a suite is a document, a case is a requirement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.outcome.findings import Finding, RequirementStatus
from rsnms_kg.report.characters import harmless, on_one_line
from rsnms_kg.report.wording import LABELS, details, headline

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

_PASSED = ("satisfied", "violated")  # what is violated by milder findings alone is told, not failed
_READING = Bilingual("чтение", "reading")


def report_as_junit(report: Report, language: str = "ru") -> str:
    """Return a report as JUnit XML.

    A requirement fails by its findings that are as grave as ``report.fail_on`` says (a violation, unless told
    otherwise); one that was not looked at is skipped, and the message says why. Other findings stand in
    ``system-out`` of the suite: the usual schemas know none of a case.
    """
    suites = _element("testsuites")
    for ordinal, document in enumerate(report.documents):
        suites.append(_suite(report, document, ordinal, language))
    etree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(etree.tostring(suites, encoding="unicode")) + "\n"


def _suite(report: Report, document: DocumentReport, ordinal: int, language: str) -> Any:
    cases = [_unread(document, language)] if document.error else list(_cases(report, document, language))
    day = report.as_of.isoformat() if report.as_of else "1970-01-01"  # no clock: the same input, the same bytes
    suite = _element(
        "testsuite", name=on_one_line(document.path) or "-", package="rsnms", id=str(ordinal), hostname="localhost",
        time="0",
        timestamp=f"{day}T00:00:00", tests=str(len(cases)),
        **{f"{name}s": str(sum(case.find(name) is not None for case in cases)) for name in ("failure", "error")},
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
    )  # fmt: skip
    properties = etree.SubElement(suite, "properties")
    for name, value in _properties(report, document):
        properties.append(_element("property", name=name, value=value))
    suite.extend(cases)
    told = [_told(one, language) for one in document.outcome.findings if not report.fails(one)]
    notices = [notice(language) for notice in document.notices]
    suite.append(_element("system-out", "\n\n".join([*notices, *told])))
    suite.append(_element("system-err"))
    return suite


def _properties(report: Report, document: DocumentReport) -> Iterator[tuple[str, str]]:
    yield "regulation", report.regulation
    if report.as_of:
        yield "as_of", report.as_of.isoformat()
    if document.title:
        yield "title", document.title
    if document.sha256:
        yield "sha256", document.sha256
    for severity, count in document.outcome.counts.items():
        yield severity, str(count)


def _cases(report: Report, document: DocumentReport, language: str) -> Iterator[Any]:
    names = {one.notation: one.label(language) for one in concepts("status")}
    failing: dict[str, list[Finding]] = {}
    for finding in filter(report.fails, document.outcome.findings):
        failing.setdefault(finding.requirement.id, []).append(finding)
    for status in document.outcome.statuses:
        case = _case(status, language)
        found = failing.get(status.requirement.id, [])
        if found:
            words = "\n\n".join(_told(one, language) for one in found)
            case.append(_element("failure", words, message=found[0].message(language), type=found[0].severity))
        elif status.status not in _PASSED:
            why = f" ({status.lacking(language)})" if status.lacking else ""
            case.append(_element("skipped", message=names[status.status] + why))
        yield case


def _case(status: RequirementStatus, language: str) -> Any:
    requirement = status.requirement
    name = f"{requirement.id}: {requirement.title(language)}"
    return _element("testcase", name=name, classname=f"rsnms.{requirement.family}", time="0")


def _unread(document: DocumentReport, language: str) -> Any:
    case = _element("testcase", name=_READING(language), classname="rsnms.reading", time="0")
    if document.error:
        case.append(_element("error", message=document.error(language), type="unreadable"))
    return case


def _told(finding: Finding, language: str) -> str:
    rows = [f"{LABELS[name](language)}: {words}" for name, words in details(finding, language).items()]
    return "\n".join([headline(finding, language), finding.message(language), *rows])


def _element(tag: str, text: str | None = None, /, **attributes: str) -> Any:
    made = etree.Element(tag, {key: on_one_line(value) for key, value in attributes.items()})
    made.text = harmless(text) if text else None
    return made
