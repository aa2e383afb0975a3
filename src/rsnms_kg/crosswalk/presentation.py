"""A comparison for people: as text for a terminal or a letter, as Markdown, and as rows of a table."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.comparison import Comparison, Pair
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.relations import Relation
from rsnms_kg.russian.typography import plain
from rsnms_kg.russian.words import plural

WIDTH = 100
_LABEL = 160
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|])")
RELATIONS: dict[Relation, Bilingual] = {
    "identical": Bilingual("совпадает", "identical"),
    "narrower": Bilingual("уже по содержанию", "narrower"),
    "broader": Bilingual("шире по содержанию", "broader"),
    "partial": Bilingual("совпадает частично", "partial"),
    "related": Bilingual("родственно, но не реализует", "related, realises nothing"),
}
_KINDS = {
    "obligation": Bilingual("обязательство", "obligation"),
    "function": Bilingual("функция", "function"),
    "norm": Bilingual("норма", "norm"),
    "task": Bilingual("задача", "task"),
    "goal": Bilingual("цель", "goal"),
}
_PAIRS = (("пара", "пары", "пар"), ("pair", "pairs"))
_SHIFT = Bilingual("сменился носитель", "another bearer")
_GROUNDS = Bilingual("основание", "grounds")
_ALONE = (
    Bilingual("Только в первой бумаге", "In the first paper only"),
    Bilingual("Только во второй бумаге", "In the second paper only"),
)
_NEAR = Bilingual("родственно", "related to")
_NOTHING = Bilingual("ничего", "nothing")


def as_text(comparison: Comparison, language: str = "ru") -> str:
    """Return a comparison as lines of text, at most :data:`WIDTH` characters wide where words allow."""
    lines = [_heading(comparison, language), ""]
    for norm, pairs in _by_left(comparison):
        lines += _wrapped(f"{norm.clause}  ", _described(norm, language))
        for pair in pairs:
            lines += _wrapped("    → ", f"{RELATIONS[pair.relation](language)}: {_cited(pair.right, language)}")
            if pair.shift:
                lines += _wrapped("      ", f"{_SHIFT(language)}: {pair.shift.words()(language)}")
            lines += _wrapped("      ", f"{_GROUNDS(language)}: {pair.evidence.explanation(language)}")
        lines.append("")
    for title, alone in zip(_ALONE, (comparison.left_only, comparison.right_only), strict=True):
        lines.append(f"{title(language)} ({len(alone)}):" if alone else f"{title(language)}: {_NOTHING(language)}")
        for norm in alone:
            lines += _wrapped(f"    {norm.clause}  ", _left_over(comparison, norm, language))
        lines.append("")
    return _CONTROL.sub("", "\n".join(lines).rstrip("\n")) + "\n"


def as_markdown(comparison: Comparison, language: str = "ru") -> str:
    """Return a comparison as Markdown: a table of pairs, then what is left over."""
    names = (
        ("Пункт", "Что и кто", "Отношение", "Пункт", "Что и кто", "Смена носителя")
        if language == "ru"
        else ("Clause", "What and who", "Relation", "Clause", "What and who", "Another bearer")
    )
    lines = [f"# {_marked(_heading(comparison, language))}", "", _row(names), _row(["---"] * len(names))]
    for pair in comparison.pairs:
        shift = pair.shift.words()(language) if pair.shift else "–"
        cells = (pair.left.clause, _described(pair.left, language), RELATIONS[pair.relation](language))
        lines.append(_row(map(_marked, (*cells, pair.right.clause, _described(pair.right, language), shift))))
    for title, alone in zip(_ALONE, (comparison.left_only, comparison.right_only), strict=True):
        lines += ["", f"## {title(language)}: {len(alone)}", ""]
        lines += [f"- **{_marked(norm.clause)}** {_marked(_left_over(comparison, norm, language))}" for norm in alone]
    return _CONTROL.sub("", "\n".join(lines).rstrip("\n")) + "\n"


def as_rows(comparison: Comparison, language: str = "ru") -> list[dict[str, Any]]:
    """Return a comparison as rows of a table: the pairs, then the norms of only one paper."""
    rows = [_as_row(pair.relation, pair.left, pair.right, pair, language) for pair in comparison.pairs]
    rows += [_as_row("left-only", norm, None, None, language) for norm in comparison.left_only]
    return rows + [_as_row("right-only", None, norm, None, language) for norm in comparison.right_only]


def _as_row(relation: str, left: Norm | None, right: Norm | None, pair: Pair | None, language: str) -> dict[str, Any]:
    row: dict[str, Any] = {"relation": relation}
    for side, norm in (("left", left), ("right", right)):
        told = norm.as_json(language) if norm else {}
        row |= {f"{side}_{name}": told.get(name) for name in ("clause", "label", "bearer", "id")}
    shift = pair.shift if pair else None
    return row | {
        "shift_from": shift.origin.called(language) if shift else None,
        "shift_to": shift.bearer.called(language) if shift else None,
        "score": pair.score if pair else None,
        "evidence": pair.evidence.explanation(language) if pair else None,
    }


def _heading(comparison: Comparison, language: str) -> str:
    count = len(comparison.pairs)
    told = plural(count, *_PAIRS[0]) if language == "ru" else f"{count} {_PAIRS[1][count != 1]}"
    return plain(f"{comparison.left_name} ↔ {comparison.right_name}: {told}")


def _by_left(comparison: Comparison) -> Iterator[tuple[Norm, list[Pair]]]:
    for norm in comparison.left:
        pairs = [pair for pair in comparison.pairs if pair.left is norm]
        if pairs:
            yield norm, pairs


def _described(norm: Norm, language: str) -> str:
    bearers = plain(norm.borne_by(language))
    words = plain(norm.text) if norm.quoted else norm.label if language == "ru" else norm.label_en
    short = words if len(words) <= _LABEL else words[:_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return f"{short.rstrip(' ;.')} ({bearers})" if bearers else short.rstrip(" ;.")


def _cited(norm: Norm, language: str) -> str:
    return f"{_KINDS[norm.kind](language)} {norm.clause} – {_described(norm, language)}"


def _left_over(comparison: Comparison, norm: Norm, language: str) -> str:
    near = ", ".join(other.clause for other in comparison.kindred(norm))
    return _described(norm, language) + (f" [{_NEAR(language)}: {near}]" if near else "")


def _wrapped(lead: str, text: str) -> list[str]:
    indent = " " * len(lead)
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(text: str) -> str:
    """Return a text as it is, with what Markdown would take for its own marks made plain."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
