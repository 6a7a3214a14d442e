"""OpenHIIT: a list of timers, of this shape and of that before version 1.4; JSON.

From its `lib/core/models/timer_type.dart` and `workout_type.dart`. A timer has a warm-up, then
its activities with the rest between them, all of that again after a break, and a cool-down.
"""

from dataclasses import replace
from typing import Any

from glutetimer.core.draft import Lost, RoutineDraft, SourceContent
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    number_of,
    parsed_json,
    tables_of,
    text_of,
    times_of,
)
from glutetimer.files.importing.source import not_readable


class OpenHiit:
    """Reads a list of timers, or one."""

    name = "OpenHIIT"

    def recognises(self, file_name: str, text: str) -> bool:
        """A timer has `timeSettings`, or, of the old shape, `exerciseTime` and `numExercises`."""
        return any(map(_is_timer, _timers(text)))

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every timer."""
        found = [_routine(one) for one in _timers(text) if _is_timer(one)]
        if not found:
            raise not_readable(self.name, "it has no timer")
        routines = tuple(routine for routine, _ in found if routine.entries)
        return SourceContent(routines, (), tuple(lost for _, told in found for lost in told))


def _timers(text: str) -> list[dict[str, Any]]:
    value = parsed_json(text)
    return tables_of(value if isinstance(value, list) else [value])


def _is_timer(value: dict[str, Any]) -> bool:
    return "timeSettings" in value or {"exerciseTime", "numExercises"} <= value.keys()


def _routine(timer: dict[str, Any]) -> tuple[RoutineDraft, list[Lost]]:
    times, names, rounds = _parts_of(timer)
    rest_s, break_s = number_of(times.get("restTime")), number_of(times.get("breakTime"))
    made = IntervalDraft()
    rest = Interval("Rest", rest_s, is_rest=True)
    if warmup_s := number_of(times.get("warmupTime")):
        made.add(Interval("Warm-up", warmup_s))
        made.add(rest)
    parts = [Interval(name, number_of(times["work"], 20.0)) for name in names]
    between = [one for part in parts for one in (part, rest)][:-1]
    made.add(Group(rounds, [*between, Interval("Break", break_s or rest_s, is_rest=True)]))
    if made.entries:
        made.entries[-1] = replace(made.entries[-1], rest_after_s=0.0)  # none after the last round
    made.add(Interval("Cool-down", number_of(times.get("cooldownTime"))))
    made.close()
    title = text_of(timer.get("name"), text_of(timer.get("title"), "Timer"))
    lost = list(made.lost)
    if ready_s := number_of(times.get("getReadyTime")):
        lost.append(Lost(0, f"{title}: the {ready_s:g} s to get ready are those of your settings"))
    return RoutineDraft(title, tuple(made.entries), tuple(made.circuits)), lost


def _parts_of(timer: dict[str, Any]) -> tuple[dict[str, Any], list[str], int]:
    """The times, the names of the activities and the rounds of either shape."""
    settings = timer.get("timeSettings")
    if isinstance(settings, str):
        settings = parsed_json(settings)
    if isinstance(settings, dict):
        times = settings | {"work": settings.get("workTime")}
        names = _names(timer.get("activities"))
        count = int(number_of(timer.get("activeIntervals"), len(names) or 1))
        rounds = 1 + int(number_of(settings.get("restarts")))
    else:
        times = timer | {"work": timer.get("exerciseTime")}
        names = _names(timer.get("exercises"))
        count = int(number_of(timer.get("numExercises"), len(names) or 1))
        rounds = 1 + int(number_of(timer.get("iterations")))
    count = min(max(count, len(names), 1), 200)
    names += ["Work"] * (count - len(names))
    return times, names, times_of(rounds)


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        value = parsed_json(value)
    items = value if isinstance(value, list) else []
    return [text_of(item, "Work") for item in items]
