"""The tools of Java that judge the ontology."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from rdflib import Graph


@pytest.fixture
def java() -> str:
    """The command of Java; the test is skipped where there is none."""
    found = shutil.which("java")
    if found is None:
        pytest.skip("java is not on the PATH: the reasoner and the profile checker were not run")
    return found


@pytest.fixture
def unsatisfiable(java: str) -> Callable[[Graph], set[str]]:
    """The classes that HermiT finds empty in a graph, in a world of its own.

    Fails with ``owlready2.OwlReadyInconsistentOntologyError`` where the graph contradicts itself.
    """
    owlready2 = pytest.importorskip("owlready2", reason="owlready2 is not installed: pip install -e '.[test]'")
    owlready2.JAVA_EXE = java

    def reason(graph: Graph) -> set[str]:
        world = owlready2.World()
        data = BytesIO(graph.serialize(format="nt", encoding="utf-8"))
        world.get_ontology("https://w3id.org/rsnms/ontology#").load(fileobj=data)
        # Days are xsd:date, which OWL 2 does not have: the reasoner is told to take them as they are.
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        return {entity.iri for entity in world.inconsistent_classes()} - {"http://www.w3.org/2002/07/owl#Nothing"}

    return reason


@pytest.fixture
def profile(java: str, tmp_path: Path) -> Callable[[Graph], str]:
    """The smallest profile of OWL 2 that a graph is in, as OWL API tells it (it comes with owlready2)."""
    reasoning = pytest.importorskip("owlready2.reasoning", reason="owlready2 is not installed")

    def tell(graph: Graph) -> str:
        file = tmp_path / "graph.rdf"
        graph.serialize(file, format="xml")
        command = [java, "-cp", reasoning._PELLET_CLASSPATH, "pellet.Pellet", "info", file.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        told = [line for line in done.stdout.splitlines() if line.startswith("OWL Profile = ")]
        assert len(told) == 1, done.stdout + done.stderr
        return told[0].removeprefix("OWL Profile = ")

    return tell
