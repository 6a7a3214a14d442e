"""Reading a TOML file of unknown origin into values, or saying why not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from glutetimer.files.problem import Problem, printable
from glutetimer.files.toml_lines import MAX_DEPTH, KeyPath, TooDeepError, key_lines
from glutetimer.ordinary_file import NotOrdinaryError, open_ordinary

MAX_FILE_BYTES = 256 * 1024

_QUOTES = 'texts and durations stand in quotes, as in rest = "45s"'
_PLAINER = {
    "Illegal character '\\n'": "a text is not closed with a quote",
    "Invalid value": f"the value cannot be read; {_QUOTES}",
    "Expected newline or end of document after a statement": (
        f"the line goes on after the value; {_QUOTES}"
    ),
}
"""What people usually did where tomllib says this."""


@dataclass(frozen=True)
class Document:
    """The values of a TOML file and the text they came from."""

    values: Mapping[str, object]
    text: str

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        # Only mistakes need lines, so a clean file is never scanned for them.
        try:
            return key_lines(self.text)
        except TooDeepError:
            return {}

    def line_of(self, path: KeyPath) -> int:
        """The line (from 1) of a key, or of the nearest table around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def read_document(path: Path) -> Document | Problem:
    """Read a TOML file: its values, or the one mistake that makes it unreadable. Never raises."""
    content = _read_bytes(path)
    if isinstance(content, Problem):
        return content
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(line, "this is not UTF-8 text; save the file in UTF-8 encoding")
    return parse_document(text)


def parse_document(text: str) -> Document | Problem:
    """Take a TOML text apart: its values, or the one mistake of its form."""
    # 12 ms that a start with a warm cache does not pay.
    import tomllib

    if not text.strip():
        return Problem(1, "the file is empty")
    try:
        if any(line.count(".") > MAX_DEPTH for line in text.splitlines()):
            key_lines(text)  # tomllib takes minutes for a key of 100,000 parts
        return Document(tomllib.loads(text), text)
    except TooDeepError as error:
        return _too_deep(error.line)
    except RecursionError:
        return _too_deep(_line_of_depth(text))
    except tomllib.TOMLDecodeError as error:
        return _form_problem(str(error), text)
    except (ValueError, OverflowError):  # a number of more than 4,300 digits
        long_number = re.search("[0-9_]{1000}", text)
        line = text.count("\n", 0, long_number.start()) + 1 if long_number else 1
        return Problem(line, "a number has too many digits")


def _read_bytes(path: Path) -> bytes | Problem:
    too_large = f"the file is larger than {MAX_FILE_BYTES // 1024} KiB, the most that is read"
    try:
        with open_ordinary(path) as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except IsADirectoryError:
        return Problem(0, "this is a folder, not a file")
    except NotOrdinaryError:
        return Problem(0, "this is not an ordinary file")
    except FileNotFoundError:
        return Problem(0, "there is no such file")
    except PermissionError:
        return Problem(0, "the file may not be read; change its permissions")
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = error.strerror if isinstance(error, OSError) else None
        return Problem(0, f"the file cannot be read: {reason or 'its name is not valid'}")
    return Problem(0, too_large) if len(content) > MAX_FILE_BYTES else content


def _too_deep(line: int) -> Problem:
    return Problem(line, f"brackets or keys are nested more than {MAX_DEPTH} deep")


def _line_of_depth(text: str) -> int:
    try:
        key_lines(text)
    except TooDeepError as error:
        return error.line
    return 1


def _form_problem(message: str, text: str) -> Problem:
    found = re.fullmatch(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", message, re.S)
    if found is None:
        return Problem(1, f"this is not TOML: {printable(message)}")
    what = _PLAINER.get(found[1], found[1][:1].lower() + found[1][1:])
    if found[1].startswith(("Cannot overwrite", "Cannot declare", "Duplicate inline")):
        what = "this key or table stands twice"
    last_line = text.rstrip("\n").count("\n") + 1
    line = min(int(found[2]), last_line) if found[2] else last_line
    return Problem(line, f"this is not TOML: {printable(what)}")
