"""Regulations as data: those that ship in ``ontology/regulations/``, by id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.compilation import compiled, load
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.resources import data_folder

DEFAULT = "kaluga-963-2021"


@dataclass(frozen=True, slots=True)
class Demand:
    """A date that a regulation's roadmap sets, and the place of it."""

    deadline: date
    clause: str


class RegulationData:
    """A regulation as a graph, with what checks ask of it.

    ``id`` is what reports cite, e.g. ``kaluga-963-2021``.
    """

    def __init__(self, identifier: str, graph: Graph | None = None, digest: dict[str, Any] | None = None) -> None:
        self.id = identifier
        self._graph = graph
        self._known = digest

    @property
    def graph(self) -> Graph:
        """The regulation as a graph; that of a shipped one is loaded when it is first asked for."""
        if self._graph is None:
            self._graph = load(f"ontology/regulations/{self.id}.ttl")
        return self._graph

    @property
    def region(self) -> str | None:
        """The IRI of the region that the regulation is for."""
        region: str | None = self._digest["region"]
        return region

    def clause(self, iri: URIRef) -> str | None:
        """Return the printed label of the clause that a fact of the regulation stands in."""
        known = self._digest["labels"].get(str(iri))
        return known[0] if known else None

    def title(self, iri: URIRef) -> Bilingual:
        """Return the short label of a fact of the regulation."""
        _, ru, en = self._digest["labels"].get(str(iri), ("", "", ""))
        return Bilingual(ru, en)

    def demand(self, topic: str) -> Demand | None:
        """Return the date that the roadmap sets for a topic of the code list, if it does."""
        found = self._digest["demands"].get(topic)
        return Demand(date.fromisoformat(found[0]), found[1]) if found else None

    @property
    def _digest(self) -> dict[str, Any]:
        if self._known is None:
            self._known = _digest(self.graph)
        return self._known


def _digest(graph: Graph) -> dict[str, Any]:
    """What checks ask of a regulation, as plain data: its region, the labels of its facts, its dates."""
    demands: dict[str, tuple[str, str]] = {}
    for measure in sorted(graph.subjects(RDF.type, RSNMS.Measure), key=str):
        deadline, clause = graph.value(measure, RSNMS.deadline), graph.value(measure, RSNMS.clauseLabel)
        for topic in graph.objects(measure, RSNMS.topic) if deadline is not None else ():
            demands.setdefault(notation(topic), (str(deadline), str(clause or "")))
    labels = {}
    for fact, clause in sorted(graph.subject_objects(RSNMS.clauseLabel), key=str):
        texts = (label for label in graph.objects(fact, RDFS.label) if isinstance(label, Literal))
        told = {str(label.language): str(label) for label in texts}
        labels[str(fact)] = (str(clause), told.get("ru", ""), told.get("en", told.get("ru", "")))
    return {
        "region": min(map(str, graph.objects(None, RSNMS.region)), default=None),
        "labels": labels,
        "demands": demands,
    }


def packed() -> dict[str, Any]:
    """Return what checks ask of every shipped regulation, as plain data by id."""
    return {identifier: _digest(load(f"ontology/regulations/{identifier}.ttl")) for identifier in regulation_ids()}


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
    return RegulationData(identifier, digest=compiled().get("regulations", {}).get(identifier))


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
