"""The formats of a report: what writes each, and the ending of its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms_kg.report.html.page import report_as_html
from rsnms_kg.report.json import report_as_json
from rsnms_kg.report.junit import report_as_junit
from rsnms_kg.report.markdown import report_as_markdown
from rsnms_kg.report.rdf import report_as_turtle
from rsnms_kg.report.text import report_as_text
from rsnms_kg.report.word.document import report_as_word
from rsnms_kg.report.workbook import report_as_workbook

if TYPE_CHECKING:
    from rsnms_kg.report.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format: ``write`` makes a text or bytes of a report in a language, ``ending`` is that of its files.

    ``in_full`` says that it shows the documents themselves, whose graphs are kept for it until all are checked.
    """

    write: Callable[[Report, str], str] | Callable[[Report, str], bytes]
    ending: str
    in_full: bool = False
    binary: bool = False


# A new format is one entry here and one module beside this one.
FORMATS = {
    "text": Format(report_as_text, ".txt"),
    "json": Format(report_as_json, ".json"),
    "md": Format(report_as_markdown, ".md"),
    "html": Format(report_as_html, ".html", in_full=True),
    "docx": Format(report_as_word, ".docx", in_full=True, binary=True),
    "xlsx": Format(report_as_workbook, ".xlsx", in_full=True, binary=True),
    "junit": Format(report_as_junit, ".xml"),
    "ttl": Format(report_as_turtle, ".ttl"),
}
ENDINGS = {format_.ending: name for name, format_ in FORMATS.items()}
