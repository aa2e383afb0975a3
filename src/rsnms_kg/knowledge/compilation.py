"""The Turtle files as one compact JSON file: parsed once when the package is built, loaded in a run.

The compiled file bears the digest of the Turtle it was made of; a stale or missing one is passed
over and the Turtle is parsed, so nobody has to remember to compile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from rsnms_kg.resources import data_folder, turtle_files

FORMAT = 7  # of the compiled file; goes up when what is packed changes
COMPILED = Path(__file__).with_name("compiled.json")


def compile_turtle(paths: Iterable[Path]) -> dict[str, Any]:
    """Return the triples of Turtle files as a table of terms and, by file name, triples of indices."""
    terms: dict[tuple[str, ...], int] = {}
    files: dict[str, list[int]] = {}
    from rdflib.compare import to_canonical_graph  # only when the package is built

    ordered = list(paths)
    for ordinal, path in enumerate(ordered):
        graph = Graph().parse(data=path.read_bytes(), format="turtle")
        # Sorted before they are numbered, so that the same Turtle gives the same bytes.
        packed = sorted(tuple(_packed(node, ordinal) for node in triple) for triple in to_canonical_graph(graph))
        triples = [tuple(terms.setdefault(node, len(terms)) for node in triple) for triple in packed]
        files[_key(path)] = [index for triple in triples for index in triple]
    return {"format": FORMAT, "digest": digest(ordered), "terms": list(terms), "files": files}


def digest(paths: Iterable[Path]) -> str:
    """Return a digest of the names and the contents of files, in their order."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(_key(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def load(*folders: str, without: tuple[str, ...] = ()) -> Graph:
    """Return the triples of every Turtle file below data folders, e.g. ``load("ontology/codes")``.

    :param without: beginnings of predicates; triples with such a predicate are left out.
    """
    known = _triples()
    terms, graph = known["terms"], Graph()
    nodes: dict[int, Node] = {}

    def node(index: int) -> Node:
        if index not in nodes:
            nodes[index] = _unpacked(terms[index])
        return nodes[index]

    for name, indices in known["files"].items():
        if not any(name == folder or name.startswith(f"{folder}/") for folder in folders):
            continue
        for at in range(0, len(indices), 3):
            if not (without and terms[indices[at + 1]][1].startswith(without)):
                graph.store.add((node(indices[at]), node(indices[at + 1]), node(indices[at + 2])), graph)
    return graph


def source_files() -> list[Path]:
    """Return the Turtle files that a run reads: the vocabulary, code lists, regulations, shapes."""
    return [data_folder("ontology") / "rsnms.ttl", *turtle_files("ontology/codes", "ontology/regulations", "shapes")]


@cache
def compiled() -> dict[str, Any]:
    """Return what was compiled when the package was built; nothing where it is missing or stale."""
    if COMPILED.is_file():
        try:
            found: dict[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}  # damaged: the Turtle is still there
        if (found.get("format"), found.get("digest")) == (FORMAT, digest(source_files())):
            return found
    return {}


@cache
def _triples() -> dict[str, Any]:
    return compiled() or compile_turtle(source_files())


def _key(path: Path) -> str:
    """``ontology/codes/levels.ttl``: the path from the data folder's name on."""
    parts = path.parts
    top = max(index for index, part in enumerate(parts) if part in ("ontology", "shapes"))
    return "/".join(parts[top:])


def _packed(node: Node, file: int) -> tuple[str, ...]:
    if isinstance(node, URIRef):
        return ("u", str(node))
    if isinstance(node, BNode):
        return ("b", f"{file}.{node}")
    assert isinstance(node, Literal)
    return ("l", str(node), node.language or "", str(node.datatype or ""))


def _unpacked(packed: list[str]) -> Node:
    kind, value = packed[0], packed[1]
    if kind == "u":
        return URIRef(value)
    if kind == "b":
        return BNode(value)
    return Literal(value, lang=packed[2] or None, datatype=URIRef(packed[3]) if packed[3] else None)
