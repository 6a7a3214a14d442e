"""Exercise Timer for GNOME: its list of trainings, as its setting holds it; JSON.

From its `src/TrainingSetup.vala`, which has two sets of names for the same. A text out of
dconf or gsettings stands in quotes, one that holds an apostrophe in double ones.
"""

import re
from typing import Any

from glutetimer.core.draft import SourceContent
from glutetimer.files.importing.intervals import Group, Interval, IntervalDraft, content_of
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import number_of, tables_of, text_of, times_of

_SETTING = re.compile(r"""^(?:.*exercise-json-list\s*=?\s*)?(['"])(.*)\1\s*$""", re.MULTILINE)


class ExerciseTimer:
    """Reads a training or a list of them."""

    name = "Exercise Timer (GNOME)"

    def recognises(self, file: SourceFile) -> bool:
        """A training has sets, and seconds of exercise."""
        return bool(_trainings(file))

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every training."""
        return content_of(self.name, map(_draft, _trainings(file)))


def _trainings(file: SourceFile) -> list[dict[str, Any]]:
    value = file.json
    if not isinstance(value, list | dict) and (
        "ExerciseSec" in file.text or "exercise_s" in file.text
    ):
        found = _SETTING.search(file.text)
        value = SourceFile("", re.sub(r"\\(.)", r"\1", found[2])).json if found else None
    return [one for one in tables_of(value) if _is_training(one)]


def _is_training(value: dict[str, Any]) -> bool:
    return {"ExerciseSec", "Sets"} <= value.keys() or {"exercise_s", "sets"} <= value.keys()


def _draft(training: dict[str, Any]) -> IntervalDraft:
    def given(*names: str) -> object:
        return next((training[name] for name in names if name in training), None)

    made = IntervalDraft(text_of(given("Title", "name"), "Training"))
    work = Interval(made.title, number_of(given("ExerciseSec", "exercise_s"), 60.0))
    rest = Interval("Rest", number_of(given("RestSec", "rest_s")), is_rest=True)
    made.add(Group(times_of(given("Sets", "sets")), [work, rest], has_last_rest=False))
    made.get_ready(number_of(given("PreparationSec", "warmup_s")))
    return made
