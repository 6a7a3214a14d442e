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


# A file in place of a command


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str | None, str]]:
    """What the window was opened with: the data folder, and a file."""
    seen: list[tuple[str | None, str]] = []

    def run_window(data_dir: str | None, file: str = "") -> int:
        seen.append((data_dir, file))
        return 0

    monkeypatch.setattr("glutetimer.app.run_window", run_window)
    monkeypatch.setattr(cli_window, "missing_display", lambda: None)
    monkeypatch.chdir(tmp_path)
    return seen


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["evening.toml"], "evening.toml"),
        (["open", "evening.toml"], "evening.toml"),
        (["open", "play"], "play"),
        (["./play"], "play"),
        (["sheet"], "sheet"),
        (["none.toml"], "none.toml"),
        (["sub/sheet"], "sub/sheet"),
        (["open", "-"], "-"),
    ],
)
def test_a_file_opens_the_window_with_it(
    run: Run,
    tmp_path: Path,
    opened: list[tuple[str | None, str]],
    words: list[str],
    name: str,
) -> None:
    for there in ("evening.toml", "play", "sheet"):
        (tmp_path / there).touch()

    assert run(*words).status == 0
    assert opened == [(None, str(tmp_path / name))]


@pytest.mark.parametrize("before", [["--data-dir", "data.dir"], ["--data-dir=data.dir"]])
def test_the_data_folder_may_stand_before_a_file(
    run: Run, tmp_path: Path, opened: list[tuple[str | None, str]], before: list[str]
) -> None:
    assert run(*before, "evening.toml").status == 0
    assert run("evening.toml", *before).status == 0
    [(first, name), second] = opened
    assert (first, name) == second
    assert str(first).endswith("data.dir")
    assert name == str(tmp_path / "evening.toml")


def test_without_a_file_there_is_none(run: Run, opened: list[tuple[str | None, str]]) -> None:
    assert run().status == 0
    assert opened == [(None, "")]


@pytest.mark.parametrize("words", [["paly"], ["paly", "first-session"], ["folder"], ["a.b", "c.d"]])
def test_a_mistyped_command_is_no_file(
    run: Run, tmp_path: Path, opened: list[tuple[str | None, str]], words: list[str]
) -> None:
    (tmp_path / "folder").mkdir()
    answer = run(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: glutetimer")
    assert opened == []


def test_a_command_of_a_file_s_name_is_the_command(
    run: Run, tmp_path: Path, opened: list[tuple[str | None, str]]
) -> None:
    (tmp_path / "check").touch()
    assert run("check").status == 2
    assert opened == []


def test_a_file_without_a_display_is_told_as_a_window_is(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Trouble:
        return Trouble("There is no display to open the window on")

    monkeypatch.setattr(cli_window, "missing_display", missing)
    answer = run("evening.toml")
    assert answer.status == 1
    assert answer.err == "glutetimer: There is no display to open the window on.\n"


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        (["open"], ""),
        (["open", "--start", "first-session"], "glutetimer:start/first-session"),
        (["open", "--history"], "glutetimer:history"),
    ],
)
def test_a_menu_entry_can_ask_for_more_than_a_file(
    run: Run, opened: list[tuple[str | None, str]], words: list[str], wish: str
) -> None:
    assert run(*words).status == 0
    assert opened == [(None, wish)]


def test_only_one_thing_can_be_asked_for(run: Run, opened: list[tuple[str | None, str]]) -> None:
    assert run("open", "--history", "--start", "first-session").status == 2
    assert opened == []


def test_a_window_without_a_library_of_the_system_says_which(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(data_dir: str | None, file: str = "") -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("glutetimer.app.run_window", lack)
    monkeypatch.setattr(cli_window, "missing_display", lambda: None)

    answer = run()

    assert answer.status == 1
    assert "libEGL.so.1" in answer.err
    assert answer.err.count("\n") == 1
