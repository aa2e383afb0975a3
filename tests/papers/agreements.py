"""Writes an agreement as plain text and says what a reader must find in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from papers.agreement_model import Known, Layout, Matter, Role, Row, Side

MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
           "ноября", "декабря")  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_LETTERS = "абвгдежз"
_CALLED = {"m": "именуемый", "f": "именуемая", "n": "именуемое"}
_ENDS = {True: "ей", False: "его"}

# What each side owes: as nouns after «обеспечивает», as infinitives after «обязуется».
_DUTIES: dict[Role, tuple[tuple[str, str], ...]] = {
    "ministry": (
        ("подготовку паспорта региональной системы", "подготовить паспорт региональной системы"),
        ("наблюдение за ходом работ в округах и районах", "наблюдать за ходом работ в округах и районах"),
        ("кадровые, финансовые и иные условия для работы методических служб",
         "создать кадровые, финансовые и иные условия для работы методических служб"),
    ),
    "centre": (
        ("обучение муниципальных тьюторов не реже одного раза в год",
         "проводить обучение муниципальных тьюторов не реже одного раза в год"),
        ("составление индивидуальных образовательных маршрутов, в том числе по итогам диагностики",
         "составлять индивидуальные образовательные маршруты, в том числе по итогам диагностики"),
    ),
    "municipality": (
        ("участие работников методической службы в обучении", "направлять работников методической службы на обучение"),
        ("достижение значений показателей, указанных в приложении",
         "достигать значений показателей, указанных в приложении"),
        ("передачу сведений для паспорта в срок до 1 июня каждого года",
         "передавать сведения для паспорта в срок до 1 июня каждого года"),
        ("работу школьных методических объединений", "поддерживать работу школьных методических объединений"),
    ),
}  # fmt: skip
_JOINT = ("сообщать друг другу о смене адресов и ответственных лиц", "хранить в тайне персональные данные педагогов")
_RIGHTS = ("запрашивать сведения о ходе работ", "посещать занятия тьюторов")
_BEARERS: tuple[Role, ...] = ("ministry", "centre", "municipality")


def write(matter: Matter, layout: Layout | None = None) -> tuple[str, Known]:
    """Return the text of an agreement and the facts that it holds."""
    return _Writer(matter, layout or Layout()).write()


def printed_date(day: dt.date, year_word: str = "г.") -> str:
    """A date as a paper prints it: «05» марта 2022 г."""
    return f"«{day.day:02}» {MONTHS[day.month - 1]} {day.year} {year_word}"


class _Writer:
    def __init__(self, matter: Matter, layout: Layout) -> None:
        self.matter = matter
        self.layout = layout
        self.known = Known()
        self.lines: list[str] = []
        self.section = 0

    def write(self) -> tuple[str, Known]:
        self._head()
        self._preamble()
        self._subject_matter()
        self._duties()
        self._closing()
        self._heading("Подписи Сторон")
        self._signatures(annexed=False)
        self._annex()
        return "\n\n".join(self.lines) + "\n", self.known

    def _put(self, *paragraphs: str) -> None:
        self.lines.extend(paragraphs)

    # --- head and preamble -----------------------------------------------------------------------

    def _head(self) -> None:
        matter, about = self.matter, "о совместной работе по методическому сопровождению педагогов"
        day = printed_date(matter.date)
        if self.layout.head == "number in title":
            self._put(f"СОГЛАШЕНИЕ № {matter.number}", about, f"г. {matter.place}", day)
        elif self.layout.head == "one line":
            self._put("СОГЛАШЕНИЕ", about, f"№ {matter.number}", f"г. {matter.place}{' ' * 30}{day}")
        else:
            self._put("СОГЛАШЕНИЕ", about, f"г. {matter.place}", day, f"№ {matter.number}")
        self.known.act.add((matter.number, matter.date, matter.place, matter.region))
        self.known.titles.add((about,))

    def _preamble(self) -> None:
        sides = [self._introduced(side) for side in self.matter.sides]
        stands = ("с одной стороны", "с другой стороны", "с третьей стороны")
        parts = [f"{side}, {stand}" for side, stand in zip(sides, stands, strict=True)]
        self._put(
            f"{parts[0]}, {parts[1]}, и {parts[2]}, далее совместно именуемые «Стороны», "
            "заключили настоящее Соглашение о нижеследующем."
        )

    def _introduced(self, side: Side) -> str:
        layout, person = self.layout, side.person
        given, patronymic, surname = person.genitive
        name = f"{surname} {given} {patronymic}" if layout.surname == "first" else f"{given} {patronymic} {surname}"
        who = f"{side.post_genitive} {name}" if layout.post == "before" else f"{name}, {side.post_genitive}"
        acting = f", действующ{_ENDS[person.feminine]} на основании {side.authority}" if layout.authority else ""
        called = (
            f" (далее – {side.short})"
            if layout.naming == "brackets"
            else f", {_CALLED[side.named]} в дальнейшем «{side.short}»"
        )
        self.known.parties.add((side.role, side.name, side.short))
        self.known.representatives.add((
            side.role, " ".join(person.nominative), side.post_genitive, side.authority if layout.authority else None,
        ))  # fmt: skip
        return f"{side.name}{called}, в лице {who}{acting}"

    # --- clauses ---------------------------------------------------------------------------------

    def _heading(self, title: str) -> str:
        self.section += 1
        number = _ROMAN[self.section - 1] if self.layout.sections == "roman" else str(self.section)
        self._put(f"{number}. {title}")
        return number

    def _subject_matter(self) -> None:
        self._heading("Предмет Соглашения")
        self._put(
            "1.1. Предметом настоящего Соглашения является совместная работа Сторон по методическому сопровождению "
            f"педагогов {self.matter.region_genitive}.",
            "1.2. Показатели, которых достигают Стороны, указаны в приложении к настоящему Соглашению.",
        )
        self.known.provisions.add(("SubjectMatter", "1.1"))

    def _duties(self) -> None:
        bearer = self.layout.bearer
        separate = bearer == "section"
        count = 0
        number = "" if separate else self._heading("Обязанности Сторон")
        for ordinal, role in enumerate(_BEARERS, start=1):
            side, verb = self.matter.side(role), self.layout.verb
            duties = [duty[verb == "обязуется"] for duty in _DUTIES[role]]
            name = side.short if self.layout.bearer_name == "short" else side.name
            if separate:
                number = self._heading(f"Обязанности {side.short_genitive}")
                self._items(number, f"{self.section}", duties, [role])
                continue
            if bearer == "sentence":
                count = self._sentences(f"{name} {verb}", duties, [role], count)
                continue
            if bearer == "bare":
                duties = [f"обеспечивает {duty[0]}" for duty in _DUTIES[role]]
            lead = {
                "bare": f"{name}:", "genitive": f"Обязанности {side.short_genitive}:"
            }.get(bearer, f"{name} {verb}:")  # fmt: skip
            count = self._introduce(lead, number, ordinal, duties, [role], count)
        if self.layout.joint:
            self._joint(number, count)
        if self.layout.rights:
            lead, before = f"{self.matter.side('ministry').short} вправе:", count + len(_JOINT)
            self._introduce(lead, number, 5, list(_RIGHTS), ["ministry"], before, "permission")

    def _introduce(
        self, lead: str, number: str, ordinal: int, duties: list[str], roles: list[Role], count: int,
        modality: str = "obligation",
    ) -> int:  # fmt: skip
        """Put a lead-in with its items; return how many items without a numbered lead-in the section has."""
        if self.layout.bearer != "plain":
            prefix = f"{self.section}.{ordinal}"
            self._put(f"{prefix}. {lead}")
            self._items(prefix, prefix, duties, roles, modality=modality)
            return 0
        self._put(lead)
        self._items(number, str(self.section), duties, roles, count, modality)
        return count + len(duties)

    def _sentences(self, lead: str, duties: Sequence[str], roles: list[Role], count: int) -> int:
        for at, duty in enumerate(duties, start=count + 1):
            self._put(f"{self.section}.{at}. {lead} {duty}.")
            self.known.obligations.add((f"{self.section}.{at}", tuple(sorted(roles)), "obligation", f"{lead} {duty}"))
        return count + len(duties)

    def _joint(self, number: str, count: int) -> None:
        if self.layout.bearer == "section":
            number = self._heading("Обязанности Сторон")
            self._items(number, str(self.section), list(_JOINT), list(_BEARERS))
        elif self.layout.bearer == "sentence":
            self._sentences("Стороны обязуются", _JOINT, list(_BEARERS), count)
        else:
            self._introduce("Стороны обязуются:", number, 4, list(_JOINT), list(_BEARERS), count)

    def _items(
        self, name: str, prefix: str, duties: list[str], roles: list[Role], before: int = 0,
        modality: str = "obligation",
    ) -> None:  # fmt: skip
        """Put items; ``name`` is how people cite the clause above, ``prefix`` is what decimal labels repeat."""
        for ordinal, duty in enumerate(duties, start=1):
            printed, label = {
                "decimal": (f"{prefix}.{before + ordinal}.", f"{prefix}.{before + ordinal}"),
                "parenthesis": (f"{ordinal})", f"{name}/{ordinal}"),
                "letter": (f"{_LETTERS[ordinal - 1]})", f"{name}/{_LETTERS[ordinal - 1]}"),
                "dash": ("–", f"{name}/{before + ordinal}"),
            }[self.layout.items]
            self._put(f"{printed} {duty}{'.' if ordinal == len(duties) else ';'}")
            self.known.obligations.add((label, tuple(sorted(roles)), modality, duty))

    def _closing(self) -> None:
        matter = self.matter
        self._heading("Срок действия Соглашения")
        last = f"{matter.ends_on.day} {MONTHS[matter.ends_on.month - 1]} {matter.ends_on.year} года"
        label = f"{self.section}.1"
        begins = (
            "вступает в силу со дня его подписания Сторонами и действует"
            if self.layout.term == "from signing"
            else f"действует с {printed_date(matter.date)}"
        )
        self._put(f"{label}. Соглашение {begins} {self.layout.boundary} {last}.")
        self.known.validity.add((label, matter.ends_on, self.layout.boundary))
        self._heading("Заключительные положения")
        self._put(
            f"{self.section}.1. Изменения настоящего Соглашения оформляются дополнительным соглашением Сторон.",
            f"{self.section}.2. Соглашение составлено в трёх экземплярах, по одному для каждой из Сторон.",
        )
        self.known.provisions.add(("AmendmentRule", f"{self.section}.1"))

    # --- signatures and annex --------------------------------------------------------------------

    def _signatures(self, *, annexed: bool) -> None:
        sides = self.matter.sides
        blank = f"«___» __________ {self.matter.date.year} г."
        day = {"printed": printed_date(self.matter.date, "года"), "none": "", "blank": blank}[self.layout.signed_date]
        marks = [f"{side.person.initials} {side.person.surname}" for side in sides]
        style = self.layout.signatures
        if style == "flattened":
            self._put(*("\n".join(side.post) for side in sides))
            for mark in marks:
                self._put(*([mark, day] if day else [mark]))
        elif style == "interleaved":
            for side, mark in zip(sides, marks, strict=True):
                self._put("\n".join(side.post), mark + "\nМ.П.", *([day] if day else []))
        elif style == "columns":
            posts = "\t".join(" ".join(side.post) for side in sides)
            names = "\t".join(f"__________ {mark}" for mark in marks)
            self._put("\n".join([posts, names, *(["\t".join([day] * 3)] if day else [])]))
        elif style == "rows":
            rows = [f"{' '.join(side.post)}\t__________\t{mark}" for side, mark in zip(sides, marks, strict=True)]
            self._put("\n".join(rows))
        else:
            for side, mark in zip(sides, marks, strict=True):
                name = f"__________ /{mark}/" if style == "slashes" else f"____________ {mark}"
                *above, last = side.post
                self._put("\n".join([*above, f"{last} {name}", *([day] if day else [])]))
        for side in sides:
            date = self.matter.date if self.layout.signed_date == "printed" else None
            self.known.signatures.add((
                side.role, " ".join(side.post), side.person.surname, side.person.initials.replace(".", ""), date,
                annexed,
            ))  # fmt: skip

    def _annex(self) -> None:
        matter = self.matter
        title = f"ПОКАЗАТЕЛИ\nпо {matter.municipality_dative}"
        mark = {
            "labelled": f"Приложение\nк Соглашению от {matter.date:%d.%m.%Y} № {matter.number}",
            "numbered": f"Приложение № 1 к Соглашению от {matter.date:%d.%m.%Y} № {matter.number}",
            "titled": None,
        }[self.layout.annex]
        self._put(*([mark] if mark else []), title, self._table())
        self.known.annexes.add((mark is not None, 1 if self.layout.annex == "numbered" else None))
        self._signatures(annexed=True)

    def _table(self) -> str:
        periods = self.layout.periods
        both = self.layout.table == "share and count"
        if both:
            lines = ["№ п/п\tНаименование показателя" + "".join(f"\t{period}\t" for period in periods),
                     "\t" + "\tДоля\tКоличество" * len(periods)]  # fmt: skip
        else:
            lines = ["№ п/п\tНаименование показателя\t" + "\t".join(periods)]
        for ordinal, row in enumerate(self.matter.rows, start=1):
            cells = [
                (share and f"{share}%", count) if both else (share and f"{share} %",) if share else (None, count)[1:]
                for share, count in row.values
            ]
            values = "\t".join(cell or "" for pair in cells for cell in pair)
            lines.append(f"{ordinal}.\t{row.name}\t{values}")
            self._know_targets(ordinal, row, both)
        return "\n".join(lines)

    def _know_targets(self, ordinal: int, row: Row, both: bool) -> None:
        for period, (share, count) in zip(self.layout.periods, row.values, strict=True):
            years = [int(year) for year in re.findall(r"20\d\d", period)]
            opened = "последующ" in period
            self.known.targets.add((
                f"приложение/{ordinal}", row.name, years[0], None if opened else years[-1], opened,
                Decimal(share.replace(",", ".")) if share else None,
                Decimal(count) if count and (both or not share) else None,
            ))  # fmt: skip
