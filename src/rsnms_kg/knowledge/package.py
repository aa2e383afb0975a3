"""What is compiled when the package is built, so that a run need not work it out again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rsnms_kg.knowledge import lexicon, regulations, requirements
from rsnms_kg.knowledge.compilation import COMPILED, compile_turtle, source_files


def package() -> dict[str, Any]:
    """Return the compiled knowledge: triples, code lists with dictionary forms, requirements, regulations."""
    return {
        **compile_turtle(source_files()),
        "lexicon": lexicon.packed(),
        "requirements": requirements.packed(),
        "regulations": regulations.packed(),
    }


def write(target: Path = COMPILED) -> Path:
    """Compile the shipped knowledge into ``target`` and return it."""
    target.unlink(missing_ok=True)  # what is compiled is read from the Turtle, never from an older copy
    text = json.dumps(package(), ensure_ascii=False, separators=(",", ":"))
    target.write_text(text, encoding="utf-8")
    return target


if __name__ == "__main__":
    print(write())
