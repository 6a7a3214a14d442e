"""A very small terminal: what a person would see of what was written."""

import re

from glutetimer.terminal.text import width

_PARTS = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])|(.)", re.DOTALL)


class TerminalModel:
    """Rows of text, a cursor, and the few sequences that LiveScreen uses."""

    def __init__(self, columns: int = 80) -> None:
        self.columns = columns
        self.writes = 0
        self.is_cursor_shown = True
        self._rows: list[str] = [""]
        self._row = 0
        self._column = 0

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(row.rstrip() for row in self._rows).rstrip("\n")

    def write(self, text: str) -> int:
        """Take what a program writes."""
        self.writes += 1
        for match in _PARTS.finditer(text):
            number, command, letter = match.groups()
            if letter:
                self._letter(letter)
            else:
                self._command(number, command)
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def narrow(self, columns: int) -> None:
        """Resize as terminals do that wrap what no longer fits."""
        rows: list[str] = []
        for number, row in enumerate(self._rows):
            text = row.rstrip()
            pieces = [text[i : i + columns] for i in range(0, len(text), columns)] or [""]
            rows += pieces
            if number == self._row:
                self._row = len(rows) - 1
        self._rows, self.columns = rows, columns
        self._column = min(self._column, columns - 1)

    def _letter(self, letter: str) -> None:
        if letter == "\r":
            self._column = 0
        elif letter == "\n":
            self._row, self._column = self._row + 1, 0
            if self._row == len(self._rows):
                self._rows.append("")
        else:
            row = self._rows[self._row].ljust(self._column)
            self._rows[self._row] = row[: self._column] + letter + row[self._column + 1 :]
            self._column += width(letter)
            assert self._column <= self.columns, "a line wraps"

    def _command(self, number: str, command: str) -> None:
        match command:
            case "A":
                self._row -= int(number)
                assert self._row >= 0, "above the screen"
            case "K":
                self._rows[self._row] = self._rows[self._row][: self._column]
            case "J":
                self._rows[self._row] = self._rows[self._row][: self._column]
                del self._rows[self._row + 1 :]
            case "h" | "l":
                self.is_cursor_shown = command == "h"
            case _:
                raise AssertionError(f"unknown sequence {number}{command}")
