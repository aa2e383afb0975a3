"""The real agreement No. 1-с/2021: what is read of it, and what is wrong in it."""

from __future__ import annotations

from rsnms_kg.api import check
from rsnms_kg.graph.paper import PaperGraph
from rsnms_kg.listing.rows import rows

MINISTRY, CENTRE, MUNICIPALITY = "ministry", "centre", "municipality"
# The labels as they are printed: two stand under another's number, one stands twice.
OBLIGATIONS = (
    *((label, MINISTRY) for label in ("2.1.1", "2.2.2", "2.2.3")),
    *((f"2.2.{number}", CENTRE) for number in range(1, 8)),
    *((f"2.3.{number}", MUNICIPALITY) for number in (1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12)),
)
# row: (share, count) in 2021, (share, count) from 2022 on
TARGETS = {
    "приложение/1": ((5, 12), (10, 25)),
    "приложение/2": ((5, 12), (10, 25)),
    "приложение/3": ((50, 1), (100, 1)),
    "приложение/4": ((None, 2), (None, 4)),
    "приложение/5": ((10, 1), (30, 2)),
    "приложение/6": ((10, 1), (30, 2)),
    "приложение/7": ((10, 1), (10, 1)),
}


def test_head(agreement_in_both_formats: PaperGraph) -> None:
    (paper,) = rows(agreement_in_both_formats, "papers")
    assert (paper["number"], paper["date"]) == ("1-с/2021", "2021-09-15")
    assert paper["title"].startswith("о взаимодействии")
    assert paper["issuer"] is None


def test_parties(agreement_in_both_formats: PaperGraph) -> None:
    parties = rows(agreement_in_both_formats, "parties")
    assert [party["role"] for party in parties] == [MINISTRY, MUNICIPALITY, CENTRE]
    assert [party["short_name"] for party in parties] == [None, "муниципальное образование", "ЦНППМ"]
    assert [party["representative_post"].split()[0] for party in parties] == ["министра", "главы", "и."]
    assert [party["authority"] for party in parties] == [None, None, None]
    assert "«Институт развития образования»" in parties[2]["host"]


def test_every_obligation_with_its_bearer(agreement_in_both_formats: PaperGraph) -> None:
    found = rows(agreement_in_both_formats, "obligations")
    assert [(row["clause"], row["bearer_role"]) for row in found] == list(OBLIGATIONS)
    assert len({row["id"] for row in found}) == len(OBLIGATIONS)
    assert {row["modality"] for row in found} == {"obligation"}


def test_a_sentence_split_over_two_pages_is_whole(agreement: PaperGraph) -> None:
    first = rows(agreement, "obligations")[0]
    assert "\n\n" in first["text"]
    assert first["text"].startswith("осуществление") and first["text"].endswith("области»)")


def test_every_cell_of_the_annex(agreement_in_both_formats: PaperGraph) -> None:
    found: dict[str, list[tuple[object, object]]] = {}
    for row in rows(agreement_in_both_formats, "targets"):
        found.setdefault(row["clause"], []).append((row["share"], row["count"]))
    assert {clause: tuple(values) for clause, values in found.items()} == TARGETS


def test_periods(agreement: PaperGraph) -> None:
    found = {(row["period_start"], row["period_end"], row["open_period"]) for row in rows(agreement, "targets")}
    assert found == {(2021, 2021, False), (2022, None, True)}


def test_signatures_of_both_blocks(agreement: PaperGraph) -> None:
    found = rows(agreement, "signatures")
    main, annex = found[:3], found[3:]
    assert [row["clause"] for row in found] == ["V"] * 3 + ["приложение"] * 3
    assert [row["date"] for row in main] == ["2021-09-15", None, "2021-09-15"]
    assert [row["signatory"] is None for row in main] == [False, True, False]
    assert [row["stamp"] for row in main] == [True, False, False]
    assert [row["date"] for row in annex] == ["2021-09-15"] * 3
    assert all(row["signatory"] for row in annex)


def test_term_and_amendment(agreement_in_both_formats: PaperGraph) -> None:
    (term,) = rows(agreement_in_both_formats, "validity")
    assert (term["ends_on"], term["boundary"]) == ("2024-12-30", "до")
    assert term["start_event"].startswith("с момента")
    assert [row["clause"] for row in rows(agreement_in_both_formats, "amendment")] == ["IV"]


def test_acts_and_abbreviations(agreement_in_both_formats: PaperGraph) -> None:
    acts = rows(agreement_in_both_formats, "acts")
    assert [(row["clause"], row["number"], row["date"]) for row in acts] == [
        ("преамбула", "3273-р", "2019-12-31"),
        ("преамбула", "908/1", "2021-08-10"),
        ("2.1.1", "908/1", "2021-08-10"),
    ]
    assert acts[0]["cited_clause"] == "20"
    short = {row["short_form"] for row in rows(agreement_in_both_formats, "abbreviations")}
    assert short == {"муниципальное образование", "ЦНППМ", "РСНМС", "паспорт ДППО", "ММС"}


def test_quotes_are_slices_of_the_text(agreement_in_both_formats: PaperGraph) -> None:
    document, report = agreement_in_both_formats.document, check(agreement_in_both_formats)
    assert report.findings
    assert all(document.text[slice(*finding.span)] == finding.quote for finding in report.findings)


# Read by hand, finding by finding: (requirement, clause).
FINDINGS = [
    ("META-PLACE", "реквизиты"),
    ("PARTY-AUTHORITY", "преамбула"),
    ("PARTY-SHORT-NAME", "преамбула"),
    ("PARTY-AUTHORITY", "преамбула"),
    ("PARTY-LEGAL-PERSON", "преамбула"),
    ("PARTY-AUTHORITY", "преамбула"),
    ("NUM-PARENT", "2.2.2"),
    ("NUM-PARENT", "2.2.3"),
    ("ABBR-UNUSED", "I"),
    ("NUM-DUPLICATE", "2.3.5"),
    ("ABBR-UNDECLARED", "2.3.11"),
    ("ABBR-DRIFT", "2.3.11"),
    ("TERM-BOUNDARY", "III"),
    ("SIGNATURE-DATE", "V"),
    ("SIGNATURE-NAME", "V"),
    ("SIGNATURE-ORGANISATION", "V"),
    ("ANNEX-LABEL", "приложение"),
    ("INDICATOR-ROUNDING", "приложение"),
    ("DATE-OPEN-PERIOD", "приложение"),
    ("INDICATOR-TERRITORY", "приложение/1"),
    ("INDICATOR-STAGNANT", "приложение/3"),
    ("INDICATOR-UNITS", "приложение/5"),
    ("SIGNATURE-MATCH", "приложение"),
    ("SIGNATURE-ORGANISATION", "приложение"),
]


def test_what_is_wrong_in_it(agreement: PaperGraph) -> None:
    found = [(finding.requirement.id, finding.clause) for finding in check(agreement).findings]
    assert sorted(found) == sorted(FINDINGS)


def test_the_word_file_bears_another_signatory(agreement_in_both_formats: PaperGraph) -> None:
    """In the Word file the missing name is filled in, in both blocks, with other initials."""
    if agreement_in_both_formats.document.format != "docx":
        return
    found = [(finding.requirement.id, finding.clause) for finding in check(agreement_in_both_formats).findings]
    assert sorted(found) == sorted(
        [("SIGNATURE-MATCH", "V"), *(pair for pair in FINDINGS if pair[0] not in ("SIGNATURE-DATE", "SIGNATURE-NAME"))]
    )


def test_another_region_s_demands_are_no_violations(agreement: PaperGraph) -> None:
    (document,) = check(agreement, regulation="kaluga-963-2021").documents
    bound = [status for status in document.outcome.statuses if status.requirement.region_bound]
    assert {status.status for status in bound} == {"not-applicable"}
