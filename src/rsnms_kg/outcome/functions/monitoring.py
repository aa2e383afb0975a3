"""How often a regional system was monitored, against how often its regulation wants it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rdflib import Graph, URIRef
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.demands import Demand
from rsnms_kg.outcome.functions.breach import Breach, day, pointing, value
from rsnms_kg.russian.words import plural

Held = dict[int, int]  # year → how many times


def too_seldom(graph: Graph, demand: Demand, as_of: date | None) -> list[Breach] | None:
    """MONITORING-YEARLY: in some whole year after the first monitoring there was less of it than is demanded.

    :param as_of: the day to judge by; without it, the day of the last monitoring.
    :returns: ``None`` where no whole year has passed since the first monitoring.
    """
    breaches, judged, began = [], False, False
    for system, days in _days(graph, demand, as_of).items():
        began = True
        held = _whole_years(days, as_of)
        judged = judged or bool(held)
        seldom = {year: number for year, number in held.items() if number < (demand.times or 1)}
        if seldom:
            breaches.append(Breach(system, _told(seldom, demand.times or 1)))
    return breaches if judged or not began else None


def _days(graph: Graph, demand: Demand, as_of: date | None) -> dict[Node, list[date]]:
    """The days of monitoring under a rule up to a day, system by system."""
    found: dict[Node, list[date]] = {}
    for run in sorted(pointing(graph, "underRule", URIRef(demand.source)), key=str):
        held, system = day(graph, run), value(graph, run, "partOfSystem")
        if held and system is not None and (as_of is None or held <= as_of):
            found.setdefault(system, []).append(held)
    return found


def _whole_years(days: list[date], as_of: date | None) -> Held:
    """How often each calendar year had its monitoring, from the one after the first to the last that is over."""
    end = as_of or max(days)
    last = end.year if as_of and (end.month, end.day) == (12, 31) else end.year - 1
    return {year: sum(held.year == year for held in days) for year in range(min(days).year + 1, last + 1)}


def _told(seldom: Held, times: int) -> dict[str, str | Bilingual]:
    return {
        "times": Bilingual(
            "одного раза" if times == 1 else plural(times, "раза", "раз", "раз"),
            {1: "once", 2: "twice"}.get(times, f"{times} times"),
        ),
        "held": Bilingual(
            "; ".join(f"{span} – {plural(number, 'раз', 'раза', 'раз') if number else 'ни разу'}"
                      for span, number in _spans(seldom)),
            "; ".join(f"{span} – {number or 'none'}" for span, number in _spans(seldom)),
        ),
    }  # fmt: skip


def _spans(held: Held) -> Iterator[tuple[str, int]]:
    """Years in a row with one number as one span: 2022–2024."""
    first = last = min(held)
    for year in [*sorted(held)[1:], 0]:
        if year != last + 1 or held[year] != held[first]:
            yield str(first) if first == last else f"{first}–{last}", held[first]
            first = year
        last = year
