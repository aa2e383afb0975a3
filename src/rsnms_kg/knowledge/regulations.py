"""Regulations as data: those that ship in ``ontology/regulations/``, by id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.compilation import load
from rsnms_kg.knowledge.terms import RSNMS, code
from rsnms_kg.resources import data_folder

DEFAULT = "kaluga-963-2021"


@dataclass(frozen=True, slots=True)
class Demand:
    """A date that a regulation's roadmap sets, the place of it, and what it is about."""

    topic: str
    deadline: date
    clause: str


class RegulationData:
    """A regulation as a graph, with what checks ask of it.

    ``id`` is what reports cite, e.g. ``kaluga-963-2021``.
    """

    def __init__(self, identifier: str, graph: Graph) -> None:
        self.id = identifier
        self.graph = graph

    @property
    def region(self) -> str | None:
        """The IRI of the region that the regulation is for."""
        return min(map(str, self.graph.objects(None, RSNMS.region)), default=None)

    def clause(self, iri: URIRef) -> str | None:
        """Return the printed label of the clause that a fact of the regulation stands in."""
        label = self.graph.value(iri, RSNMS.clauseLabel)
        return str(label) if label is not None else None

    def title(self, iri: URIRef) -> Bilingual:
        """Return the short label of a fact of the regulation."""
        labels = {
            str(label.language): str(label)
            for label in self.graph.objects(iri, RDFS.label)
            if isinstance(label, Literal)
        }
        return Bilingual(labels.get("ru", ""), labels.get("en", labels.get("ru", "")))

    def demand(self, topic: str) -> Demand | None:
        """Return the date that the roadmap sets for a topic of the code list, if it does."""
        for measure in sorted(self.graph.subjects(RSNMS.topic, URIRef(code("topic", topic))), key=str):
            deadline = self.graph.value(measure, RSNMS.deadline)
            if (measure, RDF.type, RSNMS.Measure) in self.graph and isinstance(deadline, Literal):
                return Demand(topic, deadline.toPython(), self.clause(URIRef(str(measure))) or "")
        return None


def regulation_ids() -> list[str]:
    """Return the ids of the regulations that ship."""
    return sorted(path.stem for path in (data_folder("ontology") / "regulations").glob("*.ttl"))


@cache
def shipped_regulation(identifier: str = DEFAULT) -> RegulationData:
    """Return a regulation that ships.

    :raises UsageError: when no regulation has this id.
    """
    if identifier not in regulation_ids():
        known = ", ".join(regulation_ids())
        raise UsageError(
            Bilingual(
                f"Положения «{identifier}» нет. Есть: {known}. Можно дать файл с положением.",
                f"There is no regulation {identifier!r}. There is: {known}. A file with a regulation can be given.",
            )
        )
    graph = load(f"ontology/regulations/{identifier}.ttl")
    return RegulationData(identifier, graph)


def regulation_id(graph: Graph, fallback: str) -> str:
    """Return the id of a regulation that was read: its ``dcterms:identifier``, or region, number and year."""
    acts = [act for kind in (RSNMS.Order, RSNMS.Regulation) for act in sorted(graph.subjects(RDF.type, kind), key=str)]
    if not acts:
        return fallback
    act = acts[0]
    stated = graph.value(act, DCTERMS.identifier)
    region, number, day = (graph.value(act, term) for term in (RSNMS.region, RSNMS.number, RSNMS.date))
    if stated is not None:
        return str(stated)
    if region is None or number is None or day is None:
        return fallback
    return f"{str(region).rsplit('/', 1)[-1]}-{number}-{str(day)[:4]}".replace("/", "-")
