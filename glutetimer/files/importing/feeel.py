"""Feeel: a custom workout, `.feeel`; JSON.

From its `lib/models/full_workout.dart` and `lib/controllers/workout_controller.dart`: the break
of an exercise stands before it, that of the first one is to get ready. Exercises are numbers of
its own list.
"""

from typing import Any

from glutetimer.core.draft import SourceContent
from glutetimer.files.importing.intervals import Interval, IntervalDraft, content_of
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import number_of, tables_of, text_of


class Feeel:
    """Reads what has `fullWorkout`."""

    name = "Feeel"

    def recognises(self, file: SourceFile) -> bool:
        """Its file has the whole workout under one key."""
        return isinstance(file.json, dict) and isinstance(file.json.get("fullWorkout"), dict)

    def read(self, file: SourceFile) -> SourceContent:
        """The one routine of the file."""
        full: dict[str, Any] = file.json["fullWorkout"]
        workout = next(iter(tables_of(full.get("workout"))), {})
        exercises = tables_of(full.get("workoutExercises"))
        usual_s = number_of(workout.get("exerciseDuration"), 30.0)
        usual_break_s = number_of(workout.get("breakDuration"), 10.0)
        made = IntervalDraft(text_of(workout.get("title"), "Feeel workout"))
        exercises.sort(key=lambda one: number_of(one.get("orderPosition")))
        for number, exercise in enumerate(exercises):
            if number:
                break_s = number_of(exercise.get("breakDuration"), usual_break_s)
                made.add(Interval("Break", break_s, is_rest=True))
            name = text_of(exercise.get("name"), f"Feeel exercise {exercise.get('exercise', '?')}")
            made.add(Interval(name, number_of(exercise.get("exerciseDuration"), usual_s)))
        if any(not text_of(exercise.get("name")) for exercise in exercises):
            made.say("the file has numbers in place of the exercises' names")
        return content_of(self.name, [made])
