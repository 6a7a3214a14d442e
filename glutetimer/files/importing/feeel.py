"""Feeel: a custom workout, `.feeel`; JSON.

From its `lib/models/full_workout.dart`: the break of an exercise stands before it, and the first
one has none. Exercises are numbers of its own list.
"""

from typing import Any

from glutetimer.core.draft import Lost, RoutineDraft, SourceContent
from glutetimer.files.importing.intervals import (
    Interval,
    IntervalDraft,
    number_of,
    parsed_json,
    tables_of,
    text_of,
)
from glutetimer.files.importing.source import not_readable


class Feeel:
    """Reads what has `fullWorkout`."""

    name = "Feeel"

    def recognises(self, file_name: str, text: str) -> bool:
        """Its file has the whole workout under one key."""
        value = parsed_json(text)
        return isinstance(value, dict) and isinstance(value.get("fullWorkout"), dict)

    def read(self, file_name: str, text: str) -> SourceContent:
        """The one routine of the file."""
        value = parsed_json(text)
        full: dict[str, Any] = value["fullWorkout"] if isinstance(value, dict) else {}
        workout = full.get("workout")
        exercises = tables_of(full.get("workoutExercises"))
        if not isinstance(workout, dict) or not exercises:
            raise not_readable(self.name, "it has no exercise")
        usual_s = number_of(workout.get("exerciseDuration"), 30.0)
        usual_break_s = number_of(workout.get("breakDuration"), 10.0)
        made = IntervalDraft()
        exercises.sort(key=lambda one: number_of(one.get("orderPosition")))
        for number, exercise in enumerate(exercises):
            given_s = number_of(exercise.get("breakDuration"), usual_break_s)
            if number:
                made.add(Interval("Break", given_s, is_rest=True))
            name = text_of(exercise.get("name"), f"Feeel exercise {exercise.get('exercise', '?')}")
            made.add(Interval(name, number_of(exercise.get("exerciseDuration"), usual_s)))
        made.close()
        lost = list(made.lost)
        if any("name" not in exercise for exercise in exercises):
            lost.append(Lost(0, "the file has numbers in place of the exercises' names"))
        title = text_of(workout.get("title"), "Feeel workout")
        return SourceContent(
            (RoutineDraft(title, tuple(made.entries), tuple(made.circuits)),), (), tuple(lost)
        )
