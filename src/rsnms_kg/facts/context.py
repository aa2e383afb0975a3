"""What lead-ins and headings above a clause say of it, from section to list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part
from rsnms_kg.facts.collection import Facts, body_span
from rsnms_kg.facts.items import LISTS
from rsnms_kg.facts.leads import Lead, looks_like_name, read_lead
from rsnms_kg.facts.model import SubjectType
from rsnms_kg.facts.subjects import introduce, introduce_bearer, name_span
from rsnms_kg.knowledge.lexicon import begins_with

SHORT = 200


@dataclass(frozen=True, slots=True)
class Context:
    """What the clauses and lead-ins above a clause say of it.

    ``direct`` is true right below a lead-in, where every clause is an item of its list; ``named`` are the
    kinds of lists that the heading names; ``bearer`` is the subject whose functions follow.
    """

    kind: str | None = None
    direct: bool = False
    bearer: SubjectType | None = None
    modality: str = "obligation"
    level: str | None = None
    named: frozenset[str] = frozenset()


def after(facts: Facts, part: Part, node: Node, above: Context, lead: Lead, paragraph: Paragraph) -> Context:
    """What holds below a lead-in or a heading."""
    start, end = body_span(facts.document, paragraph)
    text = facts.document.level[start:end]
    direct = text.endswith(":")
    level = lead.level or above.level
    context = replace(above, level=level, direct=direct, named=lead.named or above.named)
    if lead.kind == "function":
        bearer = lead.bearer
        if bearer is None and lead.name is not None:
            bearer = introduce_bearer(facts, part, node, lead, level, start)
        bearer = bearer or above.bearer
        return replace(context, kind="function", bearer=bearer, modality=lead.modality, direct=bearer is not None)
    if lead.kind is not None:
        return replace(context, kind=lead.kind, bearer=None, modality="obligation")
    if lead.named:
        return replace(context, kind=None, bearer=None)
    if lead.level and above.kind != "function":
        return replace(context, kind="subject", bearer=None, direct=direct or _lists_names(facts, node))
    if direct and above.kind in ("function", "subject") and looks_like_name(text):
        named = Lead("function", name=(0, len(text)))
        bearer = introduce_bearer(facts, part, node, named, level, start)
        return replace(context, kind="function", bearer=bearer)
    return replace(context, kind=above.kind, direct=direct and above.direct)


def lead_among_items(facts: Facts, part: Part, child: Node, context: Context) -> Context | None:
    """What holds after an item that is a lead-in itself: «– институт:» with items of the same mark below it."""
    assert child.head is not None
    start, end = body_span(facts.document, child.head)
    text = facts.document.level[start:end]
    if child.children or not child.listed or not text.endswith(":"):
        return None
    lead = read_lead(facts, text)
    if context.kind == "subject" and context.direct and lead.bearer is None and looks_like_name(text):
        subject = introduce(facts, part, child, context.level, start, end)
        return replace(context, kind="function", bearer=subject)
    if lead.kind is None and lead.level is None:
        return None
    return after(facts, part, child, context, lead, child.head)


def _lists_names(facts: Facts, node: Node) -> bool:
    """Tell whether the clauses below a heading without a colon name subjects."""
    heads = [child.head for child in node.children if child.head]
    return bool(heads) and all(looks_like_name(facts.document.words(head)[:SHORT]) for head in heads)


def is_unknown(context: Context) -> bool:
    """Tell whether no word above a list says what it holds."""
    return context.kind is None or (context.kind == "function" and context.bearer is None)


def introduces(facts: Facts, node: Node, lead: Lead) -> bool:
    """Tell whether a clause among the subjects of a level names one, and does not only head a list of them."""
    if lead.kind in ("subject", *LISTS):
        return False
    text = facts.document.level[slice(*name_span(facts, node))]
    if not text.strip(" ."):
        return False
    if lead.kind == "function" and lead.bearer is None and lead.name is None and begins_with("section", text):
        return False  # «Функции:» where a name should stand
    return not (lead.level and not looks_like_name(text))
