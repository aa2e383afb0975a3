"""What is no sound Word file is refused with a reason, and nothing makes the reader hang or crash."""

from __future__ import annotations

import io
import zipfile

import pytest

from papers.word_files import (
    NAMES,
    cell,
    definition,
    instance,
    level,
    paragraph,
    part,
    rewritten,
    table,
    texts,
    word_file,
)
from rsnms_kg.documents import archive
from rsnms_kg.documents.layout import FormatError
from rsnms_kg.documents.word.reader import read_word


def refusal(data: bytes) -> str:
    with pytest.raises(FormatError) as caught:
        read_word(data)
    assert caught.value.message.en
    return caught.value.message.ru


def test_what_is_no_word_file_is_refused() -> None:
    assert "не того формата" in refusal(b"hello")
    assert "не того формата" in refusal(b"PK\x03\x04 and nothing more")
    assert "нет основного текста" in refusal(rewritten(word_file(""), document=None))
    assert "нет основного текста" in refusal(rewritten(word_file(""), document=b"<other/>"))
    assert "повреждён" in refusal(rewritten(word_file(""), document=b"<w:document"))


def test_a_damaged_file_is_refused_wherever_it_is_cut() -> None:
    data = word_file(paragraph("Текст " * 200))
    for end in range(0, len(data), len(data) // 40):
        refusal(data[:end])
    middle = data.index(b"word/document.xml") + 60
    assert "повреждён" in refusal(data[:middle] + b"\xff" * 8 + data[middle + 8 :])


def test_an_old_and_an_encrypted_word_file_are_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    assert "сохраните как .docx" in refusal(ole + "WordDocument".encode("utf-16-le"))
    assert "паролем" in refusal(ole + "EncryptedPackage".encode("utf-16-le"))


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(word_file(""))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "зашифрован" in refusal(bytes(data))


BOMB = '<!DOCTYPE a [<!ENTITY b "бум">]>'


@pytest.mark.parametrize("name", ["document", "settings", "customer"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_in_every_part_and_encoding(name: str, encoding: str) -> None:
    xml = f"{BOMB}<w:document {NAMES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    assert "DOCTYPE" in refusal(rewritten(word_file(""), **{name: xml.encode(encoding)}))


def test_an_encoding_that_hides_a_document_type_is_not_believed() -> None:
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert "повреждён" in refusal(rewritten(word_file(""), document=hidden))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "слишком большой" in refusal(rewritten(word_file(""), document=b" " * (archive.RATIO_MATTERS_FROM * 2)))


@pytest.mark.parametrize(
    ("limit", "value"),
    [("MOST_PARTS", 3), ("LARGEST_WHOLE", 1000), ("LARGEST_PART", 1000), ("MOST_NODES", 10)],
)
def test_each_limit_of_size_is_held(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(paragraph("Текст"))
    monkeypatch.setattr(archive, limit, value)
    assert "слишком большой" in refusal(data)


def test_two_parts_of_one_name_are_refused() -> None:
    target = io.BytesIO(word_file(paragraph("Одно")))
    with zipfile.ZipFile(target, "a") as file:
        file.writestr("Word/Document.xml", "<other/>")
    assert "повреждён" in refusal(target.getvalue())


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ],
)
def test_deep_nesting_is_read_up_to_the_limit_and_refused_beyond(opening: str, closing: str) -> None:
    deep = opening.count("<")

    def nested(times: int) -> bytes:
        body = opening * times + paragraph("дно") + closing * times
        xml = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        return rewritten(word_file(""), document=xml.encode())

    most = (archive.DEEPEST - 5) // deep
    assert read_word(nested(most)).text == "дно"
    assert "вложены" in refusal(nested(most + 2))
    refusal(nested(100_000))


def test_a_table_of_countless_cells_is_refused() -> None:
    row = '<w:trPr><w:gridBefore w:val="999999999"/></w:trPr>' + cell("а")
    data = word_file(table(row))
    assert texts(read_word(data).tables[0]) == [["а"]]
    xml = part(data, "document").replace(b"</w:tbl>", (f"<w:tr>{row}</w:tr>" * 8000).encode() + b"</w:tbl>")
    assert "ячеек" in refusal(rewritten(data, document=xml))


def test_labels_cannot_swell_a_file_without_end() -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    lists = definition(0, level(0, "Ж" * 100_000)) + instance(1, 0)
    assert len(read_word(word_file(numbered * 10, lists=lists)).text) < 2000
