"""The exercises there are: built-in files, and the person's own in place of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from glutetimer.core.exercise import OUR_LANGUAGE, Exercise
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Routine
from glutetimer.files.exercise_file import read_exercise
from glutetimer.files.moves_like import Lender, ReadExercise, with_figure
from glutetimer.files.toml_folder import FileStamp, by_id, file_id, same_id
from glutetimer.toml_text.document import read_document


class KnownExercises(Lender, Protocol):
    """What a routine may name: the exercises of a shelf, or those with its own before them."""

    def path_of(self, exercise_id: str) -> Path | None:
        """The file of an exercise, None if it has none."""
        ...

    def read(self, exercise_id: str) -> ReadExercise | None:
        """What is known of an exercise, with its mistakes; None if there is none."""
        ...

    def usable(self, exercise_id: str) -> Exercise | None:
        """The exercise as it can be done, None if there is none."""
        ...


class ExerciseShelf:
    """All exercises by id, read when they are first asked for and again when they change.

    Whether a body can do a movement is tried with own files, and with all of them in `faulty`.
    """

    def __init__(self) -> None:
        self._built_in: Mapping[str, FileStamp] = {}
        self._own: Mapping[str, FileStamp] = {}
        self._read: dict[FileStamp, ReadExercise] = {}
        self._borrowed: dict[FileStamp, ReadExercise] = {}
        self._unused: tuple[FileStamp, ...] = ()

    def restock(self, built_in: Iterable[FileStamp], own: Iterable[FileStamp]) -> None:
        """Take the files that there are now; those that changed are read again."""
        ids_before = self.ids()
        own = tuple(own)
        self._built_in, self._own = by_id(built_in), by_id(own)
        self._unused = tuple(stamp for stamp in own if stamp not in self._own.values())
        if self.ids() != ids_before:
            self._borrowed.clear()
            self._read.clear()  # what one file may name depends on which others exist

    def ids(self) -> tuple[str, ...]:
        """The ids of all exercise files, sorted; those of broken files too."""
        return tuple(sorted(self._built_in.keys() | self._own.keys()))

    def is_built_in(self, exercise_id: str) -> bool:
        """Whether an exercise of this id comes along."""
        return exercise_id in self._built_in

    def is_own(self, exercise_id: str) -> bool:
        """Whether an exercise is of a file of the person's own that can be done."""
        stamp = self._own.get(exercise_id)
        return stamp is not None and self._read_stamp(exercise_id, stamp).exercise is not None

    def path_of(self, exercise_id: str) -> Path | None:
        """The file of an exercise, None if there is none."""
        stamp = self._own.get(exercise_id) or self._built_in.get(exercise_id)
        return Path(stamp[0]) if stamp else None

    def read(self, exercise_id: str) -> ReadExercise | None:
        """What the file of an exercise gives, None if there is no such file."""
        stamp = self._own.get(exercise_id) or self._built_in.get(exercise_id)
        return self._with_figure(exercise_id, stamp) if stamp else None

    def plainly(self, exercise_id: str) -> ReadExercise:
        """What the file of a known exercise gives, without what it borrows of another."""
        found = [self._read_stamp(exercise_id, stamp) for stamp in self._stamps(exercise_id)]
        return next((read for read in found if read.exercise is not None), found[0])

    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by id, whose alternatives all exist.

        A broken file of the person's own leaves the built-in exercise in its place.
        """
        found = {name: self.usable(name) for name in self.ids()}
        known = {name: exercise for name, exercise in found.items() if exercise is not None}
        return {name: _with_known_alternatives(known[name], known) for name in known}

    def usable(self, exercise_id: str) -> Exercise | None:
        """The exercise as it can be done: the own file's, else the built-in one, else None."""
        for stamp in self._stamps(exercise_id):
            exercise = self._with_figure(exercise_id, stamp).exercise
            if exercise is not None:
                return exercise
        return None

    def faulty(self) -> Mapping[Path, Sequence[Problem]]:
        """The mistakes of every file that has any, also of those that nothing uses."""
        found: dict[Path, Sequence[Problem]] = {}
        for files in (self._built_in, self._own):
            for exercise_id, stamp in files.items():
                path = Path(stamp[0])
                read = read_exercise_file(path, exercise_id, self.ids())
                if problems := with_figure(read, exercise_id, self).problems:
                    found[path] = problems
        for stamp in self._unused:
            path = Path(stamp[0])
            found[path] = (same_id(path, Path(self._own[file_id(path)][0])),)
        return found

    def _stamps(self, exercise_id: str) -> Iterator[FileStamp]:
        """The own file of an exercise, then the one that comes along."""
        stamps = (self._own.get(exercise_id), self._built_in.get(exercise_id))
        return (stamp for stamp in stamps if stamp is not None)

    def _with_figure(self, exercise_id: str, stamp: FileStamp) -> ReadExercise:
        """What a file gives with the figure that it borrows, made anew when either changes."""
        read = self._read_stamp(exercise_id, stamp)
        if read.borrowing is None:
            return read
        made = with_figure(read, exercise_id, self)
        known = self._borrowed.get(stamp)
        if known != made:
            self._borrowed[stamp] = known = made
        return known

    def _read_stamp(self, exercise_id: str, stamp: FileStamp) -> ReadExercise:
        known = self._read.get(stamp)
        if known is None:
            is_own = stamp == self._own.get(exercise_id)
            known = read_exercise_file(Path(stamp[0]), exercise_id, self.ids(), is_tried=is_own)
            if known.exercise is not None and not is_own:
                known = replace(known, exercise=replace(known.exercise, language=OUR_LANGUAGE))
            self._read[stamp] = known
        return known


def read_exercise_file(
    path: Path, exercise_id: str, known_ids: tuple[str, ...], *, is_tried: bool = True
) -> ReadExercise:
    """Read one exercise file; `known_ids` are those that it may name as alternatives."""
    document = read_document(path, reads_on=True)
    if isinstance(document, Problem):
        return ReadExercise(None, (document,))
    return read_exercise(document, exercise_id, known_ids, is_tried=is_tried)


def _with_known_alternatives(exercise: Exercise, known: Mapping[str, Exercise]) -> Exercise:
    easier = tuple(name for name in exercise.easier if name in known)
    harder = tuple(name for name in exercise.harder if name in known)
    if (easier, harder) == (exercise.easier, exercise.harder):
        return exercise
    return replace(exercise, easier=easier, harder=harder)


class Alternatives(Mapping[str, Exercise]):
    """Reads an exercise when it is asked for: nearly every routine is done as it is written.

    A name without an exercise that can be done is as good as none. `more` are exercises whose
    alternatives may be wanted, too.
    """

    def __init__(
        self, shelf: KnownExercises, routine: Routine, more: Iterable[Exercise] = ()
    ) -> None:
        self._shelf = shelf
        own = (*(entry.exercise for entry in routine.entries), *more)
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
