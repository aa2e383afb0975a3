"""Regulations of three regions with different levels and subjects; the papers are invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from papers.regulation_model import Form, Measure, Rules, Subject

_MINISTRY_FUNCTIONS = (
    "утверждает ежегодный план методической работы",
    "заключает трёхсторонние соглашения с муниципальными органами управления образованием и институтом",
    "выделяет средства на обучение тьюторов",
)
_CENTRE_FUNCTIONS = (
    "проводит диагностику профессиональных затруднений педагогов",
    "составляет индивидуальные образовательные маршруты (в том числе сетевые)",
)
_SERVICE_FUNCTIONS = (
    "собирает запросы школ",
    "передаёт в ЦНППМ сведения для паспорта системы",
    "ведёт список наставников",
)
_COUNCIL_FUNCTIONS = ("разбирает уроки коллег", "помогает молодым учителям")


def _measures(year: int, responsible: str) -> tuple[Measure, ...]:
    return (
        Measure("Утверждено положение о региональной системе", responsible, "Приказ", dt.date(year, 7, 1)),
        Measure("Подписаны соглашения с округами и районами", responsible, "Соглашения", dt.date(year, 9, 15)),
        Measure("Обучены тьюторы муниципальных методических служб", "ЦНППМ", "Отчёт с числом обученных",
                dt.date(year, 12, 1)),
    )  # fmt: skip


TVER = Rules(
    region="tver", region_genitive="Тверской области", ministry_genitive="министерства образования Тверской области",
    issuer="МИНИСТЕРСТВО ОБРАЗОВАНИЯ ТВЕРСКОЙ ОБЛАСТИ", number="211", date=dt.date(2022, 6, 14),
    signed_by="П.И. Ветлугин", control="Д.С. Гречко", control_post="заместителя министра",
    measures=_measures(2022, "Министерство"),
    subjects=(
        Subject("regional", "Министерство образования Тверской области", _MINISTRY_FUNCTIONS, "Министерство"),
        Subject("regional", "Центр непрерывного повышения профессионального мастерства педагогических работников",
                _CENTRE_FUNCTIONS, "ЦНППМ"),
        Subject("municipal", "Муниципальная методическая служба", _SERVICE_FUNCTIONS, "ММС"),
        Subject("institutional", "Методический совет школы", _COUNCIL_FUNCTIONS),
        Subject("institutional", "Школьные методические объединения",
                ("обсуждают новые приёмы обучения", "готовят открытые уроки"), several=True),
    ),
)  # fmt: skip

KARELIA = Rules(
    region="karelia", region_genitive="Республики Карелия",
    ministry_genitive="министерства образования Республики Карелия",
    issuer="МИНИСТЕРСТВО ОБРАЗОВАНИЯ РЕСПУБЛИКИ КАРЕЛИЯ", number="87-П", date=dt.date(2023, 2, 3),
    signed_by="С.И. Черных", control="Н.В. Лоскутову", control_post="начальника отдела кадров",
    measures=_measures(2023, "Министерство"),
    subjects=(
        Subject("regional", "Министерство образования Республики Карелия", _MINISTRY_FUNCTIONS),
        Subject("regional", "Институт развития образования",
                ("готовит программы повышения квалификации", "проводит конкурсы мастерства"), "ИРО"),
        Subject("regional", "ЦНППМ", _CENTRE_FUNCTIONS),
        Subject("municipal", "Муниципальные методические объединения учителей", _SERVICE_FUNCTIONS, several=True),
    ),
)  # fmt: skip

KRASNOYARSK = replace(
    TVER, region="krasnoyarsk", region_genitive="Красноярского края", number="19/2-о", date=dt.date(2021, 11, 30),
    ministry_genitive="министерства образования Красноярского края",
    issuer="МИНИСТЕРСТВО ОБРАЗОВАНИЯ\nКРАСНОЯРСКОГО КРАЯ", signed_by="Б.А. Бондарчук", control="О.А. Жук",
    control_post="первого заместителя министра", measures=_measures(2022, "Министерство образования"),
    subjects=(
        Subject("regional", "Министерство образования Красноярского края", _MINISTRY_FUNCTIONS),
        Subject("regional", "Региональное методическое объединение", ("обобщает опыт районов",)),
        Subject("municipal", "Муниципальная методическая служба", _SERVICE_FUNCTIONS, "ММС"),
        Subject("municipal", "Сетевое сообщество педагогов района", ("обменивается методическими находками",)),
        Subject("institutional", "Школьный методический совет", _COUNCIL_FUNCTIONS, "ШМС"),
        Subject("institutional", "Наставнические пары «учитель – молодой специалист»",
                ("проводят совместные занятия",), several=True),
    ),
)  # fmt: skip

RULES = {"tver": TVER, "karelia": KARELIA, "krasnoyarsk": KRASNOYARSK}

FORMS = {
    "plain": Form(),
    "roman sections": Form(sections="roman"),
    "without its order": Form(order=False),
    "functions inline": Form(functions="inline"),
    "functions inline, items 1)": Form(functions="inline", items="parenthesis"),
    "items •": Form(items="bullet"),
    "items 1)": Form(items="parenthesis"),
    "items а)": Form(items="letter"),
    "items 3.2.1.1": Form(items="decimal"),
    "items 3.2.1.1, functions inline": Form(items="decimal", functions="inline"),
    "indicators 1)": Form(indicators="parenthesis"),
    "indicators 6.1.1": Form(indicators="decimal"),
    "open lists": Form(closed=False),
    "roadmap in pipes": Form(roadmap="pipes"),
    "roadmap in Markdown": Form(roadmap="markdown"),
    "a row over two pages": Form(split=True),
    "a row over two pages, pipes": Form(split=True, roadmap="pipes"),
    "annexes without labels": Form(annexes="titled"),
    "an office of the north": Form(
        sections="roman", functions="inline", items="decimal", indicators="decimal", roadmap="pipes",
    ),
}  # fmt: skip
