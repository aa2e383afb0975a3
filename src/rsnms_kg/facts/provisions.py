"""The provisions of a regulation: subjects with their functions, lists of every other kind, statements."""

from __future__ import annotations

from dataclasses import replace

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part, Table
from rsnms_kg.facts.collection import Facts, body_span
from rsnms_kg.facts.context import SHORT, Context, after, introduces, is_unknown, lead_among_items
from rsnms_kg.facts.doubts import add_doubt
from rsnms_kg.facts.editions import is_repealed
from rsnms_kg.facts.items import LISTS, add_item, add_provision
from rsnms_kg.facts.leads import SEVERAL, looks_like_name, read_lead
from rsnms_kg.facts.leaves import add_leaf, states
from rsnms_kg.facts.statements import add_statements, add_told_functions, is_monitoring
from rsnms_kg.facts.subject_tables import add_table
from rsnms_kg.facts.subjects import add_function, introduce, name_span
from rsnms_kg.facts.terms import add_term_at
from rsnms_kg.knowledge.lexicon import begins_with, recognise
from rsnms_kg.russian.words import may_be, words


def add_provisions(facts: Facts, part: Part) -> None:
    """Add what every clause and every table of a regulation provides."""
    _visit_children(facts, part, part.root, Context())
    for block in (*part.opening, *part.root.tail):
        if isinstance(block, Table):
            add_table(facts, part, None, block, None)


def _visit(facts: Facts, part: Part, node: Node, context: Context) -> None:
    """Add what a clause and all below it provide."""
    assert node.head is not None
    if _is_repealed(facts, node):
        return
    if not node.children and not _is_title(facts, node):
        add_leaf(facts, part, node, context)
        _add_tail(facts, part, node, _below_head(facts, part, node, context))
        return
    start, end = body_span(facts.document, node.head)
    lead = read_lead(facts, facts.document.level[start:end])
    if _among_subjects(facts, node, context) and introduces(facts, node, lead):
        subject = introduce(facts, part, node, context.level, *name_span(facts, node))
        below = replace(context, kind="function", direct=True, bearer=subject, modality=lead.modality)
    else:
        below = after(facts, part, node, context, lead, node.head)
        if (not lead.kind and not lead.named) or lead.kind == "indicator":
            _add_sentences_of_head(facts, part, node)
    _visit_children(facts, part, node, below)
    _add_tail(facts, part, node, below)


def _is_title(facts: Facts, node: Node) -> bool:
    """Tell whether a clause without clauses below it only heads a table or paragraphs."""
    assert node.head is not None
    if any(isinstance(block, Table) for block in node.tail):
        return True
    return len(node.path) == 1 and bool(node.tail) and not facts.document.words(node.head).endswith((".", ";", ":"))


def _below_head(facts: Facts, part: Part, node: Node, context: Context) -> Context:
    """What holds for paragraphs without labels below a lead-in: «Используются понятия:», then a term a line."""
    assert node.head is not None
    start, end = body_span(facts.document, node.head)
    text = facts.document.level[start:end]
    if not node.tail or not text.endswith(":"):
        return context
    return after(facts, part, node, context, read_lead(facts, text), node.head)


def _visit_children(facts: Facts, part: Part, node: Node, above: Context) -> None:
    """Visit the clauses below one, each in the light of the lead-in right above it."""
    current, last, doubted = above, node.head, False
    bare: set[str] = set()  # «Функции:» without a name
    for child in node.children:
        paragraph = node.lead(child)
        if paragraph is not None and paragraph is not last:
            start, end = body_span(facts.document, paragraph)
            lead = read_lead(facts, facts.document.level[start:end])
            current, last = after(facts, part, node, above, lead, paragraph), paragraph
            if lead.kind == "function" and lead.bearer is None and lead.name is None:
                said = facts.document.words(paragraph)
                if said in bare and current.bearer is not None:  # the name of another subject was left out above it
                    add_doubt(facts, "functions-without-bearer", part, node, start, end)
                bare.add(said)
        inner = lead_among_items(facts, part, child, current)
        if inner is not None:
            current = inner
            continue
        if child.listed and is_unknown(current) and not doubted and last is not None:
            doubted = True
            reason = "functions-without-bearer" if current.kind == "function" else "unknown-list"
            add_doubt(facts, reason, part, node, *body_span(facts.document, last))
        _add_child(facts, part, child, current)


def _add_child(facts: Facts, part: Part, child: Node, context: Context) -> None:
    """Add an item of a list as what its list holds; visit any other clause."""
    assert child.head is not None
    if _is_repealed(facts, child):
        return
    kind = context.kind if context.direct or _among_subjects(facts, child, context) else None
    if kind == "function" and context.bearer is not None:
        _add_function(facts, part, child, context)
    elif child.children:
        _visit(facts, part, child, context)
    elif kind == "subject":
        _add_subject_item(facts, part, child, context)
    elif kind in LISTS and (child.listed or not states(facts, child)):
        add_item(facts, part, child, kind)
        _add_tail(facts, part, child, context)
    else:
        _visit(facts, part, child, context)


def _among_subjects(facts: Facts, node: Node, context: Context) -> bool:
    """Tell whether a clause stands among the subjects of a level: below a lead-in, or below a heading and a name."""
    assert node.head is not None
    if context.kind != "subject" or context.direct:
        return context.kind == "subject"
    return context.level is not None and looks_like_name(facts.document.words(node.head)[:SHORT])


def _add_function(facts: Facts, part: Part, child: Node, context: Context) -> None:
    """Add the function that an item gives, or those of the list below «в сфере диагностики:»."""
    assert context.bearer is not None and child.head is not None
    start, end = body_span(facts.document, child.head)
    text = facts.document.level[start:end]
    if child.children:
        lead = read_lead(facts, text)
        if lead.bearer is not None and lead.bearer is not context.bearer:
            _visit(facts, part, child, context)
            return
        if text.endswith(":") and (lead.kind == "function" or any(may_be(word, "PREP") for word in words(text)[:1])):
            _visit_children(facts, part, child, replace(context, modality=lead.modality))
            return
    add_function(facts, part, child, context.bearer, context.modality)
    for below in child.walk():
        _add_tail(facts, part, below, context)


def _add_subject_item(facts: Facts, part: Part, child: Node, context: Context) -> None:
    """Add the subject that an item of a list names; «… осуществляет диагностику» after the name is its function."""
    assert child.head is not None
    start, end = name_span(facts, child)
    tells = not looks_like_name(facts.document.level[start:end])
    if tells and add_told_functions(facts, part, child, start, end):
        return
    introduce(facts, part, child, context.level, start, end)
    if tells:  # «Педагогические советы, которые определяют …»: now that they are known
        add_told_functions(facts, part, child, start, end)
    _add_tail(facts, part, child, context)


def _add_tail(facts: Facts, part: Part, node: Node, context: Context) -> None:
    """Add what stands in a clause outside its lists: paragraphs and tables."""
    leads = list(node.leads.values())
    for block in node.tail:
        if isinstance(block, Table):
            add_table(facts, part, node, block, context.level or _level_of(facts, node))
        elif block not in leads:
            if context.kind == "term" and context.direct and add_term_at(facts, part, node, block):
                continue
            if context.kind not in ("function", "subject") and _add_told_item(facts, part, node, block):
                continue  # a goal that stands among the functions of a subject is its own and not the system's
            add_statements(facts, part, node, block, told=context.kind == "function" and context.bearer is None)


def _add_told_item(facts: Facts, part: Part, node: Node, paragraph: Paragraph) -> bool:
    """Add a goal, a task or a principle that a paragraph without a number names: «Цель РСНМС – …»."""
    start, end = body_span(facts.document, paragraph)
    kind = begins_with("section", facts.document.level[start:end])
    if kind in SEVERAL and kind is not None:
        add_provision(facts, part, node, kind, start, end)
    return kind in SEVERAL


def _add_sentences_of_head(facts: Facts, part: Part, node: Node) -> None:
    """A clause above a list may state something: «РСНМС имеет два уровня. Показатели:», «Мониторинг проводят …:»."""
    assert node.head is not None
    text = facts.document.words(node.head)
    if (not text.endswith(":") and len(text) > SHORT) or (text.endswith(":") and is_monitoring(text)):
        add_statements(facts, part, node, node.head)


def _is_repealed(facts: Facts, node: Node) -> bool:
    """Tell whether nothing is left of a clause but the note that it has lost force."""
    assert node.head is not None
    return is_repealed(facts.document.words(node.head))


def _level_of(facts: Facts, node: Node) -> str | None:
    return recognise("level", facts.document.words(node.head)[:SHORT]) if node.head else None
