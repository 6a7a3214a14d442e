"""The morning after a session: how is the back?"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.history.records import SessionSummary
from glutetimer.core.pain import words_morning
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.meant_key import meant_key
from glutetimer.ui.widgets.scale import LevelQuestion
from glutetimer.ui.words import day_text


class MorningDialog(Dialog):
    """Asks once; closing it without an answer leaves the question for the next start."""

    answered = Signal(object)
    """The level, 0 to 10, or None not to be asked about this session again; it is closing."""

    def __init__(
        self, summary: SessionSummary, now: datetime, parent: QWidget | None = None
    ) -> None:
        start = summary.start
        day = day_text(start.started_at, now)
        is_yesterday = day == "yesterday"
        title = (
            "How is your back this morning?"
            if is_yesterday
            else "How was your back the morning after?"
        )
        super().__init__(title, parent)
        self.add_words(f"After “{one_line(start.routine_title)}”, {day}", "muted")
        hint = "0 is nothing, 10 is the worst. Type it or click it."
        words, safety = text_label(hint, "caption", wraps=True), text_label(SEE_SOMEONE, wraps=True)
        words_of = partial(words_morning, before=start.pain_before)
        self.scale = LevelQuestion(title, words_of, words, safety)
        self.scale.value_changed.connect(self._follow)
        for part in (self.scale, words, safety):
            self.body.addWidget(part)
        never = self.add_button("Don't ask for this session", "quiet")
        never.clicked.connect(self._settle)
        later = self.add_button("Not now")
        later.clicked.connect(self.reject)
        self.save_button = self.add_button("Save", "primary", True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._save)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, wherever the focus is."""
        if not self.scale.take_key(meant_key(event)):
            super().keyPressEvent(event)

    @Slot()
    def _follow(self) -> None:
        self.save_button.setEnabled(self.scale.value() is not None)
        self.fit()

    @Slot()
    def _save(self) -> None:
        level = self.scale.value()
        if level is not None:
            self.accept()
            self.answered.emit(level)

    @Slot()
    def _settle(self) -> None:
        self.accept()
        self.answered.emit(None)
