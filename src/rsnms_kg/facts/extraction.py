"""Document → facts: tells what kind of paper it is and reads it as that."""

from __future__ import annotations

import re

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.document import Document, Paragraph
from rsnms_kg.errors import InputError
from rsnms_kg.facts.agreement import read_agreement
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.regulation import read_regulation
from rsnms_kg.knowledge.lexicon import begins_with
from rsnms_kg.russian.typography import unspaced

_AGREED = re.compile(r"заключили\s+настоящее|настоящ\w+\s+(?:соглашени|договор)|стороны\s+договорились", re.IGNORECASE)
_REGULATED = re.compile(r"методическ|педагогическ|РСНМС|ЦНППМ|учител", re.IGNORECASE)
_HEAD = 12


def extract(document: Document) -> Facts:
    """Return the facts of a paper.

    :raises InputError: when the paper is neither an agreement nor a regulation with its order.
    """
    kind = paper_kind(document)
    if kind == "agreement":
        return read_agreement(document)
    if kind == "regulation" and any(True for part in document.parts for _ in (*part.clauses(), *part.tables())):
        return read_regulation(document)
    raise InputError(document.path, Bilingual(
        "это не соглашение и не положение о РСНМС: нет ни заголовка такой бумаги, ни сторон, ни субъектов с "
        "функциями. Дайте соглашение, положение или приказ с положением.",
        "this is neither an agreement nor a regulation: no such heading, no parties, no subjects with functions. "
        "Give an agreement, a regulation or the order that approves one.",
    ))  # fmt: skip


def paper_kind(document: Document) -> str | None:
    """Return ``agreement``, ``regulation`` (also an order that approves one) or ``None``."""
    openings = [block for block in document.blocks[:_HEAD] if isinstance(block, Paragraph)]
    headings = [
        begins_with("paper", unspaced(document.level[block.start : block.start + 60].strip("* "))) for block in openings
    ]
    short = [
        kind
        for kind, block in zip(headings, openings, strict=True)
        if kind and (block.emphasised or (block.label is None and document.level[block.start].isupper()))
    ]
    agreed, regulated = bool(_AGREED.search(document.level)), bool(_REGULATED.search(document.level))
    if not regulated:
        return None  # a lease or a labour contract is an agreement too
    if "agreement" in short[:1] or (agreed and not short):
        return "agreement"
    return "regulation" if short else "agreement" if agreed else None
