"""Writes an order with its regulation and roadmap and says what a reader must find in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from papers.agreements import MONTHS
from papers.regulation_model import Form, Level, Measure, Provided, Rules, Subject

_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_LETTERS = "абвгдежз"
_LEVELS: dict[Level, str] = {
    "regional": "регионального", "municipal": "муниципального", "institutional": "институционального",
}  # fmt: skip
_TERMS = (
    ("наставник", "опытный учитель, который помогает молодому"),
    ("методическая встреча", "собрание педагогов, на котором обсуждают уроки (очно или по сети)"),
)
_LISTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Task", "Задачами системы являются:", ("поддержка учителей на месте работы", "обмен опытом между школами")),
    ("Principle", "Принципы создания системы:", ("доступность помощи каждому педагогу", "опора на данные")),
)
_MECHANISMS = ("Ведение паспорта системы.", "Подготовка кадров для методических служб.")
_INTERACTIONS = ("общие программы обучения", "совместные проекты школ")
_CHANNELS = ("встречи и совещания", "сетевые сообщества", "соглашения")
_INDICATORS = ("Доля педагогов, прошедших диагностику.", "Доля школ, в которых есть наставники.")
_SOURCES = ("данные опросов педагогов", "сведения с сайтов школ")


def write(rules: Rules, form: Form | None = None) -> tuple[str, Provided]:
    """Return the text of an order (or of a regulation alone, with its roadmap) and its facts."""
    return _Writer(rules, form or Form()).write()


class _Writer:
    def __init__(self, rules: Rules, form: Form) -> None:
        self.rules = rules
        self.form = form
        self.known = Provided()
        self.lines: list[str] = []
        self.section = 0

    def write(self) -> tuple[str, Provided]:
        if self.form.order:
            self._order()
        else:
            self.known.acts |= {(kind, None, None, self.rules.region) for kind in ("Regulation", "Roadmap")}
        self._mark(1)
        self._put(f"ПОЛОЖЕНИЕ\nо региональной системе научно-методического сопровождения {self.rules.region_genitive}")
        self._general()
        self._purposes()
        self._structure()
        self._mechanisms()
        self._evaluation()
        self._mark(2)
        self._put("КОМПЛЕКС МЕР (ДОРОЖНАЯ КАРТА)\nпо созданию региональной системы", self._roadmap())
        return "\n\n".join(self.lines) + "\n", self.known

    def _put(self, *paragraphs: str) -> None:
        self.lines.extend(paragraphs)

    def _mark(self, number: int) -> None:
        if self.form.order and self.form.annexes == "labelled":
            self._put(
                f"Приложение № {number}\nк приказу {self.rules.ministry_genitive}\n"
                f"от {self.rules.date:%d.%m.%Y} № {self.rules.number}"
            )

    def _order(self) -> None:
        rules = self.rules
        self._put(
            rules.issuer, "ПРИКАЗ", f"от {rules.date:%d.%m.%Y} г.", f"№ {rules.number}",
            f"Об утверждении Положения о региональной системе научно-методического сопровождения "
            f"{rules.region_genitive} и комплекса мер (дорожной карты)",
            "В целях поддержки учителей ПРИКАЗЫВАЮ:",
            "1. Утвердить Положение о региональной системе научно-методического сопровождения (приложение № 1).",
            "2. Утвердить комплекс мер (дорожную карту) по созданию региональной системы (приложение № 2).",
            f"3. Контроль за исполнением приказа возложить на {rules.control_post} {rules.control}.",
            "4. Приказ вступает в силу со дня его подписания.",
            f"Министр\n{rules.signed_by}",
        )  # fmt: skip
        self.known.orders |= {
            ("Approval", "1", 1, "annex-1"), ("Approval", "2", 2, "annex-2"),
            ("ControlAssignment", "3", rules.control, rules.control_post),
            ("EntryIntoForce", "4", "со дня его подписания"),
            ("Signature", "Министр", rules.signed_by.split()[-1]),
        }  # fmt: skip
        self.known.acts |= {
            ("Order", rules.number, rules.date, rules.region), ("Regulation", rules.number, rules.date, rules.region),
            ("Roadmap", rules.number, rules.date, rules.region),
        }  # fmt: skip

    # --- the regulation --------------------------------------------------------------------------

    def _heading(self, title: str) -> None:
        self.section += 1
        number = _ROMAN[self.section - 1] if self.form.sections == "roman" else str(self.section)
        self._put(f"{number}. {title}")

    def _list(self, kind: str, label: str, items: Sequence[str]) -> None:
        """Put a list with dashes; its items are facts of one kind."""
        self._put(*(f"– {item}{'.' if at == len(items) else ';'}" for at, item in enumerate(items, start=1)))
        self.known.provisions |= {(kind, f"{label}/{at}", item) for at, item in enumerate(items, start=1)}

    def _general(self) -> None:
        self._heading("Общие положения")
        self._put("1.1. Положение определяет цель, задачи и субъекты региональной системы (далее – РСНМС).",
                  "1.2. В Положении используются следующие понятия:")  # fmt: skip
        self._put(*(f"– {name} – {meaning}{';' if at == 0 else '.'}" for at, (name, meaning) in enumerate(_TERMS)))
        self.known.terms |= {(f"1.2/{at}", *term) for at, term in enumerate(_TERMS, start=1)}

    def _purposes(self) -> None:
        self._heading("Цель, задачи и принципы РСНМС")
        goal = "Целью РСНМС является помощь каждому педагогу в его профессиональном росте"
        self._put(f"2.1. {goal}.")
        self.known.provisions.add(("Goal", "2.1", goal))
        for at, (kind, lead, items) in enumerate(_LISTS, start=2):
            self._put(f"2.{at}. {lead}")
            self._list(kind, f"2.{at}", items)

    def _structure(self) -> None:
        self._heading("Структура и субъекты РСНМС")
        self._put("3.1. В РСНМС есть субъекты нескольких уровней.")
        for at, level in enumerate(self.rules.levels, start=2):
            self._put(f"3.{at}. Субъектами {_LEVELS[level]} уровня являются:")
            subjects = [subject for subject in self.rules.subjects if subject.level == level]
            for ordinal, subject in enumerate(subjects, start=1):
                self._subject(f"3.{at}.{ordinal}", subject)
            if self.form.closed:
                self._put(f"Перечень субъектов {_LEVELS[level]} уровня РСНМС является исчерпывающим.")
                self.known.closed.add((f"3.{at}", level))

    def _subject(self, label: str, subject: Subject) -> None:
        short = f" (далее – {subject.short})" if subject.short else ""
        if self.form.functions == "inline":
            verb = "осуществляют" if subject.several else "осуществляет"
            self._put(f"{label}. {subject.name}{short} {verb} следующие функции:")
        else:
            self._put(f"{label}. {subject.name}{short}", "Функции:")
        self.known.subjects.add((label, subject.name, subject.short, subject.level))
        for at, words in enumerate(subject.functions, start=1):
            printed, below = {
                "dash": ("–", f"/{at}"), "bullet": ("•", f"/{at}"), "parenthesis": (f"{at})", f"/{at}"),
                "letter": (f"{_LETTERS[at - 1]})", f"/{_LETTERS[at - 1]}"), "decimal": (f"{label}.{at}.", f".{at}"),
            }[self.form.items]  # fmt: skip
            self._put(f"{printed} {words}{'.' if at == len(subject.functions) else ';'}")
            self.known.functions.add((label + below, subject.name, words))

    def _mechanisms(self) -> None:
        self._heading("Механизмы создания РСНМС")
        self._put(*(f"4.{at}. {words}" for at, words in enumerate(_MECHANISMS, start=1)))
        self.known.provisions |= {("Mechanism", f"4.{at}", words[:-1]) for at, words in enumerate(_MECHANISMS, start=1)}
        self._heading("Взаимодействие субъектов РСНМС")
        self._put("5.1. Предметом взаимодействия субъектов являются:")
        self._list("Interaction", "5.1", _INTERACTIONS)
        self._put("5.2. Каналы взаимодействия:")
        self._list("Channel", "5.2", _CHANNELS)

    def _evaluation(self) -> None:
        self._heading("Показатели эффективности РСНМС")
        self._put("6.1. Показатели:")
        for at, words in enumerate(_INDICATORS, start=1):
            printed, label = {
                "numbered": (f"{at}.", f"6.1/{at}"), "parenthesis": (f"{at})", f"6.1/{at}"),
                "decimal": (f"6.1.{at}.", f"6.1.{at}"),
            }[self.form.indicators]  # fmt: skip
            self._put(f"{printed} {words}")
            self.known.provisions.add(("Indicator", label, words[:-1]))
        self._put("6.2. Источники информации:")
        self._list("InformationSource", "6.2", _SOURCES)
        self._put("6.3. Мониторинг проводится не реже двух раз в год.")
        self.known.monitoring.add(("6.3", 2))

    # --- the roadmap -----------------------------------------------------------------------------

    def _roadmap(self) -> str:
        rows = [("№", "Мероприятие", "Ответственный", "Результат", "Срок")]
        for number, measure in enumerate(self.rules.measures, start=1):
            day = f"{measure.deadline.day:02} {MONTHS[measure.deadline.month - 1]} {measure.deadline.year} года"
            row = (str(number), measure.name, measure.responsible, measure.result, day)
            rows.extend(_split(row) if self.form.split and number == 2 else [row])
            self._know_measure(number, measure)
        lines = [self._line(row) for row in rows]
        if self.form.roadmap == "markdown":
            lines.insert(1, "|---|---|---|---|---|")
        if self.form.split:
            lines.insert(next(at for at, row in enumerate(rows) if not row[0]), "")
        return "\n".join(lines)

    def _line(self, row: Sequence[str]) -> str:
        return "\t".join(row) if self.form.roadmap == "tabs" else f"| {' | '.join(row)} |"

    def _know_measure(self, number: int, measure: Measure) -> None:
        day: dt.date = measure.deadline
        self.known.measures.add((f"ДК/{number}", measure.name, measure.responsible, measure.result, day))


def _split(row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Break a row in two: the last words of its name and of its date go to the next page."""
    number, name, responsible, result, day = row
    name_above, name_below = name.rsplit(" ", 1)
    day_above, day_below = day.rsplit(" ", 1)
    return [(number, name_above, responsible, result, day_above), ("", name_below, "", "", day_below)]
