"""Where a finding is marked in a paper: at its fact, or at the date of the fact that it tells of."""

from __future__ import annotations

import re
from typing import Any

from rdflib import Graph, Literal
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.knowledge.requirements import Check
from rsnms_kg.knowledge.terms import RSNMS

# Facts whose own place is a title or a whole sentence.
_WIDE = (RSNMS.Agreement, RSNMS.Validity)
_NAMED = re.compile(r"\{([A-Za-z]+)\}")


def place(data: Graph, fact: Node, check: Check | None = None) -> dict[str, Any]:
    """Return where a fact stands: its clause, words, span and line; all but the clause are of papers that were read.

    :param check: where it shows a date of the agreement or of its term, that date is what is marked.
    """
    words = _printed_date(data, fact, check) if check else None
    marked = fact if words is None else words
    span = _span(data, marked) or (0, 0)
    text = data.document.text if isinstance(data, PaperGraph) and data.document.format == "txt" else ""
    return {
        "clause": str(data.value(fact, RSNMS.clauseLabel) or ""),
        "quote": str(data.value(marked, RSNMS.quote) or ""),
        "span": span,
        "line": text.count("\n", 0, span[0]) + 1 if text and span[1] else None,
    }


def _printed_date(data: Graph, fact: Node, check: Check) -> Node | None:
    """The first mention of the date that ``check`` shows: within the fact, or among the marks of an agreement."""
    if not any((fact, RDF.type, kind) in data for kind in _WIDE):
        return None
    shown = {
        value
        for name in _NAMED.findall(check.actual.ru)
        for value in data.objects(fact, RSNMS[name])
        if isinstance(value, Literal) and value.datatype == XSD.date
    }
    found = [
        (span, mention)
        for date in shown
        for mention in data.subjects(RSNMS.date, date)
        if (mention, RDF.type, RSNMS.DateMention) in data
        and (span := _span(data, mention))
        and _belongs(data, mention, span, fact)
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _belongs(data: Graph, mention: Node, span: tuple[int, int], fact: Node) -> bool:
    within = _span(data, fact)
    if (fact, RDF.type, RSNMS.Agreement) in data:
        return data.value(mention, RSNMS.clauseLabel) == data.value(fact, RSNMS.clauseLabel)
    return within is not None and within[0] <= span[0] and span[1] <= within[1]


def _span(data: Graph, fact: Node) -> tuple[int, int] | None:
    start, end = data.value(fact, RSNMS.start), data.value(fact, RSNMS.end)
    return (int(str(start)), int(str(end))) if start is not None and end is not None else None
