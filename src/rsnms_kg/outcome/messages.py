"""Templates of messages, filled from the facts that a finding is about.

A template has *places* in braces and *choices* in square brackets. A place is a name that the check has given,
or a path of properties from the fact: ``{parentClause.number}`` is the number of its parent clause; of
``{post|signatory}`` the first that is there; ``{where}`` and others of ``derived`` are made of the fact. A choice
lists wordings, of which the first stands whose places are all filled: ``акт[ № {number}| «{title}»]`` names an
act by its number, else by its title, else not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDFS
from rdflib.term import Node

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.knowledge.demands import Demand
from rsnms_kg.knowledge.lexicon import label as code_label
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.terms import CODE, RSNMS
from rsnms_kg.outcome.derived import DERIVED
from rsnms_kg.outcome.places import named, where
from rsnms_kg.russian.typography import NBSP

_PLACE = re.compile(r"\{([A-Za-z]+(?:\.[A-Za-z]+)*(?:\|[A-Za-z]+(?:\.[A-Za-z]+)*)*)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_WORDINGS = re.compile(r"\|(?![^{}]*\})")  # the bars of a choice, not those of a place
_BEFORE_MARK = re.compile(r" +(?=[ ,.;:)])")
_NUMBER_SIGN = re.compile(r"№ *(?=\S)")
_PERCENT_SIGN = re.compile(r"(?<=\d)\s*%")
_INNER_QUOTES = str.maketrans("«»", "„“")
_LABELS = ("clauseLabel", "usedBefore")  # properties whose values are labels of clauses
_LONGEST = 160
_NOTHING = "–"
_OPEN = "…"
Given = Mapping[str, str | Bilingual]
_Find = Callable[[str], list[str]]


def fill(template: str, graph: Graph, focus: Node, given: Given, language: str = "ru", longest: int = _LONGEST) -> str:
    """Fill a template with what the check has ``given`` and with what ``graph`` says of ``focus``.

    Dates are shown as people write them, codes by their labels, quotation marks inside others as „ “, several values
    in quotation marks each in its own, per cents as the language has them (10 %, 10%); a place that nothing fills is
    a dash. Values are cut to ``longest`` characters.
    """

    def find(path: str) -> list[str]:
        told = given.get(path)
        if told is not None:
            return [told if isinstance(told, str) else told(language)]
        if path in DERIVED:
            return DERIVED[path](graph, focus, language)
        last = path.split(".")[-1]
        shown = _shown_label if last in _LABELS else _shown
        found = [shown(graph, node, language, longest) for node in _follow(graph, focus, path.split("."))]
        return [words.rstrip(" .,;:") for words in found] if last == "quote" else found

    return _filled(template, find, _NOTHING, language)


def opened(template: str, given: Given | None = None, language: str = "ru") -> str:
    """Return a template with what is ``given``; what hangs on the paper that is checked is shown as «…»."""

    def find(path: str) -> list[str]:
        told = (given or {}).get(path, _OPEN)
        return [told if isinstance(told, str) else told(language)]

    return _filled(template, find, _OPEN, language)


def moved(text: Bilingual, clause: str, to: str) -> Bilingual:
    """Return a message that says where its fact stands as it would be of a fact in another clause."""
    said = []
    for language in ("ru", "en"):
        words = text(language)
        here, there = where(clause, language), where(to, language)
        for before, after in ((here, there), (_capital(here), _capital(there))):
            words = words.replace(f"{before} ", f"{after} ")
        said.append(words)
    return Bilingual(*said)


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, those inside it as „ “."""
    return f"«{text.translate(_INNER_QUOTES)}»"


def _filled(template: str, find: _Find, nothing: str, language: str) -> str:
    """Choices first, then the places that are left."""

    def values(places: str) -> list[str]:
        return next((found for found in map(find, places.split("|")) if any(found)), [])

    def with_places(text: str) -> str:
        def place(match: re.Match[str]) -> str:
            found, before = values(match[1]) or [nothing], text[: match.start()]
            if before.count("«") <= before.count("»"):
                return ", ".join(found)
            inner = [one.translate(_INNER_QUOTES) for one in found]
            return ("», «" if before.endswith("«") and text.startswith("»", match.end()) else ", ").join(inner)

        return _PLACE.sub(place, text)

    def choice(match: re.Match[str]) -> str:
        wordings = _WORDINGS.split(match[1])
        return next((text for text in wordings if all(values(places) for places in _PLACE.findall(text))), "")

    text = _BEFORE_MARK.sub("", with_places(_CHOICE.sub(choice, template)))
    # What fills the last place may end in a stop or a cut itself.
    text = _PERCENT_SIGN.sub(f"{NBSP}%" if language == "ru" else "%", text)
    text = _NUMBER_SIGN.sub(f"№{NBSP}", text).replace("..", ".").replace("….", "…").strip()
    return _capital(text) if template.startswith(("{where}", "[{where}")) else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def demand_texts(regulation: RegulationData, demand: Demand) -> dict[str, str | Bilingual]:
    """Return what the templates of a requirement can say of a demand: ``{demand}``, ``{demandClause}`` and others."""
    clause = regulation.clause(URIRef(demand.source)) or _NOTHING
    title = regulation.title(URIRef(demand.source))
    told: dict[str, str | Bilingual] = {
        "demand": title if title.ru else Bilingual(f"пункт {clause}", f"clause {clause}"),
        "demandClause": clause,
    }
    if demand.due is not None:
        told["demandDue"] = show_date(demand.due)
    named = [title for title in (_title(regulation, value) for value in demand.values) if title.ru]
    if named:
        told["demandValue"] = Bilingual(*("; ".join(title(language) for title in named) for language in ("ru", "en")))
    return told


def regulation_texts(regulation: RegulationData, graph: Graph, focus: Node) -> dict[str, str | Bilingual]:
    """Return how the facts of a regulation that ``focus`` leads to are called, by the property that leads there."""
    told: dict[str, str | Bilingual] = {}
    for name, fact in regulation_facts(regulation, graph, focus).items():
        title, clause = regulation.title(fact), regulation.clause(fact)
        told[name] = Bilingual(*(f"{title(language)} ({clause})" for language in ("ru", "en")))
    return told


def regulation_facts(regulation: RegulationData, graph: Graph, focus: Node) -> dict[str, URIRef]:
    """Return the facts of a regulation outside ``graph`` that ``focus`` leads to, by the property that leads there."""
    return {
        str(name).removeprefix(str(RSNMS)): fact
        for name, fact in sorted(graph.predicate_objects(focus))
        if isinstance(fact, URIRef) and (fact, None, None) not in graph and regulation.clause(fact)
    }


def _title(regulation: RegulationData, value: str) -> Bilingual:
    """How a value of a demand is called: a fact of the regulation, or a code."""
    return code_label(*value[len(CODE) :].split("/", 1)) if value.startswith(CODE) else regulation.title(URIRef(value))


def show_date(day: date) -> str:
    """Return a date as people write it: 15.09.2021."""
    return day.strftime("%d.%m.%Y")


def short(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` on one line, cut at a word if it is long."""
    line = " ".join(text.replace("*", "").split())
    if len(line) <= longest:
        return line
    cut = line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:«(")
    return f"{cut}…{'»' * (cut.count('«') - cut.count('»'))}"


def _follow(graph: Graph, focus: Node, path: list[str]) -> list[Node]:
    nodes = [focus]
    for name in path:
        predicate = DCTERMS.isPartOf if name == "isPartOf" else RSNMS[name]
        nodes = [value for node in nodes for value in sorted(graph.objects(node, predicate), key=_natural)]
    return nodes


def _number(value: Decimal, language: str) -> str:
    """A number as people write it: 150 for 150.0, 12,5 in Russian."""
    shown = f"{value:f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return shown.replace(".", ",") if language == "ru" else shown


def _natural(node: Node) -> list[tuple[int, str]]:
    """Order 2.3.7 before 2.3.13: figures by how many there are, then one by one."""
    return [(len(piece) if piece.isdigit() else 0, piece) for piece in re.split(r"(\d+)", str(node))]


def _shown_label(graph: Graph, node: Node, language: str, longest: int) -> str:
    return named(str(node), language)


def _shown(graph: Graph, node: Node, language: str, longest: int) -> str:
    if isinstance(node, Literal):
        value = node.toPython()
        if isinstance(value, date):
            return show_date(value)
        return _number(value, language) if isinstance(value, Decimal) else short(str(node), longest)
    if isinstance(node, URIRef) and node.startswith(CODE):
        scheme, notation = node[len(CODE) :].split("/", 1)
        return code_label(scheme, notation)(language)
    name = graph.value(node, RSNMS.name) or graph.value(node, RDFS.label)
    return short(str(name), longest) if name is not None else str(node)
