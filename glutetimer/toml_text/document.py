"""Reading a TOML file of unknown origin into values, or saying why not."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from glutetimer.core.problem import Problem
from glutetimer.ordinary_file import open_ordinary
from glutetimer.toml_text.form import form_problem, is_of_form, key_of, without_line
from glutetimer.toml_text.key_lines import (
    MAX_DEPTH,
    KeyPath,
    TooDeepError,
    key_lines,
    line_of_long_number,
)

MAX_FILE_BYTES = 256 * 1024
EMPTY_FILE = Problem(1, "the file is empty")

MOST_MENDED = 20
"""Mistakes of form after which nothing more is looked for."""


@dataclass(frozen=True)
class Document:
    """The values of a TOML file and the text they came from.

    `problems` are mistakes of its form: the values are those of the other lines. `unread` are the
    keys of the lines that were passed over.
    """

    values: Mapping[str, object]
    text: str
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    mended: str = ""
    """The text without the lines that were passed over, which are empty in it."""

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        # Only mistakes need lines, so a clean file is never scanned for them.
        try:
            return key_lines(self.mended or self.text)
        except TooDeepError:
            return {}

    def line_of(self, path: KeyPath) -> int:
        """The line (from 1) of a key, or of the nearest table around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def read_document(path: Path, *, reads_on: bool = False) -> Document | Problem:
    """Read a TOML file: its values, or the one mistake that makes it unreadable. Never raises.

    `reads_on`: after mistakes of form what the other lines say, where that makes sense.
    """
    try:
        content = read_bytes(path)
    except FileNotFoundError:
        return Problem(0, "there is no such file")
    except IsADirectoryError:
        return Problem(0, "this is a folder, not a file")
    except PermissionError:
        return Problem(0, "the file may not be read; change its permissions")
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = error.strerror if isinstance(error, OSError) else None
        return Problem(0, f"the file cannot be read: {reason or 'its name is not valid'}")
    document = parse_bytes(content, reads_on=reads_on)
    if isinstance(document, Document) and not document.text.strip():
        return EMPTY_FILE
    return document


def read_bytes(path: Path) -> bytes:
    """What is in an ordinary file, up to one byte more than `parse_bytes` takes.

    Raises OSError, or ValueError for a name that no system allows. A pipe is not waited for.
    """
    with open_ordinary(path) as file:
        return file.read(MAX_FILE_BYTES + 1)


def parse_bytes(content: bytes, *, reads_on: bool = False) -> Document | Problem:
    """Take the content of a TOML file apart: its values, or the one mistake of its form.

    `reads_on` as in `read_document`.
    """
    if len(content) > MAX_FILE_BYTES:
        most = f"{MAX_FILE_BYTES // 1024} KiB"
        return Problem(0, f"the file is larger than {most}, the most that is read")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(line, "this is not UTF-8 text; save the file in UTF-8 encoding")
    document = parse_document(text)
    if reads_on and isinstance(document, Problem) and is_of_form(document):
        return read_on(text, document)
    return document


def read_on(text: str, first: Problem) -> Document | Problem:
    """What a text has besides the lines whose form is wrong; the first mistake if that is vain."""
    problems, mended = [first], text
    while len(problems) <= MOST_MENDED:
        without = without_line(mended, problems[-1].line) if problems[-1].line else None
        if without is None:
            return first
        mended = without
        document = parse_document(mended)
        if isinstance(document, Document):
            if not document.values:
                return first
            lines = text.split("\n")
            unread = frozenset(key_of(lines[problem.line - 1]) for problem in problems)
            return Document(document.values, text, tuple(problems), unread, mended)
        problems.append(document)
    return first


def parse_document(text: str) -> Document | Problem:
    """Take a TOML text apart: its values, or the one mistake of its form."""
    try:
        if any(line.count(".") > MAX_DEPTH for line in text.split("\n")):
            key_lines(text)  # tomllib takes minutes for a key of 100,000 parts
        return Document(tomllib.loads(text), text)
    except (TooDeepError, RecursionError):
        return _too_deep(text)
    except tomllib.TOMLDecodeError as error:
        return form_problem(str(error), text)
    except (ValueError, OverflowError):  # a number of more than 4,300 digits
        return Problem(line_of_long_number(text), "a number has too many digits")


def _too_deep(text: str) -> Problem:
    line = 1
    try:
        key_lines(text)
    except TooDeepError as error:
        line = error.line
    return Problem(line, f"brackets or keys are nested more than {MAX_DEPTH} deep")
