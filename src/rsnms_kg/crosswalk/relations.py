"""How a norm of one paper stands to a norm of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.similarity import Likeness, Weights, actions, covered, likeness, mass
from rsnms_kg.crosswalk.vocabulary import PEOPLE, SCALE
from rsnms_kg.crosswalk.wording import FIXED, OBJECT, RESTRICTION, Token

Relation = Literal["identical", "narrower", "broader", "partial", "related"]
MIRRORED: dict[Relation, Relation] = {
    "identical": "identical",
    "narrower": "broader",
    "broader": "narrower",
    "partial": "partial",
    "related": "related",
}
# From what likeness on a norm realises another, and from what on the two are kindred; measured by
# benchmarks/crosswalk_quality.py.
REALISES, KINDRED = 0.5, 0.7
# What part of a norm's weight may be said by one side only and still be a matter of form.
SCOPE_FORM, LIMITS_FORM = 0.1, 0.1


@dataclass(frozen=True, slots=True)
class Difference:
    """What one side says beyond the other: more actions and things (``scope``), more limits (``limits``)."""

    scope: tuple[Token, ...]
    limits: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of the left norm to the right one, how sure it is, and what each says alone."""

    relation: Relation
    score: float
    left: Difference
    right: Difference


def verdict(left: Norm, right: Norm, weights: Weights, penalty: float = 1.0) -> Verdict | None:
    """Return how two norms stand to each other; nothing when they have nothing to do with each other.

    :param penalty: lowers the likeness of norms whose bearers both papers know and keep apart.
    """
    found = likeness(left, right, weights)
    best = max((one.score for one in found), default=0.0) * penalty
    matter = max((one.matter for one in found), default=0.0)
    matched = [one for one in found if one.score * penalty >= REALISES]
    lefts, rights = {one.left for one in matched}, {one.right for one in matched}
    mine = _difference(left, right, lefts, matched, weights, mirrored=False)
    yours = _difference(right, left, rights, matched, weights, mirrored=True)
    if not matched or left.binding != right.binding or _opposed(left, right):
        one_thing = _of_one_thing(left, right) and matter * penalty >= KINDRED
        kindred = best >= REALISES or one_thing
        return Verdict("related", best, mine, yours) if kindred else None
    return Verdict(_relation(mine, yours), best, mine, yours)


def _of_one_thing(left: Norm, right: Norm) -> bool:
    """Whether two duties name a thing in common, and not only the same people; an aim has to be repeated."""
    things = [
        {token.key for token in norm.wording.tokens if token.part == OBJECT} & other.keys
        for norm, other in ((left, right), (right, left))
    ]
    return left.binding and right.binding and bool((things[0] | things[1]) - PEOPLE)


def _opposed(left: Norm, right: Norm) -> bool:
    """Whether one norm denies or leaves open what the other demands, or demands it on another level."""
    duties = [norm.modality == "obligation" and not norm.wording.negated for norm in (left, right)]
    one, two = _scales(left), _scales(right)
    return duties[0] != duties[1] or bool(one and two and not one & two)


def _scales(norm: Norm) -> set[str]:
    return {token.key for token in norm.wording.tokens if token.part == OBJECT and token.key.startswith(SCALE)}


def _relation(mine: Difference, yours: Difference) -> Relation:
    """More actions and things make a norm broader, more limits make it narrower; the former comes first."""
    if mine.scope or yours.scope:
        if mine.scope and yours.scope:
            return "partial"
        return "broader" if mine.scope else "narrower"
    if mine.limits and yours.limits:
        return "partial"
    return "narrower" if mine.limits else "broader" if yours.limits else "identical"


def _difference(
    norm: Norm, other: Norm, kept: set[int], matched: list[Likeness], weights: Weights, *, mirrored: bool
) -> Difference:
    """What a norm says and the other does not, where it is more than a matter of form."""
    scope: list[Token] = []
    limits: list[Token] = []
    for at, statement in enumerate(norm.statements):
        if at not in kept:
            scope += statement
            continue
        partners = {
            one.left if mirrored else one.right for one in matched if at == (one.right if mirrored else one.left)
        }
        done = {action for partner in partners for action in actions(other.statements[partner])}
        alone = [token for token in statement if token.key not in other.keys]
        scope += [token for token in statement if done and token.key in actions(statement) - done]
        scope += [token for token in alone if token.part == OBJECT and token.added]
        limits += [token for token in alone if token.part == RESTRICTION or (token.part == OBJECT and not token.added)]
    told = mass(norm.wording.tokens, weights)
    fixed = tuple(token for token in norm.wording.tokens if token.part == FIXED and token.key not in other.keys)
    return Difference(_weighty(scope, told, SCOPE_FORM), (*_weighty(limits, told, LIMITS_FORM), *fixed))


def _weighty(tokens: list[Token], told: dict[str, float], form: float) -> tuple[Token, ...]:
    share = covered(told, {token.key for token in tokens})
    return tuple(tokens) if share >= form else ()
