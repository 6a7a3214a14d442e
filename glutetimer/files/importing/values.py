"""Values of JSON and XML, which may be anything."""

import re
from typing import Any

_ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")


def text_of(value: object, fallback: str = "") -> str:
    """A text without its outer spaces; the fallback for what is none or empty."""
    return value.strip() or fallback if isinstance(value, str) else fallback


def number_of(value: object, fallback: float = 0.0, most: float = 1e6) -> float:
    """A number of seconds or times; the fallback for what is none, negative, `most` or more."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return fallback
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < most:
        return fallback
    return float(value)


def seconds_of_ms(value: object) -> float:
    """A number of milliseconds as seconds, with the bounds of `number_of`."""
    return number_of(value, most=1e9) / 1000


def seconds_of_iso(value: str) -> float | None:
    """Seconds of an ISO 8601 duration, "PT1M30S"; None if it is none."""
    found = _ISO.fullmatch(value.strip()[:100])
    if found is None:
        return None
    days, hours, minutes, seconds = (number_of(part or 0) for part in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def times_of(value: object, fallback: int = 1) -> int:
    """How often something is done, at least once."""
    return max(1, int(number_of(value, fallback)))


def tables_of(value: object) -> list[dict[str, Any]]:
    """The tables of a list, or one alone; whatever else is in it is passed over."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def shown(value: object, most: int = 40) -> str:
    """A value as people may see it, cut; a number of thousands of digits is not shown."""
    try:
        return str(value)[:most]
    except ValueError:
        return "?"
