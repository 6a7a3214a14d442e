"""Brings routines of other programs in: from a source to files of the person's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from glutetimer.core.draft import EntryDraft, Lost, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise, Hold, Kind, Reps, Sides, Steps, Tempo
from glutetimer.core.ports.bringing import Brought, Question
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Routine
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.draft_text import draft_text
from glutetimer.files.exercise_file import is_exercise
from glutetimer.files.importing.fitting import Fitting
from glutetimer.files.importing.matching import match
from glutetimer.files.importing.reading import read_source
from glutetimer.files.library import Library
from glutetimer.files.ours import is_ours
from glutetimer.files.toml_folder import free_name, id_of
from glutetimer.toml_text.document import Document, parse_bytes
from glutetimer.toml_text.problem import FaultyFile, printable
from glutetimer.whole_file import make_folder, write_whole


class Importer:
    """Implements core.ports.bringing.RoutineImporter on a library and a folder of routines."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._folder = folder

    def bring(
        self, file_name: str, content: bytes, answers: Mapping[str, str] | None = None
    ) -> Brought:
        """Take a source apart; see the port."""
        document = parse_bytes(content, reads_on=True)
        if is_ours(file_name, document):
            return self._ours(file_name, content, document)
        source, imported = read_source(Path(file_name).name, content)
        exercises = self._library.exercises()
        matching = _Matching(exercises, answers or {})
        fitting = Fitting()
        drafts, routines, lost = [], [], list(imported.lost)
        for found in imported.routines:
            draft = matching.matched(fitting.fitted(found))
            try:
                routines.append(self._read(draft))
            except FaultyFile as fault:
                told = "; ".join(problem.message for problem in fault.problems)
                lost.append(Lost(0, f"{draft.title} cannot be taken: {told}"))
                continue
            drafts.append(draft)
        lost += (*fitting.lost, *matching.lost, *_unsaid_rests(drafts))
        return Brought(
            source=source,
            routines=tuple(routines),
            drafts=tuple(drafts),
            plans=imported.plans,
            lost=tuple(lost),
            questions=tuple(matching.questions.values()),
        )

    def keep(self, brought: Brought) -> Sequence[str]:
        """Write the routines; see the port."""
        make_folder(self._folder)
        return [str(self._write(draft, brought.content)) for draft in brought.drafts]

    def _ours(self, file_name: str, content: bytes, document: Document | Problem) -> Brought:
        """What a routine file of ours gives, such as somebody has sent."""
        path = Path(file_name or "pasted text")
        if isinstance(document, Problem):
            raise FaultyFile([document], path)
        if is_exercise(document):
            cure = "File > Open data folder shows the folder “exercises” that it belongs into"
            raise Trouble("This is an exercise, not a routine", printable(path.name), cure)
        draft = read_draft(document, self._library.exercises())
        try:
            routine = self._library.routine_of(content.decode("utf-8-sig"), id_of(draft.title))
        except FaultyFile as fault:
            raise FaultyFile(fault.problems, path) from None
        return Brought("glutetimer", (routine,), (draft,), content=content)

    def _read(self, draft: RoutineDraft) -> Routine:
        if not draft.entries:
            raise Trouble(f"{draft.title} has no exercise")
        return self._library.routine_of(draft_text(draft), id_of(draft.title))

    def _write(self, draft: RoutineDraft, content: bytes) -> Path:
        path = free_name(self._folder, id_of(draft.title), self._library.built_in_ids())
        write_whole(content or draft_text(draft).encode(), path)
        return path


def _unsaid_rests(drafts: Sequence[RoutineDraft]) -> Iterator[Lost]:
    """Where a routine says nothing of the rest between the sets of an exercise."""
    for draft in drafts:
        names = dict.fromkeys(
            entry.name for entry in draft.entries if not entry.rests_s and (entry.sets or 1) > 1
        )
        if names:
            told = ", ".join(names)
            yield Lost(
                0, f"{draft.title}: no rest between sets is given; it is as usual for {told}"
            )


def _own_tempo(tempo: Tempo, exercise: Exercise) -> Tempo:
    """A tempo of which only the hold at the top was said keeps the exercise's own ways."""
    usual = Tempo(top_s=tempo.top_s)
    return replace(exercise.tempo, top_s=tempo.top_s) if tempo == usual else tempo


class _Matching:
    """Puts our exercises in place of names that surely mean them, and gathers the questions."""

    def __init__(self, exercises: Mapping[str, Exercise], answers: Mapping[str, str]) -> None:
        self._exercises = exercises
        self._answers = answers
        self.questions: dict[str, Question] = {}
        self.lost: list[Lost] = []

    def matched(self, draft: RoutineDraft) -> RoutineDraft:
        """The draft with what is known of our exercises."""
        return replace(draft, entries=tuple(map(self._entry, draft.entries)))

    def _entry(self, entry: EntryDraft) -> EntryDraft:
        if entry.exercise_id:
            return entry
        if entry.name in self._answers:
            exercise_id = self._answers[entry.name]
        else:
            found = match(entry.name, self._exercises.values())
            exercise_id = found.exercise_id
            if found.perhaps:
                self.questions[entry.name] = Question(entry.name, found.perhaps)
        exercise = self._exercises.get(exercise_id)
        if exercise is None:
            return entry
        amounts = entry.amounts
        if exercise.kind is Kind.STEPS and all(isinstance(one, Reps) for one in amounts):
            amounts = tuple(Steps(one.low) for one in amounts if isinstance(one, Reps))
        elif exercise.kind is Kind.HOLD and any(isinstance(one, Reps) for one in amounts):
            return entry  # counted, where ours is held: another exercise of that name
        return replace(
            entry,
            exercise_id=exercise.id,
            amounts=amounts,
            tempos=tuple(_own_tempo(tempo, exercise) for tempo in entry.tempos),
            sides=self._sides(entry, exercise),
        )

    def _sides(self, entry: EntryDraft, exercise: Exercise) -> Sides | None:
        """Ours where nothing is said of them, but a time is the whole time that was meant."""
        if exercise.kind is Kind.STEPS:
            return None
        is_timed = any(isinstance(one, Hold) for one in entry.amounts)
        if entry.sides is None and exercise.sides is not Sides.BOTH:
            if is_timed:
                return Sides.BOTH
            self.lost.append(
                Lost(0, f"{entry.name}: of sides nothing is said; it is done on each side")
            )
        return entry.sides
