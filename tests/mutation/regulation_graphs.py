"""Operators on the graph of an order with its regulation and roadmap, and on the graph of a regional system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from mutation.agreement_graphs import (
    another_number,
    another_parent,
    below_the_one_above,
    date,
    later_than_paper,
    one_skipped,
    sibling_above,
    unreferred,
)
from mutation.edits import Edit, besides, day_of, facts, gone, lost, one, otherwise, pointing, said, text, whole
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import RSNMS, code

# --- the regulation and its roadmap --------------------------------------------------------------


def idle_subjects(graph: Graph, random: Random) -> Iterator[Edit]:
    """A subject loses all its functions."""
    for subject in facts(graph, "SubjectType"):
        functions = [norm for norm in pointing(graph, "bearer", subject) if (norm, RDF.type, RSNMS.Function) in graph]
        yield Edit(subject, frozenset((norm, RSNMS.bearer, subject) for norm in functions))


def empty_levels(graph: Graph, random: Random) -> Iterator[Edit]:
    """The subjects of a level are not there any more."""
    for structure in facts(graph, "Structure"):
        for level in sorted(graph.objects(structure, RSNMS.level)):
            subjects = [one_ for one_ in facts(graph, "SubjectType") if (one_, RSNMS.level, level) in graph]
            functions = [norm for subject in subjects for norm in pointing(graph, "bearer", subject)]
            yield Edit(structure, whole(graph, [*subjects, *functions]))


def open_lists(graph: Graph, random: Random) -> Iterator[Edit]:
    """Nothing says any more that the list of a level is complete; found at its first subject."""
    for closed in facts(graph, "ClosedList"):
        level = one(graph, closed, "level")
        listed = [subject for subject in facts(graph, "SubjectType") if one(graph, subject, "level") == level]
        if level is not None and listed:
            yield Edit(listed[0], whole(graph, [closed]))


def of_an_actor(graph: Graph, random: Random) -> Iterator[Edit]:
    """Somebody outside the system answers for a measure."""
    actors = facts(graph, "Actor")
    for measure in facts(graph, "Measure") if actors else ():
        actor = random.choice(actors)
        yield Edit(
            measure, said(graph, measure, "responsibleSubject"),
            frozenset({(measure, RSNMS.responsibleSubject, actor)}),
        )  # fmt: skip


def measure_above(graph: Graph, measure: Node, random: Random) -> Node | None:
    return one(graph, measure, "previousMeasure")


def before_the_row_above(graph: Graph, measure: Node, old: Node, random: Random) -> Node | None:
    above = one(graph, measure, "previousMeasure")
    due = one(graph, above, "deadline") if above is not None else None
    return date(day_of(due) - dt.timedelta(days=random.choice([1, 10, 40]))) if due is not None else None


def approved_after_the_first_row(graph: Graph, random: Random) -> Iterator[Edit]:
    """The first row is due before the roadmap is approved."""
    for measure in facts(graph, "Measure")[:1]:
        (roadmap,) = facts(graph, "Roadmap")
        approved = day_of(one(graph, roadmap, "date"))
        day = date(approved - dt.timedelta(days=random.choice([1, 8, 90])))
        yield Edit(measure, said(graph, measure, "deadline"), frozenset({(measure, RSNMS.deadline, day)}))


REGULATION_OPERATORS = {
    "META-NUMBER": {"the number of the order is lost": lost("Order", "number")},
    "META-DATE": {"the date of the order is lost": lost("Order", "date")},
    "META-TITLE": {"the title of the order is lost": lost("Order", "title")},
    "NUM-DUPLICATE": {"a number of the regulation stands twice": besides("Clause", "repeats", sibling_above)},
    "NUM-GAP": {"a number of the regulation is skipped": besides("Clause", "skippedNumber", one_skipped)},
    "NUM-ORDER": {"a number of the regulation goes down": otherwise("Clause", "ordinal", below_the_one_above)},
    "NUM-PARENT": {"a number of the regulation is of another parent":
                   otherwise("Clause", "numberPrefix", another_parent)},
    "NUM-ROW": {"the number of another measure": otherwise("Measure", "number", another_number)},
    "REF-CLAUSE": {"the clause of the regulation is not there": lost("ClauseReference", "target")},
    "ANNEX-PRESENT": {"the annex of the order is not there": lost("AnnexReference", "target")},
    "ANNEX-LABEL": {"the label of an annex of the order is lost": lost("Annex", "printedLabel")},
    "ANNEX-REFERRED": {"no clause of the order refers to it": unreferred},
    "DATE-CITED": {"an act that the regulation cites is later": otherwise("ActCitation", "date", later_than_paper)},
    "DATE-IMPOSSIBLE": {"no such day in the order": lost("DateMention", "date")},
    "LEVEL-SUBJECT": {"a subject of no level": lost("SubjectType", "level")},
    "LEVEL-FUNCTION": {"a subject without functions": idle_subjects},
    "LEVEL-PRESENT": {"an empty level": empty_levels},
    "LEVEL-CLOSED": {"an open list": open_lists},
    "ROADMAP-DEADLINE": {"a measure without a deadline": lost("Measure", "deadline", "deadlineWords")},
    "ROADMAP-RESPONSIBLE": {"nobody is responsible": lost("Measure", "responsible", "responsibleSubject")},
    "ROADMAP-RESULT": {"no result": lost("Measure", "result")},
    "ROADMAP-KNOWN": {"somebody unknown is responsible": lost("Measure", "responsibleSubject")},
    "ROADMAP-OUTSIDE": {"somebody outside is responsible": of_an_actor},
    "ROADMAP-TWICE": {"the same measure as above": besides("Measure", "repeatsRow", measure_above)},
    "ROADMAP-ORDER": {"due before the row above": otherwise("Measure", "deadline", before_the_row_above)},
    "ROADMAP-PAST": {"due before it is approved": approved_after_the_first_row},
}  # fmt: skip
REGULATION_CONSEQUENCES = {
    "a subject of no level": {"LEVEL-PRESENT": "it was the only one of its level"},
    "the label of an annex of the order is lost": {"ANNEX-NUMBER": "the next one is not in order any more"},
    "an empty level": {"ROADMAP-KNOWN": "who is gone answered for a measure",
                       "ROADMAP-OUTSIDE": "only somebody outside is left"},
    "due before the row above": {"ROADMAP-PAST": "so early that the roadmap was not approved yet"},
}  # fmt: skip

# --- the regional system --------------------------------------------------------------------------


def at_system(graph: Graph, node: Node) -> Node | None:
    return one(graph, node, "partOfSystem")


def alone(kind: str, name: str):  # type: ignore[no-untyped-def]
    """At the system, if nothing else of the class answers to the same fact of the regulation."""

    def found_at(graph: Graph, node: Node) -> Node | None:
        answered = one(graph, node, name)
        others = [other for other in pointing(graph, name, answered) if other != node] if answered is not None else []
        return None if others else at_system(graph, node)

    return found_at


def left_out(graph: Graph, random: Random) -> Iterator[Edit]:
    """A subject stops performing one of its functions."""
    for subject in facts(graph, "Subject"):
        function = random.choice(sorted(graph.objects(subject, RSNMS.performs)))
        yield Edit(subject, frozenset({(subject, RSNMS.performs, function)}))


def taken_over(graph: Graph, random: Random) -> Iterator[Edit]:
    """A subject performs a function of a subject of another type, too."""
    subjects = facts(graph, "Subject")
    for subject in subjects:
        others = [other for other in subjects if one(graph, other, "ofType") != one(graph, subject, "ofType")]
        function = random.choice(sorted(graph.objects(random.choice(others), RSNMS.performs)))
        yield Edit(subject, added=frozenset({(subject, RSNMS.performs, function)}))


def moved(graph: Graph, random: Random) -> Iterator[Edit]:
    """A function goes to a subject of another type; found at the one that has it now."""
    for taken in taken_over(graph, random):
        ((receiver, _, function),) = taken.added
        owners = frozenset((owner, RSNMS.performs, function) for owner in pointing(graph, "performs", function))
        yield Edit(receiver, owners, taken.added)


def unlisted(graph: Graph, random: Random) -> Iterator[Edit]:
    """A level of which the list is closed has one subject more, of no type."""
    (system,) = facts(graph, "RegionalSystem")
    for closed in facts(shipped_regulation().graph, "ClosedList"):
        level, new = one(shipped_regulation().graph, closed, "level"), URIRef(f"{system}/{random.randrange(9)}")
        assert level is not None
        said_of = {RDF.type: RSNMS.Subject, RSNMS.partOfSystem: system, RSNMS.level: level, RSNMS.name: text("Клуб")}
        yield Edit(new, added=frozenset((new, name, value) for name, value in said_of.items()))


def of_another_type(graph: Graph, random: Random) -> Iterator[Edit]:
    """A subject is held for another level than its type is listed at."""
    for subject in facts(graph, "Subject"):
        level = one(graph, subject, "level")
        others = [code("level", name) for name in ("regional", "municipal", "institutional")]
        new = URIRef(random.choice([other for other in others if other != str(level)]))
        yield Edit(subject, said(graph, subject, "level"), frozenset({(subject, RSNMS.level, new)}))


def no_run(graph: Graph, random: Random) -> Iterator[Edit]:
    (system,) = facts(graph, "RegionalSystem")
    yield Edit(system, whole(graph, facts(graph, "MonitoringRun")))


def too_late(graph: Graph, node: Node, old: Node, random: Random) -> Node | None:
    measure = one(graph, node, "completes")
    due = one(shipped_regulation().graph, measure, "deadline") if measure is not None else None
    return date(day_of(due) + dt.timedelta(days=random.choice([1, 15, 300]))) if isinstance(due, Literal) else None


SYSTEM_OPERATORS = {
    "STRUCTURE-SUBJECT": {"a subject is not there": gone("Subject", alone("Subject", "ofType"))},
    "STRUCTURE-CLOSED": {"a subject that is not listed": unlisted},
    "STRUCTURE-FUNCTION": {"a function is left out": left_out},
    "STRUCTURE-BEARER": {"a function is taken over": taken_over, "a function is moved": moved},
    "INSTRUMENT-ISSUED": {"a document is not issued": gone("IssuedDocument", alone("IssuedDocument", "fulfils"))},
    "MEASURE-DONE": {"a measure is not done": gone("MeasureCompletion", alone("MeasureCompletion", "completes"))},
    "MEASURE-LATE": {"a measure is done too late": otherwise("MeasureCompletion", "date", too_late)},
    "OBSERVATION-MADE": {"an indicator has no value": gone("Observation", alone("Observation", "ofIndicator"))},
    "MONITORING-HELD": {"no monitoring": no_run},
}  # fmt: skip
SYSTEM_CONSEQUENCES = {
    "a subject is not there": {
        "PASSPORT-SUPPLIED": "it supplied a part of the passport",
        "STRUCTURE-EACH-MUNICIPALITY": "its municipality has no other",
        "STRUCTURE-EACH-SCHOOL": "its school has no other",
        "STRUCTURE-UNIT": "another subject was a unit of it",
    },
    "a function is moved": {"STRUCTURE-FUNCTION": "its own subject does not perform it any more"},
}
