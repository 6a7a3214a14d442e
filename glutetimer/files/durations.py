"""Durations, tempos and numbers of reps as people write them."""

import re
from math import isfinite

from glutetimer.core import typed_numbers
from glutetimer.core.exercise import OpenReps, Reps, Tempo

DURATION_FORMS = '"45s", "1m30s" or plain seconds'
TEMPO_FORMS = '{ lift = "2s", top = "1s", lower = "2s", pause = "0.5s" } or "2-0-2-1"'
REPS_FORMS = '10, "10-12", "open", or a list with one for each set: [8, 6, 4]'

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
FAST_S = 0.5
"""What an X stands for: as fast as the movement stays clean (editorial)."""

_PHASE = rf"({_NUMBER}|[xX])"
_TEMPO = re.compile(rf"{_PHASE}[-/ ]{_PHASE}[-/ ]{_PHASE}(?:[-/ ]{_PHASE})?")
_BARE_TEMPO = re.compile(r"([0-9xX])([0-9xX])([0-9xX])([0-9xX])?")
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
    """The tempo of three or four numbers in the usual order: lower, bottom, lift, top.

    "2-0-2-1", "2-0-2", "30X1"; an X is as fast as possible, and without a fourth the top is 0.
    """
    found = _TEMPO.fullmatch(text.strip()) or _BARE_TEMPO.fullmatch(text.strip())
    if found is None:
        return None
    lower, bottom, lift, top = (
        FAST_S if number in ("x", "X") else float(number or "0") for number in found.groups()
    )
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


def cure_of_duration(key: str, text: str) -> str:
    """What to write in place of a text that is no duration; "" if nobody can tell."""
    words = text.strip().casefold()
    if found := re.fullmatch(r"([0-9]{1,2}) ?(?:[x×*]|sets? of) ?([0-9.]{1,6} ?[a-z]*)", words):
        seconds = parse_duration(found[2])
        return "" if seconds is None else f'sets = {found[1]} and {key} = "{seconds:g}s"'
    clock = re.fullmatch(r"([0-9]{1,2}:[0-9]{2}) ?(?:min|m|sec|s)?[a-z]*", words)
    seconds = parse_duration(clock[1]) if clock else None
    return "" if seconds is None else f'"{seconds:g}s"'


def cure_of_reps(text: str) -> str:
    """What to write in place of a text that is no number of reps, as people write it."""
    words = text.strip().casefold()
    if found := re.fullmatch(r"([0-9]{1,2}) ?(?:[x×*]|sets? (?:of|x)) ?([0-9]{1,3})", words):
        return f"sets = {found[1]} and reps = {found[2]}"
    if found := re.fullmatch(r"([0-9]{1,3}) ?(?:/|per|each|a|on each) ?(?:side|leg|way)s?", words):
        return f'reps = {found[1]} and sides = "each"'
    if re.fullmatch(r"[0-9]{1,3}(?: ?[,;/+] ?[0-9]{1,3})+", words) or words.count("-") > 1:
        numbers = re.findall(r"[0-9]{1,3}", words)
        if numbers:
            return f"a number for each set: [{', '.join(numbers)}]"
    if words in ("amrap", "max", "failure", "to failure", "to fatigue", "as many as possible"):
        return '"open": the set counts up until you end it'
    if found := re.fullmatch(r"([0-9]{1,3}) ?\+", words):
        return f'{found[1]} for so many, or "open" for as many as you can'
    if found := re.fullmatch(r"([0-9]{1,3}) ?(?:reps?|times|x)", words):
        return found[1]
    return REPS_FORMS
