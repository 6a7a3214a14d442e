"""The two kinds of place that a session can be played in: a terminal, and anything else."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from glutetimer.terminal.interruption import Interruption
from glutetimer.terminal.output import drawing_on
from glutetimer.terminal.questions import Keyboard, TerminalQuestions
from glutetimer.terminal.screen import LiveScreen, PlainScreen, Screen

if sys.platform == "win32":
    from glutetimer.terminal.windows_keys import WindowsKeyboard
else:
    from glutetimer.terminal.keys import PosixKeyboard


@dataclass(frozen=True, slots=True)
class Console:
    """Where to write, where keys come from; `questions` is None where nobody can answer.

    `read_key` waits so many seconds at most and returns "" if no key came.
    """

    screen: Screen
    read_key: Callable[[float], str]
    questions: TerminalQuestions | None = None


def columns() -> int:
    """The width of the terminal now."""
    return shutil.get_terminal_size().columns


def is_interactive() -> bool:
    """Whether a person can see a live line and press keys."""
    if sys.stdin is None or sys.stdout is None:  # a Windows program without a console
        return False
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def console(interruption: Interruption) -> Iterator[Console]:
    """This process's console; a terminal is given back as it was."""
    if not is_interactive():
        yield Console(PlainScreen(sys.stdout), _wait)
        return
    screen = LiveScreen(drawing_on(sys.stdout), columns)
    try:
        with _keyboard(screen) as keyboard:
            keys = _EndingKeyboard(keyboard, interruption)
            yield Console(screen, keys.read, TerminalQuestions(screen, keys))
    finally:
        with suppress(OSError):  # the terminal may be gone
            screen.close()


def _wait(seconds: float) -> str:
    time.sleep(seconds)
    return ""


@contextmanager
def _keyboard(screen: LiveScreen) -> Iterator[Keyboard]:
    if sys.platform == "win32":
        yield WindowsKeyboard()
    else:
        with PosixKeyboard(sys.stdin.fileno(), screen.repaint) as keyboard:
            yield keyboard


class _EndingKeyboard:
    """A keyboard that says "end" for ever once the program has to end."""

    def __init__(self, keyboard: Keyboard, interruption: Interruption) -> None:
        self._keyboard = keyboard
        self._interruption = interruption

    def read(self, timeout_s: float) -> str:
        """The next key."""
        key = "" if self._interruption.has_come else self._keyboard.read(timeout_s)
        return "end" if self._interruption.has_come else key
