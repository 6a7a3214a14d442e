"""The week with the session that has just ended: its rings, the last one filling, and in words."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from glutetimer.core.errors import Trouble
from glutetimer.core.history.totals import ProgressStore
from glutetimer.core.progress.weeks import trained
from glutetimer.core.session.ending import week_words
from glutetimer.ui.first_of_week import first_of_week
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.goal_rings import GoalRings


class WeekLine(QFrame):
    """Rings and words in one line."""

    def __init__(self, done: int, goal: int, is_still: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        self.rings = GoalRings()
        self.rings.show_week(done, goal)
        if not is_still:
            self.rings.fill_last()
        row.addWidget(self.rings, 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = text_label(week_words(done, goal), "strong")
        row.addWidget(self.words)
        row.addStretch()


def sessions_this_week(progress: ProgressStore, today: date) -> int:
    """How many sessions that count for the goal this week has; 0 where the history does not say."""
    first = first_of_week(today)
    try:
        return len(trained(progress.totals(since=first)))
    except Trouble:
        return 0
