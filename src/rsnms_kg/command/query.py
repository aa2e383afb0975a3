"""``rsnms query``: a SPARQL question to papers, graphs and regulations."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.command.console import OK, UNUSABLE, add_as_of, add_output, day_of, format_of, papers, say, write
from rsnms_kg.documents.reading import STANDARD_INPUT, file_bytes
from rsnms_kg.errors import InputError, UsageError
from rsnms_kg.knowledge.regulations import DEFAULT, regulation_ids

NAME = "query"
ABOUT = Bilingual("задать бумагам вопрос на языке SPARQL", "ask papers in SPARQL")
_GIVEN = Bilingual(
    "файл .rq, текст вопроса или «-». Префиксы rsnms, level, role, modality, topic, region, act, act-type, rdf, rdfs, "
    "xsd, owl, skos, dcterms, sh, prov, eli, org известны; словарь и кодовые списки загружены всегда; каждый "
    "источник – ещё и граф (GRAPH) под IRI акта",
    "a .rq file, the text of a query, or -. The prefixes rsnms, level, role, modality, topic, region, act, act-type, "
    "rdf, rdfs, xsd, owl, skos, dcterms, sh, prov, eli, org are known; the vocabulary and the code lists are always "
    "loaded; each source is also a GRAPH under the IRI of its act",
)
_ENDINGS = {".txt": "table", ".json": "json", ".srj": "json", ".csv": "csv", ".ttl": "ttl", ".nt": "nt"}
_LARGEST = 1_000_000


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the arguments of the verb."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        help=_GIVEN(language),
    )
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help=Bilingual(
            f"бумаги, графы, папки, имена положений; без них – {DEFAULT}",
            f"papers, graphs, folders, ids of regulations; without any, {DEFAULT}",
        )(language),
    )
    parser.add_argument(
        "--regulation",
        metavar="ID|FILE",
        help=Bilingual("прибавить положение к бумагам", "add a regulation to the papers")(language),
    )
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=float,
        default=60.0,
        help=Bilingual("сколько секунд ждать ответа (60)", "how many seconds to wait for an answer (60)")(language),
    )
    add_as_of(parser, language)
    add_output(parser, ("table", "json", "csv", "ttl", "nt"), language)


def run(options: argparse.Namespace) -> int:
    """Ask; a source that cannot be read is reported and does not stop the others."""
    from rsnms_kg.api import query

    outputs = options.output or [STANDARD_INPUT]
    formats = [format_of(output, _ENDINGS, options.format, "", options.lang) for output in outputs]
    given = [*options.paths, *([options.regulation] if options.regulation else [])] or [DEFAULT]
    if STANDARD_INPUT in given and options.query == STANDARD_INPUT:
        raise UsageError(Bilingual("«-» – и вопрос, и бумага: дайте одно из них файлом.",
                                   "- is both the query and a paper: give one of them as a file."))  # fmt: skip
    text, as_of = _text(options.query), day_of(options.as_of)
    ids = [path for path in given if path in regulation_ids()]
    sources, errors = papers([path for path in given if path not in ids], options.output)
    missing = len(errors)
    answer = query(text, *ids, *sources, as_of=as_of, timeout=options.timeout, unreadable=errors)
    for error in errors:
        say(f"{error.path}: {error.message(options.lang)}")
    if len(errors) - missing < len(ids) + len(sources):
        for output, format_ in zip(outputs, formats, strict=True):
            write(answer.render(format_ or None, options.lang), [output])
    return UNUSABLE if errors else OK


def _text(given: str) -> str:
    """Return the text of the question: of a file, of standard input, or as it was given."""
    path = Path(given)
    named = path.suffix.lower() in (".rq", ".sparql") and not any(sign in given for sign in "{}\n")
    if given != STANDARD_INPUT and not named:
        return given
    data = file_bytes(given)
    if len(data) > _LARGEST:
        raise InputError(given, Bilingual("это слишком длинно для вопроса.", "this is too long for a query."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(given, Bilingual(
            "вопрос записан не в UTF-8. Сохраните файл в UTF-8.", "the query is not UTF-8. Save the file as UTF-8.",
        )) from error  # fmt: skip
