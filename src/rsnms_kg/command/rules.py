"""``rsnms rules``: the requirements, or one of them explained."""

from __future__ import annotations

import argparse

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_output, add_regulation, format_of, write
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.requirements import Requirement, requirements

NAME = "rules"
ABOUT = Bilingual("показать требования или объяснить одно", "show the requirements or explain one")
_ENDINGS = {".txt": "table", ".json": "json", ".csv": "csv", ".ttl": "ttl"}


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
    add_regulation(parser, language)
    parser.set_defaults(regulation=None)  # without it, Turtle is that of the general shapes
    add_output(parser, ("table", "json", "csv", "ttl"), language)


def run(options: argparse.Namespace) -> int:
    """List the requirements, explain one, or print shapes: the general ones, or those of a regulation."""
    from rsnms_kg.api import regulation

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "table", options.lang) for output in outputs]
    requirement = _requirement(options.id) if options.id else None
    given = regulation(options.regulation) if options.regulation else None
    for output, format_ in zip(outputs, formats, strict=True):
        text = _shapes(requirement, given) if format_ == "ttl" else _told(requirement, given, format_, options.lang)
        write(text, [output])
    return OK


def _shapes(requirement: Requirement | None, regulation: RegulationData | None) -> str:
    from rsnms_kg.report.shapes import compiled_shapes, general_shapes

    compiled = requirement is None or requirement.compiled_by
    return compiled_shapes(regulation, requirement) if regulation and compiled else general_shapes(requirement)


def _told(requirement: Requirement | None, regulation: RegulationData | None, format_: str, language: str) -> str:
    from rsnms_kg import listing
    from rsnms_kg.report.rules import demands_as_rows, rule_as_dict, rule_as_text

    if requirement and format_ == "table":
        return rule_as_text(requirement, language, regulation)
    if requirement:
        row = rule_as_dict(requirement, language, regulation)
        if format_ == "csv" and "demands" in row:
            row["demands"] = [demand["clause"] for demand in row["demands"]]
        return listing.FORMATS[format_]([row], language)
    rows = listing.requirement_rows(language)
    if regulation:
        for row, known in zip(rows, requirements(), strict=True):
            clauses = dict.fromkeys(demand["clause"] for demand in demands_as_rows(known, regulation, language))
            row["demanded_by"] = list(clauses) or (None if known.compiled_by else [])
    return listing.FORMATS[format_](rows, language)


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
