"""JSON of interval timers without a format of their own: a list of steps with names and times.

Keys are known in the words that such programs use; seconds are seconds, "1:30" minutes and
seconds, and what ends in `ms` or `millis` milliseconds.
"""

from typing import Any

from glutetimer.core.draft import RoutineDraft, SourceContent
from glutetimer.core.typed_numbers import parse_duration
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    is_rest_name,
    number_of,
    parsed_json,
    seconds_of_ms,
    tables_of,
    text_of,
    times_of,
)
from glutetimer.files.importing.source import not_readable

MOST_DEPTH = 16
_LISTS = ("intervals", "steps", "exercises", "phases", "segments", "activities", "sets", "items")
_ROUNDS = ("rounds", "repeat", "repeats", "repetitions", "loops", "loop", "cycles", "count", "sets")
_NAMES = ("name", "title", "label", "exercise", "activity", "type", "kind")
_SECONDS = ("duration", "seconds", "duration_s", "time", "length", "secs", "work", "work_s")
_MILLISECONDS = ("duration_ms", "durationMs", "durationMillis", "ms", "millis")
_RESTS = ("rest", "rest_s", "restTime", "rest_seconds", "rest_after", "break", "pause")
_KINDS = ("type", "kind", "phase")


class IntervalJson:
    """Reads any JSON with a list of timed steps."""

    name = "a list of intervals (JSON)"

    def recognises(self, file_name: str, text: str) -> bool:
        """There are at least steps with a time."""
        return any(made.entries for _, made in _routines(parsed_json(text)))

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every list of steps."""
        found = [(title, made) for title, made in _routines(parsed_json(text)) if made.entries]
        if not found:
            raise not_readable(self.name, "it has no step with a time")
        routines = tuple(
            RoutineDraft(title, tuple(made.entries), tuple(made.circuits)) for title, made in found
        )
        return SourceContent(routines, (), tuple(lost for _, made in found for lost in made.lost))


def _routines(value: object) -> list[tuple[str, IntervalDraft]]:
    tables = tables_of(value)
    if isinstance(value, dict):
        lists = next(
            (tables_of(value[k]) for k in ("workouts", "timers", "routines") if k in value), []
        )
        return [_routine(one) for one in lists] if lists else [_routine(value)]
    if tables and all(any(key in one for key in _LISTS) for one in tables):
        return [_routine(one) for one in tables]
    return [_routine({"steps": value})] if tables else []


def _routine(table: dict[str, Any]) -> tuple[str, IntervalDraft]:
    made = IntervalDraft()
    parts = _parts(table)
    rounds = _rounds(table)
    if rounds > 1 and all(isinstance(part, Interval) for part in parts):
        made.add(Group(rounds, parts))
    else:
        for _ in range(min(rounds, 100)):
            for part in parts:
                made.add(part)
    made.close()
    return text_of(table.get("name"), text_of(table.get("title"), "Intervals")), made


def _parts(table: dict[str, Any], depth: int = 0) -> list[Interval | Group]:
    parts: list[Interval | Group] = []
    key = next((key for key in _LISTS if isinstance(table.get(key), list)), None)
    for step in tables_of(table[key]) if key else ():
        if depth < MOST_DEPTH and any(isinstance(step.get(one), list) for one in _LISTS):
            parts.append(Group(_rounds(step), _parts(step, depth + 1)))
            continue
        seconds = _seconds(step)
        if seconds is None:
            continue
        name = next((text_of(step[k]) for k in _NAMES if text_of(step.get(k))), "Work")
        kinds = [name, *(text_of(step.get(k)) for k in _KINDS)]
        is_rest = any(map(is_rest_name, kinds))
        done: list[Interval | Group] = [Interval(name, seconds, is_rest)]
        rest_s = next((_duration(step[k]) for k in _RESTS if k in step), None)
        if rest_s and not is_rest:
            done.append(Interval("Rest", rest_s, is_rest=True))
        times = _rounds(step)
        parts += [Group(times, done)] if times > 1 else done
    return parts


def _rounds(table: dict[str, Any]) -> int:
    found = next((table[key] for key in _ROUNDS if not isinstance(table.get(key, []), list)), 1)
    return min(times_of(found), 100)


def _seconds(step: dict[str, Any]) -> float | None:
    for key in _MILLISECONDS:
        if key in step:
            return seconds_of_ms(step[key])
    found = next((_duration(step[key]) for key in _SECONDS if key in step), None)
    return found


def _duration(value: object) -> float | None:
    if isinstance(value, str):
        return parse_duration(value)
    return number_of(value) if isinstance(value, int | float) else None
