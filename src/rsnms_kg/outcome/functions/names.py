"""Names of one thing against each other: regions, municipalities, projects, organisations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.facts.municipalities import CITY, municipalities, stem
from rsnms_kg.facts.names import REGION_NAME
from rsnms_kg.knowledge.lexicon import concepts, label, recognise
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.outcome.functions.breach import Breach, act_of, facts, names_code, number, text, value
from rsnms_kg.outcome.functions.territories import akin
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.russian.typography import fold, level
from rsnms_kg.russian.words import dictionary_forms, lemma, words

_OF_TOWNS = (CITY, "городской округ", "ЗАТО", "муниципальное образование")
_SLIP = 2  # letters in which a misspelt word differs
_USUAL = 3  # times by which a paper shows how it calls a project
_SURE = 5  # letters of a word in which that is a slip and not another word


def other_region(graph: Graph) -> Iterator[Breach]:
    """ENTITY-REGION: the paper of one region names another."""
    for name in facts(graph, "RegionName"):
        act, named = act_of(graph, name), value(graph, name, "region")
        own = value(graph, act, "region") if act is not None else None
        if isinstance(own, URIRef) and isinstance(named, URIRef) and own != named:
            yield Breach(
                name, {"ownRegion": label("region", notation(own)), "region": label("region", notation(named))}
            )


def other_municipality(graph: Graph) -> Iterator[Breach]:
    """ENTITY-MUNICIPALITY: an agreement does not name the municipality as its party is named.

    Of a name that stands in posts of signatures alone SIGNATURE-POST tells.
    """
    names = facts(graph, "MunicipalityName")
    own = next((name for name in names if _of_party(graph, name)), None)  # the place of signing may stand above it
    for name in names:
        other = own is not None and name != own and not _same_territory(graph, own, name) and _bound(graph, own, name)
        if own is not None and other and (not _signs_alone(graph, name) or _akin_names(graph, own, name)):
            yield Breach(name, {"other": text(graph, own, "name") or ""})


def _signs_alone(graph: Graph, name: Node) -> bool:
    """Tell whether a name stands nowhere but in posts of those who sign for a party."""
    called = text(graph, name, "name") or ""
    signed = [one for one in facts(graph, "Signature") if value(graph, one, "party") is not None]
    return sum(called in (text(graph, one, "post") or "") for one in signed) >= (number(graph, name, "times") or 1)


def _akin_names(graph: Graph, own: Node, other: Node) -> bool:
    return akin(*(text(graph, name, "properName") or "" for name in (own, other)))


def _of_party(graph: Graph, name: Node) -> bool:
    """Tell whether a name is in that of the municipal party; «Томская область» there does not name «Томск»."""
    called, kind = text(graph, name, "properName") or "", text(graph, name, "territoryKind")
    for party in facts(graph, "Party"):
        if not names_code(value(graph, party, "role"), "role", "municipality"):
            continue
        said = level(text(graph, party, "name") or "").replace("ё", "е")
        told = {(one.proper_name, one.territory_kind) for one in municipalities(said)}
        if (called, kind) in told:
            return True
        bare = REGION_NAME.sub(" ", said)
        if not told and (called in bare or called in stem(bare)):
            return True
    return False


def _same_territory(graph: Graph, own: Node, other: Node) -> bool:
    """Tell whether two names mean one territory: «Обский район» is short for «Обский муниципальный район».

    Of a town and its district only the name counts: «город Балашиха», «городской округ Балашиха», «Балашихинский».
    """
    kinds = [text(graph, name, "territoryKind") for name in (own, other)]
    districts = all((kind or "").endswith(("округ", "район", "поселение")) for kind in kinds)
    if any(kind in _OF_TOWNS for kind in kinds) and not (districts and _one_stem(graph, own, other)):
        return _akin_names(graph, own, other)
    if not _one_stem(graph, own, other):
        return False
    one, two = ((text(graph, name, "territoryKind") or "").split() for name in (own, other))
    return one[-1:] == two[-1:] and (len(one) != len(two) or one == two)


def _one_stem(graph: Graph, one: Node, other: Node) -> bool:
    return text(graph, one, "properName") == text(graph, other, "properName")


def _bound(graph: Graph, own: Node, name: Node) -> bool:
    """Tell whether a name stands for a municipality that the paper binds.

    A town beside a district, the town where a paper is made, and what stands at its head are none.
    """
    if text(graph, name, "territoryKind") != CITY:
        return True
    act = act_of(graph, name)
    made_in = stem(text(graph, act, "place") or "") if act is not None else ""
    towns = text(graph, own, "territoryKind") in _OF_TOWNS
    return (
        towns
        and value(graph, name, "inClause") is not None
        and not made_in.endswith(text(graph, name, "properName") or "")
    )


def other_project_kind(graph: Graph) -> Iterator[Breach]:
    """ENTITY-PROJECT: one project is called national in one place and federal or regional in another."""

    def contradict(one: Node, other: Node) -> bool:
        kinds = [value(graph, name, "projectKind") for name in (one, other)]
        national = [names_code(kind, "project-kind", "national") for kind in kinds]
        same = fold(text(graph, one, "properName") or "") == fold(text(graph, other, "properName") or "")
        if not any(national):
            return same and kinds[0] != kinds[1] and _is_odd(graph, one, other)
        return same and national[0] != national[1]

    wrong = [name for name in facts(graph, "ProjectName") if _against_known(graph, name)]
    called = {fold(text(graph, name, "properName") or "") for name in wrong}
    told = [
        breach
        for breach in _odd_of_pairs(graph, "ProjectName", contradict)
        if breach.focus in wrong or fold(text(graph, breach.focus, "properName") or "") not in called
    ]
    yield from told
    for name in wrong:
        known = known_level(text(graph, name, "properName") or "")
        if known is not None and name not in {breach.focus for breach in told}:
            shown = label("project-kind", known)
            other = Bilingual(*(f"{shown(language)} «{text(graph, name, 'properName')}»" for language in ("ru", "en")))
            yield Breach(
                name,
                {
                    "other": other,
                    "otherClause": Bilingual("перечень национальных проектов", "list of national projects"),
                },
            )


def _against_known(graph: Graph, name: Node) -> bool:
    """Tell whether a project that everybody knows is called national and is not, or the other way round."""
    known = known_level(text(graph, name, "properName") or "")
    national = names_code(value(graph, name, "projectKind"), "project-kind", "national")
    return known is not None and (known == "national") != national


def _is_odd(graph: Graph, one: Node, other: Node) -> bool:
    """Tell whether of two names of a project one is a slip: said once in a clause, and the other again and again.

    A region's project has the name of the federal one, so a paper may well speak of both.
    """
    rare, usual = sorted((one, other), key=lambda name: number(graph, name, "times") or 0)
    in_clause = value(graph, rare, "inClause") is not None
    return in_clause and number(graph, rare, "times") == 1 and (number(graph, usual, "times") or 0) >= _USUAL


def known_level(name: str) -> str | None:
    """Return the level of a project that everybody knows by its name: «Образование» is a national one."""
    said = [dictionary_forms(word) for word in words(name.lower())]
    for concept in concepts("known-project"):
        for cue in concept.cues:
            if len(cue) == len(said) and not any(one.isdisjoint(other) for one, other in zip(cue, said, strict=True)):
                return concept.notation
    return None


def other_organisation_name(graph: Graph) -> Iterator[Breach]:
    """ENTITY-ORGANISATION: one body of the region is called in two ways."""

    def differ(one: Node, other: Node) -> bool:
        left, right = (set(map(str, graph.objects(name, RSNMS.matters))) for name in (one, other))
        if text(graph, one, "headNoun") != text(graph, other, "headNoun"):
            return left == right  # «департамент образования» and «министерство образования» of one region
        return left != right and (bool(left & right) or _same_field(left, right))

    for breach in _odd_of_pairs(graph, "OrganisationName", differ):
        if not _is_bearer(graph, text(graph, breach.focus, "name") or ""):
            yield breach


def _is_bearer(graph: Graph, name: str) -> bool:
    """Tell whether obligations are laid on a body of this name that is no party: OBLIGATION-BEARER tells it."""
    return any(
        (text(graph, obligation, "bearerWords") or "").startswith(name)
        for obligation in facts(graph, "Obligation")
        if value(graph, obligation, "bearer") is None
    )


def _same_field(left: set[str], right: set[str]) -> bool:
    """Tell whether two bodies are in charge of one field by different words: образование, просвещение."""
    fields = [recognise("authority-field", " ".join(sorted(matters))) for matters in (left, right)]
    return fields[0] is not None and fields[0] == fields[1]


def misspelt_name(graph: Graph) -> Iterator[Breach]:
    """ENTITY-NAME: two names in quotation marks differ in one misspelt word."""

    def slip(one: Node, other: Node) -> bool:
        left, right = (re.findall("[а-я]+", fold(text(graph, name, "name") or "")) for name in (one, other))
        odd = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
        return len(left) == len(right) and len(odd) == 1 and _misspelt(*odd[0])

    territories = {text(graph, breach.focus, "name") for breach in other_municipality(graph)}
    for breach in _odd_of_pairs(graph, "QuotedName", slip):
        name = (text(graph, breach.focus, "name") or "").strip("«»")
        if not any(name in (told or "") for told in territories):  # ENTITY-MUNICIPALITY tells it
            yield breach


def _misspelt(left: str, right: str) -> bool:
    """Tell whether of two words one is the other with a slip; forms of one word are none."""
    return min(len(left), len(right)) >= _SURE and lemma(left) != lemma(right) and _distance(left, right) <= _SLIP


def _distance(left: str, right: str) -> int:
    """How many letters have to be put in, left out or changed."""
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, start=1):
        above, row[0] = row[0], at
        for to, other in enumerate(right, start=1):
            above, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, above + (letter != other))
    return row[-1]


def _place(graph: Graph, name: Node) -> Bilingual:
    label = text(graph, name, "clauseLabel") or ""
    return Bilingual(*(cited_place(label, language) for language in ("ru", "en")))


def _odd_of_pairs(graph: Graph, kind: str, contradict: Callable[[Node, Node], bool]) -> Iterator[Breach]:
    """Of names that contradict each other, the one that is said less often; of equals the later one."""
    told: set[Node] = set()
    for one, other in combinations(facts(graph, kind), 2):
        if not contradict(one, other):
            continue
        odd, usual = (
            (one, other) if (number(graph, one, "times") or 0) < (number(graph, other, "times") or 0) else (other, one)
        )
        if odd not in told:
            told.add(odd)
            yield Breach(odd, {
                "other": text(graph, usual, "name") or "",
                "otherClause": _place(graph, usual),
            })  # fmt: skip
