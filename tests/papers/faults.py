"""What the reader cannot read yet: the parameters of a test and what is read wrongly there.

A test of such a case has to fail; as soon as it passes, its entry here goes.
"""

from __future__ import annotations

from papers.comparing import Pair

# (retyping, agreement)
RETYPING_FAULTS: dict[Pair, str] = {
}  # fmt: skip

# (retyping, regulation)
RULES_RETYPING_FAULTS: dict[Pair, str] = {
}  # fmt: skip

# (retyping, paper whose findings are compared)
FINDING_FAULTS: dict[Pair, str] = {
}  # fmt: skip
