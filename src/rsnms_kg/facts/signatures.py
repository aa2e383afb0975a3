"""Signatures: posts, names, stamps and dates that stand in columns, in a table or one below another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rsnms_kg.documents.document import Block, Cell, Paragraph, Part, Row, Table
from rsnms_kg.facts.collection import Facts, part_key
from rsnms_kg.facts.model import Party, Ref, Representative, Signature, SignatureBlock
from rsnms_kg.facts.signature_lines import RULE, STAMP, starts_with_post, without_marks
from rsnms_kg.russian.dates import BLANK_DATE, DATE, first_date
from rsnms_kg.russian.names import INITIALED, PersonName, full_names, initialed_names, once_initialed
from rsnms_kg.russian.words import content_lemmas, lemmas

_PIECE = re.compile(r"[^\t\n ]+(?: {1,2}[^\t\n ]+)*")  # between tabs or several spaces
_LINE = re.compile(r"[^\n]+")


@dataclass
class _Mark:
    """A name with the stamp and the date that stand by it; any of them may be missing."""

    name: PersonName | None = None
    day: tuple[int, int] | None = None
    stamp: bool = False
    stretch: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class _Entry:
    """One signature: a post (one or several lines) and its mark."""

    post: list[tuple[int, int]] = field(default_factory=list)
    mark: _Mark = field(default_factory=_Mark)

    @property
    def start(self) -> int:
        return min(start for start, _ in [*self.post, *self.mark.stretch])

    @property
    def end(self) -> int:
        return max(end for _, end in [*self.post, *self.mark.stretch])


def add_signatures(facts: Facts, part: Part, blocks: Sequence[Block], label: str, annex: Ref | None) -> None:
    """Add the signatures of a part, given the blocks that stand below its text.

    Columns that a plain text has flattened (all posts, then all names and dates) are paired in order.
    """
    entries = _entries(facts, blocks)
    if not entries:
        return
    place = part_key(part)
    block = facts.add(
        SignatureBlock, place, label, min(entry.start for entry in entries), max(entry.end for entry in entries),
        annex=annex,
    )  # fmt: skip
    parties = _matched(facts, entries)
    for entry, party in zip(entries, parties, strict=True):
        mention = first_date(facts.document.level, *entry.mark.day) if entry.mark.day else None
        facts.add(
            Signature, place, label, *_place(entry, entries),
            block=Ref(block.key),
            post=" ".join(facts.quote(*piece) for piece in entry.post).strip(" :") or None,
            signatory=facts.quote(entry.mark.name.start, entry.mark.name.end) if entry.mark.name else None,
            surname=entry.mark.name.surname if entry.mark.name else None,
            initials=entry.mark.name.initials if entry.mark.name else None,
            date=mention.value if mention else None,
            date_words=facts.quote(mention.start, mention.end) if mention and mention.value is None else None,
            stamp=entry.mark.stamp,
            party=Ref(party.key) if party else None,
        )  # fmt: skip


def _place(entry: _Entry, entries: list[_Entry]) -> tuple[int, int]:
    """Where a signature stands; where others stand between its post and its name, the place is that of the name."""
    apart = any(entry.start < start < entry.end for other in entries if other is not entry for start, _ in other.post)
    if not apart or not entry.mark.stretch:
        return entry.start, entry.end
    return min(start for start, _ in entry.mark.stretch), max(end for _, end in entry.mark.stretch)


def _entries(facts: Facts, blocks: Sequence[Block]) -> list[_Entry]:
    """Put posts and marks together, column by column."""
    entries: list[_Entry] = []
    for column in _columns(facts.document.level, blocks):
        sequence = _sequence(facts.document.level, column)
        posts = [item for item in sequence if isinstance(item, _Entry)]
        marks = [item for item in sequence if isinstance(item, _Mark)]
        apart = len(posts) > 1 and all(isinstance(item, _Entry) for item in sequence[: len(posts)])
        if apart and marks:
            _pair_in_order(facts, posts, marks)
        else:
            last: _Entry | None = None
            for item in sequence:
                if isinstance(item, _Entry):
                    last = item
                elif last is not None and not last.mark.stretch:
                    last.mark = item
                else:
                    posts.append(last := _Entry(mark=item))
        entries.extend(posts)
    return [entry for entry in entries if entry.post or entry.mark.name]


def _sequence(level: str, column: list[tuple[int, int]]) -> list[_Entry | _Mark]:
    """Return the posts and the marks of a column in the order in which they stand."""
    sequence: list[_Entry | _Mark] = []
    beside: _Entry | None = None  # a post whose name stands in its first line
    for start, end in column:
        text = level[start:end]
        person = _person(level, start, end)
        rule = RULE.search(level, start, person.start if person else end)
        head = _trimmed(level, start, rule.start() if rule else person.start if person else end)
        day, stamp = DATE.search(text), bool(STAMP.search(text))
        if starts_with_post(level, *head):
            sequence.append(beside := _Entry(post=[head]))
            beside = beside if person else None
        elif not (person or day or stamp or BLANK_DATE.search(text)):
            if without_marks(text) and sequence and isinstance(sequence[-1], _Entry):
                sequence[-1].post.append(_trimmed(level, start, end))
            elif without_marks(text) and beside is not None:
                beside.post.append(_trimmed(level, start, end))
            continue
        elif sequence and isinstance(sequence[-1], _Entry) and without_marks(level[head[0] : head[1]]):
            sequence[-1].post.append(head)
        if not (person or day or stamp):
            continue
        beside = beside if person else None
        mark = sequence[-1] if sequence and isinstance(sequence[-1], _Mark) else None
        if mark is None or (person and (mark.name or mark.day)) or (day and mark.day):
            sequence.append(mark := _Mark())
        mark.name = mark.name or person
        mark.day = mark.day or ((start + day.start(), start + day.end()) if day else None)
        mark.stamp = mark.stamp or stamp
        mark.stretch.append((person.start if person and head[1] > head[0] else start, end))
    return sequence


def _person(level: str, start: int, end: int) -> PersonName | None:
    return (
        next(initialed_names(level, start, end), None)
        or next(full_names(level, start, end), None)
        or once_initialed(level, start, end)
    )


def _pair_in_order(facts: Facts, posts: list[_Entry], marks: list[_Mark]) -> None:
    """Pair posts with marks that stand after all of them; where one is missing, names tell whose."""
    people = {fact.key: fact for fact in facts.of(Representative)}
    owners = _matched(facts, posts)
    first = 0
    for ordinal, mark in enumerate(marks):
        at = first
        if len(marks) < len(posts) and mark.name:
            for candidate in range(first, len(posts) - (len(marks) - ordinal) + 1):
                owner = owners[candidate]
                person = people.get(owner.represented_by or "") if owner else None
                if person and person.surname and person.surname[:4] == mark.name.surname[:4]:
                    at = candidate
                    break
        if at >= len(posts):
            posts.append(_Entry(mark=mark))
        else:
            posts[at].mark = mark
        first = at + 1


def _trimmed(level: str, start: int, end: int) -> tuple[int, int]:
    while end > start and level[end - 1] in " _:\n\t*/":
        end -= 1
    return start, end


def _columns(level: str, blocks: Sequence[Block]) -> list[list[tuple[int, int]]]:
    """Return the lines of signatures, column by column where they stand in a table."""
    columns: list[list[tuple[int, int]]] = []
    plain: list[tuple[int, int]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            side_by_side = _names_in_a_row(level, block)
            if side_by_side:
                columns.extend([piece] for piece in side_by_side)
            else:
                plain.extend(_lines(level, block.start, block.end))
            continue
        if plain:
            columns.append(plain)
            plain = []
        if sum(starts_with_post(level, cell.start, cell.end) for row in block.rows for cell in row.cells) == 1:
            # one signatory: the post, the line to sign on and the name in cells of their own
            columns.append([
                line for row in block.rows for cell in row.cells for line in _lines(level, cell.start, cell.end)
            ])  # fmt: skip
        elif _by_rows(level, block):
            for row in block.rows:
                cells = [_shared(row, at) for at in range(len(row.cells))]
                columns.append([line for cell in cells for line in _lines(level, cell.start, cell.end)])
        else:
            for at in range(len(block.rows[0].cells)):
                cells = list(dict.fromkeys(_shared(row, at) for row in block.rows if at < len(row.cells)))
                columns.append([line for cell in cells for line in _lines(level, cell.start, cell.end)])
    if plain:
        columns.append(plain)
    return columns


def _shared(row: Row, at: int) -> Cell:
    """A cell of a row, or the merged one that goes on there where it is a date or a stamp for several to share."""
    cell = row.cells[at]
    return cell.merged if cell.merged and not without_marks(cell.merged.text) else cell


def _names_in_a_row(level: str, block: Paragraph) -> list[tuple[int, int]]:
    """The pieces of a single line in which several names stand side by side."""
    text = level[block.start : block.end]
    pieces = [(block.start + match.start(), block.start + match.end()) for match in _PIECE.finditer(text)]
    alone = "\n" not in text.strip() and len(pieces) > 1
    return pieces if alone and all(INITIALED.search(level, *piece) for piece in pieces) else []


def _by_rows(level: str, table: Table) -> bool:
    """Tell whether each row holds one signature (post | line | name) rather than each column."""
    posts = [[starts_with_post(level, cell.start, cell.end) for cell in row.cells] for row in table.rows]
    return any(posts) and all(sum(row) <= 1 for row in posts) and sum(row[0] for row in posts if row) > 1


def _lines(level: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for match in _LINE.finditer(level, start, end):
        text = match[0]
        if text.strip("* _\t"):
            left = match.start() + len(text) - len(text.lstrip("* \t"))
            found.append((left, match.start() + len(text.rstrip())))
    return found


def _matched(facts: Facts, entries: list[_Entry]) -> list[Party | None]:
    """Match each signature with the party whose representative's post and name fit it best."""
    people = {fact.key: fact for fact in facts.of(Representative)}
    parties = facts.of(Party)
    scores = sorted(
        (
            (-_likeness(facts, entry, party, people.get(party.represented_by or "")), at, where)
            for at, entry in enumerate(entries)
            for where, party in enumerate(parties)
        ),
    )
    matched: dict[int, int] = {}
    for score, at, where in scores:
        if score < 0 and at not in matched and where not in matched.values():
            matched[at] = where
    return [parties[matched[at]] if at in matched else None for at in range(len(entries))]


def _likeness(facts: Facts, entry: _Entry, party: Party, person: Representative | None) -> float:
    post = {word for piece in entry.post for word in content_lemmas(facts.document.level[piece[0] : piece[1]])}
    expected = set(content_lemmas(person.post)) if person and person.post else set()
    named = set(lemmas(f"{party.name} {party.short_name or ''}"))
    score = 2 * len(post & expected) / (len(post | expected) or 1) + len(post & named) / (len(post) or 1)
    if entry.mark.name and person and person.surname:
        same = entry.mark.name.surname[:4].lower() == person.surname[:4].lower()
        score += 2 * same
    return score
