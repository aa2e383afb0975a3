"""Automatic numbering: the labels that Word prints before paragraphs and does not keep in their text.

How Word counts, where the standard leaves it open: all lists of one definition share their counters;
``startOverride`` works once, when its list first reaches that level or a deeper one; a level above that
was never used counts as begun; body, notes and every text box are numbered each on its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.word.numerals import BULLET, bullet, numeral
from rsnms_kg.documents.word.styles import Styles
from rsnms_kg.documents.word.xml import COMPATIBILITY, W, child, switch, value, whole

_PLACE = re.compile(r"%([1-9])")
_LONGEST_LABEL = 100
_SWITCHED_OFF = "0"


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: what it begins with, how it is printed and which style belongs to it.

    ``restart`` is the number (from 1) of the level that sets it back, 0 for never, ``None`` for any above.
    """

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    hidden: bool
    style: str | None

    def restarts_after(self, used: int) -> bool:
        """Tell whether the level begins anew after ``used``, a level above it (from 0)."""
        return self.restart is None or used < self.restart


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its levels, where it begins anew, and the key of the counters that it shares.

    ``linked`` are the levels that belong to paragraph styles, by the names of these.
    """

    counters: str
    levels: Mapping[int, _Level]
    overrides: Mapping[int, int]
    linked: Mapping[str, int]

    def start(self, level: int) -> int:
        return self.overrides.get(level, self.levels[level].start)


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What a style says of numbering: the list, the level, and the styles down to the one that says it."""

    number: str | None
    level: int
    names: tuple[str, ...]


class Numbering:
    """The lists of a file (``root`` is its part, or ``None``) and the paragraphs that belong to them."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._instances = _by_id(root, "num", "numId")
        self._by_style = {
            link: definition
            for definition in self._abstract.values()
            if (link := value(definition, "styleLink")) is not None
        }
        self._lists: dict[str, _List | None] = {}
        self._inherited: dict[str | None, _Inherited] = {}

    def place(self, paragraph: Element) -> tuple[str, _List, int] | None:
        """Return the list of a paragraph (its number and what it is) and the level, or ``None``."""
        direct = child(paragraph, "pPr", "numPr")
        by_style = self._of_style(self._styles.style_of(paragraph))
        number = value(direct, "numId") or by_style.number
        found = None if number in (None, _SWITCHED_OFF) else self._list(number)
        if found is None or number is None:
            return None
        level = whole(value(direct, "ilvl"), -1)
        if level < 0 and value(direct, "numId") is None:  # the level may name the style that it belongs to
            level = next((found.linked[name] for name in by_style.names if name in found.linked), -1)
        if level < 0:
            level = by_style.level
        return (number, found, level) if level in found.levels else None

    def _of_style(self, style: str | None) -> _Inherited:
        if style not in self._inherited:
            chain = self._styles.chain(style)
            settings = [child(one, "pPr", "numPr") for one in chain]
            places = [(value(one, "numId"), value(one, "ilvl")) for one in settings]
            depth = next((depth for depth, (number, _) in enumerate(places) if number), len(chain))
            self._inherited[style] = _Inherited(
                number=places[depth][0] if depth < len(chain) else None,
                level=whole(next((level for _, level in places if level), None), 0),
                names=tuple(str(one.get(W + "styleId", "")) for one in chain[: depth + 1]),
            )
        return self._inherited[style]

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._resolved(self._instances.get(number))
        return self._lists[number]

    def _resolved(self, instance: Element) -> _List | None:
        counters = value(instance, "abstractNumId")
        definition = self._abstract.get(counters) if counters is not None else None
        if definition is None or counters is None:
            return None
        levels = _levels(self._by_style.get(value(definition, "numStyleLink") or "", definition))
        overrides: dict[int, int] = {}
        for override in instance.iterfind(W + "lvlOverride"):
            index = whole(override.get(W + "ilvl"), -1)
            replaced = child(override, "lvl")
            if replaced is not None and index >= 0:
                levels[index] = _level(replaced)
            start = value(override, "startOverride")
            if start is not None:
                overrides[index] = whole(start, 1)
        linked = {level.style: index for index, level in levels.items() if level.style is not None}
        return _List(counters, levels, overrides, linked)


class Counters:
    """The numbering of one story: the body, the notes, or a text box."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()

    def fresh(self) -> Counters:
        """Return counters for a story of its own."""
        return Counters(self._numbering)

    def label(self, paragraph: Element) -> str:
        """Count a paragraph and return its printed label, empty where it has none."""
        place = self._numbering.place(paragraph)
        if place is None:
            return ""
        number, found, level = place
        values = self._values.setdefault(found.counters, {})
        self._override(number, found, level, values)
        for above in range(level):
            if above in found.levels:
                values.setdefault(above, found.start(above))
        values[level] = values[level] + 1 if level in values else found.start(level)
        for below in [index for index in values if index > level]:
            if below not in found.levels or found.levels[below].restarts_after(level):
                del values[below]
        return _printed(found, level, values)

    def _override(self, number: str, found: _List, level: int, values: dict[int, int]) -> None:
        for index, start in found.overrides.items():
            if not 0 <= index <= level or (number, index) in self._overridden:
                continue
            self._overridden.add((number, index))
            if index < level:
                values[index] = start
            else:
                values.pop(index, None)


def _printed(found: _List, level: int, values: Mapping[int, int]) -> str:
    own = found.levels[level]
    if own.hidden:
        return ""
    if own.format == "bullet":
        return bullet(own.text)

    def count(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index not in found.levels:
            return ""
        style = found.levels[index].format
        if own.legal and style not in ("decimalZero", "bullet", "none"):
            style = "decimal"
        return numeral(values.get(index, found.start(index)), style)

    return _PLACE.sub(count, own.text).strip()


def _by_id(root: Element, name: str, attribute: str) -> dict[str, Element]:
    if root is None:
        return {}
    return {str(element.get(W + attribute)): element for element in root.iterfind(W + name)}


def _levels(definition: Element) -> dict[int, _Level]:
    return {
        index: _level(element)
        for element in definition.iterfind(W + "lvl")
        if (index := whole(element.get(W + "ilvl"), -1)) >= 0
    }


def _level(element: Element) -> _Level:
    style = value(element, "numFmt")
    if style is None or style == "custom":
        fallback = element.find(f"{COMPATIBILITY}AlternateContent/{COMPATIBILITY}Fallback/{W}numFmt")
        style = "decimal" if fallback is None else str(fallback.get(W + "val"))
    text = (value(element, "lvlText") or "")[:_LONGEST_LABEL]
    if style == "bullet" and child(element, "lvlPicBulletId") is not None:
        text = BULLET
    restart = value(element, "lvlRestart")
    return _Level(
        start=whole(value(element, "start"), 0),  # the standard's default; Word itself always writes it
        format=style,
        text=text,
        restart=None if restart is None else whole(restart, 0),
        legal=bool(switch(element, "isLgl")),
        hidden=bool(switch(element, "rPr", "vanish")),
        style=value(element, "pStyle"),
    )
