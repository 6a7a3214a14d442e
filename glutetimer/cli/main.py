"""Finds out which command is meant, runs it, and says in one line what went wrong."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from glutetimer.bugs import BugReports
from glutetimer.core.errors import Trouble
from glutetimer.folders import folders

if TYPE_CHECKING:
    from argparse import Namespace

TROUBLED, INTERRUPTED = 1, 130
UNHEARD = 141  # as shells have it for whatever is ended by a closed pipe


def run(words: Sequence[str]) -> int:
    """Run a command; returns the exit status.

    It is 0 fine, 1 trouble, 2 wrong words, 130 Ctrl+C, 141 nobody reads the output any more.
    """
    if words[:1] == ["--voice-worker"]:  # how a frozen program starts its own child
        from glutetimer.audio.voice_worker import main

        return main(list(words[1:]))
    from glutetimer.terminal.output import guarded_output

    with guarded_output():
        data_dir = _where_the_window_keeps_its_data(words)
        if data_dir is not None:
            return _guarded(_open_window, data_dir or None)

        def command(data_dir: str | None) -> int:
            from glutetimer.cli.arguments import parser

            try:
                given = parser().parse_args(words)
            except SystemExit as end:  # argparse has said all, help or mistake
                return end.code if isinstance(end.code, int) else 2
            if given.command is None:
                return _open_window(given.data_dir)
            return _command(given.command)(given)

        return _guarded(command, _named_folder(words))


def _named_folder(words: Sequence[str]) -> str | None:
    """The data folder that the words name, found without understanding the others."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        name, _, folder = word.partition("=")
        if name == "--data-dir":
            return folder or following or None
    return None


def _where_the_window_keeps_its_data(words: Sequence[str]) -> str | None:
    """The data folder ("" for the usual one) if these words open the window, else None.

    Kept apart from argparse, which costs a start to the window several milliseconds.
    """
    match words:
        case []:
            return ""
        case ["--data-dir", folder] if folder and not folder.startswith("-"):
            return folder
        case [word] if word.startswith("--data-dir=") and len(word) > len("--data-dir="):
            return word.partition("=")[2]
        case _:
            return None


def _open_window(data_dir: str | None) -> int:
    from glutetimer.app import run_window

    return run_window(data_dir)


def _command(name: str) -> "Callable[[Namespace], int]":
    # Each command brings in only what it needs.
    match name:
        case "play":
            from glutetimer.cli.play import play as command
        case "plan":
            from glutetimer.cli.plan import plan as command
        case "cues":
            from glutetimer.cli.cues import cues as command
        case "render":
            from glutetimer.cli.render import render as command
        case "handout":
            from glutetimer.cli.handout import handout as command
        case "history":
            from glutetimer.cli.history import history as command
        case "report":
            from glutetimer.cli.report import report as command
        case "calendar":
            from glutetimer.cli.calendar import calendar as command
        case "check":
            from glutetimer.cli.check import check as command
        case _:
            from glutetimer.cli.doctor import doctor as command
    return command


def _guarded(command: Callable[[str | None], int], data_dir: str | None) -> int:
    """Run a command so that no traceback reaches the person."""
    reports = BugReports(folders(data_dir).errors, _say_bug)
    try:
        with reports.of_all_threads():
            status = command(data_dir)
        if sys.stdout is not None:
            sys.stdout.flush()  # here a full disk and a closed pipe can still be told
        return status
    except Trouble as trouble:
        _say(_told(trouble))
        return TROUBLED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return UNHEARD
    except Exception as bug:
        reports.take(bug)
        return TROUBLED


def _say_bug(sentence: str) -> None:
    _say(f"glutetimer: {sentence[:1].lower()}{sentence[1:]}")


def _told(trouble: Trouble) -> str:
    """The trouble in one line; the mistakes of a file a line each, as `check` has them."""
    from glutetimer.toml_text.problem import FaultyFile

    if isinstance(trouble, FaultyFile):
        lines = [problem.of_file(trouble.where) for problem in trouble.problems]
        return "\n".join([*lines, f"glutetimer: {trouble.cure}."])
    return f"glutetimer: {trouble}"


def _say(line: str) -> None:
    from glutetimer.terminal.text import clean

    if sys.stderr is None:  # print would take the other stream
        return
    print("\n".join(clean(part) for part in line.splitlines()), file=sys.stderr)
