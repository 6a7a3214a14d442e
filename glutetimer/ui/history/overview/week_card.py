"""The week: sessions against the goal, minutes, and the weeks before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.core.counts import count_text
from glutetimer.core.progress.days import YEAR_WEEKS
from glutetimer.core.progress.weeks import Streak, Week
from glutetimer.core.words.clock_text import hours_text
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.goal_rings import GoalRings

BREAK_DAYS = 14
"""Whoever was away so long is welcomed back, and not counted at."""


class WeekCard(QFrame):
    """Rings to be filled, and the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.setSpacing(Space.XL)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(text_label("This week", "muted"))
        self._done = text_label("", "title", wraps=True)
        self._streak = text_label("", wraps=True)
        words.addWidget(self._done)
        words.addWidget(self._streak)
        row.addLayout(words, 1)
        self._rings = GoalRings()
        row.addWidget(self._rings, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_week(self, week: Week, goal: int, streak: Streak, days_since: int | None) -> None:
        """Show the running week; `days_since` the last session, None if there was none."""
        done = f"{week.sessions} of {count_text(goal, 'session')}"
        if week.active_s:
            done = f"{done}  ·  {hours_text(week.active_s)}"
        if week.squeezes:
            done = f"{done}  ·  {count_text(week.squeezes, 'squeeze')}"
        self._done.setText(done)
        self._streak.setText(streak_words(week, goal, streak, days_since))
        self._rings.show_week(week.sessions, goal)


def streak_words(week: Week, goal: int, streak: Streak, days_since: int | None) -> str:
    """The weeks in a row, and what this one still needs; kind to whoever was away."""
    lacking = goal - week.sessions
    if streak.weeks >= YEAR_WEEKS - 1:
        return "You reached your goal in every week of the last year."
    if streak.is_reached:
        if streak.weeks == 1:
            return "You reached your goal for this week."
        return f"You reached your goal {streak.weeks} weeks in a row."
    if streak.weeks:
        past = "last week" if streak.weeks == 1 else f"{streak.weeks} weeks in a row"
        more = f"{lacking} more" if week.sessions else count_text(lacking, "session")
        return f"You reached your goal {past}. {more} this week, and it is {streak.weeks + 1}."
    if not week.sessions and days_since is not None and days_since > BREAK_DAYS:
        return (
            f"Your last session was {days_since} days ago. Good to see you: "
            "begin lightly, with whichever session you like."
        )
    more = count_text(lacking, "more session" if week.sessions else "session")
    return f"{more} this week, and your goal is reached. Any days will do."
