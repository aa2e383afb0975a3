"""Signatures against the parties and the persons that the preamble names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import head_words
from rsnms_kg.outcome.functions.breach import Breach, day, facts, names_code, pointing, python, text, value
from rsnms_kg.outcome.functions.names import other_municipality, other_region
from rsnms_kg.outcome.functions.territories import akin, territories
from rsnms_kg.russian.names import same_surname
from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import content_lemmas, dictionary_forms, lemma, may_be, words

_ACTING = re.compile(r"\s*(?:временно\s+)?(?:и\s*\.\s*о\s*\.|врио|врип|исполняющ\w+\s+обязанности)\s*", re.IGNORECASE)
# What an institution is called where the preamble names a unit of it as the party.
_ONE_NAME = Bilingual(
    "полное имя учреждения, одно в преамбуле и в подписи",
    "the full name of the institution, one in preamble and signature",
)


def party_without_signature(graph: Graph) -> Iterator[Breach]:
    """SIGNATURE-PARTY: a block of signatures has none of a party."""
    for block in facts(graph, "SignatureBlock"):
        signed = {value(graph, signature, "party") for signature in pointing(graph, "block", block)}
        for party in facts(graph, "Party"):
            if party not in signed:
                name = text(graph, party, "name") or ""
                yield Breach(block, {"party.name": name})


def undated_signature(graph: Graph) -> Iterator[Breach]:
    """SIGNATURE-DATE: a signature is not dated, though another of the same block is."""
    signatures = facts(graph, "Signature")
    dated = {value(graph, signature, "block") for signature in signatures if day(graph, signature)}
    for one in signatures:
        if value(graph, one, "block") in dated and day(graph, one) is None and not text(graph, one, "dateWords"):
            yield Breach(one)


def other_signatory(graph: Graph) -> Iterator[Breach]:
    """SIGNATURE-MATCH: the name in a signature cannot be the representative's, in whatever case."""
    for signature, person in _signed_for(graph):
        signed, named = text(graph, signature, "surname"), text(graph, person, "surname")
        if not signed or not named:
            continue
        initials = text(graph, signature, "initials"), text(graph, person, "initials")
        feminine = python(graph, person, "feminine")
        if initials[0] != initials[1] or not same_surname(named, signed, feminine):
            yield Breach(signature, {"expectedName": text(graph, person, "nominative") or named})


def other_post(graph: Graph) -> Iterator[Breach]:
    """SIGNATURE-POST: the posts in a signature and in the preamble are different ones, or of different territories."""
    for signature, person in _signed_for(graph):
        signed, named = text(graph, signature, "post"), text(graph, person, "post")
        due = _due_territory(graph, signature, person)
        other = signed and named and (_rank(signed) != _rank(named) or _headed_apart(signed, named))
        if due and not territories(named or ""):
            yield Breach(signature, {"duePost": f"{named or ''} {due}".strip()})
        elif due or other:
            yield Breach(signature, {"duePost": named or ""})


def _due_territory(graph: Graph, signature: Node, person: Node) -> str | None:
    """The municipality of the preamble where the post in a signature names another one, as the preamble names it."""
    party = value(graph, signature, "party")
    named = [text(graph, person, "post"), text(graph, party, "name") if party is not None else None]
    due = territories(*filter(None, named))
    signed = territories(text(graph, signature, "post") or "")
    apart = due and signed and not any(akin(one, other) for one in due for other in signed)
    return next(iter(due.values())) if apart else None


def other_organisation(graph: Graph) -> Iterator[Breach]:
    """SIGNATURE-ORGANISATION: a signature uses words for the organisation that the preamble does not."""
    foreign = _foreign_names(graph)
    for signature, person in _signed_for(graph):
        party = value(graph, signature, "party")
        signed = text(graph, signature, "post")
        if party is None or not signed or _due_territory(graph, signature, person):
            continue  # the post is another one: SIGNATURE-POST tells it
        said = " ".join(
            filter(
                None,
                [text(graph, party, "name"), text(graph, party, "shortName"), text(graph, person, "post")],
            )
        )
        known = {form for word in words(said) for form in dictionary_forms(word)}
        strange = [
            word
            for word in words(signed)
            if not word.isupper() and len(word) > 2 and dictionary_forms(word).isdisjoint(known) and word not in foreign
        ]
        if strange and _rank(signed) == _rank(text(graph, person, "post") or signed):
            unit = names_code(value(graph, party, "organisationKind"), "organisation-head", "unit")
            due = _ONE_NAME if unit else text(graph, party, "name") or ""
            yield Breach(signature, {"otherWords": _quoted_words(strange), "dueName": due})


def _quoted_words(strange: list[str]) -> Bilingual:
    listed = ", ".join(f"«{word}»" for word in dict.fromkeys(strange))
    many = len(set(strange)) > 1
    return Bilingual(f"{'слов' if many else 'слова'} {listed}", f"the {'words' if many else 'word'} {listed}")


def _foreign_names(graph: Graph) -> set[str]:
    """The words of regions and municipalities that are not the paper's; they are told as such wherever they stand."""
    told = (*other_region(graph), *other_municipality(graph))
    return {word for breach in told for word in words(text(graph, breach.focus, "name") or "")}


def _signed_for(graph: Graph) -> Iterator[tuple[Node, Node]]:
    """Signatures with the persons who act for their parties."""
    for signature in facts(graph, "Signature"):
        party = value(graph, signature, "party")
        person = value(graph, party, "representedBy") if party is not None else None
        if person is not None:
            yield signature, person


def _headed_apart(signed: str, named: str) -> bool:
    """Tell whether one post heads a body and the other a territory: «глава администрации», «глава округа»."""
    kinds = {_headed(signed), _headed(named)}
    return kinds == {"body", "territory"}


def _headed(post: str) -> str | None:
    """What the holder of a post heads by the first noun after the post's own, by the list of organisations."""
    acting = _ACTING.match(level(post))
    said = words(level(post[acting.end() :] if acting else post))
    nouns = [word for word in said[1:] if may_be(word, "NOUN", "gent")]
    return head_words("organisation-head").get(lemma(nouns[0])) if nouns else None


def _rank(post: str) -> tuple[bool, str]:
    """Whether a post is held in an acting capacity, and the noun that it begins with: (True, «ректор»)."""
    acting = _ACTING.match(level(post))
    lemmas = content_lemmas(post[acting.end() :] if acting else post)
    return acting is not None, lemmas[0] if lemmas else ""
