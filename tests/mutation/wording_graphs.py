"""Operators on what a paper says of words: short forms, terms, cited acts, names, letters, its own kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from mutation.edits import (
    Edit,
    Edits,
    act,
    after_first,
    besides,
    copied,
    facts,
    in_clauses,
    lost,
    one,
    otherwise,
    said,
    text,
)
from rsnms_kg.knowledge.terms import RSNMS, code


def first(kind: str):  # type: ignore[no-untyped-def]
    return lambda graph, clause: next(iter(facts(graph, kind)), None)


def of_first(kind: str, name: str):  # type: ignore[no-untyped-def]
    return lambda graph, clause: one(graph, facts(graph, kind)[0], name) if facts(graph, kind) else None


def date(value: dt.date) -> Literal:
    return Literal(value.isoformat(), datatype=XSD.date)


def shifted(kind: str, days: int):  # type: ignore[no-untyped-def]
    """The date of the first fact of a class, some days off."""

    def value(graph: Graph, clause: Node) -> Node | None:
        found = one(graph, facts(graph, kind)[0], "date") if facts(graph, kind) else None
        return date(dt.date.fromisoformat(str(found)) + dt.timedelta(days=days)) if found is not None else None

    return value


def another_mark(graph: Graph, random: Random) -> Iterator[Edit]:
    """The mark of an annex names another paper: by number or by date."""
    for annex in facts(graph, "Annex"):
        paper = act(graph, annex)
        number, day = str(one(graph, paper, "number")), dt.date.fromisoformat(str(one(graph, paper, "date")))
        wrong = random.choice([(f"{number}1", day), (number, day + dt.timedelta(days=random.choice([-1, 1, 365])))])
        added = {(annex, RSNMS.markedNumber, text(wrong[0])), (annex, RSNMS.markedDate, date(wrong[1]))}
        yield Edit(annex, said(graph, annex, "markedNumber", "markedDate"), frozenset(added))


def another_annex_number(graph: Graph, random: Random) -> Iterator[Edit]:
    """The last of several annexes bears another number, or none."""
    annexes = facts(graph, "Annex")
    for annex in annexes[1:][-1:]:
        label = str(one(graph, annex, "printedLabel"))
        number = str(len(annexes))
        new = random.choice(
            [label.replace(f"№ {number}", f"№ {int(number) + 1}", 1), label.replace(f"№ {number} ", "", 1)]
        )
        if new != label:
            yield Edit(annex, said(graph, annex, "printedLabel"), frozenset({(annex, RSNMS.printedLabel, text(new))}))


def one_end_more(graph: Graph, term: Node, random: Random) -> Node | None:
    end = one(graph, term, "endsOn")
    shift = dt.timedelta(days=random.choice([-30, 31, 365]))
    return date(dt.date.fromisoformat(str(end)) + shift) if end is not None else None


def slipped(graph: Graph, clause: Node) -> Node | None:
    """The first name in quotation marks with one letter of its longest word exchanged."""
    for name in facts(graph, "QuotedName"):
        words = str(one(graph, name, "name"))
        longest = max(words.strip("«»").split(), key=len)
        if len(longest) >= 8:
            return text(words.replace(longest, longest[:3] + ("и" if longest[3] != "и" else "у") + longest[4:], 1))
    return None


def other_project_kind(graph: Graph, clause: Node) -> Node | None:
    kind = of_first("ProjectName", "projectKind")(graph, clause)
    national = URIRef(code("project-kind", "national"))
    return kind and (URIRef(code("project-kind", "federal")) if kind == national else national)


def editions_exchanged(graph: Graph, random: Random) -> Iterator[Edit]:
    """A cited act has two editions, the later one before the earlier; found at the earlier."""
    for citation in facts(graph, "ActCitation"):
        made = one(graph, citation, "date")
        paper = dt.date.fromisoformat(str(one(graph, act(graph, citation), "date")))
        first = dt.date.fromisoformat(str(made)) if made is not None else paper
        shift = (paper - first).days // 2
        if shift < 1:
            continue
        added = set()
        for name, days in (("edition-1", 2 * shift), ("edition-2", random.choice([1, shift]))):
            new = URIRef(f"{citation}-{name}")
            added |= copied(
                graph, citation, new, number=text(f"90{name[-1]}"), date=date(first + dt.timedelta(days=days)),
                act=URIRef(f"https://w3id.org/rsnms/act/{name}"), amends=citation,
            )  # fmt: skip
        yield Edit(URIRef(f"{citation}-edition-2"), added=frozenset(added))


def other_matter(graph: Graph, clause: Node) -> Node | None:
    """What a body is in charge of, by another word of the same field."""
    matter = of_first("OrganisationName", "matters")(graph, clause)
    return matter and text("просвещение" if str(matter) == "образование" else "образование")


def nought(graph: Graph, fact: Node, old: Node, random: Random) -> Node:
    return Literal(0)


_UNKNOWN = {"shortForm": text("ЩЦП"), "quote": text("ЩЦП")}
WORDING_OPERATORS: dict[str, dict[str, Edits]] = {
    "ABBR-BEFORE": {"used before it is declared": besides("Abbreviation", "usedBefore", lambda *_: text("преамбула"))},
    "ABBR-DRIFT": {"written otherwise": in_clauses(
        "UndeclaredForm", "hasUndeclaredForm", meant=of_first("Abbreviation", "shortForm"), **_UNKNOWN)},
    "ABBR-UNDECLARED": {"never declared": in_clauses("UndeclaredForm", "hasUndeclaredForm", **_UNKNOWN)},
    "ABBR-MEANING": {"declared with another meaning": in_clauses(
        "Abbreviation", shortForm=of_first("Abbreviation", "shortForm"), longForm=text("совет школы"),
        timesUsed=Literal(2), declaredOtherwise=first("Abbreviation"))},
    "ABBR-TWICE": {"declared again": in_clauses(
        "Abbreviation", shortForm=of_first("Abbreviation", "shortForm"),
        longForm=of_first("Abbreviation", "longForm"), timesUsed=Literal(2), declaredBefore=first("Abbreviation"))},
    "ABBR-UNUSED": {"never used": otherwise("Abbreviation", "timesUsed", nought)},
    "TERM-UNUSED": {"a term never used": otherwise("Term", "timesUsed", nought)},
    "TERM-ENDS": {"a second end": besides("Validity", "otherEnd", one_end_more)},
    "ACT-NUMBER": {"cited without its date": besides(
        "ActCitation", "missingDetail", lambda *_: URIRef(code("act-detail", "date")))},
    "ACT-AMENDING": {"amended before it was made": in_clauses(
        "ActCitation", number=text("999"), date=shifted("ActCitation", -400), amends=first("ActCitation"),
        actType=of_first("ActCitation", "actType"))},
    "ACT-EDITIONS": {"editions out of order": editions_exchanged},
    "ACT-TWO-WAYS": {"cited with another date": after_first("ActCitation", in_clauses(
        "ActCitation", number=of_first("ActCitation", "number"), date=shifted("ActCitation", 1),
        act=lambda graph, clause: URIRef("https://w3id.org/rsnms/act/planted"),
        actType=of_first("ActCitation", "actType")))},
    "ANNEX-MARK": {"marked as an annex of another paper": another_mark},
    "ANNEX-NUMBER": {"an annex out of order": another_annex_number},
    "ENTITY-REGION": {"another region": in_clauses(
        "RegionName", name=text("Тульской области"), times=Literal(1), region=URIRef(code("region", "tula")))},
    "ENTITY-MUNICIPALITY": {"another municipality": in_clauses(
        "MunicipalityName", name=text("Озёрского района"), times=Literal(1), properName=text("Озерск"),
        territoryKind=text("район"))},
    "ENTITY-ORGANISATION": {"the body by another name": in_clauses(
        "OrganisationName", name=text("Министерство просвещения"), times=Literal(1), matters=other_matter,
        headNoun=of_first("OrganisationName", "headNoun"))},
    "ENTITY-NAME": {"a slip in a name": in_clauses("QuotedName", name=slipped, times=Literal(1))},
    "ENTITY-PROJECT": {"a project of another level": in_clauses(
        "ProjectName", name=of_first("ProjectName", "name"), properName=of_first("ProjectName", "properName"),
        times=Literal(1), projectKind=other_project_kind)},
    "SCRIPT-MIXED": {"a letter of another alphabet": in_clauses(
        "MixedWord", "hasMixedWord", words=text("службa"), oddLetters=text("«a» (6)"), meant=text("служба"))},
    "SCRIPT-QUOTE": {"a quotation without its end": in_clauses(
        "OpenQuotation", "hasOpenQuotation", words=text("«О службе"), missingMark=text("»"))},
    "REF-ACT": {"another kind of paper": lost("ActReference", "target")},
}  # fmt: skip
