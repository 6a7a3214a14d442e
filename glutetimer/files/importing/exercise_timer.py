"""Exercise Timer for GNOME: its list of trainings, as its setting holds it; JSON.

From its `src/TrainingSetup.vala`, which has two sets of names for the same. A text out of
dconf or gsettings stands in quotes.
"""

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


class ExerciseTimer:
    """Reads a training or a list of them."""

    name = "Exercise Timer (GNOME)"

    def recognises(self, file_name: str, text: str) -> bool:
        """A training has sets, and seconds of exercise."""
        return any(map(_is_training, _trainings(text)))

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every training."""
        found = [_routine(one) for one in _trainings(text) if _is_training(one)]
        if not found:
            raise not_readable(self.name, "it has no training")
        routines = tuple(routine for routine, _ in found if routine.entries)
        return SourceContent(routines, (), tuple(lost for _, told in found for lost in told))


def _trainings(text: str) -> list[dict[str, Any]]:
    text = text.strip()
    _, _, quoted = text.partition("exercise-json-list=")
    value = parsed_json((quoted or text).strip().strip("'"))
    return tables_of(value if isinstance(value, list) else [value])


def _is_training(value: dict[str, Any]) -> bool:
    return {"ExerciseSec", "Sets"} <= value.keys() or {"exercise_s", "sets"} <= value.keys()


def _routine(training: dict[str, Any]) -> tuple[RoutineDraft, list[Lost]]:
    def given(*names: str) -> object:
        return next((training[name] for name in names if name in training), None)

    title = text_of(given("Title", "name"), "Training")
    rest_s = number_of(given("RestSec", "rest_s"))
    work = Interval(title, number_of(given("ExerciseSec", "exercise_s"), 60.0))
    made = IntervalDraft()
    rest = Interval("Rest", rest_s, is_rest=True)
    made.add(Group(times_of(given("Sets", "sets")), [work, rest]))
    lost: list[Lost] = []
    if ready_s := number_of(given("PreparationSec", "warmup_s")):
        lost.append(Lost(0, f"{title}: the {ready_s:g} s to get ready are those of your settings"))
    return RoutineDraft(title, tuple(made.entries), tuple(made.circuits)), lost
