"""The directive ``ontology-terms``: a table of terms, made of the ontology's Turtle when the pages are built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD

from rsnms_kg.knowledge.json_context import RANGE_INCLUDES
from rsnms_kg.knowledge.terms import BASE, RSNMS

KINDS = {
    "classes": OWL.Class,
    "object-properties": OWL.ObjectProperty,
    "datatype-properties": OWL.DatatypeProperty,
    "annotation-properties": OWL.AnnotationProperty,
}
NAMESPACES = {"owl": OWL, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD}
LINKS = (
    (RDFS.subClassOf, "⊂ "),
    (RDFS.subPropertyOf, "⊂ "),
    (OWL.disjointWith, "не пересекается с "),
    (RDFS.domain, "у "),
    (RDFS.range, "→ "),
    (RANGE_INCLUDES, "→ "),
)
PREFIXES = {str(RSNMS): "", **{str(space): f"{prefix}:" for prefix, space in NAMESPACES.items()}}


class OntologyTerms(Directive):
    """A table of the terms of one kind; the argument is one of :data:`KINDS`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        source = Path(self.state.document.settings.env.srcdir).parent / "ontology" / "rsnms.ttl"
        self.state.document.settings.env.note_dependency(str(source))
        graph = Graph().parse(data=source.read_bytes(), format="turtle")
        kind = KINDS[self.arguments[0]]
        terms = sorted(term for term in graph.subjects(RDF.type, kind) if term.startswith(RSNMS))
        return [table([row(graph, term) for term in terms])]


def row(graph: Graph, term: URIRef) -> list[nodes.Node]:
    """The name with its anchor, what it means in both languages, and what it is joined to."""
    name = nodes.paragraph("", "", nodes.literal(text=short(term)), ids=[f"term-{short(term)}"])
    meaning = []
    for language in ("ru", "en"):
        label = text(graph, term, RDFS.label, language)
        meaning.append(nodes.paragraph("", f"{label}: {text(graph, term, SKOS.definition, language)}"))
    joined = [
        nodes.paragraph("", sign + ", ".join(short(value) for value in sorted(graph.objects(term, predicate))))
        for predicate, sign in LINKS
        if (term, predicate, None) in graph and not (predicate == RDFS.range and (term, RANGE_INCLUDES, None) in graph)
    ]
    clauses = ", ".join(sorted(clause(value) for value in graph.objects(term, DCTERMS.source)))
    if clauses:
        joined.append(nodes.paragraph("", "", nodes.emphasis(text=clauses)))
    return [nodes.entry("", *cell) for cell in ([name], meaning, joined)]


def table(rows: list[list[nodes.Node]]) -> nodes.table:
    """A table of three columns."""
    group = nodes.tgroup("", cols=3)
    group += [nodes.colspec(colwidth=width) for width in (20, 55, 25)]
    head = [nodes.entry("", nodes.paragraph("", title)) for title in ("Термин", "Что значит", "С чем связан")]
    group += nodes.thead("", nodes.row("", *head))
    group += nodes.tbody("", *(nodes.row("", *cells) for cells in rows))
    return nodes.table("", group)


def short(term: Any) -> str:
    """``rsnms:Act`` → ``Act``; a foreign term keeps its prefix."""
    for namespace, prefix in PREFIXES.items():
        if str(term).startswith(namespace):
            return prefix + str(term).removeprefix(namespace)
    return str(term)


def clause(source: Any) -> str:
    """The IRI of a clause or an annex as people cite it: ``…/annex-1/1-2-4`` → ``п. 1.2.4``."""
    place = str(source).removeprefix(f"{BASE}act/").partition("/")[2]
    annex, _, number = place.partition("/")
    if annex == "annex-1":
        return f"п. {number.replace('-', '.')}"
    return f"приказ, п. {number}" if annex == "body" else "дорожная карта"


def text(graph: Graph, term: URIRef, predicate: URIRef, language: str) -> str:
    return next(str(value) for value in graph.objects(term, predicate) if value.language == language)


def setup(app: Any) -> dict[str, bool]:
    app.add_directive("ontology-terms", OntologyTerms)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
