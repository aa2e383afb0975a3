"""Acts that a paper cites: type, issuer, date, number, title, the clause meant, and amending acts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rsnms_kg.documents.document import Paragraph
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.identity import act_iri
from rsnms_kg.facts.model import ActCitation, Code, Ref
from rsnms_kg.knowledge.lexicon import head_words, recognise
from rsnms_kg.russian.dates import DATE, first_date
from rsnms_kg.russian.typography import plain
from rsnms_kg.russian.words import lemma

_NUMBER = r"(?:№|N[oо]?\.?)\s*(?P<{name}>[А-Яа-яA-Za-z\d]+(?:[-/.][А-Яа-яA-Za-z\d]+)*)"
_DATE = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
_CITATION = re.compile(
    rf"(?:от\s+)?(?P<date>{_DATE})\s*,?\s*(?:за\s+)?{_NUMBER.format(name='number')}"
    # «школы № 5 от 12.03.2021 № 33»: the first number is the school's
    rf"|{_NUMBER.format(name='first')}\s+от\s+(?P<later>{_DATE})(?!\s*,?\s*(?:за\s+)?№)",
    re.IGNORECASE,
)
_AMENDING = re.compile(r"^\(\s*(?:в\s+ред|с\s+изм|с\s+доп|с\s+учетом\s+изм)", re.IGNORECASE)
_EDITION = re.compile(r"\s*\(\s*(?:в\s+ред|с\s+изм)", re.IGNORECASE)
_AFTER_TITLE = re.compile(r"\s*(?:[(,;.)]|$)")
_ONLY_DATE = re.compile(rf"от\s+(?P<date>{_DATE})(?!\s*(?:г\.|года)?\s*(?:№|N))", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"№\s*(?P<number>(?=[^\s,;]*\d)[А-Яа-яA-Za-z\d]+(?:[-/.][А-Яа-яA-Za-z\d]+)*)")
_TITLE = re.compile(r"\s*«")
_ONLY_TITLE = re.compile(r"(?=«Об?о?\s)")  # where a title stands; what matters stands before it
_ONE_MORE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,\s*|(?:,\s*)?(?:и|а\s+также)\s+)")
_RELIED_ON = re.compile(
    r"(?:\(|соответстви[а-я]+\s+с|исполнени[а-я]+|основани[а-я]+|утвержд[её]нн[а-я]+|согласно)\s*$", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?P<kind>(?:под)?(?:пункт|стат|част))\w*\s+(?P<clause>\d+(?:\.\d+)*)", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_CITED_AS = {"пункт": "п.", "подпункт": "подп.", "стат": "ст.", "част": "ч."}
# Acts that are cited by number and date.
_NUMBERED = {
    "law",
    "presidential-decree",
    "resolution",
    "directive",
    "order",
    "decision",
    "letter",
    "protocol",
}
# Those of them that always bear both; «настоящий приказ» and «указанный приказ» have been named before.
_BOTH = _NUMBERED - {"decision", "letter", "protocol"}
_ISSUER_ONLY = re.compile(
    r"(?:\s+(?!(?:о|об|обо|к|ко|по|на|в|во|с|со|для|при|за|от)\s)[А-Яа-я-]+){0,14}\s+", re.IGNORECASE
)
_NAMED_BEFORE = re.compile(r"(?:настоящ|указанн|данн|названн|упомянут|вышеуказанн|эт)[а-я]+\s+$", re.IGNORECASE)
_WORD = re.compile(r"[А-Яа-я]+")
_LOOK_BACK = 4000  # how far the bracket of a list of amending acts may be


def add_citations(
    facts: Facts, paragraph: Paragraph, place: str, label: str, in_clause: Ref | None, *, basis: bool = False
) -> list[ActCitation]:
    """Add every act that a paragraph cites, in order.

    :param basis: the paragraph is an item of a list of acts, so it names an act even without a number.
    """
    level = facts.document.level
    found: list[ActCitation] = []
    masked = _mask_titles(level, paragraph.body, paragraph.end)
    position = paragraph.body
    for match in _matches(level, paragraph.body, paragraph.end):
        number = match.groupdict().get("number") or match.groupdict().get("first")
        bracket = _open_bracket(level, paragraph.body, match.start())
        amending = bracket is not None and bool(_AMENDING.match(level[bracket : paragraph.end]))
        main = next((fact for fact in reversed(found) if fact.amends is None), None)
        typed = _type_before(masked, paragraph.body, position, match.start())
        whole = number is not None and "date" in match.groupdict()
        if not (
            whole
            or (amending and main)
            or (number is None and _goes_on(level, main, typed, match, paragraph.end))
            or (
                _stands_for_act(masked, paragraph.body, typed, match.start())
                and (match.end() > match.start() or _is_relied_on(masked, paragraph.body, typed, basis=basis))
            )
        ):
            continue
        act_type, issuer = _type_and_issuer(facts, typed, found[-1] if amending and found else main)
        start = typed.start if typed else match.start()
        title, end = (None, match.end()) if amending else _title_after(level, match.end(), paragraph.end)
        clause = None if amending else _CLAUSE.search(masked, position - paragraph.body, start - paragraph.body)
        mention = first_date(level, match.start(), match.end())
        day = mention.value if mention else None
        found.append(facts.add(
            ActCitation, place, label, start, end,
            in_clause=in_clause,
            act=act_iri(act_type, number, day, issuer, label if match[0] else title or label),
            act_type=Code("act-type", act_type) if act_type else None,
            issuer=issuer or None,
            number=_as_printed(facts, number, match),
            date=day,
            title=title,
            cited_clause=_chain(masked, clause) if clause else None,
            amends=Ref(main.key) if amending and main else None,
            missing_detail=None if whole or amending else Code("act-detail", _missing(number, match)),
        ))  # fmt: skip
        position = match.end()
    if basis and not found:
        found.extend(_unnumbered(facts, paragraph, place, label, in_clause))
    return found


def _type_and_issuer(facts: Facts, typed: _Type | None, previous: ActCitation | None) -> tuple[str | None, str]:
    """The type and the issuer of an act: those before it, else those of the act that was cited before."""
    if typed is not None:
        return typed.notation, typed.issuer(facts)
    if previous is None:
        return None, ""
    return previous.act_type.notation if previous.act_type else None, previous.issuer or ""


def _chain(text: str, first: re.Match[str]) -> str:
    """How a clause is cited: its number, or «ч. 2 ст. 20» where it is told of what it is a part."""
    chain = [first]
    while following := _CLAUSE.match(text, _SPACE.match(text, chain[-1].end()).end()):  # type: ignore[union-attr]
        chain.append(following)
    if len(chain) == 1:
        return first["clause"]
    return " ".join(f"{_CITED_AS[match['kind'].lower()]} {match['clause']}" for match in chain)


def _matches(level: str, start: int, end: int) -> list[re.Match[str]]:
    numbered = list(_CITATION.finditer(level, start, end))
    alone = [
        match
        for pattern in (_ONLY_DATE, _ONLY_NUMBER, _ONLY_TITLE)
        for match in pattern.finditer(level, start, end)
        if not any(other.start() <= match.start() < other.end() for other in numbered)
    ]
    return sorted([*numbered, *alone], key=lambda match: match.start())


def _missing(number: str | None, match: re.Match[str]) -> str:
    """Say what is not printed of a date and a number; a title alone has neither."""
    return "both" if not match[0] else "date" if number else "number"


def _goes_on(level: str, main: ActCitation | None, typed: _Type | None, match: re.Match[str], end: int) -> bool:
    """Tell whether a date alone is that of one more act of a list: «указы от … № … «О …» и от … «О …»»."""
    if main is None or typed is not None or not _TITLE.match(level, match.end(), end):
        return False
    return _ONE_MORE.fullmatch(level, main.end, match.start()) is not None


def _is_relied_on(masked: str, base: int, typed: _Type | None, *, basis: bool) -> bool:
    """Tell whether an act named by its title alone is one that is in force: a basis, or one that is in brackets."""
    before = masked[: typed.start - base] if typed else ""
    return (basis and not before.strip(" *-")) or _RELIED_ON.search(before) is not None


def _stands_for_act(masked: str, base: int, typed: _Type | None, end: int) -> bool:
    """Tell whether a date or a number alone is that of an act: its kind and its issuer stand before it."""
    if typed is None or typed.notation not in _BOTH:
        return False
    between = masked[typed.after - base : end - base]
    between = re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket[0]), between)  # «(далее – Институт)»
    last = (_WORD.findall(between) or [""])[-1]
    numbered_thing = bool(last) and recognise("numbered-thing", last) is not None
    named_before = _NAMED_BEFORE.search(masked[: typed.start - base])
    return _ISSUER_ONLY.fullmatch(between) is not None and not numbered_thing and not named_before


def _unnumbered(facts: Facts, paragraph: Paragraph, place: str, label: str, in_clause: Ref | None) -> list[ActCitation]:
    """Projects and programmes are cited by their names: федеральный проект «Современная школа»."""
    level = facts.document.level
    found, position = [], paragraph.body
    while (opening := level.find("«", position, paragraph.end)) >= 0:
        close = _closing_quote(level, opening, paragraph.end)
        before = level[position:opening]
        start = position + len(before) - len(before.rpartition(",")[2].lstrip())
        act_type = recognise("act-type", level[start:opening])
        if act_type:
            title = facts.quote(opening + 1, close)
            found.append(facts.add(
                ActCitation, place, label, start, close + 1, in_clause=in_clause,
                act=act_iri(act_type, None, None, level[start:opening], title),
                act_type=Code("act-type", act_type), title=title,
            ))  # fmt: skip
        position = close + 1
    return found


@dataclass(frozen=True, slots=True)
class _Type:
    """The noun that says what kind of act is cited, and the words after it that name the issuer."""

    notation: str
    start: int
    after: int
    end: int

    def issuer(self, facts: Facts) -> str:
        return facts.quote(self.after, self.end).strip(" ,(")


def _type_before(masked: str, base: int, start: int, end: int) -> _Type | None:
    """Find the noun that says what kind of act it is, the nearest before ``end``."""
    heads = head_words("act-type")
    stretch = masked[start - base : end - base]
    for match in reversed(list(_WORD.finditer(stretch))):
        notation = heads.get(lemma(match[0]))
        if notation in _NUMBERED:
            at = start + match.start()
            before = stretch[: match.start()].split()
            if notation == "law" and before and lemma(before[-1]) == "федеральный":
                at = start + stretch.rindex(before[-1], 0, match.start())
            return _Type(notation, at, start + match.end(), end)
    return None


def _mask_titles(level: str, start: int, end: int) -> str:
    """Return the paragraph with every quoted title blanked out, at the same offsets."""
    out, at = list(level[start:end]), start
    while (opening := level.find("«", at, end)) >= 0:
        at = _closing_quote(level, opening, end) + 1
        out[opening - start : at - start] = " " * (min(at, end) - opening)
    return "".join(out)


def _closing_quote(level: str, opening: int, end: int) -> int:
    """Return where the quotation that opens at ``opening`` closes.

    Papers often print one mark for two quotations that end together, and some forget the mark.
    """
    depth = 0
    for at in range(opening, end):
        depth += (level[at] == "«") - (level[at] == "»")
        if level[at] == "»" and (depth == 0 or _AFTER_TITLE.match(level, at + 1, end)):
            return at
    forgotten = _EDITION.search(level, opening, end)
    return forgotten.start() - 1 if forgotten else end - 1


def _open_bracket(level: str, start: int, end: int) -> int | None:
    depth = 0
    for at in range(end - 1, max(start, end - _LOOK_BACK) - 1, -1):
        if level[at] == ")":
            depth += 1
        elif level[at] == "(":
            if depth == 0:
                return at
            depth -= 1
    return None


def _title_after(level: str, start: int, end: int) -> tuple[str | None, int]:
    """Return the title in quotation marks right after a number, and where it ends."""
    match = _TITLE.match(level, start, end)
    if not match:
        return None, start
    close = _closing_quote(level, match.end() - 1, end)
    title = plain(level[match.end() : close + (level[close] != "»")])
    return title + "»" * (title.count("«") > title.count("»")), close + 1


def _as_printed(facts: Facts, number: str | None, match: re.Match[str]) -> str | None:
    if number is None:
        return None
    group = "number" if match.groupdict().get("number") else "first"
    return facts.document.text[match.start(group) : match.end(group)]
