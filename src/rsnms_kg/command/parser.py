"""argparse in the language of the user: headings, usage and what is wrong with a call."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import IO, Any, NoReturn

_RUSSIAN = (
    (re.compile(r"the following arguments are required: (.+)"), r"не хватает: \1"),
    (re.compile(r"unrecognized arguments: (.+)"), r"лишнее в вызове: \1"),
    (
        re.compile(r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)"),
        r"\1: значения \2 нет, есть: \3",
    ),
    (re.compile(r"argument (\S+): expected one argument"), r"\1: нужно одно значение"),
    (re.compile(r"ambiguous option: (\S+) could match (.+)"), r"\1 – это \2? Напишите полностью"),
)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are in Russian or English."""

    def __init__(self, *args: Any, language: str = "ru", **options: Any) -> None:
        super().__init__(*args, **{**options, "add_help": False})
        self.russian = language == "ru"
        shown = "показать эту справку" if self.russian else "show this help"
        self.add_argument("-h", "--help", action="help", help=shown)
        if self.russian:
            self._positionals.title, self._optionals.title = "что дать", "параметры"

    def parse_anywhere(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse a call in which options may stand between the files: ``list terms --format json PATH``.

        argparse settles an optional file before it sees what follows an option.
        """
        options, rest = self.parse_known_args(words)
        if rest and not any(word.startswith("-") and word != "-" for word in rest):
            if hasattr(options, "paths"):
                options.paths, rest = [*options.paths, *rest], []
            for name in ("path", "id"):
                if rest and getattr(options, name, "") is None:
                    setattr(options, name, rest.pop(0))
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return options

    def format_usage(self) -> str:
        """Return the line that shows how to call."""
        return self._in_language(super().format_usage())

    def format_help(self) -> str:
        """Return the help."""
        return self._in_language(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and how to call; exit code 2."""
        if self.russian:
            for pattern, russian in _RUSSIAN:
                message = pattern.sub(russian, message)
        word = "ошибка" if self.russian else "error"
        self.exit(2, f"{self.format_usage()}{self.prog}: {word}: {message}\n")

    def _print_message(self, message: str, file: IO[str] | None = None) -> None:  # type: ignore[override]
        """Print in what the console's encoding has; what it lacks becomes «?»."""
        stream = file or sys.stderr
        encoding = getattr(stream, "encoding", None) or "utf-8"
        stream.write(message.encode(encoding, "replace").decode(encoding))

    def _in_language(self, text: str) -> str:
        return text.replace("usage: ", "вызов: ", 1) if self.russian else text
