"""TimeR Machine: an export of its timers, or a shared one; JSON.

From its `data/datas/TimerData.kt` and `StepData.kt`: lengths are milliseconds, groups are looped.
"""

from dataclasses import replace
from typing import Any

from glutetimer.core.draft import Lost, SourceContent
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    content_of,
    is_rest_name,
)
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import seconds_of_ms, tables_of, text_of, times_of

MOST_DEPTH = 16
_NOTIFIER, _HALT = "NOTIFIER", "HALT"


class TimerMachine:
    """Reads what has `timers`, each with `loop` and `steps`."""

    name = "TimeR Machine"

    def recognises(self, file: SourceFile) -> bool:
        """A timer has a loop and steps."""
        return bool(_timers(file.json))

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every timer."""
        content = content_of(self.name, map(_draft, _timers(file.json)))
        value = file.json
        times = tables_of(value.get("schedulers")) if isinstance(value, dict) else []
        if not times:
            return content
        told = Lost(0, "at what times of the week the timers begin is left out")
        return replace(content, lost=(*content.lost, told))


def _timers(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict) and "timers" in value:
        value = value["timers"]
    return [one for one in tables_of(value) if _is_timer(one)]


def _is_timer(value: dict[str, Any]) -> bool:
    return {"name", "loop", "steps"} <= value.keys() and isinstance(value["steps"], list)


def _draft(timer: dict[str, Any]) -> IntervalDraft:
    made = IntervalDraft(text_of(timer.get("name"), "Timer"))
    made.add(Group(1, _parts(made, timer.get("startStep"))))
    made.add(Group(times_of(timer.get("loop")), _parts(made, timer["steps"])))
    made.add(Group(1, _parts(made, timer.get("endStep"))))
    return made


def _parts(made: IntervalDraft, steps: object, depth: int = 0) -> list[Interval | Group]:
    parts: list[Interval | Group] = []
    for step in tables_of(steps):
        if "steps" in step and depth < MOST_DEPTH:
            inner = _parts(made, step["steps"], depth + 1)
            parts.append(Group(times_of(step.get("loop")), inner))
        elif "length" in step:
            parts.append(_interval(made, step))
    return parts


def _interval(made: IntervalDraft, step: dict[str, Any]) -> Interval:
    name = text_of(step.get("label"), "Step")
    is_notifier = step.get("type") == _NOTIFIER
    is_rest = is_rest_name(name)
    if is_notifier and not is_rest:
        made.say(f"“{name}” is a notice between steps; its time is taken as a rest")
    kinds = {text_of(one.get("type")) for one in tables_of(step.get("behaviour"))} - {""}
    if _HALT in kinds:
        made.say(f"“{name}” waits at its end until one goes on; here the next step follows at once")
    if kinds - {_HALT}:
        made.say("sounds, speech, pictures and other signals of the steps are left out")
    return Interval(name, seconds_of_ms(step["length"]), is_notifier or is_rest)
