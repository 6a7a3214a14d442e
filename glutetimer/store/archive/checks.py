"""What a value in a file of the history may be; each check returns what is stored of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from math import nan

Check = Callable[[object], object]

MOST_LETTERS = 100_000
MOST = 10_000_000  # of any count and any seconds: a third of a year
# Nearer ends of the calendar would leave no room for an offset from UTC.
# No clock of the world was ever 18 hours from UTC; the history keeps offsets in whole minutes.
_FURTHEST = timedelta(hours=18)
_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)


class NotAllowedError(Exception):
    """The value is wrong; the text says what is allowed, after "It has to be"."""


def text(value: object) -> str:
    """Check a text."""
    if isinstance(value, str) and len(value) <= MOST_LETTERS and _can_be_stored(value):
        return value
    raise NotAllowedError(f"a text of at most {MOST_LETTERS:,} whole characters")


def count(value: object) -> int:
    """Check a whole number."""
    return _whole(value, MOST)


def level(value: object) -> int:
    """Check a level of pain or effort."""
    return _whole(value, 10)


def seconds(value: object) -> float:
    """Check seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        value = nan
    if 0 <= value <= MOST:  # never true of nan
        return float(value)
    raise NotAllowedError(f"a number of seconds from 0 to {MOST:,}")


def flag(value: object) -> bool:
    """Check a yes or no."""
    if isinstance(value, bool):
        return value
    raise NotAllowedError("true or false")


def moment(value: object) -> datetime:
    """Check a time; it comes with its own offset from UTC."""
    allowed = "a time with its offset from UTC such as 2026-01-05T07:30:00+01:00"
    if not isinstance(value, str):
        raise NotAllowedError(allowed)
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise NotAllowedError(allowed) from None
    offset = at.utcoffset()
    if offset is None:
        raise NotAllowedError(allowed)
    if offset % timedelta(minutes=1) or abs(offset) > _FURTHEST:
        raise NotAllowedError("a time whose offset from UTC is whole minutes, at most 18 hours")
    if not _FIRST <= at < _LAST:
        raise NotAllowedError(f"a time from the year {_FIRST.year} to {_LAST.year - 1}")
    return at


def one_of(kind: type[StrEnum]) -> Check:
    """Return the check of a word."""
    words = frozenset(kind)

    def check(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        raise NotAllowedError(f"one of these words: {', '.join(kind)}")

    return check


def _whole(value: object, most: int) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
        return value
    raise NotAllowedError(f"a whole number from 0 to {most:,}")


def _can_be_stored(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a character pair
        return False
    return True
