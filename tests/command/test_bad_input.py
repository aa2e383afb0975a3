"""Input that is no paper, or half of one: a clear sentence and exit code 2, or findings; never a crash."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rsnms_kg as rk

ROOT = Path(__file__).parents[2]
AGREEMENT = (ROOT / "examples/agreement.txt").read_text(encoding="utf-8")
ORDER = (ROOT / "examples/order.txt").read_text(encoding="utf-8")


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/"), data)
    return out.getvalue()


NO_PAPERS = {
    "empty.txt": (b"", "файл пуст"),
    "blank.txt": (" \n\t \N{NO-BREAK SPACE}\n".encode(), "нет текста"),
    "mark.txt": (b"\xef\xbb\xbf", "нет текста"),
    "binary.txt": (bytes(range(256)) * 8, "двоичный файл"),
    "nulls.txt": (b"\0" * 64, "двоичный файл"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89" * 8, "двоичный файл"),
    "scan.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "scan.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "letter.rtf": (b"{\\rtf1\\ansi paper}", "RTF"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc"),
    "text.docx": ("СОГЛАШЕНИЕ, сохранённое не так".encode(), "повреждён"),
    "other.docx": (archive(readme=b"x"), "не документ Word"),
    "archive.zip": (archive(readme=b"x"), "не документ Word"),
    "cut.docx": (archive(word__document=b"x" * 10_000)[:60], "повреждён"),
}


@pytest.mark.parametrize("name", NO_PAPERS)
def test_what_is_no_paper_is_refused_in_a_sentence(run, tmp_path: Path, name: str) -> None:
    data, said = NO_PAPERS[name]
    (tmp_path / name).write_bytes(data)
    for verb in ("check", "read"):
        ran = run(verb, tmp_path / name)
        assert ran.code == 2
        assert name in ran.out + ran.err and said in ran.out + ran.err


def test_a_zip_bomb_is_refused_unopened(run, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("word/document.xml", "w") as member:
        for _ in range(64):
            member.write(b"0" * 2**20)
    (tmp_path / "bomb.docx").write_bytes(out.getvalue())
    ran = run("check", tmp_path / "bomb.docx")
    assert ran.code == 2
    assert "слишком большой объём" in ran.out


POEM = "Зимний вечер\n\n" + "Снег ложится на поля,\nи молчит под ним земля.\n" * 4
SATURDAY = """ПРИКАЗ
от 01.02.2023 № 15

О проведении субботника

ПРИКАЗЫВАЮ:

1. Провести субботник 15 апреля 2023 года.

2. Контроль за исполнением приказа оставляю за собой.

Директор
И.И. Иванов
"""
LEASE = """ДОГОВОР
аренды жилого помещения

г. Озёрноград
«1» марта 2023 г.

Иванов Иван Иванович, именуемый в дальнейшем «Наймодатель», и Петров Пётр Петрович, именуемый в дальнейшем
«Наниматель», заключили настоящий Договор о нижеследующем.

1. Предмет договора

1.1. Наймодатель передаёт Нанимателю квартиру во временное пользование.

2. Обязанности сторон

2.1. Наниматель обязуется вносить плату до 5 числа каждого месяца.

3. Срок

3.1. Договор действует до 31 декабря 2023 года.
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(POEM, id="poem"),
        pytest.param(SATURDAY, id="order of a school"),
        pytest.param("This agreement is made between the ministry and the municipality. " * 20, id="English"),
        pytest.param("слово " * 5, id="words"),
        pytest.param(LEASE, id="lease"),
    ],
)
def test_another_text_is_no_agreement_and_no_regulation(run, tmp_path: Path, text: str) -> None:
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    ran = run("check", tmp_path / "paper.txt")
    assert ran.code == 2
    assert "это не соглашение и не положение" in ran.out


@pytest.mark.parametrize("share", range(4, 100, 4))
def test_a_part_of_an_agreement_gives_findings_or_a_sentence(run, tmp_path: Path, share: int) -> None:
    text = AGREEMENT[: len(AGREEMENT) * share // 100]
    (tmp_path / "part.txt").write_text(text, encoding="utf-8")
    ran = run("check", tmp_path / "part.txt", "--format", "json")
    (document,) = ran.json["documents"]
    assert ran.code == 1 and document["readable"] and not document["conforms"]
    assert all(text[slice(*finding["span"])] == finding["quote"] for finding in document["findings"])


@pytest.mark.parametrize("share", range(10, 100, 10))
def test_a_part_of_an_order_gives_findings_or_a_sentence(run, tmp_path: Path, share: int) -> None:
    (tmp_path / "part.txt").write_text(ORDER[: len(ORDER) * share // 100], encoding="utf-8")
    ran = run("check", tmp_path / "part.txt", "--format", "json")
    assert ran.code in (0, 1) and ran.json["documents"][0]["readable"]
    assert run("draw", "structure", tmp_path / "part.txt", "--format", "dot").code in (0, 2)


def test_the_head_of_an_order_does_not_conform(run, tmp_path: Path) -> None:
    (tmp_path / "head.txt").write_text(ORDER[: ORDER.index("1. Утвердить")], encoding="utf-8")
    assert run("check", tmp_path / "head.txt").code == 2


TYPEWRITTEN = AGREEMENT.translate(str.maketrans("«»–№", '""-N'))  # what every encoding below can say


@pytest.mark.parametrize(
    "encoding",
    [
        "cp1251",
        "koi8-r",
        "cp866",
        "iso8859-5",
        "mac-cyrillic",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
    ],
)
def test_an_office_may_save_in_any_encoding(run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "utf-8.txt").write_bytes(TYPEWRITTEN.encode())
    (tmp_path / "other.txt").write_bytes(TYPEWRITTEN.encode(encoding))
    papers = [tmp_path / name for name in ("utf-8.txt", "other.txt")]
    plain, other = run("check", *papers, "--format", "json").json["documents"]
    assert other["findings"] == plain["findings"] != []
    guessed = encoding not in ("utf-8-sig", "utf-16", "utf-32")
    assert bool(other["notices"]) == guessed


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(run, tmp_path: Path, ends: str) -> None:
    (tmp_path / "paper.txt").write_bytes(AGREEMENT.replace("\n", ends).encode())
    papers = [tmp_path / "paper.txt", ROOT / "examples/agreement.txt"]
    other, plain = run("check", *papers, "--format", "json").json["documents"]
    assert other["findings"] == plain["findings"]


def _outcome(data: bytes, folder: Path) -> rk.Report:
    (folder / "any.txt").write_bytes(data)
    report = rk.check(folder / "any.txt")
    for form in ("text", "json"):
        report.render(form, "ru"), report.render(form, "en")
    return report


QUICK = settings(
    max_examples=25, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(tmp_path: Path, data: bytes) -> None:
    (document,) = _outcome(data, tmp_path).documents
    assert not document.readable


@QUICK
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200), st.integers(0, len(AGREEMENT)))
def test_anything_may_stand_in_the_middle_of_an_agreement(tmp_path: Path, words: str, place: int) -> None:
    report = _outcome((AGREEMENT[:place] + words + AGREEMENT[place:]).encode(), tmp_path)
    assert report.documents[0].readable


@QUICK
@given(st.lists(st.sampled_from(AGREEMENT.split("\n\n")), max_size=30))
def test_paragraphs_may_stand_in_any_order(tmp_path: Path, paragraphs: list[str]) -> None:
    _outcome("\n\n".join(paragraphs).encode(), tmp_path)


@pytest.mark.parametrize("verb", [["check"], ["read"], ["list", "parties"], ["draw", "structure"]], ids=" ".join)
def test_a_fifo_is_refused_and_never_waited_for(run, tmp_path: Path, verb: list[str]) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    ran = run(*verb, tmp_path / "pipe.txt")
    assert ran.code == 2
    assert "не обычный файл" in ran.out + ran.err


@pytest.mark.parametrize(
    "words", [["list", "parties"], ["draw", "structure"], ["check", "PAPER", "--regulation"]], ids=" ".join
)
def test_a_folder_where_a_file_is_needed_ends_with_2(run, clean: Path, tmp_path: Path, words: list[str]) -> None:
    ran = run(*[clean if word == "PAPER" else word for word in words], tmp_path)
    assert ran.code == 2
    assert "папк" in ran.err


class TestPermission:
    """Simulated, since the one who runs the tests may be allowed everything."""

    @pytest.fixture
    def closed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        paper = tmp_path / "closed.txt"
        paper.write_text(AGREEMENT, encoding="utf-8")
        real = Path.read_bytes

        def refuse(path: Path) -> bytes:
            if path.name == "closed.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        monkeypatch.setattr(Path, "read_bytes", refuse)
        return paper

    def test_a_file_that_may_not_be_read_ends_with_2(self, run, closed: Path) -> None:
        ran = run("check", closed)
        assert ran.code == 2
        assert f"{closed}\n  Не прочитано: файл не открывается" in ran.out

    def test_a_file_of_a_closed_folder_ends_with_2(
        self, run, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = Path.stat

        def refuse(path: Path, **options: bool) -> os.stat_result:
            if path.name == "behind.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, **options)

        monkeypatch.setattr(Path, "stat", refuse)
        ran = run("check", tmp_path / "behind.txt", clean)
        assert ran.code == 2
        assert "находок нет" in ran.out


def test_a_name_that_is_too_long_ends_with_2(run, clean: Path) -> None:
    ran = run("check", "а" * 5_000, clean)
    assert ran.code == 2
    assert "находок нет" in ran.out


def test_a_null_character_in_a_name_ends_with_2(run) -> None:
    assert run("check", "a\0b").code == 2


def test_an_empty_name_is_no_folder(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "paper.txt").write_text(AGREEMENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("check", "").code == 2
