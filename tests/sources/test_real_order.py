"""The real order No. 963: what is read of it, and the shipped data held against it both ways."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS

from rsnms_kg.api import check
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.graph.publication import PAPER_ONLY
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.listing.rows import rows
from rsnms_kg.russian.words import words

COUNTS = {
    "subjects": 8, "functions": 43, "terms": 21, "goals": 1, "tasks": 9, "principles": 3, "mechanisms": 7,
    "instruments": 5, "interactions": 7, "channels": 4, "indicators": 6, "sources": 5, "monitoring": 1,
    "measures": 7, "closed-lists": 3, "approvals": 4, "norms": 1,
}  # fmt: skip
FUNCTIONS = {"3.2.1": 5, "3.2.2": 14, "3.2.3": 9, "3.3.1": 4, "3.3.2": 2, "3.4.1": 4, "3.4.2": 4, "3.4.3": 1}
DEADLINES = ["2021-07-25", "2021-08-01", "2021-08-31", "2021-09-01", "2021-09-15", "2021-09-15", "2021-10-01"]
# What identifies a fact beside its place; sentences do not ship.
COMPARED = (
    "clauseLabel", "bearer", "counterparty", "level", "number", "date", "deadline", "responsible", "actType", "act",
    "amends", "topic", "hostedBy", "fromSubject", "toSubject", "annexNumber", "approvedAct", "holds", "timesAYear",
    "modality", "region", "shortName", "shortForm",
)  # fmt: skip


@pytest.mark.parametrize(("kind", "number"), COUNTS.items())
def test_everything_is_read(order: PaperGraph, kind: str, number: int) -> None:
    assert len(rows(order, kind)) == number


def test_functions_of_each_subject(order: PaperGraph) -> None:
    found = Counter(row["clause"].split("/")[0] for row in rows(order, "functions"))
    assert found == FUNCTIONS


def test_levels(order: PaperGraph) -> None:
    levels = [row["level"] for row in rows(order, "subjects")]
    assert Counter(levels) == {"regional": 3, "municipal": 2, "institutional": 3}
    assert [row["level"] for row in rows(order, "closed-lists")] == ["regional", "municipal", "institutional"]


def test_amending_acts(order: PaperGraph) -> None:
    acts = rows(order, "acts")
    amending = Counter((row["clause"], row["amends"]) for row in acts if row["amends"])
    assert amending == {
        ("преамбула", "93"): 7, ("преамбула", "210"): 11, ("преамбула", "3273-р"): 1,
        ("1.3/2", "204"): 1, ("1.3/5", "3273-р"): 1, ("1.3/9", "93"): 7,
    }  # fmt: skip
    assert len({row["clause"] for row in acts if row["clause"].startswith("1.3/")}) == 11


def test_the_split_row_of_the_roadmap_is_whole(order: PaperGraph) -> None:
    measures = rows(order, "measures")
    assert [row["clause"] for row in measures] == [f"ДК/{number}" for number in range(1, 8)]
    assert [row["deadline"] for row in measures] == DEADLINES
    sixth = measures[5]
    assert "управления образованием" in sixth["name"] and sixth["result"].endswith("«КГИРО»")


def test_order_clauses(order: PaperGraph) -> None:
    assert [row["clause"] for row in rows(order, "approvals")] == ["1", "2", "3", "4"]
    assert rows(order, "approvals")[3]["start_event"].startswith("со дня")


def test_what_is_wrong_in_it(order: PaperGraph) -> None:
    found = [(finding.requirement.id, finding.clause, finding.severity) for finding in check(order).findings]
    assert found == [
        ("ANNEX-LABEL", "приложение 1", "violation"),
        ("TERM-UNUSED", "1.2/16", "info"),
        ("SCRIPT-QUOTE", "1.3/5", "warning"),
        ("ABBR-DRIFT", "3.3.1/2", "warning"),
        ("ANNEX-LABEL", "приложение 2", "violation"),
        ("ROADMAP-OUTSIDE", "ДК/3", "info"),
        ("ABBR-DRIFT", "ДК/5", "warning"),
        ("ABBR-DRIFT", "ДК/5", "warning"),
        ("ABBR-DRIFT", "ДК/6", "warning"),
    ]


def facts(graph: Graph) -> dict[URIRef, tuple[object, ...]]:
    """The facts of a graph by IRI, each with its class and with what is compared."""
    return {
        node: (kind, *(tuple(sorted(map(str, graph.objects(node, RSNMS[name])))) for name in COMPARED))
        for node, kind in graph.subject_objects(RDF.type)
        if isinstance(node, URIRef) and str(kind).removeprefix(str(RSNMS)) not in PAPER_ONLY["regulation"]
    }


def test_nothing_in_the_paper_lacks_a_counterpart_in_the_data(order: PaperGraph) -> None:
    paper, data = facts(order), facts(shipped_regulation().graph)
    assert {node: fact for node, fact in paper.items() if node not in data} == {}


def test_nothing_in_the_data_lacks_a_counterpart_in_the_paper(order: PaperGraph) -> None:
    paper, data = facts(order), facts(shipped_regulation().graph)
    assert {node: fact for node, fact in data.items() if node not in paper} == {}


def test_the_data_says_what_the_paper_says(order: PaperGraph) -> None:
    paper, data = facts(order), facts(shipped_regulation().graph)
    told = {node: (paper[node], data[node]) for node in paper.keys() & data.keys() if paper[node] != data[node]}
    # A long name ships as a short label only; everything else has to be the same.
    assert told == {}


def test_the_data_has_labels_in_both_languages() -> None:
    graph = shipped_regulation().graph
    for node in set(graph.subjects(RDF.type)):
        languages = {label.language for label in graph.objects(node, RDFS.label)}
        assert languages == {"ru", "en"}, node


def test_the_data_holds_no_sentence_of_the_paper(order: PaperGraph) -> None:
    """Labels are our own words: none shares seven words in a row with the paper, names of acts aside."""
    said = [word.lower() for word in words(order.document.text)]
    runs = {tuple(said[at : at + 7]) for at in range(len(said) - 6)}
    graph = shipped_regulation().graph
    named = {RSNMS.Order, RSNMS.Regulation, RSNMS.Roadmap, RSNMS.SubjectType, RSNMS.Term}
    for node, label in graph.subject_objects(RDFS.label):
        if named & set(graph.objects(node, RDF.type)):
            continue
        own = [word.lower() for word in words(re.sub("«[^»]*»", " ", str(label)))]
        shared = [run for at in range(len(own) - 6) if (run := tuple(own[at : at + 7])) in runs]
        assert not shared, (node, shared)
