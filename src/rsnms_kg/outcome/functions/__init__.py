"""Checks that SHACL cannot say: arithmetic, declension, comparison of dates across facts.

Each is a function from a graph to breaches, listed here under the name by which a requirement calls
it (``rsnms:checkedBy``). A new one is a function in the module of its matter and a line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rdflib import Graph

from rsnms_kg.outcome.functions import annexes, dates, indicators, levels, measures, parties, signatures
from rsnms_kg.outcome.functions.breach import Breach

FUNCTIONS: dict[str, Callable[[Graph], Iterator[Breach]]] = {
    "cited-later": dates.cited_later,
    "signed-another-day": dates.signed_another_day,
    "open-period": dates.open_period,
    "period-outside-term": dates.period_outside_term,
    "term-ends-early": dates.term_ends_early,
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
    "no-common-base": indicators.no_common_base,
    "one-rounding": indicators.one_rounding,
    "whole-region": indicators.whole_region,
    "empty-level": levels.empty_level,
    "open-list": levels.open_list,
    "unknown-responsible": measures.unknown_responsible,
    "outside-responsible": measures.outside_responsible,
    "due-before-approval": measures.due_before_approval,
}
