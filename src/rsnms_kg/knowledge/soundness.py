"""Shapes and requirements are looked through before they are compiled.

An engine passes over a slip in silence: a misspelt term, a shape without a target, a pattern that is none.
So each is a fault here, told with its file, its shape and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError
from rsnms_kg.knowledge.shape_faults import REQUIREMENT_FAULTS, SHAPE_FAULTS, Said
from rsnms_kg.knowledge.term_faults import TERM_FAULTS, Vocabulary
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.resources import turtle_files


@dataclass(frozen=True, slots=True)
class Fault:
    """A slip in a file of shapes: where, what, and what to do about it."""

    file: str
    subject: str
    what: Bilingual
    remedy: Bilingual

    def line(self, language: str) -> str:
        """Return the fault as one line."""
        return f"{self.file}, {self.subject}: {self.what(language)} {self.remedy(language)}"


def require_sound(paths: Iterable[Path]) -> None:
    """Do nothing where the files of shapes are sound.

    :raises KnowledgeError: with every fault, one on a line.
    """
    found = faults(paths)
    if found:
        lines = {language: "\n".join(fault.line(language) for fault in found) for language in ("ru", "en")}
        raise KnowledgeError(
            Bilingual(
                f"Формы и требования не собраны, ошибок: {len(found)}.\n{lines['ru']}",
                f"Shapes and requirements were not compiled, faults: {len(found)}.\n{lines['en']}",
            )
        )


def faults(paths: Iterable[Path]) -> list[Fault]:
    """Return every slip in files of shapes, in the order of the files; what they refer to may be in any of them."""
    found, parsed, whole = [], {}, Graph()
    for path in paths:
        name = "/".join(path.parts[-3:])
        try:
            parsed[name] = Graph().parse(data=path.read_bytes(), format="turtle")
        except (SyntaxError, ValueError) as error:  # what the reader of Turtle raises
            found.append(_unreadable(name, error))
            continue
        for triple in parsed[name]:
            whole.add(triple)
    vocabulary = Vocabulary.shipped(whole)
    for name, graph in parsed.items():
        for subject in sorted(set(graph.subjects()), key=str):
            seen = (Fault(name, _shown(whole, subject), *said) for said in _said(graph, whole, vocabulary, subject))
            found += dict.fromkeys(seen)
    return found


def _said(graph: Graph, whole: Graph, vocabulary: Vocabulary, subject: Node) -> Iterator[Said]:
    for look in TERM_FAULTS:
        yield from look(graph, subject, vocabulary)
    kinds: dict[URIRef, tuple[Callable[[Graph, Node], Iterator[Said]], ...]] = {
        SH.NodeShape: SHAPE_FAULTS[SH.NodeShape],
        SH.PropertyShape: SHAPE_FAULTS[SH.PropertyShape],
        RSNMS.Requirement: REQUIREMENT_FAULTS,
    }
    for kind, looks in kinds.items():
        if (subject, RDF.type, kind) in graph:
            for look_at in looks:
                yield from look_at(whole, subject)


def _unreadable(name: str, error: Exception) -> Fault:
    said = " ".join(str(error).split())[:200]
    return Fault(
        name,
        "Turtle",
        Bilingual(f"файл не читается: {said}.", f"the file cannot be read: {said}."),
        Bilingual("Исправьте запись.", "Correct the syntax."),
    )


def _shown(whole: Graph, subject: Node) -> str:
    """A subject by its name; a nameless one by what leads to it."""
    seen: set[Node] = set()
    while isinstance(subject, BNode) and subject not in seen:
        seen.add(subject)
        subject = next(iter(sorted(whole.subjects(None, subject), key=str)), subject)
    return notation(subject) if isinstance(subject, URIRef) else "[]"


if __name__ == "__main__":
    require_sound(turtle_files("shapes"))
