"""An agreement beside the regulation, as reports tell it: which obligation realises which function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rsnms_kg.crosswalk.comparison import Comparison, compare
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.errors import InputError
from rsnms_kg.outcome.messages import short
from rsnms_kg.russian.typography import plain

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report

_LONGEST = 240


def correspondence(report: Report, document: DocumentReport) -> Comparison | None:
    """Return the crosswalk of an agreement with the regulation; nothing where either has no norms."""
    if document.kind != "agreement" or document.graph is None or report.against is None:
        return None
    try:
        return compare(document.graph, report.against.graph, document.path, report.regulation)
    except InputError:
        return None


def norm_words(norm: Norm, language: str) -> str:
    """Return the words of a norm: those of the paper that was read, else our label."""
    words = plain(norm.text) if norm.quoted else norm.label if language == "ru" else norm.label_en
    return short(" ".join(words.split()).rstrip(" ;."), _LONGEST)
