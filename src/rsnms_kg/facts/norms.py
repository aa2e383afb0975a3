"""The words of a norm: what is done, on what condition, by when, and what it is about."""

from __future__ import annotations

import re
from typing import Any

from rsnms_kg.facts.collection import Facts
from rsnms_kg.facts.topics import topics
from rsnms_kg.knowledge.lexicon import head_words
from rsnms_kg.russian.dates import DATE, first_date
from rsnms_kg.russian.words import is_finite, lemma, may_be, parses

_DATE = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
_CONDITION = re.compile(
    r"(?:при\s+условии|в\s+случае|при\s+наличии)(?:\s|,\s+(?:если|когда|что)\s)[^;,.]*", re.IGNORECASE
)
_DEADLINE = re.compile(
    rf"(?:(?:ежегодно\s*,?\s*)?(?:в\s+срок[иу]?\s*,?\s*)?(?:до|не\s+позднее)\s+(?:{_DATE}|\d{{1,2}}(?:-?го)?\s+[а-я]+)"
    r"|в\s+сроки?\s*,?\s*(?:определ|установл|указан|предусмотр)\w+\s+[^,;.()]+"
    r"|(?:ежегодно|ежеквартально|ежемесячно|постоянно)(?![а-я])"
    r"|(?:не\s+(?:реже|менее)\s+)?(?:одного|один|двух|два|трех|три|четырех|четыре|\d+)\s+раз\w*\s+в\s+[а-я]+"
    r"|в\s+течение\s+\d+\s+[^,;.()]{1,40})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*")
_TOKEN = re.compile(r"[А-Яа-я]+(?:-[А-Яа-я]+)*|[,;:.()]")
_SUBORDINATE = {"который", "где", "что", "чтобы", "если", "когда"}
_DEVERBAL = ("ние", "тие", "вие", "ция", "ка", "учет", "отбор", "контроль", "анализ", "мониторинг")
_HEAD = 4  # a verb among the first words makes a sentence, otherwise the first noun names what is done


def norm_words(facts: Facts, start: int, end: int) -> dict[str, Any]:
    """Return the fields that every norm has, from its words: action, topic, condition, deadline, deadline_words."""
    level = facts.document.level
    condition, due = _condition(level, start, end), _DEADLINE.search(level, start, end)
    day = first_date(level, *due.span()) if due else None
    left, right = condition or (start, start)
    return {
        "action": actions(level[start:left] + level[right:end]),
        "topic": topics(level[start:end]),
        "condition": facts.quote(left, right) if condition else None,
        "deadline": day.value if day else None,
        "deadline_words": facts.quote(*due.span()) if due else None,
    }


def _condition(level: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a condition stands; one in front of the predicate ends before it: «при наличии заявок организуют …»."""
    match = _CONDITION.search(level, start, end)
    if match is None:
        return None
    clause = "," in match[0]  # «в случае, если школа закрыта»: the clause has a predicate of its own
    verb = next((word.start() for word in _WORD.finditer(match[0]) if is_finite(word[0])), None)
    stop = match.end() if clause or verb is None else match.start() + len(match[0][:verb].rstrip())
    return match.start(), stop


def actions(text: str) -> tuple[str, ...]:
    """Return what a norm has its bearer do, as dictionary forms.

    «разрабатывает, утверждает паспорт и направляет его» → разрабатывать, утверждать, направлять;
    «разработку и утверждение паспорта» → разработка, утверждение. The noun after a verb that says little
    by itself is an action too, with those joined to it: «обеспечивает изучение запросов и оказание помощи» →
    обеспечивать, изучение, оказание.
    """
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    words = [token for token in tokens if token[0].isalpha()]
    if any(_is_verb(word) for word in words[:_HEAD]):
        return tuple(dict.fromkeys(_verbs(tokens)))
    return tuple(dict.fromkeys(_nouns(tokens)))


def _verbs(tokens: list[str]) -> list[str]:
    """The finite verbs of the main clause, and a noun of action right after one."""
    found: list[str] = []
    subordinate = False
    for at, token in enumerate(tokens):
        if token in ",;.":
            subordinate = False
        elif lemma(token) in _SUBORDINATE:
            subordinate = True
        elif not subordinate and token[0].isalpha() and _is_verb(token):
            found += [lemma(token), *(_objects(tokens[at + 1 :]) if not found else ())]
    return found


def _objects(tokens: list[str]) -> list[str]:
    """The noun of action right after a verb, adjectives and brackets passed over, and those joined to it."""
    first = next((at for at, token in enumerate(tokens) if not _passed_over(token)), len(tokens))
    if first == len(tokens) or not _names_action(tokens[first]):
        return []
    found = [lemma(tokens[first])]
    for at in range(first + 1, len(tokens)):
        token = tokens[at]
        if token in ";.:()" or lemma(token) in _SUBORDINATE or (token[0].isalpha() and _is_verb(token)):
            break
        if tokens[at - 1] == "и" and _names_action(token):
            found.append(lemma(token))
    return found


def _passed_over(token: str) -> bool:
    return token[0].isalpha() and parses(token)[0].tag.POS == "ADJF"


def _nouns(tokens: list[str]) -> list[str]:
    """The first noun or infinitive and those joined to it: «формирование и утверждение, направление отчётов»."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        joined = not found or tokens[at - 1] in (",", "и", "или") or lemma(tokens[at - 1]) in ("также",)
        first = not found and token[0].isalpha() and _noun(token)
        if joined and (first or may_be(token, "INFN") or (found and _names_action(token))):
            found.append(lemma(token))
        elif token in ";." or lemma(token) in _SUBORDINATE:
            break
    return found


def _is_verb(word: str) -> bool:
    return word[0].isalpha() and is_finite(word)


def _noun(word: str) -> bool:
    return bool(parses(word)[0].tag.POS == "NOUN")


def _names_action(word: str) -> bool:
    """A noun of action that is no attribute of another noun («направление отчётов о достижении»)."""
    if not (word[0].isalpha() and _noun(word) and lemma(word).endswith(_DEVERBAL)):
        return False
    if lemma(word) in head_words("thing"):
        return False
    return not may_be(word, "NOUN", "gent") and (may_be(word, "NOUN", "nomn") or may_be(word, "NOUN", "accs"))
