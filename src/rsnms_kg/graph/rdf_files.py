"""RDF files → graphs: Turtle, TriG, N-Triples, N-Quads, JSON-LD and RDF/XML, and nothing is ever fetched.

A file may come from anyone. It is read by a parser that opens no other file and no address; what the
parser would let pass in silence (relative addresses, numbers that are none, deep nesting, document
types) is refused here, with the place and what to do.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.archive import parse as parse_xml
from rsnms_kg.documents.layout import FormatError
from rsnms_kg.documents.reading import GRAPH_ENDINGS, STANDARD_INPUT, document_from_bytes, file_bytes
from rsnms_kg.errors import InputError
from rsnms_kg.facts.extraction import extract
from rsnms_kg.graph.notebook import graph_as_fragment
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.graph.rdf_text import nesting_place, sniffed, text_of
from rsnms_kg.knowledge.terms import BASE, RSNMS, bind

if TYPE_CHECKING:
    from pyoxigraph import Quad

MOST_TRIPLES = 2_000_000
DEEPEST = 100
_FORMATS = {
    ".ttl": "TURTLE", ".nt": "N_TRIPLES", ".nq": "N_QUADS", ".trig": "TRIG",
    ".jsonld": "JSON_LD", ".rdf": "RDF_XML", ".owl": "RDF_XML", ".xml": "RDF_XML",
}  # fmt: skip
_NESTED = {"TURTLE": "([", "TRIG": "([{", "JSON_LD": "[{"}
# These parsers drop or resolve a relative address without a word; under this base it can be seen.
_NOWHERE = "https://relative.invalid/"
_RESOLVED = {"JSON_LD": _NOWHERE, "RDF_XML": _NOWHERE}
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LEXICAL = {
    "integer": re.compile(r"[+-]?\d{1,100}"),
    "decimal": re.compile(r"[+-]?(\d{1,100}(\.\d{0,100})?|\.\d{1,100})"),
    "date": re.compile(r"-?\d{4,6}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?"),
    "boolean": re.compile(r"true|false|1|0"),
}
_ACTS = tuple(RSNMS[name] for name in ("Agreement", "Order", "Regulation", "Roadmap", "Act"))


class FileGraph(Graph):
    """A graph that was read from an RDF file; ``path`` names the file, ``sha256`` is of its bytes."""

    kind = "graph"

    def __init__(self, path: str, sha256: str) -> None:
        super().__init__()
        self.path, self.sha256 = path, sha256
        bind(self)

    @property
    def title(self) -> str | None:
        """The Russian label of the paper that the graph is of, or any label of it, where there is one."""
        acts: list[Node] = [*root_acts(self)] or sorted(self.subjects(RDF.type, RSNMS.RegionalSystem), key=str)
        labels = [label for act in acts[:1] for label in self.objects(act, RDFS.label) if isinstance(label, Literal)]
        ordered = sorted(labels, key=lambda label: (label.language != "ru", str(label)))
        return str(ordered[0]) if ordered else None

    @property
    def is_ours(self) -> bool:
        """Tell whether anything in it is said in the vocabulary of the project."""
        return any(str(kind).startswith(str(RSNMS)) for kind in self.objects(None, RDF.type))

    def __repr__(self) -> str:
        return f"<FileGraph of {self.path!r}: {len(self)} triples>"

    def _repr_html_(self) -> str:
        return graph_as_fragment(self, self.title, self.path)


def is_rdf(path: str | Path) -> bool:
    """Tell by its ending whether a path names an RDF file."""
    return Path(path).suffix.lower() in _FORMATS


def read_source(path: str | Path) -> PaperGraph | FileGraph:
    """Read a paper or an RDF file, whichever it is; ``"-"`` is standard input.

    :raises InputError: when it cannot be read.
    """
    name = str(path)
    if is_rdf(name):
        return read_rdf(name)
    data = file_bytes(name)
    if name == STANDARD_INPUT and (format_ := sniffed(data)):
        return _graph(data, name, format_)
    if not data.strip():
        raise InputError(name, Bilingual("файл пуст.", "the file is empty."))
    return PaperGraph(extract(document_from_bytes(data, name)))


def read_rdf(path: str | Path) -> FileGraph:
    """Read an RDF file into one graph; the named graphs of a TriG or N-Quads file are put together.

    :raises InputError: when it is missing, too large, no RDF of the kind that its ending promises, or empty.
    """
    name = str(path)
    data = file_bytes(name)
    return _graph(data, name, _format(data, name))


def read_quads(path: str | Path) -> tuple[list[Quad], str]:
    """Return the statements of an RDF file with their graphs, and the digest of its bytes; for a store.

    :raises InputError: as :func:`read_rdf`.
    """
    name = str(path)
    data = file_bytes(name)
    format_ = (sniffed(data) if name == STANDARD_INPUT else None) or _format(data, name)
    return list(_quads(data, name, format_)), hashlib.sha256(data).hexdigest()


def root_acts(graph: Graph) -> list[URIRef]:
    """Return the acts of a graph that are part of no other."""
    acts = {act for kind in _ACTS for act in graph.subjects(RDF.type, kind) if isinstance(act, URIRef)}
    return sorted(act for act in acts if not any(whole in acts for whole in graph.objects(act, DCTERMS.isPartOf)))


def graph_name(graph: Graph) -> str:
    """Return the IRI under which a graph stands among others: that of its act, or one made of its bytes."""
    acts = root_acts(graph)
    if len(acts) == 1:
        return str(acts[0])
    digest = graph.sha256 if isinstance(graph, FileGraph) else hashlib.sha256(_lines(graph)).hexdigest()
    return file_graph_name(digest)


def file_graph_name(sha256: str) -> str:
    """Return the IRI of a graph that is of no act, or of several."""
    return f"{BASE}graph/{sha256[:16]}"


def _lines(graph: Graph) -> bytes:
    return "\n".join(sorted(" ".join(term.n3() for term in triple) for triple in graph)).encode()


def _format(data: bytes, path: str) -> str:
    return _FORMATS.get(Path(path).suffix.lower()) or sniffed(data) or "TURTLE"


def _graph(data: bytes, path: str, format_: str) -> FileGraph:
    graph = FileGraph(path, hashlib.sha256(data).hexdigest())
    log = logging.getLogger("rdflib.term")  # says with a traceback what is said better here
    silent, log.disabled = log.disabled, True
    try:
        for quad in _quads(data, path, format_):
            graph.add((_term(quad.subject, path), _term(quad.predicate, path), _term(quad.object, path)))
    finally:
        log.disabled = silent
    return graph


def _quads(data: bytes, path: str, format_: str) -> Iterator[Quad]:
    """Yield the statements of a file, blank nodes under names that come from the file and its order."""
    import pyoxigraph as px

    text = text_of(data, path, xml=format_ == "RDF_XML")
    _check_text(text, path, format_)
    names: dict[str, Any] = {}
    mark = hashlib.sha256(data).hexdigest()[:8]

    def named(term: Any) -> Any:
        if isinstance(term, px.BlankNode):
            return names.setdefault(term.value, px.BlankNode(f"b{mark}x{len(names)}"))
        return term

    count = 0
    for quad in _parsed(text, path, format_):
        count += 1
        if count > MOST_TRIPLES:
            raise InputError(path, Bilingual(
                f"в графе больше {MOST_TRIPLES} утверждений. Разделите файл.",
                f"the graph has more than {MOST_TRIPLES} statements. Split the file.",
            ))  # fmt: skip
        _check_quad(quad, path)
        yield px.Quad(named(quad.subject), quad.predicate, named(quad.object), named(quad.graph_name))
    if not count:
        raise InputError(path, Bilingual(
            "в файле нет ни одного утверждения RDF. Проверьте, тот ли это файл.",
            "the file holds no RDF statement. Check that it is the right one.",
        ))  # fmt: skip


def _parsed(text: str, path: str, format_: str) -> Iterator[Quad]:
    import pyoxigraph as px

    try:
        yield from px.parse(text, getattr(px.RdfFormat, format_), base_iri=_RESOLVED.get(format_))
    except (SyntaxError, ValueError) as error:
        raise _refusal(error, path, format_) from error


def _refusal(error: Exception, path: str, format_: str) -> InputError:
    reason = str(getattr(error, "msg", None) or error).split(" (line ")[0]
    if "LoadDocumentCallback" in reason:
        return InputError(path, Bilingual(
            "@context задан адресом, а по сети ничего не загружается. Впишите содержание контекста в файл.",
            "@context is an address, and nothing is fetched from the network. Put the context into the file.",
        ))  # fmt: skip
    if "No scheme found" in reason:
        return _relative(path, getattr(error, "lineno", None))
    kind = format_.replace("_", "-").title() if format_ != "RDF_XML" else "RDF/XML"
    return InputError(path, Bilingual(
        f"ошибка в записи {kind}: {reason}. Исправьте её или сохраните граф заново.",
        f"not well-formed {kind}: {reason}. Mend it, or save the graph anew.",
    ))  # fmt: skip


def _relative(path: str, line: int | None = None, words: str = "") -> InputError:
    at = Bilingual(f"строка {line}: " if line else "", f"line {line}: " if line else "")
    shown = f" «{words}»" if words else ""
    return InputError(path, Bilingual(
        f"{at.ru}относительный адрес{shown}: от чего его считать, не сказано. Задайте @base или напишите его целиком.",
        f"{at.en}a relative IRI{shown}: it does not say of what. Set @base, or write the IRI in full.",
    ))  # fmt: skip


def _check_text(text: str, path: str, format_: str) -> None:
    if format_ == "RDF_XML":
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise InputError(path, Bilingual(
                "в файле объявлен DOCTYPE или сущности XML; они не читаются. Сохраните граф в Turtle (.ttl).",
                "the file declares a DOCTYPE or XML entities, which are not read. Save the graph as Turtle (.ttl).",
            ))  # fmt: skip
        try:
            parse_xml(text)
        except FormatError as error:
            line = getattr(error.__cause__, "lineno", None)
            at = Bilingual(f"строка {line}: ", f"line {line}: ") if line else Bilingual("", "")
            raise InputError(path, Bilingual(at.ru + error.message.ru, at.en + error.message.en)) from error
    place = nesting_place(text, _NESTED.get(format_, ""), DEEPEST)
    if place:
        raise InputError(path, Bilingual(
            f"строка {place}: скобки вложены глубже {DEEPEST} уровней. Сохраните граф в N-Triples (.nt).",
            f"line {place}: brackets are nested over {DEEPEST} levels deep. Save the graph as N-Triples (.nt).",
        ))  # fmt: skip


def _check_quad(quad: Quad, path: str) -> None:
    for term in (quad.subject, quad.predicate, quad.object):
        value = getattr(term, "value", None)
        if value is None:
            raise InputError(path, Bilingual(
                "утверждения об утверждениях (RDF 1.2) не читаются. Сохраните граф без них.",
                "statements about statements (RDF 1.2) are not read. Save the graph without them.",
            ))  # fmt: skip
        if value.startswith(_NOWHERE) and not hasattr(term, "datatype"):
            raise _relative(path, words=value.removeprefix(_NOWHERE))
    found: Any = quad.object
    datatype = getattr(getattr(found, "datatype", None), "value", "")
    if datatype.startswith(_XSD):
        lexical = _LEXICAL.get(datatype.removeprefix(_XSD))
        if lexical and not lexical.fullmatch(found.value):
            raise _ill_typed(found.value, datatype, str(quad.subject), path)


def _ill_typed(value: str, datatype: str, subject: str, path: str) -> InputError:
    kind, shown = f"xsd:{datatype.removeprefix(_XSD)}", value if len(value) <= 40 else value[:40] + "…"
    return InputError(path, Bilingual(
        f"у {subject} значение «{shown}» названо {kind}, но это не так. Исправьте значение или его тип.",
        f"{subject} has the value {shown!r} that is called {kind} and is not. Mend the value or its type.",
    ))  # fmt: skip


def _term(term: Any, path: str) -> URIRef | BNode | Literal:
    """Return a term for rdflib, its lexical form as it stands."""
    if hasattr(term, "datatype"):
        if term.language:
            return Literal(term.value, lang=term.language)
        kind = term.datatype.value
        literal = Literal(term.value, datatype=None if kind == f"{_XSD}string" else URIRef(kind), normalize=False)
        if literal.ill_typed:
            raise _ill_typed(term.value, kind, "файл", path)
        return literal
    return BNode(term.value) if type(term).__name__ == "BlankNode" else URIRef(term.value)


assert frozenset(_FORMATS) - {".xml"} == GRAPH_ENDINGS
