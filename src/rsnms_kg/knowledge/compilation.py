"""The Turtle files as one compact JSON file: parsed once when the package is built, loaded in a run.

The compiled file bears the digest of the Turtle it was made of; a stale or missing one is passed
over and the Turtle is parsed, so nobody has to remember to compile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from rsnms_kg.resources import turtle_files

COMPILED = Path(__file__).with_name("compiled.json")


def compile_turtle(paths: Iterable[Path]) -> dict[str, Any]:
    """Return the triples of Turtle files as a table of terms and, by file name, triples of indices."""
    terms: dict[tuple[str, ...], int] = {}
    files: dict[str, list[int]] = {}
    ordered = list(paths)
    for ordinal, path in enumerate(ordered):
        graph = Graph().parse(data=path.read_bytes(), format="turtle")
        triples = sorted(
            tuple(terms.setdefault(_packed(node, ordinal), len(terms)) for node in triple) for triple in graph
        )
        files[_key(path)] = [index for triple in triples for index in triple]
    return {"digest": digest(ordered), "terms": list(terms), "files": files}


def digest(paths: Iterable[Path]) -> str:
    """Return a digest of the contents of files, in their order."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
        whole.update(b"\0")
    return whole.hexdigest()


def load(*folders: str) -> Graph:
    """Return the triples of every Turtle file below data folders, e.g. ``load("ontology/codes")``."""
    compiled = _compiled()
    graph = Graph()
    nodes: list[Node | None] = [None] * len(compiled["terms"])
    for name, indices in compiled["files"].items():
        if not any(name == folder or name.startswith(f"{folder}/") for folder in folders):
            continue
        for index in set(indices):
            if nodes[index] is None:
                nodes[index] = _unpacked(compiled["terms"][index])
        for at in range(0, len(indices), 3):
            graph.store.add(tuple(nodes[index] for index in indices[at : at + 3]), graph)
    return graph


def write(target: Path = COMPILED) -> Path:
    """Compile every shipped Turtle file into ``target`` and return it."""
    content = json.dumps(compile_turtle(turtle_files("ontology", "shapes")), ensure_ascii=False)
    target.write_text(content, encoding="utf-8")
    return target


_cache: dict[str, Any] = {}


def _compiled() -> dict[str, Any]:
    if not _cache:
        paths = turtle_files("ontology", "shapes")
        if COMPILED.is_file():
            compiled = json.loads(COMPILED.read_text(encoding="utf-8"))
            if compiled["digest"] == digest(paths):
                _cache.update(compiled)
                return _cache
        _cache.update(compile_turtle(paths))
    return _cache


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
