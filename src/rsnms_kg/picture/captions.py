"""The words of pictures: titles, names of bands, counts, what lines and marks mean."""

from __future__ import annotations

from datetime import date

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.lexicon import concepts
from rsnms_kg.russian.typography import NBSP
from rsnms_kg.russian.words import plural

TITLES = {
    "structure": Bilingual("Структура", "Structure"),
    "functions": Bilingual("Функции", "Functions"),
    "obligations": Bilingual("Обязательства", "Obligations"),
    "agreement": Bilingual("Обязательства сторон и функции положения",
                           "Obligations of the parties and functions of the regulation"),
    "crosswalk": Bilingual("Сопоставление", "Crosswalk"),
    "coverage": Bilingual("Кто закрепил функции положения", "Who has taken on the functions of the regulation"),
    "roadmap": Bilingual("Дорожная карта", "Roadmap"),
    "indicators": Bilingual("Показатели по периодам", "Indicators by period"),
}  # fmt: skip
_OWN_BANDS = {
    "outside": Bilingual("Вне системы", "Outside the system"),
    "unstated": Bilingual("Уровень не указан", "Level not stated"),
}
RELATIONS = {
    "identical": Bilingual("совпадает", "identical"),
    "narrower": Bilingual("уже", "narrower"),
    "broader": Bilingual("шире", "broader"),
    "partial": Bilingual("частично", "partly"),
    "related": Bilingual("родственно", "related"),
}
STATUSES = {
    "covered": Bilingual("функция закреплена полностью", "the function is taken on in full"),
    "some": Bilingual("полностью закреплена не всеми", "taken on in full, but not by all"),
    "part": Bilingual("закреплена только частично", "taken on in part only"),
    "open": Bilingual("не закреплена", "not taken on"),
    "paired": Bilingual("есть соответствие", "has a counterpart"),
    "kindred": Bilingual("есть только родственное", "has kindred only"),
    "alone": Bilingual("соответствия нет", "has no counterpart"),
    "done": Bilingual("исполнено", "done"),
    "late": Bilingual("исполнено позже срока", "done late"),
    "overdue": Bilingual("просрочено", "overdue"),
    "passed": Bilingual("срок прошёл", "date has passed"),
    "ahead": Bilingual("срок не наступил", "not due yet"),
}
LEGENDS = {
    "interaction": Bilingual("штриховая стрелка – взаимодействие", "dashed arrow – interaction"),
    "inside": Bilingual("рамка в рамке – подразделение организации", "box in a box – a unit of the organisation"),
    "host": Bilingual("сплошная стрелка – в составе организации", "solid arrow – part of the organisation"),
    "realises": Bilingual(
        "стрелка – обязательство осуществляет функцию; «уже» и «шире» сказано об обязательстве",
        "arrow – the obligation realises the function; “narrower” and “broader” are said of the obligation",
    ),
    "pair": Bilingual("линия – нормы соответствуют друг другу; «уже» и «шире» сказано о левой",
                      "line – the norms correspond; “narrower” and “broader” are said of the left one"),
    "shift": Bilingual("штриховая – носитель другой", "dashed – another bearer"),
    "related": Bilingual("точечная – родственно, но не осуществляет", "dotted – related, realises nothing"),
    "follows": Bilingual("стрелка – порядок мероприятий", "arrow – the order of the measures"),
}  # fmt: skip
INSTEAD = Bilingual("вместо", "instead of")
HOST = Bilingual("в составе", "part of")
WORKING = Bilingual("взаимодействие", "interaction")
EVERYBODY, BOTH = Bilingual("Все стороны", "All parties"), Bilingual("Обе стороны", "Both parties")
UNNAMED = Bilingual("носитель не назван", "no bearer named")
FOREIGN = Bilingual(
    "Положение другого региона: это сопоставление, а не проверка.",
    "The regulation of another region: this is a comparison and not a check.",
)
_COUNTED = {
    "functions": (("функция", "функции", "функций"), ("function", "functions")),
    "obligations": (("обязательство", "обязательства", "обязательств"), ("obligation", "obligations")),
    "papers": (("бумага", "бумаги", "бумаг"), ("paper", "papers")),
    "norms": (("норма", "нормы", "норм"), ("norm", "norms")),
}


def band_caption(band: str, language: str) -> str:
    """Return the name of a level as the code list has it, or of a band of our own."""
    names = {concept.notation: concept.label for concept in concepts("level")} | _OWN_BANDS
    return sentence(names[band](language))


def counted(count: int, what: str, language: str) -> str:
    """Return a number with its noun: ``14 функций``."""
    russian, (one, many) = _COUNTED[what]
    return f"{count}{NBSP}{one if count == 1 else many}" if language == "en" else plural(count, *russian)


def taken_on(done: int, full: int, count: int, language: str, *, by_all: bool = False) -> str:
    """Return how many functions of how many are taken on, and how many of them in full where not all are.

    :param by_all: in full is what all of several papers have in full.
    """
    if language == "en":
        whole = f", {full} in full" + (" by all" if by_all else "")
        return f"{done} of {count} taken on" + (whole if full < done else "")
    whole = f", полностью {'у всех ' if by_all else ''}{full}"
    return f"закреплено {done} из {count}" + (whole if full < done else "")


def in_papers(full: int, part: int, count: int, language: str) -> str:
    """Return in how many papers of several something stands, and how: «полностью в 1, частично в 2 из 3»."""
    if language == "en":
        said = [f"in full in {full}"] * bool(full) + [f"in part in {part}"] * bool(part)
        return f"{', '.join(said)} of {count}" if said else ""
    said = [f"полностью в {full}"] * bool(full) + [f"частично в {part}"] * bool(part)
    return f"{', '.join(said)} из {count}" if said else ""


def cited(clauses: tuple[str, ...], language: str) -> str:
    """Return clauses as people cite them: ``п. 3.2.1, 3.2.2``; what is no number is cited as it is."""
    if not clauses:
        return ""
    if not clauses[0][:1].isdigit():
        return ", ".join(clauses)
    word = ("clause" if len(clauses) == 1 else "clauses") if language == "en" else "п."
    return word + NBSP + ", ".join(clauses)


def on_paper(day: date | str) -> str:
    """Return a day as papers write it: ``15.09.2021``."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day:%d.%m.%Y}"


def sentence(text: str) -> str:
    """Return text with a capital letter."""
    return text[:1].upper() + text[1:]
