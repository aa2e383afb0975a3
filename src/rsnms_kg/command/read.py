"""``rsnms read``: the facts of papers as a graph or as JSON."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import (
    OK,
    UNUSABLE,
    add_as_of,
    add_output,
    add_papers,
    day_of,
    format_of,
    papers,
    say,
    with_progress,
    write,
)
from rsnms_kg.errors import InputError

if TYPE_CHECKING:
    from rsnms_kg.graph.paper import PaperGraph
    from rsnms_kg.graph.rdf_files import FileGraph

NAME = "read"
ABOUT = Bilingual("прочитать бумаги в граф фактов", "read papers into a graph of facts")
_RDF = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "trig": "trig"}
_ENDINGS = {".ttl": "ttl", ".nt": "nt", ".trig": "trig", ".jsonld": "jsonld", ".json": "json"}
SCHEMA = "rsnms-facts/1"


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    add_papers(parser, language)
    add_as_of(parser, language)
    add_output(parser, (*_RDF, "json"), language)


def run(options: argparse.Namespace) -> int:
    """Read the papers; one that cannot be read is reported and does not stop the others."""
    from rsnms_kg.api import read

    outputs = options.output or ["-"]
    formats = [format_of(output, _ENDINGS, options.format, "ttl", options.lang) for output in outputs]
    as_of = day_of(options.as_of)
    graphs: list[PaperGraph | FileGraph] = []
    paths, errors = papers(options.paths, options.output)
    for error in errors:
        say(f"{error.path}: {error.message(options.lang)}")
    for path in with_progress(paths):
        try:
            graphs.append(read(path, as_of=as_of))
            _say_doubts(path, graphs[-1], options.lang)
        except InputError as refusal:
            say(f"{refusal.path}: {refusal.message(options.lang)}")
            errors.append(refusal)
    if graphs:
        for output, format_ in zip(outputs, formats, strict=True):
            write(_as_json(graphs, options.lang) if format_ == "json" else _as_rdf(graphs, format_), [output])
    return UNUSABLE if errors else OK


def _say_doubts(path: str, graph: Any, language: str) -> None:
    """Say where the reader was unsure of a paper, by what a person should do about it."""
    from rsnms_kg.knowledge.lexicon import label
    from rsnms_kg.listing.rows import rows

    clauses: dict[str, list[str]] = {}
    for row in rows(graph, "doubts", language):
        clauses.setdefault(row["reason"], []).append(row["clause"] or "–")
    if not clauses:
        return
    count = sum(map(len, clauses.values()))
    say(Bilingual(f"{path}: сомнений при чтении: {count}.", f"{path}: doubts of the reader: {count}.")(language))
    for reason, found in clauses.items():
        say(f"{', '.join(dict.fromkeys(found))}: {label('doubt', reason)(language)}.")


def _as_rdf(graphs: list[Any], format_: str) -> str:
    from rdflib import Graph

    from rsnms_kg.graph.rdf_files import graph_name
    from rsnms_kg.knowledge.terms import bind

    if format_ == "trig":
        return "\n".join(_as_trig(graph) for graph in sorted(graphs, key=graph_name))
    merged = Graph()
    bind(merged)
    for graph in graphs:
        for triple in graph:
            merged.add(triple)
    if format_ == "nt":  # sorted lines: the same input gives the same bytes
        return "".join(sorted(merged.serialize(format="nt").splitlines(keepends=True)))
    text = merged.serialize(format=_RDF[format_])
    if format_ == "jsonld":
        return json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return str(text)


def _as_trig(graph: Any) -> str:
    """Return a paper as a named graph under the IRI of its act."""
    from rdflib import Dataset, URIRef

    from rsnms_kg.graph.rdf_files import graph_name
    from rsnms_kg.knowledge.terms import bind

    dataset = Dataset()
    bind(dataset)
    named = dataset.graph(URIRef(graph_name(graph)))
    for triple in graph:
        named.add(triple)
    return str(dataset.serialize(format="trig"))


def _ordered(value: Any) -> Any:
    """Return JSON-LD with every list in a fixed order: lists of triples have none of their own."""
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda item: json.dumps(item, sort_keys=True))
    return {key: _ordered(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _as_json(graphs: list[Any], language: str) -> str:
    from rsnms_kg.listing.rows import KINDS, rows

    documents = [
        {
            **_source(graph),
            "facts": {kind: found for kind in KINDS if (found := rows(graph, kind, language))},
        }
        for graph in graphs
    ]
    return json.dumps({"schema": SCHEMA, "documents": documents}, ensure_ascii=False, indent=2) + "\n"


def _source(graph: Any) -> dict[str, Any]:
    """What a graph was read from: a graph from an RDF file has no text."""
    document = getattr(graph, "document", None) or graph
    return {
        "path": document.path,
        "kind": graph.kind,
        "title": graph.title,
        "text": getattr(document, "text", None),
        "sha256": document.sha256,
        "notices": [{"ru": ru, "en": en} for ru, en in getattr(document, "notices", ())],
    }
