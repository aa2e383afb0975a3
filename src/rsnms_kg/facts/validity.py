"""The term of an agreement, its subject matter and its rule of amendment, wherever a clause says them."""

from __future__ import annotations

import re
from datetime import date

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Paragraph, Part
from rsnms_kg.facts.collection import Facts, body_span, clause_key, clause_ref
from rsnms_kg.facts.model import AmendmentRule, SubjectMatter, Validity
from rsnms_kg.facts.topics import topics
from rsnms_kg.knowledge.lexicon import begins_with, recognise
from rsnms_kg.russian.dates import DateMention, first_date
from rsnms_kg.russian.words import contains_in_order, lemmas

_START = re.compile(
    r"вступа\w+\s+в\s+силу\s+(?P<event>с[о]?\s+(?:момента|дня|даты)\s+(?:его\s+|настоящего\s+)?[а-я]+(?:\s+(?:всеми\s+)?сторонами)?|с\s+(?=[«\d])|после\s+[а-я]+)"
    # «Договор действует с 3 октября 2022 года по 30 июня 2025 года»
    r"|действу\w+\s+(?P<from>с\s+(?=[«\d])|с[о]?\s+(?:момента|дня|даты)\s+(?:его\s+|настоящего\s+)?[а-я]+)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:действу\w+|действительн\w+|заключ\w+(?:\s+на\s+срок)?|срок\w*(?:\s+действия)?(?:[^.;]|г\.){0,60}?)(?:[^.;]|г\.){0,60}?\s(?P<boundary>до|по)\s+(?=[«\d])",
    re.IGNORECASE,
)
_NUMERAL = r"(?:одн|дв|тр|четыр|пят|шест|двенадцат|восемнадцат)[а-я]{0,6}"
_END_EVENT = re.compile(
    r"(?:действу\w+|действия|на\s+срок)[^.;]{0,40}?\s(?P<event>до\s+(?:полного\s+)?(?:исполнения|завершения|окончания)[^.;,]*|бессрочно|"
    rf"(?:в\s+течение\s+)?(?:\d{{1,2}}|{_NUMERAL})(?:\s*\([а-я]+\))?(?:\s+(?:календарн|учебн)\w+)?\s+(?:лет|год(?:а|ов)?|месяц(?:а|ев)?)(?![а-я]))",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"(?:не\s+(?:позднее|позже)|(?<![а-я])(?:до|по))\s+(?=[«\d])", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*предмет\W*", re.IGNORECASE)  # as a whole heading; «по предмету» is of a school
_PROLONGED = re.compile(r"пролонг|продлева|считается\s+продленн", re.IGNORECASE)


def add_provisions(facts: Facts, part: Part) -> None:
    """Add the subject matter, the term and the rule of amendment of an agreement."""
    for node in part.clauses():
        section = _section(facts, node)
        for paragraph in node.paragraphs():
            _read(facts, part, node, paragraph, section)


def _read(facts: Facts, part: Part, node: Node, paragraph: Paragraph, section: str | None) -> None:
    level = facts.document.level
    start, end = body_span(facts.document, paragraph)
    text = facts.document.words(paragraph)
    place, label, clause = clause_key(part, node), node.name, clause_ref(part, node)
    heading = paragraph is node.head and bool(node.children or node.tail) and not text.endswith(".")
    if (not heading and begins_with("section", text) == "subject-matter") or (
        not heading and section == "subject-matter" and not facts.of(SubjectMatter)
    ):
        facts.add(SubjectMatter, place, label, start, end, in_clause=clause, topic=topics(text))
    starts, ends = _START.search(level, start, end), _END.search(level, start, end)
    event = _END_EVENT.search(level, start, end)
    last = first_date(level, ends.end(), min(end, ends.end() + 40)) if ends else None
    # «в срок до 1 июня каждого года» in a duty that speaks of the agreement is no term of it.
    in_passing = "соглашени" in text.lower() and (starts or last or event)
    if in_passing or (section == "validity" and (starts or ends or event)):
        dated = starts is not None and (starts["event"] or starts["from"]).strip().lower() == "с"
        begins = starts and starts.span("event" if starts["event"] else "from")
        first = first_date(level, starts.end(), min(end, starts.end() + 30)) if starts and dated else None
        facts.add(
            Validity, place, label, start, end, in_clause=clause,
            start_event=facts.quote(*begins) if begins and not first else None,
            starts_on=first.value if first else None,
            ends_on=last.value if last else None,
            other_end=_other_ends(level, ends, last, end),
            end_event=_end_event(facts, event, last),
            boundary=_boundary(level, ends, last),
            prolonged=bool(_PROLONGED.search(text)),
        )  # fmt: skip
    if not heading and _amends(text):
        facts.add(AmendmentRule, place, label, start, end, in_clause=clause)


def _other_ends(level: str, ends: re.Match[str] | None, last: DateMention | None, stop: int) -> tuple[date, ...]:
    """Days after the end of the term on which the same clause says that it ends too."""
    if ends is None or last is None or last.value is None:
        return ()
    found = []
    for again in _AGAIN.finditer(level, last.end, stop):
        day = first_date(level, again.end(), min(stop, again.end() + 20))
        apart = re.search(r"в\s+части|пролонг|продл|расторж|отч[её]т", level[last.end : again.start()], re.IGNORECASE)
        if day and day.value and day.value != last.value and day.start == again.end() and not apart:
            found.append(day.value)
    return tuple(dict.fromkeys(found))


def _end_event(facts: Facts, event: re.Match[str] | None, last: DateMention | None) -> str | None:
    """The event that ends the term, or a date that the calendar does not have, as it is printed."""
    if event:
        return facts.quote(*event.span("event"))
    return facts.quote(last.start, last.end) if last and last.value is None else None


def _boundary(level: str, ends: re.Match[str] | None, last: DateMention | None) -> str | None:
    """The word that tells whether the last day is included: «до», «по», or «включительно» after it."""
    if ends is None or last is None or last.value is None:
        return None
    inclusive = re.compile(r"\s*\(?включительно", re.IGNORECASE).match(level, last.end)
    return "включительно" if inclusive else str(ends["boundary"]).lower()


def _amends(text: str) -> bool:
    said = lemmas(text)
    changes = "изменение" in said or "дополнение" in said or "изменяться" in said or "изменить" in said
    how = "дополнительный" in said or "письменный" in said or contains_in_order(said, ("взаимный", "согласие"))
    return changes and how


def _section(facts: Facts, node: Node) -> str | None:
    """The kind of the section that a clause stands in, by the section's heading."""
    top = node
    for above in node.ancestors():
        if above.head is not None:
            top = above
    if top.head is None:
        return None
    heading = facts.document.words(top.head)
    return "subject-matter" if _SUBJECT.fullmatch(heading) else recognise("section", heading)
