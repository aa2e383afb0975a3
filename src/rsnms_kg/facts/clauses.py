"""The clauses of a paper as facts: what is printed, what the place calls for, what is left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.documents.labels import ALPHABET, Label, Style
from rsnms_kg.facts.collection import Facts, clause_key, clause_ref
from rsnms_kg.facts.model import Clause, Ref

_QUOTED = 600
# Where a long clause may be cut, the better places first: after a sentence, after a part of one, after a word.
_CUTS = tuple(map(re.compile, (r"[.!?;:](?=\s+(?:[А-Я«\d]|[а-я]\)))", r"[;:](?=\s)", r",(?=\s)", r"(?=\s)")))
_LEAST_QUOTED = 80  # less than that of a long clause says too little
_BRACKETS = re.compile(r"\([^()]*\)|«[^«»]*»")
_LEFT_OUT = "зйочщъыь"  # letters that lists of letters leave out as they please


@dataclass
class _Sequence:
    """Numbered clauses that one sequence of numbers counts: of one parent and style, below one lead-in."""

    nodes: list[Node] = field(default_factory=list)
    ordinals: set[int] = field(default_factory=set)
    greatest: int = 0  # of those that were put into the paper's facts so far
    first: dict[str, Node] = field(default_factory=dict)  # the first clause of each number


_Sequences = dict[tuple[int, ...], _Sequence]


def add_clauses(facts: Facts) -> None:
    """Add every clause of every part of the paper, each with its printed and its expected number."""
    for part in facts.document.parts:
        sequences = _sequences(part)
        for node in part.clauses():
            facts.put(_clause(facts, part, node, sequences, len(facts) + 1))


def _sequences(part: Part) -> _Sequences:
    """Return, by its place, the sequence in which each numbered clause stands."""
    by_kind: dict[tuple[object, ...], _Sequence] = {}
    found = {}
    through = _through(part)
    for node in part.clauses():
        if node.parent is not None and _counted(node):
            lead = node.parent.lead(node) if node.listed else None
            place = () if through and _may_go_through(node) else node.parent.path
            sequence = by_kind.setdefault((place, _style(node), lead and lead.start), _Sequence())
            sequence.nodes.append(node)
            sequence.ordinals.add(_last(node))
            found[node.path] = sequence
    return found


def _through(part: Part) -> bool:
    """Tell whether clauses are counted through the sections: I. 1, 2; II. 3, 4 and not I. 1, 2; II. 1, 2."""
    firsts = [next(filter(_may_go_through, node.children), None) for node in part.root.children]
    later = [_last(first) for first in firsts if first is not None][1:]
    return 2 * sum(ordinal > 1 for ordinal in later) > len(later)


def _may_go_through(node: Node) -> bool:
    """Tell whether a clause is a «3.» right below a section whose label is of another kind."""
    above = node.parent
    return (
        above is not None and above.head is not None and above.parent is not None and above.parent.head is None
        and _style(node) is Style.DECIMAL and _style(above) is not Style.DECIMAL and len(_numbers(node)) == 1
    )  # fmt: skip


def _clause(facts: Facts, part: Part, node: Node, sequences: _Sequences, order: int) -> Clause:
    assert node.head is not None
    label = node.head.label
    sequence = sequences.get(node.path)
    parent = node.parent if node.parent and node.parent.head else None
    previous = _before(sequence, node)
    in_order = _in_order(sequence, node, previous)
    number = _number(label)
    ordinal = label.numbers[-1] if label and label.numbers else None
    expected = _expected(node, previous, parent)
    start, end = node.head.start, node.head.end
    return Clause(
        key=clause_key(part, node), clause_label=node.name, order=order,
        start=start, end=start + _quoted(facts.document.level[start:end]),
        printed_label=label.printed if label else None,
        number=number,
        number_prefix=_prefix(number, parent, sequences) if number and parent and _counted(parent) else None,
        ordinal=ordinal,
        expected_number=expected,
        skipped_number=_skipped(sequence, node, parent),
        repeats=_repeated(part, sequence, node, number),
        parent_clause=clause_ref(part, parent) if parent else None,
        previous_clause=clause_ref(part, in_order) if in_order else None,
    )  # fmt: skip


def _quoted(text: str) -> int:
    """Where the words that stand for a clause end: the whole of its first paragraph, of a long one what is a phrase."""
    if len(text) <= _QUOTED:
        return len(text)
    closed = _BRACKETS.sub(lambda inner: "_" * len(inner[0]), text)  # no cut within brackets or a name in quotes
    for cut in _CUTS:
        ends = [match.end() for match in cut.finditer(closed, 0, _QUOTED) if match.end() >= _LEAST_QUOTED]
        if ends:
            return ends[-1]
    return _QUOTED


def _prefix(number: str, parent: Node, sequences: _Sequences) -> str | None:
    """The number of the parent that a number points to; where the parent's own is the slip, its is told and not this.

    «2.1, 2.1 (for 2.2), 2.2.1 …»: the clauses below stand where their numbers say.
    """
    prefix = number.rpartition(".")[0]
    above = parent.parent if parent.parent and parent.parent.head else None
    due = _expected(parent, _before(sequences.get(parent.path), parent), above)
    assert parent.head is not None
    mistaken = due == prefix and _number(parent.head.label) != due
    return None if mistaken else prefix or None


def _counted(node: Node) -> bool:
    """Tell whether a clause has a number of its own (a bullet has none)."""
    return bool(node.head and node.head.label and node.head.label.numbers)


def _number(label: Label | None) -> str | None:
    """The number as figures, whatever the style: II → 2, 2.3.5. → 2.3.5, б) → 2."""
    return ".".join(map(str, label.numbers)) if label and label.numbers else None


def _style(node: Node) -> Style | None:
    return node.head.label.style if node.head and node.head.label else None


def _last(node: Node) -> int:
    assert node.head and node.head.label
    return node.head.label.numbers[-1]


def _expected(node: Node, previous: Node | None, parent: Node | None) -> str | None:
    """The number that the place calls for: one more than the clause before, below the parent's number."""
    if not _counted(node) or node.head is None or node.head.label is None:
        return None
    follows = previous is not None and _style(previous) is _style(node)
    ordinal = _last(previous) + 1 if follows and previous is not None else 1
    if node.listed or len(node.head.label.numbers) == 1:
        return str(ordinal)
    above = _number(parent.head.label) if parent and parent.head else None
    prefix = above or ".".join(map(str, node.head.label.numbers[:-1]))
    return f"{prefix}.{ordinal}"


def _skipped(sequence: _Sequence | None, node: Node, parent: Node | None) -> tuple[str, ...]:
    """The numbers left out before a clause: greater than any before it and found nowhere beside it."""
    if sequence is None or node.head is None or node.head.label is None:
        return ()
    prefix, ordinal = node.head.label.numbers[:-1], _last(node)
    greatest, sequence.greatest = sequence.greatest, max(sequence.greatest, ordinal)
    above = parent.head.label.numbers if parent and parent.head and parent.head.label else prefix
    if len(node.head.label.numbers) > 1 and above != prefix:
        return ()
    missing = [number for number in range(greatest + 1, ordinal) if number not in sequence.ordinals]
    if len(missing) == 1 and _doubled(sequence, node):
        return ()  # 3, 3, 5 or 3, 5, 5: one slip, told as a repeated number
    if _style(node) is Style.LETTER:
        letters = (ALPHABET[number - 1] for number in missing)
        return tuple(letter for letter in letters if letter not in _LEFT_OUT)
    return tuple(".".join(map(str, (*prefix, number))) for number in missing)


def _in_order(sequence: _Sequence | None, node: Node, previous: Node | None) -> Node | None:
    """The clause that a number has to follow: of the same prefix, and not one that is itself out of place."""
    if sequence is None or previous is None or _numbers(previous)[:-1] != _numbers(node)[:-1]:
        return None
    before = _before(sequence, previous)
    strays = (
        before is not None
        and _last(before) < _last(node) <= _last(before) + 2
        and _last(previous) > _last(node)
        and _last(previous) + 1 not in sequence.ordinals
        # Two numbers that changed places (1, 3, 2) leave none out, and nothing else would tell of them.
        and any(number not in sequence.ordinals for number in range(_last(before) + 1, _last(previous)))
    )
    return before if strays else previous


def _numbers(node: Node) -> tuple[int, ...]:
    assert node.head and node.head.label
    return node.head.label.numbers


def _repeated(part: Part, sequence: _Sequence | None, node: Node, number: str | None) -> Ref | None:
    """The clause above that bears the same number."""
    if sequence is None or number is None:
        return None
    first = sequence.first.setdefault(number, node)
    return None if first is node else clause_ref(part, first)


def _doubled(sequence: _Sequence, node: Node) -> bool:
    """Tell whether the clause before is a repetition, or the clause after repeats this one."""
    at = bisect_left(sequence.nodes, node.path, key=lambda other: other.path)
    around = [_last(other) for other in sequence.nodes[max(0, at - 2) : at + 2]]
    return len(set(around)) < len(around)


def _before(sequence: _Sequence | None, node: Node) -> Node | None:
    """The clause that stands before this one in its sequence."""
    if sequence is None:
        return None
    at = bisect_left(sequence.nodes, node.path, key=lambda other: other.path)
    return sequence.nodes[at - 1] if at else None
