"""The crosswalk of an agreement and the regulation: functions by obligations, what is realised and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.comparison import Comparison, Pair
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.presentation import RELATIONS
from rsnms_kg.crosswalk.relations import Relation
from rsnms_kg.report.correspondence import norm_words
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.html.tables import row, table
from rsnms_kg.russian.typography import plain

_SIGNS: dict[Relation, str] = {"identical": "●", "narrower": "◖", "broader": "◎", "partial": "◐", "related": "·"}
_MATRIX = Bilingual("Функции положения и обязательства соглашения", "Functions and obligations")
_PAIRS = Bilingual("Соответствия", "What corresponds")
_FUNCTION, _OBLIGATION = Bilingual("Функция", "Function"), Bilingual("Обязательство", "Obligation")
_RESULT = Bilingual("Итог", "Result")
_STATES = {
    "pass": Bilingual("есть", "covered"),
    "kindred": Bilingual("только родственное", "related only"),
    "gap": Bilingual("нет", "not covered"),
}
_RELATION, _SHIFT = Bilingual("Отношение", "Relation"), Bilingual("Смена носителя", "Another bearer")
_KEY = Bilingual("Знаки (сказано об обязательстве): ", "Signs (said of the obligation): ")
_NOBODY = Bilingual("носитель не назван", "no bearer named")


def crosswalk_tables(comparison: Comparison, anchors: dict[str, str], language: str) -> list[Element]:
    """Return the matrix of functions and obligations, and the pairs in words.

    :param comparison: an agreement on the left, a regulation on the right.
    :param anchors: the names of the places of obligations in the page, by IRI.
    """
    functions = [norm for norm in comparison.right if norm.binding]
    duties = [norm for norm in comparison.left if norm.binding]
    pairs: dict[tuple[str, str], Pair] = {}
    for pair in comparison.pairs:
        pairs.setdefault((pair.right.iri, pair.left.iri), pair)
    states = {norm.iri: _state(pairs.get((norm.iri, duty.iri)) for duty in duties) for norm in functions}
    done = sum(state == "pass" for state in states.values())
    told = Bilingual(
        f"Обязательства есть для {done} из {len(functions)} функций.",
        f"{done} of {len(functions)} functions have an obligation.",
    )
    return [
        element("p", told(language)),
        element("p", _KEY(language), "; ".join(f"{_SIGNS[name]} {RELATIONS[name](language)}" for name in _SIGNS)),
        _matrix(functions, duties, pairs, states, anchors, language),
        *([_pairs(comparison, anchors, language)] if comparison.pairs else []),
    ]


def _matrix(
    functions: list[Norm], duties: list[Norm], pairs: dict[tuple[str, str], Pair], states: dict[str, str],
    anchors: dict[str, str], language: str,
) -> Element:  # fmt: skip
    columns = [element("th", _cited(duty, anchors), scope="col", title=_described(duty, language)) for duty in duties]
    rows: list[Element] = []
    bearer = None
    for norm in functions:
        if bearer != plain(norm.borne_by(language)):
            bearer = plain(norm.borne_by(language))
            name = element("th", bearer or _NOBODY(language), colspan=str(len(duties) + 2), scope="rowgroup")
            rows.append(element("tr", name, class_="family"))
        cells: list[Content] = []
        for duty in duties:
            pair = pairs.get((norm.iri, duty.iri))
            cells.append(
                element("span", _SIGNS[pair.relation], role="img", aria_label=RELATIONS[pair.relation](language),
                        title=f"{duty.clause} → {norm.clause}: {RELATIONS[pair.relation](language)}")
                if pair else None
            )  # fmt: skip
        state = states[norm.iri]
        told = element("span", _STATES[state](language), class_="state")
        rows.append(row(f"{norm.clause} {norm_words(norm, language)}", told, *cells, class_=state))
    made = table(_MATRIX(language), [], rows, "matrix")
    sides = [element("th", name(language), scope="col", rowspan="2") for name in (_FUNCTION, _RESULT)]
    parties = [
        element("th", name or _NOBODY(language), scope="colgroup", colspan=str(len(list(several))))
        for name, several in groupby(duties, key=lambda duty: plain(duty.borne_by(language)))
    ]
    made.find(".//thead").extend([element("tr", sides, parties), element("tr", columns)])
    made.find(".//thead").remove(made.find(".//thead/tr"))
    return made


def _pairs(comparison: Comparison, anchors: dict[str, str], language: str) -> Element:
    rows = [
        row(
            _described(pair.right, language),
            [_cited(pair.left, anchors), " ", norm_words(pair.left, language)],
            f"{_SIGNS[pair.relation]} {RELATIONS[pair.relation](language)}",
            pair.shift.words()(language) if pair.shift else "–",
        )
        for pair in sorted(comparison.pairs, key=lambda pair: (pair.right.order, pair.right.iri))
    ]
    head = [_FUNCTION(language), _OBLIGATION(language), _RELATION(language), _SHIFT(language)]
    return table(_PAIRS(language), head, rows, "pairs")


def _state(found: Iterable[Pair | None]) -> str:
    relations = [pair for pair in found if pair is not None]
    if any(pair.realises for pair in relations):
        return "pass"
    return "kindred" if relations else "gap"


def _cited(norm: Norm, anchors: dict[str, str]) -> Element:
    label = norm.clause or "–"
    return element("a", label, href=f"#{anchors[norm.iri]}") if norm.iri in anchors else element("span", label)


def _described(norm: Norm, language: str) -> str:
    bearers = plain(norm.borne_by(language))
    return f"{norm.clause} {norm_words(norm, language)}" + (f" ({bearers})" if bearers else "")
