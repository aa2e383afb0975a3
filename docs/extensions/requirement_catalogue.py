"""The directive ``requirement-catalogue``: every requirement by family, made of the graph when the pages are built."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from families import FamilyDirective

from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.requirements import Requirement
from rsnms_kg.outcome.messages import opened
from rsnms_kg.report.rules import grounds, papers
from rsnms_kg.report.wording import cited, severity_words

LANGUAGES = ("ru", "en")
FIELDS = {
    "ru": ("Зачем", "Касается", "Строгость", "Основание", "Что скажет проверка", "Пример нарушения",
           "Пример исправления", "Как исправить"),
    "en": ("Why", "Applies to", "Severity", "Basis", "What a check says", "Broken", "Mended", "How to mend"),
}  # fmt: skip


class RequirementCatalogue(FamilyDirective):
    """A section for each family, and in it each requirement with an anchor of its id in small letters."""

    anchor = "family"

    @classmethod
    def content(cls, listed: list[Requirement]) -> list[nodes.Node]:
        return [requirement(one) for one in listed]


def requirement(one: Requirement) -> nodes.section:
    """One requirement: its id, what it is called, and its fields in both languages."""
    section = nodes.section("", nodes.title("", "", nodes.literal(text=one.id)), ids=[one.id.lower()])
    for language in LANGUAGES:
        section += nodes.paragraph("", "", nodes.strong(text=one.title(language)))
        section += nodes.field_list("", *(field(name, body) for name, body in bodies(one, language) if body))
    return section


def bodies(one: Requirement, language: str) -> list[tuple[str, list[nodes.Node]]]:
    """The fields of a requirement with what stands in them."""
    grade, meaning = severity_words(one.severity)
    messages = dict.fromkeys(opened(check.message(language)) for check in one.checks)
    told = (
        [text(one.explanation(language))],
        [text(", ".join(papers(one, language)))],
        [text(f"{grade(language)}. {meaning(language)}")],
        [text(line) for line in ground_lines(one, language)],
        [text(message) for message in messages],
        example(one.broken_example(language)),
        example(one.mended_example(language)),
        [text(opened(one.remedy(language)))],
    )
    return list(zip(FIELDS[language], told, strict=True))


def ground_lines(one: Requirement, language: str) -> list[str]:
    """The grounds of a requirement, each kind on lines of its own; a law and a standard are named so."""
    names = {concept.notation: concept.label(language) for concept in concepts("ground-kind")}
    by_kind: dict[str, list[str]] = {}
    for ground in grounds(one):
        by_kind.setdefault(ground.kind, []).append(cited(ground, language))
    named = {kind: f"{names[kind]}: " if kind in ("law", "standard") else "" for kind in by_kind}
    return [named[kind] + "; ".join(words) for kind, words in by_kind.items()]


def field(name: str, body: list[nodes.Node]) -> nodes.field:
    return nodes.field("", nodes.field_name(text=name), nodes.field_body("", *body))


def text(words: str) -> nodes.paragraph:
    return nodes.paragraph(text=words)


def example(lines: str) -> list[nodes.Node]:
    return [nodes.literal_block(lines, lines, language="none")] if lines else []


def setup(app: Any) -> dict[str, bool]:
    app.add_directive("requirement-catalogue", RequirementCatalogue)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
