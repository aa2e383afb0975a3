"""The data that ship of the two real papers are what the reader reads of them, and are judged alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rdflib import Graph

from rsnms_kg.api import check
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.graph.publication import main
from rsnms_kg.resources import data_folder

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", ["order", "agreement"])
def test_the_data_are_made_of_the_paper(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    paper: PaperGraph = request.getfixturevalue(name)
    shipped = {
        "order": data_folder("ontology") / "regulations" / "kaluga-963-2021.ttl",
        "agreement": EXAMPLES / "kaliningrad-1-s-2021.ttl",
    }[name]
    copy = tmp_path / shipped.name
    shutil.copy(shipped, copy)
    assert main([paper.document.path, str(copy)]) == 0
    assert copy.read_text().splitlines() == shipped.read_text().splitlines()


def test_the_agreement_as_data_gets_the_findings_of_the_paper(agreement: PaperGraph) -> None:
    data = Graph().parse(EXAMPLES / "kaliningrad-1-s-2021.ttl")
    of_paper, of_data = (
        sorted((one.requirement.id, one.clause, one.severity) for one in check(graph).findings)
        for graph in (agreement, data)
    )
    assert of_paper == of_data != []


def test_the_findings_that_ship_are_those_of_the_data(agreement: PaperGraph) -> None:
    shipped = Graph().parse(EXAMPLES / "kaliningrad-1-s-2021-findings.ttl")
    report = check(str(EXAMPLES / "kaliningrad-1-s-2021.ttl"))
    assert set(Graph().parse(data=report.render("ttl"), format="turtle")) == set(shipped)
