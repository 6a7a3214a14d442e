"""TimeR Machine: an export of its timers, or a shared one; JSON.

From its `data/datas/TimerData.kt` and `StepData.kt`: lengths are milliseconds, groups are looped.
"""

from typing import Any

from glutetimer.core.draft import RoutineDraft, SourceContent
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    is_rest_name,
    parsed_json,
    seconds_of_ms,
    tables_of,
    text_of,
    times_of,
)
from glutetimer.files.importing.source import not_readable

MOST_DEPTH = 16
_NOTIFIER = "NOTIFIER"


class TimerMachine:
    """Reads what has `timers`, each with `loop` and `steps`."""

    name = "TimeR Machine"

    def recognises(self, file_name: str, text: str) -> bool:
        """A timer has a loop and steps."""
        return any(map(_is_timer, _timers(text)))

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every timer."""
        found = [_routine(timer) for timer in _timers(text) if _is_timer(timer)]
        if not found:
            raise not_readable(self.name, "it has no timer")
        routines = tuple(routine for routine, _ in found if routine.entries)
        return SourceContent(routines, (), tuple(lost for _, made in found for lost in made.lost))


def _timers(text: str) -> list[dict[str, Any]]:
    value = parsed_json(text)
    if isinstance(value, dict) and "timers" in value:
        return tables_of(value["timers"])
    return tables_of(value if isinstance(value, list) else [value])


def _is_timer(value: dict[str, Any]) -> bool:
    return {"name", "loop", "steps"} <= value.keys() and isinstance(value["steps"], list)


def _routine(timer: dict[str, Any]) -> tuple[RoutineDraft, IntervalDraft]:
    made = IntervalDraft()
    for key, is_looped in (("startStep", False), ("steps", True), ("endStep", False)):
        steps = timer.get(key)
        parts = _parts(steps if isinstance(steps, list) else [steps])
        if parts and is_looped:
            rounds = times_of(timer.get("loop"))
            groups = [part for part in parts if isinstance(part, Group)]
            if rounds == 1 or groups:
                for _ in range(min(rounds, 100)):
                    for part in parts:
                        made.add(part)
            else:
                made.add(Group(rounds, parts))
        else:
            for part in parts:
                made.add(part)
    made.close()
    title = text_of(timer.get("name"), "Timer")
    return RoutineDraft(title, tuple(made.entries), tuple(made.circuits)), made


def _parts(steps: object, depth: int = 0) -> list[Interval | Group]:
    parts: list[Interval | Group] = []
    for step in tables_of(steps):
        if "steps" in step and depth < MOST_DEPTH:
            parts.append(Group(times_of(step.get("loop")), _parts(step["steps"], depth + 1)))
        elif "length" in step:
            name = text_of(step.get("label"), "Step")
            seconds = seconds_of_ms(step["length"])
            parts.append(
                Interval(name, seconds, step.get("type") == _NOTIFIER or is_rest_name(name))
            )
    return parts
