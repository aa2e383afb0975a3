"""What may be asked: refused words are found wherever they are keywords, and nowhere else."""

from __future__ import annotations

import pyoxigraph as px
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rsnms_kg.errors import UsageError
from rsnms_kg.graph.question import question

REFUSED = (
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * FROM <https://example.org/g> { ?s ?p ?o }",
    "SELECT * from named <https://example.org/g> { ?s ?p ?o }",
    "LOAD <https://example.org/g>",
    "INSERT DATA { <a:b> <a:b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "PREFIX e: <https://example.org/> DROP GRAPH e:g",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    # What an engine without a lexer takes for the keyword.
    "SELECT * { ?s ?p 3SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
    "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o.SERVICE?x { ?a ?b ?c } }",
    "PREFIX ex: <a:> SELECT * { ?s ?p ex:a.ex:a.SERVICE<http://127.0.0.1:1/> { ?a ?b ?c } }",
    # A comparison that looks like an IRI and would take half a string with it.
    "SELECT * { ?s ?p ?o FILTER(?o<'x>'||true) SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } FILTER('a'='a') }",
    "SELECT * { ?s <a:o'b> ?o SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } FILTER('a'='a') }",
    "SELECT * { ?s ?p ?o # a comment ends here \r SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
)
ALLOWED = (
    "SELECT * { ?s ?p 'SERVICE <http://127.0.0.1:1/> { }' }",
    'SELECT * { ?s ?p """FROM <a:b> "quoted" LOAD""" }',
    "SELECT * { ?s ?p '''it's FROM''' }",
    "SELECT * { ?s ?p 'a\\' SERVICE' }",
    "SELECT * { ?s ?p ?o } # SERVICE FROM LOAD INSERT",
    "# FROM\nSELECT * { ?s <https://example.org/#SERVICE> ?o }",
    "PREFIX ex: <https://example.org/from/> SELECT ?from $load { ?from ex:service ?service ; ex:load $load }",
    "SELECT * { ?s ?p 'x'@en-service }",
    "SELECT ?пункт { ?пункт a rsnms:Clause }",
    "BASE <https://example.org/> PREFIX add: <a:b> ASK { add:copy add:move add:clear }",
)


@pytest.mark.parametrize("text", REFUSED)
def test_what_reaches_out_or_changes_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="не разрешено"):
        question(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_the_same_words_are_fine_where_they_are_no_keywords(text: str) -> None:
    assert question(text).text == text


def test_the_place_of_a_refused_word_is_told() -> None:
    with pytest.raises(UsageError, match="строка 3, знак 3: «SERVICE»"):
        question("SELECT *\n{\n  SERVICE <a:b> { } }")


@pytest.mark.parametrize("text", ["", "  ", "# a comment", "привет", "{ ?s ?p ?o }"])
def test_what_asks_nothing_is_no_question(text: str) -> None:
    with pytest.raises(UsageError, match="не вопрос SPARQL"):
        question(text)


@pytest.mark.parametrize(
    "text",
    ["SELECT * {" + "{" * 100 + "}" * 100 + "}", "SELECT (1" + "+1" * 20_000 + " AS ?x) {}", "ASK {} #" + "x" * 60_000],
)
def test_a_question_that_would_break_the_engine_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        question(text)


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("SELECT * { ?s ?p ?o } ORDER BY ?s", True),
        ("SELECT * { ?s ?p ?o } order\nby DESC(?s) LIMIT 1", True),
        ("SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }", False),
        ("SELECT * { ?s ?p 'ORDER BY' }", False),
    ],
)
def test_a_question_says_itself_whether_its_rows_are_ordered(text: str, ordered: bool) -> None:
    assert question(text).ordered is ordered


@given(st.text(alphabet="SERVICEFOMLAD service<>?:#@.;{}()[]", max_size=60))
def test_any_text_may_stand_in_a_string_or_a_comment(words: str) -> None:
    assert question(f'SELECT * {{ ?s ?p "{words}" }} # {words}')
    assert question(f"SELECT * {{ ?s ?p '''{words}''' }}")


# Pieces that put what follows into other light: strings, comparisons, names, numbers, comments.
WRITTEN = """
    ' " ''' \"\"\" < > <'x'> <a:b> <a:o'b> # \\ \\' 3 1e3 true false ?x $x ?o. ex:a ex:a. ex: : _:b _:b. @en 'x'@en-
    'x'^^ex: . ; , FILTER(?o FILTER('a'='a') ) ( || && ! { } OPTIONAL é ª · %20 - ^ / | *
"""
PIECES = st.sampled_from([*WRITTEN.split(), "#\n", "#\r", " ", "\n", "\t"])
KEYWORDS = st.sampled_from(["SERVICE", "service", "Service ", "SERVICE SILENT ", "SERVICE#\n"])
WHERE = st.sampled_from(["<http://127.0.0.1:1/>{?a ?b ?c}", "ex:x{?a ?b ?c}", ":x{?a ?b ?c}", "?x{?a ?b ?c}"])
HEAD = "PREFIX ex: <http://127.0.0.1:1/> PREFIX : <http://127.0.0.1:1/> SELECT * {?s ?p "


@settings(max_examples=1_500, deadline=None)
@given(st.lists(PIECES, max_size=5), KEYWORDS, WHERE, st.lists(PIECES, max_size=5))
@example(
    ["?o ", "FILTER(?o", "<'x'>", "||", "true", ")"], "SERVICE", "<http://127.0.0.1:1/>{?a ?b ?c}", ["FILTER('a'='a')"]
)
@example(["3"], "SERVICE", ":x{?a ?b ?c}", [])
@example(["ex:a.", "ex:a."], "SERVICE", "<http://127.0.0.1:1/>{?a ?b ?c}", [])
def test_no_question_that_passes_has_a_service_for_the_engine(
    before: list[str], keyword: str, where: str, after: list[str]
) -> None:
    def text(word: str) -> str:
        return f"{HEAD}{''.join(before)}{word}{where}{''.join(after)}}}"

    try:
        question(text(keyword))
    except UsageError:
        return
    # A word is a keyword where the engine understands it and understands no other word in its place.
    other = keyword.replace(keyword[:7], "SERVIXE")
    assert not (understood(text(keyword)) and not understood(text(other)))


def test_the_engine_takes_for_a_keyword_what_is_held_against_it_above() -> None:
    assert understood(f"{HEAD} 3SERVICE:x{{?a ?b ?c}}}}") and not understood(f"{HEAD} 3SERVIXE:x{{?a ?b ?c}}}}")


def understood(text: str) -> bool:
    """Whether the engine can parse a question; it is not run."""
    try:
        px.Store().query(text)
    except SyntaxError:
        return False
    return True
