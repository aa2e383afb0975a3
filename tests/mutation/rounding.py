"""Which bases fit a share and a count, found by trying every base: the model that the formula is held against."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from random import Random

ROUNDINGS = {
    "up": math.ceil,
    "half-up": lambda exact: math.floor(exact + Fraction(1, 2)),
    "down": math.floor,
}
GREATEST = 400  # bases are tried up to here


def fitting(cells: list[tuple[Decimal, int]], rounding: str) -> list[int]:
    """The bases that give every count from its share."""
    rounded = ROUNDINGS[rounding]
    return [
        base
        for base in range(1, GREATEST)
        if all(rounded(Fraction(share) * base / 100) == count for share, count in cells)
    ]


def pairs_of_one_rounding(random: Random) -> list[tuple[Decimal, int]]:
    """Two cells, the second greater in both, that fit a base only under some rules of rounding."""
    while True:
        shares = sorted(Decimal(share) for share in random.sample(range(5, 95), 2))
        rounding, base = random.choice(sorted(ROUNDINGS)), random.randrange(20, 120)
        cells = [(share, int(ROUNDINGS[rounding](Fraction(share) * base / 100))) for share in shares]
        known = [bool(fitting(cells, rule)) for rule in ROUNDINGS]
        if cells[0][1] < cells[1][1] and any(known) and not all(known):
            return cells
