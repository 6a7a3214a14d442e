"""Reads routine and exercise files and keeps what it read until they change."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.checking import CheckedFile, FileKind
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.problem import Problem
from glutetimer.core.settings import Settings
from glutetimer.core.words.routine_facts import card_facts
from glutetimer.files.carried import read_carried
from glutetimer.files.exercise_file import is_exercise, read_exercise
from glutetimer.files.exercise_shelf import ExerciseShelf
from glutetimer.files.moves_like import with_figure
from glutetimer.files.phase_reader import PlanNames
from glutetimer.files.plan_file import is_plan, read_plan
from glutetimer.files.reader import TableReader
from glutetimer.files.routine_file import ReadRoutine, read_routine
from glutetimer.files.toml_folder import FileStamp, file_id, folded, namesakes, same_id
from glutetimer.toml_text.document import Document, parse_document, read_document
from glutetimer.toml_text.problem import ProblemLog, printable


class Loader:
    """What the files hold; `shelf` has the exercises. Nothing is read before it is asked for."""

    def __init__(self) -> None:
        self.shelf = ExerciseShelf()
        self._exercise_files: tuple[Sequence[FileStamp], Sequence[FileStamp]] = ((), ())
        self._read: dict[FileStamp, ReadRoutine] = {}

    def restock(self, built_in: Sequence[FileStamp], own: Sequence[FileStamp]) -> None:
        """Take the exercise files that there are now; routines follow if any has changed."""
        if (built_in, own) != self._exercise_files:
            self._exercise_files = (built_in, own)
            self.shelf.restock(built_in, own)
            self._read.clear()

    def routine(self, stamp: FileStamp) -> ReadRoutine:
        """What a routine file gives; read once until its stamp or an exercise changes."""
        known = self._read.get(stamp)
        if known is None:
            known = self._read[stamp] = self.read(Path(stamp[0]))
        return known

    def read(self, path: Path) -> ReadRoutine:
        """What a routine file gives now."""
        return self._read_document(read_document(path, reads_on=True), file_id(path))

    def read_text(self, text: str, routine_id: str) -> ReadRoutine:
        """What a text gives that is to be a routine file."""
        return self._read_document(parse_document(text), routine_id)

    def _read_document(self, document: Document | Problem, routine_id: str) -> ReadRoutine:
        if isinstance(document, Problem):
            return ReadRoutine(None, (document,))
        return read_routine(document, routine_id, self.shelf)

    def carried_exercises(self, text: str) -> Mapping[str, Exercise]:
        """The exercises that the text of a routine file holds itself, by id."""
        document = parse_document(text)
        if not isinstance(document, Document):
            return {}
        table = TableReader(document.values, (), document, ProblemLog())
        return read_carried(table, self.shelf).carried()

    def listing(self, stamp: FileStamp, is_own: bool, settings: Settings) -> RoutineListing:
        """The line of the routine list for a file, with its mistakes if it has any."""
        path = Path(stamp[0])
        read = self.routine(stamp)
        problems = tuple(str(problem) for problem in read.problems)
        total_s, equipment = None, read.routine.equipment if read.routine else ()
        if read.routine is not None:
            try:
                timeline = plan(read.routine, settings)
                total_s, equipment = timeline.total_s, timeline.routine.equipment
            except Trouble as trouble:
                problems = (f"with your settings: {printable(str(trouble))}",)
        return RoutineListing(
            id=file_id(path),
            title=read.title or printable(path.stem),
            source=read.source,
            path=str(path),
            total_s=total_s,
            equipment=equipment,
            is_own=is_own,
            problems=problems,
            **(card_facts(read.routine) if read.routine else {}),
        )

    def unused_listing(self, stamp: FileStamp, used: FileStamp) -> RoutineListing:
        """The line of an own file whose id an earlier file has: it cannot be chosen."""
        path = Path(stamp[0])
        return RoutineListing(
            id=path.name,
            title=self.routine(stamp).title or printable(path.stem),
            source="",
            path=str(path),
            total_s=None,
            equipment=(),
            is_own=True,
            problems=(str(same_id(path, Path(used[0]))),),
        )

    def titled(self, files: Mapping[str, FileStamp], title: str) -> FileStamp | None:
        """The routine file with this title, in any case; None if there is none."""
        wanted = folded(title)
        for stamp in files.values():
            if folded(self.routine(stamp).title) == wanted:
                return stamp
        return None

    def check(self, path: Path, names: PlanNames) -> CheckedFile:
        """What a file is, with every mistake by line; `names` are those of a plan."""
        document = read_document(path, reads_on=True)
        clashes = tuple(same_id(path, other) for other in namesakes(path))
        if isinstance(document, Problem):
            return CheckedFile(FileKind.UNREADABLE, problems=(document,))
        if is_exercise(document):
            read = read_exercise(document, file_id(path), self.shelf.ids())
            exercise = with_figure(read, file_id(path), self.shelf)
            problems = (*clashes, *exercise.problems)
            return CheckedFile(FileKind.EXERCISE, problems, exercise=exercise.exercise)
        if is_plan(document, path):
            plan_file = read_plan(document, file_id(path), names)
            return CheckedFile(FileKind.PLAN, (*clashes, *plan_file.problems), plan=plan_file.plan)
        routine = read_routine(document, file_id(path), self.shelf)
        return CheckedFile(FileKind.ROUTINE, (*clashes, *routine.problems), routine.routine)
