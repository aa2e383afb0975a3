"""A bearer is another one when its kind or level is, not when its region is."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal, URIRef

from rsnms_kg.crosswalk.bearers import Bearer, bearer, same, shift
from rsnms_kg.crosswalk.vocabulary import vocabulary
from rsnms_kg.knowledge.terms import RSNMS, code


def subject(name: str, level: str | None = None, role: str | None = None) -> Bearer:
    graph, node = Graph(), URIRef(f"https://example.org/{name.replace(' ', '-')}")
    graph.add((node, RSNMS.name, Literal(name)))
    for scheme, value, term in (("level", level, RSNMS.level), ("role", role, RSNMS.role)):
        if value:
            graph.add((node, term, URIRef(code(scheme, value))))
    return bearer(graph, node, vocabulary())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Министерство образования и науки Калужской области", "Департамент образования Томской области"),
        ("ЦНППМ Калужской области", "Центр непрерывного повышения профессионального мастерства педагогов"),
        ("Муниципальная методическая служба", "ММС Озёрного округа"),
        ("Методический (научно-методический) совет образовательной организации", "Методический совет школы"),
        ("Клуб молодых учителей", "Клуб молодых педагогов"),
    ],
)
def test_one_kind_under_two_names(one: str, other: str) -> None:
    assert same(subject(one), subject(other)) and shift((subject(one),), (subject(other),)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ЦНППМ", "Институт развития образования"),
        ("Муниципальная методическая служба", "Методический совет школы"),
        ("Министерство просвещения", "Администрация городского округа"),
        ("Муниципальные методические объединения", "Муниципальная методическая служба"),
    ],
)
def test_two_kinds(one: str, other: str) -> None:
    moved = shift((subject(one),), (subject(other),))
    assert moved and (moved.as_json()["from"], moved.as_json()["to"]) == (one, other)


def test_one_name_on_two_levels_is_two_bearers() -> None:
    assert not same(
        subject("Методическое объединение", "municipal"), subject("Методическое объединение", "institutional")
    )


def test_a_party_is_known_by_its_role_except_the_host() -> None:
    assert subject("Озёрный округ", role="municipality").kind == "municipality"
    assert subject("Институт развития образования", role="centre").kind == "host"


def test_the_host_is_said_to_be_one() -> None:
    moved = shift((subject("ЦНППМ"),), (subject("Институт развития образования"),))
    assert moved and "центр и организация" in moved.words().ru and "its host" in moved.words().en


def test_a_joint_norm_has_not_moved_when_one_of_its_bearers_is_the_same() -> None:
    ministry, centre = subject("Министерство просвещения"), subject("ЦНППМ")
    assert shift((centre,), (ministry, centre)) is None and shift((), (centre,)) is None
