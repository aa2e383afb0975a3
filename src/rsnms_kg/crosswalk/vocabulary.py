"""The phrases that mean one thing: code lists of actions and matters, and the short forms that papers declare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rdflib import Graph
from rdflib.namespace import RDF

from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.russian.words import dictionary_forms, words

LIGHT, ORGANISATION, CONDITIONS, PLACE = "action:light", "action:organise", "action:enable", "region"
MODAL = "action:must"  # «обязуется», «вправе», «имеет право»: who bears the norm ends here, what is done begins
TERRITORY, MUNICIPALITY, SCALE = "matter:territory", "matter:municipality", "scale:"
FORM = "matter:form"  # «функционирование», «различные»: words that say nothing
# Organisations that may stand in the instrumental as those who do a thing: «проводится Центром».
AGENTS = frozenset(f"matter:{name}" for name in ("centre", "authority", "municipality", "host", "methodical-service"))
# Whom norms are about: two norms of other actions are no kin for speaking of the same people.
PEOPLE = AGENTS | {f"matter:{name}" for name in ("teacher", "young-teacher", "leader", "service-staff", "school")}
DEADLINE, CONSENT, CONTINUOUS = "time", "consent", "recurrence:continuous"
# Where two cues are of one length, the list that is named first wins.
_SCHEMES = ("action", "matter", "scale", "region")
_NO_PERIOD = "on-demand"
_LONGEST_SHORT_FORM = 4

Forms = frozenset[str]
Cue = tuple[Forms, ...]


@cache
def forms(word: str) -> Forms:
    """Return the dictionary forms of a word; a passive «разрабатывается» is also «разрабатывать»."""
    found = dictionary_forms(word)
    return found | {form[:-2] for form in found if form.endswith(("ться", "тись"))}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found in a text: what it means and how many words it takes."""

    key: str
    length: int


class Vocabulary:
    """Phrases by their first word, so that the longest one at a place is found fast."""

    def __init__(self, cues: Iterable[tuple[str, Cue]] = ()) -> None:
        self._by_first: dict[str, list[tuple[str, Cue]]] = {}
        for key, cue in cues:
            self.add(key, cue)

    def add(self, key: str, cue: Cue) -> None:
        """Add a phrase and what it means."""
        for form in sorted(cue[0]) if cue else ():
            self._by_first.setdefault(form, []).append((key, cue))

    def at(self, said: list[Forms], start: int) -> Phrase | None:
        """Return the longest phrase that begins with the word ``start``; the one added first among equals."""
        best: Phrase | None = None
        for form in sorted(said[start]):
            for key, cue in self._by_first.get(form, ()):
                longer = best is None or len(cue) > best.length
                if longer and self._fits(said, start, cue):
                    best = Phrase(key, len(cue))
        return best

    def meaning(self, cue: Cue) -> str | None:
        """Return what a phrase means as a whole, if it is known; a region in it does not count."""
        keys, at = [], 0
        while at < len(cue):
            found = self.at(list(cue), at)
            keys.append(found.key if found else "")
            at += found.length if found else 1
        told = set(keys) - {PLACE}
        return told.pop() if len(told) == 1 and len(keys) - keys.count(PLACE) == 1 else None

    @staticmethod
    def _fits(said: list[Forms], start: int, cue: Cue) -> bool:
        following = said[start : start + len(cue)]
        return len(following) == len(cue) and not any(map(frozenset.isdisjoint, following, cue))


def _listed() -> list[tuple[str, Cue]]:
    found = []
    for scheme in _SCHEMES:
        for concept in concepts(scheme):
            key = PLACE if scheme == "region" else f"{scheme}:{concept.notation}"
            found += [(key, cue) for cue in concept.cues]
    return found


@cache
def restrictions() -> Vocabulary:
    """Return the words that a restriction of a norm begins with: «для», «на основе», «в рамках»."""
    return Vocabulary((concept.notation, cue) for concept in concepts("qualifier") for cue in concept.cues)


@cache
def recurrences() -> Vocabulary:
    """Return the words that say how often a thing is done: «ежегодно», «раз в квартал»."""
    return Vocabulary(
        (f"recurrence:{concept.notation}", cue)
        for concept in concepts("recurrence")
        for cue in concept.cues
        if concept.notation != _NO_PERIOD
    )


def vocabulary(*graphs: Graph) -> Vocabulary:
    """Return the phrases of the code lists, joined by the short forms that papers declare.

    A short form and the words that it stands for mean one thing: what the code lists say of either, or
    a thing of its own. The order of the graphs does not matter.
    """
    found = Vocabulary(_listed())
    for short, long in sorted({pair for graph in graphs for pair in _declared(graph)}):
        cues = [tuple(forms(word) for word in words(text)) for text in (short, long)]
        if not cues[0] or len(cues[0]) > _LONGEST_SHORT_FORM:
            continue
        known = next(filter(None, (found.meaning(cue) for cue in cues if cue)), None)
        key = known or f"declared:{' '.join(words(short.lower()))}"
        for cue in filter(None, cues):
            if found.meaning(cue) != key:
                found.add(key, cue)
    return found


def _declared(graph: Graph) -> Iterable[tuple[str, str]]:
    """The short forms of a paper with what they stand for: those declared in it, and those of its subjects."""
    for name in ("Abbreviation", "Term", "SubjectType", "Actor", "Party"):
        short, long = ("shortForm", "longForm") if name == "Abbreviation" else ("shortName", "name")
        for fact in graph.subjects(RDF.type, RSNMS[name]):
            for form in graph.objects(fact, RSNMS[short]):
                for meaning in graph.objects(fact, RSNMS[long]):
                    yield str(form), str(meaning)
