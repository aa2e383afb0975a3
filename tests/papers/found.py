"""What a reader found: in the terms of the generators, and as a whole for comparing two readings."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import Any

from papers.agreement_model import Known
from papers.regulation_model import Provided
from rsnms_kg.documents.reading import document_from_bytes
from rsnms_kg.facts import model
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.extraction import extract
from rsnms_kg.russian.typography import fold

_LISTED: tuple[type[model.Fact], ...] = (
    model.Goal, model.Task, model.Principle, model.Mechanism, model.Instrument, model.Interaction, model.Channel,
    model.Indicator, model.InformationSource,
)  # fmt: skip
_PLACES = {"start", "end", "order"}
_NUMBER_SIGN = re.compile(r"(?:№|\bn)\s?(?=\w)")


def facts_of(paper: str | bytes, path: str = "paper.txt") -> Facts:
    data = paper.encode() if isinstance(paper, str) else paper
    return extract(document_from_bytes(data, path))


def agreement_found(facts: Facts) -> Known:
    """The facts of an agreement as the generator knows them."""
    known = Known()
    roles = {party.key: notation(party.role) for party in facts.of(model.Party)}
    people = {person.key: person for person in facts.of(model.Representative)}
    bodies = {block.key: block for block in facts.of(model.SignatureBlock)}
    rows = {row.key: row for row in facts.of(model.IndicatorRow)}
    for act in facts.of(model.Agreement):
        known.act.add((act.number, act.date, act.place, notation(act.region)))
        known.titles.add((act.title,))
    for party in facts.of(model.Party):
        known.parties.add((roles[party.key], party.name, party.short_name))
        person = people.get(party.represented_by or "")
        if person:
            known.representatives.add((roles[party.key], person.nominative, person.post, person.authority))
    for duty in facts.of(model.Obligation):
        bearers = tuple(sorted(roles[key] or "" for key in duty.bearer))
        known.obligations.add((duty.clause_label, bearers, notation(duty.modality), words(facts, duty)))
    for target in facts.of(model.Target):
        known.targets.add((
            target.clause_label, rows[target.indicator].name, target.period_start, target.period_end,
            target.open_period, target.share, target.count,
        ))  # fmt: skip
    for signature in facts.of(model.Signature):
        known.signatures.add((
            roles.get(signature.party or ""), signature.post, signature.surname, signature.initials, signature.date,
            bodies[signature.block].annex is not None,
        ))  # fmt: skip
    for term in facts.of(model.Validity):
        known.validity.add((term.clause_label, term.ends_on, term.boundary))
    for annex in facts.of(model.Annex):
        known.annexes.add((annex.printed_label is not None, annex.annex_number))
    for kind in (model.SubjectMatter, model.AmendmentRule):
        known.provisions |= {(kind.__name__, fact.clause_label) for fact in facts.of(kind)}
    return known


def notation(code: model.Code | None) -> str | None:
    return code.notation if code else None


def words(facts: Facts, fact: model.Fact) -> str:
    return facts.quote(fact.start, fact.end).rstrip(".;")


def digest(facts: Facts, *, without: frozenset[str] = frozenset()) -> Counter[tuple[Any, ...]]:
    """Every fact with its label and values, places left out, words folded: equal for equal readings.

    A word in two alphabets is read as the word that was meant; that it was told is left out here.

    :param without: fields (``Signature.signatory``) in which two readings may differ.
    """
    return Counter(
        (
            type(fact).__name__,
            *(
                (field.name, _folded(getattr(fact, field.name)))
                for field in dataclasses.fields(fact)
                if field.name not in {*_PLACES, "has_mixed_word"}
                and f"{type(fact).__name__}.{field.name}" not in without
            ),
        )
        for fact in facts
        if not isinstance(fact, model.MixedWord)
    )


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return _NUMBER_SIGN.sub("№", fold(value))
    return tuple(map(_folded, value)) if isinstance(value, tuple) else value


def regulation_found(facts: Facts) -> Provided:
    """The facts of a regulation as the generator knows them."""
    known = Provided()
    names = {subject.key: subject.name for subject in facts.of(model.SubjectType)}
    for kind in (model.Order, model.Regulation, model.Roadmap):
        known.acts |= {(kind.__name__, act.number, act.date, notation(act.region)) for act in facts.of(kind)}
    for subject in facts.of(model.SubjectType):
        known.subjects.add((subject.clause_label, subject.name, subject.short_name, notation(subject.level)))
    for function in facts.of(model.Function):
        known.functions.add((function.clause_label, names[function.bearer], words(facts, function)))
    known.closed |= {(fact.clause_label, notation(fact.level)) for fact in facts.of(model.ClosedList)}
    known.terms |= {
        (term.clause_label, term.name, (term.definition or "").rstrip(".")) for term in facts.of(model.Term)
    }
    known.monitoring |= {(fact.clause_label, fact.times_a_year) for fact in facts.of(model.MonitoringRule)}
    for measure in facts.of(model.Measure):
        known.measures.add((measure.clause_label, measure.name, measure.responsible, measure.result, measure.deadline))
    for listed in _LISTED:
        known.provisions |= {(listed.__name__, fact.clause_label, words(facts, fact)) for fact in facts.of(listed)}
    known.orders = _order_found(facts)
    return known


def _order_found(facts: Facts) -> set[tuple[object, ...]]:
    return {
        *(("Approval", fact.clause_label, fact.annex_number, fact.approved_act) for fact in facts.of(model.Approval)),
        *(
            ("ControlAssignment", fact.clause_label, fact.person, fact.post)
            for fact in facts.of(model.ControlAssignment)
        ),
        *(("EntryIntoForce", fact.clause_label, fact.start_event) for fact in facts.of(model.EntryIntoForce)),
        *(("Signature", fact.post, fact.surname) for fact in facts.of(model.Signature)),
    }  # fmt: skip
