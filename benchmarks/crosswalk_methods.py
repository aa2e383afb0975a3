"""Ways to tell whether two norms correspond that were tried beside the one that ships.

Each turns a text into weighted keys; the thresholds of each are chosen on the tuning part by
``crosswalk_quality.py``, so that none is held back by a bad guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from rsnms_kg.crosswalk.roots import root
from rsnms_kg.russian.words import content_lemmas

Keys = Callable[[str], Iterable[str]]


def lemmas(text: str) -> Iterable[str]:
    return content_lemmas(text)


def roots(text: str) -> Iterable[str]:
    return [root(lemma) for lemma in content_lemmas(text)]


def ngrams(text: str, size: int = 4) -> Iterable[str]:
    plain = f" {' '.join(re.findall('[а-яё-]+', text.lower()))} "
    return [plain[at : at + size] for at in range(len(plain) - size + 1)]


@dataclass(frozen=True)
class Thresholds:
    """From what likeness on two norms are kindred or one realises the other; what coverage is «all»."""

    kindred: float
    realises: float
    whole: float


class Method:
    """Two bags of keys, each key weighed by its rarity or not, compared by cosine and by coverage."""

    def __init__(self, name: str, keys: Keys, *, weighed: bool) -> None:
        self.name, self.keys, self.weighed = name, keys, weighed

    def measure(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """Return likeness and the coverage of the left text and of the right one for every pair."""
        texts = [text for pair in pairs for text in pair]
        found = Counter(key for text in texts for key in set(self.keys(text)))
        rarity = {key: log(1 + len(texts) / count) if self.weighed else 1.0 for key, count in found.items()}
        return [self._measure(set(self.keys(left)), set(self.keys(right)), rarity) for left, right in pairs]

    def _measure(self, left: set[str], right: set[str], rarity: dict[str, float]) -> tuple[float, float, float]:
        def weight(keys: set[str], power: int = 1) -> float:
            return sum(rarity[key] ** power for key in sorted(keys))

        shared = left & right
        norms = sqrt(weight(left, 2) * weight(right, 2))
        likeness = weight(shared, 2) / norms if norms else 0.0
        return likeness, weight(shared) / (weight(left) or 1), weight(shared) / (weight(right) or 1)


def relation(measured: tuple[float, float, float], limits: Thresholds) -> str:
    """Return the relation that likeness and coverage tell."""
    likeness, left, right = measured
    if likeness < limits.kindred:
        return "none"
    if likeness < limits.realises:
        return "related"
    if left >= limits.whole and right >= limits.whole:
        return "identical"
    if left >= limits.whole or right >= limits.whole:
        # Words alone do not tell a further action from a further limit: more words are taken for a broader norm.
        return "narrower" if left >= limits.whole else "broader"
    return "partial"


METHODS = (
    Method("общие леммы / shared lemmas", lemmas, weighed=False),
    Method("леммы, TF-IDF / lemmas, TF-IDF", lemmas, weighed=True),
    Method("четвёрки букв, TF-IDF / letter 4-grams, TF-IDF", ngrams, weighed=True),
    Method("корни, TF-IDF / roots, TF-IDF", roots, weighed=True),
)
