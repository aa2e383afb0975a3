"""What a paper refers to in itself: clauses, sections and annexes, each number of a list or a range on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.collection import Facts, annex_ordinal, clause_key, clause_ref
from rsnms_kg.facts.model import AnnexReference, ClauseReference, Ref
from rsnms_kg.russian.words import may_be

_DECIMAL = r"\d{1,2}(?:\.\d{1,3}){0,5}"
_NUMBER = rf"(?:{_DECIMAL}|[IVXХ]+)(?![\dА-Яа-яA-Za-z])\.?(?!\d)"
_LETTER = r"(?:«[а-я]»|[а-я]\))"
_BETWEEN = r"(?:\s*,\s*(?:(?:а\s+также|и)\s+)?|\s+и\s+|\s+или\s+|\s*-\s*|\s+по\s+)"
_SIGN = r"(?:№{1,2}\s*)?"
_ITEM = re.compile(rf"(?P<mark>№?)№?\s*(?:(?P<number>{_NUMBER})|«?(?P<letter>[а-я])[»)])")
_HEAD = (
    r"(?P<head>подпункт[а-я]*|пункт[а-я]*|раздел[а-я]*|глав(?:а|ы|е|у|ой|ам|ами|ах)?|стат(?:ья|ьи|ье|ью|ьей|ей|ьям|ьями|ьях)"
    r"|подп\.(?:\s?п\.)?|п\.\s?п\.|пп\.|п\.|разд\.|гл\.|ст\.)"
)
_CLAUSES = re.compile(
    rf"(?<![А-Яа-я]){_HEAD}\s*(?:с\s+)?(?P<items>{_SIGN}(?:{_NUMBER}|{_LETTER})(?:{_BETWEEN}{_SIGN}(?:{_NUMBER}|{_LETTER}))*)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s+(?P<own>настоящ\w+|соглашени\w+|договор\w*|положени\w+(?!\s+о))", re.IGNORECASE)
# «… и подпункте 3 пункта 5 настоящего Соглашения»: what else the phrase names before it says of which paper
_FURTHER = re.compile(
    rf"(?:(?:\s*,\s*|\s+)(?:а\s+также\s+|и\s+|или\s+)?(?:в\s+)?(?:подпункт|пункт)[а-я]*\s*(?:{_NUMBER}|{_LETTER})"
    rf"(?:{_BETWEEN}(?:{_NUMBER}|{_LETTER}))*(?:\s+пункта\s*{_DECIMAL})?)+",
    re.IGNORECASE,
)
_OF_CLAUSE = re.compile(r"\s+(?:пункта|п\.)\s*(?P<number>\d{1,2}(?:\.\d{1,3})*)", re.IGNORECASE)
_OF_THIS = re.compile(r"\s+настоящего\s+пункта", re.IGNORECASE)
# «пункта 3.2 Порядка …»: a clause of another act.
_OTHER_ACT = re.compile(r"[А-Я«]|приказ|постановлен|распоряжен|указ|закон|порядк|правил|стать[ия]")
_ANNEX = re.compile(
    rf"(?<![А-Яа-я])(?P<head>приложени(?:ем|ями|ях|ям|ю|я|и|е|й))"
    rf"(?:\s*(?:с\s+)?(?P<items>{_SIGN}\d{{1,2}}(?!\d)(?:{_BETWEEN}{_SIGN}\d{{1,2}}(?![\d.]\d|\d))*))?",
    re.IGNORECASE,
)
_OWN_ANNEX = re.compile(r"\s+к\s+(?:настоящ\w+|соглашени\w+|договор\w*)", re.IGNORECASE)
# «приложение № 3 к приказу Министерства …»: the annex of another act
_OTHERS_ANNEX = re.compile(r"\s+к\s+[А-Яа-я]+\s+(?:[А-Я«]|от\s+\d|№|министерств|правительств|федеральн|об?\s)")
# «согласно приложению», «(приложение)»: the annex of this very paper, unless it is that of another or a program
_BEFORE_BARE = re.compile(
    r"(?:(?<![А-Яа-я])(?:в|согласно|из|(?:предусмотр|установл|определ|утвержд)енн[а-я]+)\s+|\()$", re.IGNORECASE
)
_AFTER_BARE = re.compile(r"\s+к\s|\s*«")
_PLURAL = re.compile(r"(?:ами|ями|ам|ям|ах|ях|ов|ы|ей|ий|ия|пп\.|п\.\s?п\.)$")
_NEXT_WORD = re.compile(r"\s+([а-я]+)")
_ACT = re.compile(
    r"настоящ|соглашени|договор|положени|устав|порядк|правил|приказ|закон|постановлени|распоряжени|указа|пункт|раздел|стат"
)
_LONGEST_RANGE = 40
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class _Item:
    """A number or a letter that a phrase names, and where it stands; those of a range stand where it does."""

    name: str
    start: int
    end: int
    letter: bool = False


def add_references(facts: Facts) -> None:
    """Add the references of a paper to its own annexes and clauses, with their targets where they are there."""
    document = facts.document
    known = {node.name: clause_ref(part, node) for part in reversed(document.parts) for node in part.clauses()}
    for part in document.parts:
        for node in part.clauses():
            for paragraph in node.paragraphs():
                for match in _ANNEX.finditer(document.level, paragraph.body, paragraph.end):
                    _add_annexes(facts, part, node, match)
                for match in _CLAUSES.finditer(document.level, paragraph.body, paragraph.end):
                    _add_clauses(facts, part, node, match, known)


def _add_annexes(facts: Facts, part: Part, node: Node, match: re.Match[str]) -> None:
    """Add the annexes that one phrase refers to: «Приложениями № 1 и № 2», «в приложении»."""
    level = facts.document.level
    items = _items(level, match)
    end = items[-1].end if items else match.end("head")
    own = _OWN_ANNEX.match(level, end)
    if not own and (_OTHERS_ANNEX.match(level, end) if items else not _is_bare(level, match)):
        return
    for at, item in enumerate(items or [_Item("", match.start(), end)]):
        last = item is items[-1] if items else True
        facts.add(
            AnnexReference, clause_key(part, node), node.name, item.start if at else match.start(),
            own.end() if own and last else item.end, in_clause=clause_ref(part, node),
            number=item.name or None, target=_annex(facts, item.name),
        )  # fmt: skip


def _is_bare(level: str, match: re.Match[str]) -> bool:
    before = level[max(0, match.start() - 20) : match.start()]
    return bool(_BEFORE_BARE.search(before)) and not _AFTER_BARE.match(level, match.end("head"))


def _annex(facts: Facts, number: str) -> Ref | None:
    ordinal = annex_ordinal(facts.document, int(number) if number else None)
    return Ref(f"annex-{ordinal}") if ordinal else None


def _add_clauses(facts: Facts, part: Part, node: Node, match: re.Match[str], known: dict[str, Ref]) -> None:
    """Add the clauses that one phrase refers to: «пунктами 2.1 и 2.9 настоящего Соглашения»."""
    level = facts.document.level
    items = _items(level, match)
    end = items[-1].end
    sub = match["head"].lower().startswith("подп")
    above = _clause_above(level, end, node) if sub or any(item.letter for item in items) else None
    if above is not None and above not in known:
        return  # told of the clause itself
    undotted = any(item.letter or "." not in item.name for item in items)
    if above is None and (any(item.letter for item in items) or not _is_own(level, end, undotted=undotted)):
        return
    for at, item in enumerate(items):
        number = f"{above}/{item.name}" if above else item.name
        other = f"{above}.{item.name}" if above else _other_numeral(item.name)
        target = known.get(number) or known.get(other)
        facts.add(
            ClauseReference, clause_key(part, node), node.name, item.start if at else match.start(), item.end,
            in_clause=clause_ref(part, node), number=number, target=target,
        )  # fmt: skip


def _is_own(level: str, end: int, *, undotted: bool) -> bool:
    """Tell whether clauses are of this paper: it says so or, of numbers like 2.1, it names no other act."""
    further = _FURTHER.match(level, end)
    if further and _OWN.match(level, further.end()):
        return True
    return bool(_OWN.match(level, end)) or (not undotted and not _OTHER_ACT.match(level[end : end + 40].lstrip()))


def _clause_above(level: str, end: int, node: Node) -> str | None:
    """The clause whose items are named: «подпунктами «а» и «б» пункта 2.1», «… настоящего пункта»."""
    if _OF_THIS.match(level, end):
        return next((one.name for one in (node, *node.ancestors()) if not one.listed), None)
    named = _OF_CLAUSE.match(level, end)
    if named is None or not _is_own(level, named.end(), undotted="." not in named["number"]):
        return None
    return named["number"]


def _items(level: str, match: re.Match[str]) -> list[_Item]:
    """What a phrase lists, ranges written out; a bare number after a singular belongs to what follows it."""
    if not match["items"]:
        return []
    several = bool(_PLURAL.search(match["head"].lower()))
    found: list[_Item] = []
    at = match.start("items")
    for item in _ITEM.finditer(level, *match.span("items")):
        between = level[at : item.start()]
        name = (item["number"] or item["letter"]).rstrip(".")
        ranged = ("-" in between or "по" in between) and bool(found) and found[-1].name.count(".") == name.count(".")
        told = several or ranged or item["mark"] or item["letter"] or "." in name or not name.isdigit()
        if found and (not told or (name.isdigit() and not item["mark"] and _counts(level, item.end()))):
            break
        here = _Item(name, item.start(), item.start() + len(item[0].rstrip(".")), letter=item["number"] is None)
        if ranged:
            found += [_Item(one, here.start, here.end) for one in _within(found[-1].name, name)]
        found.append(here)
        at = item.end()
    return found


def _counts(level: str, end: int) -> bool:
    """Tell whether a number counts what follows it: «приложения № 1 и 2 экземпляров»."""
    word = _NEXT_WORD.match(level, end)
    return bool(word) and may_be(word[1], "NOUN", "gent") and not _ACT.match(word[1])  # type: ignore[index]


def _within(first: str, last: str) -> Iterator[str]:
    """The numbers between two: 2.2 and 2.3 of «2.1–2.4»."""
    prefix, _, begin = first.rpartition(".")
    same, _, end = last.rpartition(".")
    roman = not begin.isdigit() and not end.isdigit() and not prefix
    if roman:
        begin, end = _other_numeral(begin), _other_numeral(end)
    if prefix == same and begin.isdigit() and end.isdigit() and int(end) - int(begin) < _LONGEST_RANGE:
        for ordinal in range(int(begin) + 1, int(end)):
            yield _other_numeral(str(ordinal)) if roman else f"{prefix}.{ordinal}" if prefix else str(ordinal)


def _other_numeral(name: str) -> str:
    """The same number of a section in figures where it is Roman, and the other way round."""
    if name.isdigit():
        ordinal = int(name)
        tens, ones = divmod(ordinal, 10)
        return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    values = [_ROMAN.get(sign, 0) for sign in name.replace("Х", "X")]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < following else value for value, following in pairs))
