"""Tables as HTML, and that of the requirements with what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.report.entries import Numbered, RequirementEntry, numbered, requirement_entries
from rsnms_kg.report.html.findings import anchor
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.wording import FINDINGS, NAME, NOT_MEANT, REQUIREMENT, SEVERITY, STATUS, STATUSES


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
