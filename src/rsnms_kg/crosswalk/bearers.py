"""Who bears a norm, as a comparison sees them: by kind and level, whatever the region or town is called."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Graph
from rdflib.namespace import RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.vocabulary import PLACE, Vocabulary
from rsnms_kg.crosswalk.wording import wording
from rsnms_kg.knowledge.lexicon import begins_with, label, recognise
from rsnms_kg.knowledge.terms import RSNMS, notation

_SCHEME = "bearer-kind"
_ROLES = {"ministry", "municipality", "centre"}  # kinds of bearers that are also roles of parties
_ALIKE = 0.5  # what part of their words two bearers of no known kind share at least


@dataclass(frozen=True, slots=True)
class Bearer:
    """One who bears norms: the IRI, the name as papers give it, and what tells it from others.

    ``name_en`` is the label that the graph has in English, or nothing: :meth:`called` says which to show.
    """

    iri: str
    name: str
    kind: str | None
    level: str | None
    words: frozenset[str]
    name_en: str = ""

    def called(self, language: str = "ru") -> str:
        """Return the name in a language: the English label where there is one, the printed name else."""
        return (self.name_en if language == "en" else "") or self.name


@dataclass(frozen=True, slots=True)
class Shift:
    """A norm that one paper gives to one bearer and the other paper to another."""

    origin: Bearer
    bearer: Bearer

    def words(self) -> Bilingual:
        """Return the shift in words."""
        pair = {self.origin.kind, self.bearer.kind}
        hosted = pair == {"centre", "host"}
        return Bilingual(
            f"{self.origin.name} → {self.bearer.name}"
            + (" (центр и организация, в которой он создан)" if hosted else ""),
            f"{_english(self.origin)} → {_english(self.bearer)}" + (" (the centre and its host)" if hosted else ""),
        )

    def as_json(self) -> dict[str, object]:
        """Return the shift as plain data."""
        return {
            "from": self.origin.name,
            "to": self.bearer.name,
            "from_kind": self.origin.kind,
            "to_kind": self.bearer.kind,
            "from_level": self.origin.level,
            "to_level": self.bearer.level,
            "words": self.words().as_dict(),
        }


def bearer(graph: Graph, node: Node, vocabulary: Vocabulary) -> Bearer:
    """Return a subject of a regulation or a party of an agreement as a bearer."""
    name = str(graph.value(node, RSNMS.name) or _label(graph, node))
    short = graph.value(node, RSNMS.shortName)
    role, level = graph.value(node, RSNMS.role), graph.value(node, RSNMS.level)
    kind = _kind(name, notation(role) if role is not None else None)
    if kind is None and short is not None:
        kind = recognise(_SCHEME, str(short))
    shown = str(short) if short is not None and len(str(short)) > 1 else name
    at = notation(level) if level is not None else None
    return Bearer(str(node), shown, kind, at, _words(name, vocabulary), _label(graph, node, "en"))


def named_bearer(words: str, vocabulary: Vocabulary) -> Bearer | None:
    """Return the bearer that a norm names in its own words: «Работники ММС»."""
    return Bearer("", words, recognise(_SCHEME, words), None, _words(words, vocabulary)) if words.strip() else None


def same(one: Bearer, other: Bearer) -> bool:
    """Tell whether two bearers are of one kind: the ministry of one region and that of another are."""
    if one.level and other.level and one.level != other.level:
        return False
    if one.kind or other.kind:
        return one.kind == other.kind
    together = one.words | other.words
    return one.words == other.words or len(one.words & other.words) >= _ALIKE * len(together)


def shift(origins: tuple[Bearer, ...], bearers: tuple[Bearer, ...]) -> Shift | None:
    """Return how a norm's bearers differ; nothing where one is borne by the same kind, or by nobody."""
    if not origins or not bearers or any(same(one, other) for one in origins for other in bearers):
        return None
    return Shift(_joined(origins), _joined(bearers))


def _joined(bearers: tuple[Bearer, ...]) -> Bearer:
    first = bearers[0]
    if len(bearers) == 1:
        return first
    names = ", ".join(one.name for one in bearers)
    labels = ", ".join(map(_english, bearers)) if any(one.name_en for one in bearers) else ""
    return Bearer(first.iri, names, first.kind, first.level, first.words, labels)


def _kind(name: str, role: str | None) -> str | None:
    """The kind that a name tells; the role of a party where its name tells none, or one that it cannot be."""
    told = begins_with(_SCHEME, name) or recognise(_SCHEME, name)
    if role in _ROLES and told != "host":
        return role
    return told


def _words(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(token.key for token in wording(name, vocabulary).tokens if token.key != PLACE)


def _label(graph: Graph, node: Node, language: str = "ru") -> str:
    return min(
        (str(text) for text in graph.objects(node, RDFS.label) if getattr(text, "language", "") == language), default=""
    )


def _english(one: Bearer) -> str:
    return one.name_en or (label(_SCHEME, one.kind).en if one.kind else one.name)
