"""The preamble of an agreement: its parties, their names and roles, and who acts for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rsnms_kg.documents.document import Block, Paragraph
from rsnms_kg.facts.abbreviations import DECLARATION, declared_short
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Code, Party, Ref, Representative
from rsnms_kg.knowledge.lexicon import head_words, recognise
from rsnms_kg.russian.names import PersonName, full_names, initialed_names, nominative
from rsnms_kg.russian.phrases import nominative as phrase_nominative
from rsnms_kg.russian.phrases import post_nominative
from rsnms_kg.russian.typography import level as level_of
from rsnms_kg.russian.words import lemma, may_be

PREAMBLE = "преамбула"
_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")
_IN_PERSON = re.compile(r"(?:в\s+лице|представл(?:енн|яем)\w+)\s+", re.IGNORECASE)
_PAGED = r"(?:\s|\n\s*\d+\s*\n)+"  # between two words, also the number of a page
_AUTHORITY = re.compile(
    rf"действующ\w+{_PAGED}(?:на{_PAGED}основании|по|в\s+соответствии\s+с){_PAGED}(?P<basis>[^,;]+)", re.IGNORECASE
)
_NAME_ENDS = re.compile(
    r",?\s*(?:именуе|\(\s*(?:далее|в\s+дальнейшем)|в\s+лице|представл(?:енн|яем))|,\s*с\s+(?:одной|другой|третьей)\s+стороны",
    re.IGNORECASE,
)
_MARKED_PARTY = re.compile(
    r"в\s+лице|представл(?:енн|яем)\w+\s|именуе\w+\s+(?:в\s+дальнейшем|далее)|\(\s*(?:далее|в\s+дальнейшем)"
    r"|с\s+(?:одной|другой|третьей)\s+стороны",
    re.IGNORECASE,
)
# The rest of a name that goes on at once to a short form or a representative.
_INTRODUCED = re.compile(rf"[^,;:]{{0,300}}?(?:{_NAME_ENDS.pattern})", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\((?P<short>[А-Яа-я][^()«»,;]{1,60})\)\Z")  # «… развития образования» (ИРО)
_BETWEEN = re.compile(r"(?:заключ|состав)[а-я]+[^.;]{0,80}?\sмежду(?![а-я])", re.IGNORECASE)
_LEAD = 200  # characters above the preamble proper in which it may begin
_CONCLUDED = re.compile(r"заключили|договорились|нижеследующ", re.IGNORECASE)
# The centre of the system is a unit by its definition, whoever hosts it.
_CENTRE = re.compile(r"ЦНППМ|непрерывного\s+повышения", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"(?:^|[,;:.»)\d]|№\s*\S+|(?<![А-Яа-я])(?:и|между|также))\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int  # where the name of the party begins
    head: str  # the noun that says what kind of organisation it is
    case: str


def preamble(opening: tuple[Block, ...], level: str) -> tuple[int, int] | None:
    """Return where the preamble is: from the first paragraph that speaks of a party to the last opening one."""
    paragraphs = [block for block in opening if isinstance(block, Paragraph)]
    for paragraph in paragraphs:
        text = level[paragraph.body : paragraph.end]
        if _IN_PERSON.search(text) or _CONCLUDED.search(text):
            return paragraph.start, paragraphs[-1].end
    return None


def add_parties(facts: Facts, start: int, end: int) -> None:
    """Add the parties that a preamble names, each with the person who acts for it."""
    level = facts.document.level
    masked = _masked(level, start, end)
    stop = _CONCLUDED.search(masked)
    limit = start + stop.start() if stop else end
    found = [
        name
        for name, following in _with_next(_names(level, masked, start, limit), limit)
        if _MARKED_PARTY.search(level, name.start, following)
    ]
    for name, following in _with_next(found, limit):
        _add_party(facts, name, following)


def _with_next(found: list[_Found], limit: int) -> list[tuple[_Found, int]]:
    return [(name, found[index + 1].start if index + 1 < len(found) else limit) for index, name in enumerate(found)]


def _names(level: str, masked: str, base: int, limit: int) -> list[_Found]:
    """Find nouns that head the name of an organisation where a name can begin.

    They stand in the nominative or, after «заключено между», in the instrumental.
    """
    heads = head_words("organisation-head")
    words = list(_WORD.finditer(masked, 0, limit - base))
    between = _BETWEEN.search(level, max(0, base - _LEAD), limit)
    found: list[_Found] = []
    for index, match in enumerate(words):
        abbreviation = match[0].isupper() and len(match[0]) >= 2
        case = "ablt" if between and base + match.start() >= between.end() else "nomn"
        fits = may_be(match[0], "NOUN", case) if case == "ablt" else match[0].lower() == lemma(match[0])
        if not abbreviation and (lemma(match[0]) not in heads or not fits):
            continue
        first = index
        while (
            first
            and masked[words[first - 1].end() : words[first].start()].isspace()
            and may_be(words[first - 1][0], "ADJF", case)
        ):
            first -= 1
        begin = words[first].start()
        capital = words[first][0][0].isupper()
        # «…, и государственное бюджетное учреждение «…»»: an institution may be written small, with its adjectives;
        # «…, отдел образования администрации района (далее – Отдел)»: so may a body, where a party is introduced
        kind = heads.get(lemma(match[0]))
        small = (first < index and kind == "institution") or (
            kind == "body" and bool(_INTRODUCED.match(level, base + match.end()))
        )
        if (capital or small) and _BEFORE_NAME.search(masked[max(0, begin - 12) : begin]):
            found.append(_Found(base + begin, lemma(match[0]), case))
    return found


def _masked(level: str, start: int, end: int) -> str:
    """Blank out quotations, brackets, short forms and what follows «в лице»: no party is named there."""
    out = list(level[start:end])

    def blank(left: int, right: int) -> None:
        out[left:right] = " " * (right - left)

    text = level[start:end]
    depth = 0
    for at, char in enumerate(text):
        depth += char in "«("
        if depth and char not in "»)":
            out[at] = " "
        depth = max(0, depth - (char in "»)"))
    for match in DECLARATION.finditer(text):
        blank(match.start(), match.end())
    for match in _IN_PERSON.finditer(text):
        blank(match.start(), match.end())
    return "".join(out)


def _add_party(facts: Facts, found: _Found, limit: int) -> None:
    level = facts.document.level
    ending = _NAME_ENDS.search(level, found.start, limit)
    end = ending.start() if ending else limit
    while end > found.start and level[end - 1] in ", \n":
        end -= 1
    short = declared_short(level, end, limit)
    bracketed = None if short else _BRACKETED.search(level, found.start, end)
    if bracketed and _is_short(bracketed["short"], level[found.start : bracketed.start()]):
        short, end = bracketed.span("short"), bracketed.start()
    name = level[found.start : end]
    role = recognise("role", name) or (recognise("role", level[short[0] : short[1]]) if short else None)
    kind = _kind(found.head)
    host = _host(name) if kind == "unit" else None
    if kind == "unit" and host is None and not _CENTRE.search(name):
        kind = "institution"  # «Центр развития образования» may well be a legal person
    printed = facts.quote(found.start, end)
    short_words = level[short[0] : short[1]] if short else ""
    party = facts.add(
        Party, "body/preamble", PREAMBLE, found.start, end,
        name=phrase_nominative(printed, singular=True) if found.case == "ablt" else printed,
        short_name=facts.quote(*short) if short else None,
        role=Code("role", role) if role else None,
        organisation_kind=Code("organisation-head", kind) if kind else None,
        short_name_kind=_short_kind(short_words),
        host_name=phrase_nominative(facts.quote(found.start + host, end), singular=True) if host is not None else None,
    )  # fmt: skip
    representative = _add_representative(facts, party, limit)
    if representative is not None:
        facts.replace(replace(party, represented_by=Ref(representative.key)))


def _is_short(bracketed: str, name: str) -> bool:
    """Tell whether words in brackets after a name are a short one: a name, or a noun of it (министерство)."""
    return bracketed[0].isupper() or lemma(bracketed.split()[0]) in map(lemma, _WORD.findall(name))


def _kind(head: str) -> str | None:
    if head.isupper() or head == "цнппм":
        return "unit" if head.lower() == "цнппм" else "institution"
    return head_words("organisation-head").get(head, "institution")


def _short_kind(short: str) -> Code | None:
    """Say what a short name denotes: «муниципальное образование» is a territory, not a body."""
    heads = [word for word in _WORD.findall(short) if may_be(word, "NOUN", "nomn")]
    if not heads:
        return None
    kind = head_words("organisation-head").get(lemma(heads[0]))
    return Code("organisation-head", kind) if kind else None


def _host(name: str) -> int | None:
    """Return where the name of the host begins in the name of a unit: an institution in the genitive."""
    kinds = head_words("organisation-head")
    words = list(_WORD.finditer(name))
    for index, match in enumerate(words[1:], start=1):
        if kinds.get(lemma(match[0])) == "institution" and may_be(match[0], "NOUN", "gent"):
            first = index
            while (
                first > 1
                and not words[first][0][0].isupper()
                and may_be(words[first - 1][0], "ADJF", "gent")
                and name[words[first - 1].end() : words[first].start()].isspace()
            ):
                first -= 1
            return words[first].start()
    return None


def _add_representative(facts: Facts, party: Party, limit: int) -> Representative | None:
    level = facts.document.level
    opening = _IN_PERSON.search(level, party.end, limit)
    if not opening:
        return None
    person: PersonName | None = next(full_names(level, opening.end(), limit), None) or next(
        initialed_names(level, opening.end(), limit), None
    )
    authority = _AUTHORITY.search(level, opening.end(), limit)
    start, end = (person.start, person.end) if person else (opening.end(), opening.end())
    post = _post(facts, opening.end(), start, end, limit)
    if person is None and post is None:
        return None
    if person is None and post is not None:
        start, end = post
    return facts.add(
        Representative, "body/preamble", PREAMBLE, start, end,
        name=facts.quote(start, end),
        nominative=_with_yo(nominative(person), facts.quote(start, end)) if person and person.given else None,
        surname=person.surname if person else None,
        initials=person.initials if person else None,
        feminine=person.feminine if person else None,
        post=facts.quote(*post) if post else None,
        post_nominative=post_nominative(facts.quote(*post)) if post else None,
        authority=facts.quote(*authority.span("basis")) if authority else None,
    )  # fmt: skip


def _with_yo(name: str, printed: str) -> str:
    """Put the letter ё back where the paper prints it."""
    for word in printed.split():
        stem = word[: word.rfind("ё") + 1]
        if stem:
            name = name.replace(level_of(stem), stem)
    return name


def _post(facts: Facts, opening: int, name_start: int, name_end: int, limit: int) -> tuple[int, int] | None:
    """Return where the post stands: between «в лице» and the name, or after the name up to a comma."""
    level = facts.document.level
    before = level[opening:name_start].strip(" ,\n")
    if before:
        return opening, opening + len(level[opening:name_start].rstrip(" ,\n"))
    after = re.compile(r"\s*[,-]\s*(?P<post>[^,;]+)").match(level, name_end, limit)
    if not after or re.match(
        r"(?:действующ|с\s+(?:одной|другой|третьей)|именуе|и\s+[А-Я])", after["post"], re.IGNORECASE
    ):
        return None
    start, end = after.span("post")
    cut = re.search(r"\s+(?:\(|действующ|с\s+(?:одной|другой|третьей)\s+сторон)", level[start:end])
    end = start + cut.start() if cut else end
    return start, start + len(level[start:end].rstrip(" \n."))
