"""Finds out which command is meant, runs it, and says in one line what went wrong."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from glutetimer.bugs import BugReports
from glutetimer.child import run_as_child
from glutetimer.cli.arguments import parser
from glutetimer.core.errors import Trouble
from glutetimer.folders import folders
from glutetimer.terminal.output import guarded_output
from glutetimer.terminal.text import clean
from glutetimer.toml_text.problem import FaultyFile

Command = Callable[[Namespace], int]

TROUBLED, INTERRUPTED = 1, 130
UNHEARD = 141  # as shells have it for whatever is ended by a closed pipe


def run(words: Sequence[str]) -> int:
    """Run a command; returns the exit status.

    It is 0 fine, 1 trouble, 2 wrong words, 130 Ctrl+C, 141 nobody reads the output any more.
    """
    status = run_as_child(words)
    if status is not None:
        return status
    with guarded_output():
        return _guarded(words)


def _command(name: str | None) -> Command:
    """The function of a command; each brings in only what it needs, so this is a seam."""
    name = name or "window"
    command: Command = getattr(import_module(f"glutetimer.cli.{name}"), name)
    return command


def _guarded(words: Sequence[str]) -> int:
    """Run a command so that no traceback reaches the person."""
    try:
        status = _run(words)
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


def _run(words: Sequence[str]) -> int:
    try:
        given = _understood(words)
    except SystemExit as end:  # argparse has said all, help or mistake
        return end.code if isinstance(end.code, int) else 2
    reports = BugReports(folders(given.data_dir).errors, _say_bug)
    with reports.of_all_threads():
        try:
            return _command(given.command)(given)
        except (Trouble, BrokenPipeError):
            raise
        except Exception as bug:
            reports.take(bug)
            return TROUBLED


def _understood(words: Sequence[str]) -> Namespace:
    top = parser()
    if words:  # without any the window is waited for
        from glutetimer.cli.commands import add_commands, with_open

        words = with_open(words, add_commands(top))
    return top.parse_args(words)


def _say_bug(sentence: str) -> None:
    _say(f"glutetimer: {sentence[:1].lower()}{sentence[1:]}")


def _told(trouble: Trouble) -> str:
    """The trouble in one line; the mistakes of a file a line each, as `check` has them."""
    if isinstance(trouble, FaultyFile):
        lines = [problem.of_file(trouble.where) for problem in trouble.problems]
        return "\n".join([*lines, f"glutetimer: {trouble.cure}."])
    return f"glutetimer: {trouble}"


def _say(line: str) -> None:
    if sys.stderr is None:  # print would take the other stream
        return
    print("\n".join(clean(part) for part in line.splitlines()), file=sys.stderr)
