"""What is otherwise than on other days, in one line that opens."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from glutetimer.core.words.dose_changes import TodaysPlan
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label
from glutetimer.ui.widgets.fields import Disclosure
from glutetimer.ui.words import dose_words


class Changes(QFrame):
    """The length of today's session, and on demand what changes in each exercise."""

    toggled = Signal(bool)
    """The person opened or closed the details."""

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
