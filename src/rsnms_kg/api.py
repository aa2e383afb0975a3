"""The public functions: read, check, compare, draw, list, query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rdflib import Graph
from rdflib.namespace import RDF

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.reading import PAPER_ENDINGS, paper_paths
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.graph.force import as_of as on_a_day
from rsnms_kg.graph.force import on_day
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.graph.rdf_files import FileGraph, graph_name, is_rdf, read_source
from rsnms_kg.knowledge.act_names import main_act_name
from rsnms_kg.knowledge.regulations import (
    DEFAULT,
    RegulationData,
    regulation_id,
    regulation_ids,
    shipped_regulation,
)
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.outcome.findings import Outcome
from rsnms_kg.report.report import FAIL_ON, DocumentReport, Report

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from rsnms_kg.crosswalk.comparison import Comparison
    from rsnms_kg.graph.answer import Answer
    from rsnms_kg.picture.drawing import Picture

_Source = TypeVar("_Source")


def read(path: str | Path, *, as_of: date | None = None) -> PaperGraph | FileGraph:
    """Read a paper (.docx, .txt) into a graph of its facts, or an RDF file; ``"-"`` is standard input.

    :param as_of: a day; what is in force and what is due on it is added to the facts.
    :raises InputError: when the file cannot be read, or is neither an agreement nor a regulation nor RDF.
    """
    graph = read_source(path)
    if as_of is not None:
        for triple in on_a_day(graph, as_of):
            graph.add(triple)
    return graph


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
    if not any((None, RDF.type, kind) in graph for kind in (RSNMS.Regulation, RSNMS.Order)):
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


def _paper(source: str | Path) -> PaperGraph | FileGraph:
    """Read a paper or a graph; a name that is no file and does not look like one is taken for an unknown id."""
    path = Path(source)
    if str(source) != "-" and path.suffix.lower() not in PAPER_ENDINGS and not is_rdf(path) and not path.exists():
        shipped_regulation(str(source))  # raises, and says which there are
    return read_source(source)


def check(
    papers: Graph | str | Path | Iterable[Graph | str | Path],
    *,
    regulation: str | Path | Graph | RegulationData = DEFAULT,
    as_of: date | None = None,
    fail_on: str = "violation",
) -> Report:
    """Check papers against the requirements and a regulation.

    :param papers: graphs that :func:`read` returned, or paths of files and folders; one or several.
    :param regulation: the id of a shipped regulation, a path, or a graph.
    :param as_of: the day to judge by; demands that are due later are ``not-due``.
    :param fail_on: the mildest severity that counts as a failure in ``report.failed`` and in JUnit: ``violation``,
        ``warning``, ``info``, or ``never``.
    :returns: a report; a paper that cannot be read is in it with its error.
    :raises UsageError, InputError: when the regulation cannot be had, a folder holds no papers, or ``fail_on`` is
        no severity.
    """
    against = regulation if isinstance(regulation, RegulationData) else _regulation(regulation)
    single = isinstance(papers, (Graph, str, Path))
    several: Iterable[Graph | str | Path] = [papers] if single else papers  # type: ignore[assignment, list-item]
    if fail_on not in FAIL_ON:
        raise UsageError(Bilingual(
            f"Строгости «{fail_on}» нет. Есть: {', '.join(FAIL_ON)}.",
            f"There is no severity {fail_on!r}. There is: {', '.join(FAIL_ON)}.",
        ))  # fmt: skip
    documents = tuple(_checked(paper, against, as_of) for paper in _each(several))
    return Report(documents, against.id, as_of, against, fail_on)


_regulation = regulation


def _checked(paper: Graph | str | Path, against: RegulationData, as_of: date | None) -> DocumentReport:
    try:
        graph = paper if isinstance(paper, Graph) else read_source(paper)
        _something_to_check(graph)
    except InputError as error:
        return DocumentReport(error.path, None, None, Outcome(), error=error.message)
    outcome = check_graph(graph, against, as_of)
    if isinstance(graph, FileGraph):
        return DocumentReport(graph.path, graph.kind, graph.title, outcome, name=main_act_name(graph),
                              iri=graph_name(graph), sha256=graph.sha256, graph=graph)  # fmt: skip
    if not isinstance(graph, PaperGraph):
        return DocumentReport("graph", "graph", None, outcome, name=main_act_name(graph), graph=graph)
    notices = tuple(Bilingual(ru, en) for ru, en in graph.document.notices)
    return DocumentReport(
        graph.document.path, graph.kind, graph.title, outcome, notices=notices, name=main_act_name(graph),
        iri=graph.facts.act, sha256=graph.document.sha256, graph=graph,
    )  # fmt: skip


def _something_to_check(graph: Graph) -> None:
    if isinstance(graph, FileGraph) and not graph.is_ours:
        raise InputError(graph.path, Bilingual(
            f"в графе нет ничего из словаря {RSNMS}: проверять нечего. Такой граф даёт «rsnms read».",
            f"the graph has nothing of the vocabulary {RSNMS}: nothing to check. rsnms read makes such graphs.",
        ))  # fmt: skip


def compare(left: Graph | str | Path | RegulationData, right: Graph | str | Path | RegulationData) -> Comparison:
    """Compare two papers: which obligations realise which functions, who bears them, what is missing.

    :param left, right: an agreement or a regulation each, in any order: a graph, a path, or the id of a
        shipped regulation.
    :raises UsageError, InputError: when a paper cannot be had or has no norms.
    """
    from rsnms_kg.crosswalk.comparison import compare as compare_graphs

    return compare_graphs(_graph(left), _graph(right), _name(left), _name(right))


def _name(source: Graph | str | Path | RegulationData) -> str:
    """Return what to call a source: the path or the id that it was given by, or read from."""
    if isinstance(source, RegulationData):
        return source.id
    if isinstance(source, PaperGraph):
        return source.document.path
    if isinstance(source, FileGraph):
        return source.path
    return regulation_id(source, "graph") if isinstance(source, Graph) else str(source)


Drawn = Graph | str | Path | RegulationData


def draw(
    source: Drawn | Sequence[Drawn] = DEFAULT,
    view: str = "structure",
    language: str = "ru",
    *,
    regulation: str | Path | Graph | RegulationData = DEFAULT,
    as_of: date | None = None,
) -> Picture:
    """Draw a view of a paper, of several, or of a regulation.

    :param source: a graph, a path of a file or a folder, the id of a shipped regulation, or several of these;
        an empty list is the regulation itself.
    :param view: ``structure``, ``functions``, ``agreement``, ``crosswalk``, ``coverage``, ``roadmap``, ``indicators``.
    :param regulation: what agreements are compared with.
    :param as_of: the day to judge by.
    :raises UsageError: when the view is unknown or the graph has nothing to draw in it.
    """
    from rsnms_kg.picture.drawing import draw as draw_view

    return draw_view(_drawn(source), view, language, regulation=_beside(regulation), as_of=as_of)


def to_networkx(
    source: Drawn | Sequence[Drawn] = DEFAULT,
    view: str = "structure",
    language: str = "ru",
    *,
    regulation: str | Path | Graph | RegulationData = DEFAULT,
    as_of: date | None = None,
) -> MultiDiGraph:
    """Return what a view shows as a networkx graph; its attributes are told in ``rsnms_kg.picture.network``.

    The parameters and the errors are those of :func:`draw`.
    """
    from rsnms_kg.picture.drawing import to_networkx as network_of

    return network_of(_drawn(source), view, language, regulation=_beside(regulation), as_of=as_of)


def _drawn(source: Drawn | Sequence[Drawn]) -> list[Graph]:
    several = [source] if isinstance(source, (Graph, str, Path, RegulationData)) else source
    return [_graph(one) for one in _each(several)]


def _each(sources: Iterable[_Source]) -> Iterator[_Source | str]:
    """Put in the place of a folder its papers."""
    for source in sources:
        if isinstance(source, (str, Path)) and str(source) and str(source) not in regulation_ids():
            yield from paper_paths(source)
        else:
            yield source


def _beside(source: str | Path | Graph | RegulationData) -> Graph:
    return source.graph if isinstance(source, RegulationData) else _regulation(source).graph


def query(
    text: str,
    *sources: Graph | str | Path | RegulationData,
    as_of: date | None = None,
    timeout: float = 60.0,
    unreadable: list[InputError] | None = None,
) -> Answer:
    """Ask papers, RDF files, graphs and regulations (by id) in SPARQL; without any, the shipped regulation.

    Our prefixes and those of RDF need not be declared; the code lists and the vocabulary are there too. A
    query that names ``rsnms:realises`` or one of its kinds finds the crosswalk of the sources there as well.

    :param as_of: a day; what is in force and what is due on it can be asked for.
    :param timeout: seconds after which the query is given up.
    :param unreadable: takes the errors of sources that cannot be read; the others are asked without them.
    :raises UsageError: when the query is refused, is not well-formed, or takes too long.
    :raises InputError: when a source cannot be read and ``unreadable`` is not given.
    """
    from rsnms_kg.graph.query import ask

    given = [source.graph if isinstance(source, RegulationData) else source for source in sources] or [DEFAULT]
    if as_of is None and "realises" not in text:
        return ask(text, given, timeout, unreadable)
    graphs = _opened(given, unreadable)
    added = [on_a_day(graph, as_of) for graph in graphs] if as_of else []
    if "realises" in text:
        from rsnms_kg.crosswalk.realisation import realisations

        added.append(realisations(graphs))
    return ask(text, [*graphs, *added], timeout)


def _opened(sources: Iterable[Graph | str | Path], unreadable: list[InputError] | None) -> list[Graph]:
    graphs = []
    for source in sources:
        try:
            graphs.append(_graph(source))
        except InputError as error:
            if unreadable is None:
                raise
            unreadable.append(error)
    return graphs


def rows(
    kind: str, source: Graph | str | Path = DEFAULT, language: str = "ru", *, as_of: date | None = None
) -> list[dict[str, Any]]:
    """Return a list of facts as plain rows: of a graph, of a shipped regulation, or of a paper.

    :param as_of: a day; rows of what can be in force or due say whether it is on that day.
    :raises UsageError: when there is no such kind of list.
    """
    from rsnms_kg.listing.rows import KINDS
    from rsnms_kg.listing.rows import rows as listed

    if kind != "requirements" and kind not in KINDS:
        return listed(Graph(), kind)  # says which there are
    return listed(on_day(_graph(source), as_of), kind, language)


__all__ = ["check", "compare", "draw", "query", "read", "regulation", "rows", "to_networkx"]
