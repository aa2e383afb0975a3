"""Rows of a table of targets against the numbers of people or schools that they imply."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.knowledge.lexicon import recognise
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.functions.bases import (
    ROUNDING_NAMES,
    ROUNDINGS,
    Bases,
    Cell,
    bases,
    cells_of,
    population,
)
from rsnms_kg.outcome.functions.breach import Breach, facts, text
from rsnms_kg.russian.words import content_lemmas

_TERRITORIAL = {"муниципальный", "образование", "район", "округ", "городской", "город", "область", "край", "республика"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its cells; ``words`` are those that tell its group from others, territories left out."""

    node: Node
    name: str
    words: frozenset[str]
    group: Bilingual | None
    cells: tuple[Cell, ...]

    def fits(self, rule: str) -> Bases | None:
        return bases([(cell.share, cell.count) for cell in self.cells], rule)


def no_common_base(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-BASE: no base fits the cells of a row, whatever the rounding."""
    for table in _tables(graph):
        for row in table:
            if not any(row.fits(rule) for rule in ROUNDINGS):
                yield Breach(row.node, {"bases": _cells_told(row.cells)})


def one_rounding(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-ROUNDING: some rules of rounding fit the whole table, others do not, and the paper names none."""
    for table in _tables(graph) if not _names_rounding(graph) else []:
        rows = _fitting(table)
        whole = _whole(rows)
        if rows and whole and len(whole) < len(ROUNDINGS):
            names = [ROUNDING_NAMES[rule] for rule in whole]
            rules = Bilingual(" или ".join(name.ru for name in names), " or ".join(name.en for name in names))
            yield Breach(_place(graph, rows), {"rules": rules, "bases": _bases_told(rows, whole[0])})


def _names_rounding(graph: Graph) -> bool:
    """Tell whether a paper says how it rounds: in the name of an indicator, in a clause, in a note below a table."""
    said = [str(words) for name in ("name", "quote") for words in graph.objects(None, RSNMS[name])]
    said += [graph.document.text] if isinstance(graph, PaperGraph) else []
    return any("округл" in words.lower() for words in said)


def no_one_rounding(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-RULE: every row fits some rule of rounding, and no rule fits all of them."""
    for table in _tables(graph):
        rows = _fitting(table)
        if not rows or _whole(rows):
            continue
        odd = [row for row in rows if _whole([other for other in rows if other is not row])]
        told = odd[:1] or rows
        yield Breach(told[0].node if odd else _place(graph, rows), {
            "rows": Bilingual(*("; ".join(_rules_told(row, language) for row in told) for language in ("ru", "en"))),
            "others": _joined([ROUNDING_NAMES[rule] for rule in _whole([row for row in rows if row not in odd[:1]])])
            if odd else Bilingual("одно правило для всех строк", "one rule for all rows"),
        })  # fmt: skip


def parted_population(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-POPULATION: rows of one group imply different numbers, or a part of it is larger than the whole."""
    for first, second, rule in _apart(graph):
        whole_first = first.words <= second.words
        one, other = first.fits(rule) or (0, 0), second.fits(rule) or (0, 0)
        larger = other[0] > one[1] if whole_first else one[0] > other[1]
        if first.words == second.words or larger:
            yield Breach(second.node, _against(first, second, rule))


def near_population(graph: Graph) -> Iterator[Breach]:
    """INDICATOR-NEIGHBOUR: a row of a part of a group implies another number than the row of the whole group."""
    for first, second, rule in _apart(graph):
        whole_first = first.words <= second.words
        one, other = first.fits(rule) or (0, 0), second.fits(rule) or (0, 0)
        smaller = other[1] < one[0] if whole_first else one[1] < other[0]
        if first.words != second.words and smaller:
            yield Breach(second.node, _against(first, second, rule))


def _apart(graph: Graph) -> Iterator[tuple[_Row, _Row, str]]:
    """Rows of one group, or of a group and a part of it, that no base fits together under any rule of the table.

    A row is compared with the nearest above it only: one slip is told once.
    """
    for table in _tables(graph):
        rows = _fitting(table)
        whole = _whole(rows)
        told: set[Node] = set()
        for first, second in itertools.combinations(rows, 2):
            same = first.group is not None and first.group == second.group
            nested = first.words <= second.words or second.words <= first.words
            if not whole or not same or not nested or {first.node, second.node} & told:
                continue
            if all(_disjoint(first.fits(rule), second.fits(rule)) for rule in whole):
                told.add(second.node)
                yield first, second, whole[0]


def _against(first: _Row, second: _Row, rule: str) -> dict[str, str | Bilingual]:
    group = second.group or Bilingual("", "")
    return {
        "group": group, "row": first.name, "other": second.name,
        "bases": _range(first.fits(rule)), "otherBases": _range(second.fits(rule)),
        "rule": ROUNDING_NAMES[rule],
    }  # fmt: skip


def _disjoint(one: Bases | None, other: Bases | None) -> bool:
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def _tables(graph: Graph) -> list[list[_Row]]:
    """The rows with shares and counts, table by table."""
    tables: dict[str, list[_Row]] = {}
    for ordinal, node in enumerate(facts(graph, "IndicatorRow"), start=1):
        cells = tuple(cells_of(graph, node))
        if cells:
            name = text(graph, node, "number") or str(ordinal)
            row = _Row(node, name, _words(text(graph, node, "populationWords")), population(graph, node), cells)
            tables.setdefault(str(node).rpartition("/row-")[0], []).append(row)
    return list(tables.values())


def _words(printed: str | None) -> frozenset[str]:
    """The words by which a group is told from another: those that name a territory say where, not who."""
    if not printed:
        return frozenset()
    named = set(content_lemmas(printed)) - _TERRITORIAL
    return frozenset(word for word in named if recognise("region", f"{word} область") is None)


def _fitting(rows: Sequence[_Row]) -> list[_Row]:
    """The rows that fit some rule; the others are told by themselves."""
    return [row for row in rows if any(row.fits(rule) for rule in ROUNDINGS)]


def _whole(rows: Sequence[_Row]) -> list[str]:
    """The rules of rounding that fit all of some rows."""
    return [rule for rule in ROUNDINGS if all(row.fits(rule) for row in rows)]


def _place(graph: Graph, rows: Sequence[_Row]) -> Node:
    """The annex that a table stands in; a table in the body is cited by its first row."""
    annex = next((annex for annex in facts(graph, "Annex") if str(rows[0].node).startswith(f"{annex}/")), None)
    return annex if annex is not None else rows[0].node


def _bases_told(rows: Sequence[_Row], rule: str) -> Bilingual:
    """«педагоги (строки 1, 2) – 245–249; тьюторы (строка 3) – 1»: rows of one group that fit one base together."""
    groups: list[list[_Row]] = []
    for row in rows:
        own = next((group for group in groups if _together(group, row, rule)), None)
        if own is None:
            groups.append([row])
        else:
            own.append(row)
    return Bilingual(*("; ".join(_group_told(group, rule, language) for group in groups) for language in ("ru", "en")))


def _together(group: Sequence[_Row], row: _Row, rule: str) -> bool:
    same = group[0].group is not None and group[0].group == row.group
    return same and bases([(cell.share, cell.count) for one in (*group, row) for cell in one.cells], rule) is not None


def _group_told(group: Sequence[_Row], rule: str, language: str) -> str:
    fitting = bases([(cell.share, cell.count) for row in group for cell in row.cells], rule)
    names = ", ".join(row.name for row in group)
    if language == "ru":
        rows = f"строк{'и' if len(group) > 1 else 'а'} {names}"
    else:
        rows = f"row{'s' if len(group) > 1 else ''} {names}"
    name = group[0].group
    return f"{name(language)} ({rows}) – {_range(fitting)}" if name else f"{rows} – {_range(fitting)}"


def _rules_told(row: _Row, language: str) -> str:
    rules = _joined([ROUNDING_NAMES[rule] for rule in ROUNDINGS if row.fits(rule)])(language)
    return f"строка {row.name} – {rules}" if language == "ru" else f"row {row.name} – {rules}"


def _cells_told(cells: Sequence[Cell]) -> Bilingual:
    """Which numbers each cell fits, whatever the rounding: «5 % и 15 – от 281 до 319»."""
    ru, en = [], []
    for cell in cells:
        found = [fitting for rule in ROUNDINGS if (fitting := bases([(cell.share, cell.count)], rule))]
        share = f"{cell.share.normalize():f}".replace(".", ",")
        if cell.share == 0:
            if cell.count:
                ru.append(f"0 % – это ноль, а количество {cell.count}")
                en.append(f"0% is nobody, the count is {cell.count}")
        elif not found:
            ru.append(f"{share} % и {cell.count} – ни одна")
            en.append(f"{share}% and {cell.count} – none")
        else:
            low, high = min(left for left, _ in found), max(right for _, right in found)
            ru.append(f"{share} % и {cell.count} – {_range((low, high))}")
            en.append(f"{cell.share.normalize():f}% and {cell.count} – {_range((low, high))}")
    return Bilingual("; ".join(ru), "; ".join(en))


def _range(fitting: Bases | None) -> str:
    if fitting is None:
        return "–"
    return f"{fitting[0]}" if fitting[0] == fitting[1] else f"{fitting[0]}–{fitting[1]}"


def _joined(names: Sequence[Bilingual]) -> Bilingual:
    return Bilingual(", ".join(name.ru for name in names), ", ".join(name.en for name in names))
