"""``rsnms draw``: a view of a regulation as a picture."""

from __future__ import annotations

import argparse

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_output, add_regulation, format_of, write

NAME = "draw"
ABOUT = Bilingual("нарисовать структуру", "draw the structure")
_ENDINGS = {".svg": "svg", ".dot": "dot", ".gv": "dot", ".mmd": "mermaid", ".mermaid": "mermaid"}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    parser.add_argument(
        "view", metavar="VIEW", help=Bilingual("что рисовать: structure", "what to draw: structure")(language)
    )
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        help=Bilingual("положение; без него – встроенное", "a regulation; without it, the shipped one")(language),
    )
    add_regulation(parser, language)
    add_output(parser, ("svg", "dot", "mermaid"), language)


def run(options: argparse.Namespace) -> int:
    """Draw a view to files or to standard output."""
    from rsnms_kg.api import draw

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "svg", options.lang) for output in outputs]
    picture = draw(options.path or options.regulation, options.view, options.lang)
    for output, format_ in zip(outputs, formats, strict=True):
        write({"svg": picture.svg, "dot": picture.dot, "mermaid": picture.mermaid}[format_](), [output])
    return OK
