"""What a column of a table holds, by the words in its head."""

from __future__ import annotations

import re

from rsnms_kg.knowledge.lexicon import recognise

_NUMBER_SIGN = re.compile(r"^\s*(?:№|N[oо]?\.?)(?:\s*п\s*/?\s*п\.?)?\s*$", re.IGNORECASE)


def column_kind(head: str) -> str | None:
    """Return the notation of the code list ``column`` that a head names, e.g. ``deadline``."""
    if _NUMBER_SIGN.match(head):
        return "number"
    return recognise("column", head) if head else None
