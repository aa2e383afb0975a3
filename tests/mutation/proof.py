"""Writes ``docs/reference/proof.md``: every fault that is made by rule, and how many of them are caught.

Run from the folder of tests: ``python -m mutation.proof``; it takes some minutes.
"""

from __future__ import annotations

import gc
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from mutation import function_mutants, graphs, harmless, papers, shape_mutants
from mutation.registry import WITHOUT_GRAPH_OPERATOR, known, why_no_paper
from papers.retyping import RETYPINGS
from requirements.changes import changes
from rsnms_kg.knowledge.requirements import requirement_of_shape, requirements
from w3c import suite

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "proof.md"
WORKERS = 2
Tally = dict[str, list[int]]  # name → [caught, all]


def _verdicts(judge: Callable[[int], tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """The name that each trial is counted under and what escaped, in the order of the trials."""
    with ProcessPoolExecutor(WORKERS, initializer=gc.freeze) as workers:  # what is known by now is never swept again
        return list(workers.map(judge, range(count), chunksize=16))


def graph_trial(at: int) -> tuple[str, str]:
    mutant = graphs.graph_mutants()[at]
    return mutant.requirement, f"{mutant}: {escaped}" if (escaped := graphs.escape(mutant)) else ""


def paper_trial(at: int) -> tuple[str, str]:
    mutant = papers.paper_mutants()[at]
    return mutant.requirement, f"{mutant}: {escaped}" if (escaped := papers.escape(mutant)) else ""


def harmless_trial(at: int) -> tuple[str, str]:
    variant = harmless.variants()[at]
    return variant.retyping, f"{variant}: {changed}" if (changed := harmless.difference(variant)) else ""


def shape_trial(at: int) -> tuple[str, str]:
    mutant = shape_mutants.shape_mutants()[at]
    requirement, _ = requirement_of_shape()[str(mutant.shape)]
    return requirement.id, "" if shape_mutants.killed_by(mutant) else f"{mutant} survives"


def function_trial(at: int) -> tuple[str, str]:
    requirement = function_mutants.by_function()[at]
    return requirement.id, "" if function_mutants.killed_without_function(requirement) else f"{requirement.id} survives"


def rule_trial(at: int) -> tuple[str, str]:
    which, how = divmod(at, len(function_mutants.DONE_TO_RULES))
    requirement, done = function_mutants.by_rule()[which], function_mutants.DONE_TO_RULES[how]
    killed = function_mutants.killed_without_rule(requirement, done)
    return requirement.id, "" if killed else f"{requirement.id}, {done} survives"


def w3c_trial(at: int) -> tuple[str, str]:
    case = suite.cases()[at]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # shapes that are wrong on purpose
        return case.name.partition("/")[0], case.name if suite.difference(case) else ""


def _tally(verdicts: Sequence[tuple[str, str]]) -> Tally:
    found: Tally = {}
    for name, escaped in verdicts:
        counted = found.setdefault(name, [0, 0])
        counted[0] += not escaped
        counted[1] += 1
    return found


def page() -> tuple[str, list[str]]:
    """Return the page and what escaped."""
    rules = len(function_mutants.by_rule()) * len(function_mutants.DONE_TO_RULES)
    trials: dict[str, tuple[Callable[[int], tuple[str, str]], int]] = {
        "graph": (graph_trial, len(graphs.graph_mutants())),
        "paper": (paper_trial, len(papers.paper_mutants())),
        "shape": (shape_trial, len(shape_mutants.shape_mutants())),
        "function": (function_trial, len(function_mutants.by_function())),
        "rule": (rule_trial, rules),
        "harmless": (harmless_trial, len(harmless.variants())),
        "w3c": (w3c_trial, len(suite.cases())),
    }
    verdicts = {name: _verdicts(judge, count) for name, (judge, count) in trials.items()}
    tallies = {name: _tally(found) for name, found in verdicts.items()}
    escaped = [told for name, found in verdicts.items() if name != "w3c" for _, told in found if told]
    parts = [_head(), _of_requirements(tallies), _of_retypings(tallies["harmless"]), _of_suite(tallies["w3c"])]
    return "\n\n".join(parts) + "\n", escaped


def _head() -> str:
    return """# Доказательство

Таблицы пишет `make proof`; руками их не правят. *Written by `make proof`, never by hand.*

К бумагам и графам без замечаний по правилам делаются одиночные ошибки: удалить, переставить, отдать другому, сменить
дату, число, имя. Ошибка поймана, если добавилась находка нужного требования на нужном месте и ни одной другой;
следствия, которых не избежать, названы у каждого правила в `tests/mutation/`. Изменения форм и функций пойманы, если
хоть одна пара из `tests/requirements/fixtures/` их заметила.

*Single faults are made by rule in papers and graphs that have no finding. A fault is caught when a finding of the right
requirement is added at the right place and no other; what cannot but come with it is stated at its rule in
`tests/mutation/`. A change of a shape or a function is caught when a pair of fixtures notices it.*"""


def _of_requirements(tallies: dict[str, Tally]) -> str:
    fixtures = Counter(change.name.partition(".")[0] for change in changes())
    lines = [
        "## Требования / Requirements", "",
        "| требование / requirement | пары / fixtures | графы / graphs | бумаги / papers "
        "| формы, функции / shapes, functions |",
        "|---|--:|--:|--:|--:|",
    ]  # fmt: skip
    sums = [[0, 0] for _ in range(3)]
    reasons: dict[str, str] = {}
    for requirement in known():
        ways = [tallies["graph"].get(requirement), tallies["paper"].get(requirement)]
        for tally, why in zip(ways, (WITHOUT_GRAPH_OPERATOR.get(requirement), why_no_paper(requirement)), strict=True):
            if tally is None:
                reasons[requirement] = why or "–"
        code = [tallies[name][requirement] for name in ("shape", "function", "rule") if requirement in tallies[name]]
        ways.append([sum(part) for part in zip(*code, strict=True)] if code else None)
        for at, tally in enumerate(ways):
            sums[at] = [left + right for left, right in zip(sums[at], tally or [0, 0], strict=True)]
        lines.append(f"| {requirement} | {fixtures[requirement]} | {' | '.join(map(_share, ways))} |")
    total = " | ".join(map(_share, sums))
    lines += [f"| **всего / total: {len(requirements())}** | {sum(fixtures.values())} | {total} |", ""]
    alike: dict[str, list[str]] = {}
    for requirement, why in reasons.items():
        alike.setdefault(why, []).append(requirement)
    return "\n".join([*lines, *(f"Прочерк – {why}: {', '.join(names)}." for why, names in alike.items())])


def _of_retypings(tally: Tally) -> str:
    count = sum(all_ for _, all_ in tally.values())
    lines = [
        "## Безобидные изменения / Harmless changes", "",
        f"Бумаги набраны иначе ({count}): находки, их пункты и слова те же.", "",
        f"*Papers typed otherwise ({count}): the same findings, clauses and words.*",
        "", "| набрано иначе / typed otherwise | находки изменились / findings changed |", "|---|--:|",
    ]  # fmt: skip
    for retyping in RETYPINGS:
        same, all_ = tally.get(retyping, [0, 0])
        lines.append(f"| {retyping} | {all_ - same}/{all_} |")
    known_ = [f"- {retyping}, {paper}: {why}." for (retyping, paper), why in harmless.KNOWN.items()]
    return "\n".join([*lines, *([""] if known_ else []), *known_])


def _of_suite(tally: Tally) -> str:
    lines = ["## W3C SHACL", "", "Набор тестов W3C идёт через `rsnms_kg.outcome.shacl.validate`. *The tests of the W3C "
             "run through `rsnms_kg.outcome.shacl.validate`.*", "", "| | прошло / passed |", "|---|--:|"]  # fmt: skip
    lines += [f"| {part} | {passed}/{all_} |" for part, (passed, all_) in sorted(tally.items())]
    lines.append("")
    return "\n".join(
        [*lines, *(f"- `{name}`: {why['ru']}. *{why['en']}.*" for name, why in suite.known_failures().items())]
    )


def _share(tally: list[int] | None) -> str:
    return f"{tally[0]}/{tally[1]}" if tally else "–"


if __name__ == "__main__":
    if not suite.cases():
        sys.exit(suite.ABSENT)
    text, escaped = page()
    PAGE.write_text(text, encoding="utf-8")
    print(*escaped, f"{PAGE}: {len(escaped)} escaped", sep="\n")
    sys.exit(bool(escaped))
