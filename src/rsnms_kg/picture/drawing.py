"""Drawing: from a graph to a picture, and from a picture to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.graph.files import write_atomically
from rsnms_kg.picture import captions, graphviz
from rsnms_kg.picture import dot as dot_text
from rsnms_kg.picture import mermaid as mermaid_text
from rsnms_kg.picture.structure import structure_view

if TYPE_CHECKING:
    from networkx import MultiDiGraph

VIEWS: dict[str, Callable[[Graph, str], MultiDiGraph]] = {"structure": structure_view}
LANGUAGES = ("ru", "en")


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture that is not yet in any format: ``view`` is its kind, ``graph`` what it shows."""

    view: str
    title: str
    graph: MultiDiGraph

    def dot(self) -> str:
        """Return the picture as DOT text."""
        return dot_text.dot(self.graph)

    def mermaid(self) -> str:
        """Return the picture as Mermaid text."""
        return mermaid_text.mermaid(self.graph)

    def svg(self) -> str:
        """Return the picture as SVG.

        :raises MissingExtraError: when the extra ``draw`` is not installed.
        """
        return graphviz.svg(self.dot(), self.title, captions.description(self.graph), self.graph.graph["language"])

    def _repr_svg_(self) -> str:
        return self.svg()

    def save(self, path: str | Path) -> Path:
        """Write the picture whole or not at all, in the format of the path's ending, and return the path.

        :raises UsageError: when the ending is none of ``FORMATS``, or the file cannot be written.
        """
        path = Path(path)
        form = FORMATS.get(path.suffix.lower())
        if form is None:
            raise UsageError(
                Bilingual(
                    f"Не ясно, в каком формате записать «{path.name}». Возможны окончания: {', '.join(FORMATS)}.",
                    f"No picture format is known for {path.name!r}. Possible endings: {', '.join(FORMATS)}.",
                )
            )
        write_atomically(path, form(self).encode())
        return path


FORMATS: dict[str, Callable[[Picture], str]] = {
    ".svg": Picture.svg,
    ".dot": Picture.dot,
    ".gv": Picture.dot,
    ".mmd": Picture.mermaid,
    ".mermaid": Picture.mermaid,
}


def draw(graph: Graph, view: str = "structure", language: str = "ru") -> Picture:
    """Return the picture of a graph in one of ``VIEWS``, with captions in ``ru`` or ``en``.

    :raises UsageError: when the view or the language is unknown, or the graph has nothing that the view shows.
    """
    if view not in VIEWS:
        raise UsageError(
            Bilingual(
                f"Нет вида «{view}». Есть виды: {', '.join(VIEWS)}.",
                f"There is no view {view!r}. The views are: {', '.join(VIEWS)}.",
            )
        )
    if language not in LANGUAGES:
        raise UsageError(
            Bilingual(
                f"Нет подписей на языке «{language}». Есть языки: {', '.join(LANGUAGES)}.",
                f"There are no captions in {language!r}. The languages are: {', '.join(LANGUAGES)}.",
            )
        )
    shown = VIEWS[view](graph, language)
    return Picture(view=view, title=captions.title(shown), graph=shown)
