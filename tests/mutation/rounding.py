"""Which bases fit a share and a count, found by trying every base: the model that the formula is held against."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from random import Random

# How many a part of a number of people is, the part given as a ratio of whole numbers.
ROUNDINGS = {
    "up": lambda above, below: -(-above // below),
    "half-up": lambda above, below: (2 * above + below) // (2 * below),
    "down": lambda above, below: above // below,
}
GREATEST = 400  # bases are tried up to here
Pairs = list[tuple[Decimal, int]]


def fitting(cells: Pairs, rounding: str) -> list[int]:
    """The bases that give every count from its share."""
    rounded = ROUNDINGS[rounding]
    ratios = [(*share.as_integer_ratio(), count) for share, count in cells]
    return [
        base
        for base in range(1, GREATEST)
        if all(rounded(above * base, below * 100) == count for above, below, count in ratios)
    ]


def pairs_of_one_rounding(random: Random) -> Pairs:
    """Two cells, the second greater in both, that fit a base only under some rules of rounding."""
    return _pairs(random, [{rule, *more} for rule in ROUNDINGS for more in ([], *([other] for other in ROUNDINGS))])


def pairs_of_rule(random: Random, rule: str) -> Pairs:
    """Two cells, the second greater in both, that fit a base under one rule of rounding and under no other."""
    return _pairs(random, [{rule}])


def _pairs(random: Random, wanted: Collection[set[str]]) -> Pairs:
    """Cells that fit a base under just those rules that one of the sets has."""
    while True:
        shares = sorted(random.sample(range(5, 95), 2))
        rounded, base = ROUNDINGS[random.choice(sorted(set().union(*wanted)))], random.randrange(20, 120)
        cells = [(Decimal(share), rounded(share * base, 100)) for share in shares]
        if cells[0][1] < cells[1][1] and {rule for rule in ROUNDINGS if fitting(cells, rule)} in wanted:
            return cells
