"""Filters that need no script: boxes that are ticked, and style rules that look at them.

A browser that does not know ``:has`` shows no boxes and all findings.
"""

from __future__ import annotations

from collections import Counter

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.report.entries import GRADES, Numbered, grade_name
from rsnms_kg.report.html.markup import Element, element
from rsnms_kg.report.wording import GROUP, SEVERITY, family_name

_TITLE = Bilingual("Что показывать", "What to show")
_GROUPS = {"grade": SEVERITY, "family": GROUP}
_RESET = Bilingual("Показать всё", "Show everything")


def filter_form(findings: list[Numbered], language: str) -> Element | None:
    """Return the boxes for the severities and families that there are; nothing where there is nothing to choose."""
    if len(findings) < 2:
        return None
    grades = Counter(one.grade for one in findings)
    families = Counter(one.finding.requirement.family for one in findings)
    names = {one.finding.requirement.family: family_name(one.finding.requirement, language) for one in findings}
    fields = [
        _group("grade", [(grade, grade_name(grade, language), grades[grade]) for grade in GRADES if grades[grade]],
               language),
        _group("family", [(family, names[family], families[family]) for family in sorted(families)], language),
    ]  # fmt: skip
    return element(
        "form", fields, element("button", _RESET(language), type="reset"),
        class_="filters", aria_label=_TITLE(language), autocomplete="off",
    )  # fmt: skip


def _group(kind: str, choices: list[tuple[str, str, int]], language: str) -> Element:
    boxes = [
        element("label", element("input", type="checkbox", id=f"{kind}-{value}", checked=""), f" {name} ({count})")
        for value, name, count in choices
    ]
    return element("fieldset", element("legend", _GROUPS[kind](language)), boxes)


def kinds_of(findings: list[Numbered]) -> list[str]:
    """Return the kinds of marks (severity and family) that there are, the gravest first."""
    found = {(GRADES.index(one.grade), f"{one.grade}-{one.finding.requirement.family}") for one in findings}
    return [kind for _, kind in sorted(found)]


def filter_rules(findings: list[Numbered]) -> str:
    """Return the style rules that hide what is not ticked: findings, links back, and the colour of marks."""
    if len(findings) < 2:
        return ""
    rules = []
    for kind, values in (
        ("grade", {one.grade for one in findings}),
        ("family", {one.finding.requirement.family for one in findings}),
    ):
        for value in sorted(values):
            off = f'body:has([id="{kind}-{value}"]:not(:checked))'
            rules.append(f'{off} .finding[data-{kind}="{value}"]{{display:none}}')
    for mark in kinds_of(findings):
        grade, _, family = mark.partition("-")
        for kind, value in (("grade", grade), ("family", family)):
            off = f'body:has([id="{kind}-{value}"]:not(:checked))'
            rules.append(f'{off} .back[data-kinds="{mark}"]{{display:none}}')
    # A mark of several kinds takes the look of the gravest that is ticked: the later rule wins.
    rules.append("mark[data-kinds]{background:none;border-color:transparent}")
    for mark in reversed(kinds_of(findings)):
        grade, _, family = mark.partition("-")
        on = f'body:has([id="grade-{grade}"]:checked):has([id="family-{family}"]:checked)'
        look = f"background:var(--{grade}-back);border-bottom:2px {_LINES[grade]} var(--{grade})"
        rules.append(f'{on} mark[data-kinds~="{mark}"]{{{look}}}')
    return "@supports selector(:has(*)){\n" + "\n".join(rules) + "\n}\n"


_LINES = {"violation": "solid", "warning": "dashed", "info": "dotted", "comparison": "double"}
