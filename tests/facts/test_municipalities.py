"""One municipality is one name in every case and typing; another name somewhere in an agreement is told."""

from __future__ import annotations

import pytest

from papers import agreements
from papers.agreement_cases import MATTERS
from papers.agreement_layouts import LAYOUTS
from papers.found import facts_of
from papers.retyping import RETYPINGS
from rsnms_kg.facts import model
from rsnms_kg.facts.municipalities import municipalities, stem
from rsnms_kg.graph.building import build_graph
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.outcome.checking import check_graph
from rsnms_kg.russian.typography import level

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
DUTY = "2.3.4. поддерживать работу школьных методических объединений"
# the name in the genitive; the same in another case or form; another municipality
NAMES = {
    "городского округа Балашиха": ("в городском округе Балашиха", "в городском округе Королёв"),
    "городского округа «Город Калуга»": ("городом Калугой", "в городском округе «Город Обнинск»"),
    "муниципального образования «Город Обнинск»": ("в городе Обнинске", "в муниципальном образовании «Город Калуга»"),
    "города Тулы": ("в городе Туле", "в городе Донском"),
    "ЗАТО Северск": ("в ЗАТО Северск", "в ЗАТО Железногорск"),
    "Майкопского района": ("в Майкопском районе", "в Гиагинском районе"),
    "муниципального района имени Лазо": (
        "в муниципальном районе имени Лазо", "в муниципальном районе имени Полины Осипенко"),
    "г.о. Тольятти": ("в городском округе Тольятти", "в городском округе Сызрань"),
    "городского округа город Нижний Новгород": ("в городе Нижнем Новгороде", "в городе Арзамасе"),
    "города Орла": ("в городе Орле", "в городе Мценске"),
    "города Волжского": ("в городе Волжском", "в городе Камышине"),
    "Зеленоградского городского округа": ("в Зеленоградском городском округе", "в городском округе Балтийск"),
}  # fmt: skip


def paper(name: str, said: str = "") -> str:
    """An agreement with the administration of a municipality; one duty is in ``said``."""
    text = PAPER.replace("Лесогорского\nмуниципального округа", name)
    text = text.replace("Лесогорского муниципального округа", name)
    text = text.replace("по Лесогорскому муниципальному округу", "муниципальной методической службы")
    assert "Лесогорск" not in text
    return text.replace(DUTY, f"{DUTY} {said}") if said else text


def told(text: str) -> list[str]:
    findings = check_graph(build_graph(facts_of(text)), shipped_regulation()).findings
    return [one.quote for one in findings if one.requirement.id in ("ENTITY-MUNICIPALITY", "ENTITY-NAME")]


@pytest.mark.parametrize("name", NAMES)
def test_its_own_name_in_any_case_is_not_told(name: str) -> None:
    assert (told(paper(name)), told(paper(name, NAMES[name][0]))) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_another_name_is_told_once(name: str) -> None:
    (quote,) = told(paper(name, NAMES[name][1]))
    assert quote.split()[-1] in NAMES[name][1]


@pytest.mark.parametrize(
    "retyping", ["doubled spaces", "no break spaces", "straight quotes", "wrapped at 80", "hyphens for dashes"]
)
@pytest.mark.parametrize("name", ["городского округа «Город Калуга»", "муниципального района имени Лазо"])
def test_retyping_changes_nothing(name: str, retyping: str) -> None:
    same, other = (RETYPINGS[retyping](paper(name, said)) for said in NAMES[name])
    assert (len(told(same)), len(told(other))) == (0, 1)


@pytest.mark.parametrize("said", [
    "на базе института в городе Твери",  # where the paper is made
    "(170000, г. Ржев, ул. Мира, 5)",
    "с 1 сентября 2022 г. Институт отчитывается",
    "для муниципального образования Институт готовит отчёт",
    "по представлению главы города Иванова Ивана Ивановича",
    "муниципальных образований Тверской области",
])  # fmt: skip
def test_what_is_no_municipality_is_not_told(said: str) -> None:
    assert told(paper("города Торжка", said)) == []


@pytest.mark.parametrize(("place", "name"), [
    ("г. Хабаровск", "муниципального района имени Лазо Хабаровского края"),
    ("город Мурманск", "ЗАТО Полярный Мурманской области"),
    ("город Мурманск", "закрытого административно-территориального образования Полярный Мурманской области"),
    ("г. Самара", "г.о. Сызрань Самарской области"),
])  # fmt: skip
def test_the_capital_is_not_the_party_whose_region_is_named_after_it(place: str, name: str) -> None:
    text = paper(name).replace("г. Тверь", place)
    other = text.replace(DUTY, f"{DUTY} в городском округе Балашиха")
    assert (told(text), told(other)) == ([], ["городском округе Балашиха"])


def test_names_of_one_town_have_one_stem() -> None:
    forms = (
        "Балашиха Балашихи Балашихе",
        "Калуга Калуги Калугой",
        "Тольятти Тольятти",
        "Орёл Орла Орлом",
        "Тверь Твери",
    )
    assert [len({stem(level(one)) for one in words.split()}) for words in forms] == [1] * len(forms)
    assert stem("Обнинска") != stem("Калуги")


def test_a_name_ends_with_its_paragraph() -> None:
    assert [one.proper_name for one in municipalities("Глава муниципального района\n\nг. Липецк")] == ["Липецк"]
    facts = facts_of(paper("городского округа Балашиха"))
    assert {one.territory_kind for one in facts.of(model.MunicipalityName)} == {"городской округ", "город"}


@pytest.mark.parametrize(("said", "name"), [
    ("Администрация города Абакан Республики Хакасия", "Абакан"),
    ("жители города Волжского Волгоградской области", "Волжск"),
    ("закрытое административно-территориальное образование Северск Томской области", "Северск"),
    ("в городе Чувашской Республики", None),
])  # fmt: skip
def test_the_region_after_a_name_is_no_part_of_it(said: str, name: str | None) -> None:
    assert [one.proper_name for one in municipalities(said)] == ([name] if name else [])
