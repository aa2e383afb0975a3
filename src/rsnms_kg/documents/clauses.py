"""Paragraphs → the tree of clauses, by where they stand; what their labels say is kept beside it."""

from __future__ import annotations

from collections.abc import Sequence

from rsnms_kg.documents.document import Block, Clause, Paragraph
from rsnms_kg.documents.labels import Label, Style
from rsnms_kg.knowledge.lexicon import recognise

_HEADING_LENGTH = 120
_ENUMERATED = (Style.BULLET, Style.LETTER, Style.PARENTHESIS)


def build_tree(level: str, blocks: Sequence[Block]) -> Clause:
    """Return the root of the clause tree of a part; the root itself is no clause.

    A decimal label tells by the count of its numbers how deep the clause stands; which numbers they
    are does not matter, so a clause printed under another's number stays where it stands.
    """
    builder = _Builder(level, blocks)
    for at, block in enumerate(blocks):
        builder.add(block, blocks[at + 1] if at + 1 < len(blocks) else None)
    return builder.root


def is_heading(level: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph looks like a heading: short and without a mark at its end."""
    text = level[paragraph.body : paragraph.end].rstrip("* ")
    return len(text) <= _HEADING_LENGTH and not text.endswith((".", ";", ":", ","))


class _Builder:
    """The tree so far, and the branch that the next paragraph may go on."""

    def __init__(self, level: str, blocks: Sequence[Block]) -> None:
        self.level = level
        self.root = Clause(path=(), name="", head=None)
        self.branch: list[tuple[Clause, int]] = [(self.root, 0)]  # a clause and its depth
        labels = [block.label for block in blocks if isinstance(block, Paragraph) and block.label]
        roman = any(label.style is Style.ROMAN for label in labels)
        self.headed = roman or any(label.style is Style.DECIMAL and len(label.numbers) == 1 for label in labels)
        # Under Roman sections «1.» is a clause of a section and «1.1.» stands below it, unless the
        # clauses repeat the number of the section («II» → «2.1»).
        self.shift = int(roman and _numbered_through(labels))
        self.roman = roman
        self.before: Paragraph | None = None

    def add(self, block: Block, following: Block | None) -> None:
        """Put the next block of the part in its place; ``following`` is the one after it."""
        if not isinstance(block, Paragraph):
            self._leave_lists()
            self.branch[-1][0].tail.append(block)
            return
        label = block.label
        if label is None:
            self._add_unlabelled(block, following)
        elif label.style is Style.ROMAN:
            self._open(block, 1)
        elif label.style in _ENUMERATED or self._counts_items(block, label):
            self._add_item(block, label.style)
        else:
            self._open(block, self._depth(label))
        self.before = block

    def _depth(self, label: Label) -> int:
        """How deep a clause with a decimal label stands."""
        alone_under_roman = self.roman and not self.shift and len(label.numbers) == 1
        return len(label.numbers) + self.shift + alone_under_roman

    def _add_unlabelled(self, block: Paragraph, following: Block | None) -> None:
        if self._implied_item(block):
            self._add_item(block, None)
        elif not self.headed and is_heading(self.level, block) and recognise("section", self._text(block)):
            self._open(block, 1)
        else:
            self._leave_lists()
            introduces = self._text(block).endswith(":") or self._heads_list(block, following)
            if introduces and isinstance(following, Paragraph) and following.label:
                label = following.label
                top = self.branch[-1][0].head
                sentence = top is not None and self._text(top).endswith((".", ";"))
                if sentence and label.style is Style.DECIMAL and len(label.numbers) > 1:
                    self._leave(self._depth(label))  # «Министерство обеспечивает:» above 2.4, after 2.3
            clause = self.branch[-1][0]
            clause.tail.append(block)
            if introduces:
                clause.leads[len(clause.children)] = block

    def _heads_list(self, block: Paragraph, following: Block | None) -> bool:
        """Tell whether a short line without a colon («Муниципальный уровень») stands above a list."""
        listed = isinstance(following, Paragraph) and following.label is not None
        return listed and is_heading(self.level, block) and recognise("level", self._text(block)) is not None

    def _open(self, block: Paragraph, depth: int) -> None:
        self._leave(depth)
        name = block.label.name if block.label else ""
        self._push(block, name, depth, listed=False)

    def _add_item(self, block: Paragraph, style: Style | None) -> None:
        for index, (clause, _) in enumerate(self.branch):
            if clause.listed and _style(clause) is style:
                del self.branch[index:]
                break
        parent = self.branch[-1][0]
        label = block.label
        ordinal = 1 + sum(child.listed for child in parent.children)
        own = label.name if label and style is not Style.BULLET else str(ordinal)
        self._push(block, f"{parent.name}/{own}" if parent.name else own, self.branch[-1][1] + 1, listed=True)

    def _push(self, block: Paragraph, name: str, depth: int, *, listed: bool) -> None:
        parent = self.branch[-1][0]
        clause = Clause(
            path=(*parent.path, len(parent.children) + 1), name=name, head=block, parent=parent, listed=listed
        )
        parent.children.append(clause)
        self.branch.append((clause, depth))

    def _leave(self, depth: int) -> None:
        while self.branch[-1][1] >= depth or self.branch[-1][0].listed:
            self.branch.pop()

    def _leave_lists(self) -> None:
        while self.branch[-1][0].listed:
            self.branch.pop()

    def _counts_items(self, block: Paragraph, label: Label) -> bool:
        """Tell whether «1.» counts items of a list inside a clause rather than sections of the paper."""
        if label.style is not Style.DECIMAL or len(label.numbers) != 1:
            return False
        number = label.numbers[0]
        items = [clause for clause, _ in self.branch if clause.listed and _style(clause) is Style.DECIMAL]
        if items and items[-1].head and items[-1].head.label:
            # A number repeated or skipped by mistake still counts items.
            near = abs(number - items[-1].head.label.numbers[0] - 1) <= 1
            return near and not (is_heading(self.level, block) and self._next_section() == number)
        inside = self.branch[-1][1] > 0
        introduced = self.before is not None and self._text(self.before).endswith(":")
        return inside and introduced and number == 1

    def _next_section(self) -> int:
        sections = [child.head.label for child in self.root.children if child.head and child.head.label]
        return sections[-1].numbers[0] + 1 if sections and sections[-1].numbers else 1

    def _implied_item(self, block: Paragraph) -> bool:
        """Tell whether an unlabelled paragraph is an item of a list whose marks got lost."""
        if self.before is None or self.branch[-1][1] == 0:
            return False
        before, text = self._text(self.before), self._text(block)
        in_list = self.branch[-1][0].listed and self.before.label is None
        if not text[:1].islower():
            # Items that begin with a capital show by the semicolons between them.
            return (before.endswith(":") and text.endswith(";")) or (in_list and before.endswith(";"))
        return before.endswith(":") or (in_list and before.endswith((";", ",")))

    def _text(self, paragraph: Paragraph) -> str:
        return self.level[paragraph.body : paragraph.end].strip("* ")


def _style(clause: Clause) -> Style | None:
    return clause.head.label.style if clause.head and clause.head.label else None


def _numbered_through(labels: Sequence[Label]) -> bool:
    """Tell whether «1.», «2.» … stand under Roman sections with «1.1.» below them."""
    section, own = 0, False
    for label in labels:
        if label.style is Style.ROMAN:
            section = label.numbers[0]
        elif label.style is Style.DECIMAL and len(label.numbers) == 2 and section:
            own = own or label.numbers[0] == section
    ones = [label for label in labels if label.style is Style.DECIMAL and len(label.numbers) == 1]
    return bool(ones) and not own
