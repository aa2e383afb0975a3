"""Blocks → parts: the body of a paper and its annexes, marked as such or told by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rsnms_kg.documents.clauses import build_tree, is_heading
from rsnms_kg.documents.document import Block, Paragraph, Part, Table
from rsnms_kg.documents.labels import Style
from rsnms_kg.knowledge.lexicon import begins_with

_MARK = re.compile(
    r"\**приложение(?:\s*(?:№\s*)?\d{1,2})?(?:\s*\n?\s*(?:к|утвержден\w*)\s|\**\s*$|\s*\n)"
    r"|\**утвержд(?:ен[оаы]?|аю)\**\s+(?:приказ|постановлен|распоряжен|решен|указ)",
    re.IGNORECASE,
)
_LONGEST_MARK = 400
_LAYOUT_ROWS = 3
_COLUMN_HEAD = re.compile(r"№\s*(?:п\s*/?\s*п)?\.?$")
_MARK_LINES = 4  # how many lines the mark of an annex may take after its first


@dataclass
class _Draft:
    marked: Paragraph | None = None
    title: Paragraph | None = None
    blocks: list[Block] = field(default_factory=list)
    entered: bool = False  # a clause or a table was met


def split_parts(level: str, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """Return the body and the annexes of a paper, each with its tree of clauses."""
    drafts = [_Draft()]
    for index, block in enumerate(blocks):
        draft = drafts[-1]
        if isinstance(block, Paragraph) and block.label is None:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if _marks_annex(level, block) and (draft.entered or len(drafts) > 1):
                drafts.append(_Draft(marked=block, blocks=[block]))
                continue
            if _titles_annex(level, block, following) and draft.entered:
                drafts.append(_Draft(title=block, blocks=[block]))
                continue
            if draft.marked is not None and draft.title is None and not draft.entered:
                draft.title = None if _goes_on_mark(level, blocks, index) else block
        elif len(drafts) > 1 or draft.entered or not (isinstance(block, Table) and _is_layout(block)):
            draft.entered = True
        draft.blocks.append(block)
    return tuple(_part(level, ordinal, draft) for ordinal, draft in enumerate(drafts))


def _part(level: str, ordinal: int, draft: _Draft) -> Part:
    heading = [block for block in (draft.marked, draft.title) if block is not None]
    rest = [block for block in draft.blocks if block not in heading]
    first = _opening(level, rest, body=ordinal == 0)
    return Part(
        ordinal=ordinal,
        start=draft.blocks[0].start if draft.blocks else 0,
        end=draft.blocks[-1].end if draft.blocks else 0,
        blocks=tuple(draft.blocks),
        root=build_tree(level, rest[first:]),
        marked=draft.marked,
        title=draft.title,
        opening=tuple(rest[:first]),
    )


def _opening(level: str, blocks: Sequence[Block], *, body: bool) -> int:
    """How many blocks stand above the first clause: a number, a table, or a heading where sections have no numbers."""
    first = next((at for at, block in enumerate(blocks) if _enters(blocks, at, body=body)), len(blocks))
    labels = [block.label for block in blocks if isinstance(block, Paragraph) and block.label]
    if any(label.style in (Style.ROMAN, Style.DECIMAL) for label in labels):
        return first
    for at, block in enumerate(blocks[:first]):
        text = level[block.start : block.end].strip("* ")
        heads = isinstance(block, Paragraph) and (text.endswith(":") or is_heading(level, block))
        if heads and begins_with("section", text):
            return at
    return first


def _enters(blocks: Sequence[Block], at: int, *, body: bool) -> bool:
    """Tell whether a block is the first of the text proper: it has a number, or is a table that is no layout.

    Layout stands at the very top or, in the body, anywhere above a number: the place and the date below a title.
    """
    block = blocks[at]
    if isinstance(block, Paragraph):
        return block.label is not None
    above = all(isinstance(other, Table) for other in blocks[:at])
    below = any(isinstance(other, Paragraph) and other.label for other in blocks[at + 1 :])
    return not (_is_layout(block) and (above or (body and below)))


def _goes_on_mark(level: str, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line below the mark of an annex belongs to it («… Правительства / Области / от … № …»)."""
    for below in blocks[index + 1 : index + 1 + _MARK_LINES]:
        if not isinstance(below, Paragraph) or below.label is not None:
            return False
        if begins_with("annex-title", level[below.start : below.end]):
            return not begins_with("annex-title", level[blocks[index].start : blocks[index].end])
    return False


def _is_layout(table: Table) -> bool:
    """Tell whether a table above the text only sets words at the sides of a page: «Утверждено», a date, a number."""
    cells = [cell.text.strip() for row in table.rows for cell in row.cells]
    return len(table.rows) <= _LAYOUT_ROWS and not any(_COLUMN_HEAD.match(text) for text in cells)


def _marks_annex(level: str, block: Paragraph) -> bool:
    text = level[block.start : block.end]
    sentence = text.rstrip("* ").endswith((".", ";", ":")) and not re.search(r"г(?:ода)?\.$", text.rstrip("* "))
    return len(text) <= _LONGEST_MARK and not sentence and bool(_MARK.match(text))


def _titles_annex(level: str, block: Paragraph, following: Block | None) -> bool:
    text = level[block.start : block.end].strip("* ")
    if text.endswith((".", ";", ":", ",")) or not text[:1].isupper() or not begins_with("annex-title", text):
        return False
    if isinstance(following, Table):
        return True
    restarts = (
        isinstance(following, Paragraph)
        and following.label is not None
        and following.label.style in (Style.DECIMAL, Style.ROMAN)
        and following.label.numbers == (1,)
    )
    return restarts or (block.emphasised and len(text) > 3 and not (following is None and is_heading(level, block)))
