"""The two real papers; where they are not at hand, the tests say so and are skipped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from rsnms_kg.graph.paper import PaperGraph, read_paper

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"


@cache
def _read(path: Path) -> PaperGraph:
    return read_paper(path)


def _source(name: str) -> PaperGraph:
    path = SOURCES / name
    if not path.is_file():
        pytest.skip(f"the real paper {name} is not at hand: it is looked for in ../shared/sources")
    return _read(path)


@pytest.fixture(params=["kaliningrad-agreement-1s-2021.txt", "kaliningrad-agreement-1s-2021.docx"])
def agreement_in_both_formats(request: pytest.FixtureRequest) -> PaperGraph:
    return _source(request.param)


@pytest.fixture
def agreement() -> PaperGraph:
    return _source("kaliningrad-agreement-1s-2021.txt")


@pytest.fixture
def order() -> PaperGraph:
    return _source("kaluga-order-963-2021.txt")
