"""An exercise as it stands now: the file's dose with the person's settings, without the day's."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Sides
from glutetimer.core.plan.alternatives import with_wished_alternatives
from glutetimer.core.plan.dose import dosed
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings, dose_key


@dataclass(frozen=True, slots=True)
class Standing:
    """One exercise of a routine.

    `file` is what the routine's file says, `entry` the same or the alternative that the settings
    put in its place, `now` that with the person's own dose. `settings` are those for every
    routine. `rounds` is 1 outside circuits.
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
    def here(self) -> Settings:
        """The settings as they count in this routine."""
        return self.settings.in_routine(self.routine.id)

    @property
    def sides(self) -> int:
        """How many sides or directions have sets of their own."""
        return 2 if self.now.exercise.directions or self.now.sides is Sides.EACH else 1

    def key(self, exercise_id: str) -> str:
        """Under which the settings have the dose of an exercise in this routine."""
        return dose_key(self.routine.id, exercise_id)

    def dose_with(self, own: ExerciseSettings) -> Prescription | None:
        """The dose with other settings in this routine; None if it could not be done."""
        settings = with_own(self.settings, self.key(self.id), own)
        return done_dose(self.entry, settings.in_routine(self.routine.id))


def standings(routine: Routine, settings: Settings) -> tuple[Standing, ...]:
    """Every exercise of a routine once; one that has several doses is left alone.

    They would share one setting.
    """
    here = settings.in_routine(routine.id)
    wished = with_wished_alternatives(routine, here)
    ids = [entry.exercise.id for entry in wished.entries]
    found = []
    for file, entry in zip(routine.entries, wished.entries, strict=True):
        now = done_dose(entry, here)
        if now is not None and not entry.set_doses and ids.count(entry.exercise.id) == 1:
            rounds = routine.circuit(entry.circuit).rounds if entry.circuit else 1
            found.append(Standing(routine, settings, file, entry, now, rounds))
    return tuple(found)


def done_dose(entry: Prescription, here: Settings) -> Prescription | None:
    """A prescription with the settings of its routine; None if a rep would take no time."""
    try:
        return dosed(entry, here, here.for_exercise(entry.exercise.id))
    except Trouble:
        return None


def with_own(settings: Settings, key: str, own: ExerciseSettings) -> Settings:
    """The settings with another dose under a key; an empty dose is dropped."""
    doses = {**settings.exercises, key: own}
    if own == ExerciseSettings():
        del doses[key]
    return replace(settings, exercises=MappingProxyType(doses))


def load_of(entry: Prescription) -> float:
    """Reps, steps or seconds of all its sets; of open-ended ones the sets alone."""
    return entry.sets * (1 if entry.count is None else entry.count)
