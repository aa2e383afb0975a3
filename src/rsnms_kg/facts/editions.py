"""The editions in which a paper is printed: «(в ред. приказа от … № …)» in its head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rsnms_kg.documents.document import Document, Paragraph, Part
from rsnms_kg.facts.acts import add_citations
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Act, ActCitation, Ref
from rsnms_kg.knowledge.lexicon import begins_with, recognise
from rsnms_kg.russian.words import may_be, words

_BRACKETS = re.compile(r"\([^()]*\)")
_EDITION = re.compile(r"\**\(\s*(?:в\s+ред(?:акции|\.)|с\s+изм(?:енениями|\.))", re.IGNORECASE)


def without_edition(document: Document, paragraph: Paragraph) -> Paragraph | None:
    """Return a paragraph of a head up to the words that name its editions; nothing where there is nothing else."""
    match = _EDITION.search(document.level, paragraph.start, paragraph.end)
    if match is None:
        return paragraph
    end = paragraph.start + len(document.level[paragraph.start : match.start()].rstrip())
    return replace(paragraph, end=end) if end > paragraph.body else None


def add_notes(facts: Facts, part: Part, act_key: str) -> None:
    """Name at an act the acts that changed single clauses of it: «(п. 3 введён приказом от … № …)»."""
    act = next((fact for fact in facts if isinstance(fact, Act) and fact.key == act_key), None)
    if act is None:
        return
    noted = [
        stretch
        for node in part.clauses()
        for paragraph in node.paragraphs()
        for stretch in _notes(facts.document, paragraph)
    ]
    found = [
        Ref(citation.key)
        for citation in facts.of(ActCitation)
        if citation.amends is None and any(start <= citation.start < end for start, end in noted)
    ]
    if found:
        facts.replace(replace(act, edited_by=(*act.edited_by, *found)))


def _notes(document: Document, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where a paragraph tells by which acts its clause was changed: in brackets, or as all that is left of it."""
    level = document.level
    if is_repealed(document.words(paragraph)):
        return [(paragraph.body, paragraph.end)]
    return [
        match.span()
        for match in _BRACKETS.finditer(level, paragraph.body, paragraph.end)
        if recognise("clause-state", level[match.start() : match.end()]) or _EDITION.match(match[0])
    ]


def is_repealed(text: str) -> bool:
    """Tell whether nothing is left of a clause but the note that it has lost force."""
    first = words(text)[:1]
    return bool(first) and begins_with("clause-state", text) == "repealed" and not may_be(first[0], "INFN")


def add_editions(facts: Facts, head: Iterable[Paragraph], place: str, label: str, act_key: str) -> None:
    """Add the acts in whose edition a paper is printed, and name them at the act that it is.

    :param head: the paragraphs of its head: the stamp, the title and what stands below them.
    """
    cited: list[Ref] = []
    for paragraph in head:
        match = _EDITION.search(facts.document.level, paragraph.start, paragraph.end)
        if match is None:
            continue
        bracket = Paragraph(start=match.start(), end=paragraph.end, body=match.start())
        for citation in add_citations(facts, bracket, place, label, None):
            facts.replace(replace(citation, amends=None))  # each changed this paper, and none the one before it
            cited.append(Ref(citation.key))
    act = next((fact for fact in facts if isinstance(fact, Act) and fact.key == act_key), None)
    if act is not None and cited:
        facts.replace(replace(act, edited_by=tuple(cited)))
