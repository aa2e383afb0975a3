"""Checks that SHACL cannot say: arithmetic, declension, comparison of dates across facts.

Each is a function from a graph to breaches, listed here under the name by which a requirement calls
it (``rsnms:checkedBy``). A new one is a function in the module of its matter and a line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from rdflib import Graph

from rsnms_kg.knowledge.demands import Demand
from rsnms_kg.outcome.functions import (
    acts,
    annexes,
    dates,
    indicators,
    levels,
    measures,
    monitoring,
    names,
    orders,
    parties,
    populations,
    regulations,
    signatures,
    terms_of_agreement,
)
from rsnms_kg.outcome.functions.breach import Breach

FUNCTIONS: dict[str, Callable[[Graph], Iterator[Breach]]] = {
    "cited-two-ways": acts.cited_two_ways,
    "amended-before-made": acts.amended_before_made,
    "editions-out-of-order": acts.editions_out_of_order,
    "other-region": names.other_region,
    "other-municipality": names.other_municipality,
    "other-project-kind": names.other_project_kind,
    "other-organisation-name": names.other_organisation_name,
    "misspelt-name": names.misspelt_name,
    "cited-later": dates.cited_later,
    "signed-another-day": dates.signed_another_day,
    "open-period": dates.open_period,
    "period-outside-term": dates.period_outside_term,
    "term-ends-early": terms_of_agreement.term_ends_early,
    "term-without-start": terms_of_agreement.term_without_start,
    "term-without-end": terms_of_agreement.term_without_end,
    "several-ends": terms_of_agreement.several_ends,
    "wrong-parties": parties.wrong_parties,
    "territory-for-body": parties.territory_for_body,
    "party-without-signature": signatures.party_without_signature,
    "undated-signature": signatures.undated_signature,
    "other-signatory": signatures.other_signatory,
    "other-post": signatures.other_post,
    "other-organisation": signatures.other_organisation,
    "named-otherwise": indicators.named_otherwise,
    "falling-target": indicators.falling_target,
    "standing-target": indicators.standing_target,
    "annex-without-reference": annexes.annex_without_reference,
    "unsigned-targets": annexes.unsigned_targets,
    "marked-for-another": annexes.marked_for_another,
    "no-common-base": populations.no_common_base,
    "one-rounding": populations.one_rounding,
    "no-one-rounding": populations.no_one_rounding,
    "parted-population": populations.parted_population,
    "near-population": populations.near_population,
    "share-without-sign": indicators.share_without_sign,
    "disordered-periods": indicators.disordered_periods,
    "whole-region": indicators.whole_region,
    "empty-level": levels.empty_level,
    "open-list": levels.open_list,
    "unknown-responsible": measures.unknown_responsible,
    "outside-responsible": measures.outside_responsible,
    "unclear-deadline": measures.unclear_deadline,
    "due-before-approval": measures.due_before_approval,
    "bearerless-functions": regulations.bearerless_functions,
    "subject-of-two-levels": regulations.subject_of_two_levels,
    "function-twice": regulations.function_twice,
    "function-shared": regulations.function_shared,
    "no-indicators": regulations.no_indicators,
    "no-monitoring": regulations.no_monitoring,
    "no-recurrence": regulations.no_recurrence,
    "no-roadmap": regulations.no_roadmap,
    "agreements-without-measure": regulations.agreements_without_measure,
    "measure-below-its-functions": regulations.measure_below_its_functions,
    "unapproved-annex": orders.unapproved_annex,
    "nothing-enclosed": orders.nothing_enclosed,
    "uncontrolled": orders.uncontrolled,
    "without-force": orders.without_force,
    "unsigned": orders.unsigned,
    "misnumbered-annex": orders.misnumbered_annex,
}

# Rules of demands that have to be counted, day by day: what SHACL cannot say of them. ``None`` is «not due yet».
COUNTED: dict[str, Callable[[Graph, Demand, date | None], list[Breach] | None]] = {
    "monitoring-yearly": monitoring.too_seldom,
}
