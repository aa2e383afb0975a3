"""Imports point one way: a module uses its own layer and the layers below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"
# The lowest first; names on one line make one layer. A folder is named once for all its modules.
LAYERS = (
    ("bilingual", "errors", "resources"),
    ("russian",),
    ("knowledge",),
    ("documents",),
    ("facts",),
    ("graph",),
    ("crosswalk",),
    ("outcome",),
    ("listing",),
    ("report",),
    ("picture",),
    ("api", "__init__"),
    ("command", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted((SOURCE / "rsnms_kg").rglob("*.py"))


def top(path: Path) -> str:
    """The folder of the package that a module is in, or the name of a module at its top."""
    return path.relative_to(SOURCE / "rsnms_kg").parts[0].removesuffix(".py")


def imported(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of everything imported: in functions and for type checking too."""
    package = path.relative_to(SOURCE).parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def layer_of(name: str) -> str | None:
    """``rsnms_kg.facts.model`` → ``facts``; a name that the package itself holds → ``__init__``."""
    first, *rest = name.split(".")
    if first != "rsnms_kg" or rest[:1] == ["__version__"]:  # a constant, there before anything is imported
        return None
    return rest[0] if rest[:1] and rest[0] in {top(path) for path in MODULES} else "__init__"


def upward(source: str, path: Path) -> list[str]:
    """The imports of a module that point to a layer above its own."""
    own = top(path)
    return [
        f"{path.relative_to(SOURCE)}:{line}: {own} may not import {name} ({layer_of(name)} is above it)"
        for line, name in imported(ast.parse(source), path)
        if (layer := layer_of(name)) is not None and RANK.get(layer, -1) > RANK[own]
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_imports_nothing_from_a_layer_above_it(path: Path) -> None:
    assert top(path) in RANK, f"{path.relative_to(SOURCE)} has no layer: give {top(path)!r} a place in LAYERS"
    assert upward(path.read_text(encoding="utf-8"), path) == []


@pytest.mark.parametrize(
    "source",
    [
        "import rsnms_kg.knowledge.lexicon",
        "from rsnms_kg.knowledge import lexicon",
        "from rsnms_kg import documents",
        "from rsnms_kg import read",
        "from ..documents import document",
        "def late():\n    from rsnms_kg.command import entry",
        "if TYPE_CHECKING:\n    from rsnms_kg.facts.model import Party",
    ],
)
def test_an_upward_import_is_found_in_every_form(source: str) -> None:
    (message,) = upward(source, SOURCE / "rsnms_kg" / "russian" / "words.py")
    assert message.startswith("rsnms_kg/russian/words.py:") and "russian may not import" in message


@pytest.mark.parametrize("source", ["import re", "from rsnms_kg.errors import InputError", "from .dates import dates"])
def test_an_import_of_the_same_layer_or_a_lower_one_is_allowed(source: str) -> None:
    assert upward(source, SOURCE / "rsnms_kg" / "russian" / "words.py") == []
