"""Tables of a document: what became of every requirement, and the bases that targets imply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.outcome.findings import Outcome, RequirementStatus
from rsnms_kg.outcome.functions.bases import ROUNDING_NAMES, ROUNDINGS, ImpliedBase, bases, implied_bases
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.report.html.findings import Numbered
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.rules import family_name, severity_words
from rsnms_kg.russian.typography import plain

_REQUIREMENTS = (
    Bilingual("Требование", "Requirement"),
    Bilingual("Название", "Title"),
    Bilingual("Строгость", "Severity"),
    Bilingual("Состояние", "Status"),
    Bilingual("Находки", "Findings"),
)
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
_STATUSES = ("violated", "satisfied", "not-due", "no-data", "not-applicable")


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


def requirements_table(outcome: Outcome, findings: list[Numbered], caption: str, language: str) -> Element:
    """Return every requirement with its status, family by family, and links to its findings."""
    names = {one.notation: one.label(language) for one in concepts("status")}
    found: dict[str, list[Numbered]] = {}
    for one in findings:
        found.setdefault(one.finding.requirement.id, []).append(one)
    rows: list[Element] = []
    family = None
    for status in sorted(outcome.statuses, key=lambda one: (one.requirement.family, one.requirement.id)):
        if status.requirement.family != family:
            family = status.requirement.family
            head = element("th", family_name(status.requirement, language), colspan="5", scope="rowgroup")
            rows.append(element("tr", head, class_="family"))
        rows.append(_requirement(status, names, found.get(status.requirement.id, []), language))
    return table(caption, [name(language) for name in _REQUIREMENTS], rows, "requirements")


def _requirement(status: RequirementStatus, names: dict[str, str], found: list[Numbered], language: str) -> Element:
    requirement = status.requirement
    links = [(", " if at else None, element("a", str(one.number), href=f"#{one.anchor}"))
             for at, one in enumerate(found)]  # fmt: skip
    return row(
        element("code", requirement.id),
        requirement.title(language),
        severity_words(requirement.severity)[0](language),
        element("span", names[status.status], class_="status"),
        links or "–",
        class_=status.status,
    )


def status_counts(outcome: Outcome, language: str) -> str:
    """Return how many requirements have each status, in words."""
    count = Counter(status.status for status in outcome.statuses)
    names = {one.notation: one.label(language) for one in concepts("status")}
    return "; ".join(f"{names[status]} – {count[status]}" for status in _STATUSES if count[status])


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
