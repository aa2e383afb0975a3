"""``rsnms draw``: a view of papers or of a regulation as a picture."""

from __future__ import annotations

import argparse

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_as_of, add_output, add_regulation, day_of, format_of, papers, write
from rsnms_kg.errors import UsageError

NAME = "draw"
ABOUT = Bilingual("нарисовать структуру, соглашение, дорожную карту …", "draw the structure, an agreement, a roadmap …")
_ENDINGS = {
    ".svg": "svg", ".png": "png", ".html": "html", ".dot": "dot", ".gv": "dot", ".mmd": "mermaid",
    ".mermaid": "mermaid", ".graphml": "graphml", ".gexf": "gexf",
}  # fmt: skip
_VIEWS = Bilingual(
    "что рисовать: structure (структура), functions (функции), agreement (обязательства и функции), crosswalk "
    "(сопоставление), coverage (что закреплено), roadmap (дорожная карта), indicators (показатели)",
    "what to draw: structure, functions, agreement (obligations and functions), crosswalk, coverage (what is taken "
    "on), roadmap, indicators",
)


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("view", metavar="VIEW", help=_VIEWS(language))
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help=Bilingual(
            "бумаги; без них – положение из --regulation", "papers; without any, the regulation of --regulation"
        )(language),
    )
    add_regulation(parser, language)
    add_as_of(parser, language)
    add_output(parser, dict.fromkeys(_ENDINGS.values()), language)


def run(options: argparse.Namespace) -> int:
    """Draw a view to files or to standard output."""
    from rsnms_kg.api import draw
    from rsnms_kg.knowledge.regulations import regulation_ids

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "svg", options.lang) for output in outputs]
    if options.paths.count("-") > 1:
        raise UsageError(Bilingual("Из стандартного ввода читается только одна бумага: остальные дайте файлами.",
                                   "Standard input holds one paper only: give the others as files."))  # fmt: skip
    sources: list[str] = []
    for path in options.paths:
        found, errors = ([path], []) if path in regulation_ids() else papers([path], options.output)
        if errors:
            raise errors[0]
        sources += found
    day = day_of(options.as_of)
    picture = draw(sources, options.view, options.lang, regulation=options.regulation, as_of=day)
    for output, format_ in zip(outputs, formats, strict=True):
        write(picture.rendered(format_), [output])
    return OK
