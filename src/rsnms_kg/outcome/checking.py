"""A graph against the requirements: runs shapes and functions, and turns results into findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.demands import Demand, has_subject_matter, shapes_of
from rsnms_kg.knowledge.grounds import Ground, ground_in_law
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.requirements import (
    Check,
    Requirement,
    constraints,
    requirement_of_shape,
    requirements,
)
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.knowledge.vocabulary import term_name
from rsnms_kg.outcome.findings import Finding, Outcome, RequirementStatus, outcome
from rsnms_kg.outcome.functions import COUNTED, FUNCTIONS
from rsnms_kg.outcome.marks import place
from rsnms_kg.outcome.messages import demand_texts, fill, moved, regulation_facts, regulation_texts
from rsnms_kg.outcome.shacl import Result, validate

_WHOLE = 600  # what is expected and found is told in full, unless somebody wants to flood the report
_MANY = 3  # so many alike below one lead-in have one cause: the lead-in
_OF_A_REGION = (RSNMS.Agreement, RSNMS.Order, RSNMS.Regulation, RSNMS.RegionalSystem)
Given = Mapping[str, str | Bilingual]


def check_graph(graph: Graph, regulation: RegulationData, as_of: date | None = None) -> Outcome:
    """Return what the requirements say of the papers or of the regional system in ``graph``.

    :param as_of: the day to judge by; a demand whose date is later is not due yet.

    Demands of the regulation's own region bind papers of that region only; for another region's paper
    they are compared, and what differs is a remark.
    """
    return _Case(graph, regulation, as_of).outcome()


@dataclass(frozen=True, slots=True)
class _Breach:
    """A requirement broken at a fact; ``demand`` is what the regulation demands, where it does."""

    requirement: Requirement
    check: Check
    focus: Node
    given: Given
    demand: Demand | None = None
    of_region: bool = False


@dataclass(frozen=True)
class _Case:
    """What is judged: facts, a regulation and a day."""

    data: Graph
    regulation: RegulationData
    as_of: date | None

    def outcome(self) -> Outcome:
        broken: dict[str, list[Finding]] = {}
        breaches = [breach for breach in self._breaches() if self._applies(breach.requirement)]
        told = _told_once(breaches)
        for breach in told:
            broken.setdefault(breach.requirement.id, []).append(self._finding(breach))
        implied = {breach.requirement.id for breach in breaches} - broken.keys()
        statuses = [self._told(requirement, requirement.id in broken, implied) for requirement in requirements()]
        told_of = [finding for found in broken.values() for finding in _collapsed(self.data, found)]
        return outcome(statuses, told_of, own=self.own)

    @cached_property
    def own(self) -> bool:
        """Whether the facts are of the region that the regulation is for; an unknown region is not."""
        regions = {
            str(region)
            for kind in _OF_A_REGION
            for act in self.data.subjects(RDF.type, kind)
            for region in self.data.objects(act, RSNMS.region)
        }
        return self.regulation.region in regions

    @cached_property
    def demands(self) -> dict[str, list[Demand]]:
        """What the regulation demands of these facts, by the requirement."""
        rules = {requirement.compiled_by: requirement for requirement in requirements() if requirement.compiled_by}
        found: dict[str, list[Demand]] = {}
        for demand in self.regulation.demands:
            if self._applies(rules[demand.rule]):
                found.setdefault(rules[demand.rule].id, []).append(demand)
        return found

    def _applies(self, requirement: Requirement) -> bool:
        return any((None, RDF.type, kind) in self.data for kind in requirement.applies_to)

    def _due(self, demand: Demand) -> bool:
        if demand.rule in COUNTED:
            return COUNTED[demand.rule](self.data, demand, self.as_of) is not None
        return self.as_of is None or demand.due is None or demand.due <= self.as_of

    def _told(self, requirement: Requirement, broken: bool, implied: set[str]) -> RequirementStatus:
        status = self._status(requirement, broken, implied)
        lacking = self._lacking(requirement) if status == "no-data" else None
        return RequirementStatus(requirement, status, lacking)

    def _lacking(self, requirement: Requirement) -> Bilingual | None:
        """What would have to be there to judge by: facts of a class, or a property of theirs."""
        concerned = {fact for kind in requirement.concerns for fact in self.data.subjects(RDF.type, kind)}
        if not concerned:
            names = [term_name(kind) for kind in requirement.concerns]
            ru, en = (", ".join(name(language) for name in names) for language in ("ru", "en"))
            return Bilingual(f"не распознано: {ru}", f"not recognised: {en}") if names else None
        needed = requirement.needs
        if needed is None or any((fact, needed, None) in self.data for fact in concerned):
            return None
        name = term_name(needed)
        return Bilingual(f"не указано: {name.ru}", f"not stated: {name.en}")

    def _status(self, requirement: Requirement, broken: bool, implied: set[str]) -> str:
        """What became of a requirement; one whose breaches another one tells of was not judged by itself."""
        demands = self.demands.get(requirement.id, [])
        demanded = bool(demands) or not requirement.compiled_by
        if not self._applies(requirement) or not demanded or (requirement.region_bound and not self.own):
            return "not-applicable"
        if demands and not any(map(self._due, demands)):
            return "not-due"
        if broken:
            return "violated"
        concerned = (fact for kind in requirement.concerns for fact in self.data.subjects(RDF.type, kind))
        needed = requirement.needs
        there = any(needed is None or (fact, needed, None) in self.data for fact in concerned)
        there = there and requirement.id not in implied
        there = there and (not demands or has_subject_matter(self.data, shapes_of(filter(self._due, demands))))
        return "satisfied" if there else "no-data"

    # --- breaches ---

    def _breaches(self) -> Iterator[_Breach]:
        """Every breach by a shape, a function or a demand; several results of one shape at one node are one."""
        for result in _distinct(validate(self.data, constraints())):
            yield _Breach(*requirement_of_shape()[result.shape], result.focus, {})
        for requirement in requirements():
            if requirement.function and self._applies(requirement):
                for breach in FUNCTIONS[requirement.function](self.data):
                    yield _Breach(
                        requirement, requirement.checks[0], breach.focus, breach.given, of_region=breach.of_region
                    )
        yield from self._unmet_demands()

    def _unmet_demands(self) -> Iterator[_Breach]:
        by_id = {requirement.id: requirement for requirement in requirements()}
        due = {
            str(demand.shape): (by_id[identifier], demand)
            for identifier, demands in self.demands.items()
            for demand in demands
            if self._due(demand)
        }
        for requirement, demand in due.values():
            for breach in COUNTED[demand.rule](self.data, demand, self.as_of) or () if demand.rule in COUNTED else ():
                given = {**demand_texts(self.regulation, demand), **breach.given}
                yield _Breach(requirement, requirement.checks[0], breach.focus, given, demand)
        by_shape = [demand for _, demand in due.values() if demand.rule not in COUNTED]
        if not by_shape:
            return
        for result in _distinct(validate(self.data, shapes_of(by_shape))):
            requirement, demand = due[result.shape]
            focus = self._concerned(requirement, result.focus)
            yield _Breach(requirement, requirement.checks[0], focus, demand_texts(self.regulation, demand), demand)

    def _concerned(self, requirement: Requirement, focus: Node) -> Node:
        """The one thing of a paper that a requirement concerns: the subject matter and not the whole agreement."""
        kinds = requirement.concerns
        if len(kinds) != 1 or (focus, RDF.type, RSNMS.Agreement) not in self.data:
            return focus
        found = [fact for fact in self.data.objects(focus) if (fact, RDF.type, kinds[0]) in self.data]
        return found[0] if len(found) == 1 else focus

    # --- findings ---

    def _finding(self, breach: _Breach) -> Finding:
        requirement, check = breach.requirement, breach.check
        given = {**regulation_texts(self.regulation, self.data, breach.focus), **breach.given}

        def filled(template: Bilingual, **limits: int) -> Bilingual:
            said = (fill(template(one), self.data, breach.focus, given, one, **limits) for one in ("ru", "en"))
            return Bilingual(*said)

        comparison = (requirement.region_bound or breach.of_region) and not self.own
        message = filled(check.message)
        if comparison:
            message = Bilingual(
                f"Для сравнения с положением другого региона: {message.ru[0].lower()}{message.ru[1:]}",
                f"Compared with another region's regulation: {message.en[0].lower()}{message.en[1:]}",
            )
        return Finding(
            requirement=requirement,
            severity="info" if comparison else requirement.severity,
            **place(self.data, breach.focus, check),
            text=message,
            expected_text=filled(check.expected, longest=_WHOLE),
            actual_text=filled(check.actual, longest=_WHOLE),
            suggestion=filled(requirement.remedy),
            basis=self._grounds(breach),
            focus=str(breach.focus),
            comparison=comparison,
        )

    def _grounds(self, breach: _Breach) -> tuple[Ground, ...]:
        """The clause that demands it, or that a record of a system leads to, then the grounds of the requirement.

        For a paper of another region the clauses of the regulation are samples and come last.
        """
        found = [self._ground(iri) for iri in breach.requirement.basis]
        if breach.demand:
            source = URIRef(breach.demand.source)
            found.insert(0, self.regulation.ground(source, unnamed="–"))
        elif (None, RDF.type, RSNMS.RegionalSystem) in self.data:
            led = regulation_facts(self.regulation, self.data, breach.focus)
            found[:0] = [self._ground(iri) for iri in led.values()]
        elif not self.own:
            grounds = [replace(one, sample=one.kind == "regulation") for one in found if one]
            return tuple(dict.fromkeys(sorted(grounds, key=lambda ground: ground.sample)))
        return tuple(dict.fromkeys(ground for ground in found if ground))

    def _ground(self, iri: URIRef) -> Ground | None:
        return ground_in_law(iri) or self.regulation.ground(iri)


def _told_once(breaches: list[_Breach]) -> list[_Breach]:
    """Breaches without those that a breach of another requirement, at the same fact or by the same demand, implies."""

    def keys(breach: _Breach) -> set[str]:
        return {str(breach.focus)} | ({breach.demand.source} if breach.demand else set())

    told = {(breach.requirement.id, key) for breach in breaches for key in keys(breach)}
    return [
        breach
        for breach in breaches
        if not any((other, key) in told for other in breach.requirement.implied_by for key in keys(breach))
    ]


def _distinct(results: list[Result]) -> list[Result]:
    return list({(result.shape, result.focus): result for result in results}.values())


def _collapsed(data: Graph, found: list[Finding]) -> list[Finding]:
    """Findings of one requirement with one wording below one lead-in are one finding, at the lead-in."""
    below: dict[tuple[Node, str], list[Finding]] = {}
    for finding in found:
        clause = data.value(URIRef(finding.focus), RSNMS.inClause)
        lead = data.value(clause, RSNMS.parentClause) if clause is not None else None
        wording = moved(finding.text, finding.clause, "").ru
        below.setdefault((lead if lead is not None else URIRef(finding.focus), wording), []).append(finding)
    single = []
    for (lead, _), alike in below.items():
        if len(alike) < _MANY:
            single += alike
            continue
        above = place(data, lead)
        text = moved(alike[0].text, alike[0].clause, above["clause"])
        single.append(replace(alike[0], focus=str(lead), text=text, **above))
    return single
