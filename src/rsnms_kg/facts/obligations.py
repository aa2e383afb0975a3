"""The norms that an agreement gives to its parties: every item of every clause that names a bearer."""

from __future__ import annotations

import re

from rsnms_kg.documents.document import Clause as Node
from rsnms_kg.documents.document import Part
from rsnms_kg.facts.collection import Facts, clause_key, clause_ref, clause_span
from rsnms_kg.facts.doers import lacks_doer
from rsnms_kg.facts.model import Code, Obligation, Party, Ref
from rsnms_kg.facts.norms import norm_words
from rsnms_kg.knowledge.lexicon import begins_with, head_words, mentions, recognise
from rsnms_kg.russian.typography import level
from rsnms_kg.russian.words import contains_in_order, contains_together, lemmas, may_be, parses, words

_ALL = re.compile(r"(?:все\s+|каждая\s+из\s+)?сторон(?:ы|ам)?(?![а-я])(?!\s*\d)", re.IGNORECASE)
_ONE_SIDE = re.compile(r"сторона\s+\d", re.IGNORECASE)
_NUMBERED = re.compile(r"\d$")  # «Сторона 1»: told apart by its number only
_LEAD = 200
_PREDICATE = 8  # so many words at the beginning of a sentence hold its predicate
_RESERVED = 4  # so many words are the longest reservation: «по мере своих возможностей»
_NO_DEED = re.compile(r"не[а-я]{4,}(?:ни|ти)[ея]$", re.IGNORECASE)
_BETWEEN = 2  # words between «не» and what it negates: «не всегда обеспечивает»
_SUBORDINATE = re.compile(
    r"(?:за\s+)?(?:если|когда|котор|что(?:бы)?(?![а-я])|где|исключени|в\s+случа|при(?![а-я]))", re.IGNORECASE
)
_NOT_DUTIES = {"subject-matter", "validity", "amendment", "final", "liability", "signatures"}


def add_obligations(facts: Facts, part: Part) -> None:
    """Add the norms of the parties, one for each item, with the label that is printed at it."""
    parties = facts.of(Party)
    for section in part.root.children:
        _visit(facts, part, section, parties, in_duties=False)


def _visit(
    facts: Facts, part: Part, node: Node, parties: list[Party], *, in_duties: bool, duties_only: bool = False
) -> None:
    lead = _text(facts, node)
    kind = recognise("section", lead) if len(lead) < _LEAD else None
    if kind in _NOT_DUTIES and not lead.endswith(":") and not in_duties:
        _add_watched(facts, part, node, parties)
        return
    in_duties = in_duties or kind == "duties"
    duties_only = duties_only or (kind == "duties" and "право" not in lemmas(lead))
    section = _is_section(node)
    bearers, modality = _bound(lead, parties, loosely=in_duties and not section), _modality(lead)
    for child in node.children:
        introduced = node.lead(child)
        told = bearers, modality, lead
        if introduced is not None and introduced is not node.head:  # «Министерство обеспечивает:» without a number
            words_above = facts.document.words(introduced)
            told = _bound(words_above, parties, loosely=in_duties), _modality(words_above), words_above
        binds = bool(told[0]) and (told[1] is not None or in_duties or _only_names(told[2]))
        if child.children and (section or not binds or _bound(_text(facts, child), parties)):
            _visit(facts, part, child, parties, in_duties=in_duties, duties_only=duties_only)
        elif (
            binds and section and not lead.endswith(":") and lacks_doer(_text(facts, child), parties, among_duties=True)
        ):
            _add(facts, part, child, [], "obligation", duties_only, told[2])
        elif binds:
            own = named_parties(_text(facts, child), parties) if len(told[0]) > 1 else []
            said = _modality(_opening(_text(facts, child))) if own else None
            _add(facts, part, child, own or told[0], said or told[1] or "obligation", duties_only, told[2])
        elif in_duties:
            own = _bound(_text(facts, child), parties)
            above = None if own else told[2].rstrip(":") if told[2].endswith(":") else _text(facts, child)
            _add(facts, part, child, own, _modality(_text(facts, child)) or "obligation", duties_only, told[2], above)
        else:
            _visit(facts, part, child, parties, in_duties=False)
    if not in_duties:
        _add_watched(facts, part, node, parties)


def _add_watched(facts: Facts, part: Part, node: Node, parties: list[Party]) -> None:
    """Add what has to be done and by nobody, outside the duties of the parties: control over the agreement."""
    known = {obligation.in_clause for obligation in facts.of(Obligation)}
    for child in node.children:
        lacks = not child.children and lacks_doer(_text(facts, child), parties, among_duties=False)
        if lacks and clause_ref(part, child) not in known:
            _add(facts, part, child, [], "obligation", False, "")


def _opening(text: str) -> str:
    """The words in which a sentence says whether it binds, allows or forbids."""
    return " ".join(words(text)[:_PREDICATE])


def _bound(text: str, parties: list[Party], *, loosely: bool = False) -> list[Party]:
    """The parties that a lead-in binds: those it begins with or, where any will do, the one it names."""
    found = named_parties(text, parties)
    if found or not loosely or not text.endswith(":"):
        return found
    said = lemmas(text)
    named = [
        party
        for party in parties
        if any(name and contains_together(said, lemmas(name)) for name in (party.short_name, party.name))
    ]
    return named if len(named) == 1 else []


def named_parties(text: str, parties: list[Party]) -> list[Party]:
    """Return the parties that a lead-in begins with or, in a heading, names; all of them for «Стороны»."""
    said = lemmas(text[:_LEAD])
    if _ALL.match(level(text)):
        return parties
    for party in parties:
        for name in (party.short_name, party.name, _proper_name(party)):
            if name and (_begins(text, name) or (not _NUMBERED.search(name) and _starts(said, lemmas(name)))):
                return [party]
    if "сторона" in said[:4] and not _ONE_SIDE.match(text):
        return parties
    for role in _roles_at_start(text):
        bearing = [party for party in parties if party.role and party.role.notation == role]
        if len(bearing) == 1 and not _is_another(said[0], bearing[0]):
            return bearing
    if said[:1] in (("обязанность",), ("обязательство",), ("право",), ("функция",)):
        for party in parties:
            for name in (party.short_name, party.name):
                if name and contains_in_order(said, lemmas(name)):
                    return [party]
        named = recognise("role", " ".join(words(text)[:12]))
        bearing = [party for party in parties if party.role and party.role.notation == named]
        return bearing if len(bearing) == 1 else []
    return []


def _roles_at_start(text: str) -> list[str]:
    """Roles whose cue a text begins with, in the nominative: «Министерство обеспечивает»."""
    first = words(text)[:1]
    if not first or not first[0][0].isupper():
        return []
    role = begins_with("role", text)
    return [role] if role else []


def _only_names(lead: str) -> bool:
    """Tell whether a lead-in says who and no more: «Министерство в рамках Соглашения:»."""
    return lead.endswith(":") and not any(_is_predicate(word) for word in words(lead))


def _proper_name(party: Party) -> str | None:
    """The name in quotation marks of a party without a short one: «Институт развития образования»."""
    quoted = re.search(r"«([^«»]+)", level(party.name)) if party.short_name is None else None
    return quoted[1] if quoted else None


def _is_another(head: str, party: Party) -> bool:
    """Tell whether a lead-in begins with another organisation: «Академия» where the party is an institute."""
    kind = head_words("organisation-head").get(head)
    return kind in ("body", "institution") and head not in lemmas(f"{party.name} {party.short_name or ''}")


def _begins(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, word for word."""
    said, due = level(text).lower(), level(name).lower()
    return said.startswith(due) and not said[len(due) : len(due) + 1].isdigit()


def _starts(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(name) and said[: len(name)] == name


def _modality(lead: str) -> str | None:
    """The modality that a lead-in gives its items; a negation makes another one of it."""
    pieces = _main_clause(lead)
    found = recognise("modality", ", ".join(pieces))
    if found not in ("obligation", None):
        return found
    if _negated(pieces):
        return "exemption"
    return "permission" if mentions("reservation", lead if lead.endswith(":") else _opening(lead)) else found


def _main_clause(text: str) -> list[str]:
    """The pieces of a sentence between commas and brackets without its subordinate clauses: «если иное не указано»."""
    pieces = [piece.strip() for piece in re.split(r"[,;()]", text)]
    return [piece for piece in pieces if piece and not _SUBORDINATE.match(piece)]


def _negated(pieces: list[str]) -> bool:
    """Tell whether the predicate of a lead-in is negated: «ЦНППМ не реализует», «Институт не намерен»."""
    for said in map(words, pieces):
        predicate = next((at for at, word in enumerate(said) if _is_predicate(word)), None)
        if predicate is not None:
            return "не" in said[max(0, predicate - _BETWEEN) : predicate]
    return False


def _is_predicate(word: str) -> bool:
    reading = parses(word)[0].tag.POS
    return word != "не" and reading in ("VERB", "ADJS", "PRTS", "INFN") and not may_be(word, "NOUN")


def _add(
    facts: Facts, part: Part, node: Node, bearers: list[Party], modality: str, duties_only: bool, lead: str,
    words_of_bearer: str | None = None,
) -> None:  # fmt: skip
    start, end = clause_span(facts.document, node)
    text = facts.document.level[start:end]
    first = text.split(maxsplit=2)[:2]
    own = _own_modality(text, first)
    facts.add(
        Obligation, clause_key(part, node), node.name, start, end,
        in_clause=clause_ref(part, node),
        bearer=tuple(Ref(party.key) for party in bearers),
        bearer_words=words_of_bearer,
        modality=Code("modality", own or modality),
        under_duties=duties_only or None,
        **norm_words(facts, start, end, lead if lead.endswith(":") else ""),
    )  # fmt: skip


def _own_modality(text: str, first: list[str]) -> str | None:
    """The modality that an item gives itself by its first words: «вправе проводить …», «не обучает …».

    «Не разглашать …» binds one to refrain; a negated deed that nobody has to refrain from is a duty denied.
    """
    opening = first[0].lower() if first else ""
    if _is_reserved(text):
        return "permission"
    if opening not in ("не", "") and (denied := _denied(text)):
        return denied
    if opening in ("вправе", "имеет", "может"):
        return _modality(" ".join(first))
    if opening != "не":
        return "permission" if begins_with("modality", text) == "permission" else None
    said = recognise("modality", text[:_LEAD])
    if said == "prohibition" or len(first) < 2:
        return said
    return "exemption" if _is_predicate(words(first[1])[0] if words(first[1]) else "") else None


def _is_reserved(text: str) -> bool:
    """Tell whether an item leaves it to the party: «по возможности обучение …», «обучение … (по возможности)»."""
    pieces = [piece.strip() for piece in re.split(r"[,(]", text.rstrip(" ;.)\n"))]
    opening = " ".join(words(pieces[0])[:_RESERVED])
    return bool(mentions("reservation", opening)) or any(
        (start, end) == (0, len(pieces[-1])) for _, start, end in mentions("reservation", pieces[-1])
    )


def _denied(text: str) -> str | None:
    """What an item says that begins with a noun of refusal: «отказ от обучения», «непредоставление сведений»."""
    noun = words(text)[0]
    named = begins_with("denial", text)
    if named is not None or not _NO_DEED.match(noun):
        return named
    deed = parses(noun[2:])[0]
    return "exemption" if deed.is_known and deed.tag.POS == "NOUN" else None


def _is_section(node: Node) -> bool:
    return node.parent is None or node.parent.head is None


def _text(facts: Facts, node: Node) -> str:
    return facts.document.words(node.head) if node.head else ""
