"""The same input gives the same bytes, whatever the seed of Python's hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = {
    "check.json": "check examples/agreement.txt examples/order.txt",
    "check.txt": "check examples/agreement.txt examples/order.txt",
    "read.ttl": "read examples/agreement.txt examples/order.txt",
    "read.nt": "read examples/agreement.txt examples/order.txt",
    "read.jsonld": "read examples/agreement.txt examples/order.txt",
    "read.json": "read examples/agreement.txt examples/order.txt",
    "subjects.json": "list subjects",
    "functions.csv": "list functions examples/order.txt",
    "structure.dot": "draw structure",
    "paper.mmd": "draw structure examples/order.txt",
    "rules.json": "rules",
}
SCRIPT = """
import sys
from rsnms_kg.command.entry import main
for line in sys.stdin.read().splitlines():
    name, *words = line.split()
    main([*words, "-o", f"{sys.argv[1]}/{name}"])
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What two processes with different seeds wrote, by the name of the file."""
    written = []
    for seed in ("1", "4242"):
        folder = tmp_path_factory.mktemp(f"seed-{seed}")
        surroundings = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
        lines = "\n".join(f"{name} {words}" for name, words in RUNS.items())
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder)], input=lines, text=True, cwd=ROOT, env=surroundings, check=True
        )
        written.append({file.name: file.read_bytes() for file in folder.iterdir()})
    return written


@pytest.mark.parametrize("name", RUNS)
def test_the_same_input_gives_the_same_bytes(outputs: list[dict[str, bytes]], name: str) -> None:
    first, second = outputs
    assert first[name] == second[name] != b""
