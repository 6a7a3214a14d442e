"""Just Another Workout Timer: one workout, or a backup of all; JSON.

Shapes from its `lib/utils/workout.dart`, file version 1 and 2.
"""

from typing import Any

from glutetimer.core.draft import SourceContent
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    content_of,
    is_rest_name,
)
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import number_of, tables_of, text_of, times_of


class JustAnotherWorkoutTimer:
    """Reads a workout with `title` and `sets`, or a backup with `workouts`."""

    name = "Just Another Workout Timer"

    def recognises(self, file: SourceFile) -> bool:
        """A workout has sets, which have exercises and repetitions."""
        return bool(_workouts(file.json))

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every workout."""
        return content_of(self.name, map(_draft, _workouts(file.json)))


def _workouts(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict) and "workouts" in value:
        value = value["workouts"]
    workouts = tables_of(value)
    if not any(map(_is_workout, workouts)):
        return []
    return [one for one in workouts if "title" in one]  # one that is empty is told


def _is_workout(value: dict[str, Any]) -> bool:
    sets = tables_of(value.get("sets"))
    return "title" in value and any("exercises" in one for one in sets)


def _draft(workout: dict[str, Any]) -> IntervalDraft:
    made = IntervalDraft(text_of(workout.get("title"), "Workout"))
    for group in tables_of(workout.get("sets")):
        exercises = tables_of(group.get("exercises"))
        parts = [_interval(exercise) for exercise in exercises]
        made.add(Group(times_of(group.get("repetitions")), parts))
    return made


def _interval(exercise: dict[str, Any]) -> Interval:
    name = text_of(exercise.get("name"), "Exercise")
    return Interval(name, number_of(exercise.get("duration"), 30.0), is_rest_name(name))
