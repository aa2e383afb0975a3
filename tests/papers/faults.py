"""What the reader cannot read yet: the parameters of a test and what is read wrongly there.

A test of such a case has to fail; as soon as it passes, its entry here goes.
"""

from __future__ import annotations

from papers.comparing import Pair

# (retyping, agreement)
RETYPING_FAULTS: dict[Pair, str] = {
    ("wrapped at 70 without blank lines", "vologda"):
        "the title fills its line to the margin, so that the next line seems to go on",
}  # fmt: skip

# (retyping, regulation)
RULES_RETYPING_FAULTS: dict[Pair, str] = {
    ("wrapped at 80 without blank lines", "karelia"):
        "the item above fills its line to the margin, so that «Перечень … исчерпывающим» seems to go on",
}  # fmt: skip

# (retyping, paper whose findings are compared)
FINDING_FAULTS: dict[Pair, str] = {
}  # fmt: skip
