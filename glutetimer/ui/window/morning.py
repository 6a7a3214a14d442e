"""The morning after a session: how is the back?"""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.history.records import SessionSummary
from glutetimer.core.pain import calls_for_safety, words_morning
from glutetimer.core.safety import SEE_SOMEONE
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.meant_key import meant_key
from glutetimer.ui.widgets.scale import LevelScale
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
        self._before = start.pain_before
        self.add_words(f"After “{one_line(start.routine_title)}”, {day}", "muted")
        self.scale = LevelScale(title, self)
        self.scale.value_changed.connect(self._follow)
        self.body.addWidget(self.scale)
        self._words = text_label("0 is nothing, 10 is the worst. Type it or click it.", "caption")
        self._words.setWordWrap(True)
        self.body.addWidget(self._words)
        self._safety = text_label(SEE_SOMEONE, wraps=True)
        self._safety.hide()
        self.body.addWidget(self._safety)
        never = self.add_button("Don't ask for this session", "quiet")
        never.clicked.connect(self._settle)
        later = self.add_button("Not now")
        later.clicked.connect(self.reject)
        self.save_button = self.add_button("Save", "primary", True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._save)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, wherever the focus is."""
        key = meant_key(event)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.scale.type_digit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _follow(self) -> None:
        level = self.scale.value()
        self.save_button.setEnabled(level is not None)
        self._words.setText("" if level is None else words_morning(level, self._before))
        self._safety.setVisible(calls_for_safety(level))
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
