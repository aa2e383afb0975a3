"""A regulation, alone or annexed to the order that approves it, with its roadmap."""

from __future__ import annotations

import re
from dataclasses import replace

from rsnms_kg.documents.document import Block, Document, Paragraph, Part, Row, Table
from rsnms_kg.facts.abbreviations import add_abbreviations
from rsnms_kg.facts.acts import add_citations
from rsnms_kg.facts.clauses import add_clauses
from rsnms_kg.facts.collection import Facts, clause_key, clause_ref, part_key
from rsnms_kg.facts.dates import add_dates
from rsnms_kg.facts.doubts import add_doubts
from rsnms_kg.facts.editions import add_editions, add_notes, without_edition
from rsnms_kg.facts.head import Head, read_head, read_mark
from rsnms_kg.facts.identity import act_iri, region_of
from rsnms_kg.facts.issuers import add_issuers
from rsnms_kg.facts.links import add_links
from rsnms_kg.facts.measures import add_measures, is_roadmap
from rsnms_kg.facts.model import (
    Act,
    ActCitation,
    Annex,
    Code,
    Delegation,
    Function,
    Indicator,
    IndicatorRow,
    Measure,
    Order,
    Ref,
    Regulation,
    Roadmap,
    SubjectType,
    Term,
)
from rsnms_kg.facts.order import add_order_clauses
from rsnms_kg.facts.parties import PREAMBLE
from rsnms_kg.facts.provisions import add_provisions
from rsnms_kg.facts.references import add_references
from rsnms_kg.facts.signature_lines import looks_like_signature
from rsnms_kg.facts.signatures import add_signatures
from rsnms_kg.facts.targets import add_targets, is_target_table
from rsnms_kg.facts.wording import add_wording
from rsnms_kg.knowledge.lexicon import begins_with
from rsnms_kg.russian.typography import unspaced

_PREAMBLE = re.compile(
    r"^\**(?:в\s+целях|во\s+исполнение|в\s+соответствии|на\s+основании|руководствуясь|в\s+рамках)"
    r"|приказываю|постановля(?:ю|ет)|п\s+р\s+и\s+к\s+а\s+з\s+ы\s+в",
    re.IGNORECASE,
)
# Facts that are read from rows of tables.
_OF_ROWS = (Measure, SubjectType, Function, Term, Indicator, IndicatorRow)
_KINDS: dict[str, type[Act]] = {"order": Order, "regulation": Regulation, "roadmap": Roadmap}


def read_regulation(document: Document) -> Facts:
    """Return the facts of a regulation or a roadmap, and of the order that approves them."""
    head = read_head(document, _without_editions(document, _head_blocks(document)))
    region = region_of(document.level[:3000])
    kind = head.kind if head.kind in _KINDS else "regulation"
    issuer = head.issuer or document.level[:500]
    act_type = _act_type(document, head) or kind
    facts = Facts(document, "regulation", act_iri(act_type, head.number, head.date, issuer, document.sha256[:12]))
    _add_head(facts, head, kind, act_type, region)
    _add_preamble(facts, head)
    add_clauses(facts)
    kinds = _part_kinds(document, kind)
    for part in document.parts:
        _add_part(facts, part, kinds[part.ordinal], head, region)
    _add_mentions(facts)
    for part in document.parts:
        add_notes(facts, part, _act_key(part, kinds[part.ordinal]))
    _add_delegated(facts)
    add_doubts(facts, [part for part in document.parts if kinds[part.ordinal] == "regulation"])
    _add_signature(facts)
    add_references(facts)
    add_links(facts)
    add_issuers(facts)
    add_dates(facts)
    add_wording(facts)
    return facts


def _add_part(facts: Facts, part: Part, kind: str | None, head: Head, region: Code | None) -> None:
    """Add what one part of the paper is and says."""
    label = f"приложение {part.ordinal}" if part.ordinal else head.label
    if part.ordinal:
        _add_annex(facts, part, kind, head, region)
    heading = [block for block in (part.marked, part.title, *part.opening) if isinstance(block, Paragraph)]
    titles = (
        heading if part.ordinal else [block for block in _head_blocks(facts.document) if isinstance(block, Paragraph)]
    )
    add_editions(facts, titles, f"{part_key(part)}/edition", label, _act_key(part, kind))
    if kind == "order":
        add_order_clauses(facts, part)
    elif kind == "regulation":
        add_provisions(facts, part)
    for table in part.tables():
        if is_roadmap(table):
            add_measures(facts, part, table)
        elif is_target_table(table):
            add_targets(facts, part, table, label if part.ordinal else "таблица")


def _act_key(part: Part, kind: str | None) -> str:
    """The key of the act that a part of the paper is; one that no fact has where it is none."""
    return f"{part_key(part)}/{kind}" if part.ordinal else ""


def _act_type(document: Document, head: Head) -> str | None:
    """What the paper calls itself: an order, a resolution, a directive, a regulation."""
    return begins_with("act-type", unspaced(document.level[head.start : head.end].strip("* ")))


def _part_kinds(document: Document, kind: str) -> dict[int, str | None]:
    """What each part of the paper is; where no annex calls itself a regulation, the first one with clauses is it."""
    kinds = {part.ordinal: _annex_kind(document, part) for part in document.annexes}
    if kind == "order" and "regulation" not in kinds.values():
        first = next((part for part in document.annexes if part.root.children and not kinds[part.ordinal]), None)
        if first is not None:
            kinds[first.ordinal] = "regulation"
    return {0: kind, **kinds}


def _head_blocks(document: Document) -> list[Block]:
    """The blocks above the preamble: a number and a date below them are those of cited acts."""
    blocks: list[Block] = []
    for block in document.body.opening:
        text = document.level[block.start : block.end]
        if blocks and isinstance(block, Paragraph) and _PREAMBLE.search(text):
            break
        blocks.append(block)
    return blocks


def _without_editions(document: Document, blocks: list[Block]) -> list[Block]:
    kept = (without_edition(document, block) if isinstance(block, Paragraph) else block for block in blocks)
    return [block for block in kept if block is not None]


def _add_head(facts: Facts, head: Head, kind: str, act_type: str, region: Code | None) -> None:
    facts.put(_KINDS[kind](
        key="", clause_label=head.label, start=head.start, end=head.end, order=1,
        title=head.title, number=head.number, date=head.date, date_words=head.date_words, place=head.place,
        region=region, act_type=Code("act-type", act_type), issuer=head.issuer,
    ))  # fmt: skip


def _add_preamble(facts: Facts, head: Head) -> None:
    above = _head_blocks(facts.document)
    below = [block for block in facts.document.body.opening if block not in above]
    for block in (*_without_editions(facts.document, above), *below):
        if not isinstance(block, Paragraph):
            continue
        if block.start > head.start and len(facts.document.words(block)) > 60:
            add_citations(facts, block, "body/preamble", PREAMBLE, None)
            add_abbreviations(facts, block, "body/preamble", PREAMBLE, None)


def _annex_kind(document: Document, part: Part) -> str | None:
    heading = part.title or part.marked
    kind = begins_with("annex-title", document.words(heading)) if heading else None
    if kind in ("regulation", "roadmap"):
        return kind
    return "roadmap" if any(is_roadmap(table) for table in part.tables()) else None


def _add_annex(facts: Facts, part: Part, kind: str | None, head: Head, region: Code | None) -> None:
    heading = part.title or part.marked
    heading = heading and (without_edition(facts.document, heading) or heading)
    start, end = (heading.start, heading.end) if heading else (part.start, part.end)
    key, title = f"annex-{part.ordinal}", facts.quote(start, end)
    label = f"приложение {part.ordinal}"
    printed = facts.quote(part.marked.start, part.marked.end) if part.marked else None
    act = f"{key}/{kind}" if kind in _KINDS else None
    number, day = read_mark(facts.document, part)
    facts.put(Annex(
        key=key, clause_label=label, start=start, end=end, order=len(facts) + 1, printed_label=printed, title=title,
        annex_number=part.ordinal if printed else None, marked_number=number, marked_date=day,
        holds=Ref(act) if act else None,
    ))  # fmt: skip
    if act and kind:
        facts.put(_KINDS[kind](
            key=act, clause_label=label, start=start, end=end, order=len(facts) + 1,
            title=title, number=head.number, date=head.date, region=region,
            act_type=Code("act-type", kind), approved_by=Ref(""),
        ))  # fmt: skip


def _add_mentions(facts: Facts) -> None:
    """Add the acts cited and the short forms declared in clauses and tables."""
    cited = {fact.in_clause for fact in facts.of(ActCitation)}
    named = {fact.in_clause: fact for fact in facts.of(Term)}
    for part in facts.document.parts:
        for node in part.clauses():
            for paragraph in node.paragraphs():
                place = clause_key(part, node), node.name, clause_ref(part, node)
                if clause_ref(part, node) not in cited and clause_ref(part, node) not in named:
                    add_citations(facts, paragraph, *place)
                add_abbreviations(facts, paragraph, *place)
        for table in part.tables():
            _add_cell_abbreviations(facts, part, table)


def _add_delegated(facts: Facts) -> None:
    """Name the act to which a clause leaves its matter, where the clause cites it."""
    for delegation in facts.of(Delegation):
        cited = (
            citation for citation in facts.of(ActCitation)
            if delegation.start <= citation.start < delegation.end and citation.amends is None
        )  # fmt: skip
        citation = next(cited, None)
        if citation is not None:
            facts.replace(replace(delegation, citation=Ref(citation.key)))


def _add_cell_abbreviations(facts: Facts, part: Part, table: Table) -> None:
    for row in table.rows:
        for cell in row.cells:
            if cell.text:
                paragraph = Paragraph(start=cell.start, end=cell.end, body=cell.start)
                key, label, clause = _row_place(facts, part, row)
                add_abbreviations(facts, paragraph, key, label, clause)


def _row_place(facts: Facts, part: Part, row: Row) -> tuple[str, str, Ref | None]:
    """Where a row of a table is cited: as the first fact that was read from it, else as its part."""
    read = (fact for fact in facts if isinstance(fact, _OF_ROWS) and row.start <= fact.start < row.end)
    first = min(read, key=lambda fact: (fact.start, fact.order), default=None)
    if first is not None:
        return first.key.rpartition("/")[0], first.clause_label, first.in_clause
    return f"{part_key(part)}/table", f"приложение {part.ordinal}" if part.ordinal else "таблица", None


def _add_signature(facts: Facts) -> None:
    body = facts.document.body
    blocks = [block for block in body.blocks if isinstance(block, Table) or block.label is None]
    last = max((node.head.start for node in body.clauses() if node.head and not node.listed), default=0)
    below = [block for block in blocks if block.start > last]
    first = next((at for at, block in enumerate(below) if looks_like_signature(facts.document.level, block)), None)
    if first is not None:
        add_signatures(facts, body, below[first:], "подпись", None)
