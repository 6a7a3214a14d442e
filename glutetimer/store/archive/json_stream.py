"""Reading a long JSON file piece by piece, so that 100 MB of it take few of the memory."""

import json
import re
from collections.abc import Iterator, Set
from typing import NoReturn, TextIO

_CHUNK = 1 << 16
_LONGEST = 1 << 24  # letters of one value: a session of 30 sets has some 12,000
_INK = re.compile("[^ \t\r\n]")


class BrokenJsonError(Exception):
    """The file is no JSON object as it should be; says why, and in which line."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


class JsonStream:
    """The object that a file holds; the lists with these names come element by element.

    `line` is where the last value began, counted from 1; `names` are those met so far;
    `letters_read` grows with every piece; `is_object` says whether it begins as one.
    """

    def __init__(self, file: TextIO, long_lists: Set[str]) -> None:
        self._file = file
        self._long_lists = long_lists
        self._text = ""
        self._at = 0
        self._lines_before = 0  # those of the pieces that are gone
        self._begun_at = 0  # where the last value began; below 0 in a piece that is gone
        self._begun_line = 1
        self._decoder = json.JSONDecoder(parse_constant=_refuse)
        self.is_object = False
        self.names: list[str] = []
        self.letters_read = 0

    @property
    def line(self) -> int:
        """Where the last value began."""
        # Counted only when it is asked for: a piece may have thousands of values.
        if self._begun_at < 0:
            return self._begun_line
        return 1 + self._lines_before + self._text.count("\n", 0, self._begun_at)

    def items(self) -> Iterator[tuple[str, object]]:
        """Yield every name with its value, or with each element of a long list.

        Raises:
            BrokenJsonError: it is something else, or ends too early.
        """
        self._take("{")
        self.is_object = True
        if self._next() == "}":
            self._take("}")
        else:
            while True:
                yield from self._named()
                if self._take(",}") == "}":
                    break
        if self._next():
            self._fail("There is something after the end")

    def _named(self) -> Iterator[tuple[str, object]]:
        name = self._value()
        if not isinstance(name, str):
            self._fail("There is no name where one should be")
        self.names.append(name)
        self._take(":")
        if name not in self._long_lists or self._next() != "[":
            yield name, self._value()
            return
        self._take("[")
        if self._next() == "]":
            self._take("]")
            return
        while True:
            yield name, self._value()
            if self._take(",]") == "]":
                return

    def _value(self) -> object:
        if not self._next():
            self._fail("The file ends too early")
        self._begun_at = self._at
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if len(self._text) - self._at >= _LONGEST:
                    self._fail("This is longer than anything in a history")
                if self._more():
                    continue
                self._fail_at(error)
            except ValueError as error:  # NaN, or a number of thousands of digits
                self._fail(f"This is no number: {error}")
            except RecursionError:
                self._fail("This is nested too deep for a history")
            # A number that ends with the piece may go on in the next.
            if end < len(self._text) or not self._more():
                self._at = end
                return value

    def _next(self) -> str:
        """Go to the next letter that is not blank; "" at the end."""
        here = self._text[self._at : self._at + 1]
        if here > " ":  # nearly always, and a file may have a million of them
            return here
        while True:
            found = _INK.search(self._text, self._at)
            if found is not None:
                self._at = found.start()
                return found[0]
            self._at = len(self._text)
            if not self._more():
                return ""

    def _take(self, allowed: str) -> str:
        found = self._next()
        if not found:
            self._fail("The file ends too early")
        if found not in allowed:
            self._fail(f"There is “{found}” where {' or '.join(f'“{a}”' for a in allowed)} belongs")
        self._at += 1
        return found

    def _more(self) -> bool:
        # As much again as could not be read: a long value is tried few times only.
        piece = self._file.read(max(_CHUNK, len(self._text) - self._at))
        if piece:
            self.letters_read += len(piece)
            self._begun_line = self.line
            self._lines_before += self._text.count("\n", 0, self._at)
            self._text = self._text[self._at :] + piece
            self._begun_at -= self._at
            self._at = 0
        return bool(piece)

    def _fail_at(self, error: json.JSONDecodeError) -> NoReturn:
        self._at = error.pos
        rest = self._text[error.pos :].strip()
        is_cut = (
            error.msg.startswith("Unterminated")
            or (error.msg.startswith("Invalid \\") and len(rest) <= len("u00e4"))
            or any(word.startswith(rest) for word in ("true", "false", "null", "-"))
        )
        self._fail("The file ends too early" if is_cut else f"This is no JSON: {error.msg}")

    def _fail(self, why: str) -> NoReturn:
        self._begun_at = self._at
        raise BrokenJsonError(why, self.line)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)
