"""An order: what it approves and encloses, its control, force and signature; the numbers of annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import recognise
from rsnms_kg.outcome.functions.breach import Breach, facts, number, pointing, text, value

_NUMBERED = re.compile(r"приложени\w*\s*(?:(?:№|N)\s*)?(?P<number>\d{1,2})?(?!\d)", re.IGNORECASE)
_ENCLOSED = re.compile(r"прилага(?:ем|ет|ют)", re.IGNORECASE)
_OF = 80  # characters after the number that tell to which paper an annex belongs


def unapproved_annex(graph: Graph) -> Iterator[Breach]:
    """ORDER-APPROVES: the order refers to an annex that is an act of its own, and does not approve it."""
    for annex in facts(graph, "Annex"):
        held = value(graph, annex, "holds")
        approved = any(True for _ in pointing(graph, "approvedAct", annex))
        by_order = any("/body/" in str(reference) for reference in pointing(graph, "target", annex))
        if facts(graph, "Approval") and held is not None and by_order and not approved:
            yield Breach(annex)


def nothing_enclosed(graph: Graph) -> Iterator[Breach]:
    """ORDER-ENCLOSED: a clause approves what is «enclosed», and no annex is it."""
    for approval in facts(graph, "Approval"):
        enclosed = _ENCLOSED.search(text(graph, approval, "quote") or "")
        numbered = number(graph, approval, "annexNumber") is not None  # a reference, which is checked as one
        if enclosed and not numbered and value(graph, approval, "approvedAct") is None:
            yield Breach(approval)


def uncontrolled(graph: Graph) -> Iterator[Breach]:
    """ORDER-CONTROL: no clause says who controls that the order is carried out."""
    yield from _without(graph, "ControlAssignment")


def without_force(graph: Graph) -> Iterator[Breach]:
    """ORDER-FORCE: no clause says when the order enters into force."""
    yield from _without(graph, "EntryIntoForce")


def unsigned(graph: Graph) -> Iterator[Breach]:
    """ORDER-SIGNED: nobody signed the order; data that were published without signatures are no paper."""
    yield from (breach for breach in _without(graph, "Signature") if text(graph, breach.focus, "quote"))


def misnumbered_annex(graph: Graph) -> Iterator[Breach]:
    """ANNEX-NUMBER: annexes of one paper are not numbered 1, 2, 3 …; one alone may go without a number."""
    if any(value(graph, reference, "target") is None for reference in facts(graph, "AnnexReference")):
        return  # the reference and the number do not fit, and the reference is told
    series: dict[str, list[tuple[Node, int | None]]] = {}
    for annex in facts(graph, "Annex"):
        label = text(graph, annex, "printedLabel") or ""
        marked = _NUMBERED.match(label.strip("* "))
        if marked:
            # An annex that does not say to what it is belongs with those before it.
            of = recognise("act-type", label[marked.end() : marked.end() + _OF]) or next(reversed(series), "")
            series.setdefault(of, []).append((annex, int(marked["number"]) if marked["number"] else None))
    for annexes in series.values():
        if len(annexes) > 1 or annexes[0][1] is not None:
            yield from _out_of_order(annexes)


def _out_of_order(annexes: list[tuple[Node, int | None]]) -> Iterator[Breach]:
    """The first annex whose number is not the next one: those below it follow from its number."""
    for expected, (annex, printed) in enumerate(annexes, start=1):
        if printed != expected:
            shown = str(printed) if printed is not None else Bilingual("нет", "none")
            yield Breach(annex, {"expectedAnnex": str(expected), "printedAnnex": shown})
            return


def _without(graph: Graph, kind: str) -> Iterator[Breach]:
    if not facts(graph, kind):
        yield from (Breach(order) for order in facts(graph, "Order"))
