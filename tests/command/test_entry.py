"""The entry: help, language, faults of ours, readers who go away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rsnms_kg import __version__
from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError

ROOT = Path(__file__).parents[2]
VERBS = ("check", "read", "list", "draw", "rules")


def test_no_arguments_show_the_help_and_end_with_2(run) -> None:
    ran = run()
    assert ran.code == 2
    assert all(verb in ran.err for verb in VERBS)


def test_help_names_every_verb_and_exit_code(run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert all(f"    {verb} " in ran.out for verb in VERBS)
    assert all(f"{code} – " in ran.out for code in range(4))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_in_both_languages(run, verb: str) -> None:
    russian, english = run(verb, "--help"), run(verb, "--help", "--lang", "en")
    assert russian.code == english.code == 0
    assert "записать в файл" in russian.out and "write to a file" in english.out


def test_version(run) -> None:
    assert run("--version").out == f"rsnms {__version__}\n"


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({}, "ru"),
        ({"LANG": "C.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"}, "ru"),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
    ],
    ids=str,
)
def test_the_locale_says_the_language(
    run, clean: Path, monkeypatch: pytest.MonkeyPatch, locale: dict[str, str], language: str
) -> None:
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    expected = {"ru": "Итог: находок нет.", "en": "Result: nothing found."}[language]
    assert expected in run("check", clean).out


@pytest.mark.parametrize("words", [["--lang", "ru"], ["--lang=ru"]], ids=" ".join)
def test_lang_beats_the_locale(run, clean: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "Итог:" in run("check", clean, *words).out


def test_english_errors(run) -> None:
    ran = run("check", "none.txt", "--lang", "en")
    assert "Not read: there is no such file." in ran.out
    assert run("list", "none", "--lang", "en").err.startswith("There is no list 'none'.")


def test_a_russian_help_has_no_english_headings(run) -> None:
    assert not any(word in run("check", "--help").out for word in ("usage:", "options:", "positional arguments:"))


@pytest.mark.parametrize("verb", VERBS)
def test_a_crash_of_ours_is_3_in_a_sentence(run, clean: Path, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    words = {"draw": ["structure"], "list": ["parties"], "rules": []}.get(verb, [clean])

    def crash(*_: object) -> str:
        raise RuntimeError("сломано")

    monkeypatch.setattr(f"rsnms_kg.command.{'list_' if verb == 'list' else verb}.format_of", crash)
    ran = run(verb, *words)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Ошибка программы: RuntimeError: сломано.")
    assert len(ran.err.splitlines()) == 1


def test_faulty_knowledge_is_3(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KnowledgeError(Bilingual("нет текста", "no text"))

    monkeypatch.setattr("rsnms_kg.api.draw", crash)
    ran = run("draw", "structure")
    assert (ran.code, ran.err) == (3, "нет текста\n")


@pytest.mark.parametrize("words", [["list", "functions"], ["rules"], ["--help"]], ids=" ".join)
def test_a_reader_who_goes_away_is_no_fault(words: list[str]) -> None:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "rsnms_kg", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        code = process.wait(timeout=60)
    assert (code, said) == (0, "")


@pytest.mark.parametrize("encoding", ["cp866", "ascii"])
def test_help_shows_on_a_console_of_another_encoding(run_apart, encoding: str) -> None:
    assert run_apart("--help", PYTHONIOENCODING=encoding).code == 0


def test_a_report_goes_out_in_utf_8_whatever_the_console(run, run_apart, clean: Path) -> None:
    assert run_apart("check", clean, PYTHONIOENCODING="ascii").out == run("check", clean).out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to write to")
def test_a_full_disk_under_standard_output_is_no_fault_of_ours() -> None:
    with Path("/dev/full").open("wb") as full:
        surroundings = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "rsnms_kg", "rules"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=surroundings, check=False)
    assert done.returncode == 2


def test_a_closed_standard_output_is_no_fault_of_ours() -> None:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = ["sh", "-c", '"$0" -m rsnms_kg rules >&-', sys.executable]
    done = subprocess.run(command, stderr=subprocess.PIPE, env=surroundings, text=True, check=False)
    assert done.returncode == 2 and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["list", "parties", "--format", "json", "PAPER"],
        ["list", "parties", "PAPER", "--format", "json"],
        ["list", "--format", "json", "parties", "PAPER"],
        ["check", "--format", "json", "PAPER", "--fail-on", "never", "PAPER"],
    ],
)
def test_options_may_stand_anywhere(run, words: list[str]) -> None:
    paper = str(ROOT / "examples" / "agreement.txt")
    assert run(*[paper if word == "PAPER" else word for word in words]).code == 0
