"""A mistake in a file, and showing what was found without trusting it."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.problem import Problem

MAX_PROBLEMS = 100
"""Mistakes that are told of one file; a file with more is not what it says it is."""


class ProblemLog:
    """Collects the mistakes of one file; beyond MAX_PROBLEMS they are only counted."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        """`problems` are known already."""
        self._problems = list(problems)
        self._unlisted = 0

    @property
    def is_full(self) -> bool:
        """Whether further mistakes are only counted."""
        return len(self._problems) >= MAX_PROBLEMS

    def add(self, line: int, message: str) -> None:
        """Note a mistake; the same one is noted once."""
        problem = Problem(line, message)
        if self.is_full:
            self._unlisted += 1
        elif problem not in self._problems:
            self._problems.append(problem)

    def sorted(self) -> tuple[Problem, ...]:
        """All mistakes by line; the last one tells how many more there are."""
        problems = sorted(self._problems, key=attrgetter("line"))
        if self._unlisted:
            more = f"{self._unlisted} more mistakes are not listed"
            problems.append(Problem(problems[-1].line, more))
        return tuple(problems)


class FaultyFile(Trouble):
    """The trouble with a file that has mistakes; each one is also there by itself."""

    def __init__(self, problems: Sequence[Problem], path: Path) -> None:
        count = "a mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        super().__init__(
            f"The file has {count}: " + "; ".join(str(problem) for problem in problems),
            printable(str(path)),
            "Mend the file and try again",
        )
        self.problems = problems


def first_of(problems: Sequence[Problem]) -> str:
    """The first mistake of a file that another names, and how many more there are."""
    more = len(problems) - 1
    return f"{problems[0]} (and {more} more)" if more else str(problems[0])


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Up to three known words that look like `word`, nearest first."""
    # Only mistakes need it; it is never imported on the way to the first window.
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known}
    # Comparing grows with the square of the length, and nobody mistypes 60 characters.
    close = get_close_matches(word[:60].casefold(), by_fold, 3, 0.6)
    return [by_fold[name] for name in close]


def suggestion(word: str, known: Sequence[str]) -> str:
    """'did you mean "reps"?' or, if nothing is near, 'known are "reps", "hold"'."""
    close = nearest(word, known)
    if close:
        return f'did you mean "{close[0]}"?'
    return "known are " + ", ".join(f'"{name}"' for name in known) if known else "none is known"


def printable(text: str) -> str:
    """The text with whatever a terminal or a label could take for a command escaped."""
    return "".join(char if is_plain(char) else ascii(char)[1:-1] for char in text)


def is_plain(char: str) -> bool:
    r"""Whether a character only shows itself: no control, no bidi override, no line separator.

    "\n" and "\t" are controls here too.
    """
    code = ord(char)
    return not (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0x2028 <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xD800 <= code < 0xE000
    )


def shown(value: object) -> str:
    """A value of a file as a message shows it: short, quoted if it is text, safe to print."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            text = value if len(value) <= 40 else value[:39] + "…"
            return f'"{printable(text)}"'
        case int():
            # Python refuses to write out a number of thousands of digits.
            return str(value) if abs(value) < 10**15 else "a number beyond all measure"
        case float():
            return repr(value)
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or time"
