"""Text for terminals: nothing that moves the cursor, nothing that cannot be shown."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""They shape Persian words and families of emoji, and show nothing themselves."""


def visible(text: str) -> str:
    r"""The text with whatever acts on a terminal, or hides there, written out: `\x1b`, `\u202e`.

    These are controls but for line ends and tabs, signs of direction and other characters without
    a width. Joiners are left out: nothing is lost but ties between letters.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def clean(text: str) -> str:
    """A text as one that takes a line and nothing else: visible, without line breaks and tabs."""
    if text.isprintable():
        return text
    return "".join(" " if letter.isspace() else _visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter.isprintable() or letter in "\n\t" or unicodedata.category(letter) == "Zs":
        return letter
    return "" if letter in _JOINERS else ascii(letter)[1:-1]


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
