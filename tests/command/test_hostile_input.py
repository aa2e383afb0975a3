"""Papers made to harm: no time, no terminal, no network is theirs."""

from __future__ import annotations

import os
import re
import socket
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGREEMENT = (ROOT / "examples/agreement.txt").read_text(encoding="utf-8")
# C0 but for tab and new line, delete, C1: what a terminal obeys.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
ATTACK = "\x1b[31m\x1b]0;title\x07\x9b2J\x85\x08\x7f"


def with_words(words: str) -> str:
    """The agreement with words at the places that findings and lists quote."""
    text = AGREEMENT
    for place in (
        "Тихонова Павла", "2.3.3. до 1 октября", "И.Н. Ладыгин", "«Примерский", "Доля педагогов", "последующие",
    ):  # fmt: skip
        assert place in text
        text = text.replace(place, place[0] + words + place[1:])
    return text


SECONDS = 10
LONG = {
    "one line of 2 MB": "слово " * 170_000,
    "an agreement on a line of 1 MB": AGREEMENT.replace("\n", " ") + "слово " * 85_000,
    "100,000 lines": "да\n" * 100_000,
    "a word of 1 MB": AGREEMENT + "\n" + "а" * 500_000,
    "numbers 120 deep": AGREEMENT + "\n".join(".".join("1" * depth) + ". пункт" for depth in range(1, 120)),
    "a number of 5,000 digits": AGREEMENT.replace("2.3.4.", f"2.3.{'9' * 5_000}.").replace("120%", f"{'9' * 5_000}%"),
    "a share of 1e999999999": AGREEMENT.replace("120%", "1e999999999%"),
    "20,000 open brackets": AGREEMENT.replace("(далее", "(далее" + "(" * 20_000),
    "50,000 open quotes": AGREEMENT + "«" * 50_000,
    "100,000 marks over a letter": AGREEMENT + "е" + "\u0308" * 100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_monstrous_paper_is_answered_in_time(run, tmp_path: Path, name: str) -> None:
    (tmp_path / "paper.txt").write_text(LONG[name], encoding="utf-8")
    begun = time.process_time()
    assert run("check", tmp_path / "paper.txt").code in (1, 2)
    assert time.process_time() - begun < SECONDS


# A reader that looks back at all it has read takes four times as long when the paper is twice as long.
CITATION = "приказом Министерства от 01.02.2021 № 5, "
QUADRATIC = {
    "lines without a stop": AGREEMENT + "да\n" * 45_000,
    "citations": AGREEMENT.replace("\n2. Об", f"1.3. {CITATION * 1_200}\n\n2. Об"),
    "items of one list": AGREEMENT + "\n" + "\n".join("1) делать дело;" for _ in range(500)),
    "a run of blanks": AGREEMENT + "\t" * 20_000 + "конец",
}


@pytest.mark.parametrize("name", QUADRATIC)
def test_time_grows_with_the_length_and_not_with_its_square(run, tmp_path: Path, name: str) -> None:
    (tmp_path / "paper.txt").write_text(QUADRATIC[name], encoding="utf-8")
    begun = time.process_time()
    assert run("check", tmp_path / "paper.txt").code == 1
    assert time.process_time() - begun < 4


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--lang", "en"],
        ["list", "clauses"],
        ["list", "parties"],
        ["list", "targets"],
        ["check", "--format", "json"],
        ["list", "clauses", "--format", "csv"],
        ["list", "clauses", "--format", "json"],
        ["read"],
        ["read", "--format", "json"],
    ],
    ids=" ".join,
)
def test_what_a_terminal_obeys_does_not_reach_it_from_a_paper(run, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "paper.txt").write_text(with_words(ATTACK), encoding="utf-8")
    verb, *rest = words
    kind = rest[:1] if verb == "list" else []
    ran = run(verb, *kind, tmp_path / "paper.txt", *rest[len(kind) :])
    assert ran.out
    assert not OBEYED.findall(ran.out + ran.err)


def test_a_paper_does_not_turn_the_direction_of_reading(run, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(with_words("\u202e\u2066"), encoding="utf-8")
    assert not TURNED.findall(run("check", tmp_path / "paper.txt").out)


@pytest.mark.parametrize("name", ["\x1b[31mpaper.txt", "\x9b31mpaper.txt", "\x07paper.txt", "\rpaper.txt"], ids=ascii)
def test_a_name_does_not_command_the_terminal(run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(AGREEMENT, encoding="utf-8")
    ran = run("check", *[tmp_path / name] * 4, tmp_path / f"нет{name}")
    assert ran.code == 2
    assert not OBEYED.findall(ran.out + ran.err)
    ran = run("read", tmp_path / f"нет{name}")
    assert ran.code == 2 and not OBEYED.findall(ran.err)


def test_a_name_of_two_lines_is_shown_on_one(run, tmp_path: Path) -> None:
    paper = tmp_path / "нет\n  Итог: находок нет.txt"
    paper.write_text(AGREEMENT, encoding="utf-8")
    assert "\n  Итог: находок нет.txt" not in run("check", paper).out


@pytest.mark.parametrize(
    "words", [["rules", "\x1b[31m"], ["list", "\x1b[31m"], ["draw", "\x1b[31m"]], ids=lambda words: words[0]
)
def test_a_wrong_word_does_not_command_the_terminal(run, words: list[str]) -> None:
    ran = run(*words)
    assert ran.code == 2 and not OBEYED.findall(ran.err)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a file name be no text")
def test_a_name_that_is_no_text_is_read(run_apart, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(name)).write_text(AGREEMENT, encoding="utf-8")
    assert run_apart("check", tmp_path).code == 1
    missing = run_apart("read", os.fsdecode(name) + "x")
    assert missing.code == 2 and "Traceback" not in missing.err


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(urllib.request, "urlopen", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "words",
    [
        ["check", "examples/agreement.txt", "examples/order.txt"],
        ["read", "examples/agreement.txt", "--format", "jsonld"],
        ["draw", "structure", "examples/order.txt"],
        ["list", "functions"],
        ["rules", "PARTY-COUNT"],
    ],
    ids=lambda words: words[0],
)
def test_nothing_asks_for_the_network(run, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert run(*words).code in (0, 1)
