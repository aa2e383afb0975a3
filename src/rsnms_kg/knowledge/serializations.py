"""The ontology for other tools: in every format, with a JSON-LD context.

``python -m rsnms_kg.knowledge.serializations FOLDER`` writes all files; the same knowledge gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree
from rdflib import Graph, URIRef

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.json_context import json_context_text
from rsnms_kg.resources import data_folder, turtle_files

_OWL, _RDF = "{http://www.w3.org/2002/07/owl#}", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PARTS = ("rsnms", "alignments", "codes")


def ontology_path(part: str = "rsnms") -> Path:
    """Return the Turtle file of the vocabulary (``rsnms``) or of its ``alignments``, in this installation.

    :raises UsageError: when there is no such part, or it is a folder of files (``codes``).
    """
    if part not in PARTS[:2]:
        raise _unknown("часть онтологии", "part of the ontology", part, PARTS[:2])
    return data_folder("ontology") / f"{part}.ttl"


def ontology_as(format: str, part: str = "rsnms") -> bytes:
    """Return the vocabulary, its ``alignments`` or all its ``codes`` as a file of a format.

    :param format: ``ttl``, ``nt``, ``rdf`` (RDF/XML) or ``jsonld``. owlready2 reads ``nt`` and ``rdf``.
    :raises UsageError: when there is no such part or format.
    """
    if format not in _WRITERS:
        raise _unknown("формат онтологии", "format of the ontology", format, tuple(_WRITERS))
    if part not in PARTS:
        raise _unknown("часть онтологии", "part of the ontology", part, PARTS)
    return _written(format, part, None)


def ontology_context() -> bytes:
    """Return the JSON-LD context of the vocabulary as the bytes of ``context.jsonld``."""
    return json_context_text(_graph("rsnms"))


def write(folder: Path) -> list[Path]:
    """Write every part in every format and ``context.jsonld`` into a folder, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    contents: dict[str, bytes] = {}
    for part in PARTS:
        graph = _graph(part)
        contents |= {f"{part}.{format}": _written(format, part, graph) for format in _WRITERS}
    contents["context.jsonld"] = ontology_context()
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in sorted(contents)]


def _written(format: str, part: str, graph: Graph | None) -> bytes:
    if format == "ttl" and part != "codes":
        return ontology_path(part).read_bytes()  # as it was written, with its comments
    return _WRITERS[format](_graph(part) if graph is None else graph)


def _graph(part: str) -> Graph:
    paths = turtle_files("ontology/codes") if part == "codes" else [ontology_path(part)]
    whole = Graph()
    for path in paths:
        whole.parse(data=path.read_bytes(), format="turtle")
    # The triples are put in order, and only the prefixes in use are kept: writers follow both.
    ordered = Graph(bind_namespaces="none")
    names = {str(node) for triple in whole for node in triple if isinstance(node, URIRef)}
    for prefix, namespace in sorted(whole.namespaces()):
        if any(name.startswith(str(namespace)) for name in names):
            ordered.bind(prefix, namespace)
    for triple in sorted(whole, key=lambda triple: tuple(node.n3() for node in triple)):
        ordered.add(triple)
    return ordered


def _turtle(graph: Graph) -> bytes:
    return graph.serialize(format="turtle", encoding="utf-8")


def _ntriples(graph: Graph) -> bytes:
    return b"".join(sorted(graph.serialize(format="nt11", encoding="utf-8").splitlines(keepends=True)))


def _rdfxml(graph: Graph) -> bytes:
    # rdflib writes the resources in the order of a set, which differs from run to run.
    root = etree.fromstring(graph.serialize(format="xml", encoding="utf-8"))
    for resource in root:
        resource[:] = sorted(resource, key=etree.tostring)
        _name_by_type(resource)
    # The ontology itself comes first: some tools look for its element before they read on.
    root[:] = sorted(root, key=lambda resource: (resource.tag != f"{_OWL}Ontology", sorted(resource.attrib.values())))
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _name_by_type(resource: Any) -> None:
    """Write ``owl:Class`` for a description with that type, as the tools of OWL do."""
    for child in resource:
        kind = child.get(f"{_RDF}resource", "")
        if child.tag == f"{_RDF}type" and kind.startswith(_OWL[1:-1]):
            resource.tag = _OWL + kind.removeprefix(_OWL[1:-1])
            resource.remove(child)
            return


def _jsonld(graph: Graph) -> bytes:
    prefixes = {prefix: str(namespace) for prefix, namespace in sorted(graph.namespaces())}
    written = json.loads(graph.serialize(format="json-ld", context=prefixes))
    return (json.dumps(_ordered(written), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _ordered(value: Any) -> Any:
    """Put lists in order: they are sets of values, and there is no ``@list`` in the ontology."""
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


_WRITERS: dict[str, Callable[[Graph], bytes]] = {"ttl": _turtle, "nt": _ntriples, "rdf": _rdfxml, "jsonld": _jsonld}
FORMATS = tuple(_WRITERS)


def _unknown(ru: str, en: str, given: str, known: tuple[str, ...]) -> UsageError:
    listed = ", ".join(known)
    return UsageError(
        Bilingual(f"Неизвестно: {ru} «{given}». Есть: {listed}.", f"Unknown {en} {given!r}. There is: {listed}.")
    )


if __name__ == "__main__":
    for file in write(Path(sys.argv[1] if len(sys.argv) > 1 else "dist/ontology")):
        print(file)
