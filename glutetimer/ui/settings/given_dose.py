"""What holds for an exercise without the person's own dose of it, and who says so."""

from collections.abc import Sequence

from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.own_dose import asked_for, is_open
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.words.dose import amount_text

AMOUNTS = ("reps", "hold_s")


class GivenDose:
    """What a routine, or else the exercise itself, asks for in the fields of ExerciseSettings."""

    def __init__(self, exercise: Exercise, routine: Routine | None) -> None:
        entries = entries_of(exercise.id, routine)
        self._says = "This routine" if entries else "Usually"
        dose = exercise.dose
        usual = Prescription(
            exercise, dose.sets, dose.amount, exercise.tempo, exercise.sides, rest_s=dose.rest_s
        )
        # As in core.own_dose: open sets stay, so the first that counts is what can be changed.
        closed = (entry for entry in entries if not is_open(entry))
        self._entry = next(closed, entries[0] if entries else usual)
        amounts = [amount_text(entry.amount) for entry in entries or [usual]]
        self._amounts = ", ".join(dict.fromkeys(amounts))
        self.stays_open = bool(entries) and is_open(self._entry)

    def number(self, name: str) -> float | None:
        """What is asked for in a field; None where there is no number."""
        asked: float | None = asked_for(self._entry, name)
        return asked

    def text(self, name: str) -> str:
        """The same in words, and who says so."""
        if name in AMOUNTS:
            return f"{self._says}: {self._amounts}"
        return f"{self._says}: {self.number(name):g}{'' if name == 'sets' else ' s'}"


def entries_of(exercise_id: str, routine: Routine | None) -> Sequence[Prescription]:
    """Where an exercise stands in a routine."""
    entries = routine.entries if routine else ()
    return [entry for entry in entries if entry.exercise.id == exercise_id]
