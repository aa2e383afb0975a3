"""The page of requirements in the documentation is made of the same data and leaves nothing out."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from rsnms_kg.knowledge.requirements import requirements

DOCS = Path(__file__).parents[2] / "docs"
pytestmark = pytest.mark.skipif(
    find_spec("docutils") is None, reason="the pages need docutils: pip install -e '.[dev]'"
)


@pytest.fixture(scope="module")
def sections() -> list[object]:
    """The sections of the page, one for each family."""
    sys.path.insert(0, str(DOCS / "extensions"))
    try:
        import requirement_catalogue as catalogue
    finally:
        sys.path.pop(0)
    return catalogue.RequirementCatalogue.sections()


def test_every_requirement_has_an_anchor_and_is_there_once(sections: list) -> None:
    anchors = [part["ids"][0] for section in sections for part in section.children[1:]]
    assert anchors == [one.id.lower() for one in sorted(requirements(), key=lambda one: (one.family, one.id))]
    assert len(set(anchors)) == len(anchors)


def test_every_field_is_said_in_both_languages(sections: list) -> None:
    by_id = {part["ids"][0]: part.astext() for section in sections for part in section.children[1:]}
    for one in requirements():
        told = by_id[one.id.lower()]
        for language in ("ru", "en"):
            for words in (one.title, one.explanation, one.broken_example, one.mended_example):
                assert words(language) in told, one.id
        assert "{" not in told and not any("[" in line for line in told.splitlines()), one.id


def test_the_page_calls_for_the_catalogue() -> None:
    page = (DOCS / "reference" / "requirements.md").read_text(encoding="utf-8")
    assert "{requirement-catalogue}" in page
    assert "reference/requirements" in (DOCS / "index.md").read_text(encoding="utf-8")
    assert "requirement_catalogue" in (DOCS / "conf.py").read_text(encoding="utf-8")
