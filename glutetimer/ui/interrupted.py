"""After a crash: go on from the interrupted set, keep what was done, or discard it."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.ports import HistoryStore
from glutetimer.core.records import SessionEnd, SessionSummary, SetRecord
from glutetimer.ui.panel import Panel
from glutetimer.ui.wording import count_text, day_text


class Choice(Enum):
    """What is to become of an interrupted session."""

    GO_ON = auto()
    KEEP = auto()
    DISCARD = auto()


class InterruptedDialog(Panel):
    """Asks; closing it without an answer leaves the question for the next start."""

    decided = Signal(Choice)
    """The person's answer; the dialog is closing."""

    def __init__(
        self, summary: SessionSummary, now: datetime, can_go_on: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("Your last session was interrupted", parent)
        start = summary.start
        done = count_text(summary.sets_done, "set")
        self.add_words(start.routine_title, "subtitle")
        self.add_words(
            f"Begun {day_text(start.started_at, now)} at {start.started_at.astimezone():%H:%M}. "
            f"{done} of {start.planned_sets} done; what you did is safe."
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
        self.decided.emit(Choice.GO_ON)

    @Slot()
    def _keep(self) -> None:
        self.accept()
        self.decided.emit(Choice.KEEP)

    @Slot()
    def _discard(self) -> None:
        self.accept()
        self.decided.emit(Choice.DISCARD)


def next_set(sets: Sequence[SetRecord]) -> int:
    """The set (from 0) that was running when the program ended: the one after the last record."""
    return sets[-1].result.index + 1 if sets else 0


def keep(history: HistoryStore, summary: SessionSummary) -> None:
    """Mark an interrupted session as ended with its last set. Raises Trouble."""
    sets = history.sets(summary.id)
    ended_at = sets[-1].ended_at if sets else summary.start.started_at
    lasted_s = (ended_at - summary.start.started_at).total_seconds()
    active_s = summary.active_s or max(0.0, lasted_s)
    history.finish(summary.id, SessionEnd.INTERRUPTED, ended_at, active_s)


def discard(history: HistoryStore, summary: SessionSummary) -> None:
    """Take an interrupted session out of the history. Raises Trouble."""
    # Ended first: so it is not offered again should the program end before it is purged.
    keep(history, summary)
    history.delete(summary.id)
