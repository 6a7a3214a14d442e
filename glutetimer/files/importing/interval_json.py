"""JSON of interval timers without a format of their own: a list of steps with names and times.

Keys are known in the words that such programs use; seconds are seconds, "1:30" minutes and
seconds, and what ends in `ms` or `millis` milliseconds.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from glutetimer.core.draft import SourceContent
from glutetimer.core.exercise import Sides
from glutetimer.core.typed_numbers import parse_duration
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    content_of,
    is_rest_name,
)
from glutetimer.files.importing.sides import sides_in
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import (
    number_of,
    seconds_of_iso,
    seconds_of_ms,
    shown,
    tables_of,
    text_of,
    times_of,
)

MOST_DEPTH = 16
_WHOLE = ("workouts", "timers", "routines")
_LISTS = ("intervals", "steps", "exercises", "phases", "segments", "activities", "sets", "items")
_ROUNDS = ("rounds", "repeat", "repeats", "repetitions", "loops", "loop", "cycles", "count", "sets")
_NAMES = ("name", "title", "label", "exercise", "activity", "type", "kind")
_WORK = ("work", "work_s", "workTime", "work_time", "workSeconds", "work_seconds", "exerciseTime")
_MORE = ("durationSeconds", "duration_seconds", "durationSec", "sec", "timeSeconds", "holdSeconds")
_SECONDS = ("duration", "seconds", "duration_s", "time", "length", "secs", *_MORE, *_WORK)
_SPANS = {"minutes": 60.0, "mins": 60.0, "min": 60.0, "hours": 3600.0}
_MILLISECONDS = ("duration_ms", "durationMs", "durationMillis", "ms", "millis")
_RESTS = (
    *("rest", "rest_s", "restTime", "rest_time", "restSeconds", "rest_seconds", "rest_after"),
    *("break", "pause"),
)
_ROUND_RESTS = ("restBetweenRounds", "rest_between_rounds", "roundRest", "round_rest")
_BEFORE = ("prepare", "preparation", "getReady", "get_ready", "countdown")
_WARM_UPS = ("warmup", "warmUp", "warm_up", "warmupTime")
_COOL_DOWNS = ("cooldown", "coolDown", "cool_down", "cooldownTime")
_KINDS = ("type", "kind", "phase")
_LOADS = ("weight", "load", "resistance")
_SIDES = ("side", "sides")
_MOST_SETS = 100
_LEAST_MS = 5000.0
"""From here on a round number of seconds is rather one of milliseconds (editorial)."""
_TEXTS = ("notes", "note", "description")


class IntervalJson:
    """Reads any JSON with a list of timed or counted steps."""

    name = "a list of intervals (JSON)"

    def recognises(self, file: SourceFile) -> bool:
        """There are at least steps with a time or reps."""
        return any(draft.entries for draft in islice(_drafts(file.json), 10))

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every list of steps."""
        return content_of(self.name, _drafts(file.json))


def _drafts(value: object) -> Iterator[IntervalDraft]:
    if isinstance(value, dict):
        inner = value.get("workout", value.get("routine"))
        if isinstance(inner, dict | list) and not any(key in value for key in _LISTS):
            return _drafts(inner)
        several = next((tables_of(value[key]) for key in _WHOLE if key in value), [])
        return map(_draft, several or [value])
    tables = tables_of(value)
    if tables and all(any(key in one for key in _LISTS) for one in tables):
        return map(_draft, tables)
    return iter([_draft({"steps": value})] if tables else ())


def _draft(table: dict[str, Any]) -> IntervalDraft:
    made = IntervalDraft(
        text_of(table.get("name"), text_of(table.get("title"), "Intervals")), _text(table, _TEXTS)
    )
    made.add(Interval("Warm-up", _time(table, _WARM_UPS) or 0.0))
    parts = _parts(made, table)
    round_rest = Interval("Rest", _time(table, _ROUND_RESTS) or 0.0, is_rest=True)
    if round_rest.seconds:
        made.add(Group(_rounds(table), [*parts, round_rest], has_last_rest=False))
    else:
        made.add(Group(_rounds(table), parts))
    made.add(Interval("Cool-down", _time(table, _COOL_DOWNS) or 0.0))
    made.get_ready(_time(table, _BEFORE) or 0.0)
    return made


def _parts(made: IntervalDraft, table: dict[str, Any], depth: int = 0) -> list[Interval | Group]:
    parts: list[Interval | Group] = []
    usual = {key: table[key] for key in (*_WORK, *_RESTS) if key in table}
    key = next((key for key in _LISTS if isinstance(table.get(key), list)), None)
    for step in table[key] if key else [{"name": _text(table, _NAMES), **usual}] if usual else []:
        if isinstance(step, str):
            parts += _step(made, {"name": step, **usual})
        elif not isinstance(step, dict):
            made.say(f"“{shown(step)}” is no step and left out")
        elif depth < MOST_DEPTH and any(isinstance(step.get(one), list) for one in _LISTS):
            parts.append(Group(_rounds(step), _parts(made, step, depth + 1)))
        else:
            parts += _step(made, step)
    return parts


def _step(made: IntervalDraft, step: dict[str, Any]) -> list[Interval | Group]:
    seconds, name = _seconds(step), _text(step, _NAMES) or "Work"
    if seconds and seconds >= _LEAST_MS and not seconds % 500:
        made.say(f"the {seconds:g} of “{name[:60]}” are taken as milliseconds")
        seconds /= 1000
    given = step.get("reps")
    if isinstance(given, list) and not seconds and (each := [r for r in map(_reps, given) if r]):
        alike = {key: step[key] for key in step if key not in _ROUNDS}
        return [one for r in each[:_MOST_SETS] for one in _step(made, alike | {"reps": r})]
    reps = 0 if seconds else _reps(given)
    if seconds is None and not reps:
        made.say(f"“{name[:60]}” has no time and is left out")
        return []
    is_rest = any(map(is_rest_name, [name, *(text_of(step.get(key)) for key in _KINDS)]))
    note = ", ".join(filter(None, (_text(step, _TEXTS), shown(_text(step, _LOADS)))))
    sides, _, _ = sides_in(_text(step, _SIDES))
    if sides is Sides.EACH and not reps:
        made.say(f"the time of “{name[:60]}” is taken as that of each side")
    done: list[Interval | Group] = [
        Interval(name, None if reps else seconds, is_rest, note, reps, sides)
    ]
    rest_s = _time(step, _RESTS)
    if rest_s and not is_rest:
        done.append(Interval("Rest", rest_s, is_rest=True))
    times = _rounds(step)
    return [Group(times, done)] if times > 1 else done


def _reps(value: object) -> int:
    """How many: of "8-12" the least."""
    if isinstance(value, str) and (found := re.match(r"\d{1,3}(?!\d)", value.strip())):
        return int(found[0])
    return int(number_of(value))


def _rounds(table: dict[str, Any]) -> int:
    found = next((table[key] for key in _ROUNDS if not isinstance(table.get(key, []), list)), 1)
    return times_of(found)


def _seconds(step: dict[str, Any]) -> float | None:
    for key in _MILLISECONDS:
        if key in step:
            return seconds_of_ms(step[key])
    for key, unit_s in _SPANS.items():
        if key in step and not any(one in step for one in _SECONDS):
            return number_of(step[key]) * unit_s or None
    return _time(step, _SECONDS)


def _time(table: dict[str, Any], keys: tuple[str, ...]) -> float | None:
    return next((_duration(table[key]) for key in keys if key in table), None)


def _text(table: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((text_of(table[key]) for key in keys if text_of(table.get(key))), "")


def _duration(value: object) -> float | None:
    if isinstance(value, str):
        return parse_duration(value) or seconds_of_iso(value)
    return number_of(value) if isinstance(value, int | float) else None
