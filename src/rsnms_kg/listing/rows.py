"""Lists of facts: subjects, functions, obligations and the rest, from any graph of a paper or a regulation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.knowledge.terms import CODE, RSNMS
from rsnms_kg.knowledge.vocabulary import term_name


class Coded(str):
    """The notation of a concept, which knows its name: programs read the one, people the other."""

    __slots__ = ("name",)
    name: Bilingual


def coded(path: str) -> Coded:
    """Return a notation of a code list, by ``scheme/notation``; one that is not known is its own name."""
    scheme, _, notation = path.partition("/")
    made = Coded(notation)
    made.name = next((one.label for one in concepts(scheme) if one.notation == notation), Bilingual(notation, notation))
    return made


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list: the classes that it holds and the fields that it shows beside the common ones, by spaces."""

    classes: str
    fields: str = ""


# field of a row → path of properties; a fact that a path leads to is shown by its name.
_PATHS: dict[str, str] = {
    "bearer": "bearer",
    "bearer_role": "bearer.role",
    "level_of_bearer": "bearer.level",
    "counterparty": "counterparty",
    "level": "level",
    "name": "name",
    "short_name": "shortName",
    "definition": "definition",
    "date": "date",
    "number": "number",
    "act": "act",
    "act_type": "actType",
    "issued_by": "issuedBy",
    "nominative": "nominative",
    "post_nominative": "postNominative",
    "representative_post_nominative": "representedBy.postNominative",
    "issuer": "issuer",
    "title": "title",
    "amends": "amends.number",
    "deadline": "deadline",
    "deadline_words": "deadlineWords",
    "responsible": "responsible",
    "result": "result",
    "role": "role",
    "host": "hostName",
    "hosted_by": "hostedBy",
    "representative": "representedBy.nominative",
    "representative_printed": "representedBy.name",
    "post": "post",
    "representative_post": "representedBy.post",
    "authority": "representedBy.authority",
    "party": "party",
    "signatory": "signatory",
    "stamp": "stamp",
    "block": "block.annex.clauseLabel",
    "modality": "modality",
    "topic": "topic",
    "condition": "condition",
    "indicator": "indicator.name",
    "share": "share",
    "count": "count",
    "period": "period",
    "period_start": "periodStart",
    "period_end": "periodEnd",
    "open_period": "openPeriod",
    "times_a_year": "timesAYear",
    "short_form": "shortForm",
    "long_form": "longForm",
    "starts_on": "startsOn",
    "start_event": "startEvent",
    "ends_on": "endsOn",
    "boundary": "boundary",
    "person": "person",
    "annex_number": "annexNumber",
    "printed_label": "printedLabel",
    "expected_number": "expectedNumber",
    "cited_clause": "citedClause",
    "bearer_words": "bearerWords",
    "action": "action",
    "part_of": "partOf",
    "edition_of": "editionOf",
    "made_by": "madeBy",
    "measure": "measureNamed",
    "in_force": "inForce",
    "in_force_from": "inForceFrom",
    "in_force_until": "inForceUntil",
    "open_day": "openDay",
    "open_reason": "openReason",
    "due": "due",
    "responsible_subject": "responsibleSubject",
    "requires_analysis": "requiresAnalysis",
    "requires_recommendations": "requiresRecommendations",
    "changed": "changed.number",
    "matter": "matter",
    "citation": "citation.number",
    "reason": "reason",
    "about": "about",
}

KINDS: dict[str, Kind] = {
    "subjects": Kind("SubjectType", "name short_name level hosted_by"),
    "functions": Kind(
        "Function",
        "bearer level_of_bearer modality action counterparty topic condition deadline_words",
    ),
    "terms": Kind("Term", "name short_name definition"),
    "acts": Kind("ActCitation", "act_type issuer number date title amends cited_clause act"),
    "goals": Kind("Goal"),
    "tasks": Kind("Task"),
    "principles": Kind("Principle"),
    "mechanisms": Kind("Mechanism"),
    "instruments": Kind("Instrument", "act_type issuer issued_by times_a_year"),
    "interactions": Kind("Interaction"),
    "channels": Kind("Channel"),
    "indicators": Kind("Indicator IndicatorRow", "number name measure"),
    "sources": Kind("InformationSource"),
    "monitoring": Kind("MonitoringRule", "bearer times_a_year requires_analysis requires_recommendations"),
    "measures": Kind("Measure", "number name responsible responsible_subject result deadline deadline_words due"),
    "parties": Kind(
        "Party",
        "name short_name role host representative representative_printed representative_post"
        " representative_post_nominative authority",
    ),
    "obligations": Kind(
        "Obligation",
        "bearer bearer_role bearer_words modality action counterparty topic condition deadline deadline_words in_force",
    ),
    "targets": Kind("Target", "indicator period period_start period_end open_period share count"),
    "signatures": Kind("Signature", "party post signatory date stamp block"),
    "validity": Kind("Validity", "starts_on start_event ends_on boundary"),
    "amendment": Kind("AmendmentRule"),
    "abbreviations": Kind("Abbreviation", "short_form long_form"),
    "annexes": Kind("Annex", "annex_number printed_label title"),
    "approvals": Kind(
        "Approval ControlAssignment EntryIntoForce", "annex_number person nominative post post_nominative start_event"
    ),
    "closed-lists": Kind("ClosedList", "level"),
    "norms": Kind("Norm", "bearer_words modality action topic"),
    "changes": Kind("Repeal Amendment", "changed"),
    "delegations": Kind("Delegation", "matter citation"),
    "doubts": Kind("Doubt", "reason about"),
    "clauses": Kind("Clause", "printed_label number expected_number"),
    "papers": Kind(
        "Agreement Order Regulation Roadmap",
        "act_type number date title issuer in_force_from in_force_until open_day open_reason in_force",
    ),
    "components": Kind("Component", "name part_of"),
    "actors": Kind("Actor", "name short_name"),
    "editions": Kind("Edition", "edition_of made_by date in_force_until in_force"),
}
_NAMES = {"level_of_bearer": "level"}  # fields that two kinds name alike and find in different places
# Fields that every row has, even where the kind has no value for them.
_COMMON_NAMES = {
    "id": Bilingual("имя", "id"),
    "clause": Bilingual("пункт", "clause"),
    "label": Bilingual("название", "label"),
}
COMMON = tuple(_COMMON_NAMES)
_SHORT_NAMES = {**_COMMON_NAMES, "block": Bilingual("приложение", "annex")}
_OWN_NAMES = ("role", "level")  # which say enough without whose they are


def field_name(field: str, language: str) -> str:
    """Return what to call a field of a row: the labels of the properties that lead to it, as the ontology has them."""
    if field in _SHORT_NAMES:
        return _SHORT_NAMES[field](language)
    path = _PATHS.get(field, field).split(".")
    names = [term_name(RSNMS[name])(language) for name in path]
    return names[0] if len(path) == 1 else names[1] if path[1] in _OWN_NAMES else ": ".join(names)


def rows(graph: Graph, kind: str, language: str = "ru") -> list[dict[str, Any]]:
    """Return the facts of a kind as rows of plain data, in the order of the paper.

    Each row has ``id``, ``clause`` and ``label``, ``text`` where the exact words are known, and the
    fields of its kind.

    :raises UsageError: when there is no such kind of list.
    """
    if kind == "requirements":
        return requirement_rows(language)
    if kind not in KINDS:
        known = ", ".join([*KINDS, "requirements"])
        raise UsageError(
            Bilingual(f"Списка «{kind}» нет. Есть: {known}.", f"There is no list {kind!r}. There is: {known}.")
        )
    definition = KINDS[kind]
    nodes = [node for name in definition.classes.split() for node in graph.subjects(RDF.type, RSNMS[name])]
    nodes = [node for node in nodes if not _names_listed(graph, node)] if kind == "indicators" else nodes
    nodes.sort(key=lambda node: (int(str(graph.value(node, RSNMS.order) or 0)), str(node)))
    return [_row(graph, node, definition, language) for node in nodes]


def _names_listed(graph: Graph, node: Node) -> bool:
    """Tell whether a row of targets names an indicator that the same table gives to the list already."""
    if (node, RDF.type, RSNMS.IndicatorRow) not in graph:
        return False
    words, act = graph.value(node, RSNMS.name), graph.value(node, DCTERMS.isPartOf)
    return any(
        (other, RDF.type, RSNMS.Indicator) in graph and graph.value(other, DCTERMS.isPartOf) == act
        for other in graph.subjects(RSNMS.quote, words)
    )


def _row(graph: Graph, node: Node, kind: Kind, language: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": str(node),
        "clause": str(graph.value(node, RSNMS.clauseLabel) or ""),
        "label": _label(graph, node, language),
    }
    quote = graph.value(node, RSNMS.quote)
    if quote is not None:
        row["text"] = str(quote)
        row["span"] = [int(str(graph.value(node, RSNMS[name]))) for name in ("start", "end")]
    for field in kind.fields.split():
        values = _values(graph, node, _PATHS[field], language)
        row[_NAMES.get(field, field)] = values[0] if len(values) == 1 else values or None
    return row


def _values(graph: Graph, node: Node, path: str, language: str) -> list[Any]:
    nodes = [node]
    for name in path.split("."):
        nodes = [value for at in nodes for value in sorted(graph.objects(at, RSNMS[name]), key=str)]
    return [_plain(graph, value, language) for value in nodes]


def _plain(graph: Graph, value: Node, language: str) -> Any:
    if isinstance(value, Literal):
        found = value.toPython()
        if isinstance(found, (bool, int)):
            return found
        number = str(value)
        if str(value.datatype).endswith("#decimal"):
            return int(float(number)) if float(number).is_integer() else float(number)
        return number
    if isinstance(value, URIRef) and value.startswith(CODE):
        return coded(value[len(CODE) :])
    name = graph.value(value, RSNMS.shortName) or graph.value(value, RSNMS.name)
    return str(name) if name is not None else _label(graph, value, language) or str(value)


def _label(graph: Graph, node: Node, language: str) -> str:
    labels = {str(text.language): str(text) for text in graph.objects(node, RDFS.label) if isinstance(text, Literal)}
    return labels.get(language) or labels.get("ru") or ""


def requirement_rows(language: str = "ru") -> list[dict[str, Any]]:
    """Return the requirements as rows of plain data, in the order of their ids."""
    return [
        {
            "id": requirement.id,
            "clause": "",
            "label": requirement.title(language),
            "family": coded(f"family/{requirement.family}"),
            "severity": coded(f"severity/{requirement.severity}"),
            "text": requirement.explanation(language),
        }
        for requirement in requirements()
    ]
