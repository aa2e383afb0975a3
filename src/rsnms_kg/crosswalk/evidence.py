"""Why two norms are said to correspond: the words they share, with their places, and what each says alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.relations import Verdict
from rsnms_kg.crosswalk.similarity import actions
from rsnms_kg.crosswalk.vocabulary import FORM, LIGHT, ORGANISATION, PLACE
from rsnms_kg.crosswalk.wording import Token
from rsnms_kg.russian.typography import plain

_SILENT = {FORM, LIGHT, ORGANISATION, PLACE}


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a paper: as they are printed, and where; ``span`` is missing where the paper has no text."""

    words: str
    span: tuple[int, int] | None

    def as_json(self) -> dict[str, object]:
        """Return the place as plain data."""
        return {"words": self.words, "span": list(self.span) if self.span else None}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that two norms share, in the order of the left one, and what only one of them says."""

    shared: tuple[tuple[Place, Place], ...]
    left_alone: tuple[Place, ...]
    right_alone: tuple[Place, ...]
    explanation: Bilingual

    def as_json(self) -> dict[str, object]:
        """Return the evidence as plain data."""
        return {
            "shared": [{"left": left.as_json(), "right": right.as_json()} for left, right in self.shared],
            "left_alone": [place.as_json() for place in self.left_alone],
            "right_alone": [place.as_json() for place in self.right_alone],
            "explanation": self.explanation.as_dict(),
        }


def evidence(left: Norm, right: Norm, verdict: Verdict) -> Evidence:
    """Return what speaks for a verdict."""
    ours, theirs = _first(left), _first(right)
    shared = tuple((_place(left, ours[key]), _place(right, theirs[key])) for key in ours if key in theirs)
    alone = [
        tuple(
            _place(norm, token)
            for token in _distinct((*difference.scope, *difference.limits))
            if not (token.key in ours and token.key in theirs)
        )
        for norm, difference in ((left, verdict.left), (right, verdict.right))
    ]
    return Evidence(shared, alone[0], alone[1], _explanation(left, right, shared, alone))


def _first(norm: Norm) -> dict[str, Token]:
    """The first token of every key that says something, in the order of the norm."""
    return {token.key: token for token in _distinct(norm.wording.tokens)}


def _distinct(tokens: Iterable[Token]) -> list[Token]:
    """Tokens in the order of the text, one of each key."""
    found: dict[str, Token] = {}
    for token in sorted(tokens, key=lambda one: one.start):
        if token.key not in _SILENT:
            found.setdefault(token.key, token)
    return list(found.values())


def _place(norm: Norm, token: Token) -> Place:
    start, end = token.start, token.end
    said = norm.text[start:end]
    if said.count("«") > said.count("»") and norm.text[end : end + 1] == "»":
        end += 1
    span = (norm.start + start, norm.start + end) if norm.quoted and norm.start is not None else None
    return Place(plain(norm.text[start:end]), span)


def _explanation(
    left: Norm, right: Norm, shared: tuple[tuple[Place, Place], ...], alone: list[tuple[Place, ...]]
) -> Bilingual:
    ours, theirs = (set().union(*(actions(one) for one in norm.statements)) for norm in (left, right))
    ru, en = [], []
    if ours and theirs:
        same = bool(ours & theirs)
        ru.append("действие то же" if same else "действие другое")
        en.append("the same action" if same else "another action")
    for title, places in (
        (("общее", "shared"), [one for one, _ in shared]),
        (("только слева", "left only"), alone[0]),
        (("только справа", "right only"), alone[1]),
    ):
        if places:
            listed = ", ".join(f"«{place.words}»" for place in places)
            ru.append(f"{title[0]}: {listed}")
            en.append(f"{title[1]}: {listed}")
    return Bilingual("; ".join(ru), "; ".join(en))
