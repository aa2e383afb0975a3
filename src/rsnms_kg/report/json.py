"""The report as JSON: the contract ``rsnms-report/1``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rsnms_kg import __version__
from rsnms_kg.outcome.findings import Finding

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

SCHEMA = "rsnms-report/1"


def report_as_json(report: Report, language: str = "ru") -> str:
    """Return a report as JSON; both languages are in it, so ``language`` changes nothing."""
    return json.dumps(report_as_dict(report), ensure_ascii=False, indent=2) + "\n"


def report_as_dict(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "rsnms-kg", "version": __version__},
        "regulation": report.regulation,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "documents": [_document(document) for document in report.documents],
    }


def _document(document: DocumentReport) -> dict[str, Any]:
    outcome = document.outcome
    return {
        "path": document.path,
        "kind": document.kind,
        "title": document.title,
        "name": document.name.as_dict() if document.name.ru else None,
        "readable": document.readable,
        "error": document.error.as_dict() if document.error else None,
        "notices": [notice.as_dict() for notice in document.notices],
        "conforms": document.verdict == "conforms",
        "counts": outcome.counts or {"violation": 0, "warning": 0, "info": 0},
        "requirements": [
            {
                "id": status.requirement.id,
                "status": status.status,
                **({"lacking": status.lacking.as_dict()} if status.lacking else {}),
            }
            for status in outcome.statuses
        ],
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "requirement": finding.requirement.id,
        "title": finding.requirement.title.as_dict(),
        "severity": finding.severity,
        "comparison": finding.comparison,
        "clause": finding.clause,
        "quote": finding.quote,
        "span": list(finding.span),
        "line": finding.line,
        "message": finding.text.as_dict(),
        "expected": finding.expected,
        "actual": finding.actual,
        "expected_text": finding.expected_text.as_dict(),
        "actual_text": finding.actual_text.as_dict(),
        "suggestion": finding.suggestion.as_dict(),
        "basis": [
            {
                "act": ground.act,
                "clause": ground.clause,
                "name": ground.name.as_dict(),
                **({"comparison": True} if ground.sample else {}),
            }
            for ground in finding.basis
        ],
        "focus": finding.focus,
    }
