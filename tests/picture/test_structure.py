"""The view ``structure``: what is in it, in which order, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from rsnms_kg.errors import UsageError
from rsnms_kg.picture.diagram import Box, Diagram, Link
from rsnms_kg.picture.drawing import draw, to_networkx
from rsnms_kg.picture.letters import width
from rsnms_kg.picture.lines import shortened, wrapped
from rsnms_kg.picture.network import bands
from rsnms_kg.picture.presentation import description, diagram
from rsnms_kg.russian.typography import NBSP

PRIMER = Path(__file__).with_name("primer.ttl")
ACT = "https://w3id.org/rsnms/act/primer-2022/"
HEAD = """@prefix rsnms: <https://w3id.org/rsnms/ontology#> . @prefix p: <https://w3id.org/rsnms/act/primer-2022/> .
@prefix level: <https://w3id.org/rsnms/code/level/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def primer(more: str = "") -> Graph:
    graph = Graph().parse(PRIMER, format="turtle")
    return graph.parse(data=HEAD + more, format="turtle") if more else graph


def small(turtle: str) -> Graph:
    return Graph().parse(data=HEAD + turtle, format="turtle")


def short(iri: str) -> str:
    return iri.removeprefix(ACT)


def box(shown: Diagram, name: str) -> Box:
    return next(one for one in shown.boxes if short(one.key) == name)


def interactions(graph: Graph) -> dict[tuple[str, str], Link]:
    links = diagram(to_networkx(graph)).links
    return {(short(link.source), short(link.target)): link for link in links if link.kind == "interaction"}


def test_bands_follow_the_levels_and_boxes_the_order_with_a_unit_after_its_host() -> None:
    assert [(band, [short(node) for node in nodes]) for band, nodes in bands(to_networkx(primer()))] == [
        ("outside", ["operator"]),
        ("regional", ["ministry", "institute", "centre"]),
        ("municipal", ["service", "associations"]),
        ("institutional", ["council", "groups", "pairs"]),
    ]


def test_an_actor_without_a_link_is_not_drawn() -> None:
    assert ACT + "parents" not in to_networkx(primer())


def test_a_box_counts_the_functions_of_its_subject_once_each() -> None:
    view = to_networkx(primer())
    assert {short(node): count for node, count in view.nodes(data="functions") if count} == {
        "ministry": 2, "centre": 5, "institute": 1, "service": 2, "council": 1, "pairs": 1, "groups": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "last_line"),
    [("ru", f"п.{NBSP}2.1.2{NBSP}· 5{NBSP}функций"), ("en", f"clause{NBSP}2.1.2{NBSP}· 5{NBSP}functions")],
)
def test_the_last_line_of_a_box_is_its_clause_and_its_functions(language: str, last_line: str) -> None:
    assert box(diagram(to_networkx(primer(), "structure", language)), "centre").small == (last_line,)


def test_an_own_label_is_preferred_to_the_printed_name_and_a_short_name_is_added() -> None:
    names = 'rsnms:name "Длинное"; rdfs:label "Краткое"@ru; rsnms:shortName "ДЛ" .'
    view = to_networkx(small(f"p:a a rsnms:SubjectType; {names}"))
    assert box(diagram(view), "a").words == ("Краткое (ДЛ)",)


def test_a_printed_name_keeps_its_short_one_in_an_english_picture() -> None:
    graph = small(
        'p:a a rsnms:SubjectType; rsnms:name "Длинное"; rsnms:shortName "ДЛ" .'
        'p:b a rsnms:SubjectType; rsnms:name "Другое"; rdfs:label "Other"@en; rsnms:shortName "ДР" .'
    )
    shown = diagram(to_networkx(graph, "structure", "en"))
    assert (box(shown, "a").words, box(shown, "b").words) == (("Длинное (ДЛ)",), ("Other",))


def test_several_links_of_a_pair_are_one_pair_with_its_clauses_in_their_order() -> None:
    links = "".join(
        f"p:x{at} a rsnms:InteractionLink; rsnms:fromSubject p:service; rsnms:toSubject p:centre;"
        f'rsnms:clauseLabel "{at}.1" .'
        for at in (10, 9)
    )
    found = interactions(primer(links))
    assert found["centre", "service"].words == (f"п.{NBSP}9.1, 10.1",)
    assert found["centre", "service"].arrow == "both"
    assert found["service", "council"].arrow == "back"


def test_a_host_of_another_level_is_an_arrow_and_a_circle_of_hosts_ends() -> None:
    graph = small(
        "p:a a rsnms:SubjectType; rsnms:level level:regional; rsnms:hostedBy p:b ."
        "p:b a rsnms:SubjectType; rsnms:level level:regional; rsnms:hostedBy p:a ."
        "p:c a rsnms:SubjectType; rsnms:level level:municipal; rsnms:hostedBy p:a ."
    )
    view = to_networkx(graph)
    hosts = {(short(u), short(h)): view.nodes[u]["within"] == h for u, h in view.edges()}
    assert hosts == {("a", "b"): True, ("b", "a"): False, ("c", "a"): False}
    assert 'label="в составе\\l"' in draw(graph).dot()


def test_the_description_tells_what_the_picture_shows() -> None:
    said = description(to_networkx(primer()))
    assert "Вне системы: Федеральный оператор." in said
    assert "Взаимодействие: Федеральный оператор ← Центр непрерывного" in said and f"(п.{NBSP}2.1.2/4)" in said


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ("", "пустой граф"),
        ("p:a a rdfs:Class .", "другой граф"),
        ("p:a a rsnms:Agreement .", "здесь соглашение"),
    ],
)
def test_a_graph_without_subjects_is_refused_with_what_was_found_and_what_to_give(graph: str, found: str) -> None:
    with pytest.raises(UsageError, match=rf"{found}.*Дайте положение"):
        to_networkx(small(graph))


def test_the_subjects_of_two_regulations_are_refused() -> None:
    other = "<urn:act> a rsnms:Regulation; rdfs:label 'Другое' . <urn:act/s> a rsnms:SubjectType ."
    with pytest.raises(UsageError, match="Другое"):
        to_networkx(primer(other))


def test_lines_are_no_wider_than_asked_and_no_letter_is_lost() -> None:
    text = "Методический (научно-методический) совет образовательнойорганизациисоченьдлиннымназванием и WWWWWWWWWWWW"
    lines = wrapped(text, 200, 13)
    assert all(width(line, 13) <= 200 for line in lines) and len(lines) > 3
    assert "".join(lines).replace(" ", "").replace(NBSP, "") == text.replace(" ", "")


def test_no_line_ends_with_a_short_preposition_or_begins_with_a_dash() -> None:
    text = "подготовка в школе и в районе – к работе с детьми по программе № 5 – и о многом другом, а также п. 3"
    for room in range(130, 300, 7):  # a line that is narrower than what belongs together has to divide it
        lines = wrapped(text, room, 13)
        assert not any(
            line.split(NBSP)[-1].split(" ")[-1] in ("в", "и", "с", "о", "а", "по", "№", "п.") for line in lines
        )
        assert not any(line.startswith("–") for line in lines), lines


def test_a_long_text_is_cut_after_a_word_that_means_something() -> None:
    text = "обеспечивает условия (материальные и иные) для достижения и (в соответствии с планом) прочего"
    for length in range(20, len(text)):
        if len(text) <= length * 1.25:
            assert shortened(text, length) == text  # it is not cut for a few words
            continue
        cut = shortened(text, length)
        assert len(cut) <= length and cut.endswith("…")
        assert len(cut.rstrip("…").split()[-1]) > 2 and text.startswith(cut.rstrip("…"))


def test_every_run_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import sys; from rdflib import Graph; from rsnms_kg.picture.drawing import draw;"
        "p = draw(Graph().parse(sys.argv[1])); sys.stdout.buffer.write((p.dot() + p.mermaid()).encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(PRIMER)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1 and "Федеральный оператор".encode() in outputs.pop()
