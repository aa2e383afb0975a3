"""Tables of a document: what became of every requirement, and the bases that targets imply."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.outcome.functions.bases import ROUNDING_NAMES, ROUNDINGS, ImpliedBase, bases, implied_bases
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.report.entries import Numbered, RequirementEntry, numbered, requirement_entries
from rsnms_kg.report.html.findings import anchor
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.wording import FINDINGS, NAME, NOT_MEANT, REQUIREMENT, SEVERITY, STATUS, STATUSES
from rsnms_kg.russian.typography import plain

_BASES = (
    Bilingual("Строка", "Row"),
    Bilingual("Кого считают", "Who is counted"),
    Bilingual("Период", "Period"),
    Bilingual("Доля, %", "Share, %"),
    Bilingual("Число", "Count"),
)
_ROUNDED = Bilingual("база при округлении", "base if rounded")
_TOGETHER = Bilingual("все периоды", "all periods")
_NO_BASE = Bilingual("нет такой", "none")
_ANY_BASE = Bilingual("любая", "any")
_LARGEST = 10**9


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[Content]], class_: str) -> Element:
    """Return a table that scrolls by keyboard where it is too wide; the first cell of a row names it."""
    made = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", [element("th", name, scope="col") for name in head])),
        element("tbody", rows),
        class_=class_,
    )
    return element("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)


def row(first: Content, *others: Content, **attributes: str | None) -> Element:
    """Return a row of a table; its first cell names it."""
    return element("tr", element("th", first, scope="row"), [element("td", one) for one in others], **attributes)


def requirements_tables(outcome: Outcome, document: int, language: str) -> list[Element]:
    """Return every requirement with its status, family by family, and links to its findings in the page.

    Those that are not meant for such a document are folded up: on paper they would fill most of the pages.
    """
    found = {one.number: one for one in numbered(outcome, document)}
    entries = requirement_entries(outcome, language)
    others = [entry for entry in entries if not entry.applies]
    shown = _requirements([entry for entry in entries if entry.applies], STATUSES, found, language)
    if not others:
        return [shown]
    name = element("summary", f"{NOT_MEANT(language)}: {len(others)}")
    return [shown, element("details", name, _requirements(others, NOT_MEANT, found, language), class_="others")]


def _requirements(
    entries: list[RequirementEntry], caption: Bilingual, found: dict[int, Numbered], language: str
) -> Element:
    rows: list[Element] = []
    for family, several in groupby(entries, key=lambda entry: entry.family):
        rows.append(element("tr", element("th", family, colspan="5", scope="rowgroup"), class_="family"))
        rows += [_requirement(entry, found) for entry in several]
    head = (REQUIREMENT, NAME, SEVERITY, STATUS, FINDINGS)
    return table(caption(language), [name(language) for name in head], rows, "requirements")


def _requirement(entry: RequirementEntry, found: dict[int, Numbered]) -> Element:
    links = [(", " if at else None, element("a", str(number), href=f"#{anchor(found[number])}"))
             for at, number in enumerate(entry.findings)]  # fmt: skip
    return row(
        element("code", entry.id), entry.title, entry.severity, element("span", entry.status_name, class_="status"),
        links or "–", class_=entry.status,
    )  # fmt: skip


def bases_table(graph: Graph, caption: str, language: str) -> Element | None:
    """Return the targets with the numbers of people or schools that fit them; nothing where there are none."""
    cells: dict[tuple[str, str | None], dict[str, ImpliedBase]] = {}
    for ordinal, one in enumerate(implied_bases(graph)):
        # Rows and periods may be printed alike: each run of the rules is one cell.
        cells.setdefault((one.row, f"{ordinal // len(ROUNDINGS)}"), {})[one.rule] = one
    if not cells:
        return None
    head = [*(name(language) for name in _BASES),
            *(f"{_ROUNDED(language)} {ROUNDING_NAMES[rule](language)}" for rule in ROUNDINGS)]  # fmt: skip
    groups: dict[str, list[dict[str, ImpliedBase]]] = {}
    for (name, _), cell in cells.items():
        groups.setdefault(name, []).append(cell)
    rows = [made for group in groups.values() for made in _group(group, language)]
    return table(caption, head, rows, "bases")


def _group(group: list[dict[str, ImpliedBase]], language: str) -> list[Element]:
    made = []
    for cell in group:
        one = next(iter(cell.values()))
        ranges = [_range((cell[rule].low, cell[rule].high), language) for rule in ROUNDINGS]
        made.append(row(cited_place(one.row, language), _people(one, language), one.period or "–",
                        _number(one, language), str(one.count), *ranges))  # fmt: skip
    if len(group) > 1:
        one = next(iter(group[0].values()))
        pairs = [(next(iter(cell.values())).share, next(iter(cell.values())).count) for cell in group]
        ranges = [_range(bases(pairs, rule) or (None, None), language) for rule in ROUNDINGS]
        made.append(row(cited_place(one.row, language), _people(one, language), _TOGETHER(language), "", "", *ranges,
                        class_="together"))  # fmt: skip
    return made


def _people(one: ImpliedBase, language: str) -> Content:
    if one.population is not None:
        return one.population(language)
    return element("span", plain(one.words), lang="ru") if one.words else "–"


def _number(one: ImpliedBase, language: str) -> str:
    told = f"{one.share.normalize():f}"
    return told.replace(".", ",") if language == "ru" else told


def _range(found: tuple[int | None, int | None], language: str) -> str:
    low, high = found
    if low is None or high is None:
        return _NO_BASE(language)
    if high >= _LARGEST:
        return _ANY_BASE(language)
    return f"{low}–{high}" if low != high else f"{low}"
