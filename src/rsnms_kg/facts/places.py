"""Where a character of a paper stands: the clause, or the fact around it where there is no clause."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter

from rsnms_kg.facts.collection import Facts, clause_key, clause_ref, part_key
from rsnms_kg.facts.model import Ref
from rsnms_kg.facts.parties import PREAMBLE

_OUTSIDE = "реквизиты"


@dataclass(frozen=True, slots=True)
class Place:
    """The key below which a fact belongs, how people cite the place, and its clause where it stands in one."""

    key: str
    label: str
    clause: Ref | None


class Places:
    """Finds the places of a paper; made when its clauses, rows and parties have been read."""

    def __init__(self, facts: Facts) -> None:
        starts: list[tuple[int, str, str, Ref | None]] = [(0, "body", "", None)]
        for part in facts.document.parts:
            starts.append((part.start, part_key(part), "", None))
            starts.extend(
                (node.head.start, clause_key(part, node), node.name, clause_ref(part, node))
                for node in part.clauses()
                if node.head
            )
        self._starts = sorted(starts, key=itemgetter(0, 1))
        self._around = [(fact.start, fact.end, fact.clause_label) for fact in facts if fact.key]
        told = [start for start, _, label in self._around if label == PREAMBLE]
        first = next((start for start, _, label, _ in self._starts if label), len(facts.document.text))
        self._preamble = (min(told), first) if told else (0, 0)
        self.cuts = [start for start, *_ in self._starts[1:]]

    def at(self, offset: int) -> Place:
        """Return where a character stands."""
        _, key, label, clause = self._starts[bisect_right(self._starts, offset, key=itemgetter(0)) - 1]
        return Place(key, label or self._label(offset), clause)

    def _label(self, offset: int) -> str:
        """The label of the smallest fact around a place that stands in no clause: a row, a signature, the preamble."""
        if self._preamble[0] <= offset < self._preamble[1]:
            return PREAMBLE
        around = [(end - start, label) for start, end, label in self._around if start <= offset < end and label]
        return min(around, default=(0, _OUTSIDE))[1]
