"""SPARQL over papers, graphs and regulations: sources → an embedded store → an answer.

Each source is a named graph under the IRI of its act, and all sources together, with the code lists and
the vocabulary, are the default graph. They are loaded twice for that: the engine's own union of graphs
counts a statement of two graphs twice.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.reading import STANDARD_INPUT
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.graph.answer import Answer
from rsnms_kg.graph.question import Question, question
from rsnms_kg.graph.rdf_files import file_graph_name, graph_name, is_rdf, read_quads, read_source, root_acts
from rsnms_kg.knowledge.regulations import regulation_ids, shipped_regulation
from rsnms_kg.knowledge.terms import PREFIXES
from rsnms_kg.resources import data_folder, turtle_files

if TYPE_CHECKING:
    from pyoxigraph import Store

KNOWN_PREFIXES = {
    **{prefix: str(namespace) for prefix, namespace in PREFIXES.items()},
    "rdf": str(RDF), "rdfs": str(RDFS), "xsd": str(XSD), "owl": str(OWL), "skos": str(SKOS),
    "dcterms": str(DCTERMS), "sh": "http://www.w3.org/ns/shacl#", "prov": "http://www.w3.org/ns/prov#",
    "eli": "http://data.europa.eu/eli/ontology#", "org": "http://www.w3.org/ns/org#",
}  # fmt: skip
MOST_ROWS = 200_000
TIMEOUT = 60.0
_STACK = 64 * 2**20  # reserved, not used: a long chain of operators is a deep tree for the engine


def ask(
    text: str,
    sources: Iterable[str | Path | Graph],
    timeout: float = TIMEOUT,
    unreadable: list[InputError] | None = None,
) -> Answer:
    """Run a SPARQL query over papers, RDF files, graphs and shipped regulations (by id).

    :param timeout: seconds after which the query is given up.
    :param unreadable: takes the errors of sources that cannot be read; the others are asked without them.
    :raises UsageError: when the query is refused, is not well-formed, or takes too long or has too many rows.
    :raises InputError: when a source cannot be read and ``unreadable`` is not given.
    """
    asked = question(text)
    if not 0 < timeout <= threading.TIMEOUT_MAX:
        raise UsageError(Bilingual(
            f"--timeout: {timeout:g} – не время ожидания. Нужно число секунд больше нуля.",
            f"--timeout: {timeout:g} is no time to wait. Give a number of seconds above zero.",
        ))  # fmt: skip
    return ask_store(asked, load(sources, unreadable), timeout)


def ask_store(asked: Question, store: Store, timeout: float = TIMEOUT) -> Answer:
    """Run a question that was looked through on a store that was loaded.

    :raises UsageError: as :func:`ask`.
    """
    run = _Run(store, asked)
    run.start()
    return run.answer(timeout)


def load(sources: Iterable[str | Path | Graph], unreadable: list[InputError] | None = None) -> Store:
    """Return a store that holds the sources, the code lists and the vocabulary.

    :raises InputError: when a source cannot be read and ``unreadable`` is not given.
    """
    import pyoxigraph as px

    store = px.Store()
    vocabulary = data_folder("ontology") / "rsnms.ttl"
    for path in (vocabulary, *turtle_files("ontology/codes")):
        store.bulk_load(path.read_bytes(), px.RdfFormat.TURTLE)
    for source in sources:
        try:
            quads = _quads(source)
        except InputError as error:
            if unreadable is None:
                raise
            unreadable.append(error)
            continue
        store.bulk_extend(quads)
        store.bulk_extend(px.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store


def _quads(source: str | Path | Graph) -> list[Any]:
    import pyoxigraph as px

    if isinstance(source, Graph):
        return _from_rdflib(source)
    if str(source) in regulation_ids():
        source = data_folder("ontology") / "regulations" / f"{source}.ttl"
    path = Path(source)
    if str(source) != STANDARD_INPUT and not path.suffix and not path.exists():
        shipped_regulation(str(source))  # raises, and says which there are
    if not is_rdf(source):
        return _from_rdflib(read_source(source))
    quads, digest = read_quads(source)
    name = px.NamedNode(_name_of(quads) or file_graph_name(digest))
    unnamed = px.DefaultGraph()
    return [
        px.Quad(quad.subject, quad.predicate, quad.object, name) if quad.graph_name == unnamed else quad
        for quad in quads
    ]


def _name_of(quads: list[Any]) -> str | None:
    """Return the act that the statements of a file are about, where it is one."""
    told = Graph()
    for quad in quads:
        named = hasattr(quad.object, "value") and type(quad.subject).__name__ == "NamedNode"
        if named and quad.predicate.value in (str(RDF.type), str(DCTERMS.isPartOf)):
            told.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), URIRef(quad.object.value)))
    acts = root_acts(told)
    return str(acts[0]) if len(acts) == 1 else None


def _from_rdflib(graph: Graph) -> list[Any]:
    import pyoxigraph as px

    name = px.NamedNode(graph_name(graph))
    return [px.Quad(_term(one), _term(two), _term(three), name) for one, two, three in sorted(graph)]


def _term(term: Any) -> Any:
    import pyoxigraph as px

    if isinstance(term, Literal):
        if term.language:
            return px.Literal(str(term), language=term.language)
        return px.Literal(str(term), datatype=px.NamedNode(str(term.datatype)) if term.datatype else None)
    return px.BlankNode(str(term)) if isinstance(term, BNode) else px.NamedNode(str(term))


@dataclass
class _Found:
    answer: Answer | None = None
    error: Exception | None = None


class _Run:
    """One run of a question, in a thread of its own: the engine cannot be stopped, only left behind."""

    def __init__(self, store: Store, asked: Question) -> None:
        self.store, self.asked, self.found = store, asked, _Found()
        self.given_up = False

    def start(self) -> None:
        before = threading.stack_size(_STACK)
        try:
            self.thread = threading.Thread(target=self._run, daemon=True)
            self.thread.start()
        finally:
            threading.stack_size(before)

    def answer(self, timeout: float) -> Answer:
        self.thread.join(timeout)
        if self.thread.is_alive():
            self.given_up = True
            raise UsageError(Bilingual(
                f"ответа нет за {timeout:g} с. Уточните вопрос (в нём, вероятно, всё сочетается со всем) "
                "или дайте больше времени: --timeout.",
                f"no answer within {timeout:g} s. Narrow the query (it probably combines everything with "
                "everything), or give it more time: --timeout.",
            ))  # fmt: skip
        if self.found.error is not None:
            raise _explained(self.found.error)
        assert self.found.answer is not None
        return self.found.answer

    def _run(self) -> None:
        try:
            self.found.answer = self._asked()
        except Exception as error:
            # Its frames hold results that the engine lets nobody else take apart.
            self.found.error = error.with_traceback(None)

    def _asked(self) -> Answer:
        import pyoxigraph as px

        result = self.store.query(self.asked.text, prefixes=KNOWN_PREFIXES)
        if isinstance(result, px.QueryBoolean):
            return Answer("ask", truth=bool(result))
        if isinstance(result, px.QueryTriples):
            made = px.Dataset(px.Quad(one.subject, one.predicate, one.object) for one in self._limited(result))
            made.canonicalize(px.CanonicalizationAlgorithm.UNSTABLE)  # names of blank nodes come from the graph alone
            return Answer("graph", triples=tuple(sorted(made, key=str)))
        names = tuple(variable.value for variable in result.variables)
        return Answer("rows", names, tuple(tuple(row) for row in self._limited(result)), ordered=self.asked.ordered)

    def _limited(self, results: Iterable[Any]) -> list[Any]:
        """Take the rows; the engine cannot be stopped, but between two rows nobody need wait for the next."""
        taken = []
        for row in results:
            taken.append(row)
            if self.given_up:
                break
            if len(taken) > MOST_ROWS:
                raise UsageError(Bilingual(
                    f"в ответе больше {MOST_ROWS} строк. Уточните вопрос или ограничьте его: LIMIT.",
                    f"the answer has more than {MOST_ROWS} rows. Narrow the query, or limit it: LIMIT.",
                ))  # fmt: skip
        return taken


def _explained(error: Exception) -> Exception:
    if not isinstance(error, SyntaxError):
        return error
    reason = " ".join(str(error).split())
    place, _, expected = reason.removeprefix("error at ").partition(": ")
    line, _, column = place.partition(":")
    if not (line.isdigit() and column.isdigit()):
        return UsageError(Bilingual(f"вопрос составлен неверно: {reason}.", f"the query is not well-formed: {reason}."))
    unknown = "Prefix not found" in expected
    hint = Bilingual(
        "такого префикса нет, объявите его: PREFIX" if unknown else "здесь вопрос перестаёт быть понятным",
        "no such prefix, declare it: PREFIX" if unknown else "here the query stops making sense",
    )
    return UsageError(Bilingual(
        f"вопрос, строка {line}, знак {column}: {hint.ru}.", f"query, line {line}, column {column}: {hint.en}."
    ))  # fmt: skip
