"""Pairs, shifts and what is left over; the laws that any comparison obeys."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from crosswalk.small_papers import agreement, regulation
from papers.retyping import RETYPINGS
from rsnms_kg.crosswalk.comparison import Comparison, compare
from rsnms_kg.crosswalk.relations import MIRRORED
from rsnms_kg.errors import InputError
from rsnms_kg.graph.paper import PaperGraph, read_paper
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.terms import RSNMS

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPERS = ("agreement.txt", "agreement-clean.txt", "order.txt")
SERVICE, COUNCIL, CENTRE = "Муниципальная методическая служба", "Методический совет школы", "ЦНППМ"


def paper(name: str) -> Graph:
    return shipped_regulation().graph if name == "shipped" else read_paper(EXAMPLES / name)


def told(comparison: Comparison) -> set[tuple[str, str, str]]:
    return {(pair.left.clause, pair.relation, pair.right.clause) for pair in comparison.pairs}


def relation(obligation: str, function: str) -> str | None:
    """The relation of a centre's obligation to a centre's function, among norms of other matters."""
    ours = agreement(("centre", obligation), ("centre", "хранит печать"), ("ministry", "платит взносы"))
    theirs = regulation((CENTRE, function), (CENTRE, "чинит технику"), (SERVICE, "красит забор"))
    return next((pair.relation for pair in compare(ours, theirs).pairs if pair.left.clause == "1"), None)


# --- relations ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("obligation", "function", "expected"),
    [
        ("ведение реестра наставников", "ведёт реестр наставников", "identical"),
        ("ведение реестра наставников", "ведёт реестр наставников и публикует сборник статей", "narrower"),
        ("ведёт реестр наставников и публикует сборник статей", "ведёт реестр наставников", "broader"),
        ("ведёт реестр наставников на основе заявок директоров", "ведёт реестр наставников", "narrower"),
        ("ведёт реестр наставников", "ведёт реестр наставников на основе заявок директоров", "broader"),
        ("ведёт реестр наставников и публикует сборник", "ведёт реестр наставников и проверяет отчёты", "partial"),
        ("не ведёт реестр наставников", "ведёт реестр наставников", "related"),
        ("проводит школьный конкурс мастерства", "проводит региональный конкурс мастерства", "related"),
        ("оплачивает проезд", "ведёт реестр наставников", None),
    ],
)
def test_the_relation_of_an_obligation_to_a_function(obligation: str, function: str, expected: str | None) -> None:
    assert relation(obligation, function) == expected


def test_a_task_is_related_at_most_and_is_not_missing_in_an_agreement() -> None:
    tasks = regulation(("", "ведение реестра наставников"), kind="Task")
    functions = regulation((CENTRE, "чинит технику"), name="functions")
    found = compare(agreement(("centre", "ведение реестра наставников")), tasks + functions)
    assert [pair.relation for pair in found.pairs] == ["related"]
    assert [norm.clause for norm in found.left_only] == ["1"]
    assert [norm.kind for norm in found.right_only] == ["function"]


def test_norms_of_one_text_stay_two_norms() -> None:
    words = "ведение реестра наставников"
    found = compare(agreement(("centre", words), ("ministry", words)), regulation((CENTRE, words), (SERVICE, words)))
    assert {(pair.left.clause, pair.right.clause) for pair in found.pairs} == set(product("12", "12"))


# --- bearers -----------------------------------------------------------------------------------


def test_an_obligation_given_to_another_party_is_told() -> None:
    function = regulation((SERVICE, "ведёт реестр наставников"))
    at_home = regulation((CENTRE, "ведёт реестр наставников"))
    ours = agreement(("centre", "ведение реестра наставников"))
    assert compare(ours, at_home).pairs[0].shift is None
    (moved,) = compare(ours, function).as_json()["pairs"]
    assert (moved["bearer_shift"]["from"], moved["bearer_shift"]["to"]) == (SERVICE, "centre")


def test_a_shift_is_told_from_the_regulation_in_either_order() -> None:
    function, ours = regulation((SERVICE, "ведёт реестр")), agreement(("centre", "ведение реестра"))
    shifts = [compare(*order).pairs[0].shift for order in ((ours, function), (function, ours))]
    assert [shift.origin.name for shift in shifts if shift] == [SERVICE, SERVICE]


def test_a_deleted_obligation_leaves_its_function_over() -> None:
    functions = regulation((CENTRE, "ведёт реестр наставников"), (SERVICE, "изучает запросы"))
    whole = agreement(("centre", "ведение реестра наставников"), ("municipality", "изучение запросов"))
    left = agreement(("municipality", "изучение запросов"))
    assert [norm.text for norm in compare(whole, functions).right_only] == []
    assert [norm.text for norm in compare(left, functions).right_only] == ["ведёт реестр наставников"]


# --- laws --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), list(product((*PAPERS, "shipped"), repeat=2)))
def test_the_other_order_is_the_mirror_image(one: str, other: str) -> None:
    forth, back = compare(paper(one), paper(other)), compare(paper(other), paper(one))
    assert {(pair.left.iri, pair.right.iri, pair.relation, pair.score) for pair in forth.pairs} == {
        (pair.right.iri, pair.left.iri, MIRRORED[pair.relation], pair.score) for pair in back.pairs
    }
    assert (forth.left_only, forth.right_only) == (back.right_only, back.left_only)


@pytest.mark.parametrize("name", [*PAPERS, "shipped"])
def test_a_paper_corresponds_to_itself(name: str) -> None:
    found = compare(paper(name), paper(name))
    same = {pair.left.iri for pair in found.pairs if pair.left.iri == pair.right.iri and pair.relation == "identical"}
    binding = {norm.iri for norm in found.left if norm.binding}
    assert len(same & binding) >= 0.95 * len(binding)  # a norm of light verbs alone speaks of nothing
    assert not any(pair.shift for pair in found.pairs if pair.left.iri == pair.right.iri)


def test_every_norm_is_in_a_realising_pair_or_left_over() -> None:
    found = compare(paper("agreement.txt"), paper("shipped"))
    for norms, alone, side in ((found.left, found.left_only, "left"), (found.right, found.right_only, "right")):
        paired = {getattr(pair, side).iri for pair in found.pairs if pair.realises}
        assert {norm.iri for norm in norms if norm.binding} == paired | {norm.iri for norm in alone}
        assert not paired & {norm.iri for norm in alone}


def test_the_same_papers_give_the_same_bytes() -> None:
    runs = [json.dumps(compare(paper("agreement.txt"), paper("order.txt")).as_json()) for _ in range(2)]
    assert runs[0] == runs[1]


RETYPED = (
    "every space no break", "wrapped at 70", "straight quotes", "em dashes", "soft hyphens", "decomposed",
    "ye for yo", "latin lookalikes", "page breaks as form feeds", "doubled spaces",
)  # fmt: skip


@pytest.mark.parametrize("name", RETYPED)
def test_a_harmless_retyping_changes_no_pair(name: str, tmp_path: Path) -> None:
    changed = tmp_path / "agreement.txt"
    changed.write_text(RETYPINGS[name]((EXAMPLES / "agreement.txt").read_text(encoding="utf-8")), encoding="utf-8")
    assert told(compare(read_paper(changed), paper("shipped"))) == told(
        compare(paper("agreement.txt"), paper("shipped"))
    )


# --- evidence ----------------------------------------------------------------------------------


def test_evidence_is_the_words_at_their_places() -> None:
    ours, theirs = paper("agreement.txt"), paper("order.txt")
    assert isinstance(ours, PaperGraph) and isinstance(theirs, PaperGraph)
    found = compare(ours, theirs)
    assert found.pairs
    for pair in found.pairs:
        assert pair.evidence.shared and pair.evidence.explanation.ru and pair.evidence.explanation.en
        for left, right in pair.evidence.shared:
            for place, graph in ((left, ours), (right, theirs)):
                assert place.span and " ".join(graph.document.text[slice(*place.span)].split()) == place.words


def test_a_regulation_without_words_has_places_without_spans() -> None:
    found = compare(paper("agreement.txt"), paper("shipped"))
    assert {right.span for pair in found.pairs for _, right in pair.evidence.shared} == {None}
    assert all(pair.as_json()["right"]["quote"] is None for pair in found.pairs)


def test_a_graph_without_norms_is_refused() -> None:
    with pytest.raises(InputError, match="ни обязательств, ни функций"):
        compare(Graph(), paper("shipped"), "empty.ttl", "kaluga")


def test_comparing_leaves_the_graphs_as_they_were() -> None:
    ours = agreement(("centre", "ведение реестра"))
    before = set(ours)
    compare(ours, regulation((CENTRE, "ведёт реестр")))
    assert set(ours) == before and (URIRef("x"), RSNMS.order, None) not in ours
