"""How much two norms say the same: the words they share, weighed by how rare they are in both papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.vocabulary import FORM, LIGHT, ORGANISATION, PLACE
from rsnms_kg.crosswalk.wording import ACTION, FIXED, INCLUDED, LINK, OBJECT, RESTRICTION, Token

# What a word counts by its part in the norm; how much two different actions, or one that is not told, fit.
PARTS = {ACTION: 1.0, OBJECT: 1.0, INCLUDED: 0.6, RESTRICTION: 0.35, FIXED: 0.2, LINK: 0.1}
SAME_ACTION, ONE_UNTOLD, OTHER_ACTION = 1.0, 0.55, 0.35
OTHER_THING = 0.8  # what remains of a likeness where each norm first names a thing that the other does not know
_LITTLE = 0.1


class Weights:
    """The weight of every key: much for what few norms of a paper speak of, little for what most do."""

    def __init__(self, *papers: Sequence[Norm]) -> None:
        self._share: dict[str, float] = {}
        for paper in papers:
            counts = Counter(key for norm in paper for key in norm.keys)
            for key, count in counts.items():
                self._share[key] = max(self._share.get(key, 0.0), count / len(paper))

    def __getitem__(self, key: str) -> float:
        """Return the weight of a key."""
        if key in (LIGHT, ORGANISATION):
            return 0.0
        weight = log(1 + 1 / self._share.get(key, 1.0))
        return weight * _LITTLE if key in (FORM, PLACE) else weight


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two statements correspond: ``score`` from 0 to 1, and the two numbers that it is made of."""

    left: int
    right: int
    score: float
    action: float
    matter: float


def actions(statement: Iterable[Token]) -> set[str]:
    """Return what a statement says is done; light verbs say nothing."""
    return {token.key for token in statement if token.part == ACTION and token.key not in (LIGHT, ORGANISATION)}


def mass(tokens: Iterable[Token], weights: Weights) -> dict[str, float]:
    """Return the keys of tokens with what each counts; one that is said twice counts once, at its best."""
    found: dict[str, float] = {}
    for token in tokens:
        found[token.key] = max(found.get(token.key, 0.0), weights[token.key] * PARTS.get(token.part, 0.0))
    return found


def covered(told: dict[str, float], keys: Iterable[str]) -> float:
    """Return what part of the weight of ``told`` is among ``keys``."""
    whole = sum(told.values())
    among = set(keys)
    return sum(weight for key, weight in told.items() if key in among) / whole if whole else 0.0


def likeness(left: Norm, right: Norm, weights: Weights) -> tuple[Likeness, ...]:
    """Return how every statement of one norm corresponds to every statement of the other."""
    return tuple(
        _likeness(left, right, at, other, weights)
        for at in range(len(left.statements))
        for other in range(len(right.statements))
    )


def _likeness(left: Norm, right: Norm, at: int, other: int, weights: Weights) -> Likeness:
    one, two = left.statements[at], right.statements[other]
    action = _action(actions(one), actions(two))
    matter = _matter(one, two, left, right, weights)
    return Likeness(at, other, action * matter, action, matter)


def _action(one: set[str], two: set[str]) -> float:
    if one & two or not (one or two):
        return SAME_ACTION
    return OTHER_ACTION if one and two else ONE_UNTOLD


def _matter(one: Sequence[Token], two: Sequence[Token], left: Norm, right: Norm, weights: Weights) -> float:
    """How far two statements speak of one thing: each one's words looked for in the whole other norm."""
    told = [mass((token for token in side if token.part != ACTION), weights) for side in (one, two)]
    core = [mass((token for token in side if token.part == OBJECT), weights) for side in (one, two)]
    whole = [part or full for part, full in zip(core, told, strict=True)]
    if not any(whole):  # «осуществляет мониторинг»: the action is all there is
        whole = told = [mass(side, weights) for side in (one, two)]
    if not all(whole):
        return 0.0
    exact = (covered(whole[0], right.keys) + covered(whole[1], left.keys)) / 2
    loose = (covered(told[0], right.keys) + covered(told[1], left.keys)) / 2
    matter = (2 * exact + loose) / 3
    return matter if _same_thing(one, two, left, right) else matter * OTHER_THING


def _same_thing(one: Sequence[Token], two: Sequence[Token], left: Norm, right: Norm) -> bool:
    """Whether what either statement names first is also named by the other norm: «охрана труда | работников»."""
    first = [next((token.key for token in side if token.part == OBJECT), None) for side in (one, two)]
    return first[0] in right.keys or first[1] in left.keys
