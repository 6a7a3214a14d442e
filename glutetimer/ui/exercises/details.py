"""One exercise: its movement, how it is done, what goes wrong, and what is easier or harder."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from glutetimer.core.exercise import CueMoment, Exercise
from glutetimer.core.ports.clock import Clock
from glutetimer.figure.motion import FaultPose
from glutetimer.ui.exercises.model import facts_text
from glutetimer.ui.figure.stage import Stage
from glutetimer.ui.style.theme import GUTTER_PX, Space
from glutetimer.ui.widgets.controls import card, push_button, spaced, text_label
from glutetimer.ui.widgets.flow import FlowRow
from glutetimer.ui.widgets.page_area import PageArea, page
from glutetimer.ui.words import source_text

_CUES = {
    CueMoment.SETUP: "To begin",
    CueMoment.MOVE: "The movement",
    CueMoment.START: "On the way",
    CueMoment.TOP: "At the end of the movement",
    CueMoment.LOWER: "On the way back",
}


class ExerciseDetails(QWidget):
    """Shows one exercise at a time."""

    exercise_asked = Signal(str)
    """The person wants to see the exercise with this id."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Stage(clock)
        self.stage.setMinimumHeight(150)
        self._area = PageArea("How the exercise is done")
        self._others, self._faults = QButtonGroup(self), QButtonGroup(self)
        self._faults.setExclusive(False)
        self._others.buttonClicked.connect(self._ask_other)
        self._faults.buttonClicked.connect(self._show_fault)
        column = spaced(QVBoxLayout(self), Space.L)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, GUTTER_PX, 0)
        top.addWidget(self.stage)
        column.addLayout(top, 5)
        column.addWidget(self._area, 5)

    def show_exercise(self, exercise: Exercise | None, every: Mapping[str, Exercise]) -> None:
        """Show an exercise; `every` has the others by id."""
        self.stage.show_exercise(exercise)
        body, column = page()
        if exercise is not None:
            for part in (
                self._how(exercise),
                self._mistakes(exercise),
                self._further(exercise, every),
                _sources(exercise),
            ):
                if part is not None:
                    column.addWidget(part)
        column.addStretch(1)
        self._area.setWidget(body)

    def _how(self, exercise: Exercise) -> QWidget:
        frame, inner = card()
        inner.addWidget(text_label(exercise.name, "title", wraps=True))
        inner.addWidget(text_label(facts_text(exercise), "accent", wraps=True))
        if exercise.also:
            inner.addWidget(text_label(f"Also: {', '.join(exercise.also)}", "muted", wraps=True))
        if exercise.muscles:
            text = f"Works: {', '.join(exercise.muscles)}"
            inner.addWidget(text_label(text, "muted", wraps=True))
        inner.addSpacing(Space.XS)
        inner.addWidget(text_label("Set-up", "strong"))
        inner.addWidget(text_label(exercise.setup, wraps=True))
        for moment, name in _CUES.items():
            cues = exercise.cues_at(moment)
            if cues:
                inner.addSpacing(Space.XS)
                inner.addWidget(text_label(name, "strong"))
                text = "\n".join(f"•  {cue.say}" for cue in cues)
                inner.addWidget(text_label(text, wraps=True))
        return frame

    def _mistakes(self, exercise: Exercise) -> QWidget | None:
        poses = list(exercise.motion.faults) if exercise.motion is not None else []
        if not exercise.faults and not poses:
            return None
        frame, inner = card()
        inner.addWidget(text_label("Watch for", "subtitle"))
        for fault in exercise.faults:
            inner.addWidget(text_label(f"{fault.sign}: {fault.mend}", wraps=True))
            for pose in [pose for pose in poses if is_about(pose, fault.sign)]:
                poses.remove(pose)
                inner.addWidget(FlowRow([self._fault_button(pose)]))
        if poses:
            inner.addWidget(FlowRow([self._fault_button(pose) for pose in poses]))
        return frame

    def _fault_button(self, pose: FaultPose) -> QAbstractButton:
        button = push_button(f"See it: {pose.name.replace('-', ' ')}")
        button.setCheckable(True)
        button.setProperty("fault", pose.name)
        self._faults.addButton(button)
        return button

    def _further(self, exercise: Exercise, every: Mapping[str, Exercise]) -> QWidget | None:
        frame, inner = card()
        for name, ids in (("Easier", exercise.easier), ("Harder", exercise.harder)):
            known = [every[other] for other in ids if other in every]
            if known:
                inner.addWidget(text_label(name, "strong"))
                inner.addWidget(FlowRow([self._other_button(other) for other in known]))
        return frame if inner.count() else None

    def _other_button(self, exercise: Exercise) -> QAbstractButton:
        button = push_button(exercise.name)
        button.setProperty("exercise", exercise.id)
        self._others.addButton(button)
        return button

    @Slot(QAbstractButton)
    def _ask_other(self, button: QAbstractButton) -> None:
        self.exercise_asked.emit(str(button.property("exercise")))

    @Slot(QAbstractButton)
    def _show_fault(self, button: QAbstractButton) -> None:
        for other in self._faults.buttons():
            if other is not button:
                other.setChecked(False)
        self.stage.show_fault(str(button.property("fault")) if button.isChecked() else "")


def is_about(pose: FaultPose, sign: str) -> bool:
    """Whether a sentence speaks of the fault that a pose shows: all words of its name are in it."""
    words = [word.strip(".,;").casefold() for word in sign.split()]
    return all(
        any(word.startswith(part[:4]) for word in words) for part in pose.name.casefold().split("-")
    )


def _sources(exercise: Exercise) -> QWidget | None:
    if not exercise.sources:
        return None
    frame, inner = card()
    inner.addWidget(text_label("Who recommends it", "subtitle"))
    for source in exercise.sources:
        inner.addWidget(text_label(source_text(source), "muted", wraps=True))
    return frame
