"""The views: what each shows of papers, in which state, and what it says when there is nothing to show."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import networkx
import pytest
from rdflib import RDF, RDFS, Graph, Literal

import rsnms_kg as rk
from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.letters import width
from rsnms_kg.picture.lines import shortened
from rsnms_kg.picture.views.registry import VIEWS
from rsnms_kg.picture.views.responsible import Responsible
from rsnms_kg.russian.typography import NBSP

EXAMPLES = Path(__file__).parents[2] / "examples"
REGIONS = Path(__file__).parents[1] / "papers" / "regions"
AGREEMENT, ORDER, SYSTEM = EXAMPLES / "agreement.txt", EXAMPLES / "order.txt", EXAMPLES / "system.ttl"


def shown(view: str, source: object, **more: object) -> networkx.MultiDiGraph:
    return rk.to_networkx(source, view, **more)  # type: ignore[arg-type]


def of_kind(graph: networkx.MultiDiGraph, kind: str) -> dict[str, dict[str, object]]:
    return {about["clause"]: about for _, about in graph.nodes(data=True) if about["kind"] == kind}


def test_words_are_not_cut_for_a_few_more() -> None:
    words = "обеспечение доступных условий " * 8
    assert shortened(words.strip(), 200) == words.strip()
    assert len(shortened(words * 2, 200)) <= 200 and shortened(words * 2, 200).endswith("…")


def test_functions_are_those_that_the_list_has_each_in_the_box_of_its_bearer() -> None:
    graph = shown("functions", "kaluga-963-2021")
    listed = {row["clause"]: row["bearer"] for row in rk.rows("functions")}
    assert of_kind(graph, "function").keys() == listed.keys()
    for clause, about in of_kind(graph, "function").items():
        assert about["within"] == about["bearer"] and graph.nodes[about["within"]]["kind"] == "subject"
        assert clause.rpartition("/")[0] == graph.nodes[about["within"]]["clause"]
    assert Counter(kind for *_, kind in graph.edges(data="kind")) == {"performs": len(listed), "bears": 1}
    norm = of_kind(graph, "norm")["3.3.1"]  # it binds too, and stands with the subject of its clause
    assert graph.nodes[norm["within"]]["short_name"] == "ММС"
    assert graph.nodes[norm["within"]]["note"].replace(NBSP, " ") == "4 функции, 1 норма"


def test_an_agreement_is_drawn_with_what_the_crosswalk_finds() -> None:
    graph = shown("agreement", AGREEMENT, regulation=ORDER)
    found = {
        (graph.nodes[one]["clause"], graph.nodes[other]["clause"], about["relation"])
        for one, other, about in graph.edges(data=True)
        if about["kind"] == "realises"
    }
    pairs = rk.compare(AGREEMENT, ORDER).pairs
    assert found == {(p.left.clause, p.right.clause, p.relation) for p in pairs if p.realises} and found
    assert len([n for n, kind in graph.nodes(data="kind") if kind == "obligation"]) == len(
        rk.rows("obligations", AGREEMENT)
    )


@pytest.mark.parametrize("view", ["agreement", "crosswalk"])
def test_what_all_parties_bear_stands_in_a_box_of_all_parties(view: str) -> None:
    graph = shown(view, AGREEMENT, regulation=ORDER)
    box = graph.nodes[of_kind(graph, "obligation")["2.4"]["within"]]
    assert box["label"] == "Все стороны" and box["note"] == "Министерство, Администрация, ЦНППМ"
    assert len([key for key, about in graph.nodes(data=True) if about["clause"] == "2.4"]) == 1


def test_what_some_parties_bear_together_is_under_their_names() -> None:
    paper = rk.read(AGREEMENT)
    duty = next(one for one in paper.subjects(RDF.type, RSNMS.Obligation) if len(set(paper[one : RSNMS.bearer])) > 2)
    paper.remove((duty, RSNMS.bearer, min(paper[duty : RSNMS.bearer])))
    graph = shown("agreement", paper, regulation=ORDER)
    assert graph.nodes[of_kind(graph, "obligation")["2.4"]["within"]]["label"] == "Администрация, ЦНППМ"


@pytest.mark.parametrize("view", ["agreement", "crosswalk"])
def test_bearers_are_called_by_their_labels_in_the_language_or_as_printed(view: str) -> None:
    paper = EXAMPLES / "kaliningrad-1-s-2021.ttl"
    english, russian = (shown(view, paper, language=language) for language in ("en", "ru"))
    labelled = "Ministry of Education and Science of Kaluga Oblast"
    assert labelled in dict(english.nodes(data="label")).values()
    assert labelled not in dict(russian.nodes(data="label")).values()
    told = [about["shift"] + about["instead"] for *_, about in english.edges(data=True) if about.get("instead")]
    assert told and all(words.isascii() for words in "".join(told).replace("→", "").split()), told
    printed = shown(view, AGREEMENT, regulation=ORDER, language="en")  # papers that were read have no English
    assert "Министерство" in dict(printed.nodes(data="short_name")).values()


def test_bearers_are_called_the_same_in_every_view_of_one_paper() -> None:
    graphs = [shown(view, AGREEMENT) for view in ("agreement", "crosswalk", "coverage")]
    graphs += [shown(view, "kaluga-963-2021") for view in ("structure", "functions")]
    names: dict[str, set[object]] = {}
    for graph in graphs:
        for node, about in graph.nodes(data=True):
            if about["kind"] in ("bearer", "subject", "party") and about["label"] != "Все стороны":
                names.setdefault(node.split(" @ ")[0], set()).add((about["label"], about["short_name"]))
    assert len(names) > 8 and all(len(said) == 1 for said in names.values()), names


def test_what_binds_and_names_nobody_is_drawn_too() -> None:
    graph = Graph() + rk.regulation().graph
    function = next(iter(graph.subjects(RDF.type, RSNMS.Function)))
    graph.remove((function, RSNMS.bearer, None))
    view = shown("functions", graph)
    assert view.nodes[view.nodes[str(function)]["within"]]["label"] == "носитель не назван"


def test_no_english_label_of_the_shipped_regulation_has_straight_quotes() -> None:
    for view in ("structure", "functions", "roadmap"):
        graph = shown(view, "kaluga-963-2021", language="en")
        assert not [label for label in dict(graph.nodes(data="label")).values() if '"' in label]


def test_coverage_counts_what_is_taken_on_and_leaves_the_rest_open() -> None:
    graph = shown("coverage", AGREEMENT, regulation=ORDER)
    realised = {p.right.clause for p in rk.compare(AGREEMENT, ORDER).pairs if p.realises and p.right.kind == "function"}
    functions = of_kind(graph, "function")
    assert {clause for clause, about in functions.items() if about["status"] != "open"} == realised
    assert functions.keys() == {row["clause"] for row in rk.rows("functions", ORDER)}


def test_coverage_does_not_count_what_is_taken_on_in_part_as_full() -> None:
    graph = shown("coverage", AGREEMENT, regulation=ORDER)
    notes = {str(about["clause"]): str(about["note"]) for about in of_kind(graph, "subject").values()}
    assert notes["3.3.1"] == "закреплено 3 из 3, полностью 0" and notes["3.2.1"] == "закреплено 1 из 3"


def test_coverage_of_several_papers_is_full_only_where_all_have_it() -> None:
    twice = of_kind(shown("coverage", [AGREEMENT, AGREEMENT], regulation=ORDER), "function")
    once = of_kind(shown("coverage", AGREEMENT, regulation=ORDER), "function")
    assert {c: a["status"] for c, a in twice.items()} == {c: a["status"] for c, a in once.items()}
    assert {a["note"] for a in twice.values()} == {"", "полностью в 2 из 2", "частично в 2 из 2"}


def test_coverage_of_several_papers_tells_in_part_from_not_by_all() -> None:
    clean = EXAMPLES / "agreement-clean.txt"
    functions = of_kind(shown("coverage", [AGREEMENT, AGREEMENT, clean], regulation=ORDER), "function")
    once, other = (of_kind(shown("coverage", one, regulation=ORDER), "function") for one in (AGREEMENT, clean))
    for clause, about in functions.items():
        states = [once[clause]["status"], once[clause]["status"], other[clause]["status"]]
        full, part = states.count("covered"), states.count("part")
        assert (about["taken_full"], about["taken_in"]) == (full, full + part)
        assert about["status"] == ("covered" if full == 3 else "some" if full else "part" if part else "open")
        said = ", ".join([f"полностью в {full}"] * bool(full) + [f"частично в {part}"] * bool(part))
        assert about["note"] == (f"{said} из 3" if said else "")
    assert "не всеми" not in rk.draw(AGREEMENT, "coverage").svg()


@pytest.mark.parametrize("regulation", ["kaluga-963-2021", ORDER])
def test_coverage_counts_what_the_crosswalk_and_the_report_count(regulation: object) -> None:
    graph = shown("coverage", AGREEMENT, regulation=regulation)
    comparison = rk.compare(AGREEMENT, regulation)  # type: ignore[arg-type]
    binding = {norm.iri for norm in comparison.right if norm.binding}
    taken = {pair.right.iri for pair in comparison.pairs if pair.realises} & binding
    drawn = {node: str(status) for node, status in graph.nodes(data="status") if status}
    assert drawn.keys() == binding and {node for node, status in drawn.items() if status != "open"} == taken
    assert f"Закреплено {len(taken)} из {len(binding)}" in graph.graph["note"]


def test_a_system_covers_what_its_subjects_perform() -> None:
    functions = of_kind(shown("coverage", SYSTEM), "function")
    assert functions["3.2.1/1"]["status"] == "covered" and "Министерство" in str(functions["3.2.1/1"]["note"])


def test_papers_of_two_regions_are_marked_as_a_comparison() -> None:
    kaliningrad = EXAMPLES / "kaliningrad-1-s-2021.ttl"
    for view in ("agreement", "coverage", "crosswalk"):
        assert "сопоставление, а не проверка" in shown(view, kaliningrad).graph["note"], view
    assert "not a check" in shown("coverage", kaliningrad, language="en").graph["note"]


def test_a_crosswalk_has_every_norm_of_both_papers_once() -> None:
    graph = shown("crosswalk", AGREEMENT, regulation=ORDER)
    comparison = rk.compare(AGREEMENT, ORDER)
    binding = [norm.clause for norm in (*comparison.left, *comparison.right) if norm.binding]
    drawn = Counter(about["clause"] for _, about in graph.nodes(data=True) if about["kind"] != "bearer")
    assert not Counter(binding) - drawn
    assert {status for _, status in graph.nodes(data="status")} <= {"", "paired", "kindred", "alone"}


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (None, {""}),
        (date(2021, 7, 25), {"ahead"}),
        (date(2021, 9, 15), {"passed", "ahead"}),
        (date(2022, 1, 1), {"passed"}),
    ],
)
def test_a_roadmap_is_judged_by_a_day_and_a_deadline_includes_its_day(day: date | None, states: set[str]) -> None:
    graph = shown("roadmap", "kaluga-963-2021", as_of=day)
    assert {status for _, status in graph.nodes(data="status")} == states


def test_where_completions_are_told_what_is_not_done_is_overdue() -> None:
    measures = of_kind(shown("roadmap", SYSTEM, as_of=date(2021, 9, 10)), "measure")
    states = {clause: about["status"] for clause, about in measures.items()}
    assert states == {
        "ДК/1": "done", "ДК/2": "late", "ДК/3": "done", "ДК/4": "overdue",
        **dict.fromkeys(("ДК/5", "ДК/6", "ДК/7"), "ahead"),
    }  # fmt: skip


def test_one_body_has_one_name_in_every_row_of_a_roadmap() -> None:
    names = {about["responsible_shown"] for about in of_kind(shown("roadmap", "kaluga-963-2021"), "measure").values()}
    assert names == {"МОН КО", "Федеральный оператор"}
    graph = shown("roadmap", "kaluga-963-2021")
    assert "МОН КО – Министерство образования и науки Калужской области" in graph.graph["abbreviations"].splitlines()
    text = rk.draw("kaluga-963-2021", "roadmap").svg().replace(NBSP, " ")
    assert "МОН КО – Министерство образования" in text and not re.search(r"·\s*</text>", text)


def test_the_responsible_are_called_in_english_only_where_all_of_them_have_a_label() -> None:
    graph = shown("roadmap", "kaluga-963-2021", language="en")
    assert {about["responsible_shown"] for about in of_kind(graph, "measure").values()} == {
        "Ministry of Education and Science of Kaluga Oblast",
        "Federal Operator (Academy of the RF Ministry of Education)",
    }
    assert not graph.graph["abbreviations"]
    read = of_kind(shown("roadmap", REGIONS / "kirov.txt", language="en"), "measure")
    assert read["ДК/1.2"]["responsible_shown"] == "министерство, институт"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_roadmap_that_has_a_number_only_is_called_by_its_region_or_regulation(language: str) -> None:
    title = shown("roadmap", ORDER, language=language).graph["title"]
    assert title.endswith("педагогов Примерской области") and "· Положение о региональной системе" in title
    graph = Graph() + rk.regulation().graph
    road = graph.value(None, RDF.type, RSNMS.Roadmap)
    graph.remove((road, RDFS.label, None))
    region = {"ru": "Калужская область", "en": "Kaluga Oblast"}[language]
    assert shown("roadmap", graph, language=language).graph["title"].endswith(f"· {region}")
    assert "·" not in shown("roadmap", "kaluga-963-2021", language=language).graph["title"]


def test_the_axis_begins_right_after_the_column_of_days() -> None:
    text = rk.draw("kaluga-963-2021", "roadmap").svg()
    day = next(re.finditer(r'<text x="([\d.]+)"[^>]*>25\.07\.2021<', text))
    axis = next(re.finditer(r'd="M([\d.]+) [\d.]+V', text))
    assert 0 < float(axis[1]) - float(day[1]) - width("25.07.2021", 13) < 40


def test_one_who_has_no_label_keeps_all_as_they_are_printed() -> None:
    graph = rk.regulation().graph if hasattr(rk.regulation(), "graph") else rk.regulation()
    made = Graph() + graph
    measure = next(one for one in made.subjects(RDF.type, RSNMS.Measure) if (one, RSNMS.responsible, None) in made)
    made.set((measure, RSNMS.responsible, Literal("Министерство образования и науки Калужской области, школы")))
    assert Responsible(made, "en").shown(measure) == "МОН КО, школы"
    assert Responsible(made, "ru").spelled_out("МОН КО, школы").keys() == {"МОН КО"}


def test_a_share_over_the_whole_is_told_by_an_arrow_and_numbers_by_the_language() -> None:
    text = rk.draw(AGREEMENT, "indicators", regulation=ORDER).svg().replace(NBSP, " ")
    assert text.count('class="over"') == 1 and "больше 100" in text and ">120 % · 30<" in text
    assert ">40.5%<" in rk.draw(REGIONS / "pskov.txt", "indicators", "en").svg()
    assert ">40,5 %<" in rk.draw(REGIONS / "pskov.txt", "indicators").svg().replace(NBSP, " ")


def test_a_share_without_the_sign_of_its_table_is_shown_as_printed() -> None:
    graph = shown("indicators", AGREEMENT, regulation=ORDER)
    bare = [about for _, about in graph.nodes(data=True) if "bare" in about]
    assert [str(about["label"]).replace(NBSP, " ") for about in bare] == ["2022: не менее 3, знака % нет"]
    text = rk.draw(AGREEMENT, "indicators", regulation=ORDER).svg().replace(NBSP, " ")
    assert ">3, знака % нет<" in text and "штриховая рамка" in text and ">3 %<" not in text
    clean = rk.draw(EXAMPLES / "agreement-clean.txt", "indicators", regulation=ORDER).svg()
    assert "штриховая рамка" not in clean


def test_a_table_without_any_sign_has_shares_in_per_cent() -> None:
    paper = rk.read(AGREEMENT)
    for target in set(paper.subjects(RDF.type, RSNMS.Target)):
        words = str(paper.value(target, RSNMS.shareWords)).rstrip("%")
        paper.set((target, RSNMS.shareWords, Literal(words)))
    assert not [about for _, about in shown("indicators", paper).nodes(data=True) if "bare" in about]


def test_measures_without_a_date_come_last_with_their_words() -> None:
    graph = shown("roadmap", REGIONS / "kirov.txt")
    dates = [str(day) for _, day in graph.nodes(data="date")]
    dated = [day for day in dates if day]
    assert dates == [*sorted(dated), *[""] * (len(dates) - len(dated))] and dates[-1] == ""
    assert all(words for _, words in graph.nodes(data="deadline_words"))


def test_targets_stand_with_their_indicator_by_period() -> None:
    graph = shown("indicators", REGIONS / "pskov.txt")
    values = [about for _, about in graph.nodes(data=True) if about["kind"] == "target"]
    assert len(values) == len(rk.rows("targets", REGIONS / "pskov.txt"))
    assert {about["period"] for about in values} == {"2023", "2024", "2025"}
    assert all(graph.nodes[about["within"]]["kind"] == "indicator" for about in values)


@pytest.mark.parametrize("view", ["agreement", "coverage", "crosswalk", "indicators"])
def test_a_view_that_needs_a_paper_says_which(view: str) -> None:
    with pytest.raises(rk.UsageError, match=r"[Дд]айте"):
        shown(view, [])


def test_a_view_without_its_facts_says_what_to_give() -> None:
    with pytest.raises(rk.UsageError, match="Дайте приказ с дорожной картой"):
        shown("roadmap", REGIONS / "pskov.txt")


def test_several_papers_for_a_view_of_one_are_named_with_what_to_do() -> None:
    with pytest.raises(rk.UsageError) as told:
        shown("functions", [AGREEMENT, ORDER])
    said = str(told.value)
    assert "Вид functions рисуют по одной бумаге, а здесь их 2 (agreement.txt, order.txt)" in said
    assert f"rsnms draw functions {AGREEMENT}" in said


@pytest.mark.parametrize("view", VIEWS)
def test_attributes_are_text_and_numbers_and_every_node_has_the_common_ones(view: str) -> None:
    source = ORDER if view in ("structure", "functions", "roadmap") else AGREEMENT
    graph = shown(view, source, regulation=ORDER)
    assert isinstance(graph, networkx.DiGraph) and graph.graph["view"] == view and graph.graph["title"]
    for node, about in graph.nodes(data=True):
        assert isinstance(node, str) and all(isinstance(value, (str, int, float)) for value in about.values())
        assert {"kind", "label", "clause", "level", "band", "within", "status"} <= about.keys() and about["label"]
        assert not about["within"] or about["within"] in graph
    assert all(about["kind"] for *_, about in graph.edges(data=True))
