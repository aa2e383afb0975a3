"""What every verb shares: exit codes, messages, output to a file or to standard output, progress."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.reading import paper_paths
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.graph.files import write_atomically
from rsnms_kg.knowledge.regulations import DEFAULT

OK, FINDINGS, UNUSABLE, OUR_FAULT = 0, 1, 2, 3
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MANY = 3


def say(text: str) -> None:
    """Write one line to standard error, without control characters and in what its encoding has."""
    line = _CONTROL.sub("", " ".join(text.split()))
    encoding = sys.stderr.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def _keep(papers: list[str], outputs: list[str]) -> None:
    """Refuse to write over a paper that is read.

    :raises UsageError: when an output is one of the papers.
    """
    taken = {Path(paper).resolve() for paper in papers if paper != "-" and "\0" not in paper}
    for output in outputs:
        if output != "-" and "\0" not in output and Path(output).resolve() in taken:
            raise UsageError(
                Bilingual(
                    f"«{output}» – бумага, которую читают: отчёт стёр бы её. Назовите другой файл.",
                    f"{output!r} is a paper that is read: the output would replace it. Name another file.",
                )
            )


def add_output(
    parser: argparse.ArgumentParser, formats: Iterable[str], language: str, more: Bilingual | None = None
) -> None:
    """Add ``-o FILE`` and ``--format`` to a verb; ``more`` is what else its help says of the output."""
    told = Bilingual("записать в файл; окончание выбирает формат", "write to a file; its ending picks the format")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        action="append",
        default=[],
        help=told(language) + (f"; {more(language)}" if more else ""),
    )
    parser.add_argument("--format", choices=sorted(formats), help=Bilingual("формат", "format")(language))


def add_papers(parser: argparse.ArgumentParser, language: str) -> None:
    """Add ``PATH…`` to a verb."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help=Bilingual(
            "файлы или папки с бумагами; «-» – стандартный ввод",
            "files or folders with papers; - is standard input",
        )(language),
    )


def papers(given: list[str], outputs: list[str]) -> tuple[list[str], list[InputError]]:
    """Return the papers that paths name, and an error for each path that names none.

    :raises UsageError: when an output is one of the papers.
    """
    found: list[str] = []
    errors: list[InputError] = []
    for path in given:
        try:
            found.extend(paper_paths(path))
        except InputError as error:
            errors.append(error)
    _keep(found, outputs)
    return found, errors


def add_regulation(parser: argparse.ArgumentParser, language: str) -> None:
    """Add ``--regulation`` to a verb."""
    parser.add_argument(
        "--regulation",
        metavar="ID|FILE",
        default=DEFAULT,
        help=Bilingual(
            f"положение: имя встроенного или файл (по умолчанию {DEFAULT})",
            f"the regulation: a shipped id or a file (default {DEFAULT})",
        )(language),
    )


def add_as_of(parser: argparse.ArgumentParser, language: str) -> None:
    """Add ``--as-of`` to a verb."""
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        help=Bilingual("день, на который судить (ГГГГ-ММ-ДД)", "the day to judge by (YYYY-MM-DD)")(language),
    )


def day_of(text: str | None) -> date | None:
    """Return the day that ``--as-of`` names.

    :raises UsageError: when it is no date.
    """
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


def write(text: str | bytes, outputs: list[str]) -> None:
    """Write text or bytes to files, or to standard output when there are none (or ``-``)."""
    data = text.encode("utf-8", errors="replace") if isinstance(text, str) else text
    for output in outputs or ["-"]:
        if output == "-":
            if sys.stdout is None:
                raise UsageError(Bilingual("Стандартный вывод закрыт: назовите файл (-o).",
                                           "Standard output is closed: name a file (-o)."))  # fmt: skip
            sys.stdout.buffer.write(data)
        else:
            write_atomically(Path(output), data)


def format_of(output: str, endings: dict[str, str], asked: str | None, default: str, language: str) -> str:
    """Return the format asked for, or the one that the ending of an output file names.

    :raises UsageError: when the ending names none.
    """
    if asked:
        return asked
    if output == "-":
        return default
    ending = Path(output).suffix.lower()
    if ending not in endings:
        known = ", ".join(sorted(endings))
        raise UsageError(
            Bilingual(
                f"По имени «{output}» не понять формат. Окончания: {known}; или задайте --format.",
                f"The name {output!r} does not tell the format. Endings: {known}; or give --format.",
            )
        )
    return endings[ending]


def with_progress(paths: list[str]) -> Iterator[str]:
    """Yield paths; where there are many, say on standard error which one is being read."""
    for ordinal, path in enumerate(paths, start=1):
        if len(paths) > _MANY:
            say(f"[{ordinal}/{len(paths)}] {path}")
        yield path
