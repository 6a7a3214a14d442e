"""Where the person stands in a plan with phases, what the test asks, what is offered, and walks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.counts import sentence
from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.plan_words import check_line, where_line
from glutetimer.core.schedule.walks import walks_line
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label
from glutetimer.ui.widgets.typed_field import NumberField

LEAST_MINUTES, MOST_MINUTES = 1, 600


class PlanPlace(QWidget):
    """Lines on one followed plan; made anew whenever anything of it has changed."""

    week_asked = Signal(int)
    """Go on from the first day of this week."""

    walk_told = Signal(int)
    """A walk of so many minutes has just ended."""

    def __init__(self, followed: FollowedPlan) -> None:
        super().__init__()
        self._offer = followed.offer
        column = spaced(QVBoxLayout(self), Space.S)
        if followed.plan is not None and followed.standing is not None:
            where = sentence(where_line(followed.plan, followed.standing))
            column.addWidget(text_label(where, "strong", wraps=True))
        if self._offer is not None:
            column.addWidget(text_label(self._offer.reason, wraps=True))
            self.offer_button = push_button(self._offer.words)
            self.offer_button.clicked.connect(self._take_offer)
            row = spaced(QHBoxLayout(), Space.S)
            row.addWidget(self.offer_button)
            row.addStretch(1)
            column.addLayout(row)
        for found in followed.checks:
            column.addWidget(text_label(check_line(found), wraps=True))
        phase = followed.phase
        if phase is not None and phase.besides is not None:
            column.addWidget(text_label(f"In between: {phase.besides.title}", wraps=True))
        if phase is not None and phase.walks is not None:
            column.addWidget(text_label(walks_line(phase.walks, followed.walks), wraps=True))
            column.addLayout(self._walk_row(phase.walks.minutes))

    def _walk_row(self, minutes: int) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), Space.S)
        self.minutes = NumberField(LEAST_MINUTES, MOST_MINUTES, 5, "min")
        self.minutes.setValue(minutes)
        self.minutes.setAccessibleName("Minutes walked")
        self.walk_button = push_button("I walked today", "", "Keep a walk in the history")
        self.walk_button.clicked.connect(self._tell_walk)
        row.addWidget(self.minutes)
        row.addWidget(self.walk_button)
        row.addStretch(1)
        return row

    @Slot()
    def _take_offer(self) -> None:
        if self._offer is not None:
            self.week_asked.emit(self._offer.week)

    @Slot()
    def _tell_walk(self) -> None:
        self.minutes.commit()
        if not self.minutes.mistake:
            self.walk_told.emit(round(self.minutes.value()))
