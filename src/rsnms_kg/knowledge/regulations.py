"""Regulations as data: those that ship in ``ontology/regulations/``, by id."""

from __future__ import annotations

from datetime import date
from functools import cache, cached_property
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.act_names import cited_name
from rsnms_kg.knowledge.compilation import compiled, load
from rsnms_kg.knowledge.demands import Demand, demanded
from rsnms_kg.knowledge.grounds import Ground
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.resources import data_folder

DEFAULT = "kaluga-963-2021"
_UNNAMED = "?"  # stands in published data for a label that a person has to give


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

    @property
    def name(self) -> Bilingual:
        """What to call the regulation beside its clauses; its id where the data tell no better."""
        ru, en = self._digest["name"]
        return Bilingual(ru or self.id, en or self.id)

    def clause(self, iri: URIRef) -> str | None:
        """Return the printed label of the clause that a fact of the regulation stands in."""
        known = self._digest["labels"].get(str(iri))
        return known[0] or None if known else None

    def title(self, iri: URIRef) -> Bilingual:
        """Return the short label of a fact of the regulation."""
        _, ru, en = self._digest["labels"].get(str(iri), ("", "", ""))
        return Bilingual(ru, en)

    def ground(self, iri: URIRef, unnamed: str | None = None) -> Ground | None:
        """Return the clause that a fact of the regulation stands in, as the ground of a requirement.

        :param unnamed: what to call a clause that bears no label; without it such a clause is no ground.
        """
        clause = self.clause(iri) or unnamed
        return Ground(self.id, clause, self.title(iri), self.name, "regulation") if clause else None

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What the regulation demands of agreements and of the regional system."""
        return tuple(
            Demand(rule, source, tuple(values), date.fromisoformat(due) if due else None, times)
            for rule, source, values, due, times in self._digest["demands"]
        )

    @property
    def _digest(self) -> dict[str, Any]:
        if self._known is None:
            self._known = _digest(self.graph)
        return self._known


def _digest(graph: Graph) -> dict[str, Any]:
    """What checks ask of a regulation, as plain data: its name and region, the labels of its facts, its demands."""
    demands = demanded(graph)
    spoken_of = {URIRef(iri) for demand in demands for iri in (demand.source, *demand.values)}
    facts = sorted(spoken_of.union(graph.subjects(RSNMS.clauseLabel)), key=str)
    name = cited_name(graph)
    return {
        "name": [name.ru, name.en],
        "region": min(map(str, graph.objects(None, RSNMS.region)), default=None),
        "labels": {
            str(fact): (str(graph.value(fact, RSNMS.clauseLabel) or ""), *_title(graph, fact)) for fact in facts
        },
        "demands": [
            [demand.rule, demand.source, demand.values, demand.due.isoformat() if demand.due else None, demand.times]
            for demand in demands
        ],
    }


def _title(graph: Graph, fact: Node) -> tuple[str, str]:
    """The label of a fact in both languages, else its name; what nobody has named yet has none."""
    texts = (
        label for label in graph.objects(fact, RDFS.label) if isinstance(label, Literal) and str(label) != _UNNAMED
    )
    told = {str(label.language or "ru"): str(label) for label in texts}
    name = str(graph.value(fact, RSNMS.shortName) or graph.value(fact, RSNMS.name) or "")
    return told.get("ru", told.get("en", name)), told.get("en", told.get("ru", name))


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
