"""The entry of the command: arguments, language, errors and exit codes."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command import check, compare, draw, list_, query, read, rules
from rsnms_kg.command.console import OK, OUR_FAULT, UNUSABLE, say
from rsnms_kg.command.parser import Parser
from rsnms_kg.errors import InputError, KnowledgeError, RsnmsError

# A new verb is one module beside this one and one name here.
_VERBS = (check, read, list_, compare, query, draw, rules)

_ABOUT = Bilingual(
    "Читает бумаги РСНМС, проверяет их по положению и рисует структуру.",
    "Reads papers of regional systems, checks them against the regulation and draws the structure.",
)
_LANG = Bilingual("язык сообщений: ru или en (по умолчанию ru, если локаль не английская)",
                  "language of messages: ru or en (ru unless the locale is English)")  # fmt: skip
_EXITS = Bilingual(
    "Коды выхода: 0 – всё в порядке; 1 – есть нарушения (у check строгость задаёт --fail-on); 2 – ошибка вызова или "
    "чтения; 3 – ошибка программы.",
    "Exit codes: 0 in order; 1 violations (of check, --fail-on sets the severity); 2 wrong call or unreadable input; "
    "3 our own fault.",
)


def command() -> NoReturn:
    """Run as a process of its own: what the system takes back at its end is not taken apart first."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, 1 (findings), 2 (usage, input) or 3 (our own fault)."""
    # A run builds graphs and throws nothing away; looking for garbage often takes a tenth of its time.
    gc.set_threshold(200_000, 50, 50)
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(words)
    parser = _parser(language)
    try:
        options = parser.parse_anywhere(words)
        if not hasattr(options, "run"):
            parser.print_help(sys.stderr)
            return UNUSABLE
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has said what is wrong, or printed the help
        return stop.code if isinstance(stop.code, int) else UNUSABLE
    except InputError as error:
        say(f"{error.path}: {error.message(language)}")
        return UNUSABLE
    except KnowledgeError as error:
        say(error.message(language))
        return OUR_FAULT
    except RsnmsError as error:
        say(error.message(language))
        return UNUSABLE
    except BrokenPipeError:  # the reader of our output has gone, e.g. `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:  # standard output is full or closed
        say(Bilingual(f"Не удалось записать: {error.strerror}.", f"Cannot write: {error.strerror}.")(language))
        return UNUSABLE
    except KeyboardInterrupt:
        say(Bilingual("Прервано.", "Interrupted.")(language))
        return 130
    except Exception as error:
        return _our_fault(error, language)


def _our_fault(error: Exception, language: str) -> int:
    """Say that the fault is ours and how to report it; the traceback is shown on request only."""
    say(Bilingual(
        f"Ошибка программы: {type(error).__name__}: {error}. Сообщите о ней разработчикам; подробности – с "
        "переменной окружения RSNMS_DEBUG=1.",
        f"An error of the program: {type(error).__name__}: {error}. Please report it; for details set "
        "RSNMS_DEBUG=1.",
    )(language))  # fmt: skip
    if os.environ.get("RSNMS_DEBUG"):
        raise error
    return OUR_FAULT


def _language(words: Sequence[str]) -> str:
    """The language asked for by ``--lang``, or the locale's where it is English, or Russian."""
    for word, following in zip(words, [*words, ""][1:], strict=True):
        asked = following if word == "--lang" else word.partition("=")[2] if word.startswith("--lang=") else ""
        if asked in ("ru", "en"):
            return asked
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if locale.startswith("en") else "ru"


def _parser(language: str) -> Parser:
    parser = Parser(prog="rsnms", description=_ABOUT(language), epilog=_EXITS(language), language=language)
    shown = Bilingual("показать версию", "show the version")(language)
    parser.add_argument("--version", action="version", version=f"rsnms {__version__}", help=shown)
    title = Bilingual("действия", "verbs")(language)
    verbs = parser.add_subparsers(title=title, metavar="VERB")
    for verb in _VERBS:
        about = verb.ABOUT(language)
        own = verbs.add_parser(verb.NAME, help=about, description=about, epilog=_EXITS(language), language=language)
        own.add_argument("--lang", choices=("ru", "en"), default=language, help=_LANG(language))
        verb.add_arguments(own, language)
        own.set_defaults(run=verb.run)
    return parser
