"""What is installed is what is in the tree: the wheel carries every Turtle file and their compiled form."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from rsnms_kg.knowledge.compilation import digest, source_files

ROOT = Path(__file__).parent.parent
DATA = ("ontology", "shapes")
MADE = (".*", "__pycache__", "build", "dist", "_build", "demo-output", "compiled.json")

pytestmark = pytest.mark.skipif(
    find_spec("hatchling") is None, reason="hatchling is not installed: pip install -e '.[test]'"
)


def build(checkout: Path, target: str, folder: Path) -> Path:
    """Build ``wheel`` or ``sdist`` of a checkout and return the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree without what was made in it, so that a build leaves the tree as it was."""
    copy = tmp_path_factory.mktemp("копия дерева") / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*MADE))
    shutil.copy(ROOT / ".gitignore", copy)
    return copy


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module", params=["checkout", "sdist"])
def wheel(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel as it is built of a checkout, and of an unpacked sdist."""
    home = request.getfixturevalue("checkout")
    if request.param == "sdist":
        unpacked = tmp_path_factory.mktemp("unpacked")
        with tarfile.open(request.getfixturevalue("sdist")) as archive:
            safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Python 3.11.4 and later
            archive.extractall(unpacked, **safely)
        (home,) = unpacked.iterdir()
    return zipfile.ZipFile(build(home, "wheel", tmp_path_factory.mktemp("wheel")))


def turtle_of_the_tree() -> list[Path]:
    return [path for name in DATA for path in sorted((ROOT / name).rglob("*.ttl"))]


def test_the_wheel_has_each_turtle_file_of_the_tree_and_no_other(wheel: zipfile.ZipFile) -> None:
    packed = {name for name in wheel.namelist() if name.endswith(".ttl")}
    assert packed == {f"rsnms_kg/{path.relative_to(ROOT).as_posix()}" for path in turtle_of_the_tree()}


def test_the_compiled_knowledge_in_the_wheel_is_made_of_that_turtle(wheel: zipfile.ZipFile) -> None:
    compiled = json.loads(wheel.read("rsnms_kg/knowledge/compiled.json"))
    assert compiled["digest"] == digest(source_files())
    tree = {path.relative_to(ROOT).as_posix() for path in turtle_of_the_tree()}
    assert set(compiled["files"]) == tree - {"ontology/alignments.ttl"}  # those are for other tools


def test_the_wheel_has_both_licences_and_the_command(wheel: zipfile.ZipFile) -> None:
    (info,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/LICENSE-DATA"} <= set(wheel.namelist())
    assert "rsnms = rsnms_kg.command.entry:command" in wheel.read(f"{info}/entry_points.txt").decode()


def test_the_sdist_has_sources_and_nothing_compiled(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"hatch_build.py", *(path.relative_to(ROOT).as_posix() for path in turtle_of_the_tree())} <= names
    assert not [name for name in names if name.endswith("compiled.json")]
