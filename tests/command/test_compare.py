"""``rsnms compare``: the crosswalk of two papers as text, JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
AGREEMENT, ORDER = EXAMPLES / "agreement.txt", EXAMPLES / "order.txt"
SHIPPED = "kaluga-963-2021"
SIDE = {"clause", "label", "bearer", "quote", "id", "span", "kind"}


def test_json_keeps_the_contract(run) -> None:
    ran = run("compare", AGREEMENT, SHIPPED, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found = ran.json
    assert (found["schema"], found["left"], found["right"]) == ("rsnms-compare/1", str(AGREEMENT), SHIPPED)
    assert found["pairs"] and found["left_only"] and found["right_only"]
    for pair in found["pairs"]:
        assert set(pair["left"]) >= SIDE and set(pair["right"]) >= SIDE
        assert pair["relation"] in {"identical", "narrower", "broader", "partial", "related"}
        assert 0 <= pair["score"] <= 1 and pair["evidence"]
        assert pair["bearer_shift"] is None or {"from", "to"} <= set(pair["bearer_shift"])
    text = AGREEMENT.read_text(encoding="utf-8")
    for side in (*(pair["left"] for pair in found["pairs"]), *found["left_only"]):
        assert text[slice(*side["span"])] == side["quote"]


def test_the_exit_code_is_0_whatever_differs(run) -> None:
    assert run("compare", AGREEMENT, ORDER).code == run("compare", AGREEMENT, AGREEMENT).code == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ("уже по содержанию", "Только в первой бумаге", "общее: «")),
        ("en", ("narrower", "In the first paper", "shared: «")),
    ],
)
def test_text_is_in_the_language_asked_for(run, language: str, words: tuple[str, ...]) -> None:
    out = run("compare", AGREEMENT, SHIPPED, "--lang", language).out
    assert all(word in out for word in words)
    assert max(map(len, out.splitlines())) <= 100


def test_csv_has_a_row_for_every_pair_and_every_norm_left_over(run) -> None:
    found = run("compare", AGREEMENT, SHIPPED, "--format", "json").json
    rows = list(csv.DictReader(io.StringIO(run("compare", AGREEMENT, SHIPPED, "--format", "csv").out)))
    counts = [len(found[part]) for part in ("pairs", "left_only", "right_only")]
    assert len(rows) == sum(counts)
    assert [sum(row["relation"] == kind for row in rows) for kind in ("left-only", "right-only")] == counts[1:]


def test_markdown_is_a_table(run) -> None:
    lines = run("compare", AGREEMENT, SHIPPED, "--format", "md").out.splitlines()
    table = [line for line in lines if line.startswith("| ")]
    assert len({line.count(" | ") for line in table}) == 1 and len(table) > 2


def test_the_ending_of_the_output_picks_the_format(run, tmp_path: Path) -> None:
    written = tmp_path / "crosswalk.csv"
    assert run("compare", AGREEMENT, SHIPPED, "-o", written).code == 0
    assert written.read_text(encoding="utf-8").startswith("relation,left_clause")


def test_pairs_below_a_score_are_left_out_and_what_they_held_is_left_over(run) -> None:
    every = run("compare", AGREEMENT, SHIPPED, "--format", "json").json
    few = run("compare", AGREEMENT, SHIPPED, "--format", "json", "--min-score", "0.7").json
    assert 0 < len(few["pairs"]) < len(every["pairs"]) and len(few["left_only"]) > len(every["left_only"])
    assert all(pair["score"] >= 0.7 for pair in few["pairs"])


def test_options_may_stand_between_the_papers(run) -> None:
    assert run("compare", AGREEMENT, "--format", "json", SHIPPED).json["right"] == SHIPPED


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([AGREEMENT], "не хватает"),
        ([AGREEMENT, "kaluga-1-1999"], "kaluga-963-2021"),
        ([AGREEMENT, "absent.txt"], "absent.txt"),
        (["-", "-"], "только одна бумага"),
        ([AGREEMENT, SHIPPED, "--min-score", "7"], "min-score"),
        ([AGREEMENT, SHIPPED, "-o", AGREEMENT, "--format", "text"], "бумага, которую читают"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(run, arguments: list[object], said: str) -> None:
    ran = run("compare", *arguments)
    assert ran.code == 2 and said in ran.err and ran.out == ""


def test_checking_a_paper_does_not_load_the_crosswalk(run, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in [name for name in sys.modules if name.startswith("rsnms_kg.crosswalk")]:
        monkeypatch.delitem(sys.modules, name)
    run("check", AGREEMENT)
    assert not [name for name in sys.modules if name.startswith("rsnms_kg.crosswalk")]
