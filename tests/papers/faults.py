"""Faults of the reader that the variants brought to light; a test fails as soon as one is mended."""

from __future__ import annotations

from collections.abc import Iterable

from papers.agreement_layouts import LAYOUTS
from papers.comparing import Pair


def _each(first: Iterable[str], second: Iterable[str], reason: str) -> dict[Pair, str]:
    second = list(second)
    return {(one, other): reason for one in first for other in second}


_ON_ONE_LINE = ("place and date on one line", "an office of the north")
_IN_TABLES = ("signatures in columns", "no dates, columns", "dates left blank, columns", "signatures in rows")
_BESIDE_RULES = ("signatures with rules", "signatures with slashes", "no dates, rules", "an office of the north")

# (layout of an agreement, kind of facts)
LAYOUT_FAULTS: dict[Pair, str] = {
    **_each((name for name in LAYOUTS if name not in _ON_ONE_LINE), ["titles"],
            "«г. Тверь» in a paragraph of its own is taken into the title above it"),
    **_each(LAYOUTS, ["representatives"],
            "some surnames stay in the genitive (Заболотской), and «Республики Карелия Семёна Игоревича Черных» "
            "is read as a name that begins with «Карелия»"),
    **_each((name for name in LAYOUTS if name.startswith("lead-ins without numbers")), ["obligations"],
            "a lead-in without a number («Министерство обеспечивает:») gives its items no bearer"),
    **_each((name for name in LAYOUTS if name.startswith("a section for each party")), ["obligations"],
            "the section «Обязанности Сторон» gives its items no bearer where all are meant"),
    **_each(_IN_TABLES, ["targets", "signatures"],
            "a table of signatures set by tabs below the targets is read as more rows of them"),
    **_each(_BESIDE_RULES, ["signatures"], "the first line of a post is lost where the name stands beside the last"),
    ("between two dates", "validity"): "«действует с … г. по …»: the full stop of «г.» ends the search",
}  # fmt: skip

# (retyping, agreement)
RETYPING_FAULTS: dict[Pair, str] = {
    ("doubled spaces", "vologda"): "«И.  о. ректора» with two spaces is not taken for a post",
    **_each(["german quotes"], ["vologda", "yugra"], "„X“ of a short form is kept with its marks"),
    ("number sign latin", "vologda"): "«Приложение N 1» is not taken for the mark of an annex",
    **_each(["spaced title"], ["tver", "vologda", "yugra", "penza"], "«С О Г Л А Ш Е Н И Е» is read as «О Г Л А …»"),
    ("page numbers in sentences", "penza"): "the number of a page stays in a name: «Центр 7 непрерывного …»",
    **_each(["latin lookalikes"], ["tver", "vologda", "yugra", "penza"],
            "a Latin letter in «последующие» hides that a period is open: cells are not levelled"),
    ("wrapped at 70 without blank lines", "vologda"):
        "the title fills its line to the margin, so that the next line seems to go on",
}  # fmt: skip

# (agreement, kind of facts)
WORD_FAULTS: dict[Pair, str] = _each(["penza"], ["targets", "signatures"], "the text is misread, the Word file is not")

# (wording, agreement)
WORDING_FAULTS: dict[Pair, str] = {
    **_each(["каждая из Сторон", "все Стороны"], ["penza"], "only «Стороны» as the first word means all parties"),
    **_each(["в обязанности входит", "в свою очередь"], ["penza"], "the party is not the first word of the lead-in"),
    ("от даты", "penza"): "the date is taken into the title",
    ("surname in capitals", "penza"): "«Д.О. ТРИФОНОВ» is not taken for a name",
    **_each(["name beside the post", "name beside the first line"], ["penza"],
            "one of the two lines of a post is lost where the name stands beside the other"),
}  # fmt: skip

# (form of a regulation, kind of facts)
FORM_FAULTS: dict[Pair, str] = {}

# (retyping, regulation)
RULES_RETYPING_FAULTS: dict[Pair, str] = {
    **_each(["no blank lines"], ["tver", "karelia", "krasnoyarsk"], "the title of an order swallows its preamble"),
    **_each(["number sign latin"], ["tver", "karelia", "krasnoyarsk"],
            "«Приложение N 1» is not taken for the mark of an annex"),
    **_each(["page numbers in sentences"], ["tver", "karelia", "krasnoyarsk"],
            "the number of a page parts the two halves of a title"),
    ("wrapped at 80 without blank lines", "karelia"):
        "the item above fills its line to the margin, so that «Перечень … исчерпывающим» seems to go on",
}  # fmt: skip
