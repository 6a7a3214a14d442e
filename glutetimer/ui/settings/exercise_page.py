"""The person's own dose of each exercise, beside what the routine says."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from glutetimer.core.counts import one_line
from glutetimer.core.exercise import Exercise, Kind
from glutetimer.core.routine import Routine
from glutetimer.core.settings import ExerciseSettings, dose_key, routine_of, specs
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.editors import ChoiceEditor, NumberEditor
from glutetimer.ui.settings.given_dose import AMOUNTS, GivenDose, entries_of
from glutetimer.ui.settings.pages import USUAL_FIRST, SettingsPage
from glutetimer.ui.settings.rows import FieldRow, rows_card
from glutetimer.ui.widgets.fields import Choice

INSTEAD = "instead"
CHOICE_PX = 330
TEMPO_FIELDS = ("lift_s", "top_s", "lower_s", "pause_s")


class ExercisePage(SettingsPage):
    """Choose an exercise, give it a dose; fields that make no sense for it are hidden."""

    def __init__(
        self, draft: Draft, exercises: Mapping[str, Exercise], routine: Routine | None
    ) -> None:
        super().__init__(
            "Exercises",
            "Your own dose of one exercise, in one routine or in every one. It comes before "
            "the timings for everything, that for one routine before both. Where an exercise "
            "comes more than once, it is for the first time; the others keep their distance.",
        )
        self._draft = draft
        self._exercises = exercises
        self._routine = routine
        self._choice = Choice()
        self._choice.setAccessibleName("Exercise")
        for exercise in _in_order(exercises, routine):
            for key in self._closer_keys(exercise.id):
                self._choice.addItem(_closer_name(exercise, key, routine), key)
            self._choice.addItem(f"{one_line(exercise.name)}, in every routine", exercise.id)
        self.add(self._choice)
        names = specs(ExerciseSettings)
        self.rows = {name: FieldRow(name, ExerciseSettings) for name in names}
        for row in self.rows.values():
            row.edited.connect(self._take)
            row.mistake_changed.connect(self._stay)
        self.rows[INSTEAD].control.setMinimumWidth(CHOICE_PX)
        self.add(rows_card("", self.rows.values()))
        self._choice.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def exercise_id(self) -> str:
        """The chosen exercise, or the `dose_key` of one; empty if there are none at all."""
        return str(self._choice.currentData() or "")

    def choose(self, exercise_id: str) -> None:
        """Show the dose of an exercise in every routine, or with a `dose_key` in one."""
        self._choice.setCurrentIndex(self._choice.findData(exercise_id))

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what was changed on the page of the timings."""
        super().showEvent(event)
        self._show()

    @Slot()
    def _show(self) -> None:
        routine_id, exercise_id = routine_of(self.exercise_id)
        exercise = self._exercises.get(exercise_id)
        if exercise is None:
            return
        own = self._draft.settings.for_exercise(self.exercise_id)
        is_here = self._routine is not None and routine_id in ("", self._routine.id)
        given = GivenDose(exercise, self._routine if is_here else None)
        wide = self._draft.settings.for_exercise(exercise_id if routine_id else "")
        is_hold = exercise.kind is Kind.HOLD
        self._show_alternatives(exercise, own.instead)
        for name, row in self.rows.items():
            if not isinstance(row.editor, NumberEditor):
                continue
            # Timing counts before the routine; both have fields of the same names.
            timing_s, wide_value = getattr(self._draft.settings, name, None), getattr(wide, name)
            is_idle = name == "reps" or name in TEMPO_FIELDS if is_hold else name == "hold_s"
            stays_open = given.stays_open and name in AMOUNTS
            row.setEnabled(not is_idle and not stays_open)
            if is_idle:
                row.set_hint("A hold has none" if is_hold else "Only for holds")
            elif stays_open:
                row.set_hint(f"{given.text(name)}; that stays")
            elif wide_value is not None:
                row.set_hint(f"Your own in every routine: {wide_value:g}")
            elif timing_s is not None:
                row.set_hint(f"Timing, for everything: {timing_s:g} s")
            else:
                row.set_hint(given.text(name))
            first = given.number(name)
            row.editor.set_first(USUAL_FIRST.get(name, 0.0) if first is None else first)
            row.set_value(getattr(own, name))

    def _show_alternatives(self, exercise: Exercise, wish: str | None) -> None:
        row = self.rows[INSTEAD]
        assert isinstance(row.editor, ChoiceEditor)
        names: list[tuple[str | None, str]] = [(None, f"{one_line(exercise.name)} itself")]
        is_closer = self.exercise_id != exercise.id
        if is_closer:
            names = [(None, "As in every routine"), (exercise.id, names[0][1])]
        for manner, ids in (("easier", exercise.easier), ("harder", exercise.harder)):
            known = (self._exercises[key] for key in ids if key in self._exercises)
            names += ((one.id, f"{one_line(one.name)} ({manner})") for one in known)
        is_lost = wish is not None and wish not in dict(names)
        if is_lost:
            names.append((wish, f"{one_line(wish or '')} (not there any more)"))
        row.editor.set_names(names)
        row.set_value(wish)
        row.setEnabled(len(names) > 1)
        if len(names) == 1:
            row.set_hint("Its file names no easier or harder exercise")
        elif is_lost:
            row.set_hint("As it is not there any more, nothing is replaced")
        elif is_closer:
            row.set_hint("In this routine only")
        elif wish is not None:
            row.set_hint("In every routine, with the dose set for that exercise")
        else:
            row.set_hint("An easier or harder exercise in its place, in every routine")

    def _closer_keys(self, exercise_id: str) -> list[str]:
        """The doses of an exercise that count in one routine only; that of this one first."""
        keys = (key for key in self._draft.settings.exercises if routine_of(key)[0])
        found = sorted(key for key in keys if routine_of(key)[1] == exercise_id)
        if self._routine is None or not entries_of(exercise_id, self._routine):
            return found
        here = dose_key(self._routine.id, exercise_id)
        return [here, *(key for key in found if key != here)]

    @Slot()
    def _stay(self) -> None:
        """What was typed for one exercise is corrected before another one is shown."""
        self._choice.setEnabled(not any(row.mistake for row in self.rows.values()))

    @Slot(str)
    def _take(self, name: str) -> None:
        self._draft.set_exercise_value(self.exercise_id, name, self.rows[name].value())
        if name == INSTEAD:
            self._show()


def _in_order(exercises: Mapping[str, Exercise], routine: Routine | None) -> list[Exercise]:
    """Those of the routine first, in its order; then the others by name."""
    own = [entry.exercise.id for entry in routine.entries] if routine else []
    first = [exercises[key] for key in dict.fromkeys(own) if key in exercises]
    others = [exercise for key, exercise in exercises.items() if key not in own]
    return first + sorted(others, key=lambda exercise: exercise.name.casefold())


def _closer_name(exercise: Exercise, key: str, routine: Routine | None) -> str:
    """Its name and "only in First session"; of another routine the id has to do."""
    routine_id, _ = routine_of(key)
    is_here = routine is not None and routine.id == routine_id
    title = one_line(routine.title) if routine is not None and is_here else routine_id
    return f"{one_line(exercise.name)}, only in {title}"
