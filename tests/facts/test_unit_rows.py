"""An indicator in two rows, its share above its count, is one indicator; sections and signatures are none."""

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

PAPER = agreements.write(MATTERS["tver"], LAYOUTS["plain"])[0]
TABLE = PAPER[PAPER.index("№ п/п\t") : PAPER.index("\n\nМинистр образования\nТверской области", PAPER.index("№ п/п\t"))]
HEAD = "№ п/п\tНаименование показателя\tЕдиница измерения\t2022 год\t2023 год и последующие годы"
FIRST = "Доля педагогов, для которых составлен индивидуальный образовательный маршрут"
SECOND = "Доля школ, в которых работают наставники"
BLANK = f"1\t{FIRST}\tпроцент\t5\t12,5\n\t\tчеловек\t{{}}\t25\n2\t{SECOND}\tпроцент\t20\t60\n\t\tединица\t1\t3"
REPEATED = (
    f"1\t{FIRST}\t%\t5\t12,5\n1\t{FIRST}\tчел.\t{{}}\t25\n2\t{SECOND}\t%\t20\t60\n2\t{SECOND}\tед.\t1\t3"
)  # fmt: skip
SECTION = "Педагоги\t\t\t\t\n"


def paper(rows: str) -> str:
    return PAPER.replace(TABLE, f"{HEAD}\n{rows}")


def findings(text: str) -> list[tuple[str, str]]:
    found = check_graph(build_graph(facts_of(text)), shipped_regulation()).findings
    return [(one.requirement.id, one.clause) for one in found if one.requirement.id.startswith(("INDIC", "NUM-"))]


@pytest.mark.parametrize("rows", [BLANK, REPEATED, SECTION + BLANK, SECTION + REPEATED])
def test_the_share_and_the_count_of_two_rows_go_together(rows: str) -> None:
    targets = facts_of(paper(rows.format(10))).of(model.Target)
    assert [(one.clause_label, str(one.share), str(one.count)) for one in targets] == [
        ("приложение/1", "5", "10"), ("приложение/1", "12.5", "25"),
        ("приложение/2", "20", "1"), ("приложение/2", "60", "3"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [BLANK, REPEATED])
def test_they_are_checked_together(rows: str) -> None:
    before = findings(paper(rows.format(10)))
    assert not [one for one in before if one[0] in ("INDICATOR-VALUE", "INDICATOR-TWICE", "NUM-ROW")]
    assert [one for one in findings(paper(rows.format(18))) if one not in before] == [
        ("INDICATOR-BASE", "приложение/1")
    ]  # fmt: skip


def test_a_table_of_signatures_is_no_row_of_a_wider_one_with_a_note_below_it() -> None:
    posts = "Министр образования\tГлава округа\tДиректор института"
    signed = f"{posts}\n____ П.И. Ветлугин\t____ А.Л. Заболотская\t____ О.Ю. Макаренко"
    table = f"{TABLE}\nПоказатели согласованы\t\t\t\t\t\n\n{signed}"
    text = PAPER.replace(TABLE, table)
    assert len(facts_of(text).of(model.Target)) == len(facts_of(PAPER).of(model.Target))


def test_the_man_after_whom_an_institute_is_named_signs_nothing() -> None:
    signed = "\nДиректор института\n\nО.Ю. Макаренко"
    named = "\nДиректор института имени\nК.Д. Ушинского\n\nО.Ю. Макаренко"
    assert signed in PAPER
    for form in (named, named.replace("имени\n", "имени "), named.replace("имени\n", "им. ")):
        facts = facts_of(PAPER.replace(signed, form))
        assert {one.surname for one in facts.of(model.Signature)} == {"Ветлугин", "Заболотская", "Макаренко"}
