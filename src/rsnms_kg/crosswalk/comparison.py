"""The crosswalk of two papers: pairs of norms that correspond, and what only one of the papers has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.bearers import Bearer, Shift, same, shift
from rsnms_kg.crosswalk.evidence import Evidence, evidence
from rsnms_kg.crosswalk.norms import Norm, norms
from rsnms_kg.crosswalk.relations import Relation, Verdict, verdict
from rsnms_kg.crosswalk.similarity import Weights
from rsnms_kg.crosswalk.vocabulary import vocabulary
from rsnms_kg.errors import InputError

SCHEMA = "rsnms-compare/1"
# How much less likely a norm of one party realises a function of another party that is there itself.
_APART = 0.7
_KINDRED_EACH = 2


@dataclass(frozen=True)
class Pair:
    """Two norms that correspond; narrower and broader are said of the left one."""

    left: Norm
    right: Norm
    verdict: Verdict
    shift: Shift | None

    @property
    def relation(self) -> Relation:
        """How the left norm stands to the right one."""
        return self.verdict.relation

    @property
    def score(self) -> float:
        """The likeness of the two, from 0 to 1."""
        return round(self.verdict.score, 3)

    @property
    def realises(self) -> bool:
        """Whether one norm realises the other, at least in part."""
        return self.relation != "related"

    @cached_property
    def evidence(self) -> Evidence:
        """The words that speak for the relation, with their places."""
        return evidence(self.left, self.right, self.verdict)

    def as_json(self, language: str = "ru") -> dict[str, Any]:
        """Return the pair as plain data."""
        return {
            "left": self.left.as_json(language),
            "right": self.right.as_json(language),
            "relation": self.relation,
            "realises": self.realises,
            "bearer_shift": self.shift.as_json() if self.shift else None,
            "score": self.score,
            "evidence": self.evidence.explanation(language),
            "details": self.evidence.as_json(),
        }


@dataclass(frozen=True)
class Comparison:
    """The crosswalk of two papers, in the order of the left one."""

    left_name: str
    right_name: str
    left: tuple[Norm, ...]
    right: tuple[Norm, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def left_only(self) -> tuple[Norm, ...]:
        """The norms of the left paper that realise none of the right one; they may have kindred."""
        return self._alone(self.left, self.right, {pair.left.iri for pair in self.pairs if pair.realises})

    @cached_property
    def right_only(self) -> tuple[Norm, ...]:
        """The norms of the right paper that none of the left one realises; they may have kindred."""
        return self._alone(self.right, self.left, {pair.right.iri for pair in self.pairs if pair.realises})

    def kindred(self, norm: Norm) -> list[Norm]:
        """Return the norms of the other paper that a norm is merely related to."""
        return [
            other
            for pair in self.pairs
            if not pair.realises
            for one, other in ((pair.left, pair.right), (pair.right, pair.left))
            if one is norm
        ]

    def above(self, score: float) -> Comparison:
        """Return the comparison without the pairs below a score; what they held is left over then."""
        return replace(self, pairs=tuple(pair for pair in self.pairs if pair.score >= score))

    def as_json(self, language: str = "ru") -> dict[str, Any]:
        """Return the comparison as plain data (schema ``rsnms-compare/1``)."""

        def alone(norm: Norm) -> dict[str, Any]:
            return {**norm.as_json(language), "related": [other.clause for other in self.kindred(norm)]}

        return {
            "schema": SCHEMA,
            "left": self.left_name,
            "right": self.right_name,
            "pairs": [pair.as_json(language) for pair in self.pairs],
            "left_only": [alone(norm) for norm in self.left_only],
            "right_only": [alone(norm) for norm in self.right_only],
        }

    @staticmethod
    def _alone(own: tuple[Norm, ...], other: tuple[Norm, ...], paired: set[str]) -> tuple[Norm, ...]:
        """Norms without a pair; tasks and goals only where the other paper has some too."""
        kinds = {norm.kind for norm in other}
        return tuple(norm for norm in own if norm.iri not in paired and (norm.binding or norm.kind in kinds))


def compare(left: Graph, right: Graph, left_name: str = "left", right_name: str = "right") -> Comparison:
    """Compare two papers: agreements, regulations, or one of each in either order.

    :param left_name, right_name: what the papers are called in the result.
    :returns: pairs of norms with their relation and evidence, and what is left over on both sides.
    :raises InputError: when a paper has no norms.
    """
    phrases = vocabulary(left, right)
    lefts, rights = norms(left, phrases), norms(right, phrases)
    for side, name in ((lefts, left_name), (rights, right_name)):
        if not any(norm.binding for norm in side):
            raise InputError(name, Bilingual(
                "здесь нет ни обязательств, ни функций: сопоставлять нечего. Нужно соглашение или положение.",
                "there are neither obligations nor functions here: nothing to compare. "
                "An agreement or a regulation is needed.",
            ))  # fmt: skip
    weights = Weights(lefts, rights)
    known = tuple(_bearers(side) for side in (lefts, rights))
    agreed = tuple(any(norm.kind == "obligation" for norm in side) for side in (lefts, rights))
    found = []
    for one in lefts:
        for other in rights:
            # Told from the regulation to the agreement; between papers of a kind, from left to right.
            moved = shift(other.bearers, one.bearers) if agreed == (True, False) else shift(one.bearers, other.bearers)
            apart = moved is not None and _both_know(moved, known, mixed=agreed[0] != agreed[1])
            told = verdict(one, other, weights, _APART if apart else 1.0)
            if told is not None:
                found.append(Pair(one, other, told, moved))
    return Comparison(left_name, right_name, lefts, rights, tuple(_kept(found)))


def _bearers(side: tuple[Norm, ...]) -> tuple[Bearer, ...]:
    return tuple({bearer.iri: bearer for norm in side for bearer in norm.bearers}.values())


def _both_know(moved: Shift, known: tuple[tuple[Bearer, ...], ...], *, mixed: bool) -> bool:
    """Whether both papers have the bearer that a norm would have moved from, so that it could have stayed there.

    Between papers of one kind nobody knows which way it moved: either bearer will do.
    """
    ends = (moved.origin,) if mixed else (moved.origin, moved.bearer)
    return any(all(any(same(one, other) for other in side) for side in known) for one in ends)


def _kept(found: list[Pair]) -> Iterable[Pair]:
    """Pairs in their order; of the kindred, the nearest of norms that are not both realised."""
    realised = [{pair.left.iri for pair in found if pair.realises}, {pair.right.iri for pair in found if pair.realises}]
    near: dict[tuple[str, str], list[Pair]] = {}
    for pair in found:
        if not (pair.realises or (pair.left.iri in realised[0] and pair.right.iri in realised[1])):
            near.setdefault(("left", pair.left.iri), []).append(pair)
            near.setdefault(("right", pair.right.iri), []).append(pair)
    nearest = Counter(id(pair) for pairs in near.values() for pair in sorted(pairs, key=_rank)[:_KINDRED_EACH])
    for pair in sorted(found, key=lambda pair: (pair.left.order, pair.left.iri, *_rank(pair))):
        if pair.realises or nearest[id(pair)] == len(realised):
            yield pair


def _rank(pair: Pair) -> tuple[float, int, list[str]]:
    """The nearest first, then the earlier; a pair and its mirror image have one rank."""
    return -pair.score, pair.left.order + pair.right.order, sorted((pair.left.iri, pair.right.iri))
