"""A paper as data that may be published: facts, numbers, names of acts and labels of our own, no sentences.

``python -m rsnms_kg.graph.publication PAPER FILE.ttl [ID]`` writes the facts of a paper into a Turtle
file. Labels, and what a person has put in place of a sentence, are kept from the file as it was, so that it
can be made anew whenever the reader learns more; what has none yet gets «?» and is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD, NamespaceManager
from rdflib.term import Node

from rsnms_kg.facts import model
from rsnms_kg.graph.files import write_atomically
from rsnms_kg.graph.paper import read_paper
from rsnms_kg.knowledge.terms import CODE, RSNMS, bind

_TO_NAME = "?"
_LONGEST = 6  # words of a text that is no name; a sentence is longer
_NAMES = {"issuer", "post", "postNominative", "name", "shortName", "hostName", "longForm", "longName"}
_LONGEST_NAME = 22
_OWN_WORDS = ("definition", "result")  # kept from the file as labels are
_PLACES = {"quote", "start", "end"}
# What a reader of the data cannot use without the paper: of a regulation, who signed it and its own references.
_WORDING = {
    "ActReference", "MixedWord", "OpenQuotation", "UndeclaredForm",
    "RegionName", "MunicipalityName", "ProjectName", "OrganisationName", "QuotedName",
}  # fmt: skip
PAPER_ONLY: dict[str, set[str]] = {
    "agreement": {"DateMention"},
    "regulation": _WORDING
    | {"DateMention", "AnnexReference", "ClauseReference", "Signature", "SignatureBlock", "Doubt"},
}
_NAMED_BY = ("shortForm", "name", "title", "signatory", "words")


def published(facts: Graph, kind: str, labels: Graph, identifier: str | None = None) -> Graph:
    """Return the facts of a paper without its sentences, with the labels that ``labels`` has for them.

    :param kind: ``agreement`` or ``regulation``.
    :param identifier: what reports cite the act by, e.g. ``kaluga-963-2021``.
    """
    hidden = {RSNMS[name] for name in PAPER_ONLY[kind]}
    dropped = {node for node, of in facts.subject_objects(RDF.type) if of in hidden}
    graph = Graph()
    bind(graph)
    for subject, predicate, value in facts:
        if subject not in dropped and value not in dropped and _may_be_published(predicate, value):
            graph.add((subject, predicate, value))
    for subject, name in _too_long(facts, graph):
        for value in list(labels.objects(subject, name)) or [Literal(_TO_NAME)]:
            graph.add((subject, name, value))
    for node in set(graph.subjects(RDF.type)):
        for label in _labels(facts, labels, node):
            graph.add((node, RDFS.label, label))
    if identifier:
        graph.add((_act(facts), DCTERMS.identifier, Literal(identifier)))
    return graph


def _too_long(facts: Graph, graph: Graph) -> list[tuple[Node, URIRef]]:
    """What has to be said in words of our own, because the paper says it in a sentence."""
    return [
        (subject, RSNMS[name])
        for name in _OWN_WORDS
        for subject in facts.subjects(RSNMS[name])
        if (subject, RSNMS[name], None) not in graph
    ]


def unnamed(graph: Graph) -> list[Node]:
    """Return the facts that still wait for words of our own."""
    waiting = {
        *graph.subjects(RDFS.label, Literal(_TO_NAME, lang="ru")),
        *(node for name in _OWN_WORDS for node in graph.subjects(RSNMS[name], Literal(_TO_NAME))),
    }
    return sorted(waiting, key=str)


def as_turtle(graph: Graph, act: URIRef, heading: str) -> str:
    """Return published facts as Turtle, class by class in the order of the paper, so that people can edit it."""
    prefixes = _prefixes(graph)
    graph.namespace_manager = NamespaceManager(Graph(bind_namespaces="none"), bind_namespaces="none")
    for prefix, namespace in [*prefixes, ("rdf", str(RDF))]:
        graph.bind(prefix, namespace)
    lines = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in prefixes]
    lines += [f"@base <{act}/> .", "", *(f"# {line}".rstrip() for line in heading.splitlines()), ""]
    for kind, nodes in _by_class(graph):
        lines += [f"# --- {kind}", ""]
        for node in nodes:
            lines += [_block(graph, act, node), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _may_be_published(predicate: Node, value: Node) -> bool:
    name = str(predicate).removeprefix(str(RSNMS))
    if predicate == RDFS.label or name in _PLACES:
        return False
    if not isinstance(value, Literal) or value.datatype is not None:
        return True
    return name == "title" or len(str(value).split()) <= (_LONGEST_NAME if name in _NAMES else _LONGEST)


def _labels(facts: Graph, known: Graph, node: Node) -> list[Node]:
    """Our own label where there is one, else the name that the paper gives, else a mark to name it."""
    own = [label for label in known.objects(node, RDFS.label) if str(label) != _TO_NAME]
    if own:
        return own
    both = [label for label in facts.objects(node, RDFS.label) if isinstance(label, Literal) and label.language == "en"]
    if both:  # the name of an act is made of its type, day and number
        return list(facts.objects(node, RDFS.label))
    name = _made(facts, node)
    return [Literal(name[0], lang="ru"), Literal(name[1], lang="en")]


def _made(facts: Graph, node: Node) -> tuple[str, str]:
    kinds = set(facts.objects(node, RDF.type))
    clause = str(facts.value(node, RSNMS.clauseLabel) or "")
    if RSNMS.Clause in kinds:
        return f"пункт {clause}", f"clause {clause}"
    if RSNMS.ActCitation in kinds:
        act = facts.value(node, RSNMS.act)
        named = {
            str(label.language): str(label) for label in facts.objects(act, RDFS.label) if isinstance(label, Literal)
        }
        return named["ru"], named["en"]
    if RSNMS.InteractionLink in kinds:
        return "взаимодействие", "interaction"
    if RSNMS.Target in kinds:
        share, count = (facts.value(node, RSNMS[name]) for name in ("share", "count"))
        year = facts.value(node, RSNMS.periodStart)
        ru = ", ".join([f"{year}:", *([f"{share} %"] if share else []), *([f"{count} ед."] if count else [])])
        return ru.replace(":,", ":"), ru.replace(":,", ":").replace(" ед.", " units")
    for name in _NAMED_BY:
        value = facts.value(node, RSNMS[name])
        if value is not None and len(str(value).split()) <= _LONGEST:
            return str(value), str(value)
    return _TO_NAME, _TO_NAME


def _act(facts: Graph) -> URIRef:
    """The act that is no part of another one."""
    acts = [node for node in facts.subjects(RSNMS.clauseLabel) if (node, DCTERMS.isPartOf, None) not in facts]
    return URIRef(min(map(str, acts)))


def _prefixes(graph: Graph) -> list[tuple[str, str]]:
    """The prefixes in use, one for every code list."""
    used = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    used |= {str(term.datatype) for *_, term in graph if isinstance(term, Literal) and term.datatype}
    known = {"rdfs": str(RDFS), "dcterms": str(DCTERMS), "rsnms": str(RSNMS), "xsd": str(XSD)}
    for scheme in {term.removeprefix(CODE).split("/")[0] for term in used if term.startswith(CODE)}:
        known[scheme] = f"{CODE}{scheme}/"
    return sorted((prefix, name) for prefix, name in known.items() if any(term.startswith(name) for term in used))


def _by_class(graph: Graph) -> Iterator[tuple[str, list[URIRef]]]:
    """Nodes by class, classes in the order of the model, nodes in the order of the paper."""
    order = [kind for kind in vars(model) if isinstance(getattr(model, kind), type)]
    kinds = {str(kind).removeprefix(str(RSNMS)) for kind in graph.objects(None, RDF.type)}
    for kind in sorted(kinds, key=lambda kind: (order.index(kind) if kind in order else len(order), kind)):
        nodes = {node for node in graph.subjects(RDF.type, RSNMS[kind]) if isinstance(node, URIRef)}
        yield kind, sorted(nodes, key=lambda node: (int(str(graph.value(node, RSNMS.order) or 0)), str(node)))


def _block(graph: Graph, act: URIRef, node: URIRef) -> str:
    pairs: dict[str, list[str]] = {}
    for predicate, value in graph.predicate_objects(node):
        pairs.setdefault(_term(predicate, act, graph), []).append(_term(value, act, graph))
    kind = ", ".join(sorted(pairs.pop("rdf:type")))
    first = ("dcterms:identifier", "dcterms:isPartOf", "rdfs:label", "rsnms:clauseLabel", "rsnms:order")
    ordered = sorted(pairs, key=lambda name: (first.index(name) if name in first else len(first), name))
    # Russian before English, everything else by the alphabet.
    lines = [
        f"{name} {', '.join(sorted(pairs[name], key=lambda text: (text.endswith('@en'), text)))}" for name in ordered
    ]
    return f"{_term(node, act, graph)} a " + " ;\n    ".join([kind, *lines]) + " ."


def _term(term: Node, act: URIRef, graph: Graph) -> str:
    if isinstance(term, URIRef) and term.startswith(f"{act}/"):
        return f"<{term.removeprefix(f'{act}/')}>"
    if isinstance(term, Literal) and term.datatype in (XSD.integer, XSD.boolean):
        return str(term)
    return str(term.n3(graph.namespace_manager))


def main(arguments: list[str]) -> int:
    """Write the facts of a paper into a Turtle file and say what has no label yet."""
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    paper, target = read_paper(arguments[0]), Path(arguments[1])
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    labels = Graph().parse(data=before, format="turtle")
    act = _act(paper)
    stated = labels.value(act, DCTERMS.identifier)
    identifier = arguments[2] if len(arguments) == 3 else str(stated) if stated else None
    graph = published(paper, paper.kind, labels, identifier)
    remarks = [line[2:] for line in before.splitlines() if line.startswith("# ") and not line.startswith("# ---")]
    write_atomically(target, as_turtle(graph, act, "\n".join(remarks) or paper.title).encode())
    waiting = unnamed(graph)
    if waiting:
        print(
            f"{target}: {len(waiting)} × «?» – назовите по-русски и по-английски и запустите команду ещё раз. / "
            "name these in both languages and run the command again:",
            file=sys.stderr,
        )
    for node in waiting:
        print(f"? {node}: {paper.value(node, RSNMS.clauseLabel)}", file=sys.stderr)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
