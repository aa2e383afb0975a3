"""What every reader gives: the text, and where its paragraphs, tables, parts and clauses are.

All places are offsets ``[start, end)`` in ``Document.text``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rsnms_kg.documents.labels import Label
from rsnms_kg.russian.typography import plain


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; ``body`` is where the words begin after the printed label.

    ``emphasised`` says that it stands out as a whole: bold, centred or in capitals.
    """

    start: int
    end: int
    body: int
    label: Label | None = None
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``start == end`` where nothing is printed.

    Where a merged cell goes on nothing is printed either: ``merged`` is the cell above or on the left that does.
    """

    start: int
    end: int
    text: str
    merged: Cell | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: cells in the order of its columns, the joined halves of a split row as one."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def values(self) -> tuple[Cell, ...]:
        """What each column says of the row: its cells, and the whole of a merged one wherever it goes on."""
        return tuple(cell.merged or cell for cell in self.cells)

    @property
    def filled(self) -> int:
        """How many cells with words the row has, a merged one counted once."""
        return len({cell.start for cell in self.values if cell.text.strip("* ")})

    def goes_on(self, above: Row) -> bool:
        """Tell whether a cell that begins in a row above reaches into this one."""
        return any(cell.merged and above.start <= cell.merged.start < above.end for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows with the same number of cells."""

    start: int
    end: int
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(eq=False, slots=True)
class Clause:
    """A clause at its place in the tree.

    ``path`` is the place: ordinals from the part down. ``label`` is what is printed. ``name`` is how
    people cite it: ``2.3.5``, ``3.2.2/5`` for the fifth item of a list in 3.2.2. Two clauses may bear
    one name; they never share a path.
    """

    path: tuple[int, ...]
    name: str
    head: Paragraph | None
    parent: Clause | None = None
    listed: bool = False
    tail: list[Block] = field(default_factory=list)
    children: list[Clause] = field(default_factory=list)
    leads: dict[int, Paragraph] = field(default_factory=dict)

    def walk(self) -> Iterator[Clause]:
        """Yield this clause and all below it, in the order of the paper."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> Iterator[Clause]:
        """Yield the clauses above this one, the nearest first."""
        clause = self.parent
        while clause is not None:
            yield clause
            clause = clause.parent

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the clause's own paragraphs in order, without those of the clauses below it."""
        yield from (block for block in (self.head, *self.tail) if isinstance(block, Paragraph))

    def lead(self, child: Clause) -> Paragraph | None:
        """Return the paragraph that introduces ``child``: the nearest above it in this clause."""
        before = [index for index in self.leads if index < child.path[-1]]  # the last ordinal is its place here
        return self.leads[max(before)] if before else self.head


@dataclass(eq=False, slots=True)
class Part:
    """The body of a paper (ordinal 0) or one of its annexes (1, 2 …).

    ``marked`` is the printed «Приложение № 1» where there is one; ``title`` is the heading of an annex.
    ``opening`` are the blocks before the first clause.
    """

    ordinal: int
    start: int
    end: int
    blocks: tuple[Block, ...]
    root: Clause
    marked: Paragraph | None = None
    title: Paragraph | None = None
    opening: tuple[Block, ...] = ()

    def clauses(self) -> Iterator[Clause]:
        """Yield every clause of the part in order, without the root."""
        walk = self.root.walk()
        next(walk)
        yield from walk

    def tables(self) -> Iterator[Table]:
        """Yield the tables of the part in order."""
        return (block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, eq=False)
class Document:
    """A paper that was read.

    ``level`` is ``text`` with harmless differences of typing removed, character for character.
    ``notices`` tell what the reader met that a person should know (tracked changes, hidden text,
    a guessed encoding), as pairs of Russian and English texts.
    """

    path: str
    format: str
    text: str
    level: str
    sha256: str
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...]
    notices: tuple[tuple[str, str], ...] = ()

    @property
    def body(self) -> Part:
        """The main part of the paper."""
        return self.parts[0]

    @property
    def annexes(self) -> tuple[Part, ...]:
        """The annexes, in order."""
        return self.parts[1:]

    def words(self, paragraph: Paragraph) -> str:
        """Return the levelled words of a paragraph after its label, on one line."""
        return plain(self.level[paragraph.body : paragraph.end])
