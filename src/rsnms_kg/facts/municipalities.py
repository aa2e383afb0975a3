"""Names of municipalities of any form: «Обский район», «городской округ Балашиха», «г. Тула», «район имени Лазо».

A name is known by its stem, so that its cases are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_kg.knowledge.lexicon import head_words
from rsnms_kg.russian.names import INITIALED, full_names
from rsnms_kg.russian.words import lemma, parses

CITY = "город"
# «Обский муниципальный район», and in quotation marks also «Светлый городской округ»
_ADJECTIVE = re.compile(
    r"(?<![А-Яа-я-])(?P<name>[А-Я][а-я]+(?:-[А-Я][а-я]+)*[сц]к|(?<=«)[А-Я][а-я]{2,}?)"
    r"(?:[иы]й|[ое]го|[ое]му|[иы]м|[ое]м|ая|ой|ое)\s+"
    r"(?:(?P<which>муниципальн|городск|сельск)[а-я]+\s+(?P<kind>округ|район|поселени)|(?P<plain>район))[а-я]*"
)
_WORD = r"[А-Я][а-я]+(?:-(?:[а-я]{2,3}-)?[А-Я][а-я]+)*"
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n(?!\s*\n)[^\S\n]*)"  # a line may end within a name, a paragraph may not
_TOWN = rf"(?:[Гг]ород(?:а|у|ом|е)?{_GAP}|г\.{_GAP}?)"
# The noun first, and the name after it
_NOUN = re.compile(
    rf"(?<![А-Яа-я-])(?:"
    rf"(?P<district>(?:[Гг]ородск|[Мм]униципальн)[а-я]+{_GAP}(?:округ|район)[а-я]{{0,2}}"
    rf"|[Мм]униципальн[а-я]+{_GAP}образовани[а-я]{{1,2}}|г\.\s?о\.|[Рр]айон[а-я]{{0,2}}(?={_GAP}имени))"
    rf"|(?P<closed>ЗАТО|[Зз]акрыт[а-я]+{_GAP}административно-территориальн[а-я]+{_GAP}образовани[а-я]{{1,2}})"
    r"|(?P<town>[Гг]ород(?:а|у|ом|е)?|г\.))"
    rf"{_GAP}?(?:-{_GAP}?)?(?:(?P<quoted>«)\s*)?{_TOWN}?"
    rf"(?P<name>(?:имени{_GAP})?{_WORD}(?:{_GAP}{_WORD})?)(?P<rest>[^«»\n]{{0,60}}»)?"
)
# «Чувашской Республики» is a region; «Абакан Республики Хакасия» is a town of one
_REGION_AFTER = re.compile(
    r"\s+(?:област|кра[йяюе]|(?<=[сц]к[а-я]{2}\s)республик|(?<=[сц]к[а-я]{3}\s)республик|автономн)", re.IGNORECASE
)
_MUNICIPAL_AFTER = re.compile(r"\s+(?:(?:муниципальн|городск|сельск)[а-я]+\s+)?(?:округ|район|поселени)", re.IGNORECASE)
_YEAR = re.compile(r"\d\s{0,9}$")  # «2021 г.»
_STREET = re.compile(r"\s*,\s*(?:ул|пр|пер|пл|д|наб|б-р|шоссе|мкр|к)\b|\s*,\s*\d", re.IGNORECASE)
_INDEX = re.compile(r"\d{6}\s*,?[^\n]{0,60}$")  # a postal address begins with its index
_ENDING = re.compile(r"(?:ыми|ими|[оыи]й|[ое]го|[ое]му|[иы]м|[ое][мйю]|ая|ую|ое|ее|ью|[аяуюыиеоь])$")
_KINDS = {"поселени": "поселение", "округ": "округ", "район": "район", "образовани": "муниципальное образование"}
_WHICH = {"муниципальн": "муниципальный ", "городск": "городской ", "сельск": "сельский "}
_LEAST = 3  # letters of a stem


@dataclass(frozen=True, slots=True)
class Municipality:
    """The name of a municipality at its place: the stem of what it is called, and what it is."""

    start: int
    end: int
    proper_name: str
    territory_kind: str


def municipalities(text: str) -> Iterator[Municipality]:
    """Yield the municipalities that a levelled text names, in the order of their forms; addresses name none."""
    for match in _ADJECTIVE.finditer(text):
        noun = match["kind"] or match["plain"]
        kind = _WHICH.get(match["which"], "") + _KINDS.get(noun, noun)
        yield Municipality(*match.span(), match["name"], kind)
    for match in _NOUN.finditer(text):
        name = _named(text, match)
        if name:
            start, end = match.start(), match.start("name") + len(name)
            end = match.end("rest") if match["rest"] and match["quoted"] else end
            yield Municipality(start, end, stem(name), _kind(match))


def stem(name: str) -> str:
    """Return what the cases of a name have in common: «Балашихи», «Балашиха» → «Балаших»."""
    words = [word for word in name.split() if word.lower() != "имени"]
    return " ".join(map(_stem, words))


def _stem(word: str) -> str:
    place = next((reading for reading in parses(word) if "Geox" in reading.tag), None)
    nominative = str(place.normal_form).replace("ё", "е") if place else word
    cut = _ENDING.sub("", nominative)
    shown = cut if len(cut) >= _LEAST else nominative
    return "-".join(part[:1].upper() + part[1:] if len(part) > 2 else part for part in shown.lower().split("-"))


def _kind(match: re.Match[str]) -> str:
    if match["town"]:
        return CITY
    if match["closed"]:
        return "ЗАТО"
    said = match["district"].lower()
    if said.startswith("г"):
        return "городской округ" if "район" not in said else "городской район"
    noun = next(name for noun, name in _KINDS.items() if noun in said)
    return noun if said.startswith("район") or noun == "муниципальное образование" else f"муниципальный {noun}"


def _named(text: str, match: re.Match[str]) -> str | None:
    """The words of a match that are the name, or nothing where they are none."""
    spans = [word.span() for word in re.finditer(r"\S+", match["name"])]
    words = match["name"].split()
    first = 1 if words[0].lower() == "имени" else 0
    at = match.start("name")
    apart = len(words) > first + 1 and not _one_name(words[first], words[first + 1])
    apart = apart or words[first + 1 :][:1] in (["Республика"], ["Республики"], ["Республике"])
    if apart or (len(words) > first + 1 and _REGION_AFTER.match(text, match.end("name"))):  # «Волжский | Волгоградской»
        spans = spans[: first + 1]
    name = match["name"][: spans[-1][1]]
    end = at + len(name)
    if match["town"] and _YEAR.search(text[max(0, match.start() - 10) : match.start()]):
        return None
    if _REGION_AFTER.match(text, end) or _MUNICIPAL_AFTER.match(text, end) or _is_address(text, match.start(), end):
        return None
    strictly = bool(match["district"]) and len(spans) == 1  # «округа Минеральные Воды» can be nothing else
    person = INITIALED.match(text, at) or next((one for one in full_names(text, at, at + 80) if one.start == at), None)
    if not match["quoted"] and not first and (person or not _may_be_place(words[0], strictly=strictly)):
        return None
    return name


def _one_name(first: str, second: str) -> bool:
    """Tell whether two words with capitals are one name: «Нижний Новгород», not «Тула Институт»."""
    return bool(parses(first)[0].tag.POS == "ADJF") and not _is_other(second)


def _may_be_place(word: str, *, strictly: bool) -> bool:
    """Tell whether a word can be a name: of a place, unknown, or after «город» any that names no body and no post."""
    readings = parses(word)
    known = [reading for reading in readings if reading.is_known]
    if not known or any("Geox" in reading.tag for reading in known):
        return not _is_other(word)
    return not strictly and not _is_other(word)


def _is_other(word: str) -> bool:
    form = lemma(word)
    return (
        form in head_words("organisation-head") or form in head_words("post-head") or form in ("сторона", "соглашение")
    )


def _is_address(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return bool(_STREET.match(text, end) or _INDEX.search(text[max(line, start - 80) : start]))
