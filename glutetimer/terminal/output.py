"""The one way to the standard output and the standard error, for all that any command prints."""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBADF
from io import StringIO
from typing import TextIO, cast
from unicodedata import normalize

from glutetimer.core.errors import Trouble
from glutetimer.terminal.text import visible

_PLAIN = {
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "·": "-",
    "→": "->",
    "°": " deg",
}
_HANDLER = "glutetimer.plain"


class TerminalOutput:
    """A stream of this process. To a terminal goes nothing that could rule it, from any text.

    To a file or pipe every letter goes as it is. What cannot be written any more (a full disk, a
    pipe that nobody reads) raises Trouble or BrokenPipeError from then on, and goes nowhere, so
    that Python does not complain at its end; of messages it is lost without a word.
    """

    def __init__(self, stream: TextIO, *, is_for_messages: bool) -> None:
        self.stream = stream
        self._is_for_messages = is_for_messages
        self._is_terminal = stream.isatty()
        self._error: OSError | None = None
        make_printable(stream)

    def write(self, text: str) -> int:
        """Write a text; returns how many letters it has."""
        with self._watched():
            self.stream.write(visible(text) if self._is_terminal else text)
        return len(text)

    def flush(self) -> None:
        """Let everything that was written arrive."""
        with self._watched():
            self.stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            if self._error is not None and not self._is_for_messages:
                raise self._error  # argparse, for one, did not hear of it
            yield
        except OSError as error:
            self._error = error
            self._give_up()
            if self._is_for_messages:
                return
            if isinstance(error, BrokenPipeError):
                raise
            reason = error.strerror or type(error).__name__
            cure = "Let it go somewhere else, or make room there"
            raise Trouble(f"The output cannot be written: {reason}", "", cure) from error

    def _give_up(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        with suppress(OSError, ValueError):  # an output without a descriptor cannot complain
            os.dup2(nowhere, self.stream.fileno())
        os.close(nowhere)


class _Closed(StringIO):
    """An output that the shell has closed."""

    def write(self, text: str) -> int:
        """Refuse."""
        raise OSError(EBADF, "it is closed")


@contextmanager
def guarded_output() -> Iterator[None]:
    """Let all that is printed meanwhile go through a `TerminalOutput`.

    An output that was closed before is one that cannot be written; without one for messages there
    is none.
    """
    out, messages = sys.stdout, sys.stderr
    sys.stdout = cast(TextIO, TerminalOutput(out or _Closed(), is_for_messages=False))
    if messages is not None:  # pythonw on Windows has neither
        sys.stderr = cast(TextIO, TerminalOutput(messages, is_for_messages=True))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, messages


def drawing_on(stream: TextIO) -> TextIO:
    """The stream for whoever moves the cursor, and lets no text through that is not clean."""
    return stream.stream if isinstance(stream, TerminalOutput) else stream


def make_printable(stream: TextIO) -> None:
    """Let a stream print everything; what its encoding lacks is put in plain letters."""
    codecs.register_error(_HANDLER, _replace)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:  # a test's StringIO has none and needs none
        reconfigure(errors=_HANDLER)


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_plain(letter, error.encoding) for letter in lacking), error.end


def _plain(letter: str, encoding: str) -> str:
    for text in (_PLAIN.get(letter), normalize("NFKD", letter)[0]):
        if text is None:
            continue
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            continue
        return text
    return "?"
