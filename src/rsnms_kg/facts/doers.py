"""Clauses of an agreement that say what is done and not by whom: «Контроль за исполнением осуществляется»."""

from __future__ import annotations

from collections.abc import Sequence

from rsnms_kg.facts.model import Party
from rsnms_kg.knowledge.lexicon import begins_with, head_words, mentions, recognise
from rsnms_kg.russian.words import contains_in_order, lemma, lemmas, may_be, parses, words

_PASSIVE = ("ется", "ются", "ится", "ятся")
_LIGHT = ("light", "organise")  # actions of the code list: the verb only says that a deed is done
_WATCHED = ("control",)  # deeds that somebody has to be named for wherever they stand
_PAID = ("finance",)  # deeds of which papers say from what they are paid, and not by whom
_PREDICATE = 12  # so many words at the beginning of a sentence hold its predicate


def lacks_doer(text: str, parties: Sequence[Party], *, among_duties: bool) -> bool:
    """Tell whether a sentence says in the passive that something is done, and names nobody who does it.

    Among the duties of the parties any deed needs somebody; elsewhere («Расторжение осуществляется …») control does.
    """
    said = words(text)
    verb = next((at for at, word in enumerate(said[:_PREDICATE]) if _is_light_passive(word)), None)
    first = next((at for at, word in enumerate(said) if parses(word)[0].tag.POS not in ("ADJF", "CONJ")), 0)
    if not verb or first >= verb or not may_be(said[first], "NOUN", "nomn"):
        return False
    deed = begins_with("action", " ".join(said[first:]))
    if deed in _PAID or not (among_duties or deed in _WATCHED):
        return False
    return not _names_somebody(text, said[verb + 1 :], parties)


def _is_light_passive(word: str) -> bool:
    return word.endswith(_PASSIVE) and begins_with("action", lemma(word).removesuffix("ся")) in _LIGHT


def _names_somebody(text: str, after: list[str], parties: Sequence[Party]) -> bool:
    """Tell whether a party, a body or whoever stands right after the verb is named."""
    all_said = lemmas(text)
    named = any(
        contains_in_order(all_said, lemmas(name))
        for party in parties
        for name in (party.short_name, party.name)
        if name
    )
    known = {*head_words("organisation-head"), "сторона", "лицо", "орган", "комиссия"}
    doer = next((word for word in after if parses(word)[0].tag.POS not in ("ADJF", "PRTF", "ADVB", "NPRO")), "")
    return (
        named or not known.isdisjoint(all_said) or bool(mentions("actor", text)) or recognise("role", text) is not None
        or (len(doer) > 1 and may_be(doer, "NOUN", "ablt"))
        or any(word.isupper() and len(word) > 1 for word in words(text))
    )  # fmt: skip
