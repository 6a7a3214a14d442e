"""Durations, tempos and numbers of reps as people write them."""

import re
from math import isfinite

from glutetimer.core import typed_numbers
from glutetimer.core.exercise import OpenReps, Reps, Tempo

DURATION_FORMS = '"45s", "1m30s" or plain seconds'
TEMPO_FORMS = '{ lift = "2s", top = "1s", lower = "2s", pause = "0.5s" } or "2-0-2-1"'
REPS_FORMS = '10, "10-12" or "open"'

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_TEMPO = re.compile(rf"({_NUMBER})-({_NUMBER})-({_NUMBER})-({_NUMBER})")
_REPS = re.compile(r"([0-9]{1,6})(?: ?[-–] ?([0-9]{1,6}))?")


def parse_duration(value: object) -> float | None:
    """Seconds of 45, 0.5 or a text as `typed_numbers` reads it; None if it is no duration."""
    match value:
        case bool():
            return None
        case int():
            return float(value) if abs(value) < 10**9 else None
        case float():
            return round(value, 3) if isfinite(value) else None
        case str():
            return typed_numbers.parse_duration(value)
        case _:
            return None


def parse_tempo(text: str) -> Tempo | None:
    """The tempo of four numbers in the usual order: lower, bottom, lift, top."""
    found = _TEMPO.fullmatch(text.strip())
    if found is None:
        return None
    lower, bottom, lift, top = (float(number) for number in found.groups())
    return Tempo(lift_s=lift, top_s=top, lower_s=lower, pause_s=bottom)


def parse_reps(value: object) -> Reps | OpenReps | None:
    """Reps of 10, "10-12" or "open"; None if it is none of these. Limits are not checked."""
    match value:
        case bool():
            return None
        case int():
            return Reps(value, value)
        case "open":
            return OpenReps()
        case str():
            found = _REPS.fullmatch(value.strip())
            if found is None:
                return None
            low, high = found.groups()
            return Reps(int(low), int(high or low))
        case _:
            return None
