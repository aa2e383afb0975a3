"""The code list of regions: complete, and told by declined names as ministries print them."""

from __future__ import annotations

from collections import Counter

import pytest
from rdflib.namespace import DCTERMS

from rsnms_kg.knowledge.lexicon import Concept, codes, concepts, recognise
from rsnms_kg.knowledge.terms import CODE

REGIONS = 89  # article 65 of the Constitution

DECLINED = [
    ("Министерство образования Калининградской области", "kaliningrad"),
    ("министерство образования и науки Калужской области", "kaluga"),
    ("Министерством образования и науки Республики Татарстан", "tatarstan"),
    ("Министерство образования Московской области", "moscow-oblast"),
    ("Департамент образования и науки города Москвы", "moscow"),
    ("Департаментом образования г. Москвы", "moscow"),
    ("городе федерального значения Санкт-Петербурге", "saint-petersburg"),
    ("Комитет общего и профессионального образования Ленинградской области", "leningrad"),
    ("Министерство образования Чувашской Республики", "chuvashia"),
    ("Чувашской Республикой – Чувашией", "chuvashia"),
    ("Департамент образования Ханты-Мансийского автономного округа – Югры", "khanty-mansi"),
    ("ХМАО – Югры", "khanty-mansi"),
    ("Ямало-Ненецкого автономного округа", "yamal-nenets"),
    ("Ненецкому автономному округу", "nenets"),
    ("Министерство образования и науки Республики Саха (Якутия)", "sakha"),
    ("Республики Северная Осетия-Алания", "north-ossetia"),
    ("Республики Северная Осетия – Алания", "north-ossetia"),
    ("Министерство образования Тверской области", "tver"),
    ("Тверская область", "tver"),
    ("Министерство образования Кузбасса", "kemerovo"),
    ("в Кемеровской области — Кузбассе", "kemerovo"),
    ("Республике Алтай", "altai-republic"),
    ("Алтайского края", "altai-krai"),
    ("Республики Марий Эл", "mari-el"),
    ("Карачаево-Черкесской Республики", "karachay-cherkessia"),
    ("Нижегородской области", "nizhny-novgorod"),
    ("Новгородской области", "novgorod"),
    ("Еврейской автономной области", "jewish-ao"),
]
# A district or an institute may bear an adjective that another region's name begins with.
NEIGHBOURING_ADJECTIVE = [
    ("Кировский муниципальный район Ленинградской области", "leningrad"),
    ("Орловский район Ростовской области", "rostov"),
    ("Московский институт развития образования Калужской области", "kaluga"),
]


def test_every_region_of_the_constitution_is_listed_once() -> None:
    listed = concepts("region")
    assert len(listed) == REGIONS
    assert len({concept.label.ru for concept in listed}) == REGIONS
    assert len({concept.label.en for concept in listed}) == REGIONS


def test_each_region_has_a_two_digit_code_of_its_own() -> None:
    graph, numbers = codes(), {}
    for concept in concepts("region"):
        numbers[concept.notation] = str(graph.value(CODE[f"region/{concept.notation}"], DCTERMS.identifier))
    assert all(len(number) == 2 and number.isdigit() for number in numbers.values()), numbers
    assert len(set(numbers.values())) == REGIONS
    assert (numbers["kaluga"], numbers["kaliningrad"], numbers["moscow"]) == ("40", "39", "77")


def test_no_cue_tells_two_regions() -> None:
    owners = Counter(cue for concept in concepts("region") for cue in set(concept.cues))
    assert [cue for cue, count in owners.items() if count > 1] == []


@pytest.mark.parametrize("concept", concepts("region"), ids=lambda concept: concept.notation)
def test_a_region_is_told_by_its_own_name(concept: Concept) -> None:
    assert recognise("region", f"Правительство, {concept.label.ru}") == concept.notation


@pytest.mark.parametrize(("text", "region"), DECLINED)
def test_a_region_is_told_by_its_declined_name(text: str, region: str) -> None:
    assert recognise("region", text) == region


@pytest.mark.parametrize("text", ["ул. Москва, д. 1", "калужский учитель", "край поля"])
def test_an_adjective_or_a_city_alone_tells_no_region(text: str) -> None:
    assert recognise("region", text) is None


@pytest.mark.parametrize(("text", "region"), NEIGHBOURING_ADJECTIVE)
def test_a_district_named_like_another_region_does_not_mislead(text: str, region: str) -> None:
    assert recognise("region", text) == region
