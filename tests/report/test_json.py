"""The report as JSON: the contract ``rsnms-report/1``, field by field."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import rsnms_kg as rk
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.report.json import report_as_dict

ROOT = Path(__file__).parents[2]
PAPERS = [str(ROOT / "examples" / name) for name in ("agreement.txt", "agreement-clean.txt", "order.txt")]
GRAPHS = {path: rk.read(path) for path in PAPERS}

BILINGUAL = {"ru": str, "en": str}
REPORT = {
    "schema": str,
    "tool": {"name": str, "version": str},
    "regulation": str,
    "as_of": (str, type(None)),
    "documents": list,
}
DOCUMENT = {
    "path": str, "kind": (str, type(None)), "title": (str, type(None)), "readable": bool, "error": (dict, type(None)),
    "conforms": bool, "counts": {"violation": int, "warning": int, "info": int}, "requirements": list, "findings": list,
}  # fmt: skip
STATUS = {"id": str, "status": str}
FINDING = {
    "requirement": str, "severity": str, "clause": str, "quote": str, "span": list, "message": BILINGUAL,
    "expected": str, "actual": str, "expected_text": BILINGUAL, "actual_text": BILINGUAL, "suggestion": BILINGUAL,
    "basis": list, "focus": str,
}  # fmt: skip
GROUND = {"act": str, "clause": str}


def faults(value: Any, promised: Any, at: str = "") -> list[str]:
    """Where a value is not what was promised; more fields than promised are no fault."""
    if isinstance(promised, dict):
        if not isinstance(value, dict):
            return [f"{at}: {value!r} is no object"]
        absent = [f"{at}/{name} is absent" for name in promised if name not in value]
        return absent + [
            fault for name in promised if name in value for fault in faults(value[name], promised[name], f"{at}/{name}")
        ]
    if isinstance(value, bool) and promised is int:
        return [f"{at}: {value!r} is no number"]
    return [] if isinstance(value, promised) else [f"{at}: {value!r} is no {promised}"]


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """The report on the examples and on a file that is not there, as a program reads it."""
    report = rk.check([*GRAPHS.values(), "нет.txt"])
    whole: dict[str, Any] = json.loads(report.render("json"))
    return whole


@pytest.fixture(scope="module")
def findings(told: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Every finding with the text that it was found in."""
    found = [
        (finding, GRAPHS[document["path"]].document.text)
        for document in told["documents"]
        for finding in document["findings"]
    ]
    assert len(found) > 5
    return found


def test_every_field_is_there_with_its_type(told: dict[str, Any]) -> None:
    found = faults(told, REPORT)
    for document in told["documents"]:
        found += faults(document, DOCUMENT, document["path"])
        found += [fault for status in document["requirements"] for fault in faults(status, STATUS, "requirements")]
        for finding in document["findings"]:
            found += faults(finding, FINDING, finding["requirement"])
            found += [fault for ground in finding["basis"] for fault in faults(ground, GROUND, "basis")]
    assert found == []


def test_schema_tool_and_regulation(told: dict[str, Any]) -> None:
    assert told["schema"] == "rsnms-report/1"
    assert told["tool"] == {"name": "rsnms-kg", "version": rk.__version__}
    assert told["regulation"] == "kaluga-963-2021"


def test_there_is_no_day_unless_one_was_given(told: dict[str, Any]) -> None:
    assert told["as_of"] is None
    assert report_as_dict(rk.check([], as_of=date(2021, 9, 15)))["as_of"] == "2021-09-15"


def test_kinds_and_errors(told: dict[str, Any]) -> None:
    by_name = {Path(document["path"]).name: document for document in told["documents"]}
    assert {name: document["kind"] for name, document in by_name.items()} == {
        "agreement.txt": "agreement", "agreement-clean.txt": "agreement", "order.txt": "regulation", "нет.txt": None,
    }  # fmt: skip
    assert [name for name, document in by_name.items() if document["error"]] == ["нет.txt"]
    missing = by_name["нет.txt"]
    assert faults(missing["error"], BILINGUAL) == []
    assert (missing["readable"], missing["conforms"], missing["findings"], missing["title"]) == (False, False, [], None)


def test_every_requirement_has_one_status(told: dict[str, Any]) -> None:
    expected = [requirement.id for requirement in requirements()]
    for document in told["documents"][:-1]:
        assert [status["id"] for status in document["requirements"]] == expected
        assert {status["status"] for status in document["requirements"]} <= {
            "satisfied", "violated", "not-applicable", "not-due", "no-data",
        }  # fmt: skip


def test_a_finding_is_held_against_a_violated_requirement_only(told: dict[str, Any]) -> None:
    for document in told["documents"]:
        violated = {status["id"] for status in document["requirements"] if status["status"] == "violated"}
        assert violated == {finding["requirement"] for finding in document["findings"] if not finding["comparison"]}


def test_counts_and_conforms_say_what_the_findings_say(told: dict[str, Any]) -> None:
    for document in told["documents"]:
        severities = [finding["severity"] for finding in document["findings"]]
        assert document["counts"] == {grade: severities.count(grade) for grade in ("violation", "warning", "info")}
        assert document["conforms"] == (document["readable"] and "violation" not in severities)


def test_the_quote_is_exactly_the_span(findings: list[tuple[dict[str, Any], str]]) -> None:
    for finding, text in findings:
        start, end = finding["span"]
        assert type(start) is type(end) is int and 0 <= start <= end <= len(text)
        assert finding["quote"] == text[start:end]


def test_messages_are_whole_sentences_in_both_languages(findings: list[tuple[dict[str, Any], str]]) -> None:
    for finding, _ in findings:
        for field in ("message", "suggestion"):
            for words in finding[field].values():
                assert words and words[0] == words[0].upper() and words.rstrip()[-1] in ".!?"
                assert not re.search(r"[{}]|\bNone\b|https?://", words)


def test_every_finding_has_a_basis_and_a_focus(findings: list[tuple[dict[str, Any], str]]) -> None:
    for finding, _ in findings:
        assert finding["basis"] and all(ground["act"] and ground["clause"] for ground in finding["basis"])
        assert finding["focus"].startswith("https://w3id.org/rsnms/act/")


def test_expected_and_actual_differ_and_are_those_of_the_russian_text(
    findings: list[tuple[dict[str, Any], str]],
) -> None:
    for finding, _ in findings:
        assert finding["expected"] != finding["actual"]
        assert (finding["expected"], finding["actual"]) == (
            finding["expected_text"]["ru"],
            finding["actual_text"]["ru"],
        )


def test_findings_stand_in_the_order_of_the_paper(told: dict[str, Any]) -> None:
    for document in told["documents"]:
        starts = [finding["span"][0] for finding in document["findings"]]
        assert starts == sorted(starts)


def test_json_is_utf_8_text_that_ends_with_a_new_line() -> None:
    rendered = rk.check(GRAPHS[PAPERS[0]]).render("json")
    assert rendered.endswith("}\n") and "\\u04" not in rendered
