"""``rsnms check``: reads papers, checks them and reports."""

from __future__ import annotations

import argparse
import re
from datetime import date

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import (
    FINDINGS,
    OK,
    UNUSABLE,
    add_output,
    add_papers,
    add_regulation,
    format_of,
    papers,
    say,
    with_progress,
    write,
)
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.requirements import SEVERITIES
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.report.report import DocumentReport, Report

NAME = "check"
ABOUT = Bilingual("прочитать бумаги, проверить и доложить", "read papers, check them and report")
_ENDINGS = {".txt": "text", ".json": "json"}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    add_papers(parser, language)
    add_regulation(parser, language)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        help=Bilingual("день, на который судить (ГГГГ-ММ-ДД)", "the day to judge by (YYYY-MM-DD)")(language),
    )
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="violation",
        help=Bilingual(
            "с какой тяжести выходить с кодом 1 (по умолчанию violation)",
            "from which severity on to exit with 1 (default violation)",
        )(language),
    )
    add_output(parser, ("text", "json"), language)


def run(options: argparse.Namespace) -> int:
    """Check the papers; a paper that cannot be read is reported and does not stop the others."""
    from rsnms_kg.api import check, regulation

    formats = [format_of(output, _ENDINGS, options.format, "text", options.lang) for output in options.output or ["-"]]
    as_of = _day(options.as_of)
    against = regulation(options.regulation)
    documents: list[DocumentReport] = []
    paths, errors = papers(options.paths, options.output)
    for path in with_progress(paths):
        documents += check(path, regulation=against, as_of=as_of).documents
    documents += [DocumentReport(error.path, None, None, Outcome(), error=error.message) for error in errors]
    report = Report(tuple(documents), against.id, as_of)
    if options.output and "-" not in options.output:
        for document in report.documents:
            if document.error is not None:
                say(f"{document.path}: {document.error(options.lang)}")
    for output, format_ in zip(options.output or ["-"], formats, strict=True):
        write(report.render(format_, options.lang), [output])
    if not all(document.readable for document in report.documents):
        return UNUSABLE
    return FINDINGS if options.fail_on != "never" and report.reaches(options.fail_on) else OK


def _day(text: str | None) -> date | None:
    try:
        if text is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError(text)
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(
            Bilingual(
                f"--as-of: «{text}» – не дата. Нужно ГГГГ-ММ-ДД, например 2021-09-15.",
                f"--as-of: {text!r} is not a date. Give YYYY-MM-DD, e.g. 2021-09-15.",
            )
        ) from error
