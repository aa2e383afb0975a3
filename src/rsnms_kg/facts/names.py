"""The names that a paper gives to regions, municipalities, projects and organisations, each at its first place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.model import (
    ActCitation,
    Code,
    EntityName,
    MunicipalityName,
    OrganisationName,
    ProjectName,
    QuotedName,
    RegionName,
)
from rsnms_kg.facts.municipalities import municipalities
from rsnms_kg.facts.places import Places
from rsnms_kg.knowledge.lexicon import head_words, recognise
from rsnms_kg.russian.typography import PAGE_NUMBER, fold
from rsnms_kg.russian.words import content_lemmas, dictionary_forms, may_be

_REGION = (
    r"(?:[А-Я][а-я]+(?:-[А-Я][а-я]+)*[сц]к[а-я]{2,3}\s+(?:област[а-я]+|кра(?:й|я|ю|е|ем)\b|автономн[а-я]+\s+[а-я]+|Республик[а-я]+)"
    r"|[Рр]еспублик[а-я]+\s+[А-Я][а-я]+(?:\s*-\s*[А-Я][а-я]+)?(?:\s+Эл)?"
    r"|[А-Я]+(?:-[А-Я]+)*[СЦ]К[А-Я]{2,3}\s+(?:ОБЛАСТ[А-Я]+|КРА(?:Й|Я|Ю|Е|ЕМ)\b)|РЕСПУБЛИК[А-Я]+\s+[А-Я]{3,})"
)
REGION_NAME = re.compile(_REGION)
_PROJECT = re.compile(
    r"(?P<kind>(?:национальн|федеральн|региональн)[а-я]+\s+проект)[а-я]*(?:\s+(?-i:[А-Я])[а-я]+){0,2}\s*«(?P<name>[^«»]{3,90})»",
    re.IGNORECASE,
)
_MATTERS = rf"\s+(?P<matters>(?:(?:по\s+)?[а-я]+[\s,]+){{1,7}}?)(?P<region>{_REGION})"
_NEAR = 120  # characters in which a regional project is told from the federal one of its name
_CLAUSE_END = re.compile(r"[.;]\s*\n")
_QUOTED = re.compile(r"«(?P<name>[А-Я][^«»]{7,120})»")


def add_names(facts: Facts, places: Places) -> None:
    """Add every name, the first place of each; the titles of cited acts are no names."""
    cited = [(fact.start, fact.end) for fact in facts.of(ActCitation)]
    text = _unpaged(facts)
    for kind, named, skipped in (
        (RegionName, _regions(text), []),
        (MunicipalityName, _municipalities(text), []),
        (ProjectName, _projects(text), []),
        (OrganisationName, _organisations(text), cited),
        (QuotedName, _quoted(text), cited),
    ):
        _add(facts, places, kind, [one for one in named if not _inside(one[0], skipped)])


_Named = tuple[int, int, dict[str, Any]]


def _unpaged(facts: Facts) -> str:
    """The levelled text with the numbers of pages blanked, which break names in two; places stay."""
    return PAGE_NUMBER.sub(lambda match: " " * len(match[0]), facts.document.level)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _add(facts: Facts, places: Places, kind: type[EntityName], named: list[_Named]) -> None:
    """Add one fact for the names that say the same."""
    alike: dict[tuple[Any, ...], list[_Named]] = {}
    for one in named:
        alike.setdefault(tuple(one[2].values()), []).append(one)
    for same in alike.values():
        start, end, values = same[0]
        place = places.at(start)
        facts.add(
            kind, place.key, place.label, start, end, in_clause=place.clause,
            name=facts.quote(start, end), times=len(same), **{k: v for k, v in values.items() if k != "same"},
        )  # fmt: skip


def _regions(text: str) -> Iterator[_Named]:
    for match in REGION_NAME.finditer(text):
        found = recognise("region", match[0])
        if found is not None:
            yield *match.span(), {"region": Code("region", found)}


def _municipalities(text: str) -> Iterator[_Named]:
    for one in municipalities(text):
        yield one.start, one.end, {"proper_name": one.proper_name, "territory_kind": one.territory_kind}


def _projects(text: str) -> Iterator[_Named]:
    for match in _PROJECT.finditer(text):
        found = recognise("project-kind", match["kind"])
        if found is not None and not _is_linked(text, match):
            kind, name = Code("project-kind", found), " ".join(match["name"].split())
            yield *match.span(), {"proper_name": name, "project_kind": kind}


def _is_linked(text: str, match: re.Match[str]) -> bool:
    """Tell whether a project is named at one with the other of its name: «регионального проекта «А», который …».

    A region's project has the name of the federal one; a national project shares its name with neither.
    """
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    around = _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(after)[0]
    others = (other for side in around for other in _PROJECT.finditer(side))
    own = recognise("project-kind", match["kind"])
    kinds = {recognise("project-kind", other["kind"]) for other in others if other["name"] == match["name"]} - {own}
    return bool(kinds) and "national" not in kinds | {own}


def _organisations(text: str) -> Iterator[_Named]:
    bodies = {form for form, notation in head_words("organisation-head").items() if notation == "body"}
    heads = "|".join(sorted({f"[{form[0].upper()}{form[0]}]{form[1:-1]}" for form in bodies}))
    for match in re.finditer(rf"(?<![А-Яа-я])(?P<head>(?:{heads})[а-я]{{0,3}}){_MATTERS}", text):
        head = next(iter(sorted(dictionary_forms(match["head"].lower()) & bodies)), None)
        if head is not None and _is_charge(match["matters"]) and recognise("region", match["region"]):
            yield *match.span(), {"head_noun": head, "matters": content_lemmas(match["matters"])}


def _is_charge(matters: str) -> bool:
    """Tell whether words say what a body is in charge of: «образования», «по образованию», not «качеством»."""
    first = matters.split()[0].strip(",")
    return first == "по" or any(may_be(first, part, "gent") for part in ("NOUN", "ADJF"))


def _quoted(text: str) -> Iterator[_Named]:
    for match in _QUOTED.finditer(text):
        if len(match["name"].split()) > 1:
            yield *match.span(), {"same": fold(match["name"])}
