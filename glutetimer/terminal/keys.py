"""Single keys from a terminal, which is given back as it was whatever happens."""

import os
import select
import signal
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Self

from glutetimer.terminal.questions import NAMES
from glutetimer.terminal.session_keys import END_KEY

_FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 13))

LETTERS = {
    **{b"A": "up", b"B": "down", b"C": "right", b"D": "left", b"H": "home", b"F": END_KEY},
    **{b"P": "f1", b"Q": "f2", b"R": "f3", b"S": "f4"},
}
"""The named keys by the letter that ends their sequence."""

NUMBERS = {
    **{1: "home", 2: "ins", 3: "del", 4: END_KEY, 5: "pgup", 6: "pgdown", 7: "home", 8: END_KEY},
    **dict(zip((11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), _FUNCTION_KEYS, strict=True)),
}
"""Those that end in "~", by the number before it."""

_HELD = ((4, "ctrl+"), (2, "alt+"), (1, "shift+"))  # bits of the second number, less one
SEQUENCE_PAUSE_S = 0.03
"""An escape that nothing follows for so long was the Esc key itself."""


def next_key(data: bytes) -> tuple[str, bytes]:
    """The first key of some input and the rest of it; "" if what comes first is no key."""
    if data[:3] == b"\x1b[[" and len(data) > 3:  # the console of Linux: F1 to F5
        number = data[3] - ord("A")
        return _FUNCTION_KEYS[number] if 0 <= number < 5 else "", data[4:]
    if data[:2] in (b"\x1b[", b"\x1bO"):
        end = 2
        while end < len(data) and not 0x40 <= data[end] <= 0x7E:
            end += 1
        return _named(data[2:end], data[end : end + 1]), data[end + 1 :]
    if name := NAMES.get(chr(data[0])):
        return name, data[1:]
    if 0 < data[0] <= 26 and data[:1] != b"\t":
        return f"ctrl+{chr(data[0] + 96)}", data[1:]
    length = 1
    while length < len(data) and length < 4 and 0x80 <= data[length] <= 0xBF:
        length += 1
    letter = data[:length].decode("utf-8", "replace")
    return letter if letter.isprintable() and len(letter) == 1 else "", data[length:]


def _named(numbers: bytes, last: bytes) -> str:
    """The key of a sequence such as `1;5C`, with what was held; "" if it is none."""
    parts = numbers.split(b";") if numbers else []
    if len(parts) > 2 or not all(part.isdigit() and len(part) < 4 for part in parts):
        return ""
    found = NUMBERS.get(int(parts[0]), "") if last == b"~" and parts else LETTERS.get(last, "")
    bits = int(parts[1]) - 1 if len(parts) == 2 else 0
    held = "".join(name for bit, name in _HELD if bits & bit)
    return f"{held}{found}" if found else ""


class PosixKeyboard:
    """The keys of a terminal, one at a time and not shown; use it in a `with`.

    Ctrl+C still interrupts and Ctrl+Z still stops: then the terminal is given back at once, and
    taken again when the program goes on.
    """

    def __init__(self, descriptor: int, on_return: Callable[[], None]) -> None:
        """`on_return` is called by `read` after the program was stopped and went on."""
        self._descriptor = descriptor
        self._on_return = on_return
        self._has_returned = False
        self._data = b""
        self._found: list[Any] = []
        self._handlers: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        self._found = termios.tcgetattr(self._descriptor)
        for number, handler in ((signal.SIGTSTP, self._stop), (signal.SIGCONT, self._go_on)):
            self._handlers[number] = signal.signal(number, handler)
        self._take()
        return self

    def __exit__(self, *error: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._give_back()

    def read(self, timeout_s: float) -> str:
        """The next key: a letter or a name ("space", "left", "end" ...); "" if none came."""
        if not self._data:
            self._data = self._wait(timeout_s)
        if self._has_returned:
            self._has_returned = False
            self._on_return()  # here and not in the handler, which may have cut into a write
        if self._data == b"\x1b":
            self._data += self._wait(SEQUENCE_PAUSE_S)
        if not self._data:
            return ""
        key, self._data = next_key(self._data)
        return key

    def _wait(self, timeout_s: float) -> bytes:
        ready, _, _ = select.select([self._descriptor], [], [], timeout_s)
        if not ready:
            return b""
        try:
            # Nothing to read from a ready terminal: it was closed. As if Ctrl+D had been pressed.
            return os.read(self._descriptor, 256) or b"\x04"
        except OSError:
            return b"\x04"

    def _take(self) -> None:
        tty.setcbreak(self._descriptor, termios.TCSADRAIN)

    def _give_back(self) -> None:
        with suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._found)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._give_back()
        with suppress(OSError):
            os.write(self._descriptor, b"\x1b[?25h\n")  # the cursor, and a line for the shell
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)  # returns when the program goes on
        signal.signal(signal.SIGTSTP, self._stop)
        self._go_on(number, frame)  # SIGCONT has come, or the system did not let us stop

    def _go_on(self, number: int, frame: FrameType | None) -> None:
        try:
            if os.tcgetpgrp(self._descriptor) != os.getpgrp():
                return  # in the background: the terminal is another's
            self._take()
        except (OSError, termios.error):
            return
        self._has_returned = True
