"""What came of a routine of another program, before anything of it is written."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.draft import Lost, PlanDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.bringing import Brought, Question, RoutineImporter, counts_text
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.core.routine import Routine
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.contents import entry_lines
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.words import dose_words

WIDTH_PX = 640


class RoutinePreview(Dialog):
    """Every routine with its exercises and total, what is lost or guessed, and what is not sure.

    An answer reads the source again.
    """

    imported = Signal(object)
    """The KeptFiles that were written."""

    edit_asked = Signal(OpenDraft)
    """The person wants to change the one routine before it is saved."""

    def __init__(
        self,
        importer: RoutineImporter,
        exercises: Iterable[Exercise],
        source: tuple[str, bytes],
        brought: Brought,
        parent: QWidget,
    ) -> None:
        """`brought` came of `source`: the file's name ("" for pasted text) and what is in it."""
        found = counts_text(len(brought.routines), len(brought.plans))
        super().__init__(f"{found} of {brought.source}", parent, WIDTH_PX)
        self._importer = importer
        self._source = source
        self._brought = brought
        self._meant: dict[str, str] = {}
        self._names = {exercise.id: exercise.name for exercise in exercises}
        self._contents: QWidget | None = None
        for question in self._brought.questions:
            self.body.addWidget(self._question(question))
        self._show_contents()
        self.add_button("Cancel").clicked.connect(self.reject)
        if len(self._brought.drafts) == 1 and not self._brought.plans:
            self.add_button("Edit first…").clicked.connect(self._edit)
        self._take = self.add_button("Import", "primary", True)
        self._take.clicked.connect(self.take)
        self._take.setEnabled(bool(self._brought.drafts or self._brought.plans))

    @property
    def brought(self) -> Brought:
        """What would be written now."""
        return self._brought

    @Slot()
    def take(self) -> None:
        """Write routines and plans and close; trouble is said at the top instead."""
        try:
            kept = self._importer.keep(self._brought)
        except Trouble as trouble:
            self.heading.setText(str(trouble))
            self.fit()
            return
        self.accept()
        self.imported.emit(kept)

    @Slot()
    def _edit(self) -> None:
        self.accept()
        self.edit_asked.emit(OpenDraft(self._brought.drafts[0], self._brought.text))

    def _question(self, question: Question) -> QWidget:
        """Ask what a name means; the last answer is that it is none of ours."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(text_label(f"Which exercise is “{question.name}”?", "strong", wraps=True))
        choice = Choice()
        choice.setProperty("question", question.name)
        choice.setAccessibleName(f"Which exercise {question.name} is")
        choice.addItem("One of its own, without a picture", "")
        for exercise_id in question.perhaps:
            choice.addItem(self._names.get(exercise_id, exercise_id), exercise_id)
        choice.activated.connect(self._answer)
        column.addWidget(choice)
        return made

    @Slot()
    def _answer(self) -> None:
        for choice in self.findChildren(Choice):
            self._meant[str(choice.property("question"))] = str(choice.currentData())
        self._brought = self._importer.bring(*self._source, self._meant)
        self._show_contents()
        self.fit()

    def _show_contents(self) -> None:
        if self._contents is not None:
            self._contents.hide()
            self._contents.deleteLater()
        self._contents = _contents(self._brought)
        self.body.addWidget(self._contents)


def _contents(brought: Brought) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.M)
    if brought.lost:
        column.addWidget(_lost(brought.lost))
    for routine in brought.routines:
        column.addWidget(_routine(routine))
    for one in brought.plans:
        column.addWidget(_plan(one))
    return made


def _routine(routine: Routine) -> QFrame:
    timeline = plan(routine)
    frame, column = card()
    column.addWidget(text_label(routine.title, "subtitle", wraps=True))
    count = count_text(len(routine.entries), "exercise")
    column.addWidget(text_label(f"{minutes_text(timeline.total_s)}  ·  {count}", "accent"))
    for line in entry_lines(timeline, is_whole=True):
        column.addWidget(text_label(dose_words(line), wraps=True))
    return frame


def _plan(plan_draft: PlanDraft) -> QFrame:
    frame, column = card()
    column.addWidget(text_label(f"Plan: {plan_draft.title}", "subtitle", wraps=True))
    for day in plan_draft.days:
        week = f"Week {day.week}, " if day.week else ""
        column.addWidget(text_label(f"{week}{day.day}: {day.routine or 'rest'}", wraps=True))
        if day.note:
            column.addWidget(text_label(day.note, "caption", wraps=True))
    if plan_draft.notes:
        column.addWidget(text_label(plan_draft.notes, "muted", wraps=True))
    return frame


def _lost(lost: Iterable[Lost]) -> QFrame:
    frame = QFrame()
    frame.setProperty("look", "warning")
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
    column.setSpacing(Space.XS)
    column.addWidget(text_label("Lost or guessed", "strong"))
    for one in lost:
        place = f"Line {one.line}: " if one.line else ""
        column.addWidget(text_label(f"{place}{one.what}", wraps=True))
    return frame
