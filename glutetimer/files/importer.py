"""Brings routines of other programs in: from a source to files of the person's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from glutetimer.core.draft import EntryDraft, Lost, PlanDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise, Hold, Kind, Reps, Sides, Steps, Tempo
from glutetimer.core.ports.bringing import Brought, KeptFiles, Question
from glutetimer.core.routine import Routine
from glutetimer.files.draft_text import draft_text
from glutetimer.files.importing.fitting import Fitting
from glutetimer.files.importing.matching import match
from glutetimer.files.importing.ours import bring_ours
from glutetimer.files.importing.reading import decoded, read_source
from glutetimer.files.library import Library
from glutetimer.files.ours import is_ours
from glutetimer.files.plan_file import FOLDER
from glutetimer.files.plan_text import plan_text
from glutetimer.files.toml_folder import file_id, free_name, id_of
from glutetimer.toml_text.problem import FaultyFile
from glutetimer.whole_file import make_folder, write_whole


class Importer:
    """Implements core.ports.bringing.RoutineImporter on a library and a folder of routines.

    Plans go into the folder of plans beside it.
    """

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._routines = folder
        self._plans = folder.parent / FOLDER

    def bring(
        self, file_name: str, content: bytes, answers: Mapping[str, str] | None = None
    ) -> Brought:
        """Take a source apart; see the port."""
        name = Path(file_name).name
        text = decoded(content)
        if is_ours(name, text):
            return bring_ours(name, _as_it_is(content, text), self._library)
        source, imported = read_source(name, content)
        exercises = self._library.exercises()
        matching = _Matching(exercises, answers or {})
        fitting = Fitting()
        drafts, routines, lost = [], [], list(imported.lost)
        titles: dict[str, str] = {}
        for found in imported.routines:
            draft = matching.matched(fitting.fitted(found))
            try:
                routines.append(self._read(draft))
            except FaultyFile as fault:
                told = "; ".join(problem.message for problem in fault.problems)
                lost.append(Lost(0, f"{draft.title} cannot be taken: {told}"))
                continue
            drafts.append(draft)
            titles.setdefault(found.title, draft.title)
        plans = [fitting.fitted_plan(plan, titles) for plan in imported.plans]
        lost += (*fitting.lost, *matching.lost, *_unsaid_rests(drafts))
        return Brought(
            source=source,
            routines=tuple(routines),
            drafts=tuple(drafts),
            plans=tuple(plan for plan in plans if plan is not None),
            lost=tuple(lost),
            questions=tuple(matching.questions.values()),
        )

    def keep(self, brought: Brought) -> KeptFiles:
        """Write routines and plans; see the port."""
        make_folder(self._routines)
        if brought.plans:
            make_folder(self._plans)  # first: without it no routine should be written either
        if brought.text and brought.plans:
            plan_path = free_name(self._plans, brought.name)
            write_whole(brought.text.encode(), plan_path)
            return KeptFiles((), (str(plan_path),))
        if brought.text:
            return KeptFiles((str(self._write(brought.text, brought.name)),))
        routines = [self._write(draft_text(draft), id_of(draft.title)) for draft in brought.drafts]
        titles = [draft.title for draft in brought.drafts]
        try:
            plans = [self._write_plan(plan, titles, routines) for plan in brought.plans]
        except Trouble as trouble:
            what = f"The routines are kept, but not the plan. {trouble.what}"
            raise Trouble(what, trouble.where, trouble.cure) from trouble
        return KeptFiles(tuple(map(str, routines)), tuple(map(str, plans)))

    def _read(self, draft: RoutineDraft) -> Routine:
        if not draft.entries:
            raise Trouble(f"{draft.title} has no exercise")
        return self._library.routine_of(draft_text(draft), id_of(draft.title))

    def _write(self, text: str, name: str) -> Path:
        path = free_name(self._routines, name, self._library.built_in_ids())
        write_whole(text.encode(), path)
        return path

    def _write_plan(self, plan: PlanDraft, titles: Sequence[str], files: Sequence[Path]) -> Path:
        path = free_name(self._plans, id_of(plan.title))
        places = _places(plan, titles)
        ids = ["" if place is None else file_id(files[place]) for place in places]
        write_whole(plan_text(plan, ids).encode(), path)
        return path


def _places(plan: PlanDraft, titles: Sequence[str]) -> Iterator[int | None]:
    """Which of the routines with these titles each day of a plan has.

    Two may have one title: each day that has it takes the next of them, in turns.
    """
    of_title: dict[str, list[int]] = {}
    for place, title in enumerate(titles):
        of_title.setdefault(title, []).append(place)
    turns = {title: cycle(places) for title, places in of_title.items()}
    return (next(turns[day.routine]) if day.routine else None for day in plan.days)


def _as_it_is(content: bytes, text: str) -> str:
    """The text with its byte order mark, if it has one: a file of ours is kept byte for byte."""
    mark = "\ufeff"
    return mark + text if content.startswith(mark.encode()) else text


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
