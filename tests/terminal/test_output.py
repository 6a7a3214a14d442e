"""The one way to the terminal: what may pass, and what happens when nothing does any more."""

import io
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.terminal.output import TerminalOutput, drawing_on, guarded_output
from glutetimer.terminal.text import visible

EVERY_LETTER = "".join(map(chr, range(sys.maxunicode + 1)))
EVIL = "T\x1b]0;owned\x07\x1b[31mred\u202eevil\u200bx\r\x9bm\u2028"


class FakeTerminal(io.StringIO):
    """An output at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_nothing_that_acts_or_hides_is_visible() -> None:
    allowed = {"\n", "\t"}
    shown = set(visible(EVERY_LETTER)) - allowed
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\t–  腰 \u00a0é", "two\nlines\t–  腰 \u00a0é"),
        (EVIL, r"T\x1b]0;owned\x07\x1b[31mred\u202eevil\u200bx\r\x9bm\u2028"),
        ("می\u200cروم", "میروم"),
        ("👩\u200d👩", "👩👩"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("יוגה", "יוגה"),
    ],
)
def test_what_is_shown_of_a_text(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_terminal_is_never_ruled_by_a_text_that_is_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, messages = FakeTerminal(), FakeTerminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", messages)
    with guarded_output():
        print(EVIL)
        print(EVIL, file=sys.stderr)
        drawing_on(sys.stdout).write("\x1b[K")
    assert out.getvalue() == visible(EVIL) + "\n\x1b[K"
    assert messages.getvalue() == visible(EVIL) + "\n"
    assert (sys.stdout, sys.stderr) == (out, messages)


def test_files_and_pipes_get_every_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO(newline="")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", None)
    with guarded_output():
        print(EVIL)
        assert sys.stderr is None
    assert out.getvalue() == EVIL + "\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("buffering", [1, -1])
def test_a_full_disk_is_trouble_and_only_that(buffering: int) -> None:
    with open("/dev/full", "w", buffering) as full:  # noqa: PTH123
        output = TerminalOutput(full, is_for_messages=False)
        for _ in range(2):
            with pytest.raises(Trouble, match="output cannot be written"):
                print("line", file=output, flush=True)
    # And closing complains no more.


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_the_shell_has_closed_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with guarded_output(), pytest.raises(Trouble, match="it is closed"):
        print("anything")
    assert sys.stdout is None


def test_messages_that_nobody_can_read_stop_nothing() -> None:
    with open("/dev/full", "w", 1) as full:  # noqa: PTH123
        output = TerminalOutput(full, is_for_messages=True)
        output.write("line\n")
        output.flush()


def test_a_closed_pipe_ends_the_program_as_the_shell_expects() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        output = TerminalOutput(pipe, is_for_messages=False)
        output.write("line\n")
        for _ in range(2):
            with pytest.raises(BrokenPipeError):
                output.flush()
