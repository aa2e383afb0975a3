"""``rsnms compare``: what corresponds in two papers, what moved to another bearer, what is missing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, add_output, format_of, papers, write
from rsnms_kg.errors import UsageError

if TYPE_CHECKING:
    from rsnms_kg.crosswalk.comparison import Comparison

NAME = "compare"
ABOUT = Bilingual("сопоставить две бумаги или положения", "compare two papers or regulations")
_ENDINGS = {".txt": "text", ".json": "json", ".csv": "csv", ".md": "md"}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    for name, which in (("left", Bilingual("первая", "the first")), ("right", Bilingual("вторая", "the second"))):
        parser.add_argument(
            name,
            metavar={"left": "A", "right": "B"}[name],
            help=Bilingual(
                f"{which.ru} бумага: файл, «-» или имя встроенного положения",
                f"{which.en} paper: a file, - or the id of a shipped regulation",
            )(language),
        )
    parser.add_argument(
        "--min-score",
        metavar="0…1",
        type=_score,
        default=0.0,
        help=Bilingual("не показывать пары со сходством ниже", "leave out pairs that are less alike")(language),
    )
    add_output(parser, _ENDINGS.values(), language)


def run(options: argparse.Namespace) -> int:
    """Compare two papers; what they differ in is no finding, so that the code is 0."""
    from rsnms_kg.api import compare

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "text", options.lang) for output in outputs]
    if (options.left, options.right) == ("-", "-"):
        raise UsageError(Bilingual("Из стандартного ввода читается только одна бумага: вторую дайте файлом.",
                                   "Standard input holds one paper only: give the other as a file."))  # fmt: skip
    papers([path for path in (options.left, options.right) if _is_file(path)], options.output)
    comparison = compare(options.left, options.right).above(options.min_score)
    for output, format_ in zip(outputs, formats, strict=True):
        write(_written(comparison, format_, options.lang), [output])
    return OK


def _written(comparison: Comparison, format_: str, language: str) -> str:
    from rsnms_kg.crosswalk import presentation

    if format_ == "json":
        return json.dumps(comparison.as_json(language), ensure_ascii=False, indent=2) + "\n"
    if format_ == "csv":
        from rsnms_kg.listing.formats import as_csv

        return as_csv(presentation.as_rows(comparison, language), language)
    return {"text": presentation.as_text, "md": presentation.as_markdown}[format_](comparison, language)


def _is_file(path: str) -> bool:
    return path != "-" and "\0" not in path and Path(path).is_file()


def _score(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("0…1")
    return value
