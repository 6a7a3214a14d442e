"""What to do today, and why: the first thing that is seen."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from glutetimer.core.counts import count_text
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Radius, Space, current
from glutetimer.ui.widgets.controls import push_button, spaced, text_label, without_mnemonic

if TYPE_CHECKING:
    from glutetimer.core.ports.library import RoutineListing
    from glutetimer.core.schedule.daily import DailyAdvice
    from glutetimer.ui.routines.card_pictures import CardPictures
    from glutetimer.ui.widgets.goal_rings import GoalRings

LEAST_PX = 180
"""So high with and without its words: nothing moves when they come."""

MOST_RINGS = 7
"""A goal of more sessions a week is told in words alone."""

_PICTURE = QSize(184, 128)
_ICON_PX = 52.0


class TodayCard(QFrame):
    """Empty until `show_advice` is called, after the first painting."""

    start_asked = Signal()
    look_asked = Signal()
    plans_asked = Signal()
    reminders_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setMinimumHeight(LEAST_PX)
        self._rings: GoalRings | None = None
        row = spaced(QHBoxLayout(self), Space.XL, Space.XL, Space.L, Space.XL, Space.L)
        self.picture = DayPicture(self)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = spaced(QVBoxLayout(), Space.XS)
        self._headline = text_label(look="title", wraps=True)
        self._reason = text_label(wraps=True)
        self._facts = text_label(look="muted", wraps=True)
        self._week = spaced(QHBoxLayout(), Space.M)
        self._done = text_label(look="caption", wraps=True)
        self._week.addWidget(self._done, 1)
        words.addStretch(1)
        self._top = spaced(QHBoxLayout(), Space.M)
        self._top.addWidget(text_label("Today", "accent"), 1)
        words.addLayout(self._top)
        for label in (self._headline, self._reason, self._facts):
            words.addWidget(label)
        words.addSpacing(Space.XS)
        words.addLayout(self._week)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._buttons = spaced(QVBoxLayout(), Space.XS)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        row.addLayout(self._buttons)

    @cached_property
    def reminder_button(self) -> QPushButton:
        """Tells when the next reminder comes, or offers them."""
        made = push_button("", "quiet", "When you want to be reminded")
        made.setProperty("place", "line")
        made.clicked.connect(self.reminders_asked)
        self._top.addWidget(made)
        return made

    @Slot(str)
    def show_reminder(self, line: str) -> None:
        """Show when the next reminder comes; without any they are offered."""
        self.reminder_button.setText(line or "Remind me…")

    @cached_property
    def start_button(self) -> QPushButton:
        """Begins; it is made, as the others are, when it is first shown."""
        return self._button("Start", "large", "", self.start_asked)

    @cached_property
    def look_button(self) -> QPushButton:
        """Shows the routine."""
        tip = "All exercises, and how much today"
        return self._button("Look inside", "quiet", tip, self.look_asked)

    @cached_property
    def plans_button(self) -> QPushButton:
        """Shows the plans, while one is followed."""
        return self._button("Plans", "quiet", "All plans (Ctrl+4)", self.plans_asked)

    @cached_property
    def offer_button(self) -> QPushButton:
        """Leads to the plan and its question, while another week is offered."""
        return self._button("", "", "Nothing changes unless you say yes there", self.plans_asked)

    def _button(self, text: str, kind: str, tip: str, asked: SignalInstance) -> QPushButton:
        made = push_button(text, kind, tip)
        made.clicked.connect(asked)
        last = self._buttons.count() - 1
        self._buttons.insertWidget(last, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def show_advice(self, advice: "DailyAdvice", facts: str, done: int, goal: int) -> None:
        """Show what to do; `facts` are those of its routine, `done` the sessions of this week."""
        self._headline.setText(advice.headline)
        self._reason.setText(advice.reason)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        has_routine = bool(advice.routine_id)
        self.start_button.setVisible(has_routine)
        self.look_button.setVisible(has_routine)
        if advice.offer is not None:
            self.offer_button.setText(without_mnemonic(f"{advice.offer.words}…"))
            self.offer_button.show()
        elif "offer_button" in self.__dict__:
            self.offer_button.hide()
        self.start_button.setAccessibleName(plain(f"Start {advice.headline}"))
        if not self.reminder_button.text():
            self.show_reminder("")
        self._done.setText(f"{done} of {count_text(goal, 'session')} this week")
        self._show_rings(done, goal)
        self.setAccessibleName(plain(f"Today: {advice.headline}. {advice.reason} {facts}"))

    def _show_rings(self, done: int, goal: int) -> None:
        from glutetimer.ui.widgets.goal_rings import GoalRings

        if self._rings is None:
            self._rings = GoalRings()
            self._week.insertWidget(0, self._rings)
        self._rings.setVisible(goal <= MOST_RINGS)
        self._rings.show_week(done, goal)


class DayPicture(QWidget):
    """The figure of the day's routine, or a sign for a day without one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_PICTURE)
        self._pictures: CardPictures | None = None
        self._listing: RoutineListing | None = None
        self._icon = ""

    def show_routine(self, listing: "RoutineListing | None", pictures: "CardPictures") -> None:
        """Show the picture of a routine, once it is made."""
        if self._pictures is None:
            self._pictures = pictures
            pictures.made.connect(self.update)
        self._listing, self._icon = listing, ""
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show an icon instead."""
        self._listing, self._icon = None, icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and what there is."""
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_soft if self._icon else colors.sunken))
        painter.drawRoundedRect(QRectF(self.rect()), Radius.ROW, Radius.ROW)
        if self._icon:
            from glutetimer.ui.style.icons import draw_icon

            place = QRectF(0, 0, _ICON_PX, _ICON_PX)
            place.moveCenter(QRectF(self.rect()).center())
            painter.setPen(QColor(colors.accent))
            draw_icon(painter, self._icon, place)
        elif self._listing is not None and self._pictures is not None:
            ratio = self.devicePixelRatioF()
            pixmap = self._pictures.pixmap(self._listing, self.size(), ratio)
            if pixmap is not None:
                painter.drawPixmap(0, 0, pixmap)
        painter.end()
