"""What stands below the head of a routine: notes and exercises, or what is wrong with it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings
from glutetimer.core.today import Today
from glutetimer.core.words.dose_changes import TodaysPlan, todays_plan
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.routines.exercise_card import ExerciseCard
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, spaced, text_label
from glutetimer.ui.widgets.fields import Disclosure
from glutetimer.ui.widgets.notice_bar import notice_of
from glutetimer.ui.widgets.page_area import page
from glutetimer.ui.words import dose_words


class RoutineBodies(QObject):
    """Makes the exercises of a routine; has their pictures, and whether changes are open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stills = Stills(self)
        self._shows_changes = False

    def make(self, routine: Routine, settings: Settings, today: Today) -> tuple[QWidget, float]:
        """The exercises on such a day, and its seconds. Raises Trouble as `plan` does."""
        planned = todays_plan(routine, settings, today)
        changes: Changes | None = None
        if not today.is_usual:
            changes = Changes(planned, self._shows_changes)
            changes.toggled.connect(self._remember_open)
        return routine_body(routine, planned, self._stills, changes), planned.timeline.total_s

    @Slot(bool)
    def _remember_open(self, is_open: bool) -> None:
        self._shows_changes = is_open


class Changes(QFrame):
    """The length of today's session, and on demand what changes in each exercise."""

    toggled = Signal(bool)

    def __init__(self, today: TodaysPlan, is_open: bool) -> None:
        super().__init__()
        self.setProperty("look", "inset")
        column = spaced(QVBoxLayout(self), Space.XS, Space.L, Space.M, Space.L, Space.M)
        column.addWidget(text_label(f"{today.headline}.", "strong", wraps=True))
        if not today.is_changed:
            return
        toggle = Disclosure("What changes")
        toggle.setChecked(is_open)
        toggle.toggled.connect(self._open)
        column.addWidget(toggle)
        self._details = QFrame()
        details = spaced(QVBoxLayout(self._details), 0)
        for one in today.exercises:
            if one.change:
                details.addWidget(text_label(dose_words(f"{one.name}: {one.change}"), wraps=True))
                if one.below:
                    details.addWidget(text_label(dose_words(one.below), "caption", wraps=True))
                details.addSpacing(Space.S)
        for sentence in today.others:
            details.addWidget(text_label(dose_words(sentence), wraps=True))
        details.addSpacing(Space.S)
        details.addWidget(
            text_label(
                "Only for the next session. The routine and your settings stay.", "caption", True
            )
        )
        self._details.setVisible(is_open)
        column.addWidget(self._details)

    @Slot(bool)
    def _open(self, is_open: bool) -> None:
        self._details.setVisible(is_open)
        self.toggled.emit(is_open)


def routine_body(
    routine: Routine,
    today: TodaysPlan,
    stills: Stills | None = None,
    changes: QWidget | None = None,
) -> QWidget:
    """Every exercise with its picture and the dose of today, below what changes today."""
    timeline = today.timeline
    made, column = page()
    if changes is not None:
        column.addWidget(changes)
    count = count_text(len(routine.entries), "exercise")
    column.addWidget(text_label(f"{count}, {count_text(len(timeline.sets), 'set')}", "subtitle"))
    for sentence in today.hints:
        column.addWidget(text_label(f"{sentence}.", "muted", wraps=True))
    circuit = ""
    for number, entry in enumerate(timeline.entries):
        if entry.circuit != circuit:
            circuit = entry.circuit
            if circuit:
                column.addWidget(
                    text_label(_circuit(timeline.routine, circuit), "accent", wraps=True)
                )
        below = today.exercises[number].below
        column.addWidget(ExerciseCard(number + 1, entry, stills, below))
    about = [
        (name, text.strip())
        for name, text in (
            ("Level", routine.level),
            ("How often", routine.frequency),
            ("Notes", routine.notes),
        )
        if text.strip()
    ]
    if about:
        frame, inner = card()
        inner.addWidget(text_label("About this routine", "subtitle"))
        for name, text in about:
            inner.addSpacing(Space.XS)
            inner.addWidget(text_label(name, "caption"))
            inner.addWidget(text_label(text, wraps=True))
        column.addWidget(frame)
    column.addStretch(1)
    return made


def trouble_body(trouble: Trouble) -> QWidget:
    """Why a routine cannot be played, and what helps."""
    made, column = page()
    frame, inner = card()
    inner.addWidget(text_label("This routine cannot be started", "subtitle", wraps=True))
    notice = notice_of(trouble)
    inner.addWidget(text_label(notice.text, "wrong", wraps=True))
    if notice.cure:
        inner.addWidget(text_label(notice.cure, wraps=True))
    column.addWidget(frame)
    column.addStretch(1)
    return made


def _circuit(routine: Routine, letter: str) -> str:
    rounds = count_text(routine.circuit(letter).rounds, "round")
    return f"Circuit {letter}: {rounds} of the exercises below"
