"""Where the keys of a TOML file stand: tomllib gives values only, no lines."""

import re
import sys
from collections.abc import Iterator
from contextlib import suppress

MAX_DEPTH = 16
"""Levels of brackets and parts of a key; our files need four."""

KeyPath = tuple[str | int, ...]
"""Keys and list indexes from the top: ("exercise", 0, "tempo", "lift")."""


class TooDeepError(Exception):
    """Brackets or keys are nested more than MAX_DEPTH deep at `line`."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every table, key and list item of a TOML text.

    Text that is not TOML gives the lines up to where it stops making sense; tomllib says
    what is wrong with it. Raises TooDeepError.
    """
    scanner = _Scanner(text)
    with suppress(_ConfusedError):
        scanner.run()
    return scanner.lines


def line_of_long_number(text: str) -> int:
    """The line (from 1) of the first decimal number that Python does not read; else 1."""
    digits = sys.get_int_max_str_digits()
    for kind, word, line in _tokens(text):
        number = word.lstrip("+-").replace("_", "")
        if kind == "bare" and len(number) > digits and number.isdecimal():
            return line
    return 1


class _ConfusedError(Exception):
    """The text is not TOML from here on."""


# No possessive groups, "(...)*+": before Python 3.11.5 they lose matches (Debian 12 has 3.11.2).
_TOKEN = r'''(?xs)
      (?P<long>"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|\'\'\'(?:[^']|'{1,2}(?!'))*'{3,5})
    | (?P<unclosed>"""|\'\'\')
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'[^'\n]*+')
    | (?P<skip>[ \t\r]++|\#[^\n]*+)
    | (?P<newline>\n[ \t\r\n]*+)
    | (?P<mark>[\[\]{}=,.])
    | (?P<bare>[^\s\[\]{}=,.#"']++)
    '''

_Token = tuple[str, str, int]  # kind, text, line


def _tokens(text: str) -> Iterator[_Token]:
    line, position = 1, 0
    for found in re.finditer(_TOKEN, text):
        kind, word = found.lastgroup, found.group()
        if found.start() != position or kind is None or kind == "unclosed":
            return
        position = found.end()
        if kind != "skip":
            yield kind, word, line
        if kind in ("newline", "long", "string"):
            line += word.count("\n")


class _Scanner:
    """Walks over the statements of a TOML text, and into MAX_DEPTH brackets at most."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._tokens = _tokens(text)
        self._now: _Token | None = next(self._tokens, None)
        self._table: KeyPath = ()
        self._array_sizes: dict[KeyPath, int] = {}

    def run(self) -> None:
        while self._now is not None:
            kind, text, line = self._now
            if kind == "newline":
                self._advance()
            elif text == "[" and kind == "mark":
                self._header(line)
            else:
                self._value(self._key_of_pair(self._table))
                self._skip_line()

    def _advance(self) -> _Token:
        token = self._now
        if token is None:
            raise _ConfusedError
        self._now = next(self._tokens, None)
        return token

    def _is_at(self, mark: str) -> bool:
        return self._now is not None and self._now[:2] == ("mark", mark)

    def _expect(self, mark: str) -> None:
        if not self._is_at(mark):
            raise _ConfusedError
        self._advance()

    def _skip_line(self) -> None:
        while self._now is not None and self._now[0] != "newline":
            self._advance()

    def _skip_newlines(self) -> None:
        while self._now is not None and self._now[0] == "newline":
            self._advance()

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while True:
            kind, text, line = self._advance()
            if kind == "bare":
                parts.append(text)
            elif kind == "string":
                parts.append(_unquoted(text))
            else:
                raise _ConfusedError
            if len(parts) > MAX_DEPTH:
                raise TooDeepError(line)
            if not self._is_at("."):
                return tuple(parts)
            self._advance()

    def _header(self, line: int) -> None:
        self._expect("[")
        is_array = self._is_at("[")
        if is_array:
            self._advance()
        *parents, last = self._key()
        path: KeyPath = ()
        for part in parents:
            path = self._in_last_item((*path, part))
            self.lines.setdefault(path, line)
        path = (*path, last)
        if is_array:
            self.lines.setdefault(path, line)
            size = self._array_sizes.get(path, 0)
            self._array_sizes[path] = size + 1
            path = (*path, size)
        else:
            path = self._in_last_item(path)
        self.lines.setdefault(path, line)
        self._table = path
        self._skip_line()

    def _in_last_item(self, path: KeyPath) -> KeyPath:
        size = self._array_sizes.get(path)
        return path if size is None else (*path, size - 1)

    def _key_of_pair(self, table: KeyPath) -> KeyPath:
        line = self._now[2] if self._now else 1
        for part in self._key():
            table = (*table, part)
            self.lines.setdefault(table, line)
        self._expect("=")
        return table

    def _value(self, path: KeyPath, depth: int = 0) -> None:
        """Walk over one value within so many brackets."""
        kind, opening, line = self._advance()
        if kind == "newline" or (kind == "mark" and opening not in "[{"):
            raise _ConfusedError
        self.lines.setdefault(path, line)
        if kind != "mark":
            return
        if depth == MAX_DEPTH:
            raise TooDeepError(line)
        closing = "]" if opening == "[" else "}"
        index = 0
        self._skip_newlines()
        while not self._is_at(closing):
            self._value((*path, index) if opening == "[" else self._key_of_pair(path), depth + 1)
            index += 1
            while not (self._is_at(",") or self._is_at(closing)):
                self._advance()  # the rest of a number or a time, or newlines
            if self._is_at(","):
                self._advance()
                self._skip_newlines()
        self._advance()


def _unquoted(text: str) -> str:
    """A quoted key; escapes other than quote and backslash stay (they find no line)."""
    if text[0] == "'":
        return text[1:-1]
    return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
