"""A strip above the routines: that there are plans, and what the card of today does not say."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.core.counts import count_text
from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.routine_plan import PlanListing
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_look, spaced, text_label
from glutetimer.ui.words import shortened

MOST, TITLE_MOST = 160, 60
"""Letters that the strip shows of a text; the dialog has all of it."""


class PlanStrip(QFrame):
    """Two lines and up to two buttons; hidden where there is no plan, or today has a day of it."""

    plans_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "inset")
        row = spaced(QHBoxLayout(self), Space.S, Space.L, Space.S, Space.S, Space.S)
        words = spaced(QVBoxLayout(), 0)
        self._text = text_label(look="strong", wraps=True)
        self._more = text_label(look="muted", wraps=True)
        words.addWidget(self._text)
        words.addWidget(self._more)
        row.addLayout(words, 1)
        self.stop_button = push_button("Stop following", "quiet")
        self.plans_button = push_button("Plans", "quiet", "All plans (Ctrl+4)")
        for button in (self.stop_button, self.plans_button):
            row.addWidget(button)
        self.stop_button.clicked.connect(self.stop_asked)
        self.plans_button.clicked.connect(self.plans_asked)
        self.hide()

    def show_plans(self, plans: Sequence[PlanListing], followed: FollowedPlan | None) -> None:
        """Show these instead."""
        text, more = _followed_words(followed) if followed else _listed_words(plans)
        self._text.setText(text)
        set_look(self._text, "wrong" if followed and followed.plan is None else "strong")
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.stop_button.setVisible(followed is not None and followed.plan is None)
        self.setAccessibleName(plain(". ".join(filter(None, (text, more)))))
        is_told = followed is not None and followed.is_going_on  # by the card of today
        self.setVisible(not is_told and (followed is not None or bool(plans)))


def _followed_words(followed: FollowedPlan) -> tuple[str, str]:
    sentence = f"{shortened(followed.sentence, MOST)}."
    return sentence, "Begin it again, or choose another one." if followed.plan else ""


def _listed_words(plans: Sequence[PlanListing]) -> tuple[str, str]:
    faulty = [one for one in plans if one.problems]
    more = f"{count_text(len(faulty), 'plan')} with mistakes." if faulty else ""
    if len(plans) == 1:
        return f"Plan: {shortened(plans[0].title, TITLE_MOST)}", more
    return f"{count_text(len(plans), 'plan')}: none is followed", more
