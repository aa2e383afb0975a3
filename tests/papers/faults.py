"""Faults of the reader that the variants brought to light; a test fails as soon as one is mended.

An entry is a pair of the parameters of a test and what the reader does wrong there.
"""

from __future__ import annotations

from papers.comparing import Pair

# (layout of an agreement, kind of facts)
LAYOUT_FAULTS: dict[Pair, str] = {
    ("lead-ins without numbers", "obligations"):
        "of several lead-ins without numbers in a section («ЦНППМ обеспечивает:») only the first gives a bearer",
}  # fmt: skip

# (retyping, agreement)
RETYPING_FAULTS: dict[Pair, str] = {
    ("wrapped at 70 without blank lines", "vologda"):
        "the title fills its line to the margin, so that the next line seems to go on",
}  # fmt: skip

# (agreement, kind of facts)
WORD_FAULTS: dict[Pair, str] = {}

# (wording, agreement)
WORDING_FAULTS: dict[Pair, str] = {
    ("name beside an abbreviation", "penza"): "«ЦНППМ И.П. Ковальчук» is read as a person called ЦНППМ",
}

# (form of a regulation, kind of facts)
FORM_FAULTS: dict[Pair, str] = {}

# (retyping, regulation)
RULES_RETYPING_FAULTS: dict[Pair, str] = {
    ("wrapped at 80 without blank lines", "karelia"):
        "the item above fills its line to the margin, so that «Перечень … исчерпывающим» seems to go on",
}  # fmt: skip
