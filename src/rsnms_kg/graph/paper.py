"""A graph that knows the paper it was read from."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph

from rsnms_kg.documents.document import Document
from rsnms_kg.documents.reading import read_document
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.extraction import extract
from rsnms_kg.facts.model import Act
from rsnms_kg.graph.building import build_graph
from rsnms_kg.graph.notebook import graph_as_fragment


class PaperGraph(Graph):
    """The facts of one paper as an :class:`rdflib.Graph`.

    ``document`` is the text with its places, ``facts`` are what was read, ``kind`` is ``agreement`` or
    ``regulation``, ``title`` is what the paper calls itself.
    """

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.facts = facts
        build_graph(facts, self)

    @property
    def document(self) -> Document:
        """The paper as it was read."""
        return self.facts.document

    @property
    def kind(self) -> str:
        """``agreement`` or ``regulation``."""
        return self.facts.kind

    @property
    def title(self) -> str:
        """What the paper calls itself, with its number and date."""
        act = next(fact for fact in self.facts if isinstance(fact, Act))
        name = self.facts.quote(act.start, act.end)
        number = f" № {act.number}" if act.number else ""
        day = f" от {act.date:%d.%m.%Y}" if act.date else ""
        return f"{name}{day}{number}"

    def __repr__(self) -> str:
        return f"<PaperGraph of {self.document.path!r}: {self.kind}, {len(self)} triples>"

    def _repr_html_(self) -> str:
        return graph_as_fragment(self, self.title, self.document.path)


def read_paper(path: str | Path) -> PaperGraph:
    """Read a paper into a graph.

    :raises InputError: when the file cannot be read, or is neither an agreement nor a regulation.
    """
    return PaperGraph(extract(read_document(path)))
