"""OpenHIIT: a list of timers, of this shape and of that before version 1.4; JSON.

From its `lib/core/models/timer_type.dart`, `workout_type.dart` and
`lib/core/utils/interval_calculation.dart`. A timer has a warm-up, then its activities with the
rest between them, all of that again after a break, and a cool-down.
"""

from typing import Any

from glutetimer.core.draft import SourceContent
from glutetimer.files.importing.intervals import (
    MAX_INTERVALS,
    Group,
    Interval,
    IntervalDraft,
    content_of,
)
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import number_of, tables_of, text_of, times_of


class OpenHiit:
    """Reads a list of timers, or one."""

    name = "OpenHIIT"

    def recognises(self, file: SourceFile) -> bool:
        """A timer has `timeSettings`, or, of the old shape, `exerciseTime` and `numExercises`."""
        return any(map(_is_timer, tables_of(file.json)))

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every timer."""
        timers = filter(_is_timer, tables_of(file.json))
        return content_of(self.name, map(_draft, timers))


def _is_timer(value: dict[str, Any]) -> bool:
    return "timeSettings" in value or {"exerciseTime", "numExercises"} <= value.keys()


def _draft(timer: dict[str, Any]) -> IntervalDraft:
    made = IntervalDraft(text_of(timer.get("name"), text_of(timer.get("title"), "Timer")))
    times, names, rounds = _parts_of(timer)
    rest_s, break_s = number_of(times.get("restTime")), number_of(times.get("breakTime"))
    rest = Interval("Rest", rest_s, is_rest=True)
    if warmup_s := number_of(times.get("warmupTime")):
        made.add(Interval("Warm-up", warmup_s))
        made.add(rest)
    parts = [Interval(name, number_of(times["work"])) for name in names]
    between = [one for part in parts for one in (part, rest)][:-1]
    again = Interval("Break", break_s or rest_s, is_rest=True)
    made.add(Group(rounds, [*between, again], has_last_rest=False))
    made.add(Interval("Cool-down", number_of(times.get("cooldownTime"))))
    made.get_ready(number_of(times.get("getReadyTime")))
    return made


def _parts_of(timer: dict[str, Any]) -> tuple[dict[str, Any], list[str], int]:
    """The times, the names of the activities and the rounds of either shape."""
    settings = timer.get("timeSettings")
    if isinstance(settings, str):
        settings = SourceFile("", settings).json
    if isinstance(settings, dict):
        times = settings | {"work": settings.get("workTime")}
        names, count = _names(timer.get("activities")), timer.get("activeIntervals")
        rounds = 1 + int(number_of(settings.get("restarts")))
    else:
        times = timer | {"work": timer.get("exerciseTime")}
        names, count = _names(timer.get("exercises")), timer.get("numExercises")
        rounds = 1 + int(number_of(timer.get("iterations")))
    wanted = min(times_of(count, len(names)), MAX_INTERVALS)
    return times, [*names, *["Work"] * wanted][:wanted], rounds


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        value = SourceFile("", value).json
    items = value if isinstance(value, list) else []
    return [text_of(item, "Work") for item in items]
