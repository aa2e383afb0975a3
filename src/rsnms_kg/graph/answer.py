"""An answer to a question: yes or no, rows, or a graph; and the formats that it is printed in."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDFS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.terms import PREFIXES, RSNMS, bind
from rsnms_kg.resources import data_folder

FORMATS = {"rows": ("table", "json", "csv"), "ask": ("table", "json", "csv"), "graph": ("ttl", "nt")}
_FIGURES = re.compile(r"(\d+)")
_WIDEST = 100
_NUMBERS = ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")


@dataclass(frozen=True, eq=False)
class Answer:
    """What a question found.

    ``kind`` is ``rows`` (SELECT), ``ask`` or ``graph`` (CONSTRUCT, DESCRIBE). Rows that the question does not
    order are put in order, so that the same sources give the same answer.
    """

    kind: str
    variables: tuple[str, ...] = ()
    found: tuple[tuple[Any, ...], ...] = ()
    truth: bool = False
    triples: tuple[Any, ...] = ()
    ordered: bool = False

    @cached_property
    def cells(self) -> list[tuple[Any, ...]]:
        """The rows as terms of the engine, in order."""
        return list(self.found) if self.ordered else sorted(self.found, key=lambda row: [_rank(term) for term in row])

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows as plain values by the names of variables; what is not bound is ``None``."""
        return [{name: _plain(term) for name, term in zip(self.variables, row, strict=True)} for row in self.cells]

    @property
    def graph(self) -> Graph:
        """The graph that CONSTRUCT or DESCRIBE made."""
        graph = Graph()
        bind(graph)
        for triple in self.triples:
            graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
        return graph

    def render(self, format_: str | None = None, language: str = "ru") -> str:
        """Return the answer in a format: ``table``, ``json``, ``csv``; a graph as ``ttl`` or ``nt``.

        :raises UsageError: when an answer of this kind has no such format.
        """
        possible = FORMATS[self.kind]
        chosen = format_ or possible[0]
        if chosen not in possible:
            raise UsageError(Bilingual(
                f"Такой ответ не записать в формате «{chosen}». Возможны: {', '.join(possible)}.",
                f"Such an answer has no format {chosen!r}. Possible: {', '.join(possible)}.",
            ))  # fmt: skip
        if self.kind == "graph":
            return self._graph_text(chosen)
        if self.kind == "ask":
            return self._truth_text(chosen, language)
        return {"table": self._table, "json": self._json, "csv": self._csv}[chosen](language)

    def _graph_text(self, format_: str) -> str:
        if format_ == "ttl":
            return str(self.graph.serialize(format="turtle"))
        return "".join(sorted(self.graph.serialize(format="nt").splitlines(keepends=True)))

    def _truth_text(self, format_: str, language: str) -> str:
        if format_ == "json":
            return json.dumps({"head": {}, "boolean": self.truth}) + "\n"
        if language == "ru" and format_ == "table":
            return "да\n" if self.truth else "нет\n"
        if format_ == "table":
            return "yes\n" if self.truth else "no\n"
        return "true\n" if self.truth else "false\n"

    def _json(self, language: str) -> str:
        bindings = [
            {name: _binding(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.cells
        ]
        results = {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}
        return json.dumps(results, ensure_ascii=False, indent=2) + "\n"

    def _csv(self, language: str) -> str:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.variables)
        writer.writerows([_safe_cell(term) for term in row] for row in self.cells)
        return out.getvalue()

    def _table(self, language: str) -> str:
        if not self.found:
            return "Ничего не найдено.\n" if language == "ru" else "Nothing found.\n"
        table = [heads(self.variables, language), *([_cell(term, language) for term in row] for row in self.cells)]
        widths = [max(len(row[at]) for row in table) for at in range(len(self.variables))]
        lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table)
        return "".join(f"{line.rstrip()}\n" for line in lines)


def heads(variables: Iterable[str], language: str) -> list[str]:
    """Return the heads of columns: a variable named like a term of the vocabulary has the term's name."""
    if language != "ru":
        return list(variables)
    known = _russian_names()
    return [known.get(name) or known.get(name[:1].upper() + name[1:]) or name for name in variables]


def _russian_names() -> dict[str, str]:
    """Return the Russian names of the terms of the vocabulary by their local names."""
    import pyoxigraph as px

    vocabulary = (data_folder("ontology") / "rsnms.ttl").read_bytes()
    return {
        quad.subject.value.removeprefix(RSNMS): quad.object.value
        for quad in px.parse(vocabulary, px.RdfFormat.TURTLE)
        if quad.predicate.value == str(RDFS.label) and quad.object.language == "ru"
    }


def _rank(term: Any) -> tuple[int, list[tuple[int, int, str]], str]:
    """Order terms as people would: nothing first, numbers by size, 2.3.10 after 2.3.9."""
    if term is None:
        return 0, [], ""
    text = str(term.value)
    parts = [
        (0, int(part), "") if part.isdigit() and part.isascii() else (1, 0, part)
        for part in _FIGURES.split(text)
        if part
    ]
    return (1 if hasattr(term, "datatype") else 2), parts, str(term)


def _plain(term: Any) -> Any:
    return None if term is None else _node(term).toPython() if hasattr(term, "datatype") else str(term.value)


def _node(term: Any) -> URIRef | BNode | Literal:
    if hasattr(term, "datatype"):
        kind = term.datatype.value
        if term.language:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, datatype=None if kind.endswith("#string") else URIRef(kind), normalize=False)
    return BNode(term.value) if type(term).__name__ == "BlankNode" else URIRef(term.value)


def _binding(term: Any) -> dict[str, str]:
    if not hasattr(term, "datatype"):
        return {"type": "bnode" if type(term).__name__ == "BlankNode" else "uri", "value": term.value}
    told = {"type": "literal", "value": term.value}
    if term.language:
        return {**told, "xml:lang": term.language}
    return told if term.datatype.value.endswith("#string") else {**told, "datatype": term.datatype.value}


def _cell(term: Any, language: str) -> str:
    """Return a term as a person reads it: codes and facts by the last part of their IRI, on one line."""
    if term is None:
        return "–"
    text = " ".join(str(term.value).split())
    if hasattr(term, "datatype"):
        if term.datatype.value.endswith("#boolean") and language == "ru":
            return {"true": "да", "false": "нет"}.get(text, text)
        if term.datatype.value.endswith("#decimal"):
            return text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = _shortened(text)
    text = "".join(sign for sign in text if sign.isprintable())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _shortened(iri: str) -> str:
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _safe_cell(term: Any) -> str:
    """Return a term for a spreadsheet: text that it would take for a formula is quoted by ``'``."""
    text = "" if term is None else str(term.value)
    number = hasattr(term, "datatype") and term.datatype.value.rsplit("#", 1)[-1] in _NUMBERS
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not number else text
