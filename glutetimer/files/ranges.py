"""Ranges as people write them: "2-3" sets, a hold of "5-10s"."""

import re

from glutetimer.files.durations import parse_duration
from glutetimer.files.reader import TableReader


def range_of_wholes(table: TableReader, key: str, low: int, high: int) -> tuple[int, int] | None:
    """A whole number or a range of them ("2-3") as least and most; None where not given.

    Of a single number the most is 0.
    """
    value = table.value(key)
    parts = _parts(value) if isinstance(value, str) else ()
    if len(parts) == 2 and all(part.isdecimal() for part in parts):
        least, most = map(int, parts)
        if low <= least < most <= high:
            return least, most
        table.wrong(key, f"a range from {low} to {high}, the smaller number first")
        return None
    if isinstance(value, str):
        table.wrong(key, f'a whole number from {low} to {high}, or a range such as "2-3"')
        return None
    single = table.whole(key, low, high)
    return None if single is None else (single, 0)


def range_of_durations_s(
    table: TableReader, key: str, low_s: float, high_s: float
) -> tuple[float, float] | None:
    """A duration or a range of them ("5-10s") as least and most seconds; None where not given.

    Of a single duration the most is 0.
    """
    value = table.value(key)
    parts = _parts(value) if isinstance(value, str) else ()
    if len(parts) == 2 and parse_duration(value) is None:
        most_s = parse_duration(parts[1])
        unit = parts[1].lstrip("0123456789., ")
        bare = parts[0].replace(".", "").replace(",", "").isdecimal()
        least_s = parse_duration(f"{parts[0]}{unit}" if bare else parts[0])
        if least_s is not None and most_s is not None:
            if low_s <= least_s < most_s <= high_s:
                return least_s, most_s
            table.wrong(key, f"a range from {low_s:g} to {high_s:g} s, the shorter one first")
            return None
    seconds = table.duration_s(key, low_s, high_s)
    return None if seconds is None else (seconds, 0.0)


def _parts(text: str) -> tuple[str, ...]:
    """The two ends of a range, as written: "5-10s" or "5 to 10 s"."""
    parts = re.split(r"\s*(?:[-–]|\bto\b)\s*", text.strip())
    return tuple(parts) if all(parts) else ()
