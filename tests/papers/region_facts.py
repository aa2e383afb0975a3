"""What was read of a regulation, as plain lists that can be held against what was written down by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from papers.found import notation
from rsnms_kg.facts import model
from rsnms_kg.facts.collection import Facts
from rsnms_kg.russian.words import words

_ACTS = (model.Order, model.Regulation, model.Roadmap)
_LISTS = (
    model.Goal, model.Task, model.Principle, model.Mechanism, model.Instrument, model.Interaction, model.Channel,
    model.Indicator, model.InformationSource,
)  # fmt: skip
_FIRST = 2


def region_found(facts: Facts) -> dict[str, Any]:
    """The facts of a regulation and its order by kind: lists of plain rows, and clauses for the lists of provisions."""
    numbers = {cited.key: cited.number for cited in facts.of(model.ActCitation)}
    return {
        "acts": [
            [type(act).__name__, notation(act.act_type), act.number, _day(act.date), notation(act.region)]
            for kind in _ACTS for act in facts.of(kind)
        ],
        "approvals": [[fact.clause_label, fact.approved_act] for fact in facts.of(model.Approval)],
        "force": [
            [fact.clause_label, fact.start_event, _day(fact.starts_on)] for fact in facts.of(model.EntryIntoForce)
        ],
        "repeals": [[fact.clause_label, numbers.get(fact.changed or "")] for fact in facts.of(model.Repeal)],
        "amendments": [[fact.clause_label, numbers.get(fact.changed or "")] for fact in facts.of(model.Amendment)],
        "editions": [
            [type(act).__name__, numbers[cited]] for kind in _ACTS for act in facts.of(kind) for cited in act.edited_by
        ],
        "cited": [[fact.clause_label, fact.number, _day(fact.date)] for fact in facts.of(model.ActCitation)],
        "terms": [[fact.clause_label, fact.name, fact.short_name] for fact in facts.of(model.Term)],
        "lists": {kind.__name__: [fact.clause_label for fact in facts.of(kind)] for kind in _LISTS},
        "structure": [
            [fact.clause_label, *sorted(level.notation for level in fact.level)] for fact in facts.of(model.Structure)
        ],
        "closed": [[fact.clause_label, notation(fact.level)] for fact in facts.of(model.ClosedList)],
        **_subjects(facts),
        "delegations": [
            [fact.clause_label, fact.matter.notation, numbers.get(fact.citation or "")]
            for fact in facts.of(model.Delegation)
        ],
        "monitoring": [
            [fact.clause_label, fact.times_a_year, fact.requires_analysis, fact.requires_recommendations]
            for fact in facts.of(model.MonitoringRule)
        ],
        "measures": [
            [fact.clause_label, fact.name, fact.responsible, fact.result, _day(fact.deadline)]
            for fact in facts.of(model.Measure)
        ],
        "targets": [
            [fact.clause_label, fact.period_start, _figure(fact.share), _figure(fact.count)]
            for fact in facts.of(model.Target)
        ],
        "norms": [fact.clause_label for fact in facts.of(model.Norm)],
        "doubts": [[fact.clause_label, fact.reason.notation] for fact in facts.of(model.Doubt)],
    }  # fmt: skip


def _subjects(facts: Facts) -> dict[str, Any]:
    names = {subject.key: subject.short_name or subject.name for subject in facts.of(model.SubjectType)}
    functions = facts.of(model.Function)
    return {
        "subjects": [
            [fact.clause_label, fact.name, fact.short_name, notation(fact.level)]
            for fact in facts.of(model.SubjectType)
        ],
        "functions": [
            [fact.clause_label, names[fact.bearer], notation(fact.modality), _first(facts, fact)] for fact in functions
        ],
        "deadlines": [[fact.clause_label, fact.deadline_words] for fact in functions if fact.deadline_words],
        "actors": sorted(fact.short_name or fact.name for fact in facts.of(model.Actor)),
    }


def _first(facts: Facts, fact: model.Fact) -> str:
    return " ".join(words(facts.quote(fact.start, fact.end))[:_FIRST])


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _figure(value: Any) -> str | None:
    return str(value) if value is not None else None
