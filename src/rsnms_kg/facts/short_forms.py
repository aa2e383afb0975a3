"""Short forms in use: how often a declared one is used, which are not declared, which are slips of a declared one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from operator import itemgetter

from rsnms_kg.facts.abbreviations import DECLARATION
from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import Abbreviation, Act, Party, Ref, SubjectType, Term, UndeclaredForm
from rsnms_kg.facts.places import Places
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.russian.slips import SURE as _SURE
from rsnms_kg.russian.slips import is_slip, one_slip, same_letters
from rsnms_kg.russian.typography import fold
from rsnms_kg.russian.typography import level as as_typed
from rsnms_kg.russian.words import contains_in_order, content_lemmas, lemma, parses

_TOKEN = r"(?<![А-Яа-яA-Za-z\d№/.-])[А-Я]{2,}(?![А-Яа-яA-Za-z\d]|[-/]\d|-[а-я]{4})"
_BETWEEN = r"(?:\n\s*\d{1,3}\s*\n|[-\s«»(])+"  # between words of a phrase, also the number of a page
_GAP = r"(?: +\n? *|\n *)"  # between words of one form: spaces, or the end of a line
_RUN = re.compile(rf"{_TOKEN}(?:{_GAP}{_TOKEN})*")
_NUMBER = re.compile(r"№\s*[^\W_]+(?:[-/.][^\W_]+)*|\d[^\s]*")
_EXPANDED = re.compile(r"\s*\(\s*(?!далее)(?P<words>[А-Яа-я][^()]{5,200})\)")
_LONGEST = 8  # letters of a short form; what is longer is a word in capitals


@dataclass(frozen=True, slots=True)
class _Known:
    """The declared short forms of a paper in capitals: as wholes, and the words that they are made of."""

    wholes: tuple[str, ...]
    parts: tuple[str, ...]
    initials: frozenset[str] = frozenset()  # those of the bodies that the paper names in full


# --- declared forms -----------------------------------------------------------------------------------


def count_uses(facts: Facts, places: Places) -> None:
    """Say of every declaration how often its form is used, whether it came too late, and whether it is the first."""
    level = facts.document.level
    declared = [match.span() for match in DECLARATION.finditer(level)]
    headings = [(fact.start, fact.end) for fact in facts if isinstance(fact, Act)]
    seen: dict[str, list[Abbreviation]] = {}
    for fact in facts.of(Abbreviation):
        uses = [
            match.start()
            for match in in_any_form(as_typed(fact.short_form)).finditer(level)
            if not _within(match.start(), declared)
        ]
        first = next((at for at in uses if not _within(at, headings)), None)
        early = first is not None and first < fact.start and _is_acronym(level[fact.start : fact.end])
        others = seen.setdefault(fold(fact.short_form), [])
        again, otherwise = _earlier(fact, others)
        facts.replace(replace(
            fact, times_used=len(uses), declared_before=again, declared_otherwise=otherwise,
            used_before=places.at(first).label if early and first is not None and not others else None,
        ))  # fmt: skip
        others.append(fact)


def _earlier(fact: Abbreviation, others: list[Abbreviation]) -> tuple[Ref | None, Ref | None]:
    """The declaration above with the same meaning, and the one with another; each annex may declare a form anew."""
    otherwise = next((one for one in others if not _same_meaning(one.long_form, fact.long_form)), None)
    if otherwise is not None:
        return None, Ref(otherwise.key)
    again = next((one for one in others if one.key.split("/")[0] == fact.key.split("/")[0]), None)
    return (Ref(again.key) if again is not None else None), None


def _same_meaning(left: str, right: str) -> bool:
    """Tell whether of two long forms one says what the other does, or less: «центр», «центр развития»."""
    one, other = content_lemmas(left), content_lemmas(right)
    return contains_in_order(one, other) or contains_in_order(other, one)


@cache
def in_any_form(form: str) -> re.Pattern[str]:
    """Return a pattern of words in whatever case of the language: «муниципального образования», «паспортом ДППО»."""
    words = [_in_any_case(word) for word in re.findall(r"[А-Яа-яA-Za-z\d]+", form)]
    return re.compile(r"(?<![А-Яа-я])" + _BETWEEN.join(words))


def _in_any_case(word: str) -> str:
    """A word with whatever ending and first letter; capitals and short words as they are."""
    if word.isupper() and len(word) > 1:
        return re.escape(word) + r"(?![А-Яа-я])"
    stem = _stem(word.lower()) if len(word) >= _SURE else word
    ending = "[а-я]*" if len(word) >= _SURE else r"(?![А-Яа-я])"
    return f"(?i:{re.escape(stem)}{ending})"  # also in a heading in capitals


def _stem(word: str) -> str:
    """What all forms of a word begin with: what it shares with its dictionary form, without the ending."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(word, lemma(word), strict=False))
    shared = "".join(letter for letter, _ in same).rstrip("аеиоуыэюяйь")
    return shared if len(shared) >= _SURE - 1 else word[:-1]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_acronym(text: str) -> bool:
    return re.fullmatch(r"[А-Я]{2,}(?: [А-Я]{2,})*", text) is not None


# --- forms that are not declared ------------------------------------------------------------------------


def add_undeclared_forms(facts: Facts, places: Places) -> tuple[Ref, ...]:
    """Add every form in capitals that the paper does not declare, and every slip of one that it does."""
    level = facts.document.level
    known = _known(facts)
    numbers = [match.span() for match in _NUMBER.finditer(level)]
    told: set[str] = set()
    added = []
    phrases = _drifting_phrases(facts)
    within = [(start, end) for start, end, *_ in phrases]
    words = [one for one in _strange(level, numbers, known) if not _within(one[0], within)]
    for start, end, form, meant in sorted([*phrases, *words], key=itemgetter(0)):
        if meant is None and form in told:
            continue
        told.add(form)
        place = places.at(start)
        added.append(facts.add(
            UndeclaredForm, place.key, place.label, start, end, in_clause=place.clause,
            short_form=facts.quote(start, end), meant=meant,
        ))  # fmt: skip
        for declared in facts.of(Abbreviation) if meant else ():
            if declared.short_form == meant:  # a slip is a use all the same
                facts.replace(replace(declared, times_used=(declared.times_used or 0) + 1))
    return tuple(Ref(fact.key) for fact in added)


_Strange = tuple[int, int, str, str | None]


def _strange(level: str, numbers: list[tuple[int, int]], known: _Known) -> list[_Strange]:
    found: list[_Strange] = []
    for run in _RUN.finditer(level):
        if not _within(run.start(), numbers):
            found.extend(_of_run(level, run, known))
    return found


def _of_run(level: str, run: re.Match[str], known: _Known) -> list[_Strange]:
    """What is strange in words in capitals that stand side by side: «паспорт ДП ПО», «МО КО», «ИРО»."""
    tokens = [(run.start() + match.start(), match[0]) for match in re.finditer("[А-Я]+", run[0])]
    found: list[_Strange] = []
    at = 0
    while at < len(tokens):
        size, meant = _longest_match(tokens[at:], known)
        start, end = tokens[at][0], tokens[at + size - 1][0] + len(tokens[at + size - 1][1])
        form = " ".join(level[start:end].split())
        body = _initials_of_body(tokens[at:], known) if form not in known.wholes else 0
        if body:
            end, size = tokens[at + body - 1][0] + len(tokens[at + body - 1][1]), body
            found.append((start, end, " ".join(level[start:end].split()), None))
        elif meant is not None and meant != form:
            found.append((start, end, form, meant))
        elif meant is None and _is_strange(level, start, end, tokens[:at]):
            found.append((start, end, form, None))
        at += size
    return found


def _initials_of_body(tokens: list[tuple[int, str]], known: _Known) -> int:
    """How many words are together the initials of a body, though each may be a word of its own: «МОН КО»."""
    words = [word for _, word in tokens]
    return next((size for size in (3, 2) if len(words) >= size and "".join(words[:size]) in known.initials), 0)


def _longest_match(tokens: list[tuple[int, str]], known: _Known) -> tuple[int, str | None]:
    """How many words form one short form, and the declared form that they are or are a slip of."""
    words = [word for _, word in tokens]
    for size in range(min(len(words), 4), 0, -1):
        whole = " ".join(words[:size])
        if whole in known.wholes:
            return size, whole
    if words[0] in known.parts:
        return 1, words[0]
    long_parts = [part for part in known.parts if len(part) > _SURE]
    for size in range(min(len(words), 3), 0, -1):
        whole = " ".join(words[:size])
        if any(word in known.wholes for word in words[1:size]) or (size == 1 and (_is_known(whole) or _is_word(whole))):
            continue
        strange = not any(word in known.parts or _is_known(word) for word in words[:size])
        near = next(
            (
                name for name in (*known.wholes, *long_parts)
                if (strange or name.count(" ") == size - 1 or same_letters(whole, name)) and is_slip(whole, name)
            ),
            None,
        )  # fmt: skip
        if near is not None:
            return size, near
    return 1, None


def _known(facts: Facts) -> _Known:
    """The forms that a paper declares, in whatever way; a term declares its name and no form within it."""
    named = [fact.short_form for fact in facts.of(Abbreviation)]
    named += [fact.name for fact in facts.of(Term) if _is_acronym(fact.name)]
    others: list[Party | SubjectType | Term] = [*facts.of(Party), *facts.of(SubjectType), *facts.of(Term)]
    named += [fact.short_name for fact in others if fact.short_name]
    level = facts.document.level
    for match in re.finditer(rf"\((?P<short>{_TOKEN})\)", level):
        if _spells(match["short"], level[max(0, match.start() - 200) : match.start()]):
            named.append(match["short"])
    for match in DECLARATION.finditer(level):  # also where nothing else of a paper was read
        named += [form.strip("« »") for form in (match["forms"] or match["named"]).split(",")]
    wholes = tuple(dict.fromkeys(name for name in named if _is_acronym(name)))
    parts = dict.fromkeys(part for name in named for part in re.findall(r"(?<![А-Яа-я])[А-Я]{2,}(?![А-Яа-я])", name))
    bodies = [*(fact.name for fact in facts.of(Party)), *(fact.name for fact in facts.of(SubjectType))]
    initials = frozenset("".join(word[0] for word in re.findall("[А-Яа-я]{2,}", name)).upper() for name in bodies)
    return _Known(wholes, tuple(part for part in parts if part not in wholes), initials)


def _is_strange(level: str, start: int, end: int, before: list[tuple[int, str]]) -> bool:
    """Tell whether a form in capitals needs an explanation that the paper does not give.

    ``before`` are the words in capitals in front of it: «БУ ОО ДПО» is the name of an organisation from «БУ» on.
    """
    form = level[start:end]
    if len(form) > _LONGEST or _is_known(form) or _is_word(form) or any(_is_known(word) for _, word in before):
        return False
    opening = level.rfind("\n", 0, start) + 1
    line = level[opening : (level.find("\n", end) + 1 or len(level) + 1) - 1]
    if not re.search("[а-я]", line) and not re.fullmatch(r"[\d.\s]*[А-Я]+:", line.strip()):
        return False  # a heading in capitals, not «8. ЦНППМ:»
    if level.count("«", opening, start) > level.count("»", opening, start):
        return False  # a name in quotation marks is somebody's own
    if re.match(r"\s[А-Я]\.\s?[А-Я]\.", level[end : end + 8]) or re.search(r"[А-Я]\.\s?$", level[:start][-3:]):
        return False  # a surname with initials
    expanded = _EXPANDED.match(level, end)
    return not (expanded and _spells(form, expanded["words"]))


def _spells(form: str, text: str) -> bool:
    """Tell whether the words of a text begin with the letters of a form, in order."""
    initials = "".join(word[0] for word in re.findall("[А-Яа-я]+", text)).upper()
    rest = iter(initials)
    return all(letter in rest for letter in form)


@cache
def _known_forms() -> frozenset[str]:
    return frozenset(form for concept in concepts("known-short-form") for cue in concept.cues for form in cue[0])


@cache
def _is_known(form: str) -> bool:
    return form.lower() in _known_forms()


@cache
def _is_word(form: str) -> bool:
    """Tell whether capitals are those of an ordinary word: «ПРИКАЗЫВАЮ», «НЕ»."""
    return any(reading.is_known and "Abbr" not in reading.tag for reading in parses(form))


# --- phrases ------------------------------------------------------------------------------------------------


def _drifting_phrases(facts: Facts) -> list[_Strange]:
    """Declared forms of a word and capitals with other capitals: «паспорт ДПО» for «паспорт ДППО»."""
    level = facts.document.level
    found: list[_Strange] = []
    spans = {(fact.start, fact.end) for fact in facts.of(Abbreviation)}
    for fact in facts.of(Abbreviation):
        match = re.fullmatch(r"(?P<words>[А-Яа-я]+(?: [А-Яа-я]+)*) (?P<capitals>[А-Я]{3,})", as_typed(fact.short_form))
        if not match or not re.search("[а-я]", match["words"]):
            continue
        stem = in_any_form(match["words"]).pattern
        for use in re.finditer(rf"{stem}{_GAP}(?P<capitals>{_TOKEN})(?!{_GAP}[А-Я]{{2}})", level):
            said = use["capitals"]
            if said != match["capitals"] and one_slip(said, match["capitals"]) and use.span() not in spans:
                found.append((use.start(), use.end(), use[0], fact.short_form))
    return found
