"""What stands for a value on the command line, each checked as it is read.

Every function raises ArgumentTypeError, which says what is allowed.
"""

from argparse import ArgumentTypeError
from datetime import date, time

from glutetimer.core.ports.calendar import MOST_REMINDER_MIN, MOST_WEEKS, WEEKDAYS
from glutetimer.core.today import LEAST_MINUTES, MOST_MINUTES
from glutetimer.core.typed_numbers import (
    parse_decimal,
    parse_duration,
    parse_time_of_day,
    parse_whole,
)

MIN_SPEED, MAX_SPEED = 0.1, 1000.0
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def speed(word: str) -> float:
    """How many times as fast."""
    factor = parse_decimal(word) or 0.0
    if not MIN_SPEED <= factor <= MAX_SPEED:
        raise ArgumentTypeError(f"{word!r} is no speed from {MIN_SPEED:g} to {MAX_SPEED:g}")
    return factor


def minutes(word: str) -> int:
    """Minutes that a session may take: "20", "20 min", "1h"."""
    return _minutes(word, LEAST_MINUTES, MOST_MINUTES)


def set_number(word: str) -> int:
    """A set, counted from 1."""
    number = count(word)
    if number == 0:
        raise ArgumentTypeError("sets are counted from 1")
    return number


def session_number(word: str) -> int:
    """A session of a routine, counted from 1."""
    number = count(word)
    if number == 0:
        raise ArgumentTypeError("sessions are counted from 1")
    return number


def count(word: str) -> int:
    """A whole number from 0 on."""
    number = parse_whole(word)
    if number is None:
        raise ArgumentTypeError(f"{word[:20]!r} is no whole number")
    return number


def day(word: str) -> date:
    """A day: "2026-01-31"."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise ArgumentTypeError(f"{word[:20]!r} is no day such as 2026-01-31") from None


def time_of_day(word: str) -> time:
    """A time of the day: "18:00", "18.00", "6 pm"."""
    at = parse_time_of_day(word)
    if at is None:
        raise ArgumentTypeError(f"{word[:20]!r} is no time such as 18:00")
    return at


def weekdays(word: str) -> tuple[int, ...]:
    """Days of the week, from 0 (Monday), in order and each once: "mon,wed,fri"."""
    known = [name[:3].lower() for name in WEEKDAYS]
    names = [name.strip().lower()[:3] for name in word.split(",")]
    if any(name not in known for name in names):
        raise ArgumentTypeError(f"{word[:40]!r} is no list of days such as mon,wed,fri")
    return tuple(sorted({known.index(name) for name in names}))


def weeks(word: str) -> int:
    """How many weeks."""
    number = count(word)
    if not 1 <= number <= MOST_WEEKS:
        raise ArgumentTypeError(f"{number} is not from 1 to {MOST_WEEKS} weeks")
    return number


def reminder(word: str) -> int:
    """Minutes before: "15", "15 min", "1h"."""
    return _minutes(word, 0, MOST_REMINDER_MIN)


def _minutes(word: str, least: int, most: int) -> int:
    seconds = parse_duration(word, 60.0)
    if seconds is None or seconds % 60 or not least <= seconds / 60 <= most:
        raise ArgumentTypeError(
            f"{word[:20]!r} is no whole number of minutes from {least} to {most}"
        )
    return int(seconds) // 60
