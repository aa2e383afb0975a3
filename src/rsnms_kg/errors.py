"""Errors that a caller can act on, each saying what is wrong, where, and what to do next."""

from __future__ import annotations

from rsnms_kg.bilingual import Bilingual


class RsnmsError(Exception):
    """Base of every error that this library raises on purpose.

    ``message`` is a :class:`~rsnms_kg.bilingual.Bilingual`; ``str(error)`` is its Russian text.
    """

    def __init__(self, message: Bilingual) -> None:
        self.message = message
        super().__init__(message.ru)


class InputError(RsnmsError):
    """A file, a folder or standard input cannot be read as what it was given for.

    ``path`` names the input as the caller gave it.
    """

    def __init__(self, path: str, message: Bilingual) -> None:
        self.path = path
        super().__init__(message)


class UsageError(RsnmsError):
    """The call itself is wrong: an unknown regulation, view, format or requirement."""


class MissingExtraError(UsageError):
    """An optional dependency is needed and not installed; the message gives the command to run."""


class KnowledgeError(RsnmsError):
    """Our own data (ontology, shapes, requirements) is at fault: a bug of ours, exit code 3."""
