"""The facts of one paper, with keys that come from their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

from rsnms_kg.documents.document import Clause, Document, Paragraph, Part
from rsnms_kg.facts.model import Fact, Ref
from rsnms_kg.russian.typography import plain

F = TypeVar("F", bound=Fact)


class Facts:
    """The facts of a paper in the order in which they were added.

    ``kind`` is ``agreement`` or ``regulation``; ``act`` is the IRI of the act, and every key is a path
    below it.
    """

    def __init__(self, document: Document, kind: str, act: str) -> None:
        self.document = document
        self.kind = kind
        self.act = act
        self._facts: dict[str, Fact] = {}
        self._copies: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts.values())

    def __len__(self) -> int:
        return len(self._facts)

    def of(self, kind: type[F]) -> list[F]:
        """Return the facts of a kind in order."""
        return [fact for fact in self._facts.values() if type(fact) is kind]

    def add(self, kind: type[F], place: str, label: str, start: int, end: int, **values: Any) -> F:
        """Add a fact at a place (a key such as ``annex-1/3-2``) and return it.

        A second fact of one kind at one place gets a number after its key, so that nothing is merged.
        """
        name = kind.__name__[0].lower() + kind.__name__[1:]
        stem = f"{place}/{name}" if place else name
        self._copies[stem] += 1
        key = stem if self._copies[stem] == 1 else f"{stem}-{self._copies[stem]}"
        fact = kind(key=key, clause_label=label, start=start, end=end, order=len(self._facts) + 1, **values)
        self._facts[key] = fact
        return fact

    def put(self, fact: Fact) -> None:
        """Add a fact that bears its own key."""
        self._facts[fact.key] = fact

    def replace(self, fact: Fact) -> None:
        """Put a fact in the place of the one with the same key."""
        self._facts[fact.key] = fact

    def quote(self, start: int, end: int) -> str:
        """Return the words at a place on one line."""
        return plain(self.document.text[start:end])


def annex_ordinal(document: Document, number: int | None) -> int | None:
    """Return which annex a number means: the one that bears it, or the one in that place where none bears any."""
    printed = {printed_number(document, part): part.ordinal for part in document.annexes}
    if number is not None and any(one is not None for one in printed):
        return printed.get(number)
    ordinal = number or 1
    return ordinal if ordinal <= len(document.annexes) else None


def printed_number(document: Document, part: Part) -> int | None:
    """Return the number that the mark of an annex bears: 2 of «Приложение № 2 к приказу …»."""
    if part.marked is None:
        return None
    match = re.match(r"\**[А-Яа-я]+\s*№?\s*(\d{1,2})(?!\d)", document.level[part.marked.start : part.marked.end])
    return int(match[1]) if match else None


def part_key(part: Part) -> str:
    """Return the key of a part: ``body``, ``annex-1`` …"""
    return f"annex-{part.ordinal}" if part.ordinal else "body"


def clause_key(part: Part, clause: Clause) -> str:
    """Return the key of a clause: its part and its ordinals, ``body/2-3-6``."""
    return f"{part_key(part)}/{'-'.join(map(str, clause.path))}"


def clause_ref(part: Part, clause: Clause) -> Ref:
    """Return a reference to the fact that describes a clause."""
    return Ref(clause_key(part, clause))


def body_span(document: Document, paragraph: Paragraph) -> tuple[int, int]:
    """Return the words of a paragraph without its label, emphasis marks and the semicolon of a list."""
    start, end = paragraph.body, paragraph.end
    while end > start and document.text[end - 1] in "*; \n\t":
        end -= 1
    return start, end


def clause_span(document: Document, clause: Clause) -> tuple[int, int]:
    """Return the words of a clause with the list that it introduces."""
    assert clause.head is not None
    start, end = body_span(document, clause.head)
    for below in clause.walk():
        if below is not clause and below.head is not None:
            end = max(end, body_span(document, below.head)[1])
    return start, end
