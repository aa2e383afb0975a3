"""The report as a Word file: comments in a paper that is one, a protocol of anything else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.reading import STANDARD_INPUT, file_bytes
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.graph.paper import PaperGraph

if TYPE_CHECKING:
    from rsnms_kg.report.report import DocumentReport, Report


def report_as_word(report: Report, language: str = "ru") -> bytes:
    """Return the paper with comments, where the report is of one Word file; otherwise a protocol of findings.

    A paper from standard input cannot be read again, so it gets a protocol too.

    :raises UsageError: when the paper is no longer what was checked, or cannot be marked.
    :raises MissingExtraError: when a protocol is needed and the extra ``report`` is not installed.
    """
    if len(report.documents) == 1 and _is_word_file(report.documents[0]):
        from rsnms_kg.report.entries import numbered
        from rsnms_kg.report.word.comments import marked_paper

        (document,) = report.documents
        findings = [one.finding for one in numbered(document.outcome)]
        return marked_paper(_again(document), findings, language, report.as_of)
    from rsnms_kg.report.word.protocol import protocol

    return protocol(report, language)


def _is_word_file(document: DocumentReport) -> bool:
    graph = document.graph
    return isinstance(graph, PaperGraph) and graph.document.format == "docx" and document.path != STANDARD_INPUT


def _again(document: DocumentReport) -> bytes:
    """Read the bytes of the paper once more: they must be those that were checked."""
    try:
        data = file_bytes(document.path)
    except InputError as error:
        raise UsageError(Bilingual(
            f"Бумага «{document.path}», в которой ставят примечания, не читается: {error.message.ru}",
            f"The paper {document.path!r}, which comments are to be put in, cannot be read: {error.message.en}",
        )) from error  # fmt: skip
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise UsageError(Bilingual(
            f"Бумага «{document.path}» изменилась после проверки. Проверьте её ещё раз.",
            f"The paper {document.path!r} has changed since it was checked. Check it again.",
        ))  # fmt: skip
    return data
