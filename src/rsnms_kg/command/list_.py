"""``rsnms list``: subjects, functions, obligations and other facts as a table, JSON or CSV."""

from __future__ import annotations

import argparse

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_as_of, add_output, add_regulation, day_of, format_of, write

NAME = "list"
ABOUT = Bilingual("перечислить факты положения или бумаги", "list the facts of a regulation or a paper")
_ENDINGS = {".txt": "table", ".json": "json", ".csv": "csv"}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    parser.add_argument(
        "kind",
        metavar="KIND",
        help=Bilingual(
            "что перечислить: subjects, functions, terms, acts, obligations, targets … (неверное имя покажет все)",
            "what to list: subjects, functions, terms, acts, obligations, targets … (a wrong name shows all)",
        )(language),
    )
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        help=Bilingual("бумага; без неё – положение", "a paper; without it, the regulation")(language),
    )
    add_regulation(parser, language)
    add_as_of(parser, language)
    add_output(parser, ("table", "json", "csv"), language)


def run(options: argparse.Namespace) -> int:
    """List the facts of a kind."""
    from rsnms_kg.api import rows
    from rsnms_kg.listing.formats import FORMATS

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "table", options.lang) for output in outputs]
    found = rows(options.kind, options.path or options.regulation, options.lang, as_of=day_of(options.as_of))
    for output, format_ in zip(outputs, formats, strict=True):
        write(FORMATS[format_](found, options.lang), [output])
    return OK
