"""Who answers for a measure, as a roadmap shows it: by the same name in every row, however a row prints it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph
from rdflib.namespace import RDFS
from rdflib.term import Node

from rsnms_kg.knowledge.terms import RSNMS
from rsnms_kg.picture.naming import instances, ordered, text
from rsnms_kg.russian.typography import one_line

_KINDS = ("SubjectType", "Actor", "Party")
_START, _END = r"(?<![^\s,;])", r"(?=$|[,;)]|\s+(?:\(|и\s))"
_BETWEEN = re.compile(r"[\s,;]|\bи\b")


@dataclass(frozen=True, eq=False)
class Responsible:
    """The names of a paper's bodies: what the paper declares as short for what, and their English labels."""

    graph: Graph
    language: str

    @cached_property
    def shorts(self) -> dict[str, str]:
        """The long name of each body by its short name; the declared abbreviations of the paper among them."""
        found: dict[str, str] = {}
        for kind, short, long in (*((kind, "shortName", "name") for kind in _KINDS),
                                  ("Abbreviation", "shortForm", "longForm")):  # fmt: skip
            for one in instances(self.graph, kind):
                names = text(self.graph, one, short), text(self.graph, one, long)
                if all(names) and len(names[0]) < len(names[1]):
                    found.setdefault(*names)
        return found

    def shown(self, measure: Node) -> str:
        """Return who answers for a measure: English labels where everybody has one, else the short names."""
        printed = text(self.graph, measure, "responsible")
        for short, long in sorted(self.shorts.items(), key=lambda pair: (-len(pair[1]), pair)):
            printed = short.join(re.split(f"{_START}{re.escape(long)}{_END}", printed))
        labels = self._english(measure, printed) if self.language == "en" else ()
        return ", ".join(labels) or printed

    def spelled_out(self, shown: str) -> dict[str, str]:
        """Return the long names of the short ones that are shown."""
        return {
            short: long for short, long in self.shorts.items() if re.search(f"{_START}{re.escape(short)}{_END}", shown)
        }

    def _english(self, measure: Node, printed: str) -> tuple[str, ...]:
        """The English labels of those who are bound to a measure, if its words name nobody else."""
        labels = []
        for one in ordered(self.graph.objects(measure, RSNMS.responsibleSubject)):
            said = {
                str(getattr(value, "language", "")): one_line(str(value))
                for value in self.graph.objects(one, RDFS.label)
            }
            names = {text(self.graph, one, term) for term in ("name", "shortName")} | {said.get("ru", "")}
            names |= {short for short, long in self.shorts.items() if long in names}
            where = {name: printed.find(name) for name in sorted(names, key=len, reverse=True) if name}
            name = next((name for name, at in where.items() if at >= 0), None)
            if name is None or "en" not in said:
                return ()
            labels.append((where[name], said["en"]))
            printed = printed.replace(name, " " * len(name))
        return () if _BETWEEN.sub("", printed) else tuple(label for _, label in sorted(labels))
