"""Dialogs of the start: on an interrupted session, and on a history that was lost."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum, auto

from PySide6.QtWidgets import QWidget

from glutetimer.core.history.counting import sets_text
from glutetimer.core.history.records import SessionSummary
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.words import at_place, day_text


class InterruptedChoice(IntEnum):
    """What is to become of an interrupted session."""

    GO_ON = auto()
    KEEP = auto()
    DISCARD = auto()


class InterruptedDialog(Dialog):
    """Asks; closing it without an answer leaves the question for the next start."""

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
        self.add_answer("Discard it", InterruptedChoice.DISCARD)
        kind = "" if can_go_on else "primary"
        self.add_answer("Keep what was done", InterruptedChoice.KEEP, kind, not can_go_on)
        if can_go_on:
            self.add_answer("Go on", InterruptedChoice.GO_ON, "primary", True)


class BackupChoice(IntEnum):
    """What is to come in place of a lost history."""

    RESTORE = auto()
    BEGIN_ANEW = auto()


class BackupDialog(Dialog):
    """For a lost history: its newest backup; without an answer it asks at the next start again."""

    def __init__(self, name: str, lines: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """`lines` are sentences on what is in the backup of this name."""
        super().__init__("Bring back your history?", parent)
        self.add_words("It was damaged or missing and was begun anew, but there is a backup of it:")
        self.add_words(name, "subtitle")
        for line in lines:
            self.add_words(line)
        self.add_words("Nothing is thrown away: what came since is kept as a backup.", "muted")
        self.add_answer("Begin a new history", BackupChoice.BEGIN_ANEW)
        self.add_answer("Bring the backup back", BackupChoice.RESTORE, "primary", True)
