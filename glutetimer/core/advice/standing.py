"""An exercise as it stands now: the file's dose with the person's settings, without the day's."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from glutetimer.core.alternatives import with_wished_alternatives
from glutetimer.core.dose import dosed
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Hold, Reps, Sides, Steps
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """One exercise of a routine.

    `file` is what the routine's file says, `entry` the same or the alternative that the settings
    put in its place, `now` that with the person's own dose. `rounds` is 1 outside circuits.
    """

    routine: Routine
    settings: Settings
    file: Prescription
    entry: Prescription
    now: Prescription
    rounds: int

    @property
    def id(self) -> str:
        """The exercise that is done."""
        return self.now.exercise.id

    @property
    def is_alternative(self) -> bool:
        """Whether it stands in place of the file's exercise."""
        return self.file.exercise.id != self.id

    @property
    def own(self) -> ExerciseSettings:
        """The person's own dose of the exercise that is done."""
        return self.settings.for_exercise(self.id)

    @property
    def sides(self) -> int:
        """How many sides or directions have sets of their own."""
        return 2 if self.now.exercise.directions or self.now.sides is Sides.EACH else 1

    def with_own(self, own: ExerciseSettings) -> Prescription | None:
        """The dose with other settings of its own; None if it could not be done."""
        return dose_with(self.entry, self.settings, own)


def standings(routine: Routine, settings: Settings) -> tuple[Standing, ...]:
    """Every exercise of a routine once; one that stands in it twice is left alone.

    Its two doses would share one setting.
    """
    wished = with_wished_alternatives(routine, settings)
    ids = [entry.exercise.id for entry in wished.entries]
    found = []
    for file, entry in zip(routine.entries, wished.entries, strict=True):
        now = dose_with(entry, settings, settings.for_exercise(entry.exercise.id))
        if now is not None and ids.count(entry.exercise.id) == 1:
            rounds = routine.circuit(entry.circuit).rounds if entry.circuit else 1
            found.append(Standing(routine, settings, file, entry, now, rounds))
    return tuple(found)


def dose_with(
    entry: Prescription, settings: Settings, own: ExerciseSettings
) -> Prescription | None:
    """A prescription with these settings of its exercise; None if a rep would take no time."""
    try:
        return dosed(entry, with_own(settings, entry.exercise.id, own))
    except Trouble:
        return None


def with_own(settings: Settings, exercise_id: str, own: ExerciseSettings) -> Settings:
    """The settings with another dose of one exercise; an empty dose is dropped."""
    doses = {**settings.exercises, exercise_id: own}
    if own == ExerciseSettings():
        del doses[exercise_id]
    return replace(settings, exercises=MappingProxyType(doses))


def count_of(entry: Prescription) -> float | None:
    """Reps, steps or seconds of a set; None where the person ends it."""
    match entry.amount:
        case Reps(low, _):
            return low
        case Steps(count):
            return count
        case Hold(seconds):
            return seconds
        case _:
            return None


def load_of(entry: Prescription) -> float:
    """Reps, steps or seconds of all its sets; of open-ended ones the sets alone."""
    count = count_of(entry)
    return entry.sets * (1 if count is None else count)
