"""Every number that a paper refers to in itself is a reference of its own, with its target or without."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from rsnms_kg.facts import model
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph

_PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
_PLACE = "4.2. Соглашение составлено"
# The paper has clauses 2.1–2.4 with subclauses, items а) and б) of 4.2, sections I–V and annexes 1–3.
_LETTERS = (
    "4.2. Соглашение хранят:\n\nа) Министерство;\n\nб) Институт.\n\n4.3. Исполняется {said}.\n\n"
    "4.4. Соглашение составлено"
)
_ANNEXES = "Приложение № {}\nк Соглашению от 01.03.2022 № 14"


def paper(said: str) -> str:
    text = _PAPER.replace(_PLACE, _LETTERS.format(said=said))
    first, second, third = (_ANNEXES.format(number) for number in (1, 2, 3))
    text = text.replace("Приложение\nк Соглашению от 01.03.2022 № 14", first)
    return f"{text}\n\n{second}\n\nФОРМА ОТЧЁТА\n\n1. Отчёт.\n\n{third}\n\nФОРМА ЗАЯВКИ\n\n1. Заявка.\n"


def referred(said: str) -> list[tuple[str | None, bool]]:
    """The numbers of the references in a phrase, and whether what they name is there."""
    facts = facts_of(paper(said))
    kinds = (model.ClauseReference, model.AnnexReference)
    found = sorted(
        (fact for kind in kinds for fact in facts.of(kind) if fact.clause_label == "4.3"), key=lambda f: f.order
    )
    return [(fact.number, fact.target is not None) for fact in found]


SAID = {
    "Приложениями № 1 и № 2": "1 2",
    "в соответствии с Приложениями № 1, № 2 и № 4": "1 2 -4",
    "согласно приложениям 1 и 2": "1 2",
    "по формам приложений №№ 2, 3": "2 3",
    "как указано в приложениях 1–3": "1 2 3",
    "как указано в приложениях № 2 – № 5": "2 3 -4 -5",
    "как указано в приложениях с 1 по 3": "1 2 3",
    "с учётом приложения № 1 и 2 экземпляров отчёта": "1",
    "по форме приложения № 7 к приказу Министерства просвещения": "",
    "в соответствии с пунктами 2.1, 2.2 и 2.4": "2.1 2.2 2.4",
    "в соответствии с пунктами 2.1, 2.7 и 2.9": "2.1 -2.7 -2.9",
    "в соответствии с п.п. 2.1–2.3": "2.1 2.2 2.3",
    "в соответствии с пп. 2.3–2.6": "2.3 2.4 -2.5 -2.6",
    "как указано в пунктах 2.1.1, 2.1.2, а также 2.2.1 Соглашения": "2.1.1 2.1.2 2.2.1",
    "в порядке пунктов с 2.1 по 2.4 настоящего Соглашения": "2.1 2.2 2.3 2.4",
    "как указано в разделах II и III настоящего Соглашения": "II III",
    "как указано в разделах II и IX настоящего Соглашения": "II -IX",
    "по разделу 2 настоящего Соглашения": "2",
    "по разделам II–IV Соглашения": "II III IV",
    "подпунктами «а» и «б» пункта 4.2": "4.2/а 4.2/б 4.2",
    "подпунктами «а» и «в» пункта 4.2 настоящего Соглашения": "4.2/а -4.2/в 4.2",
    "подпунктами а) и б) п. 4.2": "4.2/а 4.2/б 4.2",
    "подпунктами «а» и «б» пункта 4.9 настоящего Соглашения": "-4.9",
    "пунктами 2 и 9 настоящего Соглашения": "2 -9",
    "подпунктами «а» и «б» пункта 8 и подпунктом «в» пункта 2 настоящего Соглашения": "-8 2",
    "пунктом 8, а также подпунктами «а» и «б» пункта 2 Соглашения": "-8 2",
    "пунктом 8 и подпунктом «а» пункта 5 Порядка": "",
    "подпунктом «а» пункта 5 Порядка": "",
    "пунктами 2 и 3 Порядка, утверждённого приказом": "",
    "пунктами 7.1 и 7.2 Порядка": "",
    "подпунктами 2.1.1 и 2.1.9": "2.1.1 -2.1.9",
}  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_references(said: str) -> None:
    due = sorted((number.lstrip("-"), not number.startswith("-")) for number in SAID[said].split())
    assert sorted(referred(said), key=str) == sorted(due, key=str)


@pytest.mark.parametrize("said", [said for said, due in SAID.items() if len(due.split()) > 1])
def test_each_missing_one_is_told_and_no_other(said: str) -> None:
    findings = check_graph(build_graph(facts_of(paper(said))), shipped_regulation()).findings
    told = [
        one.actual for one in findings if one.clause == "4.3" and one.requirement.id in ("REF-CLAUSE", "ANNEX-PRESENT")
    ]
    assert len(told) == sum(number.startswith("-") for number in SAID[said].split())


def test_each_reference_has_its_own_place() -> None:
    facts = facts_of(paper("в соответствии с пунктами 2.1, 2.2 и 2.4"))
    quotes = [facts.quote(fact.start, fact.end) for fact in facts.of(model.ClauseReference)]
    assert quotes == ["пунктами 2.1", "2.2", "2.4"]
