"""The facts that are read from papers.

A class is a class of the vocabulary and a field is a property of it under the same name:
``IndicatorRow.period_start`` is ``rsnms:periodStart`` of an ``rsnms:IndicatorRow``. A test holds the
two together, and the graph is built from this rule alone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar, dataclass_transform

_F = TypeVar("_F")


class Ref(str):
    """A reference to another fact of the same paper, by its key."""

    __slots__ = ()


class Iri(str):
    """An IRI of something outside the paper."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A concept of one of the code lists, e.g. ``Code("level", "regional")``."""

    scheme: str
    notation: str


@dataclass_transform(frozen_default=True, kw_only_default=True)
def _fact(cls: type[_F]) -> type[_F]:
    """Make a class of facts.

    Facts are values: nothing assigns to their fields (a type checker holds that). To generate the methods
    that would forbid it costs a check more than to read the paper does, so they are left out.
    """
    return dataclass(kw_only=True, eq=False, repr=False)(cls)


@_fact
class Fact:
    """Something that a paper says, and where.

    ``key`` is its place below the act (the tail of its IRI), ``clause_label`` is how people cite the
    place, ``start`` and ``end`` are the characters of its words, ``order`` is its rank in the paper.
    """

    key: str
    clause_label: str
    start: int
    end: int
    order: int
    in_clause: Ref | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.key!r}, {self.clause_label!r}, {self.start}, {self.end})"


# --- papers ------------------------------------------------------------------------------------


@_fact
class Act(Fact):
    """A paper or an annex of it that is an act of its own.

    ``edited_by`` are the citations of the acts in whose edition the paper is printed; ``date_words`` is its date
    as printed where the calendar has no such day. The paper as a whole says which words of it are misspelt, left
    open or unexplained.
    """

    title: str | None = None
    number: str | None = None
    date: dt.date | None = None
    date_words: str | None = None
    place: str | None = None
    region: Code | None = None
    act_type: Code | None = None
    issuer: str | None = None
    approved_by: Ref | None = None
    edited_by: tuple[Ref, ...] = ()
    has_mixed_word: tuple[Ref, ...] = ()
    has_open_quotation: tuple[Ref, ...] = ()
    has_undeclared_form: tuple[Ref, ...] = ()


@_fact
class Agreement(Act):
    """An agreement between parties; what it has, by kind."""

    has_party: tuple[Ref, ...] = ()
    has_subject_matter: tuple[Ref, ...] = ()
    has_validity: tuple[Ref, ...] = ()
    has_amendment_rule: tuple[Ref, ...] = ()
    has_obligation: tuple[Ref, ...] = ()
    has_signature_block: tuple[Ref, ...] = ()


@_fact
class Order(Act):
    """An order (приказ) or another act that approves the papers annexed to it."""


@_fact
class Regulation(Act):
    """A regulation (Положение) on a regional system."""


@_fact
class Roadmap(Act):
    """A set of measures with dates (комплекс мер, дорожная карта)."""


@_fact
class Annex(Fact):
    """An annex; ``printed_label`` is missing where the paper does not call it «Приложение».

    ``holds`` is the act that the annex is, where it is one (a regulation, a roadmap); ``marked_number`` and
    ``marked_date`` are those of the paper to which the annex is marked as belonging.
    """

    printed_label: str | None = None
    title: str | None = None
    annex_number: int | None = None
    marked_number: str | None = None
    marked_date: dt.date | None = None
    holds: Ref | None = None


@_fact
class Clause(Fact):
    """A clause at its place; ``number`` is what its label says, whatever its place is.

    ``number_prefix`` is the number without its last figure, ``expected_number`` what the place calls
    for, ``skipped_number`` the numbers left out just before it, ``repeats`` the clause above that has its number.
    """

    printed_label: str | None = None
    number: str | None = None
    number_prefix: str | None = None
    ordinal: int | None = None
    expected_number: str | None = None
    skipped_number: tuple[str, ...] = ()
    repeats: Ref | None = None
    parent_clause: Ref | None = None
    previous_clause: Ref | None = None


@_fact
class ActCitation(Fact):
    """A place where a paper cites an act; ``amends`` is the citation of the act that it amends.

    ``missing_detail`` is the one of number and date that is not printed where such an act bears both.
    """

    act: Iri
    act_type: Code | None = None
    issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    title: str | None = None
    cited_clause: str | None = None
    amends: Ref | None = None
    missing_detail: Code | None = None


@_fact
class Abbreviation(Fact):
    """A short form and what it is declared to stand for.

    ``times_used`` counts its uses besides declarations, ``used_before`` is the clause of a use that comes first;
    ``declared_before`` is the declaration above of the same form with the same meaning, ``declared_otherwise``
    the one with another meaning.
    """

    short_form: str
    long_form: str
    times_used: int | None = None
    used_before: str | None = None
    declared_before: Ref | None = None
    declared_otherwise: Ref | None = None


@_fact
class UndeclaredForm(Fact):
    """A short form that the paper does not declare, at its first place.

    ``meant`` is the declared form that it is a slip of; each place of a slip is a fact of its own.
    """

    short_form: str
    meant: str | None = None


@_fact
class MixedWord(Fact):
    """A word with letters of another alphabet, or figures for letters; ``meant`` is the word in one alphabet."""

    words: str
    odd_letters: str
    meant: str


@_fact
class OpenQuotation(Fact):
    """A quotation of which one mark is missing; ``words`` are those beside the mark that is there."""

    words: str
    missing_mark: str


@_fact
class EntityName(Fact):
    """A name that a paper gives to something, at its first place; ``times`` is how often it gives it."""

    name: str
    times: int


@_fact
class RegionName(EntityName):
    """The name of a region."""

    region: Code


@_fact
class MunicipalityName(EntityName):
    """The name of a municipality: what it is called, and what it is (``territory_kind``)."""

    proper_name: str
    territory_kind: str


@_fact
class ProjectName(EntityName):
    """The name of a national, federal or regional project, as quoted, with its level."""

    proper_name: str
    project_kind: Code


@_fact
class OrganisationName(EntityName):
    """The name of a body of the region: the noun that heads it and what it is in charge of."""

    head_noun: str
    matters: tuple[str, ...] = ()


@_fact
class QuotedName(EntityName):
    """A name in quotation marks: of an organisation, a programme, a project."""


@_fact
class Reference(Fact):
    """A reference of a paper to a place of its own; ``target`` is missing if the place is not there."""

    number: str | None = None
    target: Ref | None = None


@_fact
class AnnexReference(Reference):
    """A reference to an annex."""


@_fact
class ClauseReference(Reference):
    """A reference to a clause."""


@_fact
class ActReference(Reference):
    """A reference of a paper to itself by its kind: «настоящее Положение»; ``name`` is that kind."""

    name: str


@_fact
class DateMention(Fact):
    """A date in a paper; ``date`` is missing when the calendar has no such day."""

    date: dt.date | None = None
    words: str


# --- agreements --------------------------------------------------------------------------------


@_fact
class Party(Fact):
    """A party of an agreement. ``host_name`` is the organisation whose unit the party is."""

    name: str
    short_name: str | None = None
    role: Code | None = None
    organisation_kind: Code | None = None
    short_name_kind: Code | None = None
    host_name: str | None = None
    represented_by: Ref | None = None


@_fact
class Representative(Fact):
    """The person who acts for a party, as the preamble names them."""

    name: str
    nominative: str | None = None
    surname: str | None = None
    initials: str | None = None
    feminine: bool | None = None
    post: str | None = None
    post_nominative: str | None = None
    authority: str | None = None


@_fact
class SignatureBlock(Fact):
    """The signatures below the body of a paper or below an annex."""

    annex: Ref | None = None


@_fact
class Signature(Fact):
    """A signature: what is missing in it has no value; ``date_words`` is a date that the calendar does not have."""

    block: Ref
    post: str | None = None
    signatory: str | None = None
    surname: str | None = None
    initials: str | None = None
    date: dt.date | None = None
    date_words: str | None = None
    stamp: bool = False
    party: Ref | None = None


@_fact
class SubjectMatter(Fact):
    """What an agreement is about."""

    topic: tuple[Code, ...] = ()


@_fact
class Obligation(Fact):
    """A norm that an agreement gives to a party, or to several at once.

    ``action`` are the dictionary forms of its verbs, or of the noun that names what is done;
    ``under_duties`` is true where the heading above speaks of duties and not of rights.
    """

    bearer: tuple[Ref, ...] = ()
    bearer_words: str | None = None
    modality: Code | None = None
    action: tuple[str, ...] = ()
    counterparty: tuple[Ref, ...] = ()
    topic: tuple[Code, ...] = ()
    condition: str | None = None
    deadline: dt.date | None = None
    deadline_words: str | None = None
    under_duties: bool | None = None


@_fact
class Validity(Fact):
    """The term of an agreement. ``boundary`` is the word that bounds the last day: «до», «по» or «включительно».

    ``other_end`` are other days on which the same words say that the term ends.
    """

    start_event: str | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    end_event: str | None = None
    other_end: tuple[dt.date, ...] = ()
    boundary: str | None = None
    prolonged: bool = False


@_fact
class AmendmentRule(Fact):
    """How an agreement is amended."""


@_fact
class IndicatorRow(Fact):
    """A row of an annex's table of targets. ``measure_named`` is what its name promises: share or count.

    ``population`` is the group that it counts, ``population_words`` the words that name the group, ``repeats_row``
    the row above that is of the same indicator.
    """

    number: str | None = None
    expected_number: str | None = None
    name: str
    measure_named: str | None = None
    topic: tuple[Code, ...] = ()
    population: Code | None = None
    population_words: str | None = None
    territory: Code | None = None
    repeats_row: Ref | None = None


@_fact
class Period(Fact):
    """A period of a table of targets, in years; ``period_end`` is missing where the period is open.

    ``swapped_heads`` says that shares stand below «Количество» and counts below «Доля» in every row.
    """

    words: str
    period_start: int | None = None
    period_end: int | None = None
    open_period: bool = False
    swapped_heads: bool | None = None


@_fact
class Target(Fact):
    """The values of an indicator for a period: ``share`` in per cent, ``count`` in units.

    ``share_words`` and ``count_words`` are what is printed; ``unreadable_cell`` what is printed and no
    value, ``unreadable_measure`` what should stand there; ``missing_measure`` the values that the table has a
    place for and leaves out.
    """

    indicator: Ref
    in_period: Ref | None = None
    period: str | None = None
    period_start: int | None = None
    period_end: int | None = None
    open_period: bool = False
    share: Decimal | None = None
    count: Decimal | None = None
    share_words: str | None = None
    count_words: str | None = None
    unreadable_cell: tuple[str, ...] = ()
    unreadable_measure: tuple[Code, ...] = ()
    missing_measure: tuple[Code, ...] = ()


# --- regulations -------------------------------------------------------------------------------


@_fact
class SubjectType(Fact):
    """A subject of the regional system, as a regulation names it.

    ``presence`` says that there is one in every municipality, or in every educational organisation.
    """

    name: str
    short_name: str | None = None
    level: Code | None = None
    presence: Code | None = None
    hosted_by: Ref | None = None


@_fact
class Actor(Fact):
    """One that takes part without being a subject of the system."""

    name: str
    short_name: str | None = None


@_fact
class Norm(Fact):
    """A norm of a regulation that is in no list of functions."""

    bearer_words: str | None = None
    modality: Code | None = None
    action: tuple[str, ...] = ()
    topic: tuple[Code, ...] = ()
    condition: str | None = None
    deadline: dt.date | None = None
    deadline_words: str | None = None


@_fact
class Function(Fact):
    """A norm that a regulation gives to a subject."""

    bearer: Ref
    modality: Code | None = None
    action: tuple[str, ...] = ()
    counterparty: tuple[Ref, ...] = ()
    topic: tuple[Code, ...] = ()
    condition: str | None = None
    deadline: dt.date | None = None
    deadline_words: str | None = None


@_fact
class InteractionLink(Fact):
    """A function of one subject that has to do with another."""

    from_subject: Ref
    to_subject: Ref


@_fact
class Structure(Fact):
    """A statement of which levels the system has."""

    level: tuple[Code, ...] = ()


@_fact
class ClosedList(Fact):
    """A statement that the list of subjects of a level is complete."""

    level: Code | None = None


@_fact
class OpenList(Fact):
    """A statement that the list of subjects of a level may be added to."""

    level: Code | None = None


@_fact
class Term(Fact):
    """A term; ``definition`` is the words after the dash, ``times_used`` counts its uses in the rest of the paper."""

    name: str
    short_name: str | None = None
    definition: str | None = None
    topic: tuple[Code, ...] = ()
    times_used: int | None = None


@_fact
class Component(Fact):
    """A part of what a term denotes, as its definition lists them: a part of the passport, a module."""

    name: str
    part_of: Ref
    topic: tuple[Code, ...] = ()


@_fact
class Provision(Fact):
    """What a regulation provides, item by item; ``topic`` is what it is about."""

    topic: tuple[Code, ...] = ()


@_fact
class Goal(Provision):
    """A goal of the system."""


@_fact
class Task(Provision):
    """A task of the system."""


@_fact
class Principle(Provision):
    """A principle by which the system is formed."""


@_fact
class Mechanism(Provision):
    """A mechanism of creating and running the system."""


@_fact
class Instrument(Provision):
    """A document that has to be issued for the system to work: of which type, by whom, how often."""

    act_type: Code | None = None
    issuer: str | None = None
    issued_by: Ref | None = None
    times_a_year: int | None = None


@_fact
class Interaction(Provision):
    """A matter in which subjects interact."""


@_fact
class Channel(Provision):
    """A channel through which subjects interact."""


@_fact
class Indicator(Provision):
    """An indicator of the system's effectiveness. ``measure_named`` is what its name promises: share or count."""

    number: str | None = None
    measure_named: str | None = None


@_fact
class InformationSource(Provision):
    """A source of information for the indicators, or a method of collecting it."""


@_fact
class MonitoringRule(Provision):
    """How often the system is monitored and by whom, and whether an analysis and recommendations have to follow."""

    bearer: Ref | None = None
    times_a_year: int | None = None
    requires_analysis: bool = False
    requires_recommendations: bool = False


@_fact
class Measure(Fact):
    """A measure of a roadmap; ``repeats_row`` is the same measure in a row above."""

    number: str | None = None
    expected_number: str | None = None
    name: str
    responsible: str | None = None
    responsible_subject: tuple[Ref, ...] = ()
    result: str | None = None
    deadline: dt.date | None = None
    deadline_words: str | None = None
    topic: tuple[Code, ...] = ()
    previous_measure: Ref | None = None
    repeats_row: Ref | None = None


@_fact
class Approval(Fact):
    """A clause of an order that approves a paper; ``approved_act`` is the annex that holds it."""

    annex_number: int | None = None
    approved_act: Ref | None = None


@_fact
class Repeal(Fact):
    """A clause of an order by which another act, or a part of it, loses force; ``changed`` cites it."""

    changed: Ref | None = None


@_fact
class Amendment(Fact):
    """A clause of an order that changes another act; ``changed`` cites it."""

    changed: Ref | None = None


@_fact
class Delegation(Fact):
    """A clause that leaves a matter to another act; ``matter`` is the kind of section, ``citation`` the act."""

    matter: Code
    citation: Ref | None = None


@_fact
class ControlAssignment(Fact):
    """Who controls that an order is carried out."""

    person: str | None = None
    nominative: str | None = None
    post: str | None = None
    post_nominative: str | None = None


@_fact
class EntryIntoForce(Fact):
    """When an act enters into force."""

    start_event: str | None = None
    starts_on: dt.date | None = None


# --- the reader's own -----------------------------------------------------------------------------


@_fact
class Doubt(Fact):
    """A place where the reader was unsure; ``reason`` by the code list of doubts, ``about`` the fact in doubt."""

    reason: Code
    about: Ref | None = None
