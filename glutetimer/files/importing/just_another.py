"""Just Another Workout Timer: one workout, or a backup of all; JSON.

Shapes from its `lib/utils/workout.dart`, file version 1 and 2.
"""

from typing import Any

from glutetimer.core.draft import RoutineDraft, SourceContent
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    is_rest_name,
    number_of,
    parsed_json,
    tables_of,
    text_of,
    times_of,
)
from glutetimer.files.importing.source import not_readable


class JustAnotherWorkoutTimer:
    """Reads a workout with `title` and `sets`, or a backup with `workouts`."""

    name = "Just Another Workout Timer"

    def recognises(self, file_name: str, text: str) -> bool:
        """A workout has sets, which have exercises and repetitions."""
        return any(_is_workout(one) for one in _workouts(text))

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every workout."""
        found = [_routine(one) for one in _workouts(text) if _is_workout(one)]
        if not found:
            raise not_readable(self.name, "it has no workout")
        routines = tuple(routine for routine, _ in found if routine.entries)
        return SourceContent(routines, (), tuple(lost for _, made in found for lost in made.lost))


def _workouts(text: str) -> list[dict[str, Any]]:
    value = parsed_json(text)
    if not isinstance(value, dict):
        return []
    return tables_of(value["workouts"]) if "workouts" in value else [value]


def _is_workout(value: dict[str, Any]) -> bool:
    sets = tables_of(value.get("sets"))
    return "title" in value and any("exercises" in one for one in sets)


def _routine(workout: dict[str, Any]) -> tuple[RoutineDraft, IntervalDraft]:
    made = IntervalDraft()
    for group in tables_of(workout.get("sets")):
        parts = [
            Interval(
                name := text_of(exercise.get("name"), "Exercise"),
                number_of(exercise.get("duration"), 30.0),
                is_rest_name(name),
            )
            for exercise in tables_of(group.get("exercises"))
        ]
        made.add(Group(times_of(group.get("repetitions")), parts))
    made.close()
    title = text_of(workout.get("title"), "Workout")
    return RoutineDraft(title, tuple(made.entries), tuple(made.circuits)), made
