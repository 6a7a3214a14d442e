"""A strip above the routines: what is next in the followed plan, or that there are plans."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.core.counts import count_text
from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.plan_words import next_line, then_line
from glutetimer.core.schedule.routine_plan import PlanDay, PlanListing
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import PLAN_STRIP_PX, Space
from glutetimer.ui.widgets.controls import push_button, set_look, spaced, text_label
from glutetimer.ui.words import shortened

MOST, TITLE_MOST, DAY_MOST = 160, 60, 30
"""Letters that the strip shows of a text; the dialog has all of it."""


class PlanStrip(QFrame):
    """Two lines and up to three buttons; hidden while there is no plan."""

    start_asked = Signal(str)
    """The person wants to begin the routine with this id, which is next."""

    plans_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "inset")
        self.setMinimumHeight(PLAN_STRIP_PX)
        self._routine_id = ""
        row = spaced(QHBoxLayout(self), Space.S, Space.L, Space.S, Space.S, Space.S)
        words = spaced(QVBoxLayout(), 0)
        self._text = text_label(look="strong", wraps=True)
        self._more = text_label(look="muted", wraps=True)
        words.addWidget(self._text)
        words.addWidget(self._more)
        row.addLayout(words, 1)
        self.stop_button = push_button("Stop following", "quiet")
        self.plans_button = push_button("Plans", "quiet", "All plans (Ctrl+4)")
        self.start_button = push_button("Start", "", "Start what is next")
        for button in (self.stop_button, self.plans_button, self.start_button):
            row.addWidget(button)
        self.stop_button.clicked.connect(self.stop_asked)
        self.plans_button.clicked.connect(self.plans_asked)
        self.start_button.clicked.connect(self._start)
        self.hide()

    def show_plans(self, plans: Sequence[PlanListing], followed: FollowedPlan | None) -> None:
        """Show these instead."""
        text, more = _followed_words(followed) if followed else _listed_words(plans)
        day = followed.standing.day if followed and followed.standing else None
        self._routine_id = day.routine_id if day else ""
        self._text.setText(text)
        set_look(self._text, "wrong" if followed and followed.plan is None else "strong")
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.start_button.setVisible(bool(self._routine_id))
        self.start_button.setAccessibleName(plain(f"Start {day.what}") if day else "")
        self.stop_button.setVisible(followed is not None and followed.plan is None)
        self.setAccessibleName(plain(". ".join(filter(None, (text, more)))))
        self.setVisible(bool(plans) or followed is not None)

    @Slot()
    def _start(self) -> None:
        self.start_asked.emit(self._routine_id)


def _followed_words(followed: FollowedPlan) -> tuple[str, str]:
    plan, standing = followed.plan, followed.standing
    if plan is None or standing is None:
        return f"{shortened(followed.sentence, MOST)}.", ""
    plan = replace(plan, title=shortened(plan.title, TITLE_MOST))
    standing = replace(standing, day=_brief(standing.day), session=_brief(standing.session))
    sentence = next_line(plan, standing)
    if standing.day is None:
        return f"{sentence}.", "Begin it again, or choose another one."
    return sentence, then_line(standing) or shortened(standing.day.note, MOST)


def _brief(day: PlanDay | None) -> PlanDay | None:
    if day is None:
        return None
    title = shortened(day.routine_title, TITLE_MOST)
    return replace(day, day=shortened(day.day, DAY_MOST), routine_title=title)


def _listed_words(plans: Sequence[PlanListing]) -> tuple[str, str]:
    faulty = [one for one in plans if one.problems]
    more = f"{count_text(len(faulty), 'plan')} with mistakes." if faulty else ""
    if len(plans) == 1:
        return f"Plan: {shortened(plans[0].title, TITLE_MOST)}", more
    return f"{count_text(len(plans), 'plan')}: none is followed", more
