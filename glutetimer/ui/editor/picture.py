"""What of a draft is shown: the words of the list, of the fields, and of the whole."""

from collections.abc import Mapping

from glutetimer.core.counts import count_text, sentence
from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Exercise, Sides
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.shelf import CheckedDraft, RoutineShelf
from glutetimer.core.routine import Prescription
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose import dose_text
from glutetimer.ui.editor.editing import Editing
from glutetimer.ui.editor.entry_fields import EntryView
from glutetimer.ui.editor.entry_list import EntryRow
from glutetimer.ui.words import dose_words


class DraftPicture:
    """Looks at a draft as it was when it was last checked; doses are remembered while it is wrong.

    `total` is its time with the number of exercises, `complaint` what is wrong with the whole;
    `timeline` is None while anything is.
    """

    def __init__(
        self, editing: Editing, shelf: RoutineShelf, exercises: Mapping[str, Exercise]
    ) -> None:
        self._editing = editing
        self._shelf = shelf
        self._exercises = exercises
        self._checked = CheckedDraft(None)
        self._doses: dict[EntryDraft, str] = {}
        self.total = self.complaint = ""
        self.timeline: Timeline | None = None

    def check(self) -> None:
        """Look at what would be played if the draft were saved now."""
        self._checked = self._shelf.check(self._editing.opened)
        routine = self._checked.routine
        self.total = self.complaint = ""
        self.timeline = plan(routine) if routine is not None else None
        if routine is not None and self.timeline is not None:
            for draft, entry in zip(self._editing.draft.entries, routine.entries, strict=True):
                self._doses[draft] = dose_words(sentence(dose_text(entry)))
            count = count_text(len(routine.entries), "exercise")
            self.total = f"{minutes_text(self.timeline.total_s)}  ·  {count}"
        told = next((one.message for one in self._checked.problems if one.entry is None), "")
        if told and self._editing.draft.entries:  # that a new one has none goes without saying
            self.complaint = f"{sentence(told)}."

    @property
    def is_right(self) -> bool:
        """Whether it can be saved."""
        return not self._checked.problems and not any(self._editing.mistakes)

    @property
    def first_wrong(self) -> int | None:
        """The first exercise that has a mistake, None if it is the whole or nothing."""
        places = [at for at, found in enumerate(self._editing.mistakes) if found]
        places += [one.entry for one in self._checked.problems if one.entry is not None]
        return min(places, default=None)

    def rows(self) -> list[EntryRow]:
        """Every exercise in the words of the list."""
        return [self._row(number) for number in range(len(self._editing.draft.entries))]

    def dose(self, number: int) -> str:
        """The dose of an exercise in words; empty while it was never right."""
        return self._doses.get(self._editing.draft.entries[number], "")

    def view(self, number: int) -> EntryView:
        """An exercise as the fields show it."""
        routine, circuit = self._checked.routine, self._editing.circuit(number)
        entry = self._editing.draft.entries[number]
        entries = routine.entries if routine is not None else ()
        problems = (one for one in self._checked.problems if one.entry == number)
        usual = entries[number] if number < len(entries) else None
        return EntryView(
            number=number,
            name=entry.name,
            dose=self.dose(number),
            texts=self._shelf.texts(entry),
            circuit=self._shelf.circuit_texts(circuit) if circuit else {},
            mistakes=self._editing.mistakes[number],
            problems={one.key: sentence(one.message) for one in problems},
            exercise=self._exercises.get(entry.exercise_id),
            usual=usual,
            figure=usual or self._likely(entry),
        )

    def _likely(self, entry: EntryDraft) -> Prescription | None:
        """What an exercise looks like while its dose is not known."""
        exercise = self._exercises.get(entry.exercise_id or entry.moves_like)
        if exercise is None:
            return None
        dose, usual = exercise.dose, exercise.sides if entry.exercise_id else Sides.BOTH
        sides = entry.sides or usual
        return Prescription(exercise, dose.sets, dose.amount, exercise.tempo, sides)

    def _row(self, number: int) -> EntryRow:
        entry = self._editing.draft.entries[number]
        told = [text for _, text in self._editing.mistakes[number].values()]
        told += [one.message for one in self._checked.problems if one.entry == number]
        circuit = f"Circuit {entry.circuit}" if entry.circuit else ""
        wrong = sentence(told[0]) if told else ""
        return EntryRow(number + 1, entry.name, self.dose(number), circuit, wrong)
