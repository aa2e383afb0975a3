"""The redirects prepared for w3id.org lead to files that `make ontology` writes, and are not said to work."""

from __future__ import annotations

import re

import pytest

from ontology.graphs import ROOT
from rsnms_kg import __version__
from rsnms_kg.knowledge.json_context import context_address
from rsnms_kg.knowledge.serializations import FORMATS, PARTS

HTACCESS = (ROOT / "w3id" / ".htaccess").read_text(encoding="utf-8")
README = (ROOT / "w3id" / "README.md").read_text(encoding="utf-8")
RULE = re.compile(r"^RewriteRule (\S+) https://rsnms\.example(\S*) \[[^]]+\]$", re.MULTILINE)
CONDITION = re.compile(r"^RewriteCond %\{HTTP_ACCEPT\} (\S+)$")


def target(path: str, accept: str) -> str:
    """Where a request for ``/rsnms/<path>`` is sent, by the rules in their order."""
    condition = None
    for line in HTACCESS.splitlines():
        if asked := CONDITION.match(line):
            condition = asked[1]
        elif rule := RULE.match(line):
            if re.search(rule[1], path) and (condition is None or re.search(condition, accept)):
                return rule[2]
            condition = None
    raise AssertionError(f"no rule for {path}")


def test_every_line_that_redirects_is_understood_here() -> None:
    assert HTACCESS.count("\nRewriteRule ") == len(RULE.findall(HTACCESS))


def test_each_file_that_is_written_is_redirected_to_and_no_other() -> None:
    written = {f"/ontology/{part}.{format}" for part in PARTS for format in FORMATS} | {"/ontology/context.jsonld"}
    assert {place for _, place in RULE.findall(HTACCESS) if place.startswith("/ontology/")} == written


@pytest.mark.parametrize(
    ("path", "accept", "expected"),
    [
        ("ontology", "text/turtle", "/ontology/rsnms.ttl"),
        ("ontology", "application/rdf+xml;q=0.9", "/ontology/rsnms.rdf"),
        ("ontology/0.1.0", "application/ld+json", "/ontology/rsnms.jsonld"),
        ("ontology", "text/html,*/*", "/reference/ontology.html"),
        ("alignments", "application/n-triples", "/ontology/alignments.nt"),
        ("code/level/regional", "text/turtle", "/ontology/codes.ttl"),
        ("act/some-order", "text/turtle", "/"),
    ],
)
def test_a_request_is_sent_to_the_format_that_it_accepts(path: str, accept: str, expected: str) -> None:
    assert target(path, accept) == expected


def test_the_address_of_the_context_is_redirected_to_it() -> None:
    assert target(context_address().removeprefix("https://w3id.org/rsnms/"), "*/*") == "/ontology/context.jsonld"


def test_the_pages_name_the_present_version() -> None:
    page = (ROOT / "docs" / "reference" / "ontology.md").read_text(encoding="utf-8")
    for text in (page, README):
        assert set(re.findall(r"rsnms/ontology/(\d[\d.]*\d)", text)) == {__version__}


def test_the_readme_says_that_the_addresses_do_not_resolve() -> None:
    assert "никуда не ведут" in README and "lead nowhere" in README
