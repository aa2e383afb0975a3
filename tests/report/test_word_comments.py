"""A Word paper with the findings as comments: at the words, the paper untouched, read again the same."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import rsnms_kg as rk
from papers.word_comments import comments, faults, marked, parts
from papers.word_files import cell, definition, instance, item, level, paragraph, rewritten, run, table, word_file
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.documents.word.reader import read_word
from rsnms_kg.errors import UsageError
from rsnms_kg.outcome.findings import Finding
from rsnms_kg.report.word.comments import marked_paper

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "sources" / "kaliningrad-agreement-1s-2021.docx"
EXAMPLE = rk.check(ROOT / "examples" / "agreement.txt")
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def found(start: int, end: int, text: str) -> Finding:
    return replace(EXAMPLE.findings[0], span=(start, end), quote=text[start:end])


def at(data: bytes, words: str) -> Finding:
    """A finding at these words of a Word file."""
    text = read_word(data).text
    start = text.index(words)
    return found(start, start + len(words), text)


def put(data: bytes, *words: str) -> bytes:
    """The file with a comment at each of these words; it is read as before and Word would take it."""
    made = marked_paper(data, [at(data, one) for one in words], "ru")
    assert read_again(made) == read_again(data)
    assert faults(made) == []
    return made


def read_again(data: bytes) -> tuple[object, ...]:
    layout = read_word(data)
    return layout.text, layout.tables, layout.headings


def plain(text: str) -> str:
    return "".join(text.split())


BODIES = {
    "inside a run": (paragraph("раз два три"), "два"),
    "over three runs": (f"<w:p>{run('ра')}{run('з дв', '<w:b/>')}{run('а три')}</w:p>", "з два"),
    "a whole run": (f"<w:p>{run('раз ')}{run('два', '<w:i/>')}{run(' три')}</w:p>", "два"),
    "a tab in the run": ("<w:p><w:r><w:t>раз</w:t><w:tab/><w:t>два три</w:t></w:r></w:p>", "два"),
    "up to a tab": ("<w:p><w:r><w:t>раз</w:t><w:tab/><w:t>два три</w:t></w:r></w:p>", "раз"),
    "in a link": (f'<w:p>{run("раз ")}<w:hyperlink w:anchor="a">{run("два три")}</w:hyperlink></w:p>', "два"),
    "in an insertion": (f'<w:p>{run("раз ")}<w:ins w:id="7" w:author="a">{run("два три")}</w:ins></w:p>', "два"),
    "in a cell": (table(cell("раз") + cell("раз два три")), "два"),
    "over two cells": (table(cell("раз два") + cell("три")), "два\tтри"),
    "over two paragraphs": (paragraph("раз два") + paragraph("три"), "два\n\nтри"),
    "soft hyphens and stress": (paragraph("раз д\u00adва\u0301 три"), "два"),
    "a letter made of two": (paragraph("раз второи\u0306 три"), "второй"),
    "entities": (paragraph("раз &lt;дв&#1072;&gt; три"), "<два>"),
    "beyond the plane": (paragraph("раз 𝄞два три"), "два"),
    "kept spaces": ("<w:p><w:r><w:t>раз два три</w:t></w:r></w:p>", "два"),
    "no properties of runs": ("<w:p><w:r><w:t>раз два</w:t></w:r></w:p>", "два"),
    "words of a font": (paragraph("раз два", run='<w:rFonts w:ascii="A"/>'), "два"),
    "deleted words between": (f'<w:p>{run("раз д")}<w:del w:id="1"><w:r><w:delText>—</w:delText></w:r></w:del>'
                              f'{run("ва три")}</w:p>', "два"),
    "a joined paragraph": ('<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>раз д</w:t></w:r></w:p>'
                           '<w:p><w:r><w:t>ва три</w:t></w:r></w:p>', "два"),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_comment_is_at_the_very_words(name: str) -> None:
    body, words = BODIES[name]
    made = put(word_file(body), words)
    told = marked(made)[0].translate(dict.fromkeys(map(ord, "\u00ad\u0301"))).replace("и\u0306", "й")
    assert plain(told) == plain(words)


NEAREST = {
    "a text box": (f"<w:p>{run('раз ')}{BOX.format(paragraph('надпись два'))}{run('три')}</w:p>", "два", "надпись два"),
    "a content control": (f"<w:p>{run('раз ')}<w:sdt><w:sdtPr/><w:sdtContent>{run('два три')}</w:sdtContent></w:sdt>"
                          f"{run(' четыре')}</w:p>", "два", "два три"),
    "a field": (f'<w:p>{run("раз ")}<w:fldSimple w:instr=" DATE ">{run("два три")}</w:fldSimple></w:p>', "два",
                "два три"),
    "an XML comment in the words": ("<w:p><w:r><w:t>раз <!-- --> два</w:t></w:r></w:p>", "два", "раз два"),
}  # fmt: skip


@pytest.mark.parametrize("name", NEAREST)
def test_where_no_comment_may_stand_it_is_at_the_nearest_place(name: str) -> None:
    body, words, around = NEAREST[name]
    assert plain(around) in plain(marked(put(word_file(body), words))[0])


def test_a_comment_on_a_footnote_is_at_its_reference() -> None:
    note = '<w:footnote w:id="5"><w:p><w:r><w:t>сноска</w:t></w:r></w:p></w:footnote>'
    body = f'<w:p>{run("раз")}<w:r><w:footnoteReference w:id="5"/></w:r>{run(" два")}</w:p>'
    made = put(word_file(body, notes=note), "сноска")
    assert b'<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="5"/></w:r><w:commentRangeEnd' in parts(
        made
    )["word/document.xml"].replace(b' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', b"")


def test_a_label_that_word_counts_is_no_place_for_a_comment_so_it_is_at_the_words() -> None:
    lists = definition(1, level(0, "%1."), level(1, "%1.%2.")) + instance(1, 1)
    data = word_file(item("раздел") + item("обязуется", 1), lists=lists)
    assert marked(put(data, "1.1."))[0] == "обязуется"
    assert marked(put(data, "1.1. обязу"))[0] == "обязу"


def test_several_comments_stand_at_one_place_in_order() -> None:
    data = word_file(paragraph("раз два три четыре"))
    made = put(data, "два", "два", "два три", "раз два", "три")
    assert marked(made) == {0: "два", 1: "два", 2: "два три", 3: "раз два", 4: "три"}


def test_a_finding_on_the_paper_as_a_whole_is_at_its_first_words_and_says_so() -> None:
    data = word_file(paragraph("") + paragraph("СОГЛАШЕНИЕ") + paragraph("раз"))
    made = marked_paper(data, [found(0, 0, "")], "ru")
    assert (marked(made)[0], comments(made)[0][1]) == ("СОГЛАШЕНИЕ", "К бумаге в целом.")
    assert "On the paper as a whole." in comments(marked_paper(data, [found(0, 0, "")], "en"))[0]


def test_the_comments_of_others_stay_and_ids_do_not_repeat() -> None:
    data = word_file(paragraph("раз два"))
    one = docx.Document(io.BytesIO(data))
    one.add_comment(one.paragraphs[0].runs, text="чужое", author="Юрист")
    theirs = io.BytesIO()
    one.save(theirs)
    made = put(theirs.getvalue(), "два", "раз")
    assert [comments(made)[number][0] for number in (0,)] == ["чужое"] and sorted(comments(made)) == [0, 1, 2]
    again = put(made, "два")
    assert sorted(comments(again)) == [0, 1, 2, 3]


def test_all_other_parts_keep_their_bytes_and_the_text_only_gains_marks() -> None:
    data = word_file(BODIES["over three runs"][0] + paragraph("ещё"), header="шапка")
    made = put(data, "з два")
    old, new = parts(data), parts(made)
    changed = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {name for name in old if old[name] != new[name]} == changed
    assert list(new)[: len(old)] == list(old) and set(new) - set(old) == {"word/comments.xml"}
    for name in changed:
        letters = iter(new[name])
        assert all(letter in letters for letter in old[name]), (
            f"{name} lost something"
        )  # a subsequence of what is there


def test_without_findings_the_paper_is_given_back_as_it_is() -> None:
    data = word_file(paragraph("раз"))
    assert marked_paper(data, [], "ru") == data


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_the_text_stay(codec: str) -> None:
    data = word_file(paragraph("раз два"))
    text = parts(data)["word/document.xml"].decode().replace("encoding='UTF-8'", "").replace('encoding="UTF-8"', "")
    odd = rewritten(data, document=text.encode(codec))
    made = marked_paper(odd, [at(odd, "два")], "ru")
    assert read_again(made) == read_again(odd) and marked(made) == {0: "два"}
    assert parts(made)["word/document.xml"][:2] == text.encode(codec)[:2]


@pytest.mark.parametrize(("old", "new"), [("<w:", "<x:"), ("w:", "")])
def test_a_file_with_other_prefixes_is_marked(old: str, new: str) -> None:
    data = word_file(paragraph("раз два"))
    text = parts(data)["word/document.xml"].decode()
    text = text.replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:").replace("xmlns:w=", "xmlns:x=")
    odd = rewritten(data, document=text.encode())
    assert marked(put(odd, "два")) == {0: "два"}


def test_a_strict_file_gets_strict_comments() -> None:
    data = word_file(paragraph("раз два"))
    usual, strict = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    odd = rewritten(data, document=parts(data)["word/document.xml"].replace(usual.encode(), strict.encode()))
    made = marked_paper(odd, [at(odd, "два")], "ru")
    assert read_again(made) == read_again(odd)
    assert (
        strict.encode() in parts(made)["word/comments.xml"] and usual.encode() not in parts(made)["word/document.xml"]
    )


@pytest.mark.parametrize(
    "kind", ["ms-word.document.macroEnabled.main", "openxmlformats-officedocument.wordprocessingml.template.main"]
)
def test_a_file_whose_copy_would_not_open_is_refused(kind: str) -> None:
    data = word_file(paragraph("раз"))
    usual = b"openxmlformats-officedocument.wordprocessingml.document.main"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        for name, content in parts(data).items():
            new.writestr(name, content.replace(usual, kind.encode()))
    with pytest.raises(UsageError, match="макросы или это шаблон"):
        marked_paper(target.getvalue(), [found(0, 3, "раз")], "ru")


def test_words_of_a_finding_are_text_and_nothing_else() -> None:
    data = word_file(paragraph("раз"))
    bad = Bilingual("</w:t><w:b/> & \x00\x1b\ud800\uffff\u202e =1+1", "")
    made = marked_paper(data, [replace(found(0, 3, "раз"), text=bad)], "ru")
    assert comments(made)[0][1] == "</w:t><w:b/> & ␀␛\ufffd\ufffd\ufffd =1+1"


def test_the_date_of_comments_is_the_day_of_the_check_or_none() -> None:
    data = word_file(paragraph("раз"))
    dated = parts(marked_paper(data, [found(0, 3, "раз")], "ru", date(2021, 9, 15)))["word/comments.xml"]
    assert b'w:author="rsnms" w:date="2021-09-15T00:00:00Z"' in dated
    assert b"w:date" not in parts(marked_paper(data, [found(0, 3, "раз")], "ru"))["word/comments.xml"]
    assert marked_paper(data, [found(0, 3, "раз")], "ru") == marked_paper(data, [found(0, 3, "раз")], "ru")


WORDS = some.text("аб в.\u00ad\u0301\u0306иё\t\n&<>𝄞\u00a0", max_size=8)
RUNS = some.one_of(
    WORDS.map(lambda text: run(_escaped(text))),
    WORDS.map(lambda text: f"<w:r><w:t>{_escaped(text)}</w:t><w:tab/><w:t>{_escaped(text)}</w:t><w:br/></w:r>"),
    WORDS.map(lambda text: f'<w:hyperlink w:anchor="a">{run(_escaped(text))}</w:hyperlink>'),
    WORDS.map(lambda text: f"<w:sdt><w:sdtContent>{run(_escaped(text))}</w:sdtContent></w:sdt>"),
    WORDS.map(lambda text: BOX.format(paragraph(_escaped(text)))),
    WORDS.map(lambda text: f'<w:del w:id="1"><w:r><w:delText>{_escaped(text)}</w:delText></w:r></w:del>'),
    WORDS.map(lambda text: f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{_escaped(text)}'
              '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(_escaped(text))
              + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
)  # fmt: skip
PARAGRAPHS = some.lists(RUNS, max_size=5).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")
BLOCKS = some.one_of(PARAGRAPHS, WORDS.map(lambda text: table(cell(_escaped(text)) + cell("я"), cell("б") + cell())))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


EMPTY = word_file("")
HEAD, _, TAIL = parts(EMPTY)["word/document.xml"].decode().partition("<w:body>")


@settings(max_examples=60, deadline=None)
@given(
    some.lists(BLOCKS, min_size=1, max_size=4),
    some.lists(some.tuples(some.integers(0, 60), some.integers(0, 12)), max_size=5),
)
def test_whatever_is_marked_the_paper_reads_the_same(blocks: list[str], spans: list[tuple[int, int]]) -> None:
    body = "".join([*blocks, paragraph("конец")])
    data = rewritten(EMPTY, document=f"{HEAD}<w:body>{body}{TAIL}".encode())
    text = read_word(data).text
    findings = [found(min(start, len(text)), min(start + length, len(text)), text) for start, length in spans]
    made = marked_paper(data, findings, "ru")
    assert read_again(made) == read_again(data)
    if findings:
        assert faults(made) == []
        for number, one in enumerate(findings):
            kept = {letter for letter in _decomposed(one.quote) if letter.isalpha()}
            assert kept <= set(_decomposed(marked(made)[number])), one


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.skipif(not REAL.is_file(), reason=f"the real agreement is not at hand: {REAL}")
def test_the_real_agreement_is_marked_and_read_again_with_the_same_findings(tmp_path: Path) -> None:
    report = rk.check(REAL)
    made = report.save(tmp_path / "marked.docx")
    assert faults(made.read_bytes()) == []
    assert len(comments(made.read_bytes())) == len(report.findings) > 0
    again = rk.check(made)
    assert [(one.requirement.id, one.span, one.quote) for one in again.findings] == [
        (one.requirement.id, one.span, one.quote) for one in report.findings
    ]
    told = marked(made.read_bytes())
    assert all(plain(told[number]) == plain(one.quote) for number, one in enumerate(report.findings) if one.quote)
    assert len(docx.Document(str(made)).comments) == len(report.findings)
    assert made.read_bytes() == report.rendered("docx")


def test_a_paper_that_changed_after_the_check_is_not_marked(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    lines = (ROOT / "examples" / "agreement.txt").read_text(encoding="utf-8").splitlines()
    path.write_bytes(word_file("".join(paragraph(_escaped(line)) for line in lines)))
    report = rk.check(path)
    assert len(comments(report.rendered("docx"))) == len(report.findings) > 0
    path.write_bytes(word_file(paragraph("другое")))
    with pytest.raises(UsageError, match="изменилась после проверки"):
        report.rendered("docx")
    path.unlink()
    with pytest.raises(UsageError, match="не читается"):
        report.rendered("docx")
