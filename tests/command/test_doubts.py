"""Where the reader was unsure: said on standard error by ``rsnms read``, listed by ``rsnms list doubts``."""

from __future__ import annotations

from pathlib import Path

import pytest

from papers.regions import HERE, REGIONS, stated


@pytest.mark.parametrize("region", REGIONS)
def test_doubts_are_said_with_their_clauses(run, region: str, tmp_path: Path) -> None:
    ran = run("read", HERE / f"{region}.txt", "-o", tmp_path / "region.ttl")
    assert (ran.code, ran.out) == (0, "")
    doubted = [clause for clause, _ in stated(region)["doubts"]]
    assert all(clause in ran.err for clause in doubted)
    assert (ran.err == "") == (doubted == [])


def test_a_doubt_says_what_to_do(run, tmp_path: Path) -> None:
    told = run("read", HERE / "kirov.txt", "-o", tmp_path / "region.ttl", "--lang", "en").err
    assert "doubts of the reader: 1" in told and "name the day" in told


@pytest.mark.parametrize("region", REGIONS)
def test_doubts_are_listed(run, region: str) -> None:
    rows = run("list", "doubts", HERE / f"{region}.txt", "--format", "json").json
    assert [[row["clause"], row["reason"]] for row in rows] == stated(region)["doubts"]
