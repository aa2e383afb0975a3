"""The territories that a post or the name of a body names, and whether two of them are one."""

from __future__ import annotations

import re

from rsnms_kg.facts.municipalities import municipalities, stem
from rsnms_kg.russian.typography import level

# In a post whatever adjective has a capital letter is a name: «Глава Лесного муниципального округа».
_NAMED = re.compile(
    r"(?<![А-Яа-я-])(?P<name>[А-Я][а-я]+(?:-[А-Я]?[а-я]+)*(?:[иы]й|[ое]го|[ое]му|[иы]м|[ое]м))\s+"
    r"(?:(?:муниципальн|городск|сельск)[а-я]+\s+(?:округ|район|поселени|образовани)|район)[а-я]*"
)


def territories(*names: str) -> dict[str, str]:
    """Return the municipalities that posts and names of bodies name: the stem of each with its words."""
    found: dict[str, str] = {}
    for name in names:
        said = level(name)
        for match in _NAMED.finditer(said):
            found.setdefault(stem(match["name"]), name[slice(*match.span())])
        for one in municipalities(said):
            found.setdefault(one.proper_name, name[one.start : one.end])
    return found


def akin(one: str, other: str) -> bool:
    """Tell whether two stems are of one name, or one of an adjective made of the other: «Калуг», «Калужск»."""
    short, long = sorted((one, other), key=len)
    adjective = long.endswith(("ск", "цк")) and not short.endswith(("ск", "цк"))
    return one == other or (adjective and long.startswith(short[:-1]))
