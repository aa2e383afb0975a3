"""``rsnms check``: reads papers, checks them and reports."""

from __future__ import annotations

import argparse
from dataclasses import replace

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import (
    FINDINGS,
    OK,
    UNUSABLE,
    add_as_of,
    add_output,
    add_papers,
    add_regulation,
    day_of,
    format_of,
    papers,
    say,
    with_progress,
    write,
)
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.report.formats import ENDINGS, FORMATS
from rsnms_kg.report.report import FAIL_ON, DocumentReport, Report

NAME = "check"
ABOUT = Bilingual("прочитать бумаги, проверить и доложить", "read papers, check them and report")

_OUTPUT = Bilingual(
    "можно несколько. DOCX для одной бумаги Word – она сама с примечаниями у слов, для остального – протокол",
    "may be repeated. DOCX of one Word paper is that paper with comments at the words, otherwise a protocol",
)


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    add_papers(parser, language)
    add_regulation(parser, language)
    add_as_of(parser, language)
    parser.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        default="violation",
        help=Bilingual(
            "с какой строгости выходить с кодом 1 (по умолчанию violation)",
            "from which severity on to exit with 1 (default violation)",
        )(language),
    )
    add_output(parser, FORMATS, language, _OUTPUT)


def run(options: argparse.Namespace) -> int:
    """Check the papers; a paper that cannot be read is reported and does not stop the others."""
    from rsnms_kg.api import check, regulation

    formats = [format_of(output, ENDINGS, options.format, "text", options.lang) for output in options.output or ["-"]]
    in_full = any(FORMATS[name].in_full for name in formats)
    as_of = day_of(options.as_of)
    against = regulation(options.regulation)
    documents: list[DocumentReport] = []
    paths, errors = papers(options.paths, options.output)
    for path in with_progress(paths):
        checked = check(path, regulation=against, as_of=as_of).documents
        documents += checked if in_full else [replace(one, graph=None) for one in checked]
    documents += [DocumentReport(error.path, None, None, Outcome(), error=error.message) for error in errors]
    report = Report(tuple(documents), against.id, as_of, against, options.fail_on)
    if options.output and "-" not in options.output:
        for document in report.documents:
            if document.error is not None:
                say(f"{document.path}: {document.error(options.lang)}")
    for output, format_ in zip(options.output or ["-"], formats, strict=True):
        write(report.rendered(format_, options.lang), [output])
    if not all(document.readable for document in report.documents):
        return UNUSABLE
    return FINDINGS if report.failed else OK
