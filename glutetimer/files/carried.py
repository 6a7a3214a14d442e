"""Exercises that a routine file holds itself, as `[exercises.side-plank]`, with all of their file.

So a routine that is given away opens where none of the giver's own files are.
"""

from collections.abc import Mapping
from pathlib import Path

from glutetimer.core.exercise import Exercise
from glutetimer.files.exercise_file import exercise_of
from glutetimer.files.exercise_shelf import KnownExercises
from glutetimer.files.moves_like import KEY as MOVES_LIKE
from glutetimer.files.moves_like import ReadExercise, with_figure
from glutetimer.files.reader import TableReader, shown_key
from glutetimer.files.toml_folder import id_of
from glutetimer.toml_text.problem import shown

MAX_CARRIED = 200


class CarriedExercises:
    """The exercises of one routine: those that its file holds, before those of the shelf."""

    def __init__(self, shelf: KnownExercises, held: Mapping[str, ReadExercise]) -> None:
        """`held` are those of the file, as they are without what they borrow.

        `problems` has what is wrong with what each borrows, by id.
        """
        self._shelf = shelf
        self._held = held
        figured = {key: with_figure(read, key, self) for key, read in held.items()}
        self._carried = {
            key: exercise
            for key, read in held.items()
            if (exercise := figured[key].exercise or read.exercise)
        }
        self.problems = {key: read.problems for key, read in figured.items()}

    def ids(self) -> tuple[str, ...]:
        """The ids of all exercises, sorted."""
        return tuple(sorted({*self._shelf.ids(), *self._held}))

    def path_of(self, exercise_id: str) -> Path | None:
        """The file of an exercise; None if there is none, or the routine holds it itself."""
        return None if exercise_id in self._carried else self._shelf.path_of(exercise_id)

    def read(self, exercise_id: str) -> ReadExercise | None:
        """What is known of an exercise; the mistakes of one held here are the routine's."""
        exercise = self._carried.get(exercise_id)
        return ReadExercise(exercise) if exercise else self._shelf.read(exercise_id)

    def plainly(self, exercise_id: str) -> ReadExercise:
        """What is known of an exercise without what it borrows of another."""
        return self._held.get(exercise_id) or self._shelf.plainly(exercise_id)

    def usable(self, exercise_id: str) -> Exercise | None:
        """The exercise as it can be done, None if there is none."""
        return self._carried.get(exercise_id) or self._shelf.usable(exercise_id)

    def carried(self) -> Mapping[str, Exercise]:
        """Those that the file holds, by id."""
        return self._carried


def read_carried(table: TableReader, shelf: KnownExercises) -> CarriedExercises:
    """The exercises of a routine's top table, in front of a shelf; it notes their mistakes."""
    if isinstance(table.value("exercises"), list):
        meant = "write [[exercise]] for what is done; [exercises.my-id] holds an exercise file"
        table.problem(meant, "exercises")
        return CarriedExercises(shelf, {})
    tables = table.table("exercises")
    if tables is None:
        return CarriedExercises(shelf, {})
    keys = tables.keys()
    if len(keys) > MAX_CARRIED:
        told = f"exercises holds {len(keys)}; at most {MAX_CARRIED} are allowed"
        table.problem(told, "exercises")
    known_ids = tuple(sorted({*shelf.ids(), *map(id_of, keys)}))
    found: dict[str, ReadExercise] = {}
    places: dict[str, TableReader] = {}
    for key in keys[:MAX_CARRIED]:
        exercise_id = id_of(key)
        if exercise_id in found:
            told = f"{shown_key(key)} has the same id as another, {shown(exercise_id)}"
            tables.problem(f"{told}; give it another", key)
            continue
        one = tables.table(key)
        if one is not None:
            exercise, borrowing = exercise_of(one, exercise_id, known_ids)
            found[exercise_id] = ReadExercise(exercise, borrowing=borrowing)
            places[exercise_id] = one
    carried = CarriedExercises(shelf, found)
    for exercise_id, one in places.items():
        for problem in carried.problems[exercise_id]:
            one.problem(problem.message, MOVES_LIKE)
    return carried
