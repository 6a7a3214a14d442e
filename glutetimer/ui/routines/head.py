"""The head of a routine: title, facts, source, Start, and how much today."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.ui.routines.model import RoutineRow
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_look, spaced, text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from glutetimer.core.today import Today
    from glutetimer.ui.routines.today_control import TodayControl

CONTROL_PX = 36


class RoutineHead(QFrame):
    """Shows a row of the list at once; today's dose can be chosen after the first painting."""

    start_clicked = Signal()
    today_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._control: TodayControl | None = None
        self._shown_id = ""  # the routine that the control was shown for
        self._column = spaced(QVBoxLayout(self), Space.S, Space.XL, Space.L, Space.XL, Space.L)
        row = spaced(QHBoxLayout(), Space.XL)
        self._column.addLayout(row)
        self._column.addSpacing(CONTROL_PX)  # for the control: nothing moves when it comes
        words = spaced(QVBoxLayout(), Space.XS)
        self._title = text_label(look="title", wraps=True)
        self._purpose = text_label(look="strong", wraps=True)
        self._facts = text_label(look="accent", wraps=True)
        self._source = text_label(look="muted", wraps=True)
        for label in (self._title, self._purpose, self._facts, self._source):
            words.addWidget(label)
        row.addLayout(words, 1)
        self.start_button = push_button("Start", "large", "Start this routine")
        self.start_button.setEnabled(False)
        self.start_button.clicked.connect(self.start_clicked)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.start_button)
        middle.addStretch(1)
        row.addLayout(middle)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Keep the height that the words need at this width: what is below gives way."""
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(max(0, self._column.minimumHeightForWidth(self.width())))

    @property
    def can_start(self) -> bool:
        """Whether the routine can be begun."""
        return self.start_button.isEnabled()

    def set_can_start(self, can_start: bool) -> None:
        """Let the routine be begun, or not."""
        self.start_button.setEnabled(can_start)

    def show_row(self, row: RoutineRow | None) -> None:
        """Show a routine, as it is on a normal day."""
        self._title.setText(row.title if row else "")
        self._purpose.setText(row.purpose if row else "")
        self._purpose.setVisible(bool(row and row.purpose))
        self._facts.setText(row.facts if row else "")
        set_look(self._facts, "wrong" if row and row.is_broken else "accent")
        self._source.setText(row.source if row else "")
        self._source.setVisible(bool(row and row.source))
        if self.isVisible():  # else its width is not known yet, and `resizeEvent` follows
            self._keep_height()
        self.set_can_start(row is not None and not row.is_broken)

    def show_facts(self, facts: str) -> None:
        """Show how long it is today, and what it needs."""
        self._facts.setText(facts)

    def show_today(self, row: RoutineRow | None, today: "Today") -> None:
        """Show what is chosen for a routine; no choice where it cannot be begun."""
        control = self._control or self._made_control()
        control.setVisible(row is not None and not row.is_broken)
        if row is None or (row.listing.id == self._shown_id and control.today() == today):
            return  # minutes that are being typed, or were chosen before, stay
        self._shown_id = row.listing.id
        control.show_today(today, (row.listing.total_s or 0.0) / 60)

    def today(self) -> "Today | None":
        """What is chosen; None while nothing can be chosen yet."""
        return None if self._control is None else self._control.today()

    def is_today_right(self) -> bool:
        """Whether the minutes that were typed could be taken; if not, that is said."""
        return self._control is None or self._control.is_right()

    def _made_control(self) -> "TodayControl":
        from glutetimer.ui.routines.today_control import TodayControl

        control = self._control = TodayControl()
        control.chosen.connect(self.today_chosen)
        self._column.takeAt(1)
        self._column.addWidget(control)
        self._keep_height()
        control.follow(self.start_button)
        return control
