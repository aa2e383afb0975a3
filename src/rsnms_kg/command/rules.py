"""``rsnms rules``: the requirements, or one of them explained."""

from __future__ import annotations

import argparse

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_output, format_of, write
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.requirements import Requirement, requirements

NAME = "rules"
ABOUT = Bilingual("показать требования или объяснить одно", "show the requirements or explain one")
_ENDINGS = {".txt": "table", ".json": "json", ".csv": "csv"}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    parser.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help=Bilingual("имя требования, например NUM-DUPLICATE", "the id of a requirement, e.g. NUM-DUPLICATE")(
            language
        ),
    )
    add_output(parser, ("table", "json", "csv"), language)


def run(options: argparse.Namespace) -> int:
    """List the requirements, or explain one."""
    from rsnms_kg import listing
    from rsnms_kg.report.rules import rule_as_dict, rule_as_text

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "table", options.lang) for output in outputs]
    requirement = _requirement(options.id) if options.id else None
    for output, format_ in zip(outputs, formats, strict=True):
        if requirement is None:
            text = listing.FORMATS[format_](listing.requirement_rows(options.lang), options.lang)
        elif format_ == "table":
            text = rule_as_text(requirement, options.lang)
        else:
            text = listing.FORMATS[format_]([rule_as_dict(requirement, options.lang)], options.lang)
        write(text, [output])
    return OK


def _requirement(asked: str) -> Requirement:
    for requirement in requirements():
        if requirement.id == asked.upper():
            return requirement
    known = ", ".join(requirement.id for requirement in requirements())
    raise UsageError(
        Bilingual(
            f"Требования «{asked}» нет. Есть: {known}.",
            f"There is no requirement {asked!r}. There is: {known}.",
        )
    )
