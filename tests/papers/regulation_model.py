"""What a generated regulation says and how it is laid out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["regional", "municipal", "institutional"]


@dataclass(frozen=True)
class Subject:
    """A subject of the system with its functions, as verbs in the third person."""

    level: Level
    name: str
    functions: tuple[str, ...]
    short: str | None = None
    several: bool = False  # the name is a plural


@dataclass(frozen=True)
class Measure:
    """A row of the roadmap."""

    name: str
    responsible: str
    result: str
    deadline: dt.date


@dataclass(frozen=True)
class Rules:
    """An order with a regulation and a roadmap, apart from their layout."""

    region: str
    region_genitive: str
    ministry_genitive: str
    issuer: str
    number: str
    date: dt.date
    signed_by: str  # С.С. Фамилия
    control: str
    control_post: str  # accusative
    subjects: tuple[Subject, ...]
    measures: tuple[Measure, ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        return tuple(dict.fromkeys(subject.level for subject in self.subjects))


@dataclass(frozen=True)
class Form:
    """How the paper is written."""

    order: bool = True
    sections: Literal["roman", "arabic"] = "arabic"
    functions: Literal["heading", "inline"] = "heading"
    items: Literal["dash", "bullet", "parenthesis", "letter", "decimal"] = "dash"
    indicators: Literal["numbered", "parenthesis", "decimal"] = "numbered"
    closed: bool = True
    roadmap: Literal["tabs", "pipes", "markdown"] = "tabs"
    split: bool = False
    annexes: Literal["labelled", "titled"] = "labelled"


@dataclass
class Provided:
    """What a reader must find in it."""

    acts: set[tuple[object, ...]] = field(default_factory=set)
    subjects: set[tuple[object, ...]] = field(default_factory=set)
    functions: set[tuple[object, ...]] = field(default_factory=set)
    closed: set[tuple[object, ...]] = field(default_factory=set)
    terms: set[tuple[object, ...]] = field(default_factory=set)
    provisions: set[tuple[object, ...]] = field(default_factory=set)
    monitoring: set[tuple[object, ...]] = field(default_factory=set)
    measures: set[tuple[object, ...]] = field(default_factory=set)
    orders: set[tuple[object, ...]] = field(default_factory=set)


PROVIDED_KINDS = tuple(Provided.__dataclass_fields__)
