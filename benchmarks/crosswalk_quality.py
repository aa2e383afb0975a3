"""How well methods tell which functions an obligation realises, on sentences written for the purpose.

    python benchmarks/crosswalk_quality.py [--part tuning|held-out|fresh] [--errors]

The thresholds of the methods that were only tried are chosen on the tuning part here; those of the
shipped method stand in ``rsnms_kg.crosswalk`` and were chosen on the same part. The part that was held out and the
fresh one, written when the method was done and without looking at it, are explained in docs/explanation/crosswalk.md.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from crosswalk_methods import METHODS, Method, Thresholds, relation
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from rsnms_kg.crosswalk.comparison import compare
from rsnms_kg.knowledge.terms import RSNMS, code

PAIRS = Path(__file__).with_name("crosswalk") / "pairs.json"
SHIPPED = "то, что делает rsnms compare / what rsnms compare does"
REALISING = {"identical", "narrower", "broader", "partial"}
_HERE = "https://example.org/crosswalk/"


@dataclass(frozen=True)
class Quality:
    """What a method reaches: the pairs found, and the relations and the shifts told right."""

    name: str
    precision: float
    recall: float
    f1: float
    relations: float

    def line(self) -> str:
        return f"{self.precision:9.3f} {self.recall:9.3f} {self.f1:9.3f} {self.relations:9.3f}  {self.name}"


@cache
def pairs(part: str) -> tuple[dict[str, Any], ...]:
    """Return the annotated pairs of a part: ``tuning``, ``held-out`` or ``fresh``."""
    found = json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]
    return tuple(pair for pair in found if pair["part"] == part)


def graphs(annotated: tuple[dict[str, Any], ...]) -> tuple[Graph, Graph]:
    """Return the obligations as one agreement and the functions as one regulation."""
    agreement, regulation = Graph(), Graph()
    for order, pair in enumerate(annotated):
        party, subject = (URIRef(_HERE + kind) for kind in (f"party/{pair['bearer']}", f"subject/{order}"))
        agreement.add((party, RSNMS.role, URIRef(code("role", pair["bearer"]))))
        agreement.add((party, RSNMS.name, Literal(pair["bearer"])))
        regulation.add((subject, RSNMS.level, URIRef(code("level", pair["function_level"]))))
        regulation.add((subject, RSNMS.name, Literal(pair["function_bearer"])))
        for graph, kind, words, bearer in (
            (agreement, "Obligation", pair["obligation"], party),
            (regulation, "Function", pair["function"], subject),
        ):
            norm = URIRef(f"{_HERE}{kind}/{pair['id']}")
            graph.add((norm, RDF.type, RSNMS[kind]))
            graph.add((norm, RSNMS.clauseLabel, Literal(pair["id"])))
            graph.add((norm, RSNMS.order, Literal(order)))
            graph.add((norm, RSNMS.quote, Literal(words)))
            graph.add((norm, RSNMS.bearer, bearer))
    return agreement, regulation


def shipped(part: str) -> list[tuple[str, bool]]:
    """Return the relation that the shipped method tells for every pair of a part, and whether a shift."""
    annotated = pairs(part)
    found = {
        pair.left.clause: (str(pair.relation), pair.shift is not None)
        for pair in compare(*graphs(annotated)).pairs
        if pair.left.clause == pair.right.clause
    }
    return [found.get(pair["id"], ("none", pair["shift"])) for pair in annotated]


def tried(method: Method, part: str) -> list[str]:
    """Return the relations that a method tells, with the thresholds that do best on the tuning part."""
    return [relation(measured, best(method)) for measured in _measured(method, part)]


@cache
def best(method: Method) -> Thresholds:
    """Return the thresholds by which a method finds most on the tuning part, and tells most relations right."""
    steps = [step / 20 for step in range(2, 20)]
    gold = [pair["relation"] for pair in pairs("tuning")]
    measured = _measured(method, "tuning")

    def worth(limits: Thresholds) -> tuple[float, float]:
        quality = score(method.name, gold, [relation(one, limits) for one in measured])
        return quality.f1, quality.relations

    return max((Thresholds(*limits) for limits in product(steps, repeat=3) if limits[0] <= limits[1]), key=worth)


def _measured(method: Method, part: str) -> list[tuple[float, float, float]]:
    return method.measure([(pair["obligation"], pair["function"]) for pair in pairs(part)])


def score(name: str, gold: list[str], told: list[str]) -> Quality:
    """Return how well told relations fit the annotated ones."""
    true = sum(one in REALISING and other in REALISING for one, other in zip(gold, told, strict=True))
    precision = true / (sum(one in REALISING for one in told) or 1)
    recall = true / (sum(one in REALISING for one in gold) or 1)
    f1 = 2 * precision * recall / (precision + recall) if true else 0.0
    right = sum(one == other for one, other in zip(gold, told, strict=True)) / len(gold)
    return Quality(name, precision, recall, f1, right)


def qualities(part: str) -> list[Quality]:
    """Return what every method reaches on a part, the shipped one last."""
    gold = [pair["relation"] for pair in pairs(part)]
    found = [score(method.name, gold, tried(method, part)) for method in METHODS]
    return [*found, score(SHIPPED, gold, [told for told, _ in shipped(part)])]


def main() -> None:
    parser = argparse.ArgumentParser(description="The quality of the crosswalk on annotated pairs.")
    parser.add_argument("--part", choices=("tuning", "held-out", "fresh"), help="default: all")
    parser.add_argument("--errors", action="store_true", help="print the pairs that the shipped method tells wrong")
    options = parser.parse_args()
    for part in [options.part] if options.part else ["tuning", "held-out", "fresh"]:
        print(f"{part}: {len(pairs(part))} pairs")
        print(f"{'precision':>9} {'recall':>9} {'F1':>9} {'relation':>9}")
        for quality in qualities(part):
            print(quality.line())
        told = shipped(part)
        moved = sum(shift == pair["shift"] for pair, (_, shift) in zip(pairs(part), told, strict=True))
        print(f"bearer shift told right by the shipped method: {moved} of {len(told)}")
        for pair, (relation_told, shift) in zip(pairs(part), told, strict=True) if options.errors else ():
            if (relation_told, shift) != (pair["relation"], pair["shift"]):
                print(f"  {pair['id']} {pair['kind']}: {pair['relation']} told as {relation_told}, shift {shift}")
                print(f"      {pair['obligation']}  |  {pair['function']}")
        print()


if __name__ == "__main__":
    main()
