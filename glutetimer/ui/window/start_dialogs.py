"""Dialogs of the start: on an interrupted session, and on a history that was lost."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.history.counting import sets_text
from glutetimer.core.history.records import SessionSummary
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.words import at_place, day_text


class InterruptedChoice(Enum):
    """What is to become of an interrupted session."""

    GO_ON = auto()
    KEEP = auto()
    DISCARD = auto()


class InterruptedDialog(Dialog):
    """Asks; closing it without an answer leaves the question for the next start."""

    decided = Signal(InterruptedChoice)
    """The person's answer; the dialog is closing."""

    def __init__(
        self, summary: SessionSummary, now: datetime, can_go_on: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("Your last session was interrupted", parent)
        start = summary.start
        done = sets_text(summary.sets_done, start.planned_sets)
        self.add_words(start.routine_title, "subtitle")
        self.add_words(
            f"Begun {day_text(start.started_at, now)} at {at_place(start.started_at):%H:%M}. "
            f"{done} done; what you did is safe."
        )
        if not can_go_on:
            self.add_words("It has no set left, or its routine is not there any more.", "muted")
        discard = self.add_button("Discard it")
        discard.clicked.connect(self._discard)
        keep = self.add_button("Keep what was done", "" if can_go_on else "primary", not can_go_on)
        keep.clicked.connect(self._keep)
        if can_go_on:
            go_on = self.add_button("Go on", "primary", True)
            go_on.clicked.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self.accept()
        self.decided.emit(InterruptedChoice.GO_ON)

    @Slot()
    def _keep(self) -> None:
        self.accept()
        self.decided.emit(InterruptedChoice.KEEP)

    @Slot()
    def _discard(self) -> None:
        self.accept()
        self.decided.emit(InterruptedChoice.DISCARD)


class BackupDialog(Dialog):
    """For a lost history: its newest backup; without an answer it asks at the next start again."""

    restore_asked = Signal()
    """Take the backup; the dialog is closing."""

    new_wanted = Signal()
    """Go on with the history that is there; the dialog is closing."""

    def __init__(self, name: str, lines: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """`lines` are sentences on what is in the backup of this name."""
        super().__init__("Bring back your history?", parent)
        self.add_words("It was damaged or missing and was begun anew, but there is a backup of it:")
        self.add_words(name, "subtitle")
        for line in lines:
            self.add_words(line)
        self.add_words("Nothing is thrown away: what came since is kept as a backup.", "muted")
        empty = self.add_button("Begin a new history")
        empty.clicked.connect(self._begin_anew)
        restore = self.add_button("Bring the backup back", "primary", True)
        restore.clicked.connect(self._restore)

    @Slot()
    def _begin_anew(self) -> None:
        self.new_wanted.emit()
        self.reject()

    @Slot()
    def _restore(self) -> None:
        self.restore_asked.emit()
        self.accept()
