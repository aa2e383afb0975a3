"""A report whose every word is hostile: markup, formulas, control characters, letters that turn a line around."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import rsnms_kg as rk
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.report.report import DocumentReport

ROOT = Path(__file__).parents[2]
WORDS = (
    "=HYPERLINK(\"http://a.example\";\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "|a|b|", "**b** _i_ `c` ~~d~~", "# h",
    "1. li", "<script>alert(1)</script>", "</w:t><w:b/>", "]]>", "&amp; &lt;", "\x00\x07\x1b[31m\x85\ud800\uffff",
    "\u202eabc\u202c",
    "[x](javascript:a) ![y](http://a.example)", "http://a.example www.a.example a@a.example @user #12", "$x^2$", "$$",
    "> q", "---", "===", "a\nb\r\nc\u2028d", "_x0041_", "\\", "{{7*7}}", "'", '"', "DDE", "я" * 40_000, "",
)  # fmt: skip


def hostile_report() -> rk.Report:
    """A finding with each of the words in every field, and a paper that could not be read."""
    (document,) = rk.check(ROOT / "examples" / "agreement.txt").documents
    first = document.outcome.findings[0]
    findings = tuple(
        replace(first, quote=word, clause=word, text=Bilingual(word, word), expected_text=Bilingual(word, word),
                actual_text=Bilingual(word, word), suggestion=Bilingual(word, word))
        for word in WORDS
    )  # fmt: skip
    one = replace(document, path=WORDS[0], title=WORDS[9], outcome=replace(document.outcome, findings=findings))
    words = Bilingual(WORDS[13], WORDS[13])
    return rk.Report(
        (one, DocumentReport("\x00<b>|", None, None, replace(one.outcome, findings=()), error=words)), "k-1"
    )
