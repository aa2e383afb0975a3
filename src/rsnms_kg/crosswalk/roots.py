"""What a verb, the noun made of it and the adjective of that noun have in common."""

from __future__ import annotations

from functools import cache

_SHORTEST = 3
# Endings of dictionary forms by which Russian makes verbs, nouns and adjectives of one root, the longest first.
_ENDINGS = (
    "ированный", "тельность", "ирование", "ировать", "ирующий", "ический", "ованный", "тельный", "авание",
    "альный", "евание", "ивание", "изация", "инский", "ировка", "ование", "овский", "ческий", "ывание", "авать",
    "анный", "евать", "енный", "ивать", "ление", "ность", "овать", "ствие", "ывать", "янный", "ание", "ация",
    "ение", "лить", "лять", "ница", "нный", "нуть", "ость", "ский", "ской", "ство", "ать", "еть", "изм", "ика",
    "ист", "ить", "ний", "ник", "ный", "сти", "тие", "тый", "ция", "ять", "ие", "ий", "ия", "ка", "ой", "ти",
    "ый", "а", "е", "и", "о", "ы", "ь", "я",
)  # fmt: skip


@cache
def root(lemma: str) -> str:
    """Return a dictionary form without the endings that make one part of speech of another.

    «внедрение» and «внедрить» give one root, and so do «методика» and «методический». It is not the
    root of grammar: a part of a word that serves to compare.
    """
    for _ in range(2):
        for ending in _ENDINGS:
            if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST:
                lemma = lemma[: -len(ending)]
                break
    return lemma
