"""The parties of an agreement: their roles and their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts, label
from rsnms_kg.knowledge.terms import notation
from rsnms_kg.outcome.functions.breach import Breach, facts, first, names_code, pointing, text, value

_NONE = Bilingual("нет", "none")


def wrong_parties(graph: Graph) -> Iterator[Breach]:
    """PARTY-COUNT: a role of the tripartite agreement has no party, or there is a fourth one.

    It is told of the party that is too much, and of the first one where a party is missing. How many sides an
    agreement has is its own region's to say; but one whose preamble names more or fewer than sign it contradicts
    itself.
    """
    parties = facts(graph, "Party")
    agreement = first(graph, "Agreement")
    if agreement is None:
        return
    roles = Counter(_role(graph, party) for party in parties)
    place = parties[0] if parties else agreement
    of_region = not _is_tripartite(graph, agreement) and _names_its_sides(graph, parties)
    for role in sorted(concept.notation for concept in concepts("role")):
        if not roles[role]:
            name = label("role", role)
            yield Breach(place, {
                "fault": Bilingual(f"нет стороны в роли: {name.ru}", f"no party has the role: {name.en}"),
                "due": Bilingual(f"сторона в роли: {name.ru}", f"a party in the role: {name.en}"),
                "found": _NONE,
            }, of_region=of_region)  # fmt: skip
    if len(parties) > len(concepts("role")):
        odd = _too_much(graph, parties, roles)
        name_ = text(graph, odd, "name") or ""
        yield Breach(odd, {
            "fault": Bilingual(f"названа лишняя сторона: «{name_}»", f"there is one party too many: «{name_}»"),
            "due": Bilingual("три стороны, по одной в каждой роли", "three parties, one in each role"),
            "found": Bilingual(f"сторон: {len(parties)}", f"parties: {len(parties)}"),
        }, of_region=of_region)  # fmt: skip


def _is_tripartite(graph: Graph, agreement: Node) -> bool:
    """Tell whether an agreement says itself that it has three sides."""
    said = f"{text(graph, agreement, 'title') or ''} {text(graph, agreement, 'quote') or ''}"
    return "трехсторонн" in said.lower().replace("ё", "е")


def _names_its_sides(graph: Graph, parties: list[Node]) -> bool:
    """Tell whether the preamble names as many as sign."""
    signatures = [one for block in facts(graph, "SignatureBlock") if value(graph, block, "annex") is None
                  for one in pointing(graph, "block", block)]  # fmt: skip
    return len(parties) > 1 and len(signatures) == len(parties)


def territory_for_body(graph: Graph) -> Iterator[Breach]:
    """PARTY-SHORT-NAME: a body is called by the name of a territory for short."""
    for party in facts(graph, "Party"):
        body = names_code(value(graph, party, "organisationKind"), "organisation-head", "body")
        territory = names_code(value(graph, party, "shortNameKind"), "organisation-head", "territory")
        if body and territory:
            yield Breach(party)


def _too_much(graph: Graph, parties: list[Node], roles: Counter[str | None]) -> Node:
    """The last party without a role, or else the last one in a role that another has too."""
    without = [party for party in parties if _role(graph, party) is None]
    twice = [party for party in parties if roles[_role(graph, party)] > 1]
    return (without or twice or parties)[-1]


def _role(graph: Graph, party: Node) -> str | None:
    role = value(graph, party, "role")
    return notation(role) if isinstance(role, URIRef) else None
