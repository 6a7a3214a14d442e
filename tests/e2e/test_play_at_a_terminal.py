"""The real program at a pseudo-terminal, with keys."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no such terminals", allow_module_level=True)

import fcntl
import pty
import struct
import termios

from tests.e2e.program import COMMAND, environment, run

pytestmark = pytest.mark.e2e

LONG = """\
format = 1
title = "Long"
[[exercise]]
use = "glute-bridge"
sets = 3
reps = 20
tempo = { lift = "0.5s", top = "0s", lower = "0.5s", pause = "0.5s" }
rest = "60s"
"""

TAKE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
"""Makes the terminal on standard input the one whose Ctrl+C counts, then runs a program."""


class Terminal:
    """A program at a terminal of its own: what it shows, and keys for it."""

    def __init__(self, home: Path, *words: str) -> None:
        self._master, self.slave = pty.openpty()
        self.resize(100)
        self.before = termios.tcgetattr(self.slave)
        self.shown = ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", TAKE_TERMINAL, *COMMAND, *words],
            env=environment(home, TERM="xterm"),
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
        )

    def resize(self, columns: int) -> None:
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_for(self, text: str, timeout_s: float = 15.0) -> None:
        """Read until a text was shown after the last one that was waited for."""
        until_s = time.monotonic() + timeout_s
        while text not in self.shown:
            assert time.monotonic() < until_s, f"no {text!r} in {self.shown[-2000:]!r}"
            self._read(0.1)
        self.shown = self.shown[self.shown.index(text) + len(text) :]

    def finish(self, timeout_s: float = 15.0) -> int:
        until_s = time.monotonic() + timeout_s
        while self.process.poll() is None:
            assert time.monotonic() < until_s, f"still running: {self.shown[-2000:]!r}"
            self._read(0.05)
        self._read(0.0)
        return self.process.returncode

    def hang_up(self) -> int:
        """Close the terminal's window; returns the exit status."""
        os.close(self.slave)
        os.close(self._master)
        return self.process.wait(15.0)

    def is_as_before(self) -> bool:
        return termios.tcgetattr(self.slave) == self.before

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self._master, self.slave):
            with suppress(OSError):
                os.close(descriptor)

    def _read(self, timeout_s: float) -> None:
        ready, _, _ = select.select([self._master], [], [], timeout_s)
        if ready:
            self.shown += os.read(self._master, 65536).decode("utf-8", "replace")


@pytest.fixture
def long(tmp_path: Path) -> str:
    path = tmp_path / "long.toml"
    path.write_text(LONG)
    return str(path)


@pytest.fixture
def terminal(own_home: Path, long: str) -> Iterator[Terminal]:
    made = Terminal(own_home, "play", long, "--voice", "off")
    yield made
    made.close()


def finish_a_set(terminal: Terminal) -> None:
    """Until then there is nothing to keep of a session."""
    terminal.wait_for("GET READY")
    terminal.press("nn")
    terminal.wait_for("rep 2 of 20")
    terminal.press("\n")
    terminal.wait_for("REST")


def test_a_session_with_keys(terminal: Terminal, own_home: Path) -> None:
    terminal.wait_for("GET READY")
    terminal.press("n")  # on to the last three seconds
    terminal.press("n")  # and to the set
    terminal.wait_for("LIFT")
    terminal.press(" ")
    terminal.wait_for("PAUSED")
    terminal.resize(40)
    terminal.press(" ")
    terminal.wait_for("rep 2 of 20")
    terminal.press("\n")
    terminal.wait_for("done ")
    terminal.wait_for("REST")
    terminal.press("h")
    terminal.wait_for("Where does it hurt?")
    terminal.press("hip\n3\n")
    terminal.wait_for("skip Glute bridge")
    terminal.press("s")
    terminal.wait_for("Finished: 1 of 3 sets")
    terminal.wait_for("Pain now?")
    terminal.press("2\n")
    terminal.wait_for("How hard was it?")
    terminal.press("5\n")
    terminal.wait_for("A note")
    terminal.press("fine\n")

    assert terminal.finish() == 0
    assert terminal.is_as_before()
    shown = run(own_home, "history", "show", "1").stdout
    assert "pain after 2, effort 5" in shown
    assert "fine" in shown
    assert "3 hip" in shown


def test_q_asks_and_stops(terminal: Terminal, own_home: Path) -> None:
    terminal.wait_for("GET READY")
    terminal.press("q")
    terminal.wait_for("Stop the session?")
    terminal.press("y")
    terminal.wait_for("Stopped: 0 of 3 sets")

    assert terminal.finish() == 0
    assert terminal.is_as_before()
    assert "stopped" not in run(own_home, "history").stdout, "nothing was done, nothing is kept"


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_a_signal_gives_the_terminal_back(
    terminal: Terminal, own_home: Path, number: signal.Signals, status: int
) -> None:
    finish_a_set(terminal)
    terminal.process.send_signal(number)

    assert terminal.finish() == status
    assert terminal.is_as_before()
    assert terminal.shown.rstrip().endswith("\x1b[?25h")
    assert "stopped" in run(own_home, "history").stdout


def test_ctrl_c_in_a_question(terminal: Terminal) -> None:
    terminal.wait_for("GET READY")
    terminal.press("h")
    terminal.wait_for("Where does it hurt?")
    terminal.press("\x03")

    assert terminal.finish() == 130
    assert terminal.is_as_before()


def test_a_stopped_program_takes_the_terminal_again(terminal: Terminal) -> None:
    terminal.wait_for("GET READY")
    terminal.process.send_signal(signal.SIGSTOP)
    os.waitpid(terminal.process.pid, os.WUNTRACED)
    termios.tcsetattr(terminal.slave, termios.TCSANOW, terminal.before)  # as a shell does

    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait_for("GET READY")
    assert not terminal.is_as_before()
    terminal.press("qy")
    assert terminal.finish() == 0
    assert terminal.is_as_before()


def test_ctrl_z_where_nobody_could_continue_it_changes_nothing(terminal: Terminal) -> None:
    terminal.wait_for("GET READY")
    terminal.process.send_signal(signal.SIGTSTP)  # the system ignores it: there is no shell
    terminal.wait_for("GET READY")

    assert not terminal.is_as_before()
    terminal.press("qy")
    assert terminal.finish() == 0


def test_a_hung_up_terminal_ends_it(terminal: Terminal, own_home: Path) -> None:
    finish_a_set(terminal)
    os.close(terminal._master)
    terminal.process.wait(10)

    assert "stopped" in run(own_home, "history").stdout


@pytest.mark.parametrize("typed", ["fi", ""])
def test_answers_are_kept_when_the_terminal_is_closed_in_the_last_question(
    terminal: Terminal, own_home: Path, typed: str
) -> None:
    terminal.wait_for("GET READY")
    terminal.press("nn")
    terminal.wait_for("rep 2 of 20")
    terminal.press("\n")
    terminal.wait_for("REST")
    terminal.press("qy")
    terminal.wait_for("Pain now?")
    terminal.press("3\n")
    terminal.wait_for("How hard was it?")
    terminal.press("6\n")
    terminal.wait_for("A note")
    terminal.press(typed)
    if typed:
        terminal.wait_for(f"{typed}_")
    assert terminal.hang_up() != 0
    shown = run(own_home, "history", "show", "1")
    assert "pain after 3" in shown.stdout.casefold().replace(":", "")
    assert "6" in shown.stdout
    assert typed in shown.stdout
    assert not (own_home / "errors.log").exists()


def test_an_interrupted_session_can_go_on(own_home: Path, long: str) -> None:
    first = Terminal(own_home, "play", long, "--voice", "off")
    first.wait_for("GET READY")
    first.press("nn")
    first.wait_for("rep 2 of 20")
    first.press("\n")
    first.wait_for("REST")
    first.process.kill()
    first.close()

    again = Terminal(own_home, "play", long, "--voice", "off")
    again.wait_for("was interrupted after 1 set. What now?")
    again.wait_for("k  keep what was done")
    again.press("d")
    finish_a_set(again)
    again.process.terminate()
    assert again.finish() == 143
    again.close()

    listed = run(own_home, "history").stdout
    assert "interrupted" not in listed
    assert "stopped" in listed


def test_an_interrupted_built_in_routine_goes_on_from_its_set(own_home: Path) -> None:
    words = ("play", "first-session", "--voice", "off")
    first = Terminal(own_home, *words, "--dose", "gentle")
    first.wait_for("GET READY")
    first.press("nn")
    first.wait_for("rep 2 of")
    first.press("\n")
    first.wait_for("REST")
    first.process.kill()
    first.close()

    again = Terminal(own_home, *words)
    again.wait_for("g  go on from set 2")
    again.press("g")
    again.wait_for("from set 2, today: gentle")
    again.press("q")
    again.wait_for("Stop the session?")
    again.press("y")
    again.wait_for("Pain now?")  # the set before the crash counts as done
    for question in ("How hard was it?", "A note"):
        again.press("\n")
        again.wait_for(question)
    again.press("\n")
    assert again.finish() == 0
    again.close()

    listed = run(own_home, "history").stdout
    assert len(listed.splitlines()) == 2
    assert "1/6" in listed, "as gentle as it was begun"
