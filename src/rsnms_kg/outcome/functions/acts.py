"""Citations of one act against each other, and amending acts against what they amend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rdflib import Graph
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import head_words, recognise
from rsnms_kg.outcome.functions.breach import Breach, act_of, day, facts, text, value
from rsnms_kg.outcome.messages import show_date
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.russian.lookalikes import LOOKALIKES
from rsnms_kg.russian.typography import fold, level
from rsnms_kg.russian.words import content_lemmas, dictionary_forms, words

_NUMBER, _DATE = Bilingual("номер", "number"), Bilingual("дата", "date")
_TYPE, _TITLE = Bilingual("вид акта", "type"), Bilingual("название", "title")
_ISSUER = Bilingual("издавший орган", "issuer")
_PLACES = {"область", "край", "республика", "федерация", "округ"}
_LONGEST_ISSUER = 9  # words of the name of a body


@dataclass(frozen=True, slots=True)
class _Citation:
    """What a citation says that can be compared with another one."""

    node: Node
    number: str
    day: date
    type: Node | None
    title: tuple[frozenset[str], ...]
    issuer: tuple[str, ...]  # its words, where it is named in full
    region: str | None  # of the issuer
    amended: Node | None  # the citation of the act that it amends
    wrong_day: bool  # later than the paper, or older than what it amends: told as such

    @property
    def said(self) -> tuple[object, ...]:
        """All that it is compared by."""
        return self.number, self.day, self.type, self.title, self.issuer, self.region, self.amended, self.wrong_day


def cited_two_ways(graph: Graph) -> Iterator[Breach]:
    """ACT-TWO-WAYS: what two citations say of one act differs in its number, date, type, issuer or title."""
    before: dict[tuple[object, ...], _Citation] = {}  # those that say different things, by what they say
    near: dict[str | date, list[_Citation]] = {}  # the same by number and by day: only such can be of one act
    for other in _citations(graph):
        if other.said in before:
            continue
        candidates = {one.node: one for key in (other.number, other.day) for one in near.get(key, ())}
        differences = ((one, _difference(graph, one, other)) for one in candidates.values())
        one, detail = next(((one, detail) for one, detail in differences if detail), (other, None))
        if detail is not None:
            yield Breach(other.node, {
                "detail": detail, "here": _shown(graph, other, detail), "there": _shown(graph, one, detail),
                "otherClause": _place(graph, one.node),
            })  # fmt: skip
            continue
        before[other.said] = other
        for key in (other.number, other.day):
            near.setdefault(key, []).append(other)


def _citations(graph: Graph) -> list[_Citation]:
    found = []
    for node in facts(graph, "ActCitation"):
        number, cited = text(graph, node, "number"), day(graph, node)
        if number and cited:
            wrong = _is_later(graph, node) or _made_after(graph, node)
            number = fold(number.translate(LOOKALIKES))
            issuer = text(graph, node, "issuer") or ""
            found.append(_Citation(
                node, number, cited, value(graph, node, "actType"), _title(graph, node), _issuer(issuer),
                recognise("region", issuer), value(graph, node, "amends"), wrong,
            ))  # fmt: skip
    return found


def _difference(graph: Graph, one: _Citation, other: _Citation) -> Bilingual | None:
    """In what two citations differ that are of one act."""
    same_number, same_day = one.number == other.number, one.day == other.day
    if one.wrong_day or other.wrong_day or not (same_number or same_day):
        return None
    if same_number and same_day:
        if one.type != other.type and None not in (one.type, other.type):
            return _TYPE
        if _other_issuer(one, other):
            return _ISSUER
        return _TITLE if _other_title(one.title, other.title) else None
    if one.type != other.type:
        return None
    same_title = bool(one.title) and _same_words(one.title, other.title)
    if same_number:
        return _DATE if same_title or _slip(show_date(one.day), show_date(other.day)) else None
    same = same_title or _same_edition(graph, one, other) or _slip_of_number(one.number, other.number)
    return _NUMBER if same else None


def _place(graph: Graph, citation: Node) -> Bilingual:
    label = text(graph, citation, "clauseLabel") or ""
    return Bilingual(*(cited_place(label, language) for language in ("ru", "en")))


def _made_after(graph: Graph, citation: Node) -> bool:
    """Tell whether an act is older than the one that it is said to amend."""
    amended = value(graph, citation, "amends")
    made, changed = day(graph, amended) if amended is not None else None, day(graph, citation)
    return bool(made and changed and changed < made)


def _is_later(graph: Graph, citation: Node) -> bool:
    """Tell whether an act is dated after the paper that cites it."""
    act = act_of(graph, citation)
    cited, own = day(graph, citation), day(graph, act) if act is not None else None
    return bool(cited and own and cited > own)


def _title(graph: Graph, citation: Node) -> tuple[frozenset[str], ...]:
    """The words of a title, each as its dictionary forms, without what is left out at will: «Об утверждении …»."""
    title = re.sub(r"\bРФ\b", "Российской Федерации", level(text(graph, citation, "title") or ""))
    said = [dictionary_forms(word.lower()) for word in words(title)]
    approving = len(said) > 1 and "утверждение" in said[1]
    return tuple(said[2:] if approving else said)


def _same_words(left: tuple[frozenset[str], ...], right: tuple[frozenset[str], ...]) -> bool:
    return len(left) == len(right) and not any(one.isdisjoint(other) for one, other in zip(left, right, strict=True))


def _other_title(left: tuple[frozenset[str], ...], right: tuple[frozenset[str], ...]) -> bool:
    """Tell whether two titles differ and neither is the beginning or the end of the other."""
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    return not _same_words(long[: len(short)], short) and not _same_words(long[-len(short) :], short)


def _other_issuer(one: _Citation, other: _Citation) -> bool:
    """Tell whether two citations name different issuers, both in full; another region is told by itself."""
    left, right = one.issuer, other.issuer
    if one.region != other.region or not left or not right:
        return False
    if left[0] != right[0]:
        return {left[0], right[0]} <= set(head_words("organisation-head"))
    placed = [bool(set(names) & _PLACES) for names in (left, right)]
    return set(left) != set(right) and placed[0] == placed[1]


def _issuer(said: str) -> tuple[str, ...]:
    """The words of an issuer named in full; nothing where it is named by a short form or with more beside it."""
    spelt = re.sub(r"\bРФ\b", "Российской Федерации", said)
    if not said or "(" in said or re.search("[А-Я]{2,}|«", spelt) or len(spelt.split()) > _LONGEST_ISSUER:
        return ()
    return content_lemmas(spelt)


def _same_edition(graph: Graph, one: _Citation, other: _Citation) -> bool:
    """Tell whether both amend one act in different lists of its editions."""
    if one.amended is None or other.amended is None or one.amended == other.amended:
        return False
    acts = [value(graph, amended, "act") for amended in (one.amended, other.amended)]
    return acts[0] is not None and acts[0] == acts[1]


def _slip(left: str, right: str) -> bool:
    """Tell whether two dates differ as slips do: in one figure, or in two that changed places."""
    odd = [at for at, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    return len(odd) == 1 or (len(odd) == 2 and left[odd[0]] == right[odd[1]] and left[odd[1]] == right[odd[0]])


def _slip_of_number(left: str, right: str) -> bool:
    """Tell whether two numbers of one day are one: the same but for a mark between figures, or a long one mistyped."""
    if re.sub(r"[^\w]", "", left) == re.sub(r"[^\w]", "", right):
        return True
    long = min(len(left), len(right)) >= 5 and any(not letter.isdigit() for letter in left)
    return long and len(left) == len(right) and _slip(left, right)


def _shown(graph: Graph, citation: _Citation, detail: Bilingual) -> str:
    if detail is _DATE:
        return show_date(citation.day)
    name = {_NUMBER.en: "number", _TITLE.en: "title", _ISSUER.en: "issuer"}.get(detail.en)
    said = text(graph, citation.node, name or "quote") or ""
    return said if name else said.split()[0]


def amended_before_made(graph: Graph) -> Iterator[Breach]:
    """ACT-AMENDING: an act that is said to amend another is older than it."""
    for citation in facts(graph, "ActCitation"):
        amended = value(graph, citation, "amends")
        made = day(graph, amended) if amended is not None else None
        if made and _made_after(graph, citation):
            yield Breach(citation, {"amendedDate": show_date(made)})


def editions_out_of_order(graph: Graph) -> Iterator[Breach]:
    """ACT-EDITIONS: amending acts are not listed in the order of their dates."""
    elsewhere = {breach.focus for breach in (*cited_two_ways(graph), *amended_before_made(graph))}
    listed: dict[Node, list[Node]] = {}
    for citation in facts(graph, "ActCitation"):
        amended = value(graph, citation, "amends")
        if (
            amended is not None
            and day(graph, citation)
            and citation not in elsewhere
            and not _is_later(graph, citation)
        ):
            listed.setdefault(amended, []).append(citation)
    for editions in listed.values():
        for before, after in pairwise(editions):
            earlier, later = day(graph, before), day(graph, after)
            if earlier and later and later < earlier:
                yield Breach(after, {"before": show_date(earlier)})
