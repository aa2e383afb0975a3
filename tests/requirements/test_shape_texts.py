"""What shapes and requirements say in words: both languages, places that can be filled, typography."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import SH, SKOS
from rdflib.term import Node

from requirements.shapes import PROPERTY_SHAPES, REQUIREMENTS, languages, only, properties, shapes
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.outcome.derived import DERIVED

LANGUAGES = ["en", "ru"]
PLACE = re.compile(r"\{([^{}]*)\}")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
EXAMPLES = {RSNMS.brokenExample, RSNMS.mendedExample}
NO_SENTENCE = {RSNMS.expected, RSNMS.actual, *EXAMPLES}
NAME = re.compile(r"[A-Za-z]+")


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
@pytest.mark.parametrize("text", [SKOS.prefLabel, SKOS.definition, RSNMS.remedy], ids=notation)
def test_a_requirement_is_named_explained_and_mended_in_two_languages(requirement: Node, text: URIRef) -> None:
    assert languages(requirement, text) == LANGUAGES


def holders() -> list[Node]:
    """What bears messages: property shapes, and the requirements that a function or a compiled shape checks."""
    return sorted([*PROPERTY_SHAPES, *shapes().subjects(RSNMS.checkedBy), *shapes().subjects(RSNMS.compiledBy)])


def places(holder: Node) -> set[str]:
    """What stands in braces in the texts of a shape or a requirement."""
    texts = [text for text in shapes().objects(holder) if isinstance(text, Literal)]
    return {place for text in texts for place in PLACE.findall(str(text))}


def declared(path: str) -> bool:
    """Whether every step of a path is a property of the vocabulary, or it is made of the fact."""
    names = path.split(".")
    return path in DERIVED or all(
        NAME.fullmatch(name) and (RSNMS[name] in properties() or name == "isPartOf") for name in names
    )


@pytest.mark.parametrize("holder", holders(), ids=notation)
def test_a_message_is_in_two_languages_and_says_what_was_expected_and_found(holder: Node) -> None:
    assert languages(holder, SH.message) == LANGUAGES
    for told in (RSNMS.expected, RSNMS.actual):
        texts = {text.language: str(text) for text in shapes().objects(holder, told)}
        if None in texts:  # said once for both languages: nothing but places
            assert len(texts) == 1 and not re.search("[A-Za-zА-Яа-яЁё]", PLACE.sub("", texts[None])), texts
        else:
            assert sorted(texts) == LANGUAGES and all(text.strip() for text in texts.values()), texts


@pytest.mark.parametrize("holder", holders(), ids=notation)
def test_a_message_names_the_same_places_in_both_languages(holder: Node) -> None:
    named = [sorted(set(PLACE.findall(str(text)))) for text in shapes().objects(holder, SH.message)]
    assert all(left == right for left, right in pairwise(named)), named


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=notation)
def test_a_place_in_a_text_of_a_shape_is_a_path_of_declared_properties(shape: Node) -> None:
    requirement = only(shape, RSNMS.requirement)
    said = places(shape) | places(requirement)
    assert {path for place in said for path in place.split("|") if not declared(path)} == set()


@pytest.mark.parametrize(
    "holder", [holder for holder in holders() if any("|" in place for place in places(holder))], ids=notation
)
def test_the_alternatives_of_a_place_differ_and_are_paths_of_declared_properties(holder: Node) -> None:
    for place in places(holder):
        paths = place.split("|")
        assert len(paths) == len(set(paths)), place
        assert len(paths) == 1 or all(map(declared, paths)), place


def test_every_text_has_balanced_places_and_quotes_and_the_right_dashes() -> None:
    for said, text in {(said, text) for _, said, text in shapes() if isinstance(text, Literal)}:
        words = CHOICE.sub(lambda choice: choice[1], PLACE.sub("0", str(text)))
        assert "{" not in words and "}" not in words, text
        if text.language:
            assert said in EXAMPLES or words.count("«") == words.count("»"), text
            assert not re.search('"| - |—|  ', words) and words == words.strip(), text
            assert said in NO_SENTENCE or words[0].isupper() or words[0] in "«0", text
            assert said in EXAMPLES or re.search("[А-Яа-я]" if text.language == "ru" else "[A-Za-z]", words), text


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=notation)
def test_an_explanation_and_a_remedy_are_sentences_and_a_name_is_not(requirement: Node) -> None:
    for text in shapes().objects(requirement, SKOS.prefLabel):
        assert not text.endswith("."), text
    for kind in (SKOS.definition, RSNMS.remedy):
        assert all(text.endswith(".") for text in shapes().objects(requirement, kind))
