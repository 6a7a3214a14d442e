"""The page after a session: what was done, how it was, saved with one click or key."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.history.counting import done_sets, sets_text
from glutetimer.core.history.records import SessionReview
from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.ports.services import Services
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.ending import NOTHING_KEPT, ending_of
from glutetimer.core.session.events import Ended
from glutetimer.core.session.journal import Keeping, kept_words
from glutetimer.core.settings import Settings
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.plain import set_tip
from glutetimer.ui.session.done_card import DoneCard
from glutetimer.ui.session.end_questions import EndQuestions
from glutetimer.ui.session.overlay import scale_of, scaled_sheet
from glutetimer.ui.session.week_line import WeekLine, sessions_this_week
from glutetimer.ui.style import theme
from glutetimer.ui.style.motion import is_still
from glutetimer.ui.style.text_size import grown, set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.announcing import announce
from glutetimer.ui.widgets.controls import card, push_button, text_label
from glutetimer.ui.words import local_day

_SIDE_BY_SIDE_FROM_PX = 860


@dataclass(frozen=True, slots=True)
class EndFacts:
    """What the page shows beside the session itself.

    `first_set` is where it began, from 0; `asks_morning`: the person is asked the next morning
    already. `week_done` of `goal` sessions are done this week, 0 where that is not known.
    `is_still` is for whom motion is too much.
    `offers_wind_down`: half a minute of calm may follow.
    """

    first_set: int = 0
    asks_morning: bool = False
    week_done: int = 0
    goal: int = 1
    is_still: bool = False
    offers_wind_down: bool = False


def end_facts(services: Services, settings: Settings, first_set: int) -> EndFacts:
    """What the page shows beside a session that has just ended."""
    return EndFacts(
        first_set=first_set,
        asks_morning=settings.ask_morning,
        week_done=sessions_this_week(services.progress, local_day(services.clock)),
        goal=settings.weekly_goal,
        is_still=is_still(settings),
        offers_wind_down=settings.wind_down,
    )


class EndPage(QWidget):
    """Shows what was done and asks two numbers and a note; nothing must be answered.

    Of a session that is not worth keeping nothing is asked: then there is only a word and a way
    out.
    """

    left = Signal()
    """The person is done: the answers are in the history, or none are wanted."""

    morning_wished = Signal(bool)
    """Whether the person wants to be asked the next morning; at once, not only when saved."""

    def __init__(self, coach: Coach, ended: Ended, facts: EndFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._coach = coach
        self.winds_down = False
        self._ending = ending_of(coach.journal, coach.results, ended.end)
        self._cards: list[QBoxLayout] = []
        self._week: WeekLine | None = None
        self._questions = EndQuestions(facts.asks_morning, self._ending.before, self)
        self._questions.setVisible(self._ending.is_kept)
        self.pain, self.effort = self._questions.pain, self._questions.effort
        self.note, self.morning = self._questions.note, self._questions.morning
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        outer.setSpacing(Space.M)
        self.title = text_label(self._ending.title(None), "display", wraps=True)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.title, 1)
        outer.addLayout(self._head)
        self._ended = ended
        self._done_words = text_label("", "subtitle", wraps=True)
        self._show_done()
        outer.addWidget(self._done_words)
        self.advice = text_label("", "wrong", wraps=True)
        outer.addWidget(self.advice)
        if self._ending.is_kept:
            if facts.week_done and coach.timeline.routine.id != SQUEEZES:
                self._week = WeekLine(facts.week_done, facts.goal, facts.is_still)
                self._head.addWidget(self._week)
            self._add_columns(outer, facts)
        else:
            outer.addStretch()
        self._trouble_frame, trouble_layout = card("danger")
        self.trouble = text_label(wraps=True)
        trouble_layout.addWidget(self.trouble)
        outer.addWidget(self._trouble_frame)
        outer.addLayout(self._buttons(facts.offers_wind_down))
        self._add_keys()
        self._follow_pain()
        self.show_keeping()

    def _add_columns(self, outer: QVBoxLayout, facts: EndFacts) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Space.L)
        self.done = DoneCard(self._coach, facts.first_set, self)
        self.done.corrected.connect(self._show_done)
        self._cards.append(self.done.column)
        self._columns.addWidget(self.done, 1)
        self._cards.append(self._questions.column)
        self.morning.toggled.connect(self.morning_wished)
        self.pain.value_changed.connect(self._follow_pain)
        self._columns.addWidget(self._questions, 1)
        outer.addWidget(self._scrolled(self._columns), 1)

    @Slot()
    def _show_done(self) -> None:
        """Say how much was done, of which some may just have been corrected."""
        coach = self._coach
        title = coach.timeline.routine.title
        results = [record.result for record in coach.journal.records]
        done = sets_text(len(done_sets(results)), coach.planned_sets)
        words = f"{minutes_text(self._ended.active_s)} active, {done} done"
        self._done_words.setText(f"{title}: {words if self._ending.is_kept else NOTHING_KEPT}")

    @Slot()
    def _follow_pain(self) -> None:
        """Let the words at the top go with the pain that was told."""
        after = self.pain.value()
        self.title.setText(self._ending.title(after))
        advice = self._ending.advice(after)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        announce(self, advice)
        self._questions.show_pain(self._ending, after)

    def keep_answers(self) -> None:
        """Store what was answered so far, if anything was."""
        review = self._questions.value()
        if review != SessionReview():
            self._coach.review(review)

    def show_keeping(self) -> None:
        """Say what of the session is kept: a tool tip if all is, else in red; answers stay."""
        journal = self._coach.journal
        words = kept_words(journal) if self._ending.is_kept else NOTHING_KEPT
        is_kept = journal.keeping is Keeping.KEPT or not self._ending.is_kept
        set_tip(self.leave_button, f"{words} (Esc)" if is_kept else "Leave (Esc)")
        self.trouble.setText("" if is_kept else f"{words} It is tried again every second.")
        self._trouble_frame.setVisible(not is_kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Say to a screen reader how it ended, for the focus goes to the questions."""
        super().showEvent(event)
        announce(self, f"{self.title.text()}. {self._done_words.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side in a wide window, one below the other in a narrow one."""
        super().resizeEvent(event)
        scale = scale_of(self)
        self.setStyleSheet(scaled_sheet(scale))
        for layout in self._cards:
            side, end = round(Space.XL * scale), round(Space.L * scale)
            layout.setContentsMargins(side, end, side, end)
            layout.setSpacing(round(Space.S * scale))
        is_wide = self.width() >= grown(_SIDE_BY_SIDE_FROM_PX)
        direction = (
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._head.setDirection(direction)
        if self._ending.is_kept:
            self._questions.picture.set_scale(scale)
            if self._week is not None:
                self._week.rings.set_scale(scale)
            self._columns.setDirection(direction)

    def _scrolled(self, layout: QBoxLayout) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("look", "page")
        inner.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        return area

    def _buttons(self, offers_wind_down: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        self.leave_button = push_button("Leave without answers", "quiet")
        self.save_button = push_button("Save", "large", "Save the answers (Enter or Ctrl+Enter)")
        self.leave_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self._save)
        row.addWidget(self.leave_button)
        row.addStretch()
        if not self._ending.is_kept:
            self.leave_button.hide()
            self.save_button.setText("Close")
            set_tip(self.save_button, "Close (Enter)")
            row.addWidget(self.save_button)
            return row
        hint = text_label("Enter saves, in the note Ctrl+Enter", "caption")
        set_sizes(hint, text_px=theme.Type.CAPTION)
        row.addWidget(hint)
        if offers_wind_down:
            tip = "Save the answers, and half a minute of calm, if you like"
            self.wind_down_button = push_button("Save and wind down", "", tip)
            self.wind_down_button.clicked.connect(self._save_and_wind_down)
            row.addWidget(self.wind_down_button)
        row.addWidget(self.save_button)
        return row

    def _add_keys(self) -> None:
        save = QShortcut(self)
        names = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")
        save.setKeys([QKeySequence(name) for name in names])
        save.setAutoRepeat(False)
        save.activated.connect(self._save)
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.activated.connect(self.left)

    @Slot()
    def _save(self) -> None:
        if self._ending.is_kept:
            self._coach.review(self._questions.value())
        if self._coach.journal.keeping is Keeping.KEPT:
            self.left.emit()
        else:  # it is tried again by itself; the person may leave
            self.show_keeping()

    @Slot()
    def _save_and_wind_down(self) -> None:
        self.winds_down = True
        self._save()
