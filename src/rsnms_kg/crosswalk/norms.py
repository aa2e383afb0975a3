"""The norms of a paper as a comparison sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph, Literal
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from rsnms_kg.crosswalk.bearers import Bearer, bearer, named_bearer
from rsnms_kg.crosswalk.vocabulary import Vocabulary
from rsnms_kg.crosswalk.wording import BEARER, Token, Wording, wording
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.russian.typography import plain

# Classes of facts that bind somebody, and those that only say what the system is for.
BINDING, AIMS = ("Obligation", "Function", "Norm"), ("Task", "Goal")
_DUTY = "obligation"


@dataclass(frozen=True)
class Norm:
    """A norm of a paper with the words to compare it by.

    ``kind`` is its class in lower case, ``text`` the exact words, or our label where a paper that ships
    has no words (``quoted`` is false then); ``start`` is where the words begin in the text of the paper.
    """

    iri: str
    kind: str
    clause: str
    label: str
    label_en: str
    text: str
    quoted: bool
    start: int | None
    end: int | None
    order: int
    modality: str
    bearers: tuple[Bearer, ...]
    topics: tuple[str, ...]
    wording: Wording

    @property
    def binding(self) -> bool:
        """Whether it binds somebody: tasks and goals of a regulation do not."""
        return self.kind not in ("task", "goal")

    @cached_property
    def statements(self) -> tuple[tuple[Token, ...], ...]:
        """The tokens of each statement of the norm, without the words that name the bearer."""
        found: dict[int, list[Token]] = {}
        for token in self.wording.tokens:
            if token.part != BEARER:
                found.setdefault(token.statement, []).append(token)
        return tuple(tuple(tokens) for _, tokens in sorted(found.items()))

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the norm speaks of, its bearer's own words included."""
        return frozenset(token.key for token in self.wording.tokens)

    def borne_by(self, language: str = "ru") -> str:
        """Return the names of its bearers in a language, or nothing where none is named."""
        return ", ".join(one.called(language) for one in self.bearers)

    def as_json(self, language: str = "ru") -> dict[str, object]:
        """Return the norm as plain data: what people cite, and what programs follow."""
        return {
            "id": self.iri,
            "kind": self.kind,
            "clause": self.clause,
            "label": self.label if language == "ru" else self.label_en,
            "bearer": self.borne_by(language) or None,
            "bearer_kind": self.bearers[0].kind if self.bearers else None,
            "quote": self.text if self.quoted else None,
            "span": [self.start, self.end] if self.start is not None else None,
        }


def norms(graph: Graph, vocabulary: Vocabulary) -> tuple[Norm, ...]:
    """Return the norms of a paper and the tasks and goals of a regulation, in the order of the paper."""
    found = [
        _norm(graph, node, name, vocabulary)
        for name in (*BINDING, *AIMS)
        for node in graph.subjects(RDF.type, RSNMS[name])
    ]
    return tuple(sorted(found, key=lambda norm: (norm.order, norm.iri)))


def _norm(graph: Graph, node: Node, name: str, vocabulary: Vocabulary) -> Norm:
    labels = {str(text.language): str(text) for text in graph.objects(node, RDFS.label) if isinstance(text, Literal)}
    label = labels.get("ru") or next(iter(sorted(labels.values())), "")
    quote, modality = graph.value(node, RSNMS.quote), graph.value(node, RSNMS.modality)
    text = str(quote) if quote is not None else label
    said = wording(text, vocabulary)
    return Norm(
        iri=str(node),
        kind=name.lower(),
        clause=str(graph.value(node, RSNMS.clauseLabel) or ""),
        label=plain(label),
        label_en=labels.get("en") or plain(label),
        text=text,
        quoted=quote is not None,
        start=_number(graph, node, "start"),
        end=_number(graph, node, "end"),
        order=_number(graph, node, "order") or 0,
        modality=notation(modality) if modality is not None else _DUTY,
        bearers=_bearers(graph, node, name, text, said, vocabulary),
        topics=tuple(sorted(notation(topic) for topic in graph.objects(node, RSNMS.topic))),
        wording=said,
    )


def _bearers(
    graph: Graph, node: Node, name: str, text: str, said: Wording, vocabulary: Vocabulary
) -> tuple[Bearer, ...]:
    stated = tuple(bearer(graph, one, vocabulary) for one in sorted(graph.objects(node, RSNMS.bearer), key=str))
    if stated or name != "Norm":
        return stated
    clause = graph.value(node, RSNMS.clauseLabel)  # a norm outside the lists stands in the clause of a subject
    subjects = [
        one for one in graph.subjects(RDF.type, RSNMS.SubjectType) if clause == graph.value(one, RSNMS.clauseLabel)
    ]
    if subjects:
        return (bearer(graph, min(subjects, key=str), vocabulary),)
    own = [token for token in said.tokens if token.part == BEARER]
    printed = graph.value(node, RSNMS.bearerWords)
    words = str(printed) if printed is not None else text[own[0].start : own[-1].end] if own else ""
    named = named_bearer(words, vocabulary)
    return (named,) if named else ()


def _number(graph: Graph, node: Node, name: str) -> int | None:
    found = graph.value(node, RSNMS[name])
    return int(str(found)) if found is not None else None
