"""Who an act is: its region, and an IRI made of its type, number and date."""

from __future__ import annotations

import re
from datetime import date

from rsnms_kg.facts.model import Code, Iri
from rsnms_kg.knowledge.lexicon import recognise
from rsnms_kg.knowledge.terms import ACT
from rsnms_kg.russian.typography import fold

# BGN/PCGN, the way names of Russian regions are usually written in Latin letters.
_LATIN = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
     "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"],
    strict=True,
))  # fmt: skip


def slug(text: str) -> str:
    """Return ``text`` in small Latin letters, figures and hyphens: ``1-с/2021`` → ``1-s-2021``."""
    latin = "".join(_LATIN.get(letter, letter) for letter in fold(text))
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def region_of(text: str) -> Code | None:
    """Return the region that a text names, in whatever case of the language."""
    found = recognise("region", text)
    return Code("region", found) if found else None


def act_iri(act_type: str | None, number: str | None, day: date | None, issuer: str = "", fallback: str = "") -> Iri:
    """Return the IRI of an act: scope (region or ``ru``), type, number and date.

    :param fallback: tells apart acts of which the paper gives neither number nor date.
    """
    region = region_of(issuer)
    federal = (
        "российск" in fold(issuer) or re.search(r"\bрф\b", fold(issuer)) or act_type in ("law", "presidential-decree")
    )
    scope = region.notation if region else "ru" if federal else ""
    known = [scope, act_type or "act", slug(number or ""), day.isoformat() if day else ""]
    if not number or not day:
        known.append(slug(fallback)[:40])
    return Iri(ACT + "-".join(piece for piece in known if piece))
