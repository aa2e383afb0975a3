"""Names of persons: full and declined in a preamble, with initials in a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import parses

_WORD = r"[А-Я][а-я]+(?:-[А-Я][а-я]+)?"
# Also in capitals, unlike an abbreviation: with a vowel and at least five letters.
_SURNAME = r"(?:[А-Я][а-я]+|(?=[А-Я]*[АЕИОУЫЭЮЯ])[А-Я]{5,})(?:-(?:[А-Я][а-я]+|[А-Я]{3,}))?"
_INITIALS = r"[А-Я]\.\s*[А-Я]\."
# С.С. Иванова, С. С. Иванова, Иванова С.С.; a space may be lost, a line may break in between.
# «Институт имени К.Д. Ушинского» is named after somebody, who signs nothing.
INITIALED = re.compile(
    rf"(?<![А-Яа-я.])(?<!имени\s)(?<!им\.)(?<!им\.\s)(?:(?P<i1>{_INITIALS})\s*(?P<s1>{_SURNAME})|(?P<s2>{_SURNAME})\s+(?P<i2>{_INITIALS}))(?![А-Яа-я])"
)
_ONCE = re.compile(
    rf"(?<![А-Яа-я.\d])(?:(?P<i1>[А-Я])\.\s?(?P<s1>{_SURNAME})|(?P<s2>{_SURNAME})\s(?P<i2>[А-Я])\.)(?=[\s*/]*$)",
    re.MULTILINE,
)
_THREE = re.compile(rf"(?<![А-Яа-я-])({_WORD})\s+({_WORD})\s+({_WORD})(?![А-Яа-я-])")
_FOLLOWING = re.compile(rf"\s+{_WORD}(?![А-Яа-я-])")
_PATRONYMIC = re.compile(r"(?:(?P<m>(?:ов|ев|ь|м|н|к)ич(?:а|у|ем|ом|е)?)|(?P<f>(?:овн|евн|ичн)(?:а|ы|е|ой|ою|у)))$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name at a place, in the case in which it was printed.

    ``initials`` are the first letters of the given name and the patronymic; ``feminine`` is ``None``
    when the name does not tell the gender.
    """

    surname: str
    initials: str
    start: int
    end: int
    given: str | None = None
    patronymic: str | None = None
    feminine: bool | None = None


def full_names(levelled: str, start: int = 0, end: int | None = None) -> Iterator[PersonName]:
    """Yield names of three words, in either order, of a stretch of levelled text.

    The patronymic tells the order: Имя Отчество Фамилия or Фамилия Имя Отчество.
    """
    position, stop = start, len(levelled) if end is None else end
    while match := _THREE.search(levelled, position, stop):
        name = _ordered(match)
        # Four capitals in a row: the first belongs to the words before («Республики Карелия Ивана …»).
        if name is None or (name.patronymic == match[3] and _FOLLOWING.match(levelled, match.end(), stop)):
            position = match.end(1)
        else:
            yield name
            position = match.end()


def initialed_names(levelled: str, start: int = 0, end: int | None = None) -> Iterator[PersonName]:
    """Yield names with initials, in either order, of a stretch of levelled text."""
    stop = len(levelled) if end is None else end
    for match in INITIALED.finditer(levelled, start, stop):
        if match["s2"] and _is_common(match["s2"]):
            # «Министр Д.А. Захаров»: the surname stands after the initials.
            match = INITIALED.match(levelled, match.start("i2"), stop) or match
        initials = match["i1"] or match["i2"]
        yield PersonName(
            surname=(match["s1"] or match["s2"]).title(),
            initials="".join(re.findall("[А-Я]", initials)),
            start=match.start(),
            end=match.end(),
        )


def once_initialed(levelled: str, start: int, end: int) -> PersonName | None:
    """Return the name at the end of a line that gives one initial only: «А. Сергеев», «Сергеев А.»."""
    match = _ONCE.search(levelled, start, end)
    if match is None:
        return None
    surname = match["s1"] or match["s2"]
    if surname.isupper() or _is_common(surname):
        return None
    return PersonName(
        surname=surname.title(), initials=match["i1"] or match["i2"], start=match.start(), end=match.end()
    )


def _is_common(word: str) -> bool:
    """Tell whether a word is in the dictionary and no surname."""
    readings = parses(word)
    return readings[0].is_known and not any("Surn" in reading.tag or "Name" in reading.tag for reading in readings)


def _ordered(match: re.Match[str]) -> PersonName | None:
    for patronymic_at, given_at, surname_at in ((2, 1, 3), (3, 2, 1)):
        ending = _PATRONYMIC.search(match[patronymic_at].lower())
        if ending:
            given, patronymic = match[given_at], match[patronymic_at]
            return PersonName(
                surname=match[surname_at],
                initials=given[0] + patronymic[0],
                start=match.start(),
                end=match.end(),
                given=given,
                patronymic=patronymic,
                feminine=ending["m"] is None,
            )
    return None


def same_surname(declined: str, nominative: str, feminine: bool | None = None) -> bool:
    """Tell whether ``declined`` is a form of the surname ``nominative``.

    The dictionary decides where it knows the surname or its suffix; for the rest, the endings of
    Russian surnames do. A surname that is not declined equals itself.
    """
    left, right = level(declined).lower(), level(nominative).lower()
    if left == right:
        return True
    return _in_paradigm(left, right, feminine) or left in _genitives(right, feminine)


def nominative(name: PersonName) -> str:
    """Return a full name in the nominative, in the order Имя Отчество Фамилия.

    A part that the dictionary cannot turn back stays as it was printed.
    """
    parts = (name.given or "", name.patronymic or "", name.surname)
    tags = ("Name", "Patr", "Surn")
    return " ".join(_nominative(part, tag, name.feminine) for part, tag in zip(parts, tags, strict=True) if part)


def with_initials(name: PersonName, *, accusative: bool = False) -> str:
    """Return a name with initials as «Д.Ю. Зубов».

    :param accusative: the name stands after «на»: «на Д.Ю. Зубова», «на Орлову М.П.» → М.П. Орлова.
    """
    surname = _of_accusative(name.surname) if accusative else name.surname
    return f"{'.'.join(name.initials)}. {surname}"


def _of_accusative(surname: str) -> str:
    for reading in parses(surname):
        if "Surn" in reading.tag and reading.tag.case == "accs" and reading.tag.number == "sing":
            form = reading.inflect({"nomn"})
            if form:
                return "-".join(piece.capitalize() for piece in form.word.split("-"))
    for ending, restored in (("ую", "ая"), ("у", "а"), ("ю", "я")):
        if surname.endswith(ending):
            return surname.removesuffix(ending) + restored
    return _surname_nominative(surname, False)


def _nominative(word: str, tag: str, feminine: bool | None) -> str:
    gender = "femn" if feminine else "masc"
    for reading in parses(word):
        if tag in reading.tag and reading.tag.gender == gender and reading.tag.number == "sing":
            form = reading.inflect({"nomn", gender}) or reading
            return "-".join(piece.capitalize() for piece in form.word.split("-"))
    return _surname_nominative(word, feminine) if tag == "Surn" else word


# Endings of declined surnames and of their nominative, longest first; other surnames stay as they are.
_DECLINED = {
    True: (("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ыной", "ына"),
           ("ой", "ая")),
    False: (("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"), ("ова", "ов"), ("ева", "ев"),
            ("ина", "ин"), ("ына", "ын"), ("ча", "ч"), ("ка", "к"), ("на", "н"), ("ра", "р"), ("ля", "ль")),
}  # fmt: skip


def _surname_nominative(word: str, feminine: bool | None) -> str:
    for ending, restored in _DECLINED[bool(feminine)]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + restored
    return word


def _in_paradigm(left: str, right: str, feminine: bool | None) -> bool:
    gender = None if feminine is None else ("femn" if feminine else "masc")
    for reading in parses(right):
        tag = reading.tag
        if "Surn" not in tag or tag.case != "nomn" or (gender and tag.gender not in (gender, None)):
            continue
        for form in reading.lexeme:
            same_gender = gender is None or form.tag.gender in (gender, None)
            if same_gender and form.tag.number == "sing" and form.word.replace("ё", "е") == left:
                return True
    return False


def _instrumentals(surname: str) -> set[str]:
    """The instrumental of a masculine surname: «представленное ректором Ветровым»."""
    if surname.endswith(("ий", "ый", "ой")):
        return {surname[:-2] + "им", surname[:-2] + "ым"}
    if surname.endswith(("ов", "ев", "ин", "ын")):
        return {surname + "ым"}
    return {surname + "ом", surname + "ем"} if surname[-1] not in "аоуыэяёюиейь" else {surname[:-1] + "ем"}


def _genitives(surname: str, feminine: bool | None) -> set[str]:
    """Forms of a surname after «в лице» and «представленное», by ending; for surnames that no dictionary has."""
    forms = _instrumentals(surname) if feminine is not True else set()
    if feminine is not False:
        if surname.endswith("ая"):
            forms.add(surname[:-2] + "ой")
        elif surname.endswith(("ова", "ева", "ина", "ына")):
            forms.add(surname[:-1] + "ой")
    if surname.endswith("а"):
        forms |= {surname[:-1] + "ы", surname[:-1] + "и"}
    elif surname.endswith("я") and not surname.endswith("ая"):
        forms.add(surname[:-1] + "и")
    if feminine is not True:
        if surname.endswith(("ий", "ый", "ой")):
            forms |= {surname[:-2] + "ого", surname[:-2] + "его", surname[:-2] + "ия", surname[:-1] + "я"}
        elif surname.endswith(("й", "ь")):
            forms.add(surname[:-1] + "я")
        elif surname[-1] not in "аоуыэяёюие":
            forms.add(surname + "а")
            if surname[-2:-1] in "ео":  # Заяц - Зайца, Мозолек - Мозолька
                forms |= {surname[:-2] + surname[-1] + "а", surname[:-2] + "ь" + surname[-1] + "а"}
    return forms
