"""Drawing: from a graph to a picture, and from a picture to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.graph.files import write_atomically
from rsnms_kg.picture import dot as dot_text
from rsnms_kg.picture import mermaid as mermaid_text
from rsnms_kg.picture.charts.registry import CHARTS
from rsnms_kg.picture.diagram import Diagram
from rsnms_kg.picture.network import Subject
from rsnms_kg.picture.presentation import diagram
from rsnms_kg.picture.sheet import sheet
from rsnms_kg.picture.views.registry import VIEWS

if TYPE_CHECKING:
    from networkx import MultiDiGraph

LANGUAGES = ("ru", "en")


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture that is not yet in any format: ``view`` is its kind, ``graph`` what it shows (networkx)."""

    view: str
    title: str
    graph: MultiDiGraph

    @cached_property
    def diagram(self) -> Diagram:
        """The picture as bands, boxes and lines with their words."""
        return diagram(self.graph)

    def dot(self) -> str:
        """Return the picture as DOT text."""
        return dot_text.dot(self.diagram)

    def mermaid(self) -> str:
        """Return the picture as Mermaid text."""
        return mermaid_text.mermaid(self.diagram)

    def svg(self) -> str:
        """Return the picture as SVG.

        :raises MissingExtraError: when the extra ``draw`` is not installed.
        """
        return CHARTS[self.view](self.graph) if self.view in CHARTS else sheet(self.diagram)

    def png(self) -> bytes:
        """Return the picture as PNG, twice as large as the SVG, for sharp print.

        :raises MissingExtraError: when the extra ``draw`` is not installed.
        """
        from rsnms_kg.picture.raster import png

        return png(self.svg())

    def html(self) -> str:
        """Return the picture as a page in one file that can be searched and asked for clauses.

        :raises MissingExtraError: when the extra ``draw`` is not installed.
        """
        from rsnms_kg.picture.page import page

        return page(self.graph, self.svg())

    def graphml(self) -> str:
        """Return the graph of the picture as GraphML."""
        from rsnms_kg.picture.exchange import graphml

        return graphml(self.graph)

    def gexf(self) -> str:
        """Return the graph of the picture as GEXF."""
        from rsnms_kg.picture.exchange import gexf

        return gexf(self.graph)

    def _repr_svg_(self) -> str:
        return self.svg()

    def rendered(self, format_: str) -> bytes:
        """Return the picture in one of the formats that ``FORMATS`` names."""
        made = _MAKERS[format_](self)
        return made.encode() if isinstance(made, str) else made

    def save(self, path: str | Path) -> Path:
        """Write the picture whole or not at all, in the format of the path's ending, and return the path.

        :raises UsageError: when the ending is none of ``FORMATS``, or the file cannot be written.
        """
        path = Path(path)
        format_ = FORMATS.get(path.suffix.lower())
        if format_ is None:
            raise UsageError(
                Bilingual(
                    f"Не ясно, в каком формате записать «{path.name}». Возможны окончания: {', '.join(FORMATS)}.",
                    f"No picture format is known for {path.name!r}. Possible endings: {', '.join(FORMATS)}.",
                )
            )
        write_atomically(path, self.rendered(format_))
        return path


_MAKERS: dict[str, Callable[[Picture], str | bytes]] = {
    "svg": Picture.svg,
    "png": Picture.png,
    "html": Picture.html,
    "dot": Picture.dot,
    "mermaid": Picture.mermaid,
    "graphml": Picture.graphml,
    "gexf": Picture.gexf,
}
FORMATS = {
    ".svg": "svg",
    ".png": "png",
    ".html": "html",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".graphml": "graphml",
    ".gexf": "gexf",
}


def draw(
    papers: Graph | Sequence[Graph],
    view: str = "structure",
    language: str = "ru",
    *,
    regulation: Graph | None = None,
    as_of: date | None = None,
) -> Picture:
    """Return the picture of papers in one of ``VIEWS``, with captions in ``ru`` or ``en``.

    :param papers: the graph of a paper, or several.
    :param regulation: the regulation beside them: agreements are compared with it.
    :param as_of: the day to judge by (``roadmap``, ``agreement``).
    :raises UsageError: when the view or the language is unknown, or the graph has nothing that the view shows.
    """
    shown = to_networkx(papers, view, language, regulation=regulation, as_of=as_of)
    return Picture(view=view, title=shown.graph["title"], graph=shown)


def to_networkx(
    papers: Graph | Sequence[Graph],
    view: str = "structure",
    language: str = "ru",
    *,
    regulation: Graph | None = None,
    as_of: date | None = None,
) -> MultiDiGraph:
    """Return what a view shows as a networkx graph; :mod:`rsnms_kg.picture.network` tells its attributes.

    :raises UsageError: as :func:`draw`.
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
    given = (papers,) if isinstance(papers, Graph) else tuple(papers)
    return VIEWS[view](Subject(given, regulation if regulation is not None else Graph(), language, as_of, view))
