"""Which words are understood, and how it ends if they are not."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from glutetimer import __version__
from glutetimer.__main__ import main
from glutetimer.cli import window as cli_window
from glutetimer.core.errors import Trouble
from tests.cli.conftest import Run

HEAVY = ("PySide6", "sqlite3", "asyncio", "logging", "miniaudio", "pyttsx3")


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_bring_in_nothing_heavy(word: str) -> None:
    program = (
        "import sys; from glutetimer.__main__ import main; status = main([sys.argv[1]]); "
        f"print(status, [name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, word], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "0 []"
    assert done.stderr == ""


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").out == f"glutetimer {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["play"],
        ["play", "first-session", "--speed", "0"],
        ["play", "first-session", "--speed", "fast"],
        ["play", "first-session", "--speed", "nan"],
        ["play", "first-session", "--from", "0"],
        ["play", "first-session", "--voice", "loud"],
        ["play", "first-session", "--dose", "double"],
        ["play", "first-session", "--dose", "gentle", "--minutes", "20"],
        ["plan", "first-session", "--minutes", "4"],
        ["cues", "first-session", "--minutes", "121"],
        ["render", "first-session", "-o", "x.mp3", "--minutes", "ten"],
        ["plan", "first-session", "--jso"],
        ["cues", "first-session", "--verbosity", "chatty"],
        ["history", "show", "one"],
        ["history", "show", "-1"],
        ["history", "export"],
        ["history", "export", "--format", "xml"],
        ["check"],
        ["--data-dir"],
        ["--data-dir", "", "history"],
        ["--data-dir="],
    ],
)
def test_wrong_words_end_with_2_and_a_usage(run: Run, words: list[str]) -> None:
    answer = run(*words)

    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("usage: glutetimer")


@pytest.mark.parametrize("order", ["before", "after", "equals"])
def test_the_data_folder_may_stand_before_or_after_the_command(
    run: Run, tmp_path: Path, order: str
) -> None:
    words = {
        "before": ["--data-dir", str(tmp_path), "history", "list"],
        "after": ["history", "list", "--data-dir", str(tmp_path)],
        "equals": [f"--data-dir={tmp_path}", "history"],
    }[order]

    assert run(*words).status == 0
    assert (tmp_path / "history.db").exists()


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ([], ""),
        (["--data-dir", "x"], "x"),
        (["--data-dir=x"], "x"),
        (["--data-dir", "--help"], None),
        (["--data-dir="], None),
        (["play"], None),
        (["--data-dir", "x", "play"], None),
    ],
)
def test_only_words_without_a_command_open_the_window(
    monkeypatch: pytest.MonkeyPatch, words: list[str], folder: str | None
) -> None:
    opened: list[str] = []

    def open_window(given: Namespace) -> int:
        opened.append(given.data_dir or "")
        return 0

    monkeypatch.setattr(cli_window, "window", open_window)
    main(words)

    assert opened == ([] if folder is None else [folder])


def test_trouble_is_said_on_stderr_in_one_line(run: Run) -> None:
    answer = run("plan", "no-such-routine")

    assert answer.status == 1
    assert answer.out == ""
    assert answer.err.startswith("glutetimer: There is no routine")
    assert answer.err.count("\n") == 1


def test_a_bug_of_ours_goes_into_the_log(
    run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(given: Namespace) -> int:
        raise ZeroDivisionError("by nobody")

    monkeypatch.setattr(cli_window, "window", broken)
    answer = run()

    assert answer.status == 1
    assert answer.err.count("\n") == 1
    assert str(own_home / "errors.log") in answer.err
    assert "ZeroDivisionError: by nobody" in (own_home / "errors.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (Trouble("Bad luck", "here", "Try again"), 1, "glutetimer: Bad luck (here). Try again.\n"),
        (Trouble("Two\nlines \x1b[2J"), 1, "glutetimer: Two\nlines \\x1b[2J.\n"),
    ],
)
def test_how_it_ends(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    def fail(given: Namespace) -> int:
        raise error

    monkeypatch.setattr(cli_window, "window", fail)

    answer = run()

    assert (answer.status, answer.err) == (status, said)
