"""What a norm is about, by the code list of topics."""

from __future__ import annotations

from rsnms_kg.facts.model import Code
from rsnms_kg.knowledge.lexicon import concepts, says


def topics(text: str) -> tuple[Code, ...]:
    """Return what a norm is about: every topic of the code list of which a cue is said."""
    return tuple(
        Code("topic", concept.notation) for concept in concepts("topic") if says("topic", concept.notation, text)
    )
