"""What is compiled when the package is built, so that a run need not work it out again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from rsnms_kg.errors import KnowledgeError
from rsnms_kg.knowledge import lexicon, regulations, requirements, vocabulary
from rsnms_kg.knowledge.compilation import COMPILED, compile_turtle, source_files
from rsnms_kg.knowledge.soundness import require_sound
from rsnms_kg.resources import turtle_files


def package() -> dict[str, Any]:
    """Return the compiled knowledge: triples, code lists with dictionary forms, requirements, regulations, labels."""
    return {
        **compile_turtle(source_files()),
        "lexicon": lexicon.packed(),
        "requirements": requirements.packed(),
        "regulations": regulations.packed(),
        "vocabulary": vocabulary.packed(),
    }


def write(target: Path = COMPILED) -> Path:
    """Compile the shipped knowledge into ``target`` and return it.

    :raises KnowledgeError: when the shapes have faults; nothing is written then.
    """
    require_sound(turtle_files("shapes"))
    target.unlink(missing_ok=True)  # what is compiled is read from the Turtle, never from an older copy
    text = json.dumps(package(), ensure_ascii=False, separators=(",", ":"))
    target.write_text(text, encoding="utf-8")
    return target


if __name__ == "__main__":
    try:
        print(write())
    except KnowledgeError as fault:
        print(fault.message.ru, fault.message.en, sep="\n\n", file=sys.stderr)
        sys.exit(3)
