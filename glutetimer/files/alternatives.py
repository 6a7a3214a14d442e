"""The easier and harder exercises that can take the place of those of a routine."""

from collections.abc import Iterator, Mapping

from glutetimer.core.exercise import Exercise
from glutetimer.core.routine import Routine
from glutetimer.files.exercise_shelf import ExerciseShelf


class Alternatives(Mapping[str, Exercise]):
    """Reads an exercise when it is asked for: nearly every routine is done as it is written.

    A name without an exercise that can be done is as good as none.
    """

    def __init__(self, shelf: ExerciseShelf, routine: Routine) -> None:
        self._shelf = shelf
        own = (entry.exercise for entry in routine.entries)
        self._names = dict.fromkeys(name for one in own for name in (*one.easier, *one.harder))

    def __getitem__(self, name: str) -> Exercise:
        exercise = self._shelf.usable(name) if name in self._names else None
        if exercise is None:
            raise KeyError(name)
        return exercise

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if self._shelf.usable(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
