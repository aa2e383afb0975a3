"""What a generated agreement is about and how it is laid out. Cases are data: nothing is declined here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["ministry", "municipality", "centre"]
Gender = Literal["m", "f", "n"]


@dataclass(frozen=True)
class Person:
    """A person: given name, patronymic and surname in the nominative and in the genitive."""

    nominative: tuple[str, str, str]
    genitive: tuple[str, str, str]
    feminine: bool = False

    @property
    def initials(self) -> str:
        given, patronymic, _ = self.nominative
        return f"{given[0]}.{patronymic[0]}."

    @property
    def surname(self) -> str:
        return self.nominative[2]


@dataclass(frozen=True)
class Side:
    """A party: its name, its short name (and that in the genitive) and who signs for it.

    ``named`` is the gender of the name: it decides between «именуемое», «именуемая» and «именуемый».
    """

    role: Role
    name: str
    short: str
    short_genitive: str
    named: Gender
    post: tuple[str, ...]  # nominative, line by line as in a signature
    post_genitive: str
    authority: str
    person: Person


@dataclass(frozen=True)
class Row:
    """A row of the annex: its name and, for each period, share and count (``None`` is an empty cell)."""

    name: str
    values: tuple[tuple[str | None, str | None], ...]


@dataclass(frozen=True)
class Matter:
    """An agreement apart from its layout. ``region`` is its notation in the code list."""

    region: str
    region_genitive: str
    municipality_dative: str
    sides: tuple[Side, Side, Side]
    number: str
    date: dt.date
    place: str
    ends_on: dt.date
    rows: tuple[Row, ...]

    def side(self, role: Role) -> Side:
        return next(side for side in self.sides if side.role == role)


@dataclass(frozen=True)
class Layout:
    """How the paper is written; every field is one choice that offices make."""

    sections: Literal["roman", "arabic"] = "roman"
    items: Literal["decimal", "parenthesis", "dash", "letter"] = "decimal"
    bearer: Literal["numbered", "plain", "section", "bare", "genitive", "sentence"] = "numbered"
    bearer_name: Literal["short", "full"] = "short"
    verb: Literal["обеспечивает", "обязуется"] = "обязуется"
    naming: Literal["brackets", "called"] = "brackets"
    post: Literal["before", "after"] = "before"
    surname: Literal["first", "last"] = "last"
    authority: bool = True
    head: Literal["lines", "one line", "number in title"] = "lines"
    signatures: Literal["flattened", "interleaved", "columns", "rows", "ruled", "slashes"] = "interleaved"
    signed_date: Literal["printed", "blank", "none"] = "printed"
    annex: Literal["labelled", "titled", "numbered"] = "labelled"
    table: Literal["share and count", "values"] = "share and count"
    periods: tuple[str, ...] = ("2022 год", "2023 год и последующие годы")
    boundary: Literal["до", "по"] = "по"
    term: Literal["from signing", "between dates"] = "from signing"
    joint: bool = True
    rights: bool = False


@dataclass
class Known:
    """What a reader must find: for each kind of fact the values that the writer put there."""

    act: set[tuple[object, ...]] = field(default_factory=set)
    titles: set[tuple[object, ...]] = field(default_factory=set)
    parties: set[tuple[object, ...]] = field(default_factory=set)
    representatives: set[tuple[object, ...]] = field(default_factory=set)
    obligations: set[tuple[object, ...]] = field(default_factory=set)
    targets: set[tuple[object, ...]] = field(default_factory=set)
    signatures: set[tuple[object, ...]] = field(default_factory=set)
    validity: set[tuple[object, ...]] = field(default_factory=set)
    annexes: set[tuple[object, ...]] = field(default_factory=set)
    provisions: set[tuple[object, ...]] = field(default_factory=set)


KINDS = tuple(Known.__dataclass_fields__)
