"""Where the terminal player writes: a live block in a terminal, plain lines elsewhere."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol, TextIO

from glutetimer.terminal.text import clean, fit, width

HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
ERASE_LINE_END, ERASE_BELOW = "\x1b[K", "\x1b[J"


class Screen(Protocol):
    """Takes lines that stay, and lines that change in place."""

    def log(self, line: str) -> None:
        """Write a line that stays."""

    def show(self, lines: Sequence[str]) -> None:
        """Put these lines in the place of the last ones shown, below what stays."""


class PlainScreen:
    """Only what stays, line by line: a pipe, a file, a dumb terminal."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def log(self, line: str) -> None:
        """Write a line that stays, at once."""
        self._out.write(clean(line) + "\n")
        self._out.flush()

    def show(self, lines: Sequence[str]) -> None:
        """Nothing changes in place here."""


class LiveScreen:
    """A block of lines at the bottom of a terminal, rewritten in place without flicker."""

    def __init__(self, out: TextIO, columns: Callable[[], int]) -> None:
        """`columns` tells the width of the terminal at this moment."""
        self._out = out
        self._columns = columns
        self._shown: list[str] = []
        self._shown_columns = 0

    def log(self, line: str) -> None:
        """Write a line that stays, above the live block."""
        block, self._shown = self._shown, []
        top = self._to_top(block)
        self._write(f"{top}{ERASE_BELOW}{clean(line)}\n")
        if block:
            self.show(block)

    def show(self, lines: Sequence[str]) -> None:
        """Replace the live block; only what changed is written."""
        columns = max(1, self._columns() - 1)  # the last column would wrap in some terminals
        fitted = [fit(clean(line), columns) for line in lines]
        if fitted == self._shown and columns == self._shown_columns:
            return
        top = self._to_top(self._shown)
        if columns != self._shown_columns:
            top += ERASE_BELOW
        self._shown, self._shown_columns = fitted, columns
        body = "\n".join(line + ERASE_LINE_END for line in fitted)
        self._write(f"{HIDE_CURSOR}{top}{body}{ERASE_BELOW}")

    def repaint(self) -> None:
        """Write the block anew below whatever others wrote (after the program was stopped)."""
        block, self._shown = self._shown, []
        self._shown_columns = 0
        self._write("\r")
        self.show(block)

    def close(self) -> None:
        """Leave the cursor below the block, visible."""
        end = "\n" if self._shown else ""
        self._shown = []
        self._write(end + SHOW_CURSOR)

    def clear(self) -> None:
        """Remove the block."""
        block, self._shown = self._shown, []
        self._write(self._to_top(block) + ERASE_BELOW)

    def _to_top(self, block: Sequence[str]) -> str:
        """Move to the first column of the block's first row; a narrowed terminal has wrapped it."""
        columns = max(1, self._columns())
        rows = sum(max(1, -(-width(line) // columns)) for line in block)
        return "\r" + (f"\x1b[{rows - 1}A" if rows > 1 else "")

    def _write(self, text: str) -> None:
        # A terminal that was closed: the keyboard says so, and what was answered is kept first.
        with suppress(OSError):
            self._out.write(text)
            self._out.flush()
