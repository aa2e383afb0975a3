"""``rsnms rules``: the requirements, or one of them explained."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_output, add_regulation, format_of, write
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.requirements import SEVERITIES, Requirement, requirements
from rsnms_kg.knowledge.terms import RSNMS

NAME = "rules"
ABOUT = Bilingual("показать требования или объяснить одно", "show the requirements or explain one")
# What --applies-to takes, and the class that it means.
_PAPERS = {
    "agreement": "Agreement",
    "order": "Order",
    "regulation": "Regulation",
    "roadmap": "Roadmap",
    "system": "RegionalSystem",
}
_NEAR = 6  # so many ids are suggested for an unknown one
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
    family = Bilingual("только эта группа: начало имени, например NUM", "this family only: how ids begin, e.g. NUM")
    parser.add_argument("--family", type=str.upper, metavar="FAMILY", help=family(language))
    for name, choices, said in (
        ("--severity", SEVERITIES, Bilingual("только эта строгость", "this severity only")),
        ("--applies-to", tuple(_PAPERS), Bilingual("только о таких бумагах", "of such papers only")),
    ):
        parser.add_argument(name, choices=choices, help=said(language))
    add_regulation(parser, language)
    parser.set_defaults(regulation=None)  # without it, Turtle is that of the general shapes
    add_output(parser, ("table", "json", "csv", "ttl"), language)


def run(options: argparse.Namespace) -> int:
    """List the requirements, explain one, or print shapes: the general ones, or those of a regulation.

    :raises UsageError: when there is no requirement of the id, or no family of the name, that was asked for.
    """
    from rsnms_kg.api import regulation

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "table", options.lang) for output in outputs]
    requirement = _requirement(options.id) if options.id else None
    given = regulation(options.regulation) if options.regulation else None
    for output, format_ in zip(outputs, formats, strict=True):
        text = _shapes(requirement, given) if format_ == "ttl" else _told(options, requirement, given, format_)
        write(text, [output])
    return OK


def _shapes(requirement: Requirement | None, regulation: RegulationData | None) -> str:
    from rsnms_kg.report.shapes import compiled_shapes, general_shapes

    compiled = requirement is None or requirement.compiled_by
    return compiled_shapes(regulation, requirement) if regulation and compiled else general_shapes(requirement)


def _told(
    options: argparse.Namespace, requirement: Requirement | None, regulation: RegulationData | None, format_: str
) -> str:
    from rsnms_kg.listing.formats import FORMATS
    from rsnms_kg.listing.rows import requirement_rows
    from rsnms_kg.report.rules import demands_as_rows, rule_as_dict, rule_as_text, rules_as_text

    language: str = options.lang
    if requirement and format_ == "table":
        return rule_as_text(requirement, language, regulation)
    if requirement:
        row = rule_as_dict(requirement, language, regulation)
        if format_ == "csv" and "demands" in row:
            row["demands"] = [demand["clause"] for demand in row["demands"]]
        if format_ == "csv":
            row["basis"] = [f"{ground['act']}, {ground['clause']}" for ground in row["basis"]]
        return FORMATS[format_]([row], language)
    shown = _chosen(options)
    if format_ == "table":
        return rules_as_text(shown.values(), language, regulation)
    rows = [row for row in requirement_rows(language) if row["id"] in shown]
    if regulation:
        for row in rows:
            known = shown[row["id"]]
            clauses = dict.fromkeys(demand["clause"] for demand in demands_as_rows(known, regulation, language))
            row["demanded_by"] = list(clauses) or (None if known.compiled_by else [])
    return FORMATS[format_](rows, language)


def _chosen(options: argparse.Namespace) -> dict[str, Requirement]:
    """The requirements that the filters leave, by id."""
    families = sorted({requirement.family for requirement in requirements()})
    if options.family and options.family not in families:
        known = ", ".join(families)
        raise UsageError(
            Bilingual(
                f"Группы «{options.family}» нет. Есть: {known}.",
                f"There is no family {options.family!r}. There is: {known}.",
            )
        )
    kind = RSNMS[_PAPERS[options.applies_to]] if options.applies_to else None
    return {
        requirement.id: requirement
        for requirement in requirements()
        if options.family in (None, requirement.family)
        and options.severity in (None, requirement.severity)
        and (kind is None or kind in requirement.applies_to)
    }


def _requirement(asked: str) -> Requirement:
    wanted = asked.upper()
    for requirement in requirements():
        if requirement.id == wanted:
            return requirement
    near = ", ".join(_near(wanted))
    raise UsageError(
        Bilingual(
            f"Требования «{asked}» нет. Похожие: {near}. Все требования: rsnms rules.",
            f"There is no requirement {asked!r}. Near to it: {near}. All of them: rsnms rules.",
        )
    )


def _near(wanted: str) -> list[str]:
    """The ids most like an unknown one, and those of its family."""
    known = [requirement.id for requirement in requirements()]
    family = [one for one in known if one.partition("-")[0] == wanted.partition("-")[0]]
    close = get_close_matches(wanted, known, n=_NEAR, cutoff=0.5) or get_close_matches(wanted, known, n=3, cutoff=0.0)
    ordered = [one for one in close if one in family] + [one for one in family if one not in close] + close
    return list(dict.fromkeys(ordered))[:_NEAR]
