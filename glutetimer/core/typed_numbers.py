"""Numbers, durations and times of the day as people write them, whatever their country.

A comma and a point are both decimal; a comma before just three digits may stand for thousands
and is refused. Digits may be of any script. What cannot be read with certainty is None, never a
part of it.
"""

import re
from datetime import time

MOST_LETTERS = 60
"""What is longer is no number, and not worth looking at."""

# Patterns stay texts, which re compiles (and keeps) when they are first used: no start needs one.
_NUMBER = r"(?:\d{1,6}(?:[.,]\d{1,6})?|[.,]\d{1,6})"
_HOURS, _MINUTES, _SECONDS = "h(?:ours?)?", "m(?:ins?|inutes?)?", "s(?:ecs?|econds?)?"
_THOUSANDS = r"(?<![\d.,:])[^\D0]\d{0,2},\d{3}(?!\d)"
_CLOCK = r"(?:(\d{1,3}):(?=\d\d:))?(\d{1,3}):([0-5]\d(?:[.,]\d{1,3})?)"
_PARTS = (
    rf"(?i)(?:({_NUMBER}) ?{_HOURS})? ?(?:({_NUMBER}) ?{_MINUTES})? ?(?:({_NUMBER}) ?{_SECONDS})?"
)
_HOURS_FIRST = rf"(?i)(\d{{1,3}}) ?{_HOURS} ?([0-5]?\d)"
_MINUTES_FIRST = rf"(?i)(\d{{1,4}}) ?{_MINUTES} ?([0-5]?\d)"
_TIME = r"(?i)(\d{1,2})(?: ?[:.,h]? ?(\d\d))?(?: ?h)?(?: ?([ap])\.? ?m\.?)?"
_SIGNS = str.maketrans("\u066b\uff0c\uff1a’\u2032'″\"”", ".,:mmmsss")


def parse_decimal(text: str) -> float | None:
    """A number from 0 on: "2", "2.5", "2,5", ",5"."""
    text = _plain(text)
    return _float(text) if re.fullmatch(_NUMBER, text) and not re.search(_THOUSANDS, text) else None


def parse_whole(text: str) -> int | None:
    """A whole number from 0 on, of at most nine digits."""
    text = _plain(text)
    return int(text) if re.fullmatch(r"\d{1,9}", text) else None


def parse_duration(text: str, bare_s: float = 1.0) -> float | None:
    """Seconds, to the millisecond: "45s", "1m30s", "1:30", "2 min", "2,5", "1h30".

    A number alone counts units of `bare_s` seconds. With one colon it is minutes and seconds.
    """
    text = _plain(text)
    bare = parse_decimal(text)
    if bare is not None:
        return round(bare * bare_s, 3)
    if re.search(_THOUSANDS, text) or not text:
        return None
    found = re.fullmatch(_CLOCK, text) or re.fullmatch(_PARTS, text)
    if found is not None:
        hours, minutes, seconds = (_float(part or "0") for part in found.groups())
    elif (found := re.fullmatch(_HOURS_FIRST, text)) is not None:
        hours, minutes, seconds = _float(found[1]), _float(found[2]), 0.0
    elif (found := re.fullmatch(_MINUTES_FIRST, text)) is not None:
        hours, minutes, seconds = 0.0, _float(found[1]), _float(found[2])
    else:
        return None
    return round(hours * 3600 + minutes * 60 + seconds, 3)


def parse_time_of_day(text: str) -> time | None:
    """A time of the day: "18:00", "18.00", "18h30", "1830", "18", "6 pm", "6:30 PM"."""
    found = re.fullmatch(_TIME, _plain(text))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or "0"), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _plain(text: str) -> str:
    if len(text) > MOST_LETTERS or "\n" in text:
        return ""
    return " ".join(text.translate(_SIGNS).split())


def _float(text: str) -> float:
    return float(text.replace(",", "."))
