"""The public functions: read, check, draw, list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.reading import PAPER_ENDINGS
from rsnms_kg.errors import InputError
from rsnms_kg.graph.paper import PaperGraph, read_paper
from rsnms_kg.knowledge.regulations import (
    DEFAULT,
    RegulationData,
    regulation_id,
    regulation_ids,
    shipped_regulation,
)
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.report.report import DocumentReport, Report

if TYPE_CHECKING:
    from rsnms_kg.picture.drawing import Picture


def read(path: str | Path) -> PaperGraph:
    """Read a paper (.docx, .txt; ``"-"`` is standard input) into a graph of its facts.

    :raises InputError: when the file cannot be read, or is neither an agreement nor a regulation.
    """
    return read_paper(path)


def regulation(source: str | Path | Graph = DEFAULT) -> RegulationData:
    """Return a regulation: by the id of a shipped one, from a paper, or from a graph that was read.

    :raises UsageError: when there is no shipped regulation of this id and no such file.
    :raises InputError: when the file cannot be read or is no regulation.
    """
    if isinstance(source, Graph):
        return RegulationData(regulation_id(source, "graph"), source)
    if str(source) in regulation_ids():
        return shipped_regulation(str(source))
    graph = _paper(source)
    if graph.kind != "regulation":
        raise InputError(str(source), Bilingual(
            "это не положение. Для --regulation нужно положение, приказ с положением или имя встроенного.",
            "this is no regulation. --regulation needs a regulation, the order that approves one, or a shipped id.",
        ))  # fmt: skip
    return RegulationData(regulation_id(graph, Path(source).stem), graph)


def _graph(source: Graph | str | Path | RegulationData) -> Graph:
    """Return a graph as it is, that of a regulation, or that of the paper that a path names."""
    if isinstance(source, RegulationData):
        return source.graph
    if isinstance(source, Graph):
        return source
    return shipped_regulation(str(source)).graph if str(source) in regulation_ids() else _paper(source)


def _paper(source: str | Path) -> PaperGraph:
    """Read a paper; a name that is no file and does not look like one is taken for an unknown id."""
    path = Path(source)
    if str(source) != "-" and path.suffix.lower() not in PAPER_ENDINGS and not path.exists():
        shipped_regulation(str(source))  # raises, and says which there are
    return read_paper(source)


def check(
    papers: Graph | str | Path | Iterable[Graph | str | Path],
    *,
    regulation: str | Path | Graph | RegulationData = DEFAULT,
    as_of: date | None = None,
) -> Report:
    """Check papers against the requirements and a regulation.

    :param papers: graphs that :func:`read` returned, or paths; one or several.
    :param regulation: the id of a shipped regulation, a path, or a graph.
    :param as_of: the day to judge by; demands that are due later are ``not-due``.
    :returns: a report; a paper that cannot be read is in it with its error.
    :raises UsageError, InputError: when the regulation cannot be had.
    """
    against = regulation if isinstance(regulation, RegulationData) else _regulation(regulation)
    single = isinstance(papers, (Graph, str, Path))
    several: Iterable[Graph | str | Path] = [papers] if single else papers  # type: ignore[assignment, list-item]
    return Report(tuple(_checked(paper, against, as_of) for paper in several), against.id, as_of)


_regulation = regulation


def _checked(paper: Graph | str | Path, against: RegulationData, as_of: date | None) -> DocumentReport:
    try:
        graph = paper if isinstance(paper, Graph) else read_paper(paper)
    except InputError as error:
        return DocumentReport(error.path, None, None, Outcome(), error=error.message)
    outcome = check_graph(graph, against, as_of)
    if not isinstance(graph, PaperGraph):
        return DocumentReport("graph", "graph", None, outcome)
    notices = tuple(Bilingual(ru, en) for ru, en in graph.document.notices)
    return DocumentReport(graph.document.path, graph.kind, graph.title, outcome, notices=notices)


def draw(
    source: Graph | str | Path | RegulationData = DEFAULT, view: str = "structure", language: str = "ru"
) -> Picture:
    """Draw a view of a regulation: a graph, the id of a shipped one, or a path.

    :raises UsageError: when the view is unknown or the graph has nothing to draw in it.
    """
    from rsnms_kg.picture.drawing import draw as draw_view

    return draw_view(_graph(source), view, language)


def rows(kind: str, source: Graph | str | Path = DEFAULT, language: str = "ru") -> list[dict[str, Any]]:
    """Return a list of facts as plain rows: of a graph, of a shipped regulation, or of a paper.

    :raises UsageError: when there is no such kind of list.
    """
    from rsnms_kg import listing

    if kind != "requirements" and kind not in listing.KINDS:
        return listing.rows(Graph(), kind)  # says which there are
    return listing.rows(_graph(source), kind, language)


__all__ = ["check", "draw", "read", "regulation", "rows"]
