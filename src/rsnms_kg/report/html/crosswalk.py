"""The crosswalk of an agreement and the regulation: functions by obligations, what is realised and what is not."""

from __future__ import annotations

from collections.abc import Iterable

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.comparison import Comparison, Pair
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.presentation import RELATIONS
from rsnms_kg.crosswalk.relations import Relation
from rsnms_kg.report.html.markup import Content, Element, element
from rsnms_kg.report.html.tables import row, table
from rsnms_kg.russian.typography import plain

_SIGNS: dict[Relation, str] = {"identical": "●", "narrower": "◖", "broader": "◎", "partial": "◐", "related": "·"}
_MATRIX = Bilingual("Функции положения и обязательства соглашения", "Functions and obligations")
_PAIRS = Bilingual("Соответствия", "What corresponds")
_GAPS = Bilingual("Функции, для которых в соглашении нет обязательства", "Functions without an obligation")
_FUNCTION, _OBLIGATION = Bilingual("Функция", "Function"), Bilingual("Обязательство", "Obligation")
_RESULT = Bilingual("Итог", "Result")
_STATES = {
    "pass": Bilingual("есть", "there"),
    "kindred": Bilingual("только родственное", "related only"),
    "gap": Bilingual("нет", "missing"),
}
_RELATION, _SHIFT = Bilingual("Отношение", "Relation"), Bilingual("Смена носителя", "Another bearer")
_KEY = Bilingual("Знаки (сказано об обязательстве): ", "Signs (said of the obligation): ")
_LONGEST, _SHORT = 160, 90
_NOBODY = Bilingual("носитель не назван", "no bearer named")


def crosswalk_tables(comparison: Comparison, anchors: dict[str, str], language: str) -> list[Element]:
    """Return the matrix, the pairs and the functions that no obligation realises.

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
    gaps = [norm for norm in functions if states[norm.iri] != "pass"]
    return [
        element("p", told(language)),
        element("p", _KEY(language), "; ".join(f"{_SIGNS[name]} {RELATIONS[name](language)}" for name in _SIGNS)),
        _matrix(functions, duties, pairs, states, anchors, language),
        *([_pairs(comparison, anchors, language)] if comparison.pairs else []),
        element("h4", f"{_GAPS(language)}: {len(gaps)}"),
        element("ul", [element("li", _described(norm, language)) for norm in gaps], class_="gaps") if gaps else None,
    ]


def _matrix(
    functions: list[Norm], duties: list[Norm], pairs: dict[tuple[str, str], Pair], states: dict[str, str],
    anchors: dict[str, str], language: str,
) -> Element:  # fmt: skip
    head = [_FUNCTION(language), _RESULT(language)]
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
        rows.append(row(f"{norm.clause} {_words(norm, language, _SHORT)}", told, *cells, class_=state))
    made = table(_MATRIX(language), head, rows, "matrix")
    made.find(".//thead/tr").extend(columns)
    return made


def _pairs(comparison: Comparison, anchors: dict[str, str], language: str) -> Element:
    rows = [
        row(
            _described(pair.right, language),
            [_cited(pair.left, anchors), " ", _words(pair.left, language)],
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


def _words(norm: Norm, language: str, longest: int = _LONGEST) -> str:
    words = plain(norm.text) if norm.quoted else norm.label if language == "ru" else norm.label_en
    words = " ".join(words.split()).rstrip(" ;.")
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _described(norm: Norm, language: str) -> str:
    bearers = plain(norm.borne_by(language))
    return f"{norm.clause} {_words(norm, language)}" + (f" ({bearers})" if bearers else "")
