"""An agreement: what its head, preamble, clauses, annexes and signatures say."""

from __future__ import annotations

from dataclasses import replace

from rsnms_kg.documents.document import Block, Document, Paragraph, Part
from rsnms_kg.facts.abbreviations import add_abbreviations
from rsnms_kg.facts.acts import add_citations
from rsnms_kg.facts.clauses import add_clauses
from rsnms_kg.facts.collection import Facts, clause_key, clause_ref, printed_number
from rsnms_kg.facts.dates import add_dates
from rsnms_kg.facts.head import Head, read_head, read_mark
from rsnms_kg.facts.identity import act_iri, region_of
from rsnms_kg.facts.links import add_party_links
from rsnms_kg.facts.model import (
    Agreement,
    AmendmentRule,
    Annex,
    Code,
    Fact,
    Obligation,
    Party,
    Ref,
    SignatureBlock,
    SubjectMatter,
    Validity,
)
from rsnms_kg.facts.obligations import add_obligations
from rsnms_kg.facts.parties import PREAMBLE, add_parties, preamble
from rsnms_kg.facts.references import add_references
from rsnms_kg.facts.signature_lines import looks_like_signature
from rsnms_kg.facts.signatures import add_signatures
from rsnms_kg.facts.targets import add_targets, is_target_table
from rsnms_kg.facts.validity import add_provisions
from rsnms_kg.facts.wording import add_wording
from rsnms_kg.knowledge.lexicon import recognise

ANNEX = "приложение"


def read_agreement(document: Document) -> Facts:
    """Return the facts of an agreement."""
    body = document.body
    stretch = preamble(body.opening, document.level)
    head = read_head(document, [block for block in body.opening if stretch is None or block.start < stretch[0]])
    region = _region(document, stretch)
    iri = act_iri("agreement", head.number, head.date, _words(document, stretch), document.sha256[:12])
    facts = Facts(document, "agreement", iri)
    _add_act(facts, head, region)
    if stretch:
        add_parties(facts, *stretch)
        for block in body.opening:
            if isinstance(block, Paragraph) and block.start >= stretch[0]:
                add_citations(facts, block, "body/preamble", PREAMBLE, None)
                add_abbreviations(facts, block, "body/preamble", PREAMBLE, None)
    add_clauses(facts)
    add_provisions(facts, body)
    add_obligations(facts, body)
    _add_annexes(facts)
    _add_signatures(facts)
    add_references(facts)
    _add_mentions(facts)
    add_party_links(facts)
    add_dates(facts)
    add_wording(facts)
    _link(facts)
    return facts


def _add_act(facts: Facts, head: Head, region: Code | None) -> None:
    facts.put(Agreement(
        key="", clause_label=head.label, start=head.start, end=head.end, order=1,
        title=head.title, number=head.number, date=head.date, date_words=head.date_words, place=head.place,
        region=region, act_type=Code("act-type", "agreement"),
    ))  # fmt: skip


def _link(facts: Facts) -> None:
    """Say of the agreement what it has."""

    def keys(kind: type[Fact]) -> tuple[Ref, ...]:
        return tuple(Ref(fact.key) for fact in facts.of(kind))

    facts.replace(replace(
        facts.of(Agreement)[0],
        has_party=keys(Party),
        has_subject_matter=keys(SubjectMatter),
        has_validity=keys(Validity),
        has_amendment_rule=keys(AmendmentRule),
        has_obligation=keys(Obligation),
        has_signature_block=tuple(Ref(block.key) for block in facts.of(SignatureBlock) if block.annex is None),
    ))  # fmt: skip


def _words(document: Document, stretch: tuple[int, int] | None) -> str:
    return document.level[slice(*stretch)] if stretch else ""


def _region(document: Document, stretch: tuple[int, int] | None) -> Code | None:
    """The region whose bodies conclude the agreement: named in the preamble or else anywhere."""
    return region_of(_words(document, stretch)) or region_of(document.level[:5000])


def _add_annexes(facts: Facts) -> None:
    document = facts.document
    for part in document.annexes:
        label = annex_label(document, part)
        title = part.title or part.marked
        start, end = (title.start, title.end) if title else (part.start, part.end)
        number, day = read_mark(document, part)
        facts.put(Annex(
            key=f"annex-{part.ordinal}", clause_label=label, start=start, end=end, order=len(facts) + 1,
            printed_label=facts.quote(part.marked.start, part.marked.end) if part.marked else None,
            title=facts.quote(part.title.start, part.title.end) if part.title else None,
            annex_number=printed_number(document, part), marked_number=number, marked_date=day,
        ))  # fmt: skip
        for table in part.tables():
            if is_target_table(table):
                add_targets(facts, part, table, label)
    for table in document.body.tables():  # some papers put the targets into the body
        if is_target_table(table):
            add_targets(facts, document.body, table, "таблица")


def annex_label(document: Document, part: Part) -> str:
    """Return how people cite an annex: «приложение», or «приложение 2» where there are several."""
    number = printed_number(document, part)
    return ANNEX if len(document.annexes) == 1 else f"{ANNEX} {number or part.ordinal}"


def _add_signatures(facts: Facts) -> None:
    document = facts.document
    for part in document.parts:
        blocks, label = _signature_blocks(document, part)
        if part.ordinal:
            label = annex_label(document, part)
        add_signatures(facts, part, blocks, label, Ref(f"annex-{part.ordinal}") if part.ordinal else None)


def _signature_blocks(document: Document, part: Part) -> tuple[list[Block], str]:
    """The blocks from where the signatures of a part begin: under their heading, or at the first that looks so."""
    for node in part.root.children:
        if node.head and recognise("section", document.words(node.head)) == "signatures":
            blocks: list[Block] = [*node.tail, *(child.head for child in node.children if child.head)]
            return sorted(blocks, key=lambda block: block.start), node.name or "подписи"
    below = [block for block in part.blocks if isinstance(block, Paragraph) or not is_target_table(block)]
    first = len(below)
    while first and _may_be_signature(document, below[first - 1]):
        first -= 1
    while first < len(below) and not looks_like_signature(document.level, below[first]):
        first += 1
    return below[first:], "подписи"


def _may_be_signature(document: Document, block: Block) -> bool:
    """A line between two that look like signatures may be the second line of a post."""
    if looks_like_signature(document.level, block):
        return True
    text = document.level[block.start : block.end]
    return (
        isinstance(block, Paragraph)
        and block.label is None
        and len(text) < 150
        and not text.rstrip("* ").endswith((".", ";"))
        and not block.emphasised
    )


def _add_mentions(facts: Facts) -> None:
    """Add the acts cited and the short forms declared in clauses."""
    for part in facts.document.parts:
        for node in part.clauses():
            for paragraph in node.paragraphs():
                place = clause_key(part, node), node.name, clause_ref(part, node)
                add_citations(facts, paragraph, *place)
                add_abbreviations(facts, paragraph, *place)
