"""The table of targets as HTML: every indicator, its targets by period, and the bases that they imply."""

from __future__ import annotations

from decimal import Decimal

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.outcome.functions.bases import (
    ROUNDING_NAMES,
    ROUNDINGS,
    bare_share,
    bases,
    by_period,
    cells_of,
    population,
    sound,
)
from rsnms_kg.outcome.functions.breach import facts, number, text
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.html.tables import row, table
from rsnms_kg.russian.typography import NBSP, plain

_HEAD = (
    Bilingual("Период", "Period"),
    Bilingual("Доля, %", "Share, %"),
    Bilingual("Число", "Count"),
)
_ROUNDED = Bilingual("База при округлении", "Base if rounded")
_TOGETHER = Bilingual("все периоды", "all periods")
_NO_BASE = Bilingual("нет такой", "none")
_ANY_BASE = Bilingual("любая", "any")
_BARE = Bilingual("без знака %", "no % sign")
_NOT_RECKONED = Bilingual("не считается", "not reckoned with")
_SEVERAL = Bilingual("Вместе", "Together")
_LARGEST = 10**9
_COLUMNS = len(_HEAD) + len(ROUNDINGS)


def indicators_table(graph: Graph, caption: str, language: str) -> Element | None:
    """Return the targets with the numbers of people or schools that fit them; nothing where there are none."""
    indicators = [(node, by_period(graph, node)) for node in facts(graph, "IndicatorRow")]
    shown = [(node, targets) for node, targets in indicators if targets]
    if not shown:
        return None
    head = [*(name(language) for name in _HEAD),
            *(f"{_ROUNDED(language)} {ROUNDING_NAMES[rule](language)}" for rule in ROUNDINGS)]  # fmt: skip
    rows = [made for node, targets in shown for made in _indicator(graph, node, targets, language)]
    return table(caption, head, [*rows, *_groups(graph, [node for node, _ in shown], language)], "bases")


def _indicator(graph: Graph, node: Node, targets: list[Node], language: str) -> list[Element]:
    place = cited_place(text(graph, node, "clauseLabel") or "", language)
    name = element("span", plain(text(graph, node, "name") or "–"), lang="ru")
    people = _people(graph, node, language)
    place = place[:1].upper() + place[1:]
    head = element("th", [f"{place}. " if place else None, name, *((f" ({people})",) if people else ())],
                   colspan=str(_COLUMNS), scope="rowgroup")  # fmt: skip
    made = [element("tr", head, class_="family")]
    made += [_target(graph, target, language) for target in targets]
    cells = [(cell.share, cell.count) for cell in cells_of(graph, node)]
    if len(cells) > 1:
        made.append(row(_TOGETHER(language), "", "", *_ranges(cells, language), class_="together"))
    return made


def _target(graph: Graph, target: Node, language: str) -> Element:
    share, count = number(graph, target, "share"), number(graph, target, "count")
    ranges: list[Content] = ["–"] * len(ROUNDINGS)
    if not sound(graph, target):
        ranges = [_NOT_RECKONED(language)] * len(ROUNDINGS)
    elif share is not None and count is not None:
        ranges = [*_ranges([(Decimal(share), int(count))], language)]
    told = _number(share, language)
    if share is not None and bare_share(graph, target):
        told += f" ({_BARE(language)})"
    return row(text(graph, target, "period") or "–", told, _number(count, language), *ranges)


def _groups(graph: Graph, nodes: list[Node], language: str) -> list[Element]:
    """The base of every group that several rows count, from all their cells together."""
    groups: dict[str, list[Node]] = {}
    for node in nodes:
        group = population(graph, node)
        if group is not None and cells_of(graph, node):
            groups.setdefault(group(language), []).append(node)
    made = []
    for name, several in groups.items():
        if len(several) > 1:
            cells = [(cell.share, cell.count) for node in several for cell in cells_of(graph, node)]
            rows = ", ".join(text(graph, node, "number") or "–" for node in several)
            told = Bilingual(f"строки{NBSP}{rows}", f"rows{NBSP}{rows}")(language)
            head = f"{_SEVERAL(language)}: {name} ({told})"
            made.append(row(head, "", "", *_ranges(cells, language), class_="together"))
    return made


def _people(graph: Graph, node: Node, language: str) -> str:
    group = population(graph, node)
    return group(language) if group is not None else plain(text(graph, node, "populationWords") or "")


def _ranges(cells: list[tuple[Decimal, int]], language: str) -> list[Content]:
    """The bases that fit all cells, for every rule of rounding."""
    made: list[Content] = []
    for rule in ROUNDINGS:
        fitting = bases(cells, rule)
        if fitting is None:
            made.append(_NO_BASE(language))
        elif fitting[1] >= _LARGEST:
            made.append(_ANY_BASE(language))
        else:
            made.append(f"{fitting[0]}–{fitting[1]}" if fitting[0] != fitting[1] else f"{fitting[0]}")
    return made


def _number(value: Decimal | int | None, language: str) -> str:
    if value is None:
        return "–"
    told = f"{Decimal(value).normalize():f}"
    return told.replace(".", ",") if language == "ru" else told
