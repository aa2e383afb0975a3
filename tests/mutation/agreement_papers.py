"""Operators on the text of an agreement: what a typist or a lawyer gets wrong, one fault at a time."""

from __future__ import annotations

import re
from random import Random

from mutation.places import Made, TextOperator, clause_at, everywhere, replacing
from mutation.rounding import pairs_of_one_rounding

_NUMBER = re.compile(r"^(\d+(?:\.\d+)+)\. ", re.MULTILINE)
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_SIGNED = rf"(?<=\n)«(\d\d)» ({_MONTHS}) (\d{{4}}) года(?=\n|\Z)"
_NAME = r"(?<=\n)([А-ЯЁ])\.([А-ЯЁ])\. ([А-ЯЁ][а-яё]+)(?=\n)"
_CELLS = r"^(\d+\.\t[^\t\n]+\t)([\d,]+)%\t(\d+)\t([\d,]+)%\t(\d+)$"


# --- numbers ------------------------------------------------------------------------------------


def _lists(text: str) -> list[list[re.Match[str]]]:
    """Runs of numbers below one parent, the last two without children: 2.1.1, 2.1.2, 2.1.3."""
    runs: dict[str, list[re.Match[str]]] = {}
    for match in _NUMBER.finditer(text):
        runs.setdefault(match[1].rpartition(".")[0], []).append(match)
    numbers = [match[1] for match in _NUMBER.finditer(text)]

    def has_child(match: re.Match[str]) -> bool:
        return any(number.startswith(f"{match[1]}.") for number in numbers)

    return [run for run in runs.values() if len(run) > 1 and not any(map(has_child, run[-2:]))]


def _renumbered(text: str, match: re.Match[str], number: str) -> tuple[str, str]:
    return text[: match.start(1)] + number + text[match.end(1) :], number


def last_number_repeated(text: str, random: Random) -> Made:
    for run in _lists(text):
        yield _renumbered(text, run[-1], run[-2][1])


def last_number_too_far(text: str, random: Random) -> Made:
    for run in _lists(text):
        above, _, last = run[-1][1].rpartition(".")
        yield _renumbered(text, run[-1], f"{above}.{int(last) + random.choice([1, 3, 10])}")


def number_of_another_parent(text: str, random: Random) -> Made:
    for run in _lists(text):
        above, _, last = run[-1][1].rpartition(".")
        head, _, parent = above.rpartition(".")
        if head:  # 2.1.3 → 2.6.3
            yield _renumbered(text, run[-1], f"{head}.{int(parent) + random.choice([5, 6, 7])}.{last}")


def numbers_exchanged(text: str, random: Random) -> Made:
    """The last two numbers of a list change places; found at the second of them, which is lower now."""
    for run in _lists(text):
        first, second = run[-2:]
        changed = text[: first.start(1)] + second[1] + text[first.end(1) : second.start(1)] + first[1]
        yield changed + text[second.end(1) :], first[1]


def row_number(text: str, random: Random) -> Made:
    """The last row bears another number, lower or higher."""
    rows = list(re.finditer(r"^(\d+)\.\t", text, re.MULTILINE))
    if rows:
        last = rows[-1]
        number = str(int(last[1]) + random.choice([-1, 1, 5]))
        yield text[: last.start(1)] + number + text[last.end(1) :], f"приложение/{number}"


# --- the table ------------------------------------------------------------------------------------


def _cells(changed: str, new: str) -> TextOperator:
    """A cell of a row with shares and counts becomes something else: «s1», «c1», «s2», «c2» are the four cells."""
    at = ("s1", "c1", "s2", "c2").index(changed) + 2

    def make(text: str, random: Random) -> Made:
        for row in re.finditer(_CELLS, text, re.MULTILINE):
            cells = [row[2] + "%", row[3], row[4] + "%", row[5]]
            cells[at - 2] = new.format(*cells)
            yield text[: row.start()] + row[1] + "\t".join(cells) + text[row.end() :], clause_at(text, row.start())

    return make


def periods_exchanged(text: str, random: Random) -> Made:
    for row in re.finditer(_CELLS, text, re.MULTILINE):
        line = f"{row[1]}{row[4]}%\t{row[5]}\t{row[2]}%\t{row[3]}"
        yield text[: row.start()] + line + text[row.end() :], clause_at(text, row.start())


def count_stands(text: str, random: Random) -> Made:
    """The share grows by a tenth of a per cent, the count does not, so that some base still fits both."""
    for row in re.finditer(_CELLS, text, re.MULTILINE):
        share = row[2] if "," in row[2] else f"{row[2]},0"
        cells = f"{row[2]}%\t{row[3]}\t{share[:-1]}{int(share[-1]) + 1}%\t{row[3]}"
        yield text[: row.start()] + row[1] + cells + text[row.end() :], clause_at(text, row.start())


def fits_one_rounding(text: str, random: Random) -> Made:
    for row in re.finditer(_CELLS, text, re.MULTILINE):
        cells = "\t".join(f"{share}%\t{count}" for share, count in pairs_of_one_rounding(random))
        yield text[: row.start()] + row[1] + cells + text[row.end() :], "приложение"


def named_after_the_region(text: str, random: Random) -> Made:
    region = re.search(r"(?<=сопровождению педагогов )[^\n.]+(?=\.$)", text, re.MULTILINE)
    for row in re.finditer(r"^\d+\.\t(Доля педагогов|Доля школ)(?=[ ,])", text, re.MULTILINE):
        if region:
            yield f"{text[: row.end(1)]} {region[0]}{text[row.end(1) :]}", clause_at(text, row.start())


def named_as_a_count(text: str, random: Random) -> Made:
    for row in re.finditer(r"^\d+\.\t(Доля)(?= педагогов| школ| тьюторов| муниципальных)", text, re.MULTILINE):
        yield text[: row.start(1)] + "Количество" + text[row.end(1) :], clause_at(text, row.start())


# --- parties and signatures -------------------------------------------------------------------------


def bearer_exchanged(text: str, random: Random) -> Made:
    """The duties of a party are laid on another one: «Институт обязуется» → «Министерство обязуется»."""
    if re.search("Стороны обязуются", text):
        return  # what all owe together, each owes
    leads = list(re.finditer(r"^(2\.\d)\. ([А-ЯЁ][А-Яа-яё ]+) (обязуется|обеспечивает):$", text, re.MULTILINE))
    for lead in leads:
        others = [other[2] for other in leads if other[2] != lead[2]]
        if others:
            yield text[: lead.start(2)] + random.choice(others) + text[lead.end(2) :], "преамбула"


def one_signature_lost(text: str, random: Random) -> Made:
    """Post, name, stamp and date of one party are not there: in the agreement or in its annex."""
    block = re.compile(
        r"(?<=\n\n)[А-ЯЁ][^\n\d«]+(?:\n[^\n\d«]+)?\n\n[А-ЯЁ]\.[А-ЯЁ]\. [А-ЯЁ][а-яё]+\n\n?М\.П\.\n\n«[^\n]+(?:\n\n|\n\Z)"
    )
    for match in block.finditer(text):
        changed = text[: match.start()] + text[match.end() :]
        yield changed, clause_at(text, match.start())


def cited_tomorrow(text: str, random: Random) -> Made:
    """The year of an act that the paper rests on is after its own."""
    head = text[: annex.start()] if (annex := re.search(r"^Приложение", text, re.MULTILINE)) else text
    for match in re.finditer(r"от (\d\d\.\d\d\.|\d+ [а-я]+ )(\d{4})( г\.)? № \d", head):
        changed = text[: match.start(2)] + random.choice(["2031", "2044"]) + text[match.end(2) :]
        yield changed, clause_at(changed, match.start())


def annex_unsigned(text: str, random: Random) -> Made:
    table = text.rfind("\t")
    first = re.search(r"\n\n", text[table:])
    if table > 0 and first:
        yield text[: table + first.start()] + "\n", "приложение"


def agreement_unsigned(text: str, random: Random) -> Made:
    heading, annex = re.search(r"^(?:V|5)\. Подписи Сторон$", text, re.MULTILINE), re.search(r"^Приложение", text, re.M)
    if heading and annex:
        yield text[: heading.start()] + text[annex.start() :], "реквизиты"


REPRESENTED = r", в лице [^,]+(?:, [^,]+)?, действующ(?:его|ей) на основании [^,]+(?=, (?:с |Админ|Управ|Центр|и ))"
OPERATORS: dict[str, dict[str, TextOperator]] = {
    "META-NUMBER": {"the number is left out": replacing(r"^№ \S+\n\n", "", at="реквизиты")},
    "META-DATE": {"the date is left out": replacing(r"(?<=\n\n)«\d\d» [а-я]+ \d{4} г\.\n\n(?=№)", "", at="реквизиты")},
    "META-PLACE": {"the place is left out": replacing(r"^г\. [А-Я][^\n]+\n\n(?=«)", "", at="реквизиты")},
    "META-TITLE": {"the title is left out": replacing(r"(?<=СОГЛАШЕНИЕ\n)\n?о [^\n]+\n", "", at="реквизиты")},
    "NUM-DUPLICATE": {"the last number stands twice": last_number_repeated},
    "NUM-GAP": {"the last number is too far": last_number_too_far},
    "NUM-PARENT": {"the number of another parent is typed": number_of_another_parent},
    "NUM-ROW": {"the number of a row is wrong": row_number},
    "REF-CLAUSE": {
        "a reference to nowhere": replacing(
            r"(?<=[а-яё]);$", " в порядке пункта 9.9 настоящего Соглашения;", " (пункт 2.19 настоящего Соглашения);"),
    },
    "ANNEX-PRESENT": {"a reference to an annex that is not there":
                      replacing(r"в приложении(?= к настоящему|[;.])", "в приложении № 4", "в приложении № 7")},
    "ANNEX-LABEL": {"the annex is not called so":
                    replacing(r"^Приложение(?: № 1)?\s+к Соглашению[^\n]+\n\n", "", at="приложение")},
    "ANNEX-REFERRED": {"nothing refers to the annex":
                       everywhere((r"в приложении(?: к настоящему Соглашению)?", "в таблице ниже"), at="приложение")},
    "ANNEX-SIGNED": {"the signatures of the annex are cut off": annex_unsigned},
    "DATE-CITED": {"an act of tomorrow": cited_tomorrow},
    "DATE-IMPOSSIBLE": {
        "a day that the month does not have": replacing(
            rf"(?<= )\d+ (?:{_MONTHS})(?= \d{{4}} года\.$)", "31 июня", "30 февраля", "31 ноября"),
    },
    "DATE-PERIOD": {"a year before the term": replacing(r"(?<=\t)20\d\d(?= год\t)", "2019", "2014", at="приложение")},
    "DATE-OPEN-PERIOD": {"a period without an end": replacing(
        r"(?<=\t)(20\d\d) год(?=\t+$|\t+\n)", r"\1 год и последующие годы", at="приложение")},
    "DATE-SIGNED": {"signed in another year": replacing(_SIGNED, r"«\1» \2 2020 года", r"«\1» \2 2019 года")},
    "NUM-ORDER": {"two numbers exchanged": numbers_exchanged},
    "PARTY-COUNT": {"a fourth party": replacing(
        r", далее (?=совместно|при совместном)",
        ", и Муниципальное автономное учреждение «Дом учителя» (далее – Дом), в лице "
        "директора Орлова Ивана Петровича, действующего на основании Устава, далее ", at="преамбула")},
    "PARTY-LEGAL-PERSON": {"a unit signs": replacing(
        r"(?:Государственное|Краевое|Автономное)[^\n(«]+«[^»]+»(?= \(далее|, имену)",
        "Центр непрерывного повышения профессионального мастерства педагогических работников", at="преамбула")},
    "PARTY-SHORT-NAME": {"a body is named after a territory": everywhere(
        (r"(?<=\(далее – )Администрация(?=\))", "Муниципальное образование"),
        (r"^(2\.\d\.) Администрация(?= обяз)", r"\1 Муниципальное образование"), at="преамбула")},
    "PARTY-AUTHORITY": {"on no authority": replacing(r", действующ(?:его|ей) на основании [^,]+(?=,)", "")},
    "PARTY-REPRESENTATIVE": {"nobody acts": replacing(REPRESENTED, "")},
    "SUBJECT-MATTER": {
        "no subject matter": everywhere(
            (r"Предмет Соглашения", "Общие положения"), (r"Предметом настоящего Соглашения является [^.]+\.",
                                                         "Стороны знакомы и доверяют друг другу."), at="реквизиты"),
    },
    "OBLIGATION-BEARER": {
        "a bearer that is no party": replacing(
            r"(?<=^\d\.\d\. )[А-ЯЁ][А-Яа-яё ]+(?= обязуется:$| обеспечивает:$)", "Библиотека", "Районная газета"),
    },
    "OBLIGATION-PARTY": {"moved to another bearer": bearer_exchanged},
    "OBLIGATION-NEGATED": {"«не» slipped in": replacing(
        r"(?<= )(обязуется:|обеспечивает:)$", r"не \1")},
    "OBLIGATION-RIGHT": {"a right among the duties": replacing(
        r"(?<=^\d\.\d\. )([А-ЯЁ][А-Яа-яё ]+) обязуется:$", r"\1 вправе:", r"\1 имеет право:")},
    "ANNEX-MARK": {"the annex of another paper": replacing(
        r"^(к Соглашению от [^\n]+) № \S+$", r"\1 № 999-к", at="приложение")},
    "SCRIPT-MIXED": {"a letter of the Latin alphabet": replacing(
        r"(?<=[а-я]{3})о(?=[а-я]{3}[^\n]*;$)", "o", at=None)},
    "SCRIPT-QUOTE": {"a quotation that does not end": replacing(
        r"(?<=органа )«|(?<=школ )«|(?<=[а-яё])(?=;$)", " «совет")},
    "SIGNATURE-BLOCK": {"the agreement itself is not signed": agreement_unsigned},
    "SIGNATURE-PARTY": {"one signature is lost": one_signature_lost},
    "SIGNATURE-MATCH": {
        "another surname": replacing(_NAME, r"\1.\2. Стрельников", r"\1.\2. Дорофеев"),
        "initials exchanged": replacing(_NAME, r"\2.\1. \3"),
        "one initial is wrong": replacing(_NAME, r"\1.Щ. \3", r"Щ.\2. \3"),
    },
    "SIGNATURE-POST": {
        "a deputy signs": replacing(r"^Глава(?= [А-Яа-я]+(?:ого|и)\b| округа)", "Заместитель главы"),
        "an acting head signs": replacing(r"^(Министр|Директор|Глава|Начальник)(?= [А-Яа-я]+)", r"И. о. \1"),
        "the head of another municipality signs": replacing(
            r"^(Глава(?:\sадминистрации)?\s)[А-Я][а-яё]+ого(?=\s(?:муниципального\s)?(?:округа|района))",
            r"\1Дальнего", r"\1Кологривского"),
    },
    "SIGNATURE-NAME": {"a rule instead of a name": replacing(_NAME, "____________________")},
    "SIGNATURE-ORGANISATION": {"of another house": replacing(
        r"^(Министр|Директор|Глава)(?= [А-Яа-я]+\n)[^\n]+$", r"\1 Водоканала", r"\1 театра кукол")},
    "SIGNATURE-DATE": {"one signature is not dated": replacing(_SIGNED, "«___» __________ 20__ года")},
    "AMENDMENT-RULE": {"no way to change it": replacing(
        r"^4\.1\. [^\n]+$", "4.1. Стороны уважают друг друга.", at="реквизиты")},
    "TERM-BOUNDARY": {"до": replacing(r"(?<=действует )по(?= \d)", "до")},
    "TERM-END": {"no end": replacing(r" и действует (?:по|до) [^.]+(?=\.$)", "")},
    "TERM-START": {"no beginning": replacing(r"вступает в силу [^.]+ и (?=действует)", "")},
    "TERM-STATED": {"no term": replacing(
        r"^3\.1\. Соглашение[^\n]+$", "3.1. Стороны работают вместе.", at="реквизиты")},
    "TERM-ORDER": {"ends before it begins": replacing(r"(?<= )20\d\d(?= года\.$)", "2020", "2012")},
    "INDICATOR-VALUE": {"words in a cell": _cells("c1", "несколько")},
    "INDICATOR-COMPLETE": {"an empty cell": _cells("c2", "")},
    "INDICATOR-RANGE": {"a share above a hundred": _cells("s2", "1{2}")},
    "INDICATOR-WHOLE": {"part of a person": _cells("c2", "{3},5")},
    "INDICATOR-UNITS": {"a share named a count": named_as_a_count},
    "INDICATOR-TREND": {"periods exchanged": periods_exchanged},
    "INDICATOR-STAGNANT": {"the count stands": count_stands},
    "INDICATOR-ROUNDING": {"only one rounding fits": fits_one_rounding},
    "INDICATOR-TERRITORY": {"a row is named after the region": named_after_the_region},
    "TRIPARTITE-DEADLINE": {"all is dated after the roadmap": everywhere(
        (r"(?<=«)16(?=» августа 2021)", "20"), (r"августа(?= 2021 г)", "сентября"),
        (r"16\.08\.2021", "20.09.2021"), at="реквизиты")},
    "TRIPARTITE-TUTORS": {"no training of tutors is promised": everywhere(
        (r"(?:проводить )?обучение муниципальных тьюторов", "принимать гостей из школ"), at="реквизиты")},
    "TRIPARTITE-SUBJECT": {"the subject matter is another one": everywhere(
        (r"(?<=является )взаимодействие[^.\n]+", "уборка школьных дворов"), at="1.1")},
    "INDICATOR-BASE": {"a figure too many": _cells("c2", "{3}7")},
}  # fmt: skip
CONSEQUENCES = {
    "a bearer that is no party": {"OBLIGATION-PARTY": "a party owes nothing any more"},
    "the count stands": {
        "INDICATOR-ROUNDING": "a base fits only under some rounding",
        "INDICATOR-POPULATION": "another one than in other rows",
    },
    "a figure too many": {"INDICATOR-ROUNDING": "some rounding may still fit"},
    "part of a person": {"INDICATOR-STAGNANT": "the change may differ from that of the share now"},
    "ends before it begins": {"DATE-PERIOD": "the years of targets are outside that term"},
    "no term": {"DATE-PERIOD": "the same", "DATE-OPEN-PERIOD": "without a term nothing is said of periods"},
    "no end": {"DATE-OPEN-PERIOD": "without an end nothing is said of periods", "DATE-PERIOD": "the same"},
    "a day that the month does not have": {"DATE-OPEN-PERIOD": "without an end nothing is said of periods",
                                           "DATE-PERIOD": "the same"},
    "the date is left out": {"TRIPARTITE-DEADLINE": "a paper without a date is neither late nor in time"},
    "a year before the term": {
        "INDICATOR-TREND": "the columns change their order",
        "INDICATOR-PERIOD": "the years do not follow each other any more",
    },
    "only one rounding fits": {
        "INDICATOR-POPULATION": "another number of people than in other rows",
        "INDICATOR-NEIGHBOUR": "or than in rows of a near group",
    },
    "nobody acts": {"SIGNATURE-PARTY": "a post alone does not tell whose signature it is"},
    "a unit signs": {"SIGNATURE-ORGANISATION": "the posts speak of the institute"},
    "a fourth party": {"OBLIGATION-PARTY": "it owes nothing", "SIGNATURE-PARTY": "it does not sign"},
}  # fmt: skip
