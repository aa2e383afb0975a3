"""Runs the command in this process and gives back its exit code and what it wrote."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rsnms_kg.command.entry import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No locale and no debugging of whoever runs the tests."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "RSNMS_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``rsnms`` with these words in this process; ``given`` is its standard input."""

    def run(*words: object, given: bytes | None = None) -> Ran:
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsysbinary.readouterr()
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        ran = Ran(code, out.decode("utf-8"), err.decode("utf-8"))
        assert "Traceback" not in ran.err
        return ran

    return run


@pytest.fixture
def run_apart() -> Run:
    """Run ``rsnms`` as a process of its own, with more of an environment if asked."""

    def run(*words: object, given: bytes = b"", **more: str) -> Ran:
        surroundings = {
            name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONHASHSEED"))
        }
        surroundings |= {"PYTHONPATH": str(ROOT / "src"), **more}
        command = [sys.executable, "-m", "rsnms_kg", *map(str, words)]
        done = subprocess.run(command, input=given, env=surroundings, capture_output=True, timeout=60, check=False)
        return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

    return run


@pytest.fixture
def faulty() -> Path:
    """Our agreement with faults made on purpose."""
    return ROOT / "examples/agreement.txt"


@pytest.fixture
def clean() -> Path:
    """The same agreement mended."""
    return ROOT / "examples/agreement-clean.txt"


@pytest.fixture
def order() -> Path:
    """Our order with its regulation and roadmap."""
    return ROOT / "examples/order.txt"
