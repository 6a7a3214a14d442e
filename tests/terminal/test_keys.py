"""Keys out of a terminal's bytes."""

import os
import sys
from contextlib import suppress

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no such terminals", allow_module_level=True)

import pty
import termios

from glutetimer.terminal.keys import PosixKeyboard, next_key


@pytest.mark.parametrize(
    ("data", "key", "rest"),
    [
        (b"n", "n", b""),
        (b"N+", "N", b"+"),
        (b" x", "space", b"x"),
        (b"\n", "enter", b""),
        (b"\r", "enter", b""),
        (b"\x7f", "backspace", b""),
        (b"\x04", "end", b""),
        (b"\x1b", "esc", b""),
        (b"\x1bn", "esc", b"n"),
        (b"\x1b[C", "right", b""),
        (b"\x1b[D ", "left", b" "),
        (b"\x1bOA", "up", b""),
        (b"\x1b[1;5Cn", "ctrl+right", b"n"),
        (b"\x1b[5~\x1b[6~", "pgup", b"\x1b[6~"),
        (b"\x1b[6~", "pgdown", b""),
        (b"\x1b[15~", "f5", b""),
        (b"\x1b[15;2~", "shift+f5", b""),
        (b"\x1bOP", "f1", b""),
        (b"\x1b[[En", "f5", b"n"),
        (b"\x1b[[Zn", "", b"n"),
        (b"\x1b[F", "end key", b""),
        (b"\x1b[3~", "del", b""),
        (b"\x1b[99999999999~n", "", b"n"),
        (b"\x1b[1;2;3A", "", b""),
        (b"\x1b[~", "", b""),
        (b"\t", "", b""),
        (b"\x1b[200~q", "", b"q"),
        (b"\x1b[", "", b""),
        ("é".encode() + b"a", "é", b"a"),
        ("\N{CYRILLIC SMALL LETTER ER}".encode() + b"a", "\N{CYRILLIC SMALL LETTER ER}", b"a"),
        ("\N{FLEXED BICEPS}".encode(), "\N{FLEXED BICEPS}", b""),
        (b"\xff\xfe", "\N{REPLACEMENT CHARACTER}", b"\xfe"),
        (b"\x0b", "ctrl+k", b""),
    ],
)
def test_the_first_key(data: bytes, key: str, rest: bytes) -> None:
    assert next_key(data) == (key, rest)


def test_a_terminal_is_taken_and_given_back_even_after_an_error() -> None:
    master, slave = pty.openpty()
    try:
        before = termios.tcgetattr(slave)
        with suppress(ZeroDivisionError), PosixKeyboard(slave, lambda: None) as keyboard:
            assert not termios.tcgetattr(slave)[3] & (termios.ICANON | termios.ECHO)
            assert termios.tcgetattr(slave)[3] & termios.ISIG
            os.write(master, b"n\x1b[C")
            assert [keyboard.read(1.0), keyboard.read(1.0)] == ["n", "right"]
            assert keyboard.read(0.0) == ""
            raise ZeroDivisionError
        assert termios.tcgetattr(slave) == before
    finally:
        os.close(master)
        os.close(slave)


def test_a_closed_terminal_ends() -> None:
    master, slave = pty.openpty()
    try:
        with PosixKeyboard(slave, lambda: None) as keyboard:
            os.close(master)
            assert keyboard.read(1.0) == "end"
    finally:
        os.close(slave)
