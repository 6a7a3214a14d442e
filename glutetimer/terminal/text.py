"""Text for terminals: nothing that moves the cursor, nothing that cannot be shown."""

import codecs
import unicodedata
from typing import TextIO

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
    "\u00a0": " ",
    "\u202f": " ",
}
_HANDLER = "glutetimer.plain"


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
    for text in (_PLAIN.get(letter), unicodedata.normalize("NFKD", letter)[0]):
        if text is None:
            continue
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            continue
        return text
    return "?"


def clean(text: str) -> str:
    """The text without line breaks and control characters; a file's text cannot rule a screen."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in text)


def width(text: str) -> int:
    """How many columns a clean text takes."""
    if text.isascii():
        return len(text)
    return sum(_letter_width(letter) for letter in text)


def fit(text: str, columns: int) -> str:
    """The text cut to so many columns."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for letter in text:
        used += _letter_width(letter)
        if used > columns:
            break
        kept.append(letter)
    return "".join(kept)


def bar(share: float, columns: int) -> str:
    """A progress bar of so many columns, frame included, for a share of 0 to 1."""
    inside = max(0, columns - 2)
    done = round(min(1.0, max(0.0, share)) * inside)
    return f"[{'#' * done}{'-' * (inside - done)}]"


def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
