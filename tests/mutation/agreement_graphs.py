"""Operators on the graph of an agreement: one fault each, at every fact where it fits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, XSD
from rdflib.term import Node

from mutation.edits import (
    Edit,
    act,
    besides,
    copied,
    day_of,
    facts,
    gone,
    lost,
    one,
    otherwise,
    pointing,
    said,
    text,
    whole,
)
from rsnms_kg.knowledge.terms import RSNMS, code

# --- values -------------------------------------------------------------------------------------


def date(day: dt.date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)


def later_than_paper(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return date(day_of(one(graph, act(graph, fact), "date")) + dt.timedelta(days=random.choice([1, 30, 366, 4000])))


def another_day(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return date(day_of(old) + dt.timedelta(days=random.choice([-365, -31, -1, 1, 17])))


def before_the_paper(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return date(day_of(one(graph, act(graph, fact), "date")) - dt.timedelta(days=random.choice([1, 200, 2000])))


def another_surname(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return text(random.choice(["Стрельников", "Журавлёва", "Гончаренко", "Мкртчян"]))


def other_initials(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    first, second = str(old)
    return text(random.choice([second + first if first != second else "ЩЩ", first + "Щ", "Щ" + second]))


def another_number(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return text(str(int(str(old)) + random.choice([1, 5, 40])))


def another_parent(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    *above, last = str(old).split(".")
    return text(".".join([*above, str(int(last) + random.choice([1, 2, 7]))]))


def code_of(scheme: str, *notations: str):  # type: ignore[no-untyped-def]
    return lambda graph, fact, old, random: URIRef(code(scheme, random.choice(notations)))


def of_bodies(scheme: str, notation: str):  # type: ignore[no-untyped-def]
    """A code for a party that is a body, nothing for others."""

    def new(graph: Graph, fact: Node, old: Node, random: Random) -> Node | None:
        body = one(graph, fact, "organisationKind") == URIRef(code("organisation-head", "body"))
        return URIRef(code(scheme, notation)) if body else None

    return new


def deputy(graph: Graph, fact: Node, old: Node, random: Random) -> Node | None:
    words = str(old)
    return text(random.choice([f"И. о. {words[0].lower()}{words[1:]}", f"Заместитель {words[0].lower()}{words[1:]}"]))


def of_another_territory(graph: Graph, fact: Node, old: Node, random: Random) -> Node | None:
    own = re.compile(r"[А-Я][а-яё]+ого(?=\s(?:муниципального\s)?(?:округа|района))")
    return text(own.sub(random.choice(["Дальнего", "Кологривского"]), str(old))) if own.search(str(old)) else None


def of_another_house(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return text(f"{old} {random.choice(['Водоканала', 'Театра кукол', 'Метрополитена'])}")


# --- clauses ------------------------------------------------------------------------------------


def sibling_above(graph: Graph, clause: Node, random: Random) -> Node | None:
    return one(graph, clause, "previousClause")


def one_skipped(graph: Graph, clause: Node, random: Random) -> Node | None:
    found = one(graph, clause, "expectedNumber")
    return text(str(found)) if one(graph, clause, "previousClause") is not None and found is not None else None


def below_the_one_above(graph: Graph, clause: Node, old: Node, random: Random) -> Node | None:
    above = one(graph, clause, "previousClause")
    ordinal = one(graph, above, "ordinal") if above is not None else None
    return Literal(int(str(ordinal)) - random.choice([1, 2, 3])) if ordinal is not None else None


# --- annexes, signatures, parties ----------------------------------------------------------------


def unreferred(graph: Graph, random: Random) -> Iterator[Edit]:
    """Every reference to an annex is taken out, and every approval by which it is known."""
    for annex in facts(graph, "Annex"):
        referring = pointing(graph, "target", annex)
        approving = frozenset((node, RSNMS.approvedAct, annex) for node in pointing(graph, "approvedAct", annex))
        yield Edit(annex, whole(graph, referring) | approving)


def unsigned(graph: Graph, random: Random) -> Iterator[Edit]:
    for block in facts(graph, "SignatureBlock"):
        annex = one(graph, block, "annex")
        if annex is not None:
            yield Edit(annex, whole(graph, [block, *pointing(graph, "block", block)]))


def nothing_signed(graph: Graph, random: Random) -> Iterator[Edit]:
    (agreement,) = facts(graph, "Agreement")
    yield Edit(agreement, whole(graph, [*facts(graph, "SignatureBlock"), *facts(graph, "Signature")]))


def only_the_annex_signed(graph: Graph, random: Random) -> Iterator[Edit]:
    (agreement,) = facts(graph, "Agreement")
    for block in facts(graph, "SignatureBlock"):
        if one(graph, block, "annex") is None:
            yield Edit(agreement, whole(graph, [block, *pointing(graph, "block", block)]))


def duties_of_another(graph: Graph, random: Random) -> Iterator[Edit]:
    """All that a party owes goes to another party."""
    parties = facts(graph, "Party")
    for party in parties:
        other = random.choice([one for one in parties if one != party])
        owed = pointing(graph, "bearer", party)
        yield Edit(
            party, frozenset((duty, RSNMS.bearer, party) for duty in owed),
            frozenset((duty, RSNMS.bearer, other) for duty in owed),
        )  # fmt: skip


def role_lost(graph: Graph, random: Random) -> Iterator[Edit]:
    """A party without its role; that a role is missing is told at the first party."""
    parties = facts(graph, "Party")
    for party in parties:
        yield Edit(parties[0], said(graph, party, "role"))


def one_party_more(graph: Graph, random: Random) -> Iterator[Edit]:
    """A party is there twice, with its signatures and duties."""
    for party in facts(graph, "Party"):
        twin = URIRef(f"{party}-twin")
        agreement = act(graph, party)
        added = copied(graph, party, twin) | {(agreement, RSNMS.hasParty, twin)}
        added |= {(duty, RSNMS.bearer, twin) for duty in pointing(graph, "bearer", party)}
        for signature in pointing(graph, "party", party):
            added |= copied(graph, signature, URIRef(f"{signature}-twin"), party=twin)
        yield Edit(twin, added=frozenset(added))


# --- demands of a regulation ----------------------------------------------------------------------


def without_topic(kind: str, topic: str):  # type: ignore[no-untyped-def]
    """Nothing of a class speaks of a topic any more; found at the paper, or at the one fact of the class."""

    def edits(graph: Graph, random: Random) -> Iterator[Edit]:
        (agreement,) = facts(graph, "Agreement")
        wanted, asked = URIRef(code("topic", topic)), facts(graph, kind)
        spoken = frozenset((fact, RSNMS.topic, wanted) for fact in asked)
        yield Edit(asked[0] if len(asked) == 1 else agreement, spoken & set(graph))

    return edits


def after_the_roadmap(graph: Graph, random: Random) -> Iterator[Edit]:
    """The agreement and its signatures bear a day after the one that the roadmap sets."""
    (agreement,) = facts(graph, "Agreement")
    day = date(dt.date(2021, 9, 15) + dt.timedelta(days=random.choice([1, 2, 45])))
    dated = [agreement, *facts(graph, "Signature")]
    yield Edit(
        agreement, frozenset(triple for fact in dated for triple in said(graph, fact, "date")),
        frozenset((fact, RSNMS.date, day) for fact in dated),
    )  # fmt: skip


def at_agreement(graph: Graph, fact: Node) -> Node | None:
    return graph.value(fact, DCTERMS.isPartOf)


def at_block(graph: Graph, signature: Node) -> Node | None:
    return one(graph, signature, "block")


# requirement → name of an operator → its edits, and what may come with it
OPERATORS = {
    "META-NUMBER": {"the number is lost": lost("Agreement", "number")},
    "META-DATE": {"the date is lost": lost("Agreement", "date")},
    "META-PLACE": {"the place is lost": lost("Agreement", "place")},
    "META-TITLE": {"the title is lost": lost("Agreement", "title")},
    "NUM-DUPLICATE": {"a number stands twice": besides("Clause", "repeats", sibling_above)},
    "NUM-GAP": {"a number is skipped": besides("Clause", "skippedNumber", one_skipped)},
    "NUM-ORDER": {"a number goes down": otherwise("Clause", "ordinal", below_the_one_above)},
    "NUM-PARENT": {"the number of another parent": otherwise("Clause", "numberPrefix", another_parent)},
    "NUM-ROW": {"the number of another row": otherwise("IndicatorRow", "number", another_number)},
    "REF-CLAUSE": {"the clause is not there": lost("ClauseReference", "target")},
    "ANNEX-PRESENT": {"the annex is not there": lost("AnnexReference", "target")},
    "ANNEX-LABEL": {"the label is lost": lost("Annex", "printedLabel")},
    "ANNEX-REFERRED": {"no clause refers to it": unreferred},
    "ANNEX-SIGNED": {"the annex is not signed": unsigned},
    "DATE-CITED": {"a cited act is later": otherwise("ActCitation", "date", later_than_paper)},
    "DATE-IMPOSSIBLE": {"no such day": lost("DateMention", "date")},
    "DATE-SIGNED": {"signed on another day": otherwise("Signature", "date", another_day)},
    "PARTY-COUNT": {
        "a party without its role": role_lost, "one party more": one_party_more,
    },
    "PARTY-REPRESENTATIVE": {"nobody acts": lost("Party", "representedBy")},
    "PARTY-AUTHORITY": {"on no authority": lost("Representative", "authority")},
    "PARTY-LEGAL-PERSON": {
        "a unit": otherwise("Party", "organisationKind", code_of("organisation-head", "unit")),
        "a person": otherwise("Party", "organisationKind", code_of("organisation-head", "person")),
    },
    "PARTY-SHORT-NAME": {
        "named after a territory": otherwise("Party", "shortNameKind", of_bodies("organisation-head", "territory")),
    },
    "SUBJECT-MATTER": {"no subject matter": gone("SubjectMatter", at_agreement)},
    "OBLIGATION-BEARER": {"nobody bears it": lost("Obligation", "bearer")},
    "OBLIGATION-PARTY": {"moved to another bearer": duties_of_another},
    "OBLIGATION-NEGATED": {"negated": otherwise("Obligation", "modality", code_of("modality", "exemption"))},
    "OBLIGATION-RIGHT": {"a right": otherwise("Obligation", "modality", code_of("modality", "permission"))},
    "SIGNATURE-BLOCK": {"nothing is signed": nothing_signed, "only the annex is signed": only_the_annex_signed},
    "SIGNATURE-PARTY": {"a signature is lost": gone("Signature", at_block)},
    "SIGNATURE-NAME": {"a signature without a name": lost("Signature", "signatory", "surname", "initials")},
    "SIGNATURE-MATCH": {
        "another surname": otherwise("Signature", "surname", another_surname),
        "other initials": otherwise("Signature", "initials", other_initials),
    },
    "SIGNATURE-POST": {
        "another post": otherwise("Signature", "post", deputy),
        "of another territory": otherwise("Signature", "post", of_another_territory),
    },
    "SIGNATURE-ORGANISATION": {"another house": otherwise("Signature", "post", of_another_house)},
    "SIGNATURE-DATE": {"a signature without a date": lost("Signature", "date")},
    "AMENDMENT-RULE": {"no way to change it": gone("AmendmentRule", at_agreement)},
    "TERM-STATED": {"no term": gone("Validity", at_agreement)},
    "TERM-START": {"no beginning": lost("Validity", "startsOn", "startEvent")},
    "TERM-END": {"no end": lost("Validity", "endsOn", "endEvent", "boundary")},
    "TERM-BOUNDARY": {"до": otherwise("Validity", "boundary", lambda *_: text("до"))},
    "TERM-ORDER": {"ends before it begins": otherwise("Validity", "endsOn", before_the_paper)},
    "TRIPARTITE-SUBJECT": {"another subject matter": without_topic("SubjectMatter", "joint-work")},
    "TRIPARTITE-TUTORS": {"no training of tutors": without_topic("Obligation", "tutor-training")},
    "TRIPARTITE-DEADLINE": {"signed too late": after_the_roadmap},
}  # fmt: skip
# What one fault brings with it besides, and why.
CONSEQUENCES = {
    "nobody bears it": {"OBLIGATION-PARTY": "it was the only duty of its party"},
    "ends before it begins": {"DATE-PERIOD": "the years of targets are outside that term"},
}  # fmt: skip
