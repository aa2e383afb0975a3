"""What a norm has its bearer do: the verbs of its sentence, or the nouns that name the deed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_kg.knowledge.lexicon import begins_with, head_words, mentions
from rsnms_kg.russian.words import is_finite, lemma, may_be, parses

_TOKEN = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*|\d+|[,;:.()]")
_SUBORDINATE = {"который", "где", "что", "чтобы", "если", "когда"}
_DEVERBAL = ("ние", "тие", "вие", "ция", "ка", "учет", "отбор", "контроль", "анализ", "мониторинг")
_HEAD = 4  # a verb among the first words makes a sentence, whatever stands before it
_MUST = "must"  # the «action» of the code list that is no deed: «обязуется», «имеет право»
_JOINS = (",", "и", "или", "также", "либо")


def actions(text: str, lead: str = "") -> tuple[str, ...]:
    """Return what a norm has its bearer do, as dictionary forms.

    «разрабатывает, утверждает паспорт и направляет его» → разрабатывать, утверждать, направлять;
    «вправе запрашивать сведения», «дважды в год запрашивать сведения» → запрашивать;
    «разработку и утверждение паспорта» → разработка, утверждение. The noun after a verb that says little
    by itself is an action too, with those joined to it: «обеспечивает изучение запросов и оказание помощи» →
    обеспечивать, изучение, оказание.

    :param lead: the words that introduce the norm; their verb is what is done where the norm names no deed:
        «Министерство обеспечивает: – условия для работы».
    """
    tokens = list(_main_clause(_TOKEN.findall(_without_times(text))))
    predicate = next((at for at, token in enumerate(tokens) if is_finite(token) or _is_modal(tokens, at)), len(tokens))
    head = _head(tokens)
    early = sum(token[0].isalpha() for token in tokens[:predicate]) < _HEAD
    if predicate < len(tokens) and (early or not _names_deed(tokens, head)):
        bound = _infinitives(tokens[predicate:]) if _is_modal(tokens, predicate) else []
        return tuple(dict.fromkeys(bound or _verbs(tokens)))
    if head < len(tokens) and may_be(tokens[head], "INFN"):
        return tuple(dict.fromkeys(_infinitives(tokens)))
    named = tuple(dict.fromkeys(_nouns(tokens[head:])))
    if not _names_deed(tokens, head) and (told := _told(lead)):
        known = (name for name in named if name not in head_words("thing") and begins_with("action", name))
        return tuple(dict.fromkeys([*told, *known]))
    return named


def _told(lead: str) -> tuple[str, ...]:
    """The verbs of a lead-in that have an object, and do not only say that it is a duty or a right."""
    tokens = list(_main_clause(_TOKEN.findall(lead)))
    return tuple(dict.fromkeys(
        lemma(token)
        for at, token in enumerate(tokens)
        if is_finite(token) and "tran" in parses(token)[0].tag and not _is_modal(tokens, at, bare=True)
    ))  # fmt: skip


def _without_times(text: str) -> str:
    """A text without the words that say how often and that no preposition governs: «дважды в год», «каждый квартал»."""
    for _, start, end in reversed(mentions("recurrence", text)):
        if not may_be(text[start:end].split()[0], "PREP"):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _main_clause(tokens: list[str]) -> Iterator[str]:
    """Yield the words and signs that belong to no subordinate clause."""
    subordinate = False
    for token in tokens:
        if token in ",;.":
            subordinate = False
        elif lemma(token) in _SUBORDINATE:
            subordinate = True
        if not subordinate:
            yield token


def _is_modal(tokens: list[str], at: int, *, bare: bool = False) -> bool:
    """Tell whether a word only binds, allows or forbids what an infinitive after it names: «обязуется», «вправе».

    :param bare: the infinitive may stand further on, as below a lead-in.
    """
    reading = parses(tokens[at])[0]
    impersonal = "Impx" in reading.tag or (reading.tag.POS in ("PRED", "ADJS", "PRTS") and not bare)
    if not impersonal and not may_be(tokens[at], "VERB"):  # «берет» may be a hat, «берет на себя» is none
        return False
    rest = " ".join(tokens[at : at + _HEAD])
    done = begins_with("action", rest)
    told = done == _MUST or (done is None and begins_with("modality", rest) is not None)
    if not (told or impersonal):
        return False
    return bare or any(_is_infinitive(token) for token in tokens[at + 1 :])


def _head(tokens: list[str]) -> int:
    """Where the deed is named: at the first infinitive, or the first noun that no preposition governs."""
    governed, met = False, False
    for at, token in enumerate(tokens):
        if _is_infinitive(token):
            return at
        if parses(token)[0].tag.POS == "PREP":
            governed = True
        elif _noun(token):
            direct = may_be(token, "NOUN", "nomn") or may_be(token, "NOUN", "accs")
            if direct and not governed and not (met and may_be(token, "NOUN", "gent")):
                return at
            governed, met = False, True
    return len(tokens)


def _names_deed(tokens: list[str], head: int) -> bool:
    """Tell whether an infinitive or a noun of action stands there."""
    if head == len(tokens):
        return False
    word = lemma(tokens[head])
    return may_be(tokens[head], "INFN") or (word.endswith(_DEVERBAL) and word not in head_words("thing"))


def _infinitives(tokens: list[str]) -> list[str]:
    """The first infinitive and those joined to it: «изучать запросы и ежегодно направлять их»."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        before = next((one for one in reversed(tokens[:at]) if parses(one)[0].tag.POS != "ADVB"), "")
        if _is_infinitive(token) and (not found or before in _JOINS):
            found.append(lemma(token))
    return found


def _verbs(tokens: list[str]) -> list[str]:
    """The finite verbs of the main clause, and a noun of action right after the first."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        if is_finite(token):
            found += [lemma(token), *(_objects(tokens[at + 1 :]) if not found else ())]
    return found


def _objects(tokens: list[str]) -> list[str]:
    """The noun of action right after a verb, adjectives and brackets passed over, and those joined to it."""
    first = next((at for at, token in enumerate(tokens) if parses(token)[0].tag.POS != "ADJF"), len(tokens))
    if first == len(tokens) or not _names_action(tokens[first]):
        return []
    found = [lemma(tokens[first])]
    for at in range(first + 1, len(tokens)):
        token = tokens[at]
        if token in ";.:()" or is_finite(token):
            break
        if tokens[at - 1] == "и" and _names_action(token):
            found.append(lemma(token))
    return found


def _nouns(tokens: list[str]) -> list[str]:
    """The first noun and the deeds joined to it: «формирование и утверждение, направление отчётов»."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        if not found or (tokens[at - 1] in _JOINS and (_is_infinitive(token) or _names_action(token))):
            found.append(lemma(token))
        elif token in ";.":
            break
    return found


def _is_infinitive(word: str) -> bool:
    return word[0].isalpha() and bool(parses(word)[0].tag.POS == "INFN")


def _noun(word: str) -> bool:
    return word[0].isalpha() and bool(parses(word)[0].tag.POS == "NOUN")


def _names_action(word: str) -> bool:
    """A noun of action that is no attribute of another noun («направление отчётов о достижении»)."""
    if not (_noun(word) and lemma(word).endswith(_DEVERBAL)):
        return False
    if lemma(word) in head_words("thing"):
        return False
    return not may_be(word, "NOUN", "gent") and (may_be(word, "NOUN", "nomn") or may_be(word, "NOUN", "accs"))
