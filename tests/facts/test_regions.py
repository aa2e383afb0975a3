"""Regulations of regions that differ from each other are read as they are written, as text and as Word files."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from papers.found import digest, facts_of
from papers.region_facts import region_found
from papers.region_words import word_version
from papers.regions import REGIONS, stated, text
from papers.retyping import RETYPINGS
from rsnms_kg.russian.typography import fold

KINDS = tuple(stated(REGIONS[0]))
AS_PRINTED = frozenset({"Signature.signatory", "ControlAssignment.person"})
# What a retyping of names or of line ends cannot leave as it was printed.
_MARGIN = "the line above fills its line to the margin, so that the next one seems to go on"
_BARS = "the line of the signature becomes a table of one row, which offices do not draw"
_FEW = "too few lines reach the margin to tell that the text is wrapped"
FAULTS: dict[tuple[str, str], str] = {
    ("wrapped at 70 without blank lines", "pskov"): _MARGIN,
    ("wrapped at 100 without blank lines", "kirov"): _MARGIN,
    ("wrapped at 70 without blank lines", "perm"): _MARGIN,
    ("wrapped at 80 without blank lines", "perm"): _MARGIN,
    ("wrapped at 70 without blank lines", "sakhalin"): _MARGIN,
    ("wrapped at 80 without blank lines", "sakhalin"): _MARGIN,
    ("wrapped at 100 without blank lines", "samara"): _MARGIN,
    ("bars in tables", "sakhalin"): _BARS,
    ("bars in tables", "samara"): _BARS,
    ("wrapped at 100", "altai"): _FEW,
    ("wrapped at 100 without blank lines", "altai"): _FEW,
}


@cache
def read(region: str, form: str = "txt") -> dict[str, Any]:
    paper: str | bytes = text(region) if form == "txt" else word_version(text(region))
    return region_found(facts_of(paper, f"{region}.{form}"))


@cache
def plain(region: str) -> Counter[tuple[Any, ...]]:
    return digest(facts_of(text(region)), without=AS_PRINTED)


def folded(value: Any) -> Any:
    """Rows in any order, with harmless differences of typing removed."""
    if isinstance(value, dict):
        return {key: folded(inner) for key, inner in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], list):
        return sorted((folded(row) for row in value), key=str)
    if isinstance(value, list):
        return [fold(one) if isinstance(one, str) else one for one in value]
    return value


@pytest.mark.parametrize("form", ["txt", "docx"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("region", REGIONS)
def test_what_a_regulation_states_is_read(region: str, kind: str, form: str) -> None:
    assert folded(read(region, form)[kind]) == folded(stated(region)[kind])


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("retyping", RETYPINGS)
def test_a_retyping_changes_no_fact(retyping: str, region: str, request: pytest.FixtureRequest) -> None:
    if (retyping, region) in FAULTS:
        request.applymarker(pytest.mark.xfail(strict=True, reason=FAULTS[retyping, region]))
    other = digest(facts_of(RETYPINGS[retyping](text(region))), without=AS_PRINTED)
    assert (plain(region) - other, other - plain(region)) == ({}, {})


def test_the_regulations_differ_in_what_regions_differ_in() -> None:
    levels = {region: {level for row in stated(region)["structure"] for level in row[1:]} for region in REGIONS}
    assert levels["pskov"] == {"regional", "institutional"}
    assert levels["perm"] == {"regional", "intermunicipal", "municipal", "institutional"}
    assert [region for region in REGIONS if stated(region)["measures"]] == ["kirov", "perm", "sakhalin", "samara"]
    assert [region for region in REGIONS if stated(region)["targets"]] == ["altai", "pskov"]
    assert [region for region in REGIONS if stated(region)["repeals"]] == ["khabarovsk", "kirov", "sakhalin", "tver"]
