"""Operators on the acts that a paper cites and on the names that it gives to regions, bodies and projects."""

from __future__ import annotations

import re
from random import Random

from mutation.insertions import adding, adding_both, endings, with_words
from mutation.places import Made, TextOperator

_REGION = r"(?:[А-ЯЁ][а-яё-]+ской области|[А-ЯЁ][а-яё-]+ского края|Республики [А-ЯЁ][а-яё]+)"
_BODY = rf"\b([Мм]инистерств|[Дд]епартамент)(?:о|а|) (образования(?: и науки)?|просвещения) ({_REGION})"
_INVENTED = "Примерск"  # a region that no list of regions has
_RESOLUTION = " согласно постановлению Правительства Российской Федерации от "


def another_region(text: str, random: Random) -> Made:
    """A duty or a function speaks of a region that the paper is not of."""
    if _INVENTED not in text:
        for at, clause in endings(text):
            other = random.choice([name for name in ("Рязанской области", "Пермского края") if name not in text])
            yield with_words(text, (at, f" по образцу {other}")), clause


def another_municipality(text: str, random: Random) -> Made:
    """A duty speaks of a municipality that is no party."""
    if re.search(r"[сц]кого (?:муниципального (?:округа|района)|района)", text):
        for at, clause in endings(text):
            yield (
                with_words(text, (at, f" и школ {random.choice(['Тарусского района', 'Ельнинского района'])}")),
                clause,
            )


def body_of_another_name(text: str, random: Random) -> Made:
    """The body of the region is in charge of education in one place and of enlightenment in another."""
    body = re.search(_BODY, text)
    if body and _INVENTED not in text:
        other = "просвещения" if body[2].startswith("образования") else "образования"
        name = f"{body[1][0].upper()}{body[1][1:]}а {other} {body[3]}"
        for at, clause in endings(text):
            yield with_words(text, (at, f" по плану {name}")), clause


def slip_in_a_name(text: str, random: Random) -> Made:
    """A name in quotation marks stands once more with one letter of its longest word exchanged.

    The titles of acts are no names.
    """
    for match in re.finditer("(?<!» )«(?!Об? )([А-ЯЁ][а-яё]+(?: [а-яё]+)+)»", text):
        longest = max(match[1].split(), key=len)
        wrong = longest[:4] + ("и" if longest[4] != "и" else "у") + longest[5:]
        for at, clause in endings(text):
            if len(longest) > 7 and at > match.end():
                yield with_words(text, (at, f" на базе учреждения «{match[1].replace(longest, wrong)}»")), clause


CITATIONS: dict[str, dict[str, TextOperator]] = {
    "ACT-NUMBER": {"an act without its number or date": adding(
        " согласно приказу Министерства просвещения Российской Федерации от 12 марта 2020 г.",
        " согласно приказу Министерства просвещения Российской Федерации № 115")},
    "ACT-TWO-WAYS": {
        "an act with two dates": adding_both(
            f"{_RESOLUTION}14 мая 2020 г. № 431", f"{_RESOLUTION}15 мая 2020 г. № 431"),
        "an act with two numbers": adding_both(
            " согласно приказу Министерства просвещения Российской Федерации от 4 февраля 2020 г. № 33-ПР/7",
            " согласно приказу Министерства просвещения Российской Федерации от 4 февраля 2020 г. № 38-ПР/7"),
    },
    "ACT-AMENDING": {"amended before it was made": adding(
        f"{_RESOLUTION}15 мая 2020 г. № 431 (в редакции постановления от 3 февраля 2019 г. № 87)")},
    "ACT-EDITIONS": {"editions out of order": adding(
        f"{_RESOLUTION}15 мая 2018 г. № 431 (в редакции постановлений от 3 февраля 2020 г. № 87, "
        "от 9 июня 2019 г. № 505)")},
    "ENTITY-REGION": {"another region": another_region},
    "ENTITY-ORGANISATION": {"the body bears another name": body_of_another_name},
    "ENTITY-NAME": {
        "a slip in a name": slip_in_a_name,
        "a name spelt in two ways": adding_both(
            " на занятиях «Мастерская педагога»", " на занятиях «Мостерская педагога»"),
    },
    "ENTITY-PROJECT": {
        "a project of two levels": adding_both(
            " в рамках федерального проекта «Учитель рядом»", " в рамках национального проекта «Учитель рядом»"),
        "a national project called federal": adding(" в рамках федерального проекта «Образование»"),
    },
}  # fmt: skip
IN_AGREEMENTS: dict[str, dict[str, TextOperator]] = {
    **CITATIONS, "ENTITY-MUNICIPALITY": {"another municipality": another_municipality},
}  # fmt: skip
IN_ORDERS = CITATIONS
