"""Puts our exercises in place of the names that readers give."""

from collections.abc import Mapping
from dataclasses import replace

from glutetimer.core.draft import EntryDraft, Lost, RoutineDraft
from glutetimer.core.exercise import Exercise, Hold, Kind, Reps, Sides, Steps, Tempo
from glutetimer.core.ports.bringing import Question
from glutetimer.files.importing.matching import match
from glutetimer.files.importing.sides import sided_name


def _own_tempo(tempo: Tempo, exercise: Exercise) -> Tempo:
    """A tempo of which only the hold at the top was said keeps the exercise's own ways."""
    usual = Tempo(top_s=tempo.top_s)
    return replace(exercise.tempo, top_s=tempo.top_s) if tempo == usual else tempo


def _spelt(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


class Naming:
    """Puts our exercises in place of names that surely mean them, and gathers the questions."""

    def __init__(self, exercises: Mapping[str, Exercise], answers: Mapping[str, str]) -> None:
        self._exercises = exercises
        self._answers = answers
        self.questions: dict[str, Question] = {}
        self.lost: list[Lost] = []

    def named(self, draft: RoutineDraft) -> RoutineDraft:
        """The draft with what is known of our exercises."""
        return replace(draft, entries=tuple(map(self._entry, draft.entries)))

    def _entry(self, entry: EntryDraft) -> EntryDraft:
        if entry.exercise_id:
            return entry
        if entry.sides is None:
            name, side = sided_name(entry.name)
            entry = replace(entry, name=name, sides=side)
        if entry.name in self._answers:
            exercise_id = self._answers[entry.name]
        else:
            found = match(entry.name, self._exercises.values())
            exercise_id = found.exercise_id
            if found.perhaps:
                asked = Question(entry.name, found.perhaps, entry.line)
                self.questions.setdefault(entry.name, asked)
        exercise = self._exercises.get(exercise_id)
        if exercise is None:
            return entry
        if entry.name not in self._answers:
            self._tell_name(entry, exercise)
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

    def _tell_name(self, entry: EntryDraft, exercise: Exercise) -> None:
        """Tell, once, that a name that is not ours is taken for one that is."""
        what = f"“{entry.name[:60]}” is taken as {exercise.name}"
        ours = {_spelt(known) for known in (exercise.name, *exercise.also)}
        if _spelt(entry.name) not in ours and all(what != one.what for one in self.lost):
            self.lost.append(Lost(entry.line, what))

    def _sides(self, entry: EntryDraft, exercise: Exercise) -> Sides | None:
        """Ours where nothing is said of them, but a time is the whole time that was meant."""
        if exercise.kind is Kind.STEPS:
            return None
        is_timed = any(isinstance(one, Hold) for one in entry.amounts)
        if entry.sides is None and exercise.sides is not Sides.BOTH:
            if is_timed:
                return Sides.BOTH
            self.lost.append(
                Lost(entry.line, f"{entry.name}: of sides nothing is said; it is done on each side")
            )
        return entry.sides
