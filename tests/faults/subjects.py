"""Sessions that a script plays, in the terminal and in the window, and that can be struck."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.program import COMMAND, ROOT, environment

ROUTINE = """\
format = 1
title = "Quick"
[[exercise]]
use = "hip-thrust-iso-hold"
sets = 4
hold = "4s"
rest = "5s"
"""
SETTINGS = "safety_read = true\nask_pain_before = true\n"
LONGEST_S = 30.0
"""No session takes so long, even on a busy machine."""

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_SET = re.compile(r"\d:\d\d  (?:done|it hurt|stopped|skipped) +.*: .* of 4 s\r?\n")


@dataclass(frozen=True)
class Kind:
    """A front end: how it is started, what the script types, and the words that tell of it."""

    name: str
    command: Sequence[str]
    answers: Sequence[tuple[str, str]]
    """What is typed when a text comes for the first time."""
    moments: Sequence[str]
    """Texts after which it is struck."""
    pain_before: str
    hurt: str
    parts: Sequence[str]
    """Patterns of what it shows once the pain after, the effort and the note were given."""


TERMINAL = Kind(
    "terminal",
    (*COMMAND, "play", "quick", "--voice", "off", "--speed", "30"),
    (
        ("A key from", "2"),
        ("REST", "h"),
        ("Where does it hurt?", "hip\r"),
        ("How much?", "4\r"),
        ("What now?", "g"),
        ("Pain now? (", "3\r"),
        ("How hard was it? (", "6\r"),
        ("A note (", "fine\r"),
    ),
    (
        "",
        "A key from",
        "done  ",
        "Where does",
        "How much?",
        "What now?",
        "set 3 of 4",
        "set 4 of 4",
        "Pain now? (",
        "How hard was it? (",
        "A note (",
        "fine_",
    ),
    "Pain 2",
    r"open\) 4_.*What now\?",
    (r"Pain now\? \(.*open\) 3_", r"How hard was it\? \(.*open\) 6_", "fine_"),
)
WINDOW = Kind(
    "window",
    (sys.executable, "-m", "tests.faults.window_child"),
    (),
    ("", "begun", "1:00  done", "hurt asked", "hurt answered", "end page", "\nanswered", "saved"),
    "pain before",
    "hurt answered",
    ("\nanswered",) * 3,
)


@dataclass
class Told:
    """What a session has told the person before it ended."""

    text: str = ""
    status: int | None = None
    """None: it was killed."""
    is_hanging: bool = False

    def has(self, pattern: str) -> bool:
        """Whether it has shown such a text."""
        return re.search(pattern, self.text, re.DOTALL) is not None

    @property
    def sets(self) -> int:
        """How many sets it has told of."""
        return len(_SET.findall(_CONTROL.sub("", self.text)))


Strike = Callable[[subprocess.Popen[bytes]], Callable[[], None] | None]
"""What is done to the process at the moment; returns what undoes it at the end."""


def person(home: Path) -> dict[str, str]:
    """The environment of a person all of whose folders are below `home`."""
    for name in ("own", "tmp"):
        (home / name).mkdir(parents=True, exist_ok=True)
    places = {"HOME": str(home / "own"), "TMPDIR": str(home / "tmp")}
    return environment(home, QT_QPA_PLATFORM="offscreen", TERM="xterm", **places)


def prepare(home: Path) -> None:
    """Make the home of a person who has a routine of half a minute."""
    shutil.rmtree(home, ignore_errors=True)
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "quick.toml").write_text(ROUTINE)
    (home / "settings.toml").write_text(SETTINGS)


def play(
    kind: Kind,
    home: Path,
    moment: str = "never",
    delay_s: float = 0.0,
    strike: Strike | None = None,
    wrapper: Sequence[str] = (),
) -> Told:
    """Play a session; `delay_s` after the text of the moment it is struck. Returns what it told.

    `wrapper` is a command that starts it.
    """
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*wrapper, *kind.command],
        env=person(home),
        cwd=ROOT,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    told, undo = Told(), None
    until_s, strike_s = time.monotonic() + LONGEST_S, None
    answers = dict(kind.answers)
    try:
        while time.monotonic() < until_s:
            if strike and strike_s is None and moment in told.text:
                strike_s = time.monotonic() + delay_s
            if strike and strike_s is not None and time.monotonic() >= strike_s:
                undo, strike = strike(process), None
            ready, _, _ = select.select([master], [], [], 0.002)
            if ready:
                try:
                    told.text += os.read(master, 65536).decode("utf-8", "replace")
                except OSError:  # its end is closed: it has ended
                    break
            for text in [text for text in answers if text in told.text]:
                with suppress(OSError):
                    os.write(master, answers.pop(text).encode())
        else:
            told.is_hanging = True
            process.kill()
        status = process.wait(timeout=LONGEST_S)
    finally:
        if undo is not None:
            undo()
        os.close(master)
    told.status = None if status < 0 else status
    return told
